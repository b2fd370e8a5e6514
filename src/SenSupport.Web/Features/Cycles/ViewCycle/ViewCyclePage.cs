using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.ViewCycle;

/// <summary>How far a task is.</summary>
public enum TaskState
{
    /// <summary>Finished.</summary>
    Done,

    /// <summary>Begun.</summary>
    InProgress,

    /// <summary>Not begun.</summary>
    ToDo,

    /// <summary>The Code asks for it, and its time has come.</summary>
    Outstanding,

    /// <summary>An earlier stage comes first.</summary>
    CannotStartYet,
}

/// <summary>A line of a task list.</summary>
/// <param name="Name">What is to be done.</param>
/// <param name="Hint">Who and when, or how much.</param>
/// <param name="State">How far it is.</param>
/// <param name="Href">Its page; null when there is none yet.</param>
public sealed record CycleTask(string Name, string Hint, TaskState State, string? Href);

/// <summary>A cycle as task lists, and what comes next.</summary>
public sealed class ViewCyclePage(PupilHeaderRow pupil, CycleProgress parts, IReadOnlyList<CycleSiblings> cycles, int nextNumber, SignedInStaff staff, DateOnly today)
{
    /// <summary>Where the cycle stands.</summary>
    public CycleHead Cycle => parts.Head;

    /// <summary>How far each part is.</summary>
    public CycleProgress Parts => parts;

    /// <summary>All cycles of the pupil.</summary>
    public IReadOnlyList<CycleSiblings> Cycles => cycles;

    /// <summary>Today in the school.</summary>
    public DateOnly Today => today;

    /// <summary>Whether the person writes this pupil's assessment, plan and review.</summary>
    public bool MayWrite { get; } = staff.MayWrite(pupil.ResponsibleTeacherId);

    /// <summary>Whether they note and mark how support goes.</summary>
    public bool MayDeliver => staff.MayDeliver;

    /// <summary>Whether sharing, returning and closing is theirs.</summary>
    public bool IsSenco => staff.IsSenco;

    /// <summary>The strands as they are now.</summary>
    public int StrandsWritten => parts.Strands.Count(strand => strand.HasText);

    /// <summary>The eight strands of the assessment.</summary>
    public IEnumerable<CycleTask> Assess() => StrandKinds.All.Select(kind =>
    {
        var strand = parts.Strands.FirstOrDefault(row => row.Kind == kind);
        var name = kind == StrandKind.PupilsViews ? $"{pupil.FirstName}’s own views" : kind.Name();
        var missing = Cycle.Stage > CycleStage.Assess && parts.RequiredStrands.Contains(kind) ? TaskState.Outstanding : TaskState.ToDo;
        return new CycleTask(
            name,
            strand is null ? "" : string.Join(", ", new[] { strand.By, strand.On is { } on ? UkDate.DayAndMonth(on) : "" }.Where(part => part.Length > 0)),
            strand?.HasText == true ? TaskState.Done : missing,
            $"{Cycle.Path}/assess#{kind}");
    });

    /// <summary>The parts of the plan.</summary>
    public IEnumerable<CycleTask> Plan()
    {
        var can = Cycle.Stage > CycleStage.Assess;
        yield return Task(
            "Targets",
            parts.Targets == 0 ? "" : $"{Count(parts.Targets, "target")}{(parts.TargetsToReformulate > 0 ? $", {parts.TargetsToReformulate} to be reformulated" : "")}",
            parts.Targets == 0 ? TaskState.ToDo : parts.TargetsToReformulate > 0 ? TaskState.InProgress : TaskState.Done,
            "targets");
        yield return Task("Strategies and adjustments", parts.Strategies == 0 ? "" : $"{parts.Strategies}, of which {parts.MustDo} must-do", Is(parts.Strategies > 0), "strategies");
        yield return Task("Provision", ProvisionInWords(), Is(Provision.Count > 0), "provision");
        yield return Task("Expected impact", "", Is(parts.HasExpectedImpact), "ExpectedImpact");
        yield return Task($"At home, and {pupil.FirstName}’s own part", "", Is(parts.HasHomeAndOwnPart), "AtHome");
        yield return Task("Review date", Cycle.ReviewOn is { } on ? UkDate.Long(on) : "", Cycle.ReviewOn is not null ? TaskState.Done : can ? TaskState.Outstanding : TaskState.ToDo, "ReviewOn");
        yield return new CycleTask(
            "Shared",
            InForce is { } shared ? $"Version {shared.Number}, {UkDate.DayAndMonth(DateOnly.FromDateTime(SchoolClock.Local(shared.SharedAt)))}, by {shared.SharedBy}" : Cycle.PlanState == WritingState.Sent ? "Sent to the SENCo" : "",
            !can ? TaskState.CannotStartYet : Cycle.PlanState == WritingState.Final ? TaskState.Done : InForce is not null || Cycle.PlanState == WritingState.Sent ? TaskState.InProgress : TaskState.ToDo,
            can && IsSenco && Cycle.IsOpen ? $"{Cycle.Path}/plan/share" : null);

        CycleTask Task(string name, string hint, TaskState state, string anchor) =>
            new(name, hint, can ? state : TaskState.CannotStartYet, can ? $"{Cycle.Path}/plan#{anchor}" : null);
    }

