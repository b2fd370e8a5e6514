using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Pdf.Tests;
using SenSupport.Web.Documents;

namespace SenSupport.Web.Tests.Documents;

public sealed class SupportPlanTests
{
    private static SupportPlan Full { get; } = new()
    {
        School = "Ash Lane Primary School",
        Sendiass = "Town SENDIASS, 01234 567890",
        FirstName = "Zosia",
        Forename = "Zofia",
        Surname = "Wiśniewska",
        BirthDate = new DateOnly(2018, 3, 14),
        Upn = "B801200005001",
        Year = "Year 4",
        Class = "4W",
        CycleNumber = 3,
        Version = 2,
        On = new DateOnly(2026, 9, 21),
        At = new DateTime(2026, 9, 21, 14, 31, 0, DateTimeKind.Utc),
        SharedBy = "Ruth Adeyemi",
        StartsOn = new DateOnly(2026, 9, 14),
        ReviewOn = new DateOnly(2026, 12, 2),
        Status = "SEN Support (code K)",
        StatusSince = new DateOnly(2025, 1, 9),
        Needs = [new PlanNeed(1, "SLCN", "Speech, language and communication needs", AreaOfNeed.CommunicationAndInteraction)],
        Diagnoses = ["Developmental language disorder, N. Gallagher, 2025"],
        Flags = ["English as an additional language"],
        OtherPlans = ["Education, health and care plan (kept by the local authority)"],
        Parents = [new PlanPerson("Nguyễn Thị Hoa", "Mother", true, "01234 111222", "Vietnamese, interpreter")],
        ResponsibleTeacher = "Callum O’Reilly",
        Senco = "Ruth Adeyemi",
        KeyAdults = ["Roza Demirtaş"],
        Voice = new PlanVoice("Builds models", "My brother", "Pause, then one instruction", "Long explanations", "To read to my class", "Talking mat", new DateOnly(2026, 9, 11)),
        Background = "Came to England at two.",
        ParentConcern = "That a quiet child is missed",
        ConcernsCompared = "Home and school agree",
        Strengths = "Draws with care",
        Difficulties = "Finding words",
        Strands = [new PlanStrand(StrandKind.ParentsViews, "Talks at dinner", "Mother", new DateOnly(2026, 9, 14))],
        Outcomes = [new PlanOutcome("Takes part in class talk", new DateOnly(2029, 7, 18), [new PlanTarget(1, AreaOfNeed.CommunicationAndInteraction, "Retells a story", "Two sentences", "Sample every second Friday", "3 of 4 samples", new DateOnly(2026, 11, 27), "+1 more")])],
        ExpectedImpact = "Talks in every lesson",
        Strategies = [new PlanLine("Say her name, pause", "Every adult", true), new PlanLine("Show the task once", "PE", false)],
        Provision = [new PlanProvision("Narrative group", "Harjit Kaur", "Rainbow room", 20, 2.5m, 4, new DateOnly(2026, 9, 21), new DateOnly(2026, 12, 1), "1")],
        AtHome = "Ten minutes of story talk",
        PupilsPart = "I put my help card up",
        Notes = [new PlanNote(new DateOnly(2026, 10, 2), "Joined the puppet game", "Harjit Kaur")],
        Review = new PlanReview(new DateOnly(2026, 12, 2), "Mother, Tom", "Talks more", "Group too big", "It was fun", "We hear stories", "Ready for more", "Continue with changes", "Smaller group", new DateOnly(2027, 3, 26), [new PlanResult(1, "Retells a story", "Met", "Four of four")]),
    };

