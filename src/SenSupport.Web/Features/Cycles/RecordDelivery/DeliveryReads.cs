using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Cycles;

namespace SenSupport.Web.Features.Cycles.RecordDelivery;

/// <summary>A cycle's targets and what is given towards them.</summary>
public sealed record DeliveredCycle(CycleHead Head, IReadOnlyList<DeliveredTarget> Targets, IReadOnlyList<DeliveredProvision> Provision)
{
    /// <summary>The weeks of the cycle whose sessions can be recorded, by their Mondays, from this week back to that in which it was opened; at most a year.</summary>
    public IReadOnlyList<DateOnly> WeeksUntil(DateOnly today)
    {
        var (week, first) = (SessionWeek.MondayOf(today), SessionWeek.MondayOf(Head.OpenedOn));
        return [.. Enumerable.Range(0, 53).Select(back => week.AddDays(-7 * back)).TakeWhile(monday => monday >= first || monday == week)];
    }

    /// <summary>A cycle by its number; whether the person may read the pupil's record has been asked before.</summary>
    public static IQueryable<DeliveredCycle> Find(SenSupportDbContext db, Guid pupilId, int number) =>
        from headed in HeadedCycle.Of(db, pupilId)
        let cycle = headed.Cycle
        where cycle.Number == number
        select new DeliveredCycle(
            headed.Head,
            cycle.Targets
                .OrderBy(target => target.Position)
                .Select(target => new DeliveredTarget(target.Id, target.Area, target.Statement, target.SuccessCriterion, target.ByWhen, target.FirstMark, target.LatestMark, target.MarkedOn, target.StoppedOn, target.StopReason))
                .ToList(),
            cycle.Provision
                .OrderBy(row => row.Position)
                .Select(row => new DeliveredProvision(row.Id, row.What, row.DeliveredBy, row.Where, row.Minutes, row.TimesAWeek, row.GroupSize, row.From, row.To))
                .ToList());
}

/// <summary>A target with how it goes.</summary>
public sealed record DeliveredTarget(Guid Id, AreaOfNeed? Area, string Statement, string SuccessCriterion, DateOnly? ByWhen, int? FirstMark, int? LatestMark, DateOnly? MarkedOn, DateOnly? StoppedOn, string StopReason);

/// <summary>A row of provision.</summary>
public sealed record DeliveredProvision(Guid Id, string What, string DeliveredBy, string Where, int? Minutes, decimal? TimesAWeek, int? GroupSize, DateOnly? From, DateOnly? To)
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

/// <summary>What a row of <see cref="DoneRow"/> is.</summary>
public enum DoneKind
{
    /// <summary>A mark of progress.</summary>
    Mark,

    /// <summary>A note.</summary>
    Note,

    /// <summary>A week's sessions of one provision.</summary>
    Sessions,
}

/// <summary>A mark, a note or a week's sessions: something that was done in the cycle.</summary>
public sealed record DoneRow
{
    /// <summary>Which of them it is.</summary>
    public DoneKind Kind { get; init; }

    /// <summary>The note, the target that was marked, or the provision whose sessions they are.</summary>
    public Guid Id { get; init; }

    /// <summary>The day; for sessions, the Monday of their week.</summary>
    public DateOnly On { get; init; }

    /// <summary>Who.</summary>
    public string StaffName { get; init; } = "";

    /// <summary>The mark, −2 to 2; for sessions, how many were held.</summary>
    public int Number { get; init; }

    /// <summary>Sessions planned.</summary>
    public int Planned { get; init; }

    /// <summary>The note; for sessions, why there were fewer.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the provision was called; empty otherwise.</summary>
    public string What { get; init; } = "";

    /// <summary>In the order in which they were entered.</summary>
    public Guid EnteredAs { get; init; }

    /// <summary>Everything that was done in a cycle.</summary>
    public static IQueryable<DoneRow> Of(SenSupportDbContext db, Guid pupilId, int number)
    {
        var cycles = db.Cycles.Where(cycle => cycle.PupilId == pupilId && cycle.Number == number);
        return cycles.SelectMany(cycle => cycle.Marks)
            .Select(mark => new DoneRow { Kind = DoneKind.Mark, Id = mark.TargetId, On = mark.On, StaffName = mark.StaffName, Number = mark.Mark, Planned = 0, Text = "", What = "", EnteredAs = mark.Id })
            .Concat(cycles.SelectMany(cycle => cycle.Notes)
                .Select(note => new DoneRow { Kind = DoneKind.Note, Id = note.Id, On = note.On, StaffName = note.StaffName, Number = 0, Planned = 0, Text = note.Text, What = "", EnteredAs = note.Id }))
            .Concat(cycles.SelectMany(cycle => cycle.SessionWeeks)
                .Select(week => new DoneRow { Kind = DoneKind.Sessions, Id = week.ProvisionId, On = week.WeekOf, StaffName = week.StaffName, Number = week.Held, Planned = week.Planned, Text = week.Reason, What = week.What, EnteredAs = week.Id }));
    }
}

/// <summary>What was held of a provision.</summary>
public sealed record SessionTotal(string What, int Planned, int Held)
{
    /// <summary>"34 of 45 sessions held (76%)".</summary>
    public string InWords => Planned == 0 ? $"{Held} {(Held == 1 ? "session" : "sessions")} held" : $"{Held} of {Planned} sessions held ({Math.Round(100.0 * Held / Planned):0}%)";
}
