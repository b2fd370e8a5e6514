using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <content>Putting right what was done by mistake. Each move wants a reason, which the history keeps; content that is taken away is in no event.</content>
public sealed partial class SupportCycle
{
    /// <summary>Opens a closed cycle again, at its review.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="others">The pupil's other cycles.</param>
    /// <param name="by">The SENCo.</param>
    /// <exception cref="DomainRuleException">The cycle is open, another one is, or no reason is given.</exception>
    public void Reopen(string reason, IReadOnlyCollection<SupportCycle> others, Acting by)
    {
        DomainRuleException.Require(!IsOpen, $"Cycle {Number} is open already");
        var open = others.FirstOrDefault(cycle => cycle.IsOpen && cycle.Id != Id);
        DomainRuleException.Require(open is null, $"Cycle {open?.Number} is open. Close it before cycle {Number} is opened again");
        var words = TextLimits.Reason(reason);
        (Stage, ClosedOn, OpenKey, ReviewState) = (CycleStage.Review, null, PupilId, WritingState.Writing);
        Change(RecordEventKind.CycleReopened, by, words);
    }

    /// <summary>Stops a target before its time. It stays in the plan, is marked no more, and comes over to the next cycle only if that is chosen.</summary>
    /// <exception cref="DomainRuleException">Support has not begun or the cycle is closed, the target is not this cycle's or stopped already, the day lies outside the cycle, or no reason is given.</exception>
    public void StopTarget(Guid targetId, DateOnly on, string reason, bool bringOver, Acting by)
    {
        RequireStage("A target is stopped while support is given", CycleStage.Do, CycleStage.Review);
        var target = targets.Find(known => known.Id == targetId);
        DomainRuleException.Require(target is not null, "The target is no longer part of this plan");
        DomainRuleException.Require(!target!.IsStopped, $"Target {target.Position + 1} is stopped already");
        DomainRuleException.Require(on <= by.Today && on >= OpenedOn, $"The date must be from {OpenedOn:d MMMM yyyy} to today");
        var words = TextLimits.Reason(reason);
        target.Stop(on, words, bringOver);
        Change(RecordEventKind.TargetStopped, by, $"Target {target.Position + 1}, on {on:d MMMM yyyy}: {words}");
    }

    /// <summary>Goes on with a target that was stopped.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed, the target is not stopped, or no reason is given.</exception>
    public void ResumeTarget(Guid targetId, string reason, Acting by)
    {
        RequireStage("A target is taken up again while support is given", CycleStage.Do, CycleStage.Review);
        var target = targets.Find(known => known.Id == targetId);
        DomainRuleException.Require(target?.IsStopped == true, "The target is not stopped");
        var words = TextLimits.Reason(reason);
        target!.Resume();
        Change(RecordEventKind.TargetResumed, by, $"Target {target.Position + 1}: {words}");
    }

    /// <summary>Withdraws a shared version: it stays in the list with date and reason, and the latest that remains is the current one.</summary>
    /// <exception cref="DomainRuleException">There is no such version, it is withdrawn already, or no reason is given.</exception>
    /// <remarks>Needs <see cref="PlanVersions"/> loaded.</remarks>
    public void WithdrawVersion(int number, string reason, Acting by)
    {
        var version = FindVersion(number);
        DomainRuleException.Require(!version.IsWithdrawn, $"Version {number} is withdrawn already");
        var words = TextLimits.Reason(reason);
        VersionsShared = NextPlanVersion - 1;
        version.Withdraw(words, by);
        LatestPlanVersion = planVersions.Where(kept => !kept.IsWithdrawn).Select(kept => kept.Number).DefaultIfEmpty().Max();
        if (IsOpen && PlanState == WritingState.Final && number > LatestPlanVersion)
        {
            PlanState = WritingState.Writing;
        }

        Change(RecordEventKind.PlanVersionWithdrawn, by, $"Version {number}: {words}");
    }