    [Fact]
    public void Compose_WhenTheTypeHasItsOwnOrderAndWords_FollowsThem()
    {
        var usual = PlanTemplate.Usual.Sections;
        var template = new PlanTemplate("Individual support plan",
        [
            usual.Single(row => row.Section == PlanSection.Provision) with { Heading = "Extra help" },
            .. usual.Where(row => row.Section != PlanSection.Provision).Select(row => row.Section is PlanSection.Background or PlanSection.Strategies ? row with { IsPrinted = false } : row),
        ]);

        var text = PageText.Whole(new PdfFile(SupportPlanPdf.Compose(Full with { Template = template })));

        Assert.Contains(Squeezed("Individual support plan: Zosia Wiśniewska"), Squeezed(text), StringComparison.Ordinal);
        Assert.True(Squeezed(text).IndexOf(Squeezed("Extra help"), StringComparison.Ordinal) is > 0 and var at && at < Squeezed(text).IndexOf(Squeezed("Status and needs"), StringComparison.Ordinal));
        foreach (var leftOut in new[] { "SEN Support Plan", "Came to England at two.", "Say her name, pause" })
        {
            Assert.DoesNotContain(Squeezed(leftOut), Squeezed(text), StringComparison.Ordinal);
        }

        Assert.Contains(Squeezed("We look at this plan together on or before"), Squeezed(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Thaw_WhenThePlanIsFromBeforeThereWereTypes_IsOfTheUsualOne()
    {
        var old = System.Text.Json.Nodes.JsonNode.Parse(Full.Freeze())!.AsObject();
        Assert.True(old.Remove("template"));

        var thawed = SupportPlan.Thaw(old.ToJsonString());

        Assert.Same(PlanTemplate.Usual, thawed.Template);
        Assert.True(SupportPlan.Thaw(Full.Freeze()).Template.SaysTheSameAs(PlanTemplate.Usual));
    }

    [Fact]
    public void PlanDifferences_WhenATargetIsReformulatedAndTheTypeIsAnother_SaysBoth()
    {
        var target = Full.Outcomes[0].Targets[0];
        var later = Full with
        {
            Template = PlanTemplate.Usual with { Name = "My plan" },
            Outcomes = [Full.Outcomes[0] with { Targets = [target with { Carried = new PlanCarried(Reformulation.OtherMeasure, "cycle 1 (not met)", "By ear", "Measured by: A test") }] }],
        };

        var found = Web.Features.Cycles.ComparePlans.PlanDifferences.Of(Full, later);

        Assert.Equal(
            [("Type of plan", "My plan"), ("Target 1: from the last plan", "Another measure than in cycle 1 (not met): By ear"), ("Target 1: worded before", "Measured by: A test")],
            found.Select(difference => (difference.Name, difference.Later)));
    }

    [Fact]
    public void Compose_WhenThePlanIsFull_PrintsEveryFieldInOrder()
    {
        var text = PageText.Whole(new PdfFile(SupportPlanPdf.Compose(Full)));

        var at = 0;
        foreach (var words in new[]
        {
            "SEN Support Plan: Zosia Wiśniewska", "Zofia Wiśniewska, known as Zosia", "14 March 2018", "B801200005001", "version 2", "21 September 2026 by Ruth Adeyemi", "2 December 2026",
            "SEN Support (code K) since 9 January 2025", "Speech, language and communication needs (SLCN)", "Developmental language disorder", "English as an additional language", "Education, health and care plan",
            "Nguyễn Thị Hoa", "parental responsibility", "Vietnamese, interpreter", "Callum O’Reilly", "Roza Demirtaş", "Town SENDIASS",
            "Builds models", "My brother", "Pause, then one instruction", "Long explanations", "To read to my class", "Talking mat",
            "Talks at dinner", "That a quiet child is missed", "Came to England at two.", "Draws with care", "Finding words", "Home and school agree",
            "Talks in every lesson", "Takes part in class talk", "Retells a story", "Two sentences", "Sample every second Friday", "3 of 4 samples", "27 November 2026",
            "Say her name, pause", "(must do)", "Show the task once", "Narrative group", "Harjit Kaur, Rainbow room", "20 minutes, 2.5 times a week", "I put my help card up",
            "Joined the puppet game", "Mother, Tom", "Four of four", "Talks more", "Group too big", "It was fun", "We hear stories", "Ready for more", "Continue with changes", "Smaller group", "26 March 2027",
            "Agreement", "Parent or carer",
        })
        {
            var found = Squeezed(text).IndexOf(Squeezed(words), at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{words}” is missing, or comes too early");
            at = found;
        }
    }

    [Fact]
    public void Compose_WhenThePlanIsADraft_SaysSo() =>
        Assert.Contains("Draft.Thisplanhasnotbeenshared", Squeezed(PageText.Whole(new PdfFile(SupportPlanPdf.Compose(Full with { Version = 0, SharedBy = "" })))), StringComparison.Ordinal);

    [Fact]
    public void Compose_WhenThePlanIsNearlyEmpty_StillPrints()
    {
        var text = Squeezed(PageText.Whole(new PdfFile(SupportPlanPdf.Compose(new SupportPlan { School = "", FirstName = "Jo", Forename = "Jo", Surname = "Fox", At = Full.At }))));

        Assert.Contains("Notargethasbeenwrittenyet", text, StringComparison.Ordinal);
        Assert.Contains("adatethatisnotagreedyet", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202eright to left\u202c \u200f")]
    [InlineData("🙂👩‍🏫 smiles")]
    [InlineData("日本語 العربية")]
    [InlineData("half \ud83d pair and \0 NUL")]
    public void Compose_WhenTextsAreOdd_StillMakesAFile(string odd)
    {
        var plan = Full with { Surname = odd, Background = odd, Outcomes = [new PlanOutcome(odd, null, [new PlanTarget(1, null, odd, odd, odd, odd, null, odd)])] };

        Assert.NotEmpty(new PdfFile(SupportPlanPdf.Compose(plan)).Pages);
    }

    [Fact]
    public void Thaw_WhenAPlanWasFrozen_GivesBackTheSame() => Assert.Equal(Full.Freeze(), SupportPlan.Thaw(Full.Freeze()).Freeze());

    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
