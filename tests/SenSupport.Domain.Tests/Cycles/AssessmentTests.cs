using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class AssessmentTests
{
    private static readonly string Longest = new('a', TextLimits.Narrative);

    private readonly SupportCycle cycle = Given.CycleAt(CycleStage.Assess);

    [Fact]
    public void RecordAssessment_WhenWritten_ReadsBackTheSame()
    {
        var change = Given.Changes(cycle, () => cycle.RecordAssessment(Given.Assessment(), Given.Senco));

        Assert.Equal(RecordFields.Of(Given.Assessment()), RecordFields.Of(cycle.Assessment()));
        Assert.Contains(new FieldChange("strengths", "", "Kind"), change.Changes);
        Assert.Contains(new FieldChange("strands/Behaviour/text", "", "Found: Behaviour"), change.Changes);
    }

    [Fact]
    public void RecordAssessment_WhenTheSame_ChangesNothing()
    {
        cycle.RecordAssessment(Given.Assessment(), Given.Senco);

        Given.ChangesNothing(cycle, () => cycle.RecordAssessment(Given.Assessment(), Given.Senco));
    }

    [Fact]
    public void RecordAssessment_WhenStrandsComeInAnotherOrder_ChangesNothing()
    {
        var written = Given.Assessment();
        cycle.RecordAssessment(written, Given.Senco);

        Given.ChangesNothing(cycle, () => cycle.RecordAssessment(written with { Strands = [.. written.Strands.Reverse()] }, Given.Senco));
    }

    [Fact]
    public void RecordAssessment_WhenAStrandIsEmptied_TakesItAway()
    {
        cycle.RecordAssessment(Given.Assessment(), Given.Senco);

        var change = Given.Changes(cycle, () => cycle.RecordAssessment(
            Given.Assessment() with { Strands = [.. Given.Assessment().Strands.Select(strand => strand.Id == StrandKind.Behaviour ? new(strand.Id, "  ") : strand)] }, Given.Senco));

        Assert.Equal(7, cycle.Strands.Count);
        Assert.Contains(new FieldChange("strands/Behaviour/text", "Found: Behaviour", ""), change.Changes);
        Assert.All(change.Changes, field => Assert.StartsWith("strands/Behaviour/", field.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void RecordAssessment_WhenAStrandHasOnlyAPersonOrADay_KeepsIt()
    {
        cycle.RecordAssessment(AssessmentContent.Empty with { Strands = [new(StrandKind.Behaviour, By: "SENCo"), new(StrandKind.PupilsViews, On: Given.Today), new(StrandKind.ParentsViews)] }, Given.Senco);

        Assert.Equal([StrandKind.Behaviour, StrandKind.PupilsViews], cycle.Strands.Select(strand => strand.Kind));
    }

    [Fact]
    public void RecordAssessment_WhenAStrandIsGivenTwice_IsRefused() =>
        Refused(AssessmentContent.Empty with { Strengths = "Kind", Strands = [new(StrandKind.Behaviour, "A"), new(StrandKind.Behaviour, "B")] });

    [Fact]
    public void RecordAssessment_WhenAStrandIsFromTomorrow_IsRefused()
    {
        cycle.RecordAssessment(AssessmentContent.Empty with { Strands = [new(StrandKind.Behaviour, "A", "", Given.Today)] }, Given.Senco);
        Refused(AssessmentContent.Empty with { Strands = [new(StrandKind.Behaviour, "A", "", Given.Today.AddDays(1))] });
    }

    [Fact]
    public void RecordAssessment_WhenTextsReachTheirLimits_TakesThemToTheEdge()
    {
        var line = new string('a', TextLimits.Line);
        var longest = new AssessmentContent(Longest, Longest, Longest, Longest, [new(StrandKind.Behaviour, Longest, line)]);

        Refused(longest with { Strengths = Longest + "a" });
        Refused(longest with { Difficulties = Longest + "a" });
        Refused(longest with { ParentConcern = Longest + "a" });
        Refused(longest with { ConcernsCompared = Longest + "a" });
        Refused(longest with { Strands = [new(StrandKind.Behaviour, Longest + "a")] });
        Refused(longest with { Strands = [new(StrandKind.Behaviour, "", line + "a")] });
        cycle.RecordAssessment(longest, Given.Senco);
        Assert.Equal(Longest, cycle.Strengths);
    }

    [Fact]
    public void Required_WhenListed_HoldsTheViewsOfParentsAndPupil()
    {
        Assert.Equal(8, StrandKinds.All.Count);
        Assert.Equal(5, StrandKinds.Required.Count);
        Assert.Contains(StrandKind.ParentsViews, StrandKinds.Required);
        Assert.Contains(StrandKind.PupilsViews, StrandKinds.Required);
        Assert.Equal(8, StrandKinds.All.Select(kind => kind.Name()).Distinct().Count());
    }

    private void Refused(AssessmentContent content) => Given.Refuses(cycle, () => cycle.RecordAssessment(content, Given.Senco));
}
