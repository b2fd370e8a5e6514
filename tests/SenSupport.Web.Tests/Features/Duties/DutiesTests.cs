using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Duties;

[Collection(nameof(TestApp))]
public sealed class DutiesTests(TestApp app, DutiesSchool rowan) : IClassFixture<DutiesSchool>
{
    /// <summary>Each duty with what mends it: fields of the form that its link opens, or null for the cycle's own pages.</summary>
    public static TheoryData<DutyKind, string?> EachDuty => new()
    {
        { DutyKind.ParentsInformed, "" },
        { DutyKind.EarlyDiscussionNoted, "" },
        { DutyKind.SendiassExplained, "" },
        { DutyKind.NeedsAnalysed, null },
        { DutyKind.ReviewDateSet, null },
        { DutyKind.PlanAgreed, "Outcome=Agreed with comment" },
        { DutyKind.StaffAware, "Read" },
        { DutyKind.ResponsibleTeacher, null },
        { DutyKind.ReviewedOnTime, null },
        { DutyKind.ViewsInReview, null },
        { DutyKind.ThreeMeetingsAYear, "" },
        { DutyKind.SpecialistConsidered, "Outcome=Involved" },
        { DutyKind.ProvisionMatchesNeed, "Note=Enough for now" },
        { DutyKind.ReasonableAdjustments, "NoAdjustmentReason=None needed" },
        { DutyKind.TransitionPlanned, "" },
    };

