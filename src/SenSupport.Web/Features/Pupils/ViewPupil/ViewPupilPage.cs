using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>What a pupil's first page shows, and what the person may do there.</summary>
public sealed class ViewPupilPage(PupilRecordShown record, SignedInStaff staff, DateOnly today)
{
    private readonly PupilHeaderRow pupil = record.Overview.Pupil;
    private readonly CurrentCycle? current = record.Current;
    private readonly PupilDuties duties = record.Duties;

    /// <summary>Who the pupil is.</summary>
    public PupilHeaderRow Pupil => pupil;

    /// <summary>What the needs are, and who to talk to.</summary>
    public PupilOverview Overview { get; } = record.Overview;

    /// <summary>The open cycle, else the latest; null before the first.</summary>
    public CurrentCycle? Current => current;

    /// <summary>What was done lately.</summary>
    public IReadOnlyList<EventRow> Events { get; } = record.Events;

    /// <summary>All strategies of the plan in force.</summary>
    public IReadOnlyList<StrategyRow> Strategies => current?.Strategies ?? [];

    /// <summary>Those that nobody may leave out.</summary>
    public IReadOnlyList<StrategyRow> MustDo { get; } = [.. (record.Current?.Strategies ?? []).Where(strategy => strategy.MustDo)];

    /// <summary>Today in the school.</summary>
    public DateOnly Today => today;

    /// <summary>Whether the person writes this pupil's assessment, plan and review.</summary>
    public bool MayWrite { get; } = staff.MayWrite(record.Overview.Pupil.ResponsibleTeacherId);

    /// <summary>Whether they note and mark how support goes.</summary>
    public bool MayDeliver => staff.MayDeliver;

    /// <summary>Whether they keep the pupil's needs and contacts.</summary>
    public bool MayKeep => staff.KeepsPupils;

    /// <summary>Whether documents and what was before the cycles are theirs to read.</summary>
    public bool ReadsDocuments => staff.ReadsDocuments;

    /// <summary>Whether letters are theirs to read.</summary>
    public bool ReadsLetters => staff.SeesWholeSchool;

    /// <summary>What the Code asks and the record lacks, as far as it is the person's; nothing once the pupil has left.</summary>
    public IReadOnlyList<OutstandingDuty> Outstanding { get; } = record.Overview.Pupil.LeftOn is null ? [.. record.Duties.For(staff)] : [];

    /// <summary>What the SENCo found not to apply.</summary>
    public IReadOnlyList<SetAsideRow> SetAside => staff.SeesWholeSchool ? duties.SetAside : [];

    /// <summary>The young person's rights; null until they are announced.</summary>
    public YoungPersonRights? Rights => !staff.ReadsDocuments || (pupil.Status == SenStatus.None && current is null) ? null : duties.Rights;

    /// <summary>Whether duties are theirs to set aside.</summary>
    public bool IsSenco => staff.IsSenco;

    /// <summary>Whether the young person's wish and representative are theirs to record.</summary>
    public bool MayRecordRights => staff.KeepsSenRecords;

    /// <summary>What the person can do about a duty: each a link.</summary>
    public IEnumerable<DutyAct> ActsFor(OutstandingDuty duty) =>
        new[] { duty.Act, duty.Instead }.OfType<DutyAct>().Where(act => act.IsInCycle ? MayWrite : staff.KeepsSenRecords);

    /// <summary>Whether the next cycle may be started: none is open.</summary>
    public bool MayStart => MayWrite && current?.Cycle.IsOpen != true;

    /// <summary>The number that the next cycle would have.</summary>
    public int NextNumber => (Overview.LastCycleNumber ?? 0) + 1;

    /// <summary>The address of the pupil's page.</summary>
    public string Path => $"/pupils/{pupil.Id}";

    /// <summary>What is to be done next in the open cycle by someone who writes it: the words of the button and its page; null when nothing is.</summary>
    public (string Words, string Href)? NextStep => !MayWrite || current is not { Cycle: { IsOpen: true } cycle } ? null : cycle.Stage switch
    {
        CycleStage.Assess => ("Record assessment", $"{cycle.Path}/assess"),
        CycleStage.Plan => ("Write plan", $"{cycle.Path}/plan"),
        _ => ("Record review", $"{cycle.Path}/review"),
    };
}
