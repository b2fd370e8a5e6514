using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Cycles;

public sealed class PuttingRightTests
{
    private static readonly Acting Later = Given.On(Given.Today.AddDays(10));

    [Fact]
    public void Reopen_WhenClosed_GoesBackToTheReview()
    {
        var cycle = Given.CycleAt(CycleStage.Closed);

        var change = Given.Changes(cycle, () => cycle.Reopen("Closed one week early", [], Later));

        Assert.Equal((CycleStage.Review, null, cycle.PupilId, WritingState.Writing), (cycle.Stage, cycle.ClosedOn, cycle.OpenKey, cycle.ReviewState));
        Assert.Equal((RecordEventKind.CycleReopened, "Closed one week early"), (change.Kind, change.Summary));
        cycle.Close(Later);
        Assert.False(cycle.IsOpen);
    }

    [Fact]
    public void Reopen_WhileALaterCycleIsOpen_SaysWhich()
    {
        var pupil = Given.Pupil();
        var first = SupportCycle.Open(pupil, [], Given.Senco);
        first.GoOnToReview(Given.Senco);
        first.Close(Given.Senco);
        var second = SupportCycle.Open(pupil, [first], Given.Senco);
        first.TakePendingEvents();

        Assert.Equal("Cycle 2 is open. Close it before cycle 1 is opened again", Given.Refuses(first, () => first.Reopen("Early", [second], Later)).Message);

        second.GoOnToReview(Given.Senco);
        second.Close(Given.Senco);
        first.Reopen("Early", [second], Later);
        Assert.True(first.IsOpen);
    }

    [Theory]
    [InlineData(CycleStage.Review, "Early")]
    [InlineData(CycleStage.Closed, " ")]
    public void Reopen_WhenOpenOrWithoutAReason_IsRefused(CycleStage stage, string reason)
    {
        var cycle = Given.CycleAt(stage);

        Given.Refuses(cycle, () => cycle.Reopen(reason, [], Later));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void StopTarget_WhenStopped_ComesOverOnlyIfChosen(bool bringOver, int brought)
    {
        var pupil = Given.Pupil();
        var cycle = SupportCycle.Open(pupil, [], Given.Senco);
        cycle.FinishAssessment(Given.Senco);
        cycle.WritePlan(Given.Plan(), Given.Senco);
        cycle.SharePlan("{}", Given.Senco);
        var target = cycle.Targets[0];

        cycle.StopTarget(target.Id, Given.Today, "Too easy", bringOver, Given.Senco);

        Assert.Equal((Given.Today, "Too easy", true), (target.StoppedOn!.Value, target.StopReason, target.IsStopped));
        Assert.Throws<DomainRuleException>(() => cycle.MarkProgress(target.Id, 1, Given.Senco));
        Assert.Throws<DomainRuleException>(() => cycle.StopTarget(target.Id, Given.Today, "Again", false, Given.Senco));
        cycle.GoOnToReview(Given.Senco);
        cycle.Close(Given.Senco);
        Assert.Equal(brought, SupportCycle.Open(pupil, [cycle], Given.Senco).Targets.Count);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(-1, false)]
    public void StopTarget_OnADay_MustLieInTheCycle(int days, bool isRight)
    {
        var cycle = Given.CycleAt(CycleStage.Do);
        void Stop() => cycle.StopTarget(cycle.Targets[0].Id, cycle.OpenedOn.AddDays(days), "Too easy", false, Given.Senco);

        if (isRight)
        {
            Stop();
            cycle.ResumeTarget(cycle.Targets[0].Id, "A slip", Given.Senco);
            Assert.False(cycle.Targets[0].IsStopped);
        }
        else
        {
            Given.Refuses(cycle, Stop);
        }
    }

    [Fact]
    public void WithdrawVersion_WhenTheLatest_LeavesTheOneBefore_AndItsNumberIsNotGivenAgain()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        cycle.SharePlan("one", Given.Senco);
        cycle.SharePlan("two", Given.Senco, isMinor: true);

        cycle.WithdrawVersion(2, "Another family’s name", Later);

        Assert.Equal((1, WritingState.Writing), (cycle.LatestPlanVersion, cycle.PlanState));
        var gone = cycle.PlanVersions[1];
        Assert.Equal((true, Later.At, Later.Name, "Another family’s name", true), (gone.IsWithdrawn, gone.WithdrawnAt!.Value, gone.WithdrawnBy, gone.WithdrawnReason, gone.IsMinor));
        cycle.SharePlan("three", Later);
        Assert.Equal([1, 2, 3], cycle.PlanVersions.Select(version => version.Number));
        Assert.Equal(3, cycle.LatestPlanVersion);
        Assert.Throws<DomainRuleException>(() => cycle.WithdrawVersion(2, "Again", Later));
        Assert.Throws<DomainRuleException>(() => cycle.WithdrawVersion(9, "None", Later));
        cycle.WithdrawVersion(1, "Old", Later);
        Assert.Equal((3, WritingState.Final), (cycle.LatestPlanVersion, cycle.PlanState));
        cycle.WithdrawVersion(3, "All wrong", Later);
        Assert.Equal((0, 4), (cycle.LatestPlanVersion, cycle.NextPlanVersion));
    }

