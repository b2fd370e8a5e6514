using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Staff.InviteStaff;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>What an import of staff did.</summary>
/// <param name="Import">The import.</param>
/// <param name="Rows">Whom it added or changed.</param>
/// <param name="Report">What it did not do.</param>
/// <param name="By">Who looks.</param>
/// <param name="Now">The moment in UTC.</param>
public sealed record ReportStaffPage(Import Import, IReadOnlyList<ReportedStaff> Rows, StaffReport Report, SignedInStaff By, DateTime Now)
{
    /// <summary>Invitations that were just made, with the links that somebody has to pass on.</summary>
    public IReadOnlyList<LinkGiven> Links { get; init; } = [];

    /// <summary>Links to be copied: they are shown only now.</summary>
    public IReadOnlyList<LinkGiven> ToCopy => [.. Links.Where(link => link.ToCopy is not null)];

    /// <summary>Those who were added and could be invited by the person who looks.</summary>
    public IReadOnlyList<ReportedStaff> ToInvite => [.. Rows.Where(row => row.CanBeInvited(Now) && By.LooksAfter(row.Roles))];

    /// <summary>Whether a person begins on a later day, and so is not invited unless somebody ticks them.</summary>
    public bool IsLater(ReportedStaff row) => Report.Later.Contains(row.Line);

    /// <summary>Whom an import added or changed, as they are now.</summary>
    public static IQueryable<ReportedStaff> RowsOf(SenSupportDbContext db, Guid importId) =>
        from entry in db.Set<ImportEntry>().AsNoTracking()
        where entry.ImportId == importId
        join member in db.Staff on entry.RecordId equals member.Id
        orderby entry.Act, entry.Line
        select new ReportedStaff
        {
            Id = member.Id,
            Line = entry.Line,
            Name = member.Name,
            Email = member.Email,
            Roles = member.Roles,
            WasAdded = entry.Act == ImportAct.Added,
            Summary = entry.Summary,
            HasAccount = member.AccountId != null,
            LeftOn = member.LeftOn,
            LastSignInAt = member.LastSignInAt,
            InvitedUntil = db.AccountLinks.Where(link => link.StaffId == member.Id && link.Kind == AccountLinkKind.Invitation && link.ClosedAt == null).Max(link => (DateTime?)link.ExpiresAt),
        };

    /// <summary>What was stored of what was not done.</summary>
    public static StaffReport Read(Import import) => import.Report.Length == 0 ? new([], 0, []) : JsonSerializer.Deserialize<StaffReport>(import.Report) ?? new([], 0, []);
}

/// <summary>Somebody whom an import added or changed.</summary>
public sealed record ReportedStaff
{
    public Guid Id { get; init; }

    public int Line { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public StaffRoles Roles { get; init; }

    public bool WasAdded { get; init; }

    public string Summary { get; init; } = "";

    public bool HasAccount { get; init; }

    public DateOnly? LeftOn { get; init; }

    public DateTime? LastSignInAt { get; init; }

    public DateTime? InvitedUntil { get; init; }

    /// <summary>Whether they were added, have an address, and neither sign in nor hold an invitation.</summary>
    public bool CanBeInvited(DateTime now) => WasAdded && !HasAccount && LeftOn is null && Email.Length > 0 && Roles != StaffRoles.None && !(InvitedUntil > now);

    /// <summary>Where they stand with signing in.</summary>
    public string SignIn(DateTime now) => Email.Length == 0 ? "No email address" : SignInWords.Of(HasAccount, LastSignInAt, InvitedUntil, LeftOn, now);
}
