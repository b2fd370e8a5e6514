using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.DayOne;

[Collection(nameof(TestApp))]
public sealed class RecordDoneTests(TestApp app)
{
    private const string Page = "/school/done-before";
    private const string ThreeKinds = $"{Page}?show=true&Kinds=ParentsNotified&Kinds=MetParents&Date=12+Sep+2025&Dates[MetParents]=3+Oct+2025&Class=4W";

    [Theory]
    [InlineData("senco")]
    [InlineData("assistant")]
    public async Task Show_WhenKindsAndDatesAreChosen_OffersEveryPupilOfTheRegisterWithThem(string role)
    {
        var pupil = await app.School.AddPupilAsync("Before", "Bo");
        var other = await app.School.AddPupilAsync("Elsewhere", "Eve", classId: app.School.OtherClassId);
        var none = await app.School.AddPupilAsync("Without", "Will", status: SenStatus.None);

        var page = await (await app.AsAsync(role)).GetPageAsync(ThreeKinds);

        var fields = page.FormFields("main form");
        Assert.Equal("true", fields[$"Rows[{pupil.Id}].Take"]);
        Assert.Equal("12 Sep 2025", fields[$"Rows[{pupil.Id}].Dates[ParentsNotified]"]);
        Assert.Equal("3 Oct 2025", fields[$"Rows[{pupil.Id}].Dates[MetParents]"]);
        Assert.DoesNotContain($"Rows[{other.Id}].Take", fields.Names);
        Assert.DoesNotContain($"Rows[{none.Id}].Take", fields.Names);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("head")]
    [InlineData("ta")]
    [InlineData("office")]
    public async Task Pages_WhenThePersonKeepsNoSenRecords_AnswerNotFound(string role)
    {
        var pupil = await app.School.AddPupilAsync("Kept", "Kim", supportedBy: "ta");
        var client = await app.AsAsync(role);
        var token = (await client.GetPageAsync("/help")).FormFields("form[action='/account/sign-out']");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(Page, token.With(("Kinds", "MetParents")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{Page}/undo", token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.Path}/done", token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.Path}/done/remove", token)).StatusCode);
    }

    [Fact]
    public async Task Show_WhenNothingIsChosenOrADateIsNone_SaysSoBesideTheField()
    {
        var client = await app.AsAsync("senco");

        var nothing = await client.GetAsync($"{Page}?show=true");
        var wrong = await client.GetAsync($"{Page}?show=true&Kinds=Reviewed&Dates[Reviewed]=31+Feb+2025");
        var future = await client.GetAsync($"{Page}?show=true&Kinds=Reviewed&Date=1+Jan+2199");

        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Contains("Choose what was done", (await nothing.ReadPageAsync()).QuerySelector("#Kinds-error").Words());
        var page = await wrong.ReadPageAsync();
        Assert.Contains("26 Mar 2026", page.QuerySelector("#Dates_Reviewed_-error").Words());
        Assert.Equal("31 Feb 2025", page.FormFields("main form")["Dates[Reviewed]"]);
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!));
        Assert.Contains("today or in the past", (await future.ReadPageAsync()).QuerySelector("#Date-error").Words());
    }

    [Fact]
    public async Task Record_WhenChecked_KeepsItForEachPupilWithTheirOwnDateAndInTheTimeline()
    {
        var one = await app.School.AddPupilAsync("Onedate", "Ona");
        var two = await app.School.AddPupilAsync("Twodate", "Tui");
        var client = await app.AsAsync("senco");
        var form = Only((await client.GetPageAsync(ThreeKinds)).FormFields("main form"), one.Id, two.Id)
            .With(($"Rows[{two.Id}].Dates[ParentsNotified]", "1/9/2024"), ($"Rows[{two.Id}].Dates[MetParents]", ""), ("Note", "SEN files"), ("Do", "check"));

        var check = await (await client.PostAsync(Page, form)).ReadPageAsync();
        Assert.Contains("3 records for 2 pupils", check.QuerySelector("main").Words());
        Assert.Empty(await DoneAsync(one.Id));
        var answer = await client.PostAsync(Page, check.FormFields("main form").With(("Do", "record")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal([(DutyRecordKind.ParentsNotified, new DateOnly(2025, 9, 12), "SEN files"), (DutyRecordKind.MetParents, new DateOnly(2025, 10, 3), "SEN files")], await DoneAsync(one.Id));
        Assert.Equal([(DutyRecordKind.ParentsNotified, new DateOnly(2024, 9, 1), "SEN files")], await DoneAsync(two.Id));
        Assert.Contains("Parents formally notified on 1 September 2024", (await client.GetPageAsync($"{two.Path}/timeline")).QuerySelector("main").Words());

        // A second time nothing is left to record, and the table shows what is known.
        var again = await client.GetPageAsync(ThreeKinds);
        Assert.Contains("Recorded: 12 Sep 2025", again.QuerySelector("main").Words());
        Assert.Equal("", again.FormFields("main form")[$"Rows[{one.Id}].Dates[ParentsNotified]"]);
    }

    [Fact]
    public async Task Record_WhenADateCannotBe_RecordsNothingAndKeepsWhatWasTyped()
    {
        var pupil = await app.School.AddPupilAsync("Baddate", "Bea");
        var client = await app.AsAsync("assistant");
        var form = Only((await client.GetPageAsync(ThreeKinds)).FormFields("main form"), pupil.Id)
            .With(($"Rows[{pupil.Id}].Dates[ParentsNotified]", "yesterday <b>"), ($"Rows[{pupil.Id}].Dates[MetParents]", "3 Oct 1999"), ("Do", "record"));

        var answer = await client.PostAsync(Page, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal("yesterday <b>", page.FormFields("main form")[$"Rows[{pupil.Id}].Dates[ParentsNotified]"]);
        Assert.Contains("Bea Baddate: enter a date", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Contains("after the date of birth", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Empty(await DoneAsync(pupil.Id));
    }

    [Fact]
    public async Task Record_WhenAPupilOfAnotherSchoolIsNamed_AnswersNotFound()
    {
        var stranger = await app.OtherSchool.AddPupilAsync("Stranger", "Sam", classId: app.OtherSchool.OtherClassId, responsible: null);
        var pupil = await app.School.AddPupilAsync("Ours", "Olu");
        var client = await app.AsAsync("senco");
        var form = Only((await client.GetPageAsync(ThreeKinds)).FormFields("main form"), pupil.Id)
            .With(($"Rows[{stranger.Id}].Take", "true"), ($"Rows[{stranger.Id}].Dates[MetParents]", "3 Oct 2025"), ("Do", "record"));

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(Page, form)).StatusCode);
        Assert.Empty(await DoneAsync(pupil.Id));
    }

    [Fact]
    public async Task Undo_WhenAskedForWithinADay_TakesBackThatAndNothingElse()
    {
        var pupil = await app.School.AddPupilAsync("Undoes", "Una");
        var client = await app.AsAsync("senco");
        var single = (await client.GetPageAsync($"{pupil.Path}/done")).FormFields("main form").With(("Entries[EarlyDiscussion].Date", "1 Sep 2025"));
        await client.PostAsync($"{pupil.Path}/done", single);
        var form = Only((await client.GetPageAsync(ThreeKinds)).FormFields("main form"), pupil.Id).With(("Do", "record"));
        var recorded = (await client.PostAsync(Page, form)).Headers.Location!.OriginalString;
        var link = (await client.GetPageAsync(recorded)).QuerySelector(".sen-panel--tint a")!.GetAttribute("href")!;

        var ask = await client.GetPageAsync(link);
        Assert.Contains("Undoes, Una", ask.QuerySelector("main").Words());
        var stranger = await app.AsAsync("assistant");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(link)).StatusCode);
        var answer = await client.PostAsync($"{Page}/undo", ask.FormFields("main form"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal([DutyRecordKind.EarlyDiscussion], (await DoneAsync(pupil.Id)).Select(done => done.Kind));
        Assert.Contains("recorded by mistake", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{Page}/undo", ask.FormFields("main form"))).StatusCode);
    }

    [Fact]
    public async Task PupilDone_WhenRecordedAndRemoved_ListsItAndThenNoMore()
    {
        var pupil = await app.School.AddPupilAsync("Single", "Sol");
        var client = await app.AsAsync("assistant");
        var page = await client.GetPageAsync($"{pupil.Path}/done");
        var form = page.FormFields("main form").With(("Entries[PlanAgreed].Date", "14/3/2026"), ("Entries[PlanAgreed].Who", "Both parents"), ("Entries[PlanAgreed].Outcome", "Agreed"), ("Note", "Signed copy in the file"));

        await client.PostAsync($"{pupil.Path}/done", form);

        var list = (await client.GetPageAsync($"{pupil.Path}/done")).QuerySelector("table").Words();
        Assert.Contains("Plan agreed", list);
        Assert.Contains("14 Mar 2026", list);
        Assert.Contains("Both parents", list);
        Assert.Contains("14 Mar 2026", (await (await app.AsAsync("teacher")).GetPageAsync($"{pupil.Path}/done")).QuerySelector("table").Words());
        var ask = await client.GetPageAsync($"{pupil.Path}/done/remove?kind=PlanAgreed&on=2026-03-14");
        await client.PostAsync($"{pupil.Path}/done/remove", ask.FormFields("main form"));
        Assert.Empty(await DoneAsync(pupil.Id));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync($"{pupil.Path}/done/remove", ask.FormFields("main form"))).StatusCode);
    }

    [Fact]
    public async Task PupilDone_WhenSomethingIsWrong_SaysWhereAndKeepsWhatWasTyped()
    {
        var pupil = await app.School.AddPupilAsync("Mistaken", "Wyn");
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync($"{pupil.Path}/done")).FormFields("main form");

        var nothing = await client.PostAsync($"{pupil.Path}/done", form);
        var wrong = await client.PostAsync($"{pupil.Path}/done", form.With(("Entries[Reviewed].Date", "soon"), ("Entries[MetParents].Who", "Mother"), ("Note", new string('x', 20_001))));

        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Contains("at least one", (await nothing.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
        var page = await wrong.ReadPageAsync();
        Assert.Contains("Support reviewed: enter a date", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Contains("Met the parents: enter the date", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Contains("20,000 characters", page.QuerySelector(".govuk-error-summary").Words());
        Assert.Equal("Mother", page.FormFields("main form")["Entries[MetParents].Who"]);
        Assert.Empty(await DoneAsync(pupil.Id));
    }

    private static FormFields Only(FormFields form, params Guid[] pupils) =>
        form.Without([.. form.Names.Where(name => name.StartsWith("Rows[", StringComparison.Ordinal) && !pupils.Any(pupil => name.Contains($"{pupil}", StringComparison.Ordinal))).Distinct()]);

    private async Task<List<(DutyRecordKind Kind, DateOnly On, string Note)>> DoneAsync(Guid pupilId) => await app.InSchoolAsync(app.School.Id, async db =>
        (await db.Pupils.AsNoTracking().Where(pupil => pupil.Id == pupilId).SelectMany(pupil => pupil.DutyRecords).ToListAsync())
            .OrderBy(record => record.Kind).Select(record => (record.Kind, record.On, record.Note)).ToList());
}
