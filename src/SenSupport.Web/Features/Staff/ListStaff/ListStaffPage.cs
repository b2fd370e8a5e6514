using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ListStaff;

/// <summary>What the staff list shows.</summary>
/// <param name="Filter">What is asked, as far as it exists.</param>
/// <param name="Counts">How many people each view holds.</param>
/// <param name="Total">How many people the filter finds.</param>
/// <param name="Rows">Those of this page.</param>
/// <param name="Viewer">Who looks.</param>
/// <param name="Now">The moment, in UTC.</param>
public sealed record ListStaffPage(StaffFilter Filter, StaffCounts Counts, int Total, IReadOnlyList<StaffRow> Rows, SignedInStaff Viewer, DateTime Now)
{
    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Total + StaffFilter.Size - 1) / StaffFilter.Size);

    /// <summary>The place of the first row, from 1.</summary>
    public int First => ((Filter.Page - 1) * StaffFilter.Size) + 1;

    /// <summary>The title of the window.</summary>
    public string Title => string.Join(", ", new[]
    {
        "Staff",
        Filter.View == StaffView.Current ? "" : Views.First(view => view.View == Filter.View).Text.ToLowerInvariant(),
        Filter.Role == StaffRoles.None ? "" : Filter.Role.Name(),
        Filter.Search,
        Filter.Page == 1 ? "" : $"page {Filter.Page} of {Pages}",
    }.Where(part => part.Length > 0));

    /// <summary>The views with their counts.</summary>
    public IEnumerable<(StaffView View, string Text, int Count)> Views =>
    [
        (StaffView.Current, "On the staff", Counts.Current),
        (StaffView.Invited, "Invited", Counts.Invited),
        (StaffView.Uninvited, "Not invited yet", Counts.Uninvited),
        (StaffView.Left, "Left", Counts.Left),
    ];

    /// <summary>How many people each view holds; no row when there is nobody at all.</summary>
    public static IQueryable<StaffCounts> CountsOf(SenSupportDbContext db) =>
        from staff in db.Staff
        group staff by staff.SchoolId into all
        select new StaffCounts
        {
            Current = all.Sum(staff => staff.LeftOn == null ? 1 : 0),
            Left = all.Sum(staff => staff.LeftOn != null ? 1 : 0),
            WithoutAccount = all.Sum(staff => staff.LeftOn == null && staff.AccountId == null ? 1 : 0),
            Invited = (from invited in db.Staff where invited.LeftOn == null && invited.AccountId == null && OpenInvitations(db).Any(link => link.StaffId == invited.Id) select invited.Id).Count(),
        };

    /// <summary>The people whom a filter finds, in its order; all of its pages.</summary>
    public static IQueryable<StaffRow> RowsOf(SenSupportDbContext db, StaffFilter filter)
    {
        var rows = Found(db, filter).Select(staff => new StaffRow
        {
            Id = staff.Id,
            Name = staff.Name,
            SortName = staff.SortName,
            JobTitle = staff.JobTitle,
            Email = staff.Email,
            Roles = staff.Roles,
            LeftOn = staff.LeftOn,
            HasAccount = staff.AccountId != null,
            LastSignInAt = staff.LastSignInAt,
            InvitedUntil = OpenInvitations(db).Where(link => link.StaffId == staff.Id).Max(link => (DateTime?)link.ExpiresAt),
            Responsible = db.Pupils.Count(pupil => pupil.LeftOn == null && pupil.ResponsibleTeacherId == staff.Id),
            Supports = db.Pupils.Count(pupil => pupil.LeftOn == null && pupil.Supporters.Any(supporter => supporter.StaffId == staff.Id)),
        });
        var sorted = (filter.Sort, filter.Descending) switch
        {
            (StaffColumn.Responsible, false) => rows.OrderBy(row => row.Responsible),
            (StaffColumn.Responsible, true) => rows.OrderByDescending(row => row.Responsible),
            (StaffColumn.Supports, false) => rows.OrderBy(row => row.Supports),
            (StaffColumn.Supports, true) => rows.OrderByDescending(row => row.Supports),
            (StaffColumn.SignIn, false) => rows.OrderBy(row => row.LastSignInAt == null ? 0 : 1).ThenBy(row => row.LastSignInAt),
            (StaffColumn.SignIn, true) => rows.OrderBy(row => row.LastSignInAt == null ? 1 : 0).ThenByDescending(row => row.LastSignInAt),
            (_, true) => rows.OrderByDescending(row => row.SortName),
            _ => rows.OrderBy(row => row.SortName),
        };
        return filter.Sort == StaffColumn.Name ? sorted.ThenBy(row => row.Id) : sorted.ThenBy(row => row.SortName).ThenBy(row => row.Id);
    }

    /// <summary>The classes of some people, by person.</summary>
    public static IQueryable<TaughtClass> ClassesOf(SenSupportDbContext db, Guid[] staffIds) =>
        from teacher in db.ClassTeachers
        join named in db.Classes on teacher.ClassId equals named.Id
        where staffIds.Contains(teacher.StaffId)
        orderby named.Name
        select new TaughtClass { StaffId = teacher.StaffId, Name = named.Name };

    /// <summary>The people whom a filter finds.</summary>
    public static IQueryable<StaffMember> Found(SenSupportDbContext db, StaffFilter filter)
    {
        var staff = db.Staff.AsNoTracking();
        staff = filter.View switch
        {
            StaffView.Left => staff.Where(person => person.LeftOn != null),
            StaffView.Invited => staff.Where(person => person.LeftOn == null && person.AccountId == null && OpenInvitations(db).Any(link => link.StaffId == person.Id)),
            StaffView.Uninvited => staff.Where(person => person.LeftOn == null && person.AccountId == null && !OpenInvitations(db).Any(link => link.StaffId == person.Id)),
            _ => staff.Where(person => person.LeftOn == null),
        };
        foreach (var word in filter.Words)
        {
            // Folded words hold letters and digits only, so that no % or _ of the search is a wildcard.
            var pattern = $"%{word}%";
            staff = staff.Where(person => EF.Functions.Like(person.SearchText, pattern));
        }

        if (filter.Search.Length > 0 && filter.Words.Count == 0)
        {
            staff = staff.Where(person => false);
        }

        var role = filter.Role;
        return role == StaffRoles.None ? staff : staff.Where(person => (person.Roles & role) != 0);
    }

    /// <summary>Invitations that are neither used nor taken back; some are too old.</summary>
    public static IQueryable<AccountLink> OpenInvitations(SenSupportDbContext db) =>
        db.AccountLinks.Where(link => link.Kind == AccountLinkKind.Invitation && link.ClosedAt == null);
}

