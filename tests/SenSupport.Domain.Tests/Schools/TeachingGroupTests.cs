using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class TeachingGroupTests
{
    private static readonly DateOnly Start = new(2026, 9, 3), Christmas = new(2026, 12, 18);
    private static readonly Acting By = new(Guid.NewGuid(), "Ruth Adeyemi", new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 11, 24));
    private static readonly Guid Zofia = Guid.NewGuid(), Tom = Guid.NewGuid();

    [Fact]
    public void Add_WithoutAName_IsRefused() =>
        Assert.Throws<DomainRuleException>(() => TeachingGroup.Add(Guid.NewGuid(), " ", "", new AcademicYear(2026), By));

    [Fact]
    public void AddPupils_WhenInItAlready_AddsNobody()
    {
        var group = Given();

        Assert.Equal(0, group.AddPupils([Zofia], Christmas, null, By));
        Assert.Single(group.Pupils);
    }

    [Fact]
    public void AddPupils_AfterAnEarlierTimeEnded_AddsAnotherTime()
    {
        var group = Given();
        group.EndPupil(group.Pupils[0].Id, Christmas, By);

        Assert.Equal(1, group.AddPupils([Zofia], Christmas.AddDays(1), null, By));
        Assert.Equal(2, group.Pupils.Count);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(106, true)]
    [InlineData(107, false)]
    public void IsOn_FromTheFirstDayToTheLast_CountsBoth(int daysAfterStart, bool isOn)
    {
        var group = Given();
        group.EndPupil(group.Pupils[0].Id, Christmas, By);

        Assert.Equal(isOn, group.Pupils[0].IsOn(Start.AddDays(daysAfterStart)));
    }

    [Fact]
    public void EndPupil_BeforeTheFirstDay_IsRefused()
    {
        var group = Given();

        Assert.Throws<DomainRuleException>(() => group.EndPupil(group.Pupils[0].Id, Start.AddDays(-1), By));
        Assert.Throws<DomainRuleException>(() => group.EndPupil(Guid.NewGuid(), Christmas, By));
    }

    [Fact]
    public void Close_EndsEveryTimeThatGoesOn_AndReopenBringsThemBackExactly()
    {
        var group = Given();
        group.AddPupils([Guid.NewGuid()], Start, Christmas, By);
        group.AddPupils([Guid.NewGuid()], Start, Christmas.AddDays(60), By);
        group.AddPupils([Guid.NewGuid()], Christmas.AddDays(30), null, By);
        var before = group.Pupils.Select(time => (time.Id, time.Until)).ToList();

        var ended = group.Close(Christmas, By);

        Assert.All(group.Pupils, time => Assert.False(time.IsOn(Christmas.AddDays(40))));
        Assert.True(group.Pupils[0].IsOn(Christmas));
        Assert.All(group.Teachers, time => Assert.False(time.IsOn(Christmas.AddDays(1))));
        Assert.Throws<DomainRuleException>(() => group.AddPupils([Guid.NewGuid()], Christmas, null, By));

        group.Reopen(ended, By);

        Assert.Null(group.ClosedOn);
        Assert.Equal(before, group.Pupils.Select(time => (time.Id, time.Until)));
        Assert.Null(group.Teachers[0].Until);
    }

    [Fact]
    public void HandOver_WhereTheOtherIsInTheGroupAnyway_LeavesThatTime()
    {
        var group = Given();
        var other = Guid.NewGuid();
        group.AddPupils([other], Start, null, By);

        Assert.Empty(group.HandOver(other, Zofia, By));
        Assert.Single(group.HandOver(other, Guid.NewGuid(), By));
    }

    [Fact]
    public void EveryChange_IsInTheHistory()
    {
        var group = Given();
        group.Rename("8X/Ma2", "Mathematics", By);
        group.Rename("8X/Ma2", "Mathematics", By);
        group.Close(Christmas, By);

        Assert.Equal(
            [RecordEventKind.TeachingGroupAdded, RecordEventKind.TeachingGroupChanged, RecordEventKind.TeachingGroupChanged, RecordEventKind.TeachingGroupChanged, RecordEventKind.TeachingGroupClosed],
            group.PendingEvents.Select(row => row.Kind));
    }

    private static TeachingGroup Given()
    {
        var group = TeachingGroup.Add(Guid.NewGuid(), "8X/Ma1", "Mathematics", new AcademicYear(2026), By);
        group.AddPupils([Zofia], Start, null, By);
        group.AddTeacher(Tom, Start, null, By);
        return group;
    }
}
