using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SenSupport.Web.Features;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Security;

/// <summary>What every answer carries, and what is refused before a page sees it.</summary>
[Collection(nameof(TestApp))]
public sealed class AnswersTests(TestApp app)
{
    [Theory]
    [InlineData("/account/sign-in", 200)]
    [InlineData("/account/password", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/no/such/page", 404)]
    [InlineData("/drafts", 405)]
    public async Task AnyAnswer_WhateverItsStatus_HasTheHeadersAndIsNotStored(string path, int status)
    {
        var answer = await (await app.AsAsync("senco")).GetAsync(path == "/account/sign-in" ? "/account/password" : path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Asset_WhenFingerprinted_IsKeptByTheBrowserAndCompressed()
    {
        var client = app.Anonymous();
        var page = await client.GetPageAsync("/account/sign-in");
        var style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, style) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("gzip") } } };

        var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        Assert.False(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("application/json", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 400)]
    [InlineData("multipart/form-data; boundary=x", 400)]
    public async Task Post_WhenItIsNoFormOfOurs_IsRefusedAndChangesNothing(string type, int status)
    {
        var client = await app.AsAsync("head");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("--x--"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var answer = await client.PostAsync("/account/sign-out", content);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotNull((await answer.ReadPageAsync()).QuerySelector("main h1"));
        await client.GetPageAsync("/account/password");
    }

    [Fact]
    public async Task Post_WhenTheBodyIsTooLong_IsRefusedAndChangesNothing()
    {
        var client = await app.AsAsync("head");
        var page = await client.GetPageAsync("/account/password");
        var fields = page.FormFields("form[action='/account/sign-out']").With(("More", new string('x', (int)PagesSetup.MostFormBytes)));

        var answer = await client.PostAsync("/account/sign-out", fields);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("That is too much at once", (await answer.ReadPageAsync()).QuerySelector("main h1").Words());
        await client.GetPageAsync("/account/password");
    }

    [Fact]
    public async Task Cookies_WhenSignedIn_AreOurOwnAndOutOfReachOfScripts()
    {
        var client = app.Anonymous();
        var page = await client.GetAsync("/account/sign-in");
        var form = (await page.ReadPageAsync()).FormFields().With(("Email", "senco@ash.example"), ("Password", TestSchool.Password));

        var cookies = page.Headers.GetValues("Set-Cookie").Concat((await client.PostAsync("/account/sign-in", form)).Headers.GetValues("Set-Cookie")).ToList();

        Assert.Equal(["sensupport", "sensupport-form"], cookies.Select(cookie => cookie.Split('=')[0]).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Health_WhenAsked_SaysNoMoreThanThat()
    {
        Assert.Equal("Healthy", await app.Anonymous().GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await app.Anonymous().GetStringAsync("/health/ready"));
    }
}
