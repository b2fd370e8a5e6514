using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class PlanTypeTests
{
    [Fact]
    public void Usual_HasEverySectionOnceInItsUsualWords()
    {
        Assert.Equal(PlanSections.All, PlanTemplate.Usual.Sections.Select(row => row.Section));
        Assert.All(PlanTemplate.Usual.Sections, row => Assert.Equal((true, true, "", ""), (row.IsUsed, row.IsPrinted, row.Heading, row.Help)));
        Assert.Equal(
            [PlanSection.Targets, PlanSection.ExpectedImpact, PlanSection.Strategies, PlanSection.Provision, PlanSection.AtHome, PlanSection.PupilsPart],
            PlanSections.All.Where(section => section.IsWritten()));
    }

    [Fact]
    public void Change_WhenItLooksOtherwise_IsAnotherVersionAndTheOldOneStays()
    {
        var type = PlanType.Add(Given.SchoolId, Named("Targeted support plan"), Given.Senco);
        var change = Given.Changes(type, () => type.Change(With(PlanSection.Provision, row => row with { Heading = " What we give " }), Given.Senco));

        Assert.Equal((2, "What we give"), (type.LatestVersion, type.Template.Of(PlanSection.Provision).Heading));
        Assert.Equal((RecordEventKind.PlanTypeChanged, "1", "2"), (change.Kind, change.Changes[0].Old, change.Changes[0].New));
        Assert.Equal("Targeted support plan", type.Versions[0].Template.Name);
        Given.ChangesNothing(type, () => type.Change(With(PlanSection.Provision, row => row with { Heading = "What we give" }), Given.Senco));
    }

    [Fact]
    public void Change_WhenTheUsualTypeIsReworded_BeginsAtVersionTwo()
    {
        var usual = PlanType.StandInForUsual(Given.SchoolId);
        Assert.Equal((1, PlanTemplate.UsualName), (usual.LatestVersion, usual.Template.Name));
        Given.ChangesNothing(usual, () => usual.Change(PlanTemplate.Usual, Given.Senco));
        usual.Change(Named("Support plan"), Given.Senco);
        Assert.Equal((2, "Support plan"), (usual.LatestVersion, usual.Template.Name));
    }

    public static TheoryData<PlanTemplate> Wrong => new()
    {
        Named(" "),
        Named(new string('x', TextLimits.Name + 1)),
        PlanTemplate.Usual with { Sections = [.. PlanTemplate.Usual.Sections.Skip(1)] },
        PlanTemplate.Usual with { Sections = [.. PlanTemplate.Usual.Sections.Skip(1), PlanTemplate.Usual.Sections[1]] },
        With(PlanSection.Targets, row => row with { IsUsed = false }),
        With(PlanSection.AtHome, row => row with { Heading = new string('x', TextLimits.Name + 1) }),
        With(PlanSection.AtHome, row => row with { Help = new string('x', TextLimits.Line + 1) }),
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Change_WhenTheTemplateCannotBe_IsRefused(PlanTemplate template)
    {
        var type = PlanType.Add(Given.SchoolId, Named("Plan"), Given.Senco);
        Given.Refuses(type, () => type.Change(template, Given.Senco));
        Assert.Throws<DomainRuleException>(() => PlanType.Add(Given.SchoolId, template, Given.Senco));
    }

    [Fact]
    public void Change_WhenASectionIsNotUsed_IsNotPrintedEither()
    {
        var type = PlanType.Add(Given.SchoolId, With(PlanSection.AtHome, row => row with { IsUsed = false, IsPrinted = true }), Given.Senco);
        Assert.False(type.Template.Of(PlanSection.AtHome).IsPrinted);
        Assert.DoesNotContain(type.Template.Used, row => row.Section == PlanSection.AtHome);
    }

    [Fact]
    public void Retire_WhenNewCyclesBeginWithIt_IsRefused()
    {
        var type = PlanType.Add(Given.SchoolId, Named("Plan"), Given.Senco);
        Given.Refuses(type, () => type.Retire(true, true, Given.Senco));
        Assert.Equal("Plan retired", Given.Changes(type, () => type.Retire(true, false, Given.Senco)).Summary);
        Given.ChangesNothing(type, () => type.Retire(true, false, Given.Senco));
        Assert.Equal("Plan offered again", Given.Changes(type, () => type.Retire(false, false, Given.Senco)).Summary);
    }

    private static PlanTemplate Named(string name) => PlanTemplate.Usual with { Name = name };

    private static PlanTemplate With(PlanSection section, Func<PlanSectionWords, PlanSectionWords> change) =>
        Named("Targeted support plan") with { Sections = [.. PlanTemplate.Usual.Sections.Select(row => row.Section == section ? change(row) : row)] };
}
