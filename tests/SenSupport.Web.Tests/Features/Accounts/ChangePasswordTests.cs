using System.Net;
using SenSupport.Domain.Schools;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Accounts;

[Collection(nameof(TestApp))]
public sealed class ChangePasswordTests(TestApp app)
{
    private const string Page = "/account/password", New = "otter lamp seventeen gravel";

    [Fact]
    public async Task Change_WhenDone_EndsEveryOtherSessionAtItsNextRequest()
    {
        var (email, _) = await app.AddStaffAsync(StaffRoles.Senco);
        var here = await app.SignInAsync(email);
        var elsewhere = await app.SignInAsync(email);
        await elsewhere.GetPageAsync(Page);

        var answer = await ChangeAsync(here, TestSchool.Password, New);
        var page = await here.GetPageAsync(Page);
        var other = await elsewhere.GetAsync(Page);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Password changed", page.QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        Assert.StartsWith("/account/sign-in", other.Headers.Location!.PathAndQuery);
        await app.SignInAsync(email, New);
    }

    [Theory]
    [InlineData("Not-the-password-9", New, "The current password is not right")]
    [InlineData("", New, "Enter your current password")]
    [InlineData(TestSchool.Password, "elevenchars", "Enter a new password of 12 characters or more")]
    [InlineData(TestSchool.Password, TestSchool.Password, "Enter a new password that is not the current one")]
    [InlineData(TestSchool.Password, "Password123456!", "well-known words")]
    [InlineData(TestSchool.Password, "novak-otter-lamp-3", "without your name")]
    public async Task Change_WhenItCannotBe_SaysWhyAndChangesNothing(string current, string wanted, string message)
    {
        var (email, _) = await app.AddStaffAsync(StaffRoles.Senco);
        var client = await app.SignInAsync(email);

        var answer = await ChangeAsync(client, current, wanted);
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, page.QuerySelector(".govuk-error-summary").Words());
        await app.SignInAsync(email);
    }

    [Fact]
    public async Task Change_WhenCurrentPasswordIsGuessedAt_WaitsLikeSigningIn()
    {
        var (email, _) = await app.AddStaffAsync(StaffRoles.Senco);
        var client = await app.SignInAsync(email);
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await ChangeAsync(client, "Not-the-password-9", New);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await ChangeAsync(client, TestSchool.Password, New)).StatusCode);
    }

    private static async Task<HttpResponseMessage> ChangeAsync(HttpClient client, string current, string wanted)
    {
        var page = await client.GetPageAsync(Page);
        return await client.PostAsync(Page, page.FormFields().With(("CurrentPassword", current), ("NewPassword", wanted)));
    }
}