    [Theory]
    [MemberData(nameof(EachDuty))]
    public async Task EachDuty_AppearsWhenItIsNotMetAndGoesAwayByItsLink(DutyKind kind, string? mend)
    {
        var surname = $"Owing{kind}";
        var pupil = await rowan.AddCompleteAsync(surname);
        var client = await ClientAsync("senco");
        Assert.Contains("Nothing outstanding", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        Assert.DoesNotContain(surname, await ListAsync(client, kind), StringComparison.Ordinal);

        await rowan.BreakAsync(pupil, kind);

        Assert.Contains($"Code {kind.Paragraph()}", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        Assert.Contains("1 thing outstanding", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        Assert.Contains(surname, await ListAsync(client, kind), StringComparison.Ordinal);
        Assert.Equal($"1 to put right for Zofia {surname}", await RegisterCellAsync(client, surname));
        var links = (await client.GetPageAsync(pupil.Path)).QuerySelectorAll(".sen-duty a").Select(link => link.GetAttribute("href")!).Where(link => !link.Contains("/not-applicable", StringComparison.Ordinal)).ToList();
        if (mend is null)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(links[0].Split('#')[0])).StatusCode);
            await rowan.MendInCycleAsync(pupil, kind);
        }
        else
        {
            await PostAsync(client, links[^1], mend);
        }

        Assert.Contains("Nothing outstanding", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        Assert.DoesNotContain(surname, await ListAsync(client, kind), StringComparison.Ordinal);
        Assert.Equal("0", await RegisterCellAsync(client, surname));
    }

    [Fact]
    public async Task AnnualReview_AppearsAfterTwelveMonthsAndGoesAwayByItsRecord()
    {
        var pupil = await app.InSchoolAsync(rowan.School.Id, async db =>
        {
            var by = rowan.School.Senco(400);
            var row = Pupil.Add(rowan.School.Id, new PupilDetails("", "Yearly", "Zofia", "", TestSchool.Today.AddYears(-9), Sex.Female, "4", rowan.School.ClassId), by);
            row.ChangeStatus(SenStatus.EhcPlan, by.Today, "Plan", by);
            row.NameResponsibleTeacher(rowan.School.Staff["teacher"], by);
            db.Add(row);
            await db.SaveChangesAsync();
            return new TestPupil(row.Id, 0, []);
        });
        var client = await ClientAsync("senco");

        Assert.Contains("Annual review is late Code 6.56", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        Assert.Contains("Yearly", await ListAsync(client, DutyKind.AnnualReview), StringComparison.Ordinal);
        await PostAsync(client, $"{pupil.Path}/records/add?kind=AnnualReview", "");

        Assert.Contains("Nothing outstanding", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        Assert.DoesNotContain("Yearly", await ListAsync(client, DutyKind.AnnualReview), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("senco", 200)]
    [InlineData("assistant", 200)]
    [InlineData("head", 200)]
    [InlineData("teacher", 404)]
    [InlineData("ta", 404)]
    [InlineData("office", 404)]
    [InlineData("governor", 404)]
    [InlineData("finance", 404)]
    public async Task List_ByRole_IsForThoseWhoSeeTheWholeSchool(string role, int status) =>
        Assert.Equal(status, (int)(await (await ClientAsync(role)).GetAsync("/duties")).StatusCode);

    [Theory]
    [InlineData("head")]
    [InlineData("teacher")]
    [InlineData("ta")]
    [InlineData("office")]
    public async Task ShortRecords_WhenThePersonKeepsNoSenRecords_AnswerNotFound(string role)
    {
        var pupil = await rowan.AddCompleteAsync($"Refused{role}");
        var client = await ClientAsync(role);
        var token = (await client.GetPageAsync("/account/password")).FormFields("main form");

        foreach (var path in new[] { "records/add?kind=MetParents", "records/readers", "records/teacher", "duties/PlanAgreed/not-applicable", "duties/PlanAgreed/applies" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.Path}/{path}", token)).StatusCode);
        }
    }

    [Theory]
    [InlineData("records/add?kind=Unknown")]
    [InlineData("records/add?kind=99")]
    [InlineData("records/add")]
    [InlineData("duties/Unknown/not-applicable")]
    [InlineData("duties/PlanAgreed/applies")]
    public async Task Pages_WhenThereIsNoSuchThing_AnswerNotFound(string path)
    {
        var pupil = await rowan.AddCompleteAsync($"Unknown{path.Length}");

        Assert.Equal(HttpStatusCode.NotFound, (await (await ClientAsync("senco")).GetAsync($"{pupil.Path}/{path}")).StatusCode);
    }

    [Fact]
    public async Task List_WhenFiltered_CountsThoseWhomItLetsThrough()
    {
        var school = await TestSchool.CreateAsync(app, "Aspen Primary School", "aspen");
        foreach (var number in Enumerable.Range(1, 27))
        {
            await school.AddPupilAsync($"Many{number:00}", "Kim");
        }

        await school.AddPupilAsync("Elsewhere", "Eve", classId: school.OtherClassId);
        var client = await app.SignInAsync("senco@aspen.example");

        Assert.Equal("28", CountOf(await client.GetPageAsync("/duties"), DutyKind.ParentsInformed));
        Assert.Equal("1", CountOf(await client.GetPageAsync("/duties?class=5K&year=4"), DutyKind.ParentsInformed));
        Assert.Equal("28", CountOf(await client.GetPageAsync("/duties?class=none&year=99&by=x"), DutyKind.ParentsInformed));
        Assert.Equal(3, (await client.GetPageAsync("/duties?by=must")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(13, (await client.GetPageAsync("/duties?by=should")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(25, (await client.GetPageAsync("/duties?duty=ParentsInformed")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(3, (await client.GetPageAsync("/duties?duty=ParentsInformed&page=2")).QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Outstanding for 27 pupils", (await client.GetPageAsync("/duties?duty=ParentsInformed&class=4W&page=77")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Nothing outstanding here", (await client.GetPageAsync("/duties?duty=AnnualReview")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenHead_ReadsAndIsOfferedNothingToWrite()
    {
        await rowan.BreakAsync(await rowan.AddCompleteAsync("Forhead"), DutyKind.SendiassExplained);

        var page = await (await ClientAsync("head")).GetPageAsync("/duties?duty=SendiassExplained");

        Assert.Contains("Forhead", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main a[href*='/records/']"));
        Assert.NotNull(page.QuerySelector("a.govuk-service-navigation__link[href='/duties']"));
    }

    [Fact]
    public async Task SetAside_WhenSenco_TakesADutyOffTheListsUntilItIsTakenBack()
    {
        var pupil = await rowan.AddCompleteAsync("Asideset");
        await rowan.BreakAsync(pupil, DutyKind.SendiassExplained);
        var client = await ClientAsync("senco");
        var path = $"{pupil.Path}/duties/SendiassExplained/not-applicable";
        var empty = await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields());
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("Enter why it does not apply", (await empty.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);

        var saved = await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields().With(("Reason", "The family <b>works</b> there")));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await client.GetPageAsync(pupil.Path);
        Assert.Contains("Nothing outstanding", page.QuerySelector("[aria-labelledby=h-out]").Words(), StringComparison.Ordinal);
        Assert.Contains("The family <b>works</b> there", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Ruth Adeyemi", page.QuerySelector(".govuk-details").Words(), StringComparison.Ordinal);
        Assert.Contains("Asideset, Zofia The family <b>works</b> there", (await client.GetPageAsync("/duties?duty=SendiassExplained")).QuerySelector(".govuk-details").Words(), StringComparison.Ordinal);
        Assert.Contains("Does not apply: independent advice service explained", (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);

        var back = $"{pupil.Path}/duties/SendiassExplained/applies";
        await client.PostAsync(back, (await client.GetPageAsync(back)).FormFields());

        Assert.Contains("SENDIASS not explained", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetAside_WhenSenAssistant_IsTheSencosOwn()
    {
        var pupil = await rowan.AddCompleteAsync("Assisted");
        await rowan.BreakAsync(pupil, DutyKind.SendiassExplained);
        var client = await ClientAsync("assistant");

        var page = await client.GetPageAsync(pupil.Path);
        Assert.Single(page.QuerySelectorAll(".sen-duty a"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/duties/SendiassExplained/not-applicable")).StatusCode);
    }

    [Fact]
    public async Task Show_WhenTeacher_SeesWhatIsPartOfTheirWorkWithoutTheSencosActs()
    {
        var pupil = await rowan.AddCompleteAsync("Classwork");
        await rowan.BreakAsync(pupil, DutyKind.ParentsInformed);
        await rowan.BreakAsync(pupil, DutyKind.PlanAgreed);
        await rowan.BreakAsync(pupil, DutyKind.ReviewDateSet);

        var page = await (await ClientAsync("teacher")).GetPageAsync(pupil.Path);

        Assert.Contains("2 things outstanding", page.QuerySelector("[aria-labelledby=h-out]").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("told of SEN Support", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal([$"{pupil.CyclePath}/plan#ReviewOn"], page.QuerySelectorAll(".sen-duty a").Select(link => link.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("MetParents", "", "", "", "Enter the date")]
    [InlineData("MetParents", "31 2 2026", "", "", "Enter a real date")]
    [InlineData("MetParents", "1 1 2199", "", "", "today or in the past")]
    [InlineData("MetParents", "1 1 1999", "", "", "after the date of birth")]
    [InlineData("PlanAgreed", "1 9 2026", "", "", "Choose their answer")]
    [InlineData("PlanAgreed", "1 9 2026", "Perhaps", "", "Choose their answer")]
    [InlineData("SpecialistConsidered", "1 9 2026", "Considered, not involved", "", "Enter the question asked")]
    [InlineData("ProvisionEnough", "1 9 2026", "", "", "Enter why it is enough")]
    public async Task AddRecord_WhenItCannotBe_RecordsNothingAndKeepsWhatWasTyped(string kind, string on, string outcome, string note, string message)
    {
        var pupil = await rowan.School.AddPupilAsync($"Wrong{kind}{on.Length}", "Zofia");
        var client = await ClientAsync("assistant");
        var path = $"{pupil.Path}/records/add?kind={kind}";
        var parts = on.Length == 0 ? ["", "", ""] : on.Split(' ');

        var answer = await client.PostAsync(
            path.Split('?')[0],
            (await client.GetPageAsync(path)).FormFields().With(("On.Day", parts[0]), ("On.Month", parts[1]), ("On.Year", parts[2]), ("Who", "Marta <i>"), ("Outcome", outcome), ("Note", note)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(message, page.QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!));
        Assert.Equal("Marta <i>", page.FormFields()["Who"]);
        Assert.Equal(parts[0], page.FormFields()["On.Day"]);
        Assert.Equal(0, await app.InSchoolAsync(rowan.School.Id, db => db.Pupils.Where(row => row.Id == pupil.Id).SelectMany(row => row.DutyRecords).CountAsync()));
    }

    [Fact]
    public async Task AddRecord_WhenTheSameIsThere_SaysSo()
    {
        var pupil = await rowan.AddCompleteAsync("Twice");
        var client = await ClientAsync("senco");
        var path = $"{pupil.Path}/records/add?kind=MetParents";

        var answer = await client.PostAsync(path.Split('?')[0], Today((await client.GetPageAsync(path)).FormFields()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("already", (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameTeacher_WhereNoPlanNamesOne_PutsItRight()
    {
        var pupil = await rowan.School.AddPupilAsync("Teacherless", "Zofia", responsible: null, settled: true);
        var client = await ClientAsync("senco");
        var path = $"{pupil.Path}/records/teacher";
        Assert.Contains("No responsible teacher", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields().With(("TeacherId", $"{app.School.Staff["teacher"]}")))).StatusCode);

        await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields().With(("TeacherId", $"{rowan.School.Staff["teacher"]}")));

        Assert.Contains("Nothing outstanding", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_WhoNeedNotReadThePlan_AreLeftOutWithTheReason()
    {
        var pupil = await rowan.AddCompleteAsync("Unread");
        await rowan.BreakAsync(pupil, DutyKind.StaffAware);
        var client = await ClientAsync("senco");
        var (path, teacher) = ($"{pupil.Path}/records/readers", rowan.School.Staff["teacher"]);
        var form = (await client.GetPageAsync(path)).FormFields();

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(path, form.With(($"Readers[{rowan.School.Staff["other-teacher"]}].HasRead", "true")))).StatusCode);
        var tooLong = await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields().With(($"Readers[{teacher}].ExemptReason", new string('a', 251))));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields().With(($"Readers[{teacher}].ExemptReason", "On leave until January")));

        Assert.Contains("Nothing outstanding", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        Assert.Equal("On leave until January", (await client.GetPageAsync(path)).FormFields()[$"Readers[{teacher}].ExemptReason"]);
    }

    [Fact]
    public async Task StaffAware_WhenAVersionIsAMinorChange_AsksNobodyToReadAgain()
    {
        var pupil = await rowan.AddCompleteAsync("Minorly");
        var client = await ClientAsync("senco");

        await ShareAsync(isMinor: true);
        Assert.Contains("Nothing outstanding", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        await ShareAsync(isMinor: false);
        Assert.Contains("Code 6.49", await OutstandingAsync(client, pupil), StringComparison.Ordinal);

        Task ShareAsync(bool isMinor) => app.InSchoolAsync(rowan.School.Id, async db =>
        {
            var cycle = await db.Cycles.Include(row => row.Strands).Include(row => row.Targets).Include(row => row.PlanVersions).AsTracking().FirstAsync(row => row.OpenKey == pupil.Id);
            cycle.SharePlan("{}", rowan.School.Senco(), isMinor);
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Register_WhenAColleagueSaves_IsNeverStale()
    {
        var pupil = await rowan.AddCompleteAsync("Freshness");
        var client = await ClientAsync("senco");
        Assert.Equal("0", await RegisterCellAsync(client, "Freshness"));

        await rowan.BreakAsync(pupil, DutyKind.ReviewDateSet);
        Assert.StartsWith("1 to put right", await RegisterCellAsync(client, "Freshness"), StringComparison.Ordinal);
        await rowan.BreakAsync(pupil, DutyKind.SendiassExplained);
        Assert.StartsWith("2 to put right", await RegisterCellAsync(client, "Freshness"), StringComparison.Ordinal);
        await app.InSchoolAsync(rowan.School.Id, async db =>
        {
            var own = await db.Classes.Include(row => row.Teachers).AsTracking().FirstAsync(row => row.Id == rowan.School.ClassId);
            own.NameTeacher(rowan.School.Staff["other-teacher"], rowan.School.Senco());
            return await db.SaveChangesAsync();
        });
        Assert.StartsWith("3 to put right", await RegisterCellAsync(client, "Freshness"), StringComparison.Ordinal);
        await app.InSchoolAsync(rowan.School.Id, async db =>
        {
            var own = await db.Classes.Include(row => row.Teachers).AsTracking().FirstAsync(row => row.Id == rowan.School.ClassId);
            own.RemoveTeacher(rowan.School.Staff["other-teacher"], rowan.School.Senco());
            return await db.SaveChangesAsync();
        });
        Assert.StartsWith("2 to put right", await RegisterCellAsync(client, "Freshness"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task YoungPerson_OnceRightsHavePassed_IsAddressedAndTheirWishIsKept()
    {
        var pupil = await rowan.AddCompleteAsync("Grown");
        await rowan.ChangeAsync(pupil, (row, _) => row.ChangeDetails(row.Details() with { BirthDate = TestSchool.Today.AddYears(-18) }, rowan.School.Senco()));
        await rowan.BreakAsync(pupil, DutyKind.PlanAgreed);
        var client = await ClientAsync("senco");

        var page = await client.GetPageAsync(pupil.Path);
        Assert.Contains("Plan not agreed with Zofia", page.QuerySelector("[aria-labelledby=h-out]").Words(), StringComparison.Ordinal);
        Assert.Contains("No wish recorded", page.QuerySelector("[aria-labelledby=h-rights]").Words(), StringComparison.Ordinal);
        await PostAsync(client, $"{pupil.Path}/records/add?kind=YoungPersonsWish", "Outcome=Parents are not told");
        await PostAsync(client, $"{pupil.Path}/records/add?kind=RepresentativeNamed", "Who=Marta Grown");

        page = await client.GetPageAsync(pupil.Path);
        Assert.Contains("Plan not agreed with Marta Grown", page.QuerySelector("[aria-labelledby=h-out]").Words(), StringComparison.Ordinal);
        Assert.Contains("Parents are not told", page.QuerySelector("[aria-labelledby=h-rights]").Words(), StringComparison.Ordinal);
        Assert.Null((await (await ClientAsync("ta")).GetAsync(pupil.Path)).Headers.Location);
    }

    [Fact]
    public async Task Show_WhenAPupilHasLeft_OwesNothing()
    {
        var pupil = await rowan.AddCompleteAsync("Leaver");
        await rowan.BreakAsync(pupil, DutyKind.SendiassExplained);
        await rowan.ChangeAsync(pupil, (row, _) => row.Leave(TestSchool.Today, "Elsewhere", "", rowan.School.Senco()));
        var client = await ClientAsync("senco");

        Assert.Contains("Nothing outstanding", await OutstandingAsync(client, pupil), StringComparison.Ordinal);
        Assert.DoesNotContain("Leaver", await ListAsync(client, DutyKind.SendiassExplained), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assessment_WhenLevelsAreSubstantiallyBelow_KeepsItForTheDuty()
    {
        var pupil = await rowan.AddCompleteAsync("Below");
        var client = await ClientAsync("senco");
        var path = $"{pupil.CyclePath}/assess";

        var saved = await client.PostAsync(path, (await client.GetPageAsync(path)).FormFields("form[data-sen-draft]").With(("SubstantiallyBelow", "true")));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.True(await app.InSchoolAsync(rowan.School.Id, db => db.Cycles.Where(cycle => cycle.PupilId == pupil.Id).Select(cycle => cycle.SubstantiallyBelow).SingleAsync()));
        Assert.NotNull((await client.GetPageAsync(path)).QuerySelector("#SubstantiallyBelow[checked]"));
        Assert.Contains("Substantially below", (await (await ClientAsync("head")).GetPageAsync(path)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 400)]
    [InlineData("5", 400)]
    [InlineData("two", 400)]
    [InlineData("3", 302)]
    public async Task Settings_HowManyReviewsComeBeforeASpecialist_AreOneToFour(string number, int status)
    {
        var client = await ClientAsync("senco");
        const string Path = "/school/settings/reviews";

        var answer = await client.PostAsync(Path, (await client.GetPageAsync(Path)).FormFields().With(("ReviewsBeforeSpecialist", number)));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 302 ? 3 : 2, await app.InSchoolAsync(rowan.School.Id, db => db.Schools.Select(school => school.ReviewsBeforeSpecialist).SingleAsync()));
        if (status == 302)
        {
            await client.PostAsync(Path, (await client.GetPageAsync(Path)).FormFields().With(("ReviewsBeforeSpecialist", "2")));
        }
    }

    [Fact]
    public void Texts_ForEveryDuty_AreThere() =>
        Assert.All(DutyKinds.All, kind => Assert.All([DutyText.Of(kind).ExplanationForStaff, DutyText.Of(kind).WhatToDo, DutyText.Of(kind).ExplanationForParents], Assert.NotEmpty));

    private static string CountOf(IHtmlDocument page, DutyKind kind) => page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th").Words() == kind.Name()).QuerySelectorAll("td").Last().Words();

    private static FormFields Today(FormFields fields) => fields.With(("On.Day", $"{TestSchool.Today.Day}"), ("On.Month", $"{TestSchool.Today.Month}"), ("On.Year", $"{TestSchool.Today.Year}"));

    private static async Task<string> OutstandingAsync(HttpClient client, TestPupil pupil) => (await client.GetPageAsync(pupil.Path)).QuerySelector("[aria-labelledby=h-out]").Words();

    private static async Task<string> ListAsync(HttpClient client, DutyKind kind) => (await client.GetPageAsync($"/duties?duty={kind}")).QuerySelector("main").Words();

    private static async Task<string> RegisterCellAsync(HttpClient client, string surname) =>
        (await client.GetPageAsync($"/pupils?view=all&search={surname}")).QuerySelectorAll("tbody tr").Single().QuerySelectorAll("td").Last().Words();

    private async Task PostAsync(HttpClient client, string path, string field)
    {
        var fields = (await client.GetPageAsync(path)).FormFields();
        fields = field == "Read" ? fields.With(($"Readers[{rowan.School.Staff["teacher"]}].HasRead", "true")) : path.Contains("/records/add", StringComparison.Ordinal) ? Today(fields) : fields;
        if (field.Contains('=', StringComparison.Ordinal))
        {
            fields = fields.With((field.Split('=')[0], field.Split('=')[1]));
        }

        var answer = await client.PostAsync(path.Split('?')[0], fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{path} answered {(int)answer.StatusCode}: {(await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words()}");
    }

    private Task<HttpClient> ClientAsync(string role) => rowan.ClientAsync(role);
}
