using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Drafts;

/// <summary>A form that is posted after the session lapsed, in a browser without JavaScript.</summary>
[Collection(nameof(TestApp))]
public sealed class LapsedSessionTests(TestApp app)
{
    [Fact]
    public async Task Post_WhenTheSessionLapsed_IsKeptThroughASignInWithAMistakeAndComesBackAsADraft()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);
        var page = $"{pupil.CyclePath}/plan";
        var client = app.Anonymous();

        var refused = await PostAsync(client, page, "same-origin");
        var moved = await PostAsync(client, refused.Headers.Location!.OriginalString, "same-origin");
        var signIn = await moved.ReadPageAsync();
        var mistake = await (await client.PostAsync("/account/sign-in", signIn.FormFields().With(("Email", "teacher@ash.example"), ("Password", "Not-the-password-9")))).ReadPageAsync();
        var signedIn = await client.PostAsync("/account/sign-in", mistake.FormFields().With(("Email", "teacher@ash.example"), ("Password", TestSchool.Password)));
        var draft = await app.InSchoolAsync(app.School.Id, db => db.Drafts.SingleAsync(kept => kept.Page == page));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, refused.StatusCode);
        Assert.Contains("You were signed out. What you typed is kept and comes back when you sign in.", signIn.QuerySelector("main").Words());
        Assert.DoesNotContain("Story talk", signIn.DocumentElement.OuterHtml);
        Assert.Contains("What you typed is kept", mistake.QuerySelector("main").Words());
        Assert.Equal(page, signedIn.Headers.Location!.OriginalString);
        Assert.Equal(app.School.Staff["teacher"], draft.StaffId);
        Assert.Equal("Story talk", DraftFields.Read(draft.Fields)["AtHome"]);
        Assert.DoesNotContain("Token", draft.Fields);
    }

    [Fact]
    public async Task Post_WhenSomebodySignsInWhoDoesNotSeeThePupil_KeepsNothing()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);
        var page = $"{pupil.CyclePath}/plan";
        var client = app.Anonymous();
        var signIn = await (await PostAsync(client, $"/account/signed-out?page={page}", "same-origin")).ReadPageAsync();

        var signedIn = await client.PostAsync("/account/sign-in", signIn.FormFields().With(("Email", "senco@birch.example"), ("Password", TestSchool.Password)));

        Assert.Equal("/", signedIn.Headers.Location!.OriginalString);
        Assert.False(await app.InSchoolAsync(app.School.Id, db => db.Drafts.IgnoreQueryFilters().AnyAsync(kept => kept.Page == page)));
    }

    [Fact]
    public async Task SignIn_WhenWhatWasKeptIsForged_SignsInWithoutIt()
    {
        var client = app.Anonymous();
        var page = await client.GetPageAsync("/account/sign-in");

        var signedIn = await client.PostAsync("/account/sign-in", page.FormFields().With(("Kept", "forged"), ("Email", "senco@ash.example"), ("Password", TestSchool.Password)));

        Assert.Equal("/", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Post_WhenItComesFromElsewhere_IsNotKept()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);

        var refused = await PostAsync(app.Anonymous(), $"{pupil.CyclePath}/plan", "cross-site");
        var straight = await PostAsync(app.Anonymous(), $"/account/signed-out?page={pupil.CyclePath}/plan", "cross-site");

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.StartsWith("/account/sign-in", refused.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, straight.StatusCode);
    }

    [Fact]
    public async Task Post_WhenThePageKeepsNoDrafts_ReturnsToThePageItCameFrom()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/password") { Content = new FormUrlEncodedContent([]), Headers = { { "Referer", "http://localhost/account/password?a=1" } } };

        var answer = await app.Anonymous().SendAsync(request);

        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%2Fpassword%3Fa%3D1", answer.Headers.Location!.OriginalString);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", "Token of the session that ended"), new("AtHome", "Story talk")]),
            Headers = { { "Sec-Fetch-Site", site } },
        };
        return await client.SendAsync(request);
    }
}