    /// <summary>How support goes.</summary>
    public IEnumerable<CycleTask> Do()
    {
        var can = Cycle.Stage >= CycleStage.Do;
        yield return new CycleTask(
            "Progress towards targets",
            parts.TargetsMarked == 0 ? "" : $"{parts.TargetsMarked} of {Count(parts.Targets, "target")} marked, last on {UkDate.DayAndMonth(parts.LastMark!.Value)}",
            State(parts.TargetsMarked > 0),
            can ? $"{Cycle.Path}/do" : null);
        yield return new CycleTask(
            "Notes and changes",
            parts.Notes == 0 ? "" : $"{Count(parts.Notes, "note")}, last on {UkDate.DayAndMonth(parts.LastNote!.Value)}",
            State(parts.Notes > 0),
            can ? $"{Cycle.Path}/do#notes" : null);

        TaskState State(bool any) => !can ? TaskState.CannotStartYet : Cycle.IsOpen ? any ? TaskState.InProgress : TaskState.ToDo : TaskState.Done;
    }

    /// <summary>The review.</summary>
    public IEnumerable<CycleTask> Review()
    {
        var can = Cycle.Stage >= CycleStage.Do;
        var begun = Cycle.Stage >= CycleStage.Review;
        yield return Task("Results", parts.TargetsWithResult > 0 ? $"{parts.TargetsWithResult} of {Count(parts.Targets, "target")}" : Cycle.ReviewOn is { } by && Cycle.IsOpen ? $"On or before {UkDate.DayAndMonth(by)}" : "", parts.Targets == 0 || parts.TargetsWithResult == parts.Targets ? TaskState.Done : parts.TargetsWithResult > 0 ? TaskState.InProgress : TaskState.ToDo, "results");
        yield return Task($"{pupil.FirstName}’s view", "", View(parts.HasPupilView), "PupilView");
        yield return Task("Parents’ view", "", View(parts.HasParentView), "ParentView");
        yield return Task("Impact and quality of the support", "", Is(parts.HasImpact), "Impact");
        yield return Task("Decision and next steps", parts.Decision?.Name() ?? "", parts.Decision is not null ? TaskState.Done : Cycle.IsOpen ? TaskState.ToDo : TaskState.Outstanding, "Decision");

        TaskState View(bool has) => has ? TaskState.Done : begun ? TaskState.Outstanding : TaskState.ToDo;
        CycleTask Task(string name, string hint, TaskState state, string anchor) =>
            new(name, hint, can ? state : TaskState.CannotStartYet, can ? $"{Cycle.Path}/review#{anchor}" : null);
    }

    /// <summary>Whether the next cycle may be started: this is the latest, and it is closed.</summary>
    public bool MayStart => MayWrite && !cycles.Any(row => row.IsOpen);

    /// <summary>The number that the next cycle gets, where it may be started.</summary>
    public int NextNumber => nextNumber;

    /// <summary>The number of the latest cycle.</summary>
    public int LatestNumber => cycles[^1].Number;

    /// <summary>The latest version that is not withdrawn; null when there is none.</summary>
    public VersionRow? InForce => parts.Versions.FirstOrDefault(version => version.WithdrawnAt is null);

    private IReadOnlyList<ProvisionTime> Provision => cycles.First(row => row.Number == Cycle.Number).Provision;

    private static TaskState Is(bool done) => done ? TaskState.Done : TaskState.ToDo;

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private string ProvisionInWords()
    {
        if (Provision.Count == 0)
        {
            return "";
        }

        var minutes = (int)Math.Round(Provision.Sum(row => (row.Minutes ?? 0) * (row.TimesAWeek ?? 0)));
        return $"{Count(Provision.Count, "row")}{(minutes == 0 ? "" : $", {ProvisionWords.Duration(minutes)} a week")}";
    }
}
