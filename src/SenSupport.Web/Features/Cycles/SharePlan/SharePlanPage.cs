using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Shared.Records;

namespace SenSupport.Web.Features.Cycles.SharePlan;

/// <summary>Everything to check before a plan is shared, or sent to the SENCo.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="PupilVersion">The version of the pupil's record.</param>
/// <param name="Plan">What would be shared.</param>
/// <param name="Today">The date in the school.</param>
/// <param name="Readers">Who in the school reads it.</param>
/// <param name="Changed">What changed since the last version, in words.</param>
public sealed record SharePlanPage(SupportCycle Cycle, Guid PupilVersion, SupportPlan Plan, DateOnly Today, IReadOnlyList<PlanReader> Readers, IReadOnlyList<string> Changed)
{
    /// <summary>The note of a form that came back with errors.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the changes are so small that nobody need read them; unticked at first.</summary>
    public bool IsMinor { get; init; }

    /// <summary>The cycle's address.</summary>
    public string CycleAddress => $"/pupils/{Cycle.PupilId}/cycles/{Cycle.Number}";

    /// <summary>The plan's address.</summary>
    public string PlanAddress => $"{CycleAddress}/plan";

    /// <summary>What the Code asks and the plan lacks; nothing of it stops the sharing.</summary>
    public IReadOnlyList<CycleGap> Outstanding
    {
        get
        {
            // Sharing begins the support, from when on a target is to have a measure (CoP 6.48).
            var bare = Cycle.Targets.Any(target => target.Measure.Length == 0 && target.SuccessCriterion.Length == 0) ? CycleGaps.TargetWithoutMeasure : 0;
            return
            [
                .. CycleGap.Of(Cycle.Gaps | bare, Cycle.IsOpen, Cycle.ReviewOn, Today),
                .. Plan.Needs.GroupBy(need => need.Area)
                    .Where(area => !Cycle.Targets.Any(target => target.Area == area.Key) && !Cycle.Strategies.Any(strategy => strategy.Area == area.Key))
                    .Select(area => new CycleGap(
                        $"Nothing planned for {area.Key.Name().ToLowerInvariant()}", $"{string.Join(", ", area.Select(need => need.Name))}: no target, no strategy.", "Add a target", "6.76", "plan", "targets")),
                .. Cycle.Targets.Where(target => target.ToReformulate && !target.IsStopped).OrderBy(target => target.Position).Select(target => new CycleGap(
                    $"Target {target.Position + 1} is copied, not reformulated",
                    "It was not fully met. Say what is different this time, or why it is kept as it is.", "Reformulate it", "6.54", "plan", "targets")),
            ];
        }
    }

    /// <summary>Who in a school reads a pupil's plan: see <see cref="Security.PupilAccess"/>.</summary>
    public static IQueryable<PlanReader> ReadersOf(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils
        from person in db.Staff
        where pupil.Id == pupilId && person.LeftOn == null
        where (person.Roles & (StaffRoles.Senco | StaffRoles.SenAssistant | StaffRoles.Head)) != 0
            || ((person.Roles & StaffRoles.Teacher) != 0
                && (pupil.ResponsibleTeacherId == person.Id || db.ClassTeachers.Any(teacher => teacher.StaffId == person.Id && teacher.ClassId == pupil.ClassId)))
            || ((person.Roles & StaffRoles.TeachingAssistant) != 0 && pupil.Supporters.Any(supporter => supporter.StaffId == person.Id))
        orderby person.Name
        select new PlanReader(person.Name, person.JobTitle);

    /// <summary>The version of a pupil's record.</summary>
    public static IQueryable<Guid> VersionOfPupil(SenSupportDbContext db, Guid pupilId) => db.Pupils.Where(pupil => pupil.Id == pupilId).Select(pupil => pupil.Version);

    /// <summary>What was written of a cycle's plan since it was last shared, the earliest first.</summary>
    public static IQueryable<RecordEvent> WrittenSinceShared(SenSupportDbContext db, Guid cycleId) => db.Events
        .Where(row => row.RecordId == cycleId && row.Kind == RecordEventKind.PlanWritten)
        .Where(row => row.At > db.Cycles.Where(cycle => cycle.Id == cycleId).SelectMany(cycle => cycle.PlanVersions).Where(version => version.WithdrawnAt == null).Max(version => (DateTime?)version.SharedAt))
        .OrderBy(row => row.At);

    /// <summary>The fields that differ after some changes, in words; what was changed and changed back is none.</summary>
    public static IReadOnlyList<string> InWords(IEnumerable<RecordEvent> events, SupportCycle cycle)
    {
        var fields = RecordFields.Of(cycle.Plan());
        return
        [
            .. events.SelectMany(row => row.Changes)
                .Where(change => !FieldNames.IsKey(change.Path))
                .GroupBy(change => change.Path)
                .Where(changes => changes.First().Old != changes.Last().New)
                .Select(changes => FieldNames.For(changes.Key, fields) + (changes.Last().New.Length == 0 ? " (removed)" : ""))
                .Distinct(),
        ];
    }
}

/// <summary>Someone who reads the plan.</summary>
public sealed record PlanReader(string Name, string JobTitle);