    /// <summary>Says whether the changes of a shared version are so small that nobody need read it again.</summary>
    /// <exception cref="DomainRuleException">There is no such version, or it is the first, which everybody reads.</exception>
    /// <remarks>Needs <see cref="PlanVersions"/> loaded.</remarks>
    public void MarkMinor(int number, bool isMinor, Acting by)
    {
        var version = FindVersion(number);
        DomainRuleException.Require(number > 1 || !isMinor, "The first version is new to everybody: it cannot be minor");
        if (version.IsMinor != isMinor)
        {
            version.MarkMinor(isMinor);
            Change(RecordEventKind.PlanVersionMarked, by, isMinor ? $"Version {number} is a minor change" : $"Version {number} is not a minor change");
        }
    }

    /// <summary>Moves a note that was saved on the wrong pupil to the right one, with its day and its writer.</summary>
    /// <exception cref="DomainRuleException">The note is not here, the other cycle is not being delivered or began later, or no reason is given.</exception>
    /// <remarks>Needs <see cref="Notes"/> loaded, here; the words leave the history by <see cref="RecordEvent.TakeAway"/>.</remarks>
    public void MoveNote(Guid noteId, SupportCycle to, string reason, Acting by)
    {
        var note = notes.Find(known => known.Id == noteId);
        DomainRuleException.Require(note is not null, "The note is no longer here");
        to.RequireReceiver(this, note!.On);
        var words = TextLimits.Reason(reason);
        notes.Remove(note);
        to.notes.Add(DeliveryNote.Of(note.On, note.Text, note.StaffId, note.StaffName));
        Change(RecordEventKind.EntryMovedAway, by, $"Note of {note.On:d MMMM yyyy}: {words}");
        to.Change(RecordEventKind.EntryMovedHere, by, $"Note of {note.On:d MMMM yyyy}, by {note.StaffName}", [new("note", "", note.Text)]);
    }

    /// <summary>Moves a mark that was made on the wrong pupil to a target of the right one.</summary>
    /// <exception cref="DomainRuleException">The mark is not here, the other cycle is not being delivered or began later, the target is not in it, or no reason is given.</exception>
    /// <remarks>Needs <see cref="Marks"/> loaded, in both.</remarks>
    public void MoveMark(Guid markId, SupportCycle to, Guid targetId, string reason, Acting by)
    {
        var mark = marks.Find(known => known.Id == markId);
        DomainRuleException.Require(mark is not null, "The mark is no longer here");
        to.RequireReceiver(this, mark!.On);
        var target = to.targets.Find(known => known.Id == targetId);
        DomainRuleException.Require(target is not null, "The target is no longer part of that plan");
        var words = TextLimits.Reason(reason);
        marks.Remove(mark);
        targets.Find(known => known.Id == mark.TargetId)?.MarkAnew(marks.Where(kept => kept.TargetId == mark.TargetId));
        var moved = ProgressMark.Of(targetId, mark.Mark, mark.On, mark.StaffId, mark.StaffName);
        to.marks.Add(moved);
        target!.MarkAnew(to.marks.Where(kept => kept.TargetId == targetId));
        Change(RecordEventKind.EntryMovedAway, by, $"Mark of {mark.On:d MMMM yyyy}: {words}");
        to.Change(
            RecordEventKind.EntryMovedHere,
            by,
            $"Mark of {mark.On:d MMMM yyyy}, by {mark.StaffName}: target {target.Position + 1}, {ProgressScale.Number(mark.Mark)} {ProgressScale.Word(mark.Mark).ToLowerInvariant()}",
            [new($"targets/{targetId}/mark", "", ProgressScale.Number(mark.Mark))]);
    }

