using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Security;

/// <summary>Walks every route of the application as somebody of another school, and as those whose role sees no pupil.</summary>
[Collection(nameof(TestApp))]
public sealed class EveryRouteTests(TestApp app)
{
    private const string Secret = "Quillfeather";

    public static TheoryData<string> WhoeverMayNot => ["senco@birch.example", "head@birch.example", "teacher@birch.example", "other-teacher@ash.example", "governor@ash.example", "finance@ash.example"];

    [Theory]
    [MemberData(nameof(WhoeverMayNot))]
    public async Task EveryRouteOfAPupil_WhenThePersonMayNotSeeThem_Answers404(string email)
    {
        var pupil = await app.School.AddPupilAsync(Secret, "Quentin", CycleStage.Review, closedCycles: 1);
        var client = await app.SignInAsync(email);
        var token = (await client.GetPageAsync("/account/password")).FormFields("main form")["__RequestVerificationToken"]!;
        var walked = 0;
        foreach (var (method, path) in Routes(pupil).Where(route => route.Path.Contains($"{pupil.Id}", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method == "POST")
            {
                request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Version", $"{Guid.NewGuid()}")]);
            }

            using var answer = await client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path} answered {(int)answer.StatusCode} to {email}");
            Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            walked++;
        }

        Assert.True(walked >= 15, $"Only {walked} routes of a pupil were found");
    }

    [Theory]
    [MemberData(nameof(WhoeverMayNot))]
    public async Task EveryOtherPage_WhenThePersonMayNotSeeThePupil_NeverNamesThem(string email)
    {
        var pupil = await app.School.AddPupilAsync(Secret, "Quentin", CycleStage.Do, reviewOn: TestSchool.Today.AddDays(-3));
        var client = await app.SignInAsync(email);
        foreach (var (_, path) in Routes(pupil).Where(route => route.Method == "GET" && !route.Path.Contains($"{pupil.Id}", StringComparison.Ordinal)))
        {
            foreach (var address in new[] { path, $"{path}?search={Secret[..6]}", $"{path}?search={Secret[..6]}&go=1" })
            {
                using var answer = await client.GetAsync(address);
                var words = (await answer.Content.ReadAsStringAsync()).Replace($"value=\"{Secret[..6]}\"", "", StringComparison.Ordinal);
                Assert.True((int)answer.StatusCode < 500, $"{address} answered {(int)answer.StatusCode} to {email}");
                Assert.DoesNotContain(Secret, words, StringComparison.Ordinal);
                Assert.DoesNotContain($"{pupil.Id}", words, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task EveryRoute_WhenNobodyIsSignedIn_ShowsNoPupil()
    {
        var pupil = await app.School.AddPupilAsync(Secret, "Quentin", CycleStage.Do);
        var client = app.Anonymous();
        foreach (var (_, path) in Routes(pupil).Where(route => route.Method == "GET"))
        {
            using var answer = await client.GetAsync(path);
            Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("senco@birch.example")]
    [InlineData("office@birch.example")]
    [InlineData("assistant@ash.example")]
    [InlineData("teacher@ash.example")]
    [InlineData("ta@ash.example")]
    [InlineData("governor@ash.example")]
    [InlineData("finance@ash.example")]
    public async Task EveryRouteOfAMemberOfStaff_WhenThePersonMayNotSeeThem_Answers404(string email)
    {
        var pupil = await app.School.AddPupilAsync(Secret, "Quentin");
        var client = await app.SignInAsync(email);
        var token = (await client.GetPageAsync("/account/password")).FormFields("main form")["__RequestVerificationToken"]!;
        var walked = 0;
        foreach (var (method, path) in Routes(pupil).Where(route => route.Path.StartsWith($"/staff/{app.School.Staff["other-teacher"]}", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method == "POST")
            {
                request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Version", $"{Guid.NewGuid()}")]);
            }

            using var answer = await client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path} answered {(int)answer.StatusCode} to {email}");
            Assert.DoesNotContain("Reyes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            walked++;
        }

        Assert.True(walked >= 11, $"Only {walked} routes of a member of staff were found");
    }

    private IEnumerable<(string Method, string Path)> Routes(TestPupil pupil)
    {
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is null)
            {
                continue;
            }

            var steps = endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
            {
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Value(parameter),
                _ => "",
            })));
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            {
                yield return (method, $"/{string.Join('/', steps)}");
            }
        }

        string Value(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter)
        {
            var rules = string.Join(' ', parameter.ParameterPolicies.Select(policy => policy.Content));
            return parameter.Name == "staffId" ? $"{app.School.Staff["other-teacher"]}"
                : rules.Contains("guid", StringComparison.Ordinal) ? $"{pupil.Id}"
                : parameter.Name == "number" ? $"{pupil.CycleNumber}"
                : rules.Contains("regex", StringComparison.Ordinal) ? "plan"
                : parameter.Name == "role" ? "senco"
                : "404";
        }
    }
}
