using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class WritePlanTests(TestApp app)
{
    private const string Form = "form[data-sen-draft]";

    [Fact]
    public async Task Save_WhenAWholePlanIsTyped_StoresEveryFieldAndItsHistory()
    {
        var pupil = await app.School.AddPupilAsync("Alderton", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var fields = (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan", fields.With(
            (fields.Field("Targets", 0, "Statement"), "Retells a story in five sentences"),
            (fields.Field("Targets", 0, "Area"), "SocialEmotionalMentalHealth"),
            (fields.Field("Targets", 0, "ByWhen"), "26/3/2027"),
            (fields.Field("Strategies", 0, "For"), "PE"),
            (fields.Field("Provision", 0, "Minutes"), "15"),
            (fields.Field("Provision", 0, "TimesAWeek"), "1/2"),
            ("ExpectedImpact", "Joins in"),
            ("ResponsibleTeacherId", $"{app.School.Staff["other-teacher"]}"),
            ("go", "draft")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"{pupil.CyclePath}/plan", answer.Headers.Location?.ToString());

        var cycle = await app.ReadCycleAsync(pupil);
        var target = Assert.Single(cycle.Targets);
        Assert.Equal(pupil.TargetIds[0], target.Id);
        Assert.Equal("Retells a story in five sentences", target.Statement);
        Assert.Equal(AreaOfNeed.SocialEmotionalMentalHealth, target.Area);
        Assert.Equal(new DateOnly(2027, 3, 26), target.ByWhen);
        Assert.Equal("PE", Assert.Single(cycle.Strategies).For);
        var row = Assert.Single(cycle.Provision);
        Assert.Equal((15, 0.5m), (row.Minutes, row.TimesAWeek));
        Assert.Equal([target.Id], row.Serves);
        Assert.Equal("Joins in", cycle.ExpectedImpact);
        Assert.Equal(app.School.Staff["other-teacher"], cycle.ResponsibleTeacherId);
        var named = await app.InSchoolAsync(app.School.Id, db => db.Pupils.Where(row => row.Id == pupil.Id).Select(row => row.ResponsibleTeacherId).FirstAsync());
        Assert.Equal(app.School.Staff["other-teacher"], named);
        var page = await senco.GetPageAsync($"{pupil.CyclePath}/plan");
        Assert.Contains("Plan saved", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("26 Mar 2027", page.FormFields(Form)[fields.Field("Targets", 0, "ByWhen")]);
        Assert.Contains(RecordEventKind.ResponsibleTeacherNamed, await app.ReadEventsAsync(pupil));
    }

    [Fact]
    public async Task Save_WhenNothingWasTyped_ChangesNothing()
    {
        var pupil = await app.School.AddPupilAsync("Barton", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var before = (await app.ReadCycleAsync(pupil)).Version;
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, (await app.ReadCycleAsync(pupil)).Version);
    }

    [Fact]
    public async Task Show_WhenThereIsNoReviewDate_SuggestsOneByTheSchoolsRhythm()
    {
        var pupil = await app.School.AddPupilAsync("Rhythm", stage: CycleStage.Plan);
        var dated = await app.School.AddPupilAsync("Dated", stage: CycleStage.Plan, reviewOn: TestSchool.Today.AddDays(40));
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var cycle = Web.Features.Shared.Saving.CycleSaver.Whole(db, db.Pupils, pupil.Id, pupil.CycleNumber).AsEnumerable().Single();
            cycle.WritePlan(cycle.Plan() with { ReviewOn = null }, app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var teacher = await app.AsAsync("teacher");
        var school = await app.InSchoolAsync(app.School.Id, db => db.Schools.SingleAsync());

        var page = await teacher.GetPageAsync($"{pupil.CyclePath}/plan");
        var fields = page.FormFields(Form);
        var suggested = new DateOnly(int.Parse(fields["ReviewOn.Year"]!), int.Parse(fields["ReviewOn.Month"]!), int.Parse(fields["ReviewOn.Day"]!));
        var start = (await app.ReadCycleAsync(pupil)).StartsOn is { } starts && school.SuggestedReview(starts) > TestSchool.Today ? starts : TestSchool.Today;
        Assert.Equal(school.SuggestedReview(start), suggested);
        Assert.Contains("A suggestion, not saved yet: within 12 weeks", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Null((await app.ReadCycleAsync(pupil)).ReviewOn);

        await teacher.PostAsync($"{pupil.CyclePath}/plan", fields);
        Assert.Equal(suggested, (await app.ReadCycleAsync(pupil)).ReviewOn);
        Assert.DoesNotContain("A suggestion", (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).QuerySelector("main").Words(), StringComparison.Ordinal);

        var own = await teacher.GetPageAsync($"{dated.CyclePath}/plan");
        Assert.DoesNotContain("A suggestion", own.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal($"{TestSchool.Today.AddDays(40).Day}", own.FormFields(Form)["ReviewOn.Day"]);
    }

    [Theory]
    [InlineData("Targets", "Statement", "", "enter what the pupil will do, or remove the target")]
    [InlineData("Targets", "ByWhen", "31 February 2027", "enter a date such as 26 Mar 2027")]
    [InlineData("Strategies", "Text", "", "enter the strategy, or remove it")]
    [InlineData("Outcomes", "Text", "", "enter the long-term outcome, or remove it")]
    [InlineData("Provision", "Minutes", "0", "minutes must be between 1 and 480")]
    [InlineData("Provision", "Minutes", "100000", "minutes must be between 1 and 480")]
    [InlineData("Provision", "Minutes", "many", "minutes must be between 1 and 480")]
    [InlineData("Provision", "TimesAWeek", "0", "times a week must be more than 0")]
    [InlineData("Provision", "GroupSize", "0", "group size must be between 1 and 60")]
    [InlineData("Provision", "To", "1 Jan 2001", "it must not end before it starts")]
    [InlineData("Provision", "From", "soon", "enter a date such as 26 Mar 2027")]
    [InlineData("Provision", "What", "", "enter what the provision is, or remove the row")]
    public async Task Save_WhenAFieldOfARowCannotBeStored_Answers400WithTheFieldAndEverythingTyped(string list, string field, string typed, string message)
    {
        var pupil = await app.School.AddPupilAsync("Carver", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var name = fields.Field(list, 0, field);
        var posted = fields.With((name, typed), ("AtHome", "Kept whatever happens"));
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan", posted);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var link = Assert.Single(page.QuerySelectorAll(".govuk-error-summary a"));
        Assert.Contains(message, link.TextContent, StringComparison.Ordinal);
        var control = page.QuerySelector(link.GetAttribute("href")!.Replace("[", "\\[", StringComparison.Ordinal));
        Assert.Equal(name, control?.GetAttribute("name"));

        // The summary names the row; beside the field that would be said twice.
        Assert.Equal(message[0], char.ToLowerInvariant(page.QuerySelector($"#{control!.Id}-error").Words()["Error: ".Length]));
        Assert.Contains(message[1..], page.QuerySelector($"#{control.Id}-error").Words(), StringComparison.Ordinal);
        var again = page.FormFields(Form);
        Assert.Equal(typed, again[name]);
        Assert.Equal("Kept whatever happens", again["AtHome"]);
        Assert.Equal(posted.Names.Order(), again.Names.Order());
        Assert.Equal("Story talk", (await app.ReadCycleAsync(pupil)).AtHome);
    }

    [Theory]
    [InlineData("31", "2", "2027", "Review date: enter a real date")]
    [InlineData("5", "", "", "Review date: enter a real date")]
    [InlineData("1", "1", "2001", "The review date must be after")]
    public async Task Save_WhenTheReviewDateCannotBe_Answers400AndKeepsItsParts(string day, string month, string year, string message)
    {
        var pupil = await app.School.AddPupilAsync("Denton", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With(("ReviewOn.Day", day), ("ReviewOn.Month", month), ("ReviewOn.Year", year)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(message, page.QuerySelector(".govuk-error-summary a[href='#ReviewOn']").Words(), StringComparison.Ordinal);
        var again = page.FormFields(Form);
        Assert.Equal((day, month, year), (again["ReviewOn.Day"], again["ReviewOn.Month"], again["ReviewOn.Year"]));
    }

    [Fact]
    public async Task Save_WhenATextIsTooLong_Answers400WithTheLimitAndTheText()
    {
        var pupil = await app.School.AddPupilAsync("Elmer", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var longText = new string('x', 20_001);
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With(("AtHome", longText)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("At home must be 20,000 characters or fewer", page.QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal(longText, page.FormFields(Form)["AtHome"]);
        var accepted = await teacher.PostAsync($"{pupil.CyclePath}/plan", page.FormFields(Form).With(("AtHome", longText[1..])));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
    }

    [Fact]
    public async Task Save_WhenStorableFieldsAreEmpty_StoresThePlanAndShowsWhatIsOutstanding()
    {
        var pupil = await app.School.AddPupilAsync("Farrow", stage: CycleStage.Plan);
        var senco = await app.AsAsync("senco");
        var fields = (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan", fields.With(
            ("ReviewOn.Day", ""), ("ReviewOn.Month", ""), ("ReviewOn.Year", ""),
            (fields.Field("Targets", 0, "Measure"), ""), (fields.Field("Targets", 0, "SuccessCriterion"), ""), (fields.Field("Provision", 0, "Minutes"), ""), ("go", "preview")));
        Assert.Equal($"{pupil.CyclePath}/plan/share", answer.Headers.Location?.ToString());
        Assert.Null((await app.ReadCycleAsync(pupil)).ReviewOn);
        var check = await senco.GetPageAsync($"{pupil.CyclePath}/plan/share");
        var outstanding = check.QuerySelector("[aria-labelledby=outstanding]").Words();
        Assert.Contains("No review date Code 6.48", outstanding, StringComparison.Ordinal);
        Assert.Contains("A target cannot be measured Code 6.48", outstanding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outcome", "Outcomes", "Text")]
    [InlineData("target", "Targets", "Statement")]
    [InlineData("strategy", "Strategies", "Text")]
    [InlineData("provision", "Provision", "What")]
    public async Task Save_WhenARowIsAddedFilledAndRemovedWithoutScript_KeepsEverythingElse(string kind, string list, string words)
    {
        var pupil = await app.School.AddPupilAsync("Garland", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form).With(("AtHome", "Typed and not saved"));
        var added = await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With(("add", kind)));
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        var page = await added.ReadPageAsync();
        var withRow = page.FormFields(Form);
        Assert.Equal(2, page.QuerySelectorAll($"[data-sen-row={kind}]").Length);
        Assert.Equal("added", page.QuerySelectorAll($"[data-sen-row={kind}]")[1].Id);
        Assert.Equal("Typed and not saved", withRow["AtHome"]);

        var filled = withRow.With((withRow.Field(list, 1, words), "A second one"));
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/plan", filled)).StatusCode);
        var saved = RecordFields.Of((await app.ReadCycleAsync(pupil)).Plan());
        Assert.Contains("A second one", saved.Values);

        var again = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var firstKey = again[again.Field(list, 0, "Key")];
        var removed = await (await teacher.PostAsync($"{pupil.CyclePath}/plan", again.With(("remove", $"{kind}-{firstKey}"), ("PupilsPart", "Also typed")))).ReadPageAsync();
        var rest = removed.FormFields(Form);
        Assert.Equal("A second one", rest[rest.Field(list, 0, words)]);
        Assert.Equal("Also typed", rest["PupilsPart"]);
        Assert.Contains("A second one", RecordFields.Of((await app.ReadCycleAsync(pupil)).Plan()).Values);
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/plan", rest)).StatusCode);
        Assert.Single(RecordFields.Of((await app.ReadCycleAsync(pupil)).Plan()).Keys, path => path.StartsWith($"{list}/", StringComparison.OrdinalIgnoreCase) && path.EndsWith("/id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_WhenNewRowsReferToEachOther_StoresTheReferences()
    {
        var pupil = await app.School.AddPupilAsync("Hale", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var address = $"{pupil.CyclePath}/plan";
        var fields = (await teacher.GetPageAsync(address)).FormFields(Form);
        foreach (var kind in new[] { "outcome", "target", "provision" })
        {
            fields = (await (await teacher.PostAsync(address, fields.With(("add", kind)))).ReadPageAsync()).FormFields(Form);
        }

        var filled = fields.With(
            (fields.Field("Outcomes", 1, "Text"), "Reads for pleasure"),
            (fields.Field("Targets", 1, "Statement"), "Chooses a book each week"),
            (fields.Field("Targets", 1, "OutcomeKey"), fields[fields.Field("Outcomes", 1, "Key")]!),
            (fields.Field("Provision", 1, "What"), "Library visit"),
            (fields.Field("Provision", 1, "Serves"), fields[fields.Field("Targets", 1, "Key")]!));

        // Sent twice, as by a double click: the rows are added once.
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync(address, filled)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync(address, filled)).StatusCode);
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal((2, 2, 2), (cycle.Outcomes.Count, cycle.Targets.Count, cycle.Provision.Count));
        var target = cycle.Targets.Single(row => row.Statement == "Chooses a book each week");
        Assert.Equal(cycle.Outcomes.Single(row => row.Text == "Reads for pleasure").Id, target.OutcomeId);
        Assert.Equal([target.Id], cycle.Provision.Single(row => row.What == "Library visit").Serves);
    }

    [Fact]
    public async Task Save_WhenANewRowStaysBlank_DropsIt()
    {
        var pupil = await app.School.AddPupilAsync("Inman", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var withRow = (await (await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With(("add", "strategy")))).ReadPageAsync()).FormFields(Form);
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/plan", withRow)).StatusCode);
        Assert.Single((await app.ReadCycleAsync(pupil)).Strategies);
    }

    [Fact]
    public async Task Show_WhenADraftWasLeft_GivesBackWhatWasTypedUntilItIsSavedOrDiscarded()
    {
        var pupil = await app.School.AddPupilAsync("Jessop", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var address = $"{pupil.CyclePath}/plan";
        var fields = (await teacher.GetPageAsync(address)).FormFields(Form);
        var withRow = (await (await teacher.PostAsync(address, fields.With(("add", "target")))).ReadPageAsync()).FormFields(Form);
        var typed = withRow.With((withRow.Field("Targets", 1, "Baseline"), "Only a baseline"), ("ReviewOn.Day", "31"), ("ReviewOn.Month", "2"));
        Assert.Equal(HttpStatusCode.OK, (await teacher.PostAsync($"/drafts?page={address}", typed)).StatusCode);

        var page = await teacher.GetPageAsync(address);
        Assert.Contains("What you had typed is back", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".govuk-error-message"));
        var back = page.FormFields(Form);
        Assert.Equal("Only a baseline", back[back.Field("Targets", 1, "Baseline")]);
        Assert.Equal("31", back["ReviewOn.Day"]);
        var others = await (await app.AsAsync("senco")).GetPageAsync(address);
        Assert.DoesNotContain("Only a baseline", others.Source.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"/drafts/discard?page={address}", page.FormFields("form[action*=discard]"))).StatusCode);
        Assert.DoesNotContain("Only a baseline", (await teacher.GetPageAsync(address)).Source.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await teacher.PostAsync($"/drafts?page={address}", fields.With(("AtHome", "From the draft")))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync(address, fields.With(("AtHome", "From the save")))).StatusCode);
        var after = await teacher.GetPageAsync(address);
        Assert.DoesNotContain("is back", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("From the save", after.FormFields(Form)["AtHome"]);
    }

    [Fact]
    public async Task Save_WhenItHasErrors_KeepsADraft()
    {
        var pupil = await app.School.AddPupilAsync("Kirby", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With((fields.Field("Provision", 0, "Minutes"), "0"), ("AtHome", "Not lost")));
        Assert.Equal("Not lost", (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form)["AtHome"]);
    }

    [Fact]
    public async Task Show_WhenSomeoneMayNotSeeThePupil_Answers404()
    {
        var pupil = await app.School.AddPupilAsync("Lomax", stage: CycleStage.Plan);
        var address = $"{pupil.CyclePath}/plan";
        foreach (var role in new[] { "other-teacher", "ta", "office", "finance", "governor" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync($"{pupil.Path}/cycles/7/plan")).StatusCode);
    }

    [Fact]
    public async Task Save_WhenSomeoneOnlyReadsTheRecord_ShowsThePlanAndAnswers404()
    {
        var pupil = await app.School.AddPupilAsync("Mercer", stage: CycleStage.Plan, supportedBy: "ta");
        var address = $"{pupil.CyclePath}/plan";
        var fields = (await (await app.AsAsync("teacher")).GetPageAsync(address)).FormFields(Form);
        foreach (var role in new[] { "head", "ta" })
        {
            var reader = await app.AsAsync(role);
            var page = await reader.GetPageAsync(address);
            Assert.Contains("Retells a short story in order", page.QuerySelector("main").Words(), StringComparison.Ordinal);
            Assert.Null(page.QuerySelector(Form));
            var token = page.FormFields("form[action*='sign-out']")["__RequestVerificationToken"]!;
            Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync(address, fields.With(("__RequestVerificationToken", token)))).StatusCode);
        }

        var other = await app.AsOtherSchoolAsync("senco");
        var theirs = (await other.GetPageAsync("/")).FormFields("form[action*='sign-out']")["__RequestVerificationToken"]!;
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(address, fields.With(("__RequestVerificationToken", theirs), ("AtHome", "Stolen")))).StatusCode);
        Assert.Equal("Story talk", (await app.ReadCycleAsync(pupil)).AtHome);
    }

    [Fact]
    public async Task Save_WhenHiddenFieldsAreForged_Answers404AndChangesNothing()
    {
        var pupil = await app.School.AddPupilAsync("Norton", stage: CycleStage.Plan);
        var stranger = await app.School.AddPupilAsync("Oakley", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var address = $"{pupil.CyclePath}/plan";
        var fields = (await teacher.GetPageAsync(address)).FormFields(Form).With(("AtHome", "Forged"));
        foreach (var (name, value) in new[]
        {
            (fields.Field("Targets", 0, "Key"), $"{stranger.TargetIds[0]:N}"),
            (fields.Field("Targets", 0, "Key"), "../../etc"),
            (fields.Field("Targets", 0, "Key"), "new-" + new string('a', 500)),
            (fields.Field("Targets", 0, "Area"), "7"),
            (fields.Field("Targets", 0, "OutcomeKey"), $"{Guid.NewGuid():N}"),
            (fields.Field("Provision", 0, "Serves"), $"{stranger.TargetIds[0]:N}"),
            ("Version", $"{Guid.NewGuid()}"),
            ("Version", ""),
            ("Version", "nonsense"),
            ("add", "everything"),
            ("remove", "target-unknown"),
        })
        {
            var answer = await teacher.PostAsync(address, fields.With((name, value)));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{name}={value} answered {(int)answer.StatusCode}");
        }

        var senco = await app.AsAsync("senco");
        var own = (await senco.GetPageAsync(address)).FormFields(Form);
        foreach (var forged in new[] { app.OtherSchool.Staff["teacher"], app.School.Staff["governor"], Guid.NewGuid() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await senco.PostAsync(address, own.With(("ResponsibleTeacherId", $"{forged}")))).StatusCode);
        }

        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal(("Story talk", app.School.Staff["teacher"]), (cycle.AtHome, cycle.ResponsibleTeacherId));
    }

    [Fact]
    public async Task Save_WhenATeacherNamesSomeoneElse_IgnoresIt()
    {
        var pupil = await app.School.AddPupilAsync("Palmer", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var page = await teacher.GetPageAsync($"{pupil.CyclePath}/plan");
        Assert.DoesNotContain("ResponsibleTeacherId", page.FormFields(Form).Names);
        await teacher.PostAsync($"{pupil.CyclePath}/plan", page.FormFields(Form).With(("ResponsibleTeacherId", $"{app.School.Staff["other-teacher"]}"), ("AtHome", "Saved")));
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal(("Saved", app.School.Staff["teacher"]), (cycle.AtHome, cycle.ResponsibleTeacherId));
    }

    [Fact]
    public async Task Save_WhenTheCycleIsClosed_Answers409AndKeepsWhatWasTyped()
    {
        var pupil = await app.School.AddPupilAsync("Quinn", stage: CycleStage.Review);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            (await db.Cycles.AsTracking().FirstAsync(cycle => cycle.PupilId == pupil.Id)).Close(app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With(("AtHome", "Typed too late")));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var words = (await answer.ReadPageAsync()).QuerySelector("main").Words();
        Assert.Contains("is closed", words, StringComparison.Ordinal);
        Assert.Contains("Typed too late", words, StringComparison.Ordinal);
        var page = await teacher.GetPageAsync($"{pupil.CyclePath}/plan");
        Assert.Equal("Closed", page.QuerySelector("h1 .govuk-tag--grey").Words());
        Assert.Null(page.QuerySelector(Form));
    }

    [Fact]
    public async Task Show_WhenTheCycleIsAtAssess_OffersToStartThePlan()
    {
        var pupil = await app.School.AddPupilAsync("Radley", stage: CycleStage.Assess);
        var teacher = await app.AsAsync("teacher");
        var page = await teacher.GetPageAsync($"{pupil.CyclePath}/plan");
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/assess/finish", page.FormFields("main form"));
        Assert.Equal($"{pupil.CyclePath}/plan", answer.Headers.Location?.ToString());
        page = await teacher.GetPageAsync($"{pupil.CyclePath}/plan");
        Assert.Contains("still lacks: teacher’s assessment", page.QuerySelector("main").Words(), StringComparison.Ordinal);

        // One blank row of each kind to begin with, which saving drops.
        Assert.Single(page.QuerySelectorAll("[data-sen-row=target]"));
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/plan", page.FormFields(Form))).StatusCode);
        Assert.Empty((await app.ReadCycleAsync(pupil)).Targets);
    }

    [Fact]
    public async Task Save_WhenTextsHoldScriptsMarksAndBrokenCharacters_StoresThemCleanAndShowsThemEscaped()
    {
        var pupil = await app.School.AddPupilAsync("Sutton", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        const string Odd = "<script>alert(1)</script> \u202Eright to left\u202C 👩🏽‍🏫 O’Reilly";
        var statement = fields.Field("Targets", 0, "Statement");
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With((statement, Odd), ("AtHome", "bell\abell")))).StatusCode);
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal(Odd, cycle.Targets[0].Statement);
        Assert.Equal("bellbell", cycle.AtHome);
        var page = await teacher.GetPageAsync($"{pupil.CyclePath}/plan");
        Assert.Equal(Odd, page.FormFields(Form)[statement]);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));

        // A NUL is refused before anything is read.
        Assert.Equal(HttpStatusCode.BadRequest, (await teacher.PostAsync($"{pupil.CyclePath}/plan", page.FormFields(Form).With(("AtHome", "before\0after")))).StatusCode);
        Assert.Equal("bellbell", (await app.ReadCycleAsync(pupil)).AtHome);

        // Half a character, as bytes that are no text.
        var raw = string.Join('&', page.FormFields(Form).Names.Where(name => name != "AtHome").Select(name => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(page.FormFields(Form)[name]!)}")) + "&AtHome=half%ED%A0%BDa";
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan", new StringContent(raw, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded"));
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest, $"{(int)answer.StatusCode}");
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync("senco")).GetAsync($"{pupil.CyclePath}/plan.pdf?version=draft")).StatusCode);
    }

    [Fact]
    public async Task Save_WhenTheTokenIsMissing_Answers400AndChangesNothing()
    {
        var pupil = await app.School.AddPupilAsync("Thorpe", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With(("AtHome", "No token")).Without("__RequestVerificationToken"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Story talk", (await app.ReadCycleAsync(pupil)).AtHome);
    }

    [Fact]
    public async Task Show_WhenANeedHasNoTarget_SaysSoWithItsParagraph()
    {
        var pupil = await app.School.AddPupilAsync("Upton", stage: CycleStage.Plan);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.AsTracking().Include(known => known.Needs).FirstAsync(known => known.Id == pupil.Id);
            row.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction), ("SEMH", AreaOfNeed.SocialEmotionalMentalHealth)], TestSchool.Today, app.School.Senco());
            return await db.SaveChangesAsync();
        });
        var page = await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.CyclePath}/plan");
        var areas = page.QuerySelectorAll(".sen-areas li").Select(item => item.Words()).ToList();
        Assert.Equal(2, areas.Count);
        Assert.Contains("SLCN 1 target, 1 row of provision, no strategy", areas[0], StringComparison.Ordinal);
        Assert.Contains("SEMH Nothing planned yet Code 6.44, 6.76", areas[1], StringComparison.Ordinal);
        Assert.Contains("1 hour a week in all", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenATargetWasCarriedOver_SaysHowItEndedAndAsksToReformulateIt()
    {
        var pupil = await app.School.AddPupilAsync("Vernon", stage: CycleStage.Assess, closedCycles: 1);
        var teacher = await app.AsAsync("teacher");
        await teacher.PostAsync($"{pupil.CyclePath}/assess/finish", (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields("main form"));
        var target = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).QuerySelector("[data-sen-row=target]").Words();
        Assert.Contains("From cycle 1: Partly met “Retells a short story in order” – reformulate it", target, StringComparison.Ordinal);
    }
}
