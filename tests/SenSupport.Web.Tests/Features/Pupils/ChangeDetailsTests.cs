using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class ChangeDetailsTests(TestApp app)
{
    private const string Form = "form[action$='/details']";

    [Theory]
    [InlineData("senco")]
    [InlineData("assistant")]
    [InlineData("office")]
    public async Task Save_WhenChanged_SavesWithATimelineRow(string role)
    {
        var pupil = await app.School.AddPupilAsync($"Changed{role}");
        var client = await app.AsAsync(role);
        var form = (await client.GetPageAsync($"{pupil.Path}/details")).FormFields(Form);

        var answer = await client.PostAsync($"{pupil.Path}/details", form.With(("KnownAs", "Zosia"), ("Attendance", "94.55 %"), ("AttendanceOn.Day", "1"), ("AttendanceOn.Month", "9"), ("AttendanceOn.Year", "2026"), ("ClassId", $"{app.School.OtherClassId}")));

        Assert.Equal((HttpStatusCode.Redirect, $"{pupil.Path}/details"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal(("Zosia", 94.6m, new DateOnly(2026, 9, 1), app.School.OtherClassId), (saved.KnownAs, decimal.Round(saved.Attendance!.Value, 1, MidpointRounding.AwayFromZero), saved.AttendanceOn!.Value, saved.ClassId));
        Assert.Contains("Details saved.", (await client.GetPageAsync($"{pupil.Path}/details")).QuerySelector(".moj-alert--success").Words());
        var line = await (await app.AsAsync("senco")).TimelineAsync(pupil);
        Assert.Contains("Details changed", line);
        Assert.Contains("5K", line);
    }

    [Fact]
    public async Task Show_WhenTheHeadReads_CanChangeNothing()
    {
        var pupil = await app.School.AddPupilAsync("Headread");
        var client = await app.AsAsync("head");

        var page = await client.GetPageAsync($"{pupil.Path}/details");

        Assert.Equal("Headread", page.QuerySelector("#Surname")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("fieldset[disabled]"));
        Assert.Null(page.QuerySelector("main form button"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.Path}/details", page.FormFields(Form))).StatusCode);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("ta")]
    public async Task Show_WhenTheRoleTeaches_IsNotFound(string role)
    {
        var pupil = await app.School.AddPupilAsync("Taught", supportedBy: "ta");

        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(role)).GetAsync(pupil.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync($"{pupil.Path}/details")).StatusCode);
    }

    [Fact]
    public async Task Save_WhenTheUpnChanges_KeepsTheOldOneAmongTheFormer()
    {
        var pupil = await app.School.AddPupilAsync("Upnchanged");
        var client = await app.AsAsync("office");
        foreach (var upn in new[] { Upns.Of(81), Upns.Of(82) })
        {
            await client.PostAsync($"{pupil.Path}/details", (await client.GetPageAsync($"{pupil.Path}/details")).FormFields(Form).With(("Upn", upn)));
        }

        var page = await client.GetPageAsync($"{pupil.Path}/details");

        Assert.Equal(Upns.Of(82), page.QuerySelector("#Upn")!.GetAttribute("value"));
        Assert.Contains(Upns.Of(81), page.QuerySelector("section[aria-labelledby='former-upns']").Words());
    }

    [Fact]
    public async Task Save_WhenTheUpnIsAnotherPupils_ShowsThemFirst()
    {
        var (one, other) = (await app.School.AddPupilAsync("Upnone"), await app.School.AddPupilAsync("Upntwo"));
        var client = await app.AsAsync("senco");
        await client.PostAsync($"{one.Path}/details", (await client.GetPageAsync($"{one.Path}/details")).FormFields(Form).With(("Upn", Upns.Of(83))));

        var page = await (await client.PostAsync($"{other.Path}/details", (await client.GetPageAsync($"{other.Path}/details")).FormFields(Form).With(("Upn", Upns.Of(83))))).ReadPageAsync();

        Assert.Contains("Zofia Upnone", page.QuerySelector(".moj-alert--warning").Words());
        Assert.Equal("", (await app.ReadPupilAsync(other.Id)).Upn);
        await client.PostAsync($"{other.Path}/details", page.FormFields(Form));
        Assert.Equal(Upns.Of(83), (await app.ReadPupilAsync(other.Id)).Upn);
    }

    [Theory]
    [InlineData("Attendance", "120", "Enter attendance in per cent, from 0 to 100, such as 94.5")]
    [InlineData("Attendance", "a lot", "Enter attendance in per cent, from 0 to 100, such as 94.5")]
    [InlineData("AttendanceOn.Day", "9", "Enter a real date for the attendance figure, such as 27 3 2027")]
    [InlineData("Flags[0].From", "1 Jan 2200", "Pupil premium: the start date must not be in the future")]
    public async Task Save_WhenAFieldIsWrong_SaysWhat(string field, string value, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongdetail");
        var client = await app.AsAsync("office");

        var answer = await client.PostAsync($"{pupil.Path}/details", (await client.GetPageAsync($"{pupil.Path}/details")).FormFields(Form).With(("Flags[0].Holds", "true"), (field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([message], (await answer.ReadPageAsync()).Errors());
    }

    [Fact]
    public async Task Save_WhenAColleagueChangedOtherFields_KeepsBoth()
    {
        var pupil = await app.School.AddPupilAsync("Merged");
        var client = await app.AsAsync("office");
        var form = (await client.GetPageAsync($"{pupil.Path}/details")).FormFields(Form);
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.ChangeDetails(saved.Details() with { FirstLanguage = "Polish", Flags = PupilFlags.Eal }, by));

        var answer = await client.PostAsync($"{pupil.Path}/details", form.With(("KnownAs", "Zosia"), ("Flags[0].Holds", "true")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal(("Zosia", "Polish", PupilFlags.Eal | PupilFlags.PupilPremium), (saved.KnownAs, saved.FirstLanguage, saved.Flags));
        Assert.Contains("Anna Bell had changed other things meanwhile: both are kept.", (await client.GetPageAsync($"{pupil.Path}/details")).QuerySelector(".moj-alert--success").Words());
    }

    [Fact]
    public async Task Save_WhenBothChangedAField_SaysWhatIsSavedAndSavesTheSecondTime()
    {
        var pupil = await app.School.AddPupilAsync("Conflict");
        var client = await app.AsAsync("office");
        var form = (await client.GetPageAsync($"{pupil.Path}/details")).FormFields(Form);
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.ChangeDetails(saved.Details() with { KnownAs = "Theirs", FirstLanguage = "Polish", ClassId = app.School.OtherClassId }, by));

        var answer = await client.PostAsync($"{pupil.Path}/details", form.With(("KnownAs", "Mine"), ("ClassId", ""), ("Forename", "Sofia")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Collection(
            page.Errors(),
            error => Assert.StartsWith("Anna Bell changed this to “Theirs” at ", error),
            error => Assert.StartsWith("Anna Bell changed this to “5K” at ", error));
        var again = page.FormFields(Form);
        Assert.Equal(("Mine", "", "Polish", "Sofia"), (again["KnownAs"], again["ClassId"], again["FirstLanguage"], again["Forename"]));
        Assert.Equal("Theirs", (await app.ReadPupilAsync(pupil.Id)).KnownAs);

        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/details", again)).StatusCode);
        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal(("Mine", null, "Polish", "Sofia"), (saved.KnownAs, saved.ClassId, saved.FirstLanguage, saved.Forename));
    }

    [Fact]
    public async Task Save_WhenBothChangedAFlag_IsRefused()
    {
        var pupil = await app.School.AddPupilAsync("Flagged");
        var client = await app.AsAsync("office");
        var form = (await client.GetPageAsync($"{pupil.Path}/details")).FormFields(Form);
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.DateFlag(PupilFlags.LookedAfter, TestSchool.Today.AddDays(-9), null, by));

        var answer = await client.PostAsync($"{pupil.Path}/details", form.With(("Flags[2].Holds", "true"), ("Flags[2].From", "1 Jan 2026"), ("KnownAs", "Typed words here")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var words = (await answer.ReadPageAsync()).QuerySelector("main").Words();
        Assert.Contains("Somebody else changed “Looked after” or its dates while you were writing.", words);
        Assert.Contains("Typed words here", words);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public async Task Show_WhenTheLastDayOfAFlagHasPassed_ItHoldsNoMoreAnywhere(int lastDay, bool holds)
    {
        var pupil = await app.School.AddPupilAsync("Passing", stage: Domain.Cycles.CycleStage.Plan);
        var (first, last) = (TestSchool.Today.AddDays(-60), TestSchool.Today.AddDays(lastDay));

        // As it was written a month ago, with an end that lay ahead.
        foreach (var flag in new[] { PupilFlags.Eal, PupilFlags.Disability })
        {
            await app.ChangeAsync(pupil.Id, (saved, by) => saved.DateFlag(flag, first, last, by with { Today = by.Today.AddDays(-30) }));
        }

        Assert.Equal(PupilFlags.Eal | PupilFlags.Disability, (await app.ReadPupilAsync(pupil.Id)).Flags);
        var client = await app.AsAsync("senco");

        var page = await client.GetPageAsync($"{pupil.Path}/details");
        Assert.Equal(holds, page.QuerySelector("#Flags_4__Holds")!.HasAttribute("checked"));
        Assert.Equal(holds, page.QuerySelector(".sen-identity").Words().Contains("EAL", StringComparison.Ordinal));
        var plan = await app.InSchoolAsync(app.School.Id, db => Web.Documents.SupportPlanReader.ReadAsync(db, pupil.Id, pupil.CycleNumber, null, DateTime.UtcNow));
        Assert.Equal(holds ? 2 : 0, plan!.Flags.Count);
        Assert.Equal(holds, await app.InSchoolAsync(app.School.Id, db => Web.Features.Pupils.KeepDisability.DisabilityPage.Of(db, pupil.Id).SingleAsync()) is { IsDisabled: true });
        if (holds)
        {
            return;
        }

        // Set anew, it has a time of its own.
        Assert.Contains($"Before: {UkDate.Short(first)} to {UkDate.Short(last)}", page.QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/details", page.FormFields(Form).With(("Flags[4].Holds", "true")))).StatusCode);
        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal((PupilFlags.Eal, 3), (saved.FlagsOn(TestSchool.Today), saved.FlagPeriods.Count));
    }

    [Fact]
    public async Task Save_WhenFlagsChange_KeepsTheirDates()
    {
        var pupil = await app.School.AddPupilAsync("Dated");
        var client = await app.AsAsync("office");
        var (from, until) = (TestSchool.Today.AddDays(-60), TestSchool.Today.AddDays(-10));
        await SaveAsync(("Flags[3].Holds", "true"), ("Flags[3].From", UkDate.Short(from)));
        await SaveAsync(("Flags[3].Until", UkDate.Short(until)));

        var page = await client.GetPageAsync($"{pupil.Path}/details");

        Assert.False(page.QuerySelector("#Flags_3__Holds")!.HasAttribute("checked"));
        Assert.Contains($"Before: {UkDate.Short(from)} to {UkDate.Short(until)}", page.QuerySelector("main").Words());
        await SaveAsync(("Flags[3].Holds", "true"), ("Flags[3].From", UkDate.Short(TestSchool.Today.AddDays(-1))));
        Assert.Equal(2, (await app.ReadPupilAsync(pupil.Id)).FlagPeriods.Count);
        var written = await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.PupilId == pupil.Id).ToListAsync());
        Assert.Contains(written.SelectMany(row => row.Changes), change => change.Path == "flagDates" && change.New == $"Previously looked after: from {UkDate.Long(TestSchool.Today.AddDays(-1))}");
        await client.PostAsync($"{pupil.Path}/details", (await client.GetPageAsync($"{pupil.Path}/details")).FormFields(Form).Without("Flags[3].Holds"));
        var saved = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal((PupilFlags.None, TestSchool.Today), (saved.Flags, saved.FlagPeriods.Max(period => period.End)!.Value));

        async Task SaveAsync(params (string, string)[] fields) =>
            Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/details", (await client.GetPageAsync($"{pupil.Path}/details")).FormFields(Form).With(fields))).StatusCode);
    }

    [Fact]
    public async Task Save_WhenTheVersionIsForged_IsNotFoundAndChangesNothing()
    {
        var pupil = await app.School.AddPupilAsync("Forged");
        var client = await app.AsAsync("office");

        var answer = await client.PostAsync($"{pupil.Path}/details", (await client.GetPageAsync($"{pupil.Path}/details")).FormFields(Form).With(("Version", $"{Guid.NewGuid()}"), ("KnownAs", "Forged")));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("", (await app.ReadPupilAsync(pupil.Id)).KnownAs);
    }

    [Fact]
    public async Task KeepFormerUpn_WhenRightOrWrong_KeepsItOrSaysWhy()
    {
        var pupil = await app.School.AddPupilAsync("Upnkept");
        var client = await app.AsAsync("assistant");
        var form = (await client.GetPageAsync($"{pupil.Path}/details")).FormFields("form[action$='/former-upns']");

        var wrong = await client.PostAsync($"{pupil.Path}/details/former-upns", form.With(("FormerUpn", "A123")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await wrong.ReadPageAsync();
        Assert.Equal(["A UPN has 13 characters; this one has 4"], page.Errors());
        Assert.Equal("A123", page.FormFields("form[action$='/former-upns']")["FormerUpn"]);

        var right = await client.PostAsync($"{pupil.Path}/details/former-upns", form.With(("FormerUpn", Upns.Of(91))));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(Upns.Of(91), Assert.Single((await app.ReadPupilAsync(pupil.Id)).FormerUpns).Upn);
        Assert.Equal(RecordEventKind.PupilDetailsChanged, (await app.LastEventAsync(pupil.Id)).Kind);
    }

    [Fact]
    public async Task Show_WhenNamesHoldMarkup_EncodesThem()
    {
        var pupil = await app.School.AddPupilAsync("<script>alert(1)</script>", "\u202Egnp.exe");

        var html = await (await (await app.AsAsync("senco")).GetAsync($"{pupil.Path}/details")).Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }
}
