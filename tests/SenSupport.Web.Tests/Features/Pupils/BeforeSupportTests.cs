using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

/// <summary>The contact log, the profile, the early discussion and letters.</summary>
[Collection(nameof(TestApp))]
public sealed class BeforeSupportTests(TestApp app)
{
    [Fact]
    public async Task ContactLog_WhenWrittenAndCorrected_LeavesATraceInTheTimeline()
    {
        var pupil = await app.School.AddPupilAsync("Logged", "Lena", supportedBy: "ta");
        var (ta, teacher) = (await app.AsAsync("ta"), await app.AsAsync("teacher"));
        var path = $"{pupil.Path}/contact-log";
        var form = (await ta.GetPageAsync(path)).FormFields("form[action$=contact-log][method=post]").With(("What", "Slept <b>badly</b>"), ("With", "Marta, mother"), ("Kind", "AtTheGate"));
        Assert.Equal(HttpStatusCode.Redirect, (await ta.PostAsync(path, form)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ta.PostAsync(path, form)).StatusCode);

        var entry = await app.InSchoolAsync(app.School.Id, db => db.ContactEntries.SingleAsync(row => row.PupilId == pupil.Id));
        Assert.Equal((TestSchool.Today, ContactKind.AtTheGate), (entry.On, entry.Kind));
        Assert.Contains("Slept <b>badly</b>", (await teacher.GetPageAsync(path)).Body.Words());
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"{path}/{entry.Id}")).StatusCode);
        var correction = (await ta.GetPageAsync($"{path}/{entry.Id}")).FormFields("main form");
        Assert.Equal(HttpStatusCode.Redirect, (await ta.PostAsync($"{path}/{entry.Id}", correction.With(("What", "Slept well")))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await ta.PostAsync($"{path}/{entry.Id}", correction.With(("What", "Later words")))).StatusCode);

        var page = (await teacher.GetPageAsync(path)).Body.Words();
        Assert.Contains("Slept well", page);
        Assert.Contains("corrected on", page);
        Assert.Contains("Slept <b>badly</b>", (await teacher.GetPageAsync($"{pupil.Path}/timeline?kind=contact")).Body.Words());
        Assert.Contains("Slept well", (await teacher.GetPageAsync($"{path}?search=SLEPT&kind=AtTheGate")).Body.Words());
        Assert.Contains("No entry matches", (await teacher.GetPageAsync($"{path}?kind=Call")).Body.Words());
        Assert.Contains("No entry matches", (await teacher.GetPageAsync($"{path}?search=holiday")).Body.Words());
    }

    [Theory]
    [InlineData("What", "", "Enter what was said")]
    [InlineData("With", " ", "Enter who it was with")]
    [InlineData("On.Year", "2150", "The date must not be in the future")]
    [InlineData("On.Year", "1950", "The date must be after the date of birth")]
    [InlineData("On.Day", "x", "Enter a real date, such as 27 3 2027")]
    [InlineData("Kind", "Telepathy", "Choose how you spoke")]
    public async Task ContactLog_WhenSomethingIsWrong_KeepsWhatWasTyped(string field, string value, string message)
    {
        var pupil = await app.School.AddPupilAsync("Mislogged", "Mia");
        var teacher = await app.AsAsync("teacher");
        var form = (await teacher.GetPageAsync($"{pupil.Path}/contact-log")).FormFields("form[action$=contact-log][method=post]").With(("What", "My words"), ("With", "Marta")).With((field, value));

        var answer = await teacher.PostAsync($"{pupil.Path}/contact-log", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(message, page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal(field == "With" ? "My words" : "Marta", field == "With" ? page.QuerySelector("textarea[name=What]")!.TextContent.Trim() : page.QuerySelector("input[name=With]")!.GetAttribute("value"));
        Assert.Equal(0, await app.InSchoolAsync(app.School.Id, db => db.ContactEntries.CountAsync(row => row.PupilId == pupil.Id)));
    }

    [Fact]
    public async Task Profile_WhenGivenAgain_KeepsTheEarlierOneAndIsTheSourceOfTheCard()
    {
        var pupil = await app.School.AddPupilAsync("Voiced", "Vera", CycleStage.Do, supportedBy: "ta");
        var (ta, teacher) = (await app.AsAsync("ta"), await app.AsAsync("teacher"));
        Assert.Contains("No profile yet", (await ta.GetPageAsync($"{pupil.Path}/profile")).Body.Words());
        var earlier = TestSchool.Today.AddDays(-30);
        async Task KeepAsync(params (string, string)[] fields) => Assert.Equal(
            HttpStatusCode.Redirect, (await ta.PostAsync($"{pupil.Path}/profile/new", (await ta.GetPageAsync($"{pupil.Path}/profile/new")).FormFields("main form").With(fields))).StatusCode);

        await KeepAsync(("HowBestToSupport", "Show me pictures"), ("GivenOn.Day", $"{earlier.Day}"), ("GivenOn.Month", $"{earlier.Month}"), ("GivenOn.Year", $"{earlier.Year}"));
        await KeepAsync(("HowBestToSupport", "Let me draw first"), ("GivenBy", "Both"), ("HowGathered", "Talk with mum"));

        var page = (await teacher.GetPageAsync($"{pupil.Path}/profile")).Body.Words();
        Assert.Contains("Let me draw first", page);
        Assert.Contains("The pupil and the family together", page);
        Assert.Contains("Recorded byHarjit Kaur", page);
        Assert.Contains("Show me pictures", (await teacher.GetPageAsync($"{pupil.Path}/profile?on={earlier:yyyy-MM-dd}")).Body.Words());
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"{pupil.Path}/profile?on=1999-01-01")).StatusCode);
        Assert.Contains("Let me draw first", (await teacher.GetPageAsync("/my-pupils")).QuerySelector($"#pupil-{pupil.Id} .sen-card__how").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("head")).GetAsync($"{pupil.Path}/profile/new")).StatusCode);
    }

    [Fact]
    public async Task Profile_WhenAColleagueRecordedOneMeanwhile_AsksFirst()
    {
        var pupil = await app.School.AddPupilAsync("Raced", "Rory", supportedBy: "ta");
        var (ta, teacher) = (await app.AsAsync("ta"), await app.AsAsync("teacher"));
        var old = (await teacher.GetPageAsync($"{pupil.Path}/profile/new")).FormFields("main form");
        await ta.PostAsync($"{pupil.Path}/profile/new", (await ta.GetPageAsync($"{pupil.Path}/profile/new")).FormFields("main form").With(("Admired", "Brave")));

        var answer = await teacher.PostAsync($"{pupil.Path}/profile/new", old.With(("Admired", "Kind")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Brave", await app.InSchoolAsync(app.School.Id, db => db.Pupils.Where(row => row.Id == pupil.Id).SelectMany(row => row.Profiles).Select(row => row.Admired).SingleAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.Path}/profile/new", (await answer.ReadPageAsync()).FormFields("main form"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await teacher.PostAsync($"{pupil.Path}/profile/new", (await teacher.GetPageAsync($"{pupil.Path}/profile/new")).FormFields("main form").With(("Admired", " ")))).StatusCode);
    }

    [Fact]
    public async Task Discussion_WhenWrittenDown_IsWhatTheDutyAsksFor()
    {
        var pupil = await app.School.AddPupilAsync("Discussed", "Dina", supportedBy: "ta");
        var (senco, ta) = (await app.AsAsync("senco"), await app.AsAsync("ta"));
        var path = $"{pupil.Path}/discussion";
        var form = (await senco.GetPageAsync($"{path}/write")).FormFields("main form").With(("Present", "Marta, Tom"), ("ParentConcerns", "She is lonely"), ("Outcomes", "A friend by Easter"));
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{path}/write", form.With(("On.Year", "2150")))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{path}/write", form.With(("NoteGivenOn.Day", "1"), ("NoteGivenOn.Month", "1"), ("NoteGivenOn.Year", "2020")))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{path}/write", form)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{path}/write", (await senco.GetPageAsync($"{path}/write")).FormFields("main form"))).StatusCode);

        var page = await senco.GetPageAsync(path);
        Assert.Contains("She is lonely", page.Body.Words());
        Assert.Contains("Note givenNot yet", page.Body.Words());
        Assert.Contains("Early discussion held", (await senco.GetPageAsync($"{pupil.Path}/done")).Body.Words());
        Assert.Equal(HttpStatusCode.NotFound, (await ta.GetAsync(path)).StatusCode);
        Assert.DoesNotContain("lonely", (await ta.GetPageAsync($"{pupil.Path}/timeline")).Body!.TextContent, StringComparison.Ordinal);
        var change = page.QuerySelector("a[href*='write?id=']")!.GetAttribute("href")!;
        var today = TestSchool.Today;
        var changed = (await senco.GetPageAsync(change)).FormFields("main form").With(("NoteGivenOn.Day", $"{today.Day}"), ("NoteGivenOn.Month", $"{today.Month}"), ("NoteGivenOn.Year", $"{today.Year}"));
        Assert.Equal("She is lonely", changed["ParentConcerns"]);
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{path}/write", changed)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await senco.PostAsync($"{path}/write", changed.With(("NextSteps", "Later")))).StatusCode);
        Assert.Equal([DutyRecordKind.DiscussionNoteGiven, DutyRecordKind.EarlyDiscussion], await DutiesAsync(pupil.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("head")).GetAsync($"{path}/write")).StatusCode);
    }

    [Fact]
    public async Task Letter_WhenTheNotificationIsSent_IsKeptAndMeetsTheDuty()
    {
        var pupil = await app.School.AddPupilAsync("Notified", "Nora");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.AsTracking().Include(known => known.Contacts).FirstAsync(known => known.Id == pupil.Id);
            row.AddContact(new ContactDetails("Restricted Ray", "Father", true, true, IsRestrictedByCourt: true), app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var senco = await app.AsAsync("senco");
        var page = await senco.GetPageAsync($"{pupil.Path}/letters/new?template=sen-support-notification");
        var form = page.FormFields("main form");
        Assert.Equal("Marta Notified", form["Recipient"]);
        Assert.Contains("Nora Notified (Year 4, class 4W) will have SEN Support", form["Text"]);
        Assert.Contains("speech, language and communication needs", form["Text"]);
        Assert.Contains("[[discussion date]]", form["Text"]);
        Assert.DoesNotContain("{{", form["Text"]);
        Assert.Contains("discussion date", page.QuerySelector("[aria-labelledby=h-gaps]").Words());
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{pupil.Path}/letters/new", form.With(("Recipient", "")))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync($"{pupil.Path}/letters/new", form.With(("SentOn.Year", "2150")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync($"{pupil.Path}/letters/new", form.With(("Template", "ransom")))).StatusCode);

        var answer = await senco.PostAsync($"{pupil.Path}/letters/new", form.With(("Text", "Dear Marta\n\n# SEN Support\n\n- **One** thing\n- <script>two</script>"), ("Method", "ByHand")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await senco.PostAsync($"{pupil.Path}/letters/new", form)).StatusCode);
        var kept = await senco.GetPageAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal("One", kept.QuerySelector(".sen-letter li strong").Words());
        Assert.Contains("<script>two</script>", kept.QuerySelector(".sen-letter").Words());
        Assert.Null(kept.QuerySelector(".sen-letter script"));
        Assert.Equal([DutyRecordKind.ParentsNotified], await DutiesAsync(pupil.Id));
        using var pdf = await senco.GetAsync($"{answer.Headers.Location!.OriginalString}/letter.pdf");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal("%PDF"u8.ToArray(), (await pdf.Content.ReadAsByteArrayAsync())[..4]);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("teacher")).GetAsync($"{pupil.Path}/letters")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("head")).GetAsync($"{pupil.Path}/letters/new?template=sen-support-notification")).StatusCode);
        Assert.Contains("Formal notification", (await (await app.AsAsync("head")).GetPageAsync($"{pupil.Path}/letters")).Body.Words());
    }

    [Fact]
    public async Task Letter_WhenThePupilIsAYoungPerson_IsWrittenToThem()
    {
        var pupil = await app.School.AddPupilAsync("Grown", "Gina");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.AsTracking().FirstAsync(known => known.Id == pupil.Id);
            row.ChangeDetails(row.Details() with { BirthDate = TestSchool.Today.AddYears(-17), NcYear = "12" }, app.School.Senco());
            return await db.SaveChangesAsync();
        });

        var form = (await (await app.AsAsync("senco")).GetPageAsync($"{pupil.Path}/letters/new?template=sen-support-notification")).FormFields("main form");

        Assert.Equal(("sen-support-notification-young-person", "Gina Grown"), (form["Template"], form["Recipient"]));
        Assert.Contains("You will have SEN Support", form["Text"]);
    }

    private Task<List<DutyRecordKind>> DutiesAsync(Guid pupilId) => app.InSchoolAsync(app.School.Id, async db =>
        (await db.Pupils.Where(row => row.Id == pupilId).SelectMany(row => row.DutyRecords).Select(row => row.Kind).ToListAsync()).OrderBy(kind => $"{kind}").ToList());
}
