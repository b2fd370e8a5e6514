using System.Globalization;
using SenSupport.Domain.Cycles;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class ProvisionTests
{
    private readonly SupportCycle cycle = Given.CycleAt(CycleStage.Plan);

    [Theory]
    [InlineData(null, true)]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(480, true)]
    [InlineData(481, false)]
    [InlineData(100_000, false)]
    public void WritePlan_WhenMinutesAreAtTheEdge_Takes1To480(int? minutes, bool allowed) => Check(allowed, Given.Provision(minutes: minutes), row => Assert.Equal(minutes, row.Minutes));

    [Theory]
    [InlineData(null, true)]
    [InlineData("-0.25", false)]
    [InlineData("0", false)]
    [InlineData("0.01", true)]
    [InlineData("0.25", true)]
    [InlineData("25", true)]
    [InlineData("25.01", false)]
    public void WritePlan_WhenTimesAWeekAreAtTheEdge_TakesMoreThan0UpTo25(string? times, bool allowed)
    {
        decimal? number = times is null ? null : decimal.Parse(times, CultureInfo.InvariantCulture);

        Check(allowed, Given.Provision(times: number), row => Assert.Equal(number, row.TimesAWeek));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void WritePlan_WhenGroupSizeIsAtTheEdge_Takes1To60(int? size, bool allowed) => Check(allowed, Given.Provision(group: size), row => Assert.Equal(size, row.GroupSize));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void WritePlan_WhenProvisionEndsAroundItsStart_MustNotEndBefore(int days, bool allowed) =>
        Check(allowed, Given.Provision() with { From = Given.Today, To = Given.Today.AddDays(days) }, row => Assert.Equal(Given.Today.AddDays(days), row.To));

    [Fact]
    public void WritePlan_WhenOnlyOneDateIsGiven_IsSaved()
    {
        Check(true, Given.Provision() with { From = null }, row => Assert.Null(row.From));
        Check(true, Given.Provision() with { To = null }, row => Assert.Null(row.To));
    }

    [Fact]
    public void WritePlan_WhenTimesAWeekHaveMorePlaces_AreTheSameNumber()
    {
        var row = Given.Provision(times: 2.5m);
        cycle.WritePlan(PlanContent.Empty with { Provision = [row with { TimesAWeek = 2.50m }] }, Given.Senco);
        var version = cycle.Version;

        cycle.WritePlan(PlanContent.Empty with { Provision = [row] }, Given.Senco);

        Assert.Equal(version, cycle.Version);
    }

    private void Check(bool allowed, ProvisionContent row, Action<ProvisionRow> kept)
    {
        void Write() => cycle.WritePlan(PlanContent.Empty with { Provision = [row] }, Given.Senco);
        if (allowed)
        {
            Write();
            kept(Assert.Single(cycle.Provision));
        }
        else
        {
            Given.Refuses(cycle, Write);
        }
    }
}
