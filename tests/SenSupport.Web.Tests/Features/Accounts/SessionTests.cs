using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SenSupport.Domain.Schools;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Accounts;

[Collection(nameof(TestApp))]
public sealed class SessionTests(TestApp app)
{
    [Fact]
    public async Task State_WhenSignedInOrNot_SaysSo()
    {
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync("senco")).GetAsync("/account/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Anonymous().GetAsync("/account/session")).StatusCode);
    }

    [Fact]
    public async Task AnyPage_WhenAScriptAsksSignedOut_Answers401()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/password") { Headers = { { "X-Requested-With", "XMLHttpRequest" } } };

        var answer = await app.Anonymous().SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SignInAgain_WhenRight_GivesATokenThatTheOpenPageCanPostWith()
    {
        var pupil = await app.School.AddPupilAsync(stage: Domain.Cycles.CycleStage.Plan);
        var client = app.Anonymous();

        var answer = await client.SendAsync(Again("teacher@ash.example", TestSchool.Password, app.School.Staff["teacher"]));
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        var kept = await client.PostAsync($"/drafts?page={pupil.CyclePath}/plan", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("AtHome", "Story talk")]));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    [Fact]
    public async Task SignInAgain_WhenPasswordIsWrong_SaysSo()
    {
        var answer = await app.Anonymous().SendAsync(Again("governor@birch.example", "Not-the-password-9"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(PasswordSignIn.Refusal, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString());
    }

    [Fact]
    public async Task SignInAgain_WhenItIsSomebodyElse_IsRefusedAndSignsNobodyIn()
    {
        var client = app.Anonymous();

        var answer = await client.SendAsync(Again("senco@ash.example", TestSchool.Password, app.School.Staff["teacher"]));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/account/session")).StatusCode);
    }

    [Fact]
    public async Task SignInAgain_WhenThePageSaysNothing_KnowsTheOwnerByTheLapsedCookie()
    {
        var (email, _) = await app.AddStaffAsync(StaffRoles.Teacher);
        var client = await app.SignInAsync(email);

        Assert.Equal(HttpStatusCode.Conflict, (await client.SendAsync(Again("senco@ash.example", TestSchool.Password))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(Again(email, TestSchool.Password))).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "1")]
    public async Task SignInAgain_WhenItComesFromElsewhere_IsRefused(string header, string value)
    {
        var client = app.Anonymous();
        using var request = Again("senco@ash.example", TestSchool.Password);
        request.Headers.Remove("Sec-Fetch-Site");
        request.Headers.Add(header, value);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/account/session")).StatusCode);
    }

    private static HttpRequestMessage Again(string email, string password, Guid? staff = null) => new(HttpMethod.Post, "/account/sign-in-again")
    {
        Content = new FormUrlEncodedContent([new("email", email), new("password", password), new("staff", $"{staff}")]),
        Headers = { { "X-Requested-With", "XMLHttpRequest" }, { "Sec-Fetch-Site", "same-origin" } },
    };
}
