using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;

namespace SenSupport.Web.Features.Cycles.ViewCycle;

/// <summary>How far each part of a cycle is.</summary>
public sealed record CycleProgress(
    CycleHead Head,
    string ReturnNote,
    bool HasOutcomes,
    bool HasExpectedImpact,
    bool HasHomeAndOwnPart,
    int Targets,
    int TargetsToReformulate,
    int TargetsMarked,
    int TargetsWithResult,
    DateOnly? LastMark,
    int Strategies,
    int MustDo,
    int Notes,
    DateOnly? LastNote,
    bool HasPupilView,
    bool HasParentView,
    bool HasStaffView,
    bool HasImpact,
    ReviewDecision? Decision,
    string NextSteps,
    IReadOnlyList<StrandKind> RequiredStrands,
    IReadOnlyList<StrandRow> Strands,
    IReadOnlyList<VersionRow> Versions)
{
    /// <summary>A cycle by its number; whether the person may read the pupil's record has been asked before.</summary>
    public static IQueryable<CycleProgress> Find(SenSupportDbContext db, Guid pupilId, int number) =>
        from headed in HeadedCycle.Of(db, pupilId)
        let cycle = headed.Cycle
        where cycle.Number == number
        select new CycleProgress(
            headed.Head,
            cycle.ReturnNote,
            cycle.Outcomes.Any(),
            cycle.ExpectedImpact != "",
            cycle.AtHome != "" && cycle.PupilsPart != "",
            cycle.Targets.Count(),
            cycle.Targets.Count(target => target.CarriedFromId != null && target.Reformulated == null && target.Statement == target.CarriedStatement),
            cycle.Targets.Count(target => target.MarkCount > 0),
            cycle.Targets.Count(target => target.Result != null || target.StoppedOn != null),
            cycle.Targets.Max(target => target.MarkedOn),
            cycle.Strategies.Count(),
            cycle.Strategies.Count(strategy => strategy.MustDo),
            cycle.Notes.Count(),
            cycle.Notes.Max(note => (DateOnly?)note.On),
            cycle.Review.PupilView != "",
            cycle.Review.ParentView != "",
            cycle.Review.StaffView != "",
            cycle.Review.Impact != "",
            cycle.Review.Decision,
            cycle.Review.NextSteps,
            cycle.RequiredStrands,
            cycle.Strands.OrderBy(strand => strand.Kind).Select(strand => new StrandRow(strand.Kind, strand.By, strand.On, strand.Text != "")).ToList(),
            cycle.PlanVersions.OrderByDescending(version => version.Number).Select(version => new VersionRow(version.Number, version.SharedAt, version.SharedBy, version.IsMinor, version.WithdrawnAt)).ToList());
}

/// <summary>A strand of the assessment that has something in it.</summary>
public sealed record StrandRow(StrandKind Kind, string By, DateOnly? On, bool HasText);

/// <summary>A shared version of the plan.</summary>
public sealed record VersionRow(int Number, DateTime SharedAt, string SharedBy, bool IsMinor, DateTime? WithdrawnAt);

/// <summary>A cycle of the same pupil.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="Provision">How much is given in it.</param>
public sealed record CycleSiblings(int Number, bool IsOpen, IReadOnlyList<ProvisionTime> Provision)
{
    /// <summary>Every cycle of a pupil in order; whether the person may read them has been asked before.</summary>
    public static IQueryable<CycleSiblings> Of(SenSupportDbContext db, Guid pupilId) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId
        orderby cycle.Number
        select new CycleSiblings(
            cycle.Number,
            cycle.Stage != CycleStage.Closed,
            cycle.Provision.Select(row => new ProvisionTime(row.Minutes, row.TimesAWeek)).ToList());
}

/// <summary>How long and how often a row of provision is given.</summary>
/// <param name="Minutes">Minutes a session; null when it is not said.</param>
/// <param name="TimesAWeek">Sessions a week; null when it is not said.</param>
public sealed record ProvisionTime(int? Minutes, decimal? TimesAWeek);
