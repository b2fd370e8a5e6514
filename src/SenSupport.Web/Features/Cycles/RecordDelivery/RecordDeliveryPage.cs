using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordDelivery;

/// <summary>How support goes in a cycle, and what the person may add.</summary>
public sealed class RecordDeliveryPage(PupilHeaderRow pupil, DeliveredCycle cycle, IReadOnlyList<DoneRow> done, NoteForm form, DateTime? draftSavedAt, SignedInStaff staff)
{
    private readonly ILookup<Guid, DoneRow> marks = done.Where(row => row.Kind == DoneKind.Mark).OrderByDescending(row => row.On).ThenByDescending(row => row.EnteredAs.ToString()).ToLookup(row => row.Id);

    /// <summary>The pupil.</summary>
    public PupilHeaderRow Pupil => pupil;

    /// <summary>The cycle.</summary>
    public DeliveredCycle Cycle => cycle;

    /// <summary>The note as it is being typed.</summary>
    public NoteForm Form => form;

    /// <summary>When the draft was kept from which the note came back, in UTC; null when there was none.</summary>
    public DateTime? DraftSavedAt => draftSavedAt;

    /// <summary>Notes, latest day first.</summary>
    public IReadOnlyList<DoneRow> Notes { get; } = [.. done.Where(row => row.Kind == DoneKind.Note).OrderByDescending(row => row.On).ThenByDescending(row => row.EnteredAs.ToString())];

    /// <summary>Whether marks and notes may be added now, by this person.</summary>
    public bool MayDeliver { get; } = staff.MayDeliver && cycle.Head.IsDelivered;

    /// <summary>Whether they write the assessment and the plan.</summary>
    public bool MayWrite { get; } = staff.MayWrite(pupil.ResponsibleTeacherId);

    /// <summary>Whether support has begun.</summary>
    public bool HasBegun => cycle.Head.Stage >= CycleStage.Do;

    /// <summary>The marks of a target, latest first.</summary>
    public IReadOnlyList<DoneRow> MarksOf(Guid target) => [.. marks[target]];

    /// <summary>Every week of sessions that was recorded, latest first.</summary>
    public IReadOnlyList<DoneRow> SessionRows { get; } = [.. done.Where(row => row.Kind == DoneKind.Sessions).OrderByDescending(row => row.On).ThenBy(row => row.What, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The week whose sessions are typed, by its Monday.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The weeks to choose from, this week first.</summary>
    public required IReadOnlyList<DateOnly> Weeks { get; init; }

    /// <summary>The week as it is being typed.</summary>
    public required SessionsForm Sessions { get; init; }

    /// <summary>What was held in the cycle so far, a line a provision.</summary>
    public IReadOnlyList<SessionTotal> SessionTotals =>
        [.. SessionRows.GroupBy(row => row.Id).Select(rows => new SessionTotal(rows.First().What, rows.Sum(row => row.Planned), rows.Sum(row => row.Number))).OrderBy(total => total.What, StringComparer.OrdinalIgnoreCase)];
}
