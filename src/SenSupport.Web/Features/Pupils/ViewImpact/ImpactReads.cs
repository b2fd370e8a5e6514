using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Pupils.ViewImpact;

/// <summary>A cycle with what was done in it and what came of it.</summary>
public sealed record ImpactCycle(
    int Number,
    CycleStage Stage,
    DateOnly OpenedOn,
    DateOnly? SupportedFrom,
    DateOnly? HeldOn,
    DateOnly? ClosedOn,
    ReviewDecision? Decision,
    string Impact,
    int LatestPlanVersion,
    int SessionsPlanned,
    int SessionsHeld,
    IReadOnlyList<ImpactTarget> Targets,
    IReadOnlyList<ImpactProvision> Provision)
{
    /// <summary>A pupil's cycles, earliest first; whether the person may read them has been asked before.</summary>
    public static IQueryable<ImpactCycle> Of(SenSupportDbContext db, Guid pupilId) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId
        orderby cycle.Number
        select new ImpactCycle(
            cycle.Number,
            cycle.Stage,
            cycle.OpenedOn,
            cycle.SupportedFrom,
            cycle.Review.HeldOn,
            cycle.ClosedOn,
            cycle.Review.Decision,
            cycle.Review.Impact,
            cycle.LatestPlanVersion,
            cycle.SessionWeeks.Sum(week => week.Planned),
            cycle.SessionWeeks.Sum(week => week.Held),
            cycle.Targets.OrderBy(target => target.Position).Select(target => new ImpactTarget(target.Area, target.Statement, target.Result, target.LatestMark)).ToList(),
            cycle.Provision.OrderBy(row => row.Position).Select(row => new ImpactProvision(row.What, row.Minutes, row.TimesAWeek, row.GroupSize)).ToList());
}

/// <summary>A target and what became of it.</summary>
public sealed record ImpactTarget(AreaOfNeed? Area, string Statement, TargetResult? Result, int? LatestMark);

/// <summary>A row of provision.</summary>
public sealed record ImpactProvision(string What, int? Minutes, decimal? TimesAWeek, int? GroupSize)
{
    /// <summary>In a line: "Narrative group, 3 × 20 min, group of 4".</summary>
    public string InWords => string.Join(", ", new[]
    {
        What,
        (TimesAWeek, Minutes) switch
        {
            ({ } times, { } minutes) => $"{times:0.##} × {minutes} min",
            ({ } times, null) => $"{times:0.##} a week",
            (null, { } minutes) => $"{minutes} min",
            _ => "",
        },
        GroupSize switch { null => "", 1 => "1:1", { } size => $"group of {size}" },
    }.Where(part => part.Length > 0));
}

/// <summary>Something dated in the pupil's record that belongs to the story.</summary>
public sealed record ImpactFact
{
    /// <summary>"duty", "need" or "diagnosis".</summary>
    public string Kind { get; init; } = "";

    /// <summary>For a duty, which; otherwise nothing.</summary>
    public DutyRecordKind? Duty { get; init; }

    /// <summary>The day.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who took part, the code of the need, or the diagnosis.</summary>
    public string Text { get; init; } = "";

    /// <summary>What came of it, or who made the diagnosis.</summary>
    public string More { get; init; } = "";

    /// <summary>Meetings, specialists, needs and diagnoses of a pupil; whether the person may read them has been asked before.</summary>
    public static IQueryable<ImpactFact> Of(SenSupportDbContext db, Guid pupilId)
    {
        var pupils = db.Pupils.AsNoTracking().Where(pupil => pupil.Id == pupilId);
        return pupils.SelectMany(pupil => pupil.DutyRecords)
            .Where(record => record.Kind == DutyRecordKind.MetParents || record.Kind == DutyRecordKind.SpecialistConsidered)
            .Select(record => new ImpactFact { Kind = "duty", Duty = record.Kind, On = record.On, Text = record.Who, More = record.Outcome })
            .Concat(pupils.SelectMany(pupil => pupil.Needs).Select(need => new ImpactFact { Kind = "need", Duty = null, On = need.Start, Text = need.Code, More = "" }))
            .Concat(pupils.SelectMany(pupil => pupil.Diagnoses).Select(diagnosis => new ImpactFact { Kind = "diagnosis", Duty = null, On = diagnosis.MadeOn, Text = diagnosis.Name, More = diagnosis.MadeBy }));
    }
}