    /// <summary>Puts right a note that should never have been written so, or takes it away.</summary>
    /// <param name="noteId">The note.</param>
    /// <param name="instead">What it is to say; empty to take it away.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">The SENCo.</param>
    /// <exception cref="DomainRuleException">The note is not here, or no reason is given.</exception>
    /// <remarks>Needs <see cref="Notes"/> loaded; the words leave the history by <see cref="RecordEvent.TakeAway"/>.</remarks>
    public void CorrectNote(Guid noteId, string instead, string reason, Acting by)
    {
        var note = notes.Find(known => known.Id == noteId);
        DomainRuleException.Require(note is not null, "The note is no longer here");
        var (right, words) = (TextLimits.Keep(instead, TextLimits.Narrative, "The note"), TextLimits.Reason(reason));
        DomainRuleException.Require(right != note!.Text, "That is what it says already");
        if (right.Length == 0)
        {
            notes.Remove(note);
        }
        else
        {
            note.Correct(right);
        }

        var path = right.Length == 0 ? "Note" : "Note put right";
        Change(RecordEventKind.ContentRemoved, by, $"{path}, {note.On:d MMMM yyyy}: {words}", [new("note", RecordEvent.TakenAway(by), right)]);
    }

    /// <summary>Puts right a strand of the assessment that should never have been written so, or takes it away.</summary>
    /// <param name="kind">The strand.</param>
    /// <param name="instead">What it is to say; empty to take the strand away.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">The SENCo.</param>
    /// <exception cref="DomainRuleException">The strand is empty, or no reason is given.</exception>
    public void CorrectStrand(StrandKind kind, string instead, string reason, Acting by)
    {
        var strand = strands.Find(known => known.Kind == kind);
        DomainRuleException.Require(strand is { Text.Length: > 0 }, "Nothing is written there any more");
        var (right, words) = (TextLimits.Keep(instead, TextLimits.Narrative, kind.Name()), TextLimits.Reason(reason));
        DomainRuleException.Require(right != strand!.Text, "That is what it says already");
        strand.Write(strand.Content() with { Text = right });
        if (strand.Content().IsEmpty)
        {
            strands.Remove(strand);
        }

        Change(
            RecordEventKind.ContentRemoved,
            by,
            $"{kind.Name()}{(right.Length == 0 ? "" : " put right")}: {words}",
            [new(StrandPath(kind), RecordEvent.TakenAway(by), right)]);
    }

    /// <summary>Where a strand's words stand in the history.</summary>
    public static string StrandPath(StrandKind kind) => $"strands/{kind}/text";

    /// <summary>Takes content out of the shared versions too, which were frozen with it.</summary>
    /// <param name="without">A frozen plan without the content; the same text where it did not hold it.</param>
    /// <remarks>Part of another move, which leaves the event. Needs <see cref="PlanVersions"/> loaded.</remarks>
    public void TakeOutOfVersions(Func<string, string> without)
    {
        foreach (var version in planVersions)
        {
            version.TakeOut(without);
        }
    }

    /// <summary>Takes a profile that was taken away out of the shared versions too; a cycle whose versions did not hold it is unchanged.</summary>
    /// <remarks>Needs <see cref="PlanVersions"/> loaded, and nothing else.</remarks>
    public void TakeProfileOut(Func<string, string> without, Acting by)
    {
        var before = planVersions.ConvertAll(version => version.Frozen);
        TakeOutOfVersions(without);
        if (!before.SequenceEqual(planVersions.Select(version => version.Frozen)))
        {
            Record(PupilId, Number, RecordEventKind.ContentRemoved, by, "Profile in shared plans");
        }
    }

    private PlanVersion FindVersion(int number)
    {
        var version = planVersions.Find(known => known.Number == number);
        DomainRuleException.Require(version is not null, $"There is no version {number}");
        return version!;
    }

    private void RequireReceiver(SupportCycle from, DateOnly on)
    {
        DomainRuleException.Require(PupilId != from.PupilId, "Choose another pupil: this one has it already");
        DomainRuleException.Require(Stage is CycleStage.Do or CycleStage.Review, "It can be moved only to a cycle in which support is given");
        DomainRuleException.Require(on >= OpenedOn, $"The other pupil’s cycle was opened on {OpenedOn:d MMMM yyyy}, after the day of this entry");
    }
}
