using System.Text.Json;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Records;

public sealed class RecordFieldsTests
{
    [Fact]
    public void Read_WhenFieldsAreOfAPlan_GivesThePlanAgain()
    {
        var plan = Given.Plan() with { Targets = [.. Given.Plan().Targets, Given.Target("Two\r\nlines / “signs” <b> 😀 ł", "")] };

        RoundTrips(plan);
        var read = RecordFields.Read<PlanContent>(RecordFields.Of(plan));

        Assert.Equal(plan.Targets, read.Targets);
        Assert.Equal(plan.Outcomes, read.Outcomes);
        Assert.Equal(plan.Strategies, read.Strategies);
        Assert.Equal(plan.Provision[0].Serves, read.Provision[0].Serves);
        Assert.Equal(plan.Provision[0] with { Serves = [] }, read.Provision[0] with { Serves = [] }, Equal);
        Assert.Equal((plan.StartsOn, plan.ReviewOn, plan.ResponsibleTeacherId), (read.StartsOn, read.ReviewOn, read.ResponsibleTeacherId));
    }

    [Fact]
    public void Read_WhenFieldsAreOfTheOtherParts_GivesThemAgain()
    {
        var cycle = Given.CycleAt(CycleStage.Review);
        RoundTrips(Given.Assessment());
        RoundTrips(Given.Review(cycle));
        RoundTrips(Given.Review(cycle) with { Decision = null, NextReviewOn = null, MonitorUntil = Given.Today.AddDays(200) });
        RoundTrips(new PupilVoice("Talking mat", "Kind", "Trains", "Wait", "Noise"));

        Assert.Equal(Given.Details(), RecordFields.Read<PupilDetails>(RecordFields.Of(Given.Details())));
        var flagged = Given.Details() with { Sex = null, Flags = PupilFlags.Eal | PupilFlags.YoungCarer, ClassId = Guid.CreateVersion7() };
        Assert.Equal(flagged, RecordFields.Read<PupilDetails>(RecordFields.Of(flagged)));
    }

    [Fact]
    public void Read_WhenThereAreNoFields_GivesEmptyContent()
    {
        var none = new Dictionary<string, string>();

        Assert.Empty(RecordFields.Of(PlanContent.Empty));
        RoundTrips(PlanContent.Empty);
        RoundTrips(AssessmentContent.Empty);
        RoundTrips(ReviewContent.Empty);
        Assert.Equal("", RecordFields.Read<PlanContent>(none).ExpectedImpact);
        Assert.Empty(RecordFields.Read<PlanContent>(none).Targets);
        Assert.Null(RecordFields.Read<ReviewContent>(none).Decision);
    }

    [Fact]
    public void Of_WhenRowsAreFlattened_KeysThemByTheirId()
    {
        var plan = Given.Plan();
        var target = plan.Targets[0];

        var fields = RecordFields.Of(plan);

        Assert.Equal("2026-10-14", fields["startsOn"]);
        Assert.Equal("Join two words", fields[$"targets/{target.Id}/statement"]);
        Assert.Equal(nameof(AreaOfNeed.CommunicationAndInteraction), fields[$"targets/{target.Id}/area"]);
        Assert.Equal("yes", fields[$"strategies/{plan.Strategies[0].Id}/mustDo"]);
        Assert.Equal("20", fields[$"provision/{plan.Provision[0].Id}/minutes"]);
        Assert.Equal($"{target.Id}", fields[$"provision/{plan.Provision[0].Id}/serves"]);
    }

    [Fact]
    public void Of_WhenValuesAreEmpty_HasNoFieldForThem()
    {
        var strategy = new StrategyContent(Guid.CreateVersion7(), "Wait");

        var fields = RecordFields.Of(PlanContent.Empty with { Strategies = [strategy], Provision = [new(Guid.CreateVersion7(), "Group")] });

        Assert.DoesNotContain($"strategies/{strategy.Id}/mustDo", fields.Keys);
        Assert.DoesNotContain($"strategies/{strategy.Id}/for", fields.Keys);
        Assert.DoesNotContain(fields.Keys, path => path.EndsWith("/serves", StringComparison.Ordinal));
        Assert.Equal(4, fields.Count);
    }

    [Theory]
    [InlineData("2.50", "2.5")]
    [InlineData("3.00", "3")]
    [InlineData("0.25", "0.25")]
    [InlineData("20", "20")]
    public void Of_WhenANumberHasNeedlessPlaces_WritesItShort(string number, string expected)
    {
        var row = new ProvisionContent(Guid.CreateVersion7(), "Group", TimesAWeek: decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, RecordFields.Of(PlanContent.Empty with { Provision = [row] })[$"provision/{row.Id}/timesAWeek"]);
    }

    [Theory]
    [InlineData("minutes", "twenty")]
    [InlineData("timesAWeek", "often")]
    [InlineData("from", "31 February")]
    [InlineData("serves", "all")]
    public void Read_WhenAValueDoesNotFit_Throws(string field, string value)
    {
        var id = Guid.CreateVersion7();
        var fields = new Dictionary<string, string> { [$"provision/{id}/id"] = $"{id}", [$"provision/{id}/{field}"] = value };

        Assert.Throws<JsonException>(() => RecordFields.Read<PlanContent>(fields));
    }

    [Fact]
    public void Compare_WhenFieldsDiffer_GivesChangesInLaterOrderAndRemovalsLast()
    {
        var before = new Dictionary<string, string> { ["gone"] = "1", ["same"] = "2", ["other"] = "3" };
        var after = new OrderedDictionary<string, string> { ["new"] = "4", ["other"] = "5", ["same"] = "2" };

        Assert.Equal([new("new", "", "4"), new("other", "3", "5"), new("gone", "1", "")], RecordFields.Compare(before, after));
        Assert.Empty(RecordFields.Compare(after, after));
    }

    [Fact]
    public void Compare_WhenARowIsRemoved_NamesEachOfItsValues()
    {
        var plan = PlanContent.Empty with { Targets = [Given.Target("Stays"), Given.Target("Goes")] };

        var changes = RecordFields.Compare(RecordFields.Of(plan), RecordFields.Of(plan with { Targets = [plan.Targets[0]] }));

        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.StartsWith($"targets/{plan.Targets[1].Id}/", change.Path, StringComparison.Ordinal));
        Assert.All(changes, change => Assert.Equal("", change.New));
        Assert.Contains(changes, change => change.Old == "Goes");
    }

    [Fact]
    public void Of_WhenTextIsNotWhole_DoesNotFail()
    {
        var fields = RecordFields.Of(PlanContent.Empty with { AtHome = "half \uD83D\0 a character" });

        Assert.Equal("half \uFFFD\0 a character", fields["atHome"]);
    }

    private static bool Equal(ProvisionContent one, ProvisionContent other) =>
        one with { Serves = other.Serves } == other;

    private static void RoundTrips<T>(T content)
        where T : class
    {
        var fields = RecordFields.Of(content);

        Assert.Equal(fields, RecordFields.Of(RecordFields.Read<T>(fields)));
    }
}
