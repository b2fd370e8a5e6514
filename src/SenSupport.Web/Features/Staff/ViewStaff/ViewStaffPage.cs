using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ViewStaff;

/// <summary>What a member of staff's page shows.</summary>
/// <param name="Member">The person.</param>
/// <param name="Classes">Their classes.</param>
/// <param name="Pupils">The pupils in their care.</param>
/// <param name="History">What was done to the person's record, the latest first.</param>
/// <param name="Viewer">Who looks.</param>
/// <param name="Now">The moment, in UTC.</param>
public sealed record ViewStaffPage(
    StaffMember Member, IReadOnlyList<StaffClass> Classes, IReadOnlyList<StaffPupil> Pupils, IReadOnlyList<StaffStep> History, SignedInStaff Viewer, DateTime Now)
{
    private const int MostSteps = 30;

    /// <summary>When the open invitation stops, in UTC; null without one.</summary>
    public DateTime? InvitedUntil { get; init; }

    /// <summary>A link to copy, which is shown once; null when there is none.</summary>
    public string? Link { get; init; }

    /// <summary>Whether e-mail is configured.</summary>
    public bool SendsEmail { get; init; }

    /// <summary>Whether the viewer changes this person.</summary>
    public bool MayChange => Viewer.LooksAfter(Member.Roles);

    /// <summary>Pupils for whom they are responsible.</summary>
    public IReadOnlyList<StaffPupil> Responsible => [.. Pupils.Where(pupil => pupil.IsResponsible)];

    /// <summary>Pupils whom they support.</summary>
    public IReadOnlyList<StaffPupil> Supports => [.. Pupils.Where(pupil => pupil.IsSupported)];

    /// <summary>Where the person stands with signing in.</summary>
    public string SignIn => SignInWords.Of(Member.AccountId is not null, Member.LastSignInAt, InvitedUntil, Member.LeftOn, Now);

    /// <summary>When the open invitation of a person stops.</summary>
    public static IQueryable<DateTime> Invitation(SenSupportDbContext db, Guid staffId) =>
        db.AccountLinks.Where(link => link.StaffId == staffId && link.Kind == AccountLinkKind.Invitation && link.ClosedAt == null).OrderByDescending(link => link.ExpiresAt).Select(link => link.ExpiresAt);

    /// <summary>The latest of what was done to a person's record.</summary>
    public static IQueryable<StaffStep> Steps(SenSupportDbContext db, Guid staffId) =>
        db.Events.AsNoTracking().Where(row => row.RecordId == staffId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(MostSteps)
            .Select(row => new StaffStep { Kind = row.Kind, At = row.At, By = row.StaffName, Changes = row.Changes });
}

/// <summary>One thing that was done to a person's record.</summary>
public sealed record StaffStep
{
    public RecordEventKind Kind { get; init; }

    /// <summary>In UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who did it.</summary>
    public string By { get; init; } = "";

    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>What happened: "Roles changed".</summary>
    public string Title => EventWords.Title(Kind, null, "");

    /// <summary>What changed, in words.</summary>
    public IEnumerable<string> Lines =>
        from change in Changes
        let name = FieldNames.For(change.Path, new Dictionary<string, string>())
        let old = FieldNames.Value(change.Path, change.Old, new Dictionary<string, string>())
        let now = FieldNames.Value(change.Path, change.New, new Dictionary<string, string>())
        select old.Length == 0 ? $"{name}: {now}" : $"{name}: {(now.Length == 0 ? "nothing" : now)}, before {old}";
}
