using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Accounts;

[Collection(nameof(TestApp))]
public sealed class SignInTests(TestApp app)
{
    [Theory]
    [InlineData("senco", "/")]
    [InlineData("assistant", "/")]
    [InlineData("head", "/")]
    [InlineData("teacher", "/my-pupils")]
    [InlineData("ta", "/my-pupils")]
    [InlineData("office", "/pupils")]
    [InlineData("governor", "/reports")]
    [InlineData("finance", "/reports")]
    public async Task SignIn_WhenPasswordIsRight_LandsWhereTheDayStarts(string role, string home)
    {
        var answer = await TryAsync(app.Anonymous(), $"{role}@ash.example", TestSchool.Password);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(home, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/pupils?view=due", "/pupils?view=due")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    public async Task SignIn_WhenAPageWasWanted_GoesThereOnlyIfItIsOurs(string wanted, string lands)
    {
        var client = app.Anonymous();
        var page = await client.GetPageAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(wanted)}");

        var answer = await client.PostAsync("/account/sign-in", page.FormFields().With(("Email", "senco@ash.example"), ("Password", TestSchool.Password)));

        Assert.Equal(lands, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("senco@ash.example", "Not-the-password-9")]
    [InlineData("nobody@ash.example", "Not-the-password-9")]
    [InlineData("nobody@ash.example", TestSchool.Password)]
    public async Task SignIn_WhenWrong_SaysTheSameWhoeverItIsAndKeepsTheAddress(string email, string password)
    {
        var answer = await TryAsync(app.Anonymous(), email, password);
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(PasswordSignIn.Refusal, page.QuerySelector("main").Words());
        Assert.Equal(email, page.FormFields()["Email"]);
        Assert.Equal("", page.FormFields()["Password"]);
    }

    [Fact]
    public async Task SignIn_WhenNothingIsTyped_AsksForBoth()
    {
        var page = await (await TryAsync(app.Anonymous(), "", "")).ReadPageAsync();

        var words = page.QuerySelector(".govuk-error-summary").Words();
        Assert.Contains("Enter your email address", words);
        Assert.Contains("Enter your password", words);
    }

    [Fact]
    public async Task SignIn_WhenTheAccountIsOnNoSchoolsStaff_IsRefused()
    {
        var email = await AddAccountAsync();

        var answer = await TryAsync(app.Anonymous(), email, TestSchool.Password);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WhenFivePasswordsWereWrong_RefusesTheRightOneUntilTheWaitIsOver()
    {
        const string email = "other-teacher@birch.example";
        for (var wrong = 0; wrong < SignInWait.FreeTries; wrong++)
        {
            await TryAsync(app.Anonymous(), email, "Not-the-password-9");
        }

        var waiting = await TryAsync(app.Anonymous(), email, TestSchool.Password);
        var until = await UntilAsync(email);
        await MoveUntilAsync(email, DateTimeOffset.UtcNow.AddSeconds(-1));
        var wrongAgain = await TryAsync(app.Anonymous(), email, "Not-the-password-9");
        var longer = await UntilAsync(email);
        await MoveUntilAsync(email, DateTimeOffset.UtcNow.AddSeconds(-1));
        var right = await TryAsync(app.Anonymous(), email, TestSchool.Password);

        Assert.Equal(HttpStatusCode.BadRequest, waiting.StatusCode);
        Assert.InRange(until!.Value - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.BadRequest, wrongAgain.StatusCode);
        Assert.InRange(longer!.Value - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(120));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Null(await UntilAsync(email));
    }

    [Fact]
    public async Task SignIn_WhenManyGuessesComeAtOnce_CountsEachOfThem()
    {
        var email = await AddAccountAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().CheckAsync(email, "Not-the-password-9");
        })));

        var counted = await app.InSchoolAsync(app.School.Id, db => db.Users.Where(account => account.Email == email).Select(account => account.AccessFailedCount).SingleAsync());
        Assert.Equal(SignInWait.FreeTries, counted);
    }

    [Fact]
    public async Task SignOut_WhenSignedIn_EndsTheSession()
    {
        var client = await app.SignInAsync("head@birch.example");
        var page = await client.GetPageAsync("/account/password");

        var answer = await client.PostAsync("/account/sign-out", page.FormFields("form[action='/account/sign-out']"));

        Assert.Equal("/account/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account/password")).StatusCode);
    }

    private async Task<string> AddAccountAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():N}@ash.example";
        await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email }, TestSchool.Password);
        return email;
    }

    private Task<DateTimeOffset?> UntilAsync(string email) => app.InSchoolAsync(app.School.Id, db =>
        db.Users.Where(account => account.Email == email).Select(account => account.LockoutEnd).SingleAsync());

    private Task<int> MoveUntilAsync(string email, DateTimeOffset until) => app.InSchoolAsync(app.School.Id, db =>
        db.Users.Where(account => account.Email == email).ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, until)));

    private static async Task<HttpResponseMessage> TryAsync(HttpClient client, string email, string password)
    {
        var page = await client.GetPageAsync("/account/sign-in");
        return await client.PostAsync("/account/sign-in", page.FormFields("form[action*='sign-in']").With(("Email", email), ("Password", password)));
    }
}
