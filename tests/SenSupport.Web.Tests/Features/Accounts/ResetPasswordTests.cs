using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Accounts;

[Collection(nameof(TestApp))]
public sealed class ResetPasswordTests(TestApp app)
{
    private const string Fresh = "Nine-quiet-Otters-paddle";

    [Fact]
    public async Task Ask_WhenNoEmailIsConfigured_SaysWhomToAsk()
    {
        var page = await app.Anonymous().GetPageAsync("/account/cannot-sign-in");

        Assert.Contains("Ask your SENCo or the school office", page.QuerySelector("main").Words());
        Assert.Null(page.QuerySelector("main input[name=Email]"));
    }

    [Fact]
    public async Task Ask_WhoeverItIs_AnswersTheSameAndSendsOnlyToThoseWhoSignIn()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.Teacher);
        var (mailing, sent) = FakeEmail.In(app);
        await using var _ = mailing;
        using var client = Client(mailing);

        var known = await AskAsync(client, email);
        var unknown = await AskAsync(client, "nobody@ash.example");
        var message = await sent.WaitAsync(email);

        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal((await known.ReadPageAsync()).QuerySelector("main").Words().Replace(email, "X"), (await unknown.ReadPageAsync()).QuerySelector("main").Words().Replace("nobody@ash.example", "X"));
        Assert.Contains(staff.Name, message.Text);
        Assert.DoesNotContain(sent.Sent, other => other.To == "nobody@ash.example");
    }

    [Theory]
    [InlineData("", "Enter your email address")]
    [InlineData("not an address", "Enter an email address in the right form")]
    public async Task Ask_WhenItIsNoAddress_SaysSo(string typed, string message)
    {
        var (mailing, _) = FakeEmail.In(app);
        await using var __ = mailing;
        using var client = Client(mailing);

        var answer = await AskAsync(client, typed);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
    }

    [Fact]
    public async Task Ask_WhenAskedAgainAndAgain_SendsOnlyAFew()
    {
        var (email, _) = await app.AddStaffAsync(StaffRoles.Teacher);
        var (after, __) = await app.AddStaffAsync(StaffRoles.Teacher);
        var (mailing, sent) = FakeEmail.In(app);
        await using var ___ = mailing;
        using var client = Client(mailing);

        for (var time = 0; time < 7; time++)
        {
            await AskAsync(client, email);
        }

        await AskAsync(client, after);
        await sent.WaitAsync(after);

        Assert.Equal(4, sent.Sent.Count(message => message.To == email));
    }

    [Fact]
    public async Task Reset_WhenTheLinkIsGood_SetsThePasswordSignsOutEverywhereAndEndsTheWait()
    {
        var (email, _) = await app.AddStaffAsync(StaffRoles.Teacher);
        var signedIn = await app.SignInAsync(email);
        var path = await LinkAsync(email);
        await app.InSchoolAsync(app.School.Id, db => db.Users.Where(user => user.Email == email)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.AccessFailedCount, 9).SetProperty(user => user.LockoutEnd, DateTimeOffset.UtcNow.AddHours(1))));
        var client = app.Anonymous();

        var answer = await SetAsync(client, path, Fresh);

        Assert.Equal("/account/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Contains("Your new password is set", (await client.GetPageAsync("/account/sign-in")).QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.Redirect, (await signedIn.GetAsync("/my-pupils")).StatusCode);
        await app.SignInAsync(email, Fresh);
        await Assert.ThrowsAnyAsync<Exception>(() => app.SignInAsync(email));
    }

    [Fact]
    public async Task Reset_WhenThePasswordIsPoor_SaysSoAndTheLinkStaysGood()
    {
        var (email, _) = await app.AddStaffAsync(StaffRoles.Teacher);
        var path = await LinkAsync(email);
        var client = app.Anonymous();

        foreach (var (poor, message) in new[] { ("short", "12 characters or more"), ("aaaaaaaaaaaaaaa", "more variety"), ("petra-novak-12345", "without your name") })
        {
            var answer = await SetAsync(client, path, poor);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(message, (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
        }

        Assert.Equal(HttpStatusCode.Redirect, (await SetAsync(client, path, Fresh)).StatusCode);
    }

    [Fact]
    public async Task Reset_WhenTheLinkIsUsedOldReplacedOrUnknown_ShowsOnePage()
    {
        var (email, _) = await app.AddStaffAsync(StaffRoles.Teacher);
        var client = app.Anonymous();
        var replaced = await LinkAsync(email);
        var used = await LinkAsync(email);
        var page = await client.GetPageAsync(used);
        await client.PostAsync(used, page.FormFields().With(("NewPassword", Fresh)));
        await client.GetPageAsync("/account/sign-in");
        var old = await LinkAsync(email);
        await AgeAsync(old);

        var pages = new List<string>();
        foreach (var path in new[] { replaced, used, old, "/account/new-password/AAAA", $"/account/new-password/{new string('x', 43)}" })
        {
            var shown = await client.GetAsync(path);
            var posted = await client.PostAsync(path, page.FormFields().With(("NewPassword", "Other-quiet-Otters-paddle")));
            Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [shown.StatusCode, posted.StatusCode]);
            pages.Add((await shown.ReadPageAsync()).QuerySelector("main").Words());
            pages.Add((await posted.ReadPageAsync()).QuerySelector("main").Words());
        }

        Assert.StartsWith("This link does not work", Assert.Single(pages.Distinct()));
    }

    [Fact]
    public async Task Link_WhenMade_IsInTheDatabaseAsAHashOnlyAndTheLogHasNothing()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.Teacher, "Ottilie Quarrington");
        var (mailing, sent) = FakeEmail.In(app);
        await using var _ = mailing;
        using var client = Client(mailing);

        await AskAsync(client, email);
        var path = FakeEmail.LinkIn((await sent.WaitAsync(email)).Text);
        await client.GetPageAsync(path);
        sent.Fails = true;
        await AskAsync(client, email);
        var token = path[(path.LastIndexOf('/') + 1)..];

        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(await app.InSchoolAsync(app.School.Id, db => db.AccountLinks.ToListAsync()), link => link.TokenHash.Contains(token, StringComparison.OrdinalIgnoreCase));
        var folder = mailing.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()["Logs:Folder"]!;
        var log = "";
        for (var tries = 0; tries < 100 && !log.Contains("could not be sent", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(50);
            log = await LogText.ReadAsync(folder);
        }

        Assert.Contains("A link to another password could not be sent", log);
        Assert.Contains("account/new-password/{token} 200", log);
        Assert.DoesNotContain(token, log);
        Assert.DoesNotContain(email, log);
        Assert.DoesNotContain(staff.Name.Split(' ')[1], log);
    }

    private static HttpClient Client(WebApplicationFactory<Program> factory) => factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string email) =>
        await client.PostAsync("/account/cannot-sign-in", (await client.GetPageAsync("/account/cannot-sign-in")).FormFields().With(("Email", email)));

    private static async Task<HttpResponseMessage> SetAsync(HttpClient client, string path, string password) =>
        await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields().With(("NewPassword", password)));

    private async Task<string> LinkAsync(string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<SenSupportDbContext>().Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync();
        return (await scope.ServiceProvider.GetRequiredService<AccountLinks>().ResetAsync(account)).Path;
    }

    private Task<int> AgeAsync(string path)
    {
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(path[(path.LastIndexOf('/') + 1)..])));
        return app.InSchoolAsync(app.School.Id, db => db.AccountLinks.Where(link => link.TokenHash == hash).ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, DateTime.UtcNow.AddSeconds(-1))));
    }
}
