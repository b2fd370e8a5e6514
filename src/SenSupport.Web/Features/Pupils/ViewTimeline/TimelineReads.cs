using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewTimeline;

/// <summary>An event of a pupil's record.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="CycleNumber">The cycle, where it belongs to one.</param>
/// <param name="Summary">Its own words.</param>
/// <param name="StaffName">Who did it.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Changes">Old and new values.</param>
/// <param name="HasCycle">Whether the cycle is still there: one that an import opened is gone once that is undone.</param>
/// <param name="Total">How many events the filter finds on all pages.</param>
public sealed record TimelineRow(RecordEventKind Kind, int? CycleNumber, string Summary, string StaffName, DateTime At, IReadOnlyList<FieldChange> Changes, bool HasCycle, int Total);

/// <summary>A row of a cycle's lists as it is now: it gives changes their number and their words.</summary>
public sealed record ListedRow
{
    /// <summary>The cycle's number.</summary>
    public int Cycle { get; init; }

    /// <summary>0 outcomes, 1 targets, 2 strategies, 3 provision.</summary>
    public int List { get; init; }

    /// <summary>The row.</summary>
    public Guid Id { get; init; }

    /// <summary>Its place, from 0.</summary>
    public int Position { get; init; }

    /// <summary>What it says; empty for provision.</summary>
    public string Text { get; init; } = "";
}

/// <summary>The name behind a key.</summary>
public sealed record NameRow
{
    /// <summary>The key.</summary>
    public Guid Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";
}

/// <summary>What the timeline reads; whether the person may read the pupil's record has been asked before.</summary>
public static class TimelineReads
{
    /// <summary>Events on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of events, latest first.</summary>
    /// <param name="db">The records.</param>
    /// <param name="staff">Who reads it.</param>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="kind">The key of a <see cref="TimelineFilter"/>.</param>
    /// <param name="page">From 1.</param>
    public static IQueryable<TimelineRow> Events(SenSupportDbContext db, SignedInStaff staff, Guid pupilId, string? kind, int page)
    {
        var kinds = TimelineFilter.Find(kind).Kinds;
        var all = db.Events.AsNoTracking().Where(row => row.PupilId == pupilId).ReadBy(staff);
        var found = kinds.Count == 0 ? all : all.Where(row => kinds.Contains(row.Kind));
        return found
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Skip((Math.Max(page, 1) - 1) * PageSize)
            .Take(PageSize)
            .Select(row => new TimelineRow(row.Kind, row.CycleNumber, row.Summary, row.StaffName, row.At, row.Changes, db.Cycles.Any(cycle => cycle.PupilId == pupilId && cycle.Number == row.CycleNumber), found.Count()));
    }

    /// <summary>The rows of every list in a pupil's cycles.</summary>
    public static IQueryable<ListedRow> Rows(SenSupportDbContext db, Guid pupilId)
    {
        var cycles = db.Cycles.Where(cycle => cycle.PupilId == pupilId);
        return cycles.SelectMany(cycle => cycle.Outcomes, (cycle, row) => new ListedRow { Cycle = cycle.Number, List = 0, Id = row.Id, Position = row.Position, Text = row.Text })
            .Concat(cycles.SelectMany(cycle => cycle.Targets, (cycle, row) => new ListedRow { Cycle = cycle.Number, List = 1, Id = row.Id, Position = row.Position, Text = row.Statement }))
            .Concat(cycles.SelectMany(cycle => cycle.Strategies, (cycle, row) => new ListedRow { Cycle = cycle.Number, List = 2, Id = row.Id, Position = row.Position, Text = row.Text }))
            .Concat(cycles.SelectMany(cycle => cycle.Provision, (cycle, row) => new ListedRow { Cycle = cycle.Number, List = 3, Id = row.Id, Position = row.Position, Text = "" }));
    }

    /// <summary>The names of the school's staff and classes.</summary>
    public static IQueryable<NameRow> Names(SenSupportDbContext db) =>
        db.Staff.Select(person => new NameRow { Id = person.Id, Name = person.Name }).Concat(db.Classes.Select(row => new NameRow { Id = row.Id, Name = row.Name }));
}