    [Fact]
    public void MarkMinor_WhenFirst_IsRefused_OtherwiseKept()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        cycle.SharePlan("one", Given.Senco, isMinor: true);
        cycle.SharePlan("two", Given.Senco);

        Assert.False(cycle.PlanVersions[0].IsMinor);
        Assert.Throws<DomainRuleException>(() => cycle.MarkMinor(1, true, Later));
        cycle.MarkMinor(2, true, Later);
        Assert.True(cycle.PlanVersions[1].IsMinor);
    }

    [Fact]
    public void MoveNote_ToAnotherPupil_KeepsDayAndWriter_AndSaysNothingOfItHere()
    {
        var (from, to) = (Given.CycleAt(CycleStage.Closed), Given.CycleAt(CycleStage.Do));
        var wrong = Given.CycleAt(CycleStage.Do);
        wrong.AddNote(Given.Today, "Read to Ruby", Given.Senco);
        wrong.TakePendingEvents();

        Assert.Throws<DomainRuleException>(() => wrong.MoveNote(wrong.Notes[0].Id, from, "Wrong child", Later));
        Assert.Throws<DomainRuleException>(() => wrong.MoveNote(wrong.Notes[0].Id, wrong, "Wrong child", Later));
        wrong.MoveNote(wrong.Notes[0].Id, to, "Wrong child", Later);

        Assert.Empty(wrong.Notes);
        var note = Assert.Single(to.Notes);
        Assert.Equal((Given.Today, "Read to Ruby", Given.Senco.Name), (note.On, note.Text, note.StaffName));
        var left = Assert.Single(wrong.PendingEvents);
        Assert.Equal(RecordEventKind.EntryMovedAway, left.Kind);
        Assert.DoesNotContain("Ruby", left.Summary + string.Concat(left.Changes), StringComparison.Ordinal);
    }

    [Fact]
    public void MoveMark_ToAnotherPupil_CountsBothTargetsAnew()
    {
        var (wrong, right) = (Given.CycleAt(CycleStage.Do), Given.CycleAt(CycleStage.Do));
        wrong.MarkProgress(wrong.Targets[0].Id, -1, Given.Senco);
        wrong.MarkProgress(wrong.Targets[0].Id, 2, Later);
        right.MarkProgress(right.Targets[0].Id, 0, Given.On(Given.Today.AddDays(20)));

        wrong.MoveMark(wrong.Marks[1].Id, right, right.Targets[0].Id, "Wrong child", Given.On(Given.Today.AddDays(21)));

        Assert.Equal((-1, -1, Given.Today, 1), (wrong.Targets[0].FirstMark!.Value, wrong.Targets[0].LatestMark!.Value, wrong.Targets[0].MarkedOn!.Value, wrong.Targets[0].MarkCount));
        Assert.Equal((2, 0, 2), (right.Targets[0].FirstMark!.Value, right.Targets[0].LatestMark!.Value, right.Targets[0].MarkCount));
        wrong.MoveMark(wrong.Marks[0].Id, right, right.Targets[0].Id, "Wrong child", Given.On(Given.Today.AddDays(21)));
        Assert.Equal((null, null, null, 0), (wrong.Targets[0].FirstMark, wrong.Targets[0].LatestMark, wrong.Targets[0].MarkedOn, wrong.Targets[0].MarkCount));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Worked with a partner")]
    public void CorrectNote_WhateverItSaysInstead_LeavesTheOldWordsNowhere(string instead)
    {
        var cycle = Given.CycleAt(CycleStage.Do);
        cycle.AddNote(Given.Today, "Mother drinks", Given.Senco);
        var written = cycle.PendingEvents[^1];

        cycle.CorrectNote(cycle.Notes[0].Id, instead, "Hearsay", Later);
        Assert.True(written.TakeAway(change => change.Path == "note", Later));

        Assert.Equal(instead.Length > 0 ? [instead] : [], cycle.Notes.Select(note => note.Text));
        Assert.All(cycle.PendingEvents, row => Assert.DoesNotContain("drinks", row.Summary + string.Concat(row.Changes), StringComparison.Ordinal));
        Assert.Equal(("", "", $"removed on 24 October 2026 by {Later.Name}"), (written.Summary, written.Changes[0].Old, written.Changes[0].New));
        Assert.Equal((RecordEventKind.DeliveryNoteAdded, Given.Senco.Name), (written.Kind, written.StaffName));
    }

    [Fact]
    public void CorrectStrand_WhenTakenAway_IsAGapAgain_AlsoOfAClosedCycle()
    {
        var cycle = Given.CycleAt(CycleStage.Plan);
        cycle.RecordAssessment(Given.Assessment(), Given.Senco);
        cycle.GoOnToReview(Given.Senco);
        cycle.Close(Given.Senco);
        Assert.False(cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed));

        cycle.CorrectStrand(StrandKind.ParentsViews, "", "Told in confidence", Later);

        Assert.DoesNotContain(cycle.Strands, strand => strand is { Kind: StrandKind.ParentsViews, Text.Length: > 0 });
        Assert.True(cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed));
        Assert.Throws<DomainRuleException>(() => cycle.CorrectStrand(StrandKind.ParentsViews, "", "Again", Later));
    }
}
