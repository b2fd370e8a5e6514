using SenSupport.Domain.Needs;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;

namespace SenSupport.Web.Features.Cycles.RecordDelivery;

/// <summary>A cycle's targets and what is given towards them.</summary>
public sealed record DeliveredCycle(CycleHead Head, IReadOnlyList<DeliveredTarget> Targets, IReadOnlyList<DeliveredProvision> Provision)
{
    /// <summary>A cycle by its number; whether the person may read the pupil's record has been asked before.</summary>
    public static IQueryable<DeliveredCycle> Find(SenSupportDbContext db, Guid pupilId, int number) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId && cycle.Number == number
        select new DeliveredCycle(
            new CycleHead(
                cycle.PupilId,
                cycle.Number,
                cycle.Stage,
                cycle.OpenedOn,
                cycle.AssessedOn,
                cycle.SupportedFrom,
                cycle.ReviewOn,
                cycle.Review.HeldOn,
                cycle.ClosedOn,
                cycle.PlanState,
                cycle.ReviewState,
                cycle.LatestPlanVersion,
                cycle.PlanVersions.Max(version => (DateTime?)version.SharedAt)),
            cycle.Targets
                .OrderBy(target => target.Position)
                .Select(target => new DeliveredTarget(target.Id, target.Area, target.Statement, target.SuccessCriterion, target.ByWhen, target.FirstMark, target.LatestMark, target.MarkedOn))
                .ToList(),
            cycle.Provision
                .OrderBy(row => row.Position)
                .Select(row => new DeliveredProvision(row.What, row.DeliveredBy, row.Where, row.Minutes, row.TimesAWeek, row.GroupSize, row.From, row.To))
                .ToList());
}

/// <summary>A target with how it goes.</summary>
public sealed record DeliveredTarget(Guid Id, AreaOfNeed? Area, string Statement, string SuccessCriterion, DateOnly? ByWhen, int? FirstMark, int? LatestMark, DateOnly? MarkedOn);

/// <summary>A row of provision.</summary>
public sealed record DeliveredProvision(string What, string DeliveredBy, string Where, int? Minutes, decimal? TimesAWeek, int? GroupSize, DateOnly? From, DateOnly? To)
{
    /// <summary>How long, how often and with how many, such as "20 minutes, 3 times a week, group of 4".</summary>
    public string HowMuch => string.Join(", ", new[]
    {
        Minutes is { } minutes ? ProvisionWords.Duration(minutes) : "",
        TimesAWeek is { } times ? ProvisionWords.HowOften(times) : "",
        GroupSize switch { null => "", 1 => "one to one", { } size => $"group of {size}" },
    }.Where(part => part.Length > 0));

    /// <summary>From when to when, such as "from 14 Sep to 27 Nov"; empty when neither is said.</summary>
    public string Dates => string.Join(' ', new[]
    {
        From is { } from ? $"from {Shared.UkDate.DayAndMonth(from)}" : "",
        To is { } to ? $"to {Shared.UkDate.DayAndMonth(to)}" : "",
    }.Where(part => part.Length > 0));
}

/// <summary>A mark or a note: something that was done in the cycle.</summary>
public sealed record DoneRow
{
    /// <summary>Whether it is a note; otherwise a mark.</summary>
    public bool IsNote { get; init; }

    /// <summary>The note, or the target that was marked.</summary>
    public Guid Id { get; init; }

    /// <summary>The day.</summary>
    public DateOnly On { get; init; }

    /// <summary>Who.</summary>
    public string StaffName { get; init; } = "";

    /// <summary>The mark, −2 to 2; nothing for a note.</summary>
    public int Mark { get; init; }

    /// <summary>The note; empty for a mark.</summary>
    public string Text { get; init; } = "";

    /// <summary>In the order in which they were entered.</summary>
    public Guid EnteredAs { get; init; }

    /// <summary>Every mark and note of a cycle.</summary>
    public static IQueryable<DoneRow> Of(SenSupportDbContext db, Guid pupilId, int number)
    {
        var cycles = db.Cycles.Where(cycle => cycle.PupilId == pupilId && cycle.Number == number);
        return cycles.SelectMany(cycle => cycle.Marks).Select(mark => new DoneRow { IsNote = false, Id = mark.TargetId, On = mark.On, StaffName = mark.StaffName, Mark = mark.Mark, Text = "", EnteredAs = mark.Id })
            .Concat(cycles.SelectMany(cycle => cycle.Notes).Select(note => new DoneRow { IsNote = true, Id = note.Id, On = note.On, StaffName = note.StaffName, Mark = 0, Text = note.Text, EnteredAs = note.Id }));
    }
}
