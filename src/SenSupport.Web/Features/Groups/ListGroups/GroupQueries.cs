using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Groups.ListGroups;

/// <summary>What the list of groups reads.</summary>
public static class GroupQueries
{
    /// <summary>Subjects and years, by subject.</summary>
    public static IQueryable<GroupKind> Kinds(SenSupportDbContext db) =>
        db.TeachingGroups.AsNoTracking().Select(group => new { group.Subject, group.StartYear }).Distinct().OrderBy(kind => kind.Subject).ThenBy(kind => kind.StartYear)
            .Select(kind => new GroupKind(kind.Subject, kind.StartYear));

    /// <summary>A key for each group that a filter finds.</summary>
    public static IQueryable<Guid> Found(SenSupportDbContext db, GroupsFilter filter) => Narrow(db, filter).Select(group => group.Id);

    /// <summary>The rows that a filter finds, in its order.</summary>
    public static IQueryable<GroupRow> Rows(SenSupportDbContext db, GroupsFilter filter)
    {
        var today = db.Today;
        var rows =
            from @group in Narrow(db, filter)
            select new GroupRow
            {
                Id = @group.Id,
                Name = @group.Name,
                Subject = @group.Subject,
                StartYear = @group.StartYear,
                ClosedOn = @group.ClosedOn,
                Pupils = @group.Pupils.Count(time => time.From <= today && (time.Until == null || time.Until >= today)),
                Teachers = @group.Teachers.Where(time => time.From <= today && (time.Until == null || time.Until >= today))
                    .Join(db.Staff, time => time.StaffId, staff => staff.Id, (_, staff) => staff.Name).OrderBy(name => name).ToList(),
            };
        var sorted = (filter.Sort, filter.Descending) switch
        {
            (GroupColumn.Subject, false) => rows.OrderBy(row => row.Subject).ThenBy(row => row.Name),
            (GroupColumn.Subject, true) => rows.OrderByDescending(row => row.Subject).ThenBy(row => row.Name),
            (GroupColumn.Pupils, false) => rows.OrderBy(row => row.Pupils).ThenBy(row => row.Name),
            (GroupColumn.Pupils, true) => rows.OrderByDescending(row => row.Pupils).ThenBy(row => row.Name),
            (_, false) => rows.OrderBy(row => row.Name),
            _ => rows.OrderByDescending(row => row.Name),
        };
        return sorted.ThenByDescending(row => row.StartYear).ThenBy(row => row.Id);
    }

    private static IQueryable<TeachingGroup> Narrow(SenSupportDbContext db, GroupsFilter filter)
    {
        var groups = db.TeachingGroups.AsNoTracking();
        if (filter.Closed is { } closed)
        {
            groups = groups.Where(group => (group.ClosedOn != null) == closed);
        }

        if (filter.Subject.Length > 0)
        {
            groups = groups.Where(group => group.Subject == filter.Subject);
        }

        if (filter.Year is { } year)
        {
            groups = groups.Where(group => group.StartYear == year);
        }

        foreach (var word in filter.Search.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var part = word.ToLowerInvariant();
            groups = groups.Where(group => group.Name.ToLower().Contains(part) || group.Subject.ToLower().Contains(part)
                || group.Teachers.Any(time => db.Staff.Any(staff => staff.Id == time.StaffId && staff.Name.ToLower().Contains(part))));
        }

        return groups;
    }
}

/// <summary>A subject that is taught in groups of a year.</summary>
public sealed record GroupKind(string Subject, int StartYear);

/// <summary>One group in the list.</summary>
public sealed record GroupRow
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Subject { get; init; } = "";

    public int StartYear { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>How many are in it today.</summary>
    public int Pupils { get; init; }

    /// <summary>The names of those who teach it today.</summary>
    public IReadOnlyList<string> Teachers { get; init; } = [];
}
