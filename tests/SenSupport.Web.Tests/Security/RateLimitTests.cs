using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Security;

[Collection(nameof(TestApp))]
public sealed class RateLimitTests(TestApp app)
{
    [Fact]
    public async Task SignIn_WhenTriedTooOftenInAMinute_AnswersWithThePageThatSaysSo()
    {
        using var strict = app.WithWebHostBuilder(host => host.ConfigureAppConfiguration(settings => settings.AddInMemoryCollection(
            new Dictionary<string, string?> { ["RateLimits:SignInsAMinute"] = "2", ["Logs:Folder"] = Path.Combine(app.Folder, "logs-strict") })));
        using var client = strict.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var form = (await client.GetPageAsync("/account/sign-in")).FormFields().With(("Email", "nobody@ash.example"), ("Password", "Not-the-password-9"));

        var answers = new List<HttpResponseMessage>();
        for (var time = 0; time < 3; time++)
        {
            answers.Add(await client.PostAsync("/account/sign-in", form));
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.StatusCode));
        Assert.Equal(TimeSpan.FromMinutes(1), answers[2].Headers.RetryAfter!.Delta);
        Assert.Equal("Too many attempts", (await answers[2].ReadPageAsync()).QuerySelector("main h1").Words());
        await client.GetPageAsync("/account/sign-in");
    }
}