/// <summary>How many people each view of the staff list holds.</summary>
public sealed record StaffCounts
{
    public int Current { get; init; }

    public int Left { get; init; }

    public int WithoutAccount { get; init; }

    public int Invited { get; init; }

    /// <summary>On the staff without account or invitation.</summary>
    public int Uninvited => WithoutAccount - Invited;
}

/// <summary>A class and one who teaches it.</summary>
public sealed record TaughtClass
{
    public Guid StaffId { get; init; }

    public string Name { get; init; } = "";
}

/// <summary>One person in the staff list.</summary>
public sealed record StaffRow
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The name folded for sorting.</summary>
    public string SortName { get; init; } = "";

    public string JobTitle { get; init; } = "";

    public string Email { get; init; } = "";

    public StaffRoles Roles { get; init; }

    public DateOnly? LeftOn { get; init; }

    public bool HasAccount { get; init; }

    /// <summary>In UTC.</summary>
    public DateTime? LastSignInAt { get; init; }

    /// <summary>When the open invitation stops, in UTC; null without one.</summary>
    public DateTime? InvitedUntil { get; init; }

    public int Responsible { get; init; }

    public int Supports { get; init; }

    /// <summary>Names of their classes.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Where the person stands with signing in, in words.</summary>
    public string SignIn(DateTime now) => SignInWords.Of(HasAccount, LastSignInAt, InvitedUntil, LeftOn, now);
}
