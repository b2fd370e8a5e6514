using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class DeliveryTests
{
    private readonly SupportCycle cycle = Given.CycleAt(CycleStage.Do);
    private readonly Acting later = Given.On(Given.Today.AddDays(10));

    [Theory]
    [InlineData(-1, false)] // before the cycle was opened
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(11, false)] // tomorrow
    public void AddNote_WhenDayIsAtTheEdge_TakesOpeningDayToToday(int day, bool allowed)
    {
        void Add() => cycle.AddNote(Given.Today.AddDays(day), " Said “puppet gone” ", later);

        if (allowed)
        {
            Add();
            var note = Assert.Single(cycle.Notes);
            Assert.Equal((Given.Today.AddDays(day), "Said “puppet gone”", later.StaffId, later.Name), (note.On, note.Text, note.StaffId, note.StaffName));
        }
        else
        {
            Given.Refuses(cycle, Add);
        }
    }

    [Fact]
    public void AddNote_WhenTextIsEmptyOrTooLong_IsRefused()
    {
        var longest = new string('a', TextLimits.Narrative);

        Given.Refuses(cycle, () => cycle.AddNote(Given.Today, " ", later));
        Given.Refuses(cycle, () => cycle.AddNote(Given.Today, longest + "a", later));
        var change = Given.Changes(cycle, () => cycle.AddNote(Given.Today, longest, later));
        Assert.Equal(new FieldChange("note", "", longest), Assert.Single(change.Changes));
    }

    [Theory]
    [InlineData(-3, false)]
    [InlineData(-2, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void MarkProgress_WhenMarkIsAtTheEdge_TakesFiveSteps(int mark, bool allowed)
    {
        void Mark() => cycle.MarkProgress(cycle.Targets[0].Id, mark, later);

        if (allowed)
        {
            Mark();
            Assert.Equal(mark, Assert.Single(cycle.Marks).Mark);
        }
        else
        {
            Given.Refuses(cycle, Mark);
        }
    }

    [Fact]
    public void MarkProgress_WhenTargetIsNotInThePlan_IsRefused() => Given.Refuses(cycle, () => cycle.MarkProgress(Guid.CreateVersion7(), 0, later));

    [Fact]
    public void MarkProgress_WhenMarkedAgain_KeepsFirstAndLatestAndEvery()
    {
        var target = cycle.Targets[0];
        cycle.MarkProgress(target.Id, -1, Given.Senco);

        var change = Given.Changes(cycle, () => cycle.MarkProgress(target.Id, 1, later));

        Assert.Equal((-1, 1, later.Today, 2), (target.FirstMark, target.LatestMark, target.MarkedOn, target.MarkCount));
        Assert.Equal([-1, 1], cycle.Marks.Select(mark => mark.Mark));
        Assert.Equal("Target 1: +1 more", change.Summary);
        Assert.Equal(new FieldChange($"targets/{target.Id}/mark", "−1", "+1"), Assert.Single(change.Changes));
    }

    [Fact]
    public void Steps_WhenShown_HaveWordAndNumber() =>
        Assert.Equal(
            ["−2 Much less", "−1 Less", "0 On track", "+1 More", "+2 Much more"],
            ProgressScale.Steps.Select(step => $"{ProgressScale.Number(step)} {ProgressScale.Word(step)}"));
}
