using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Assessments;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.CollectViews;

/// <summary>Who is asked for a view before a review, and who has answered.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Pupil">The pupil.</param>
/// <param name="Views">Who was invited or asked, and the views.</param>
/// <param name="Readers">Who may see the pupil's record.</param>
/// <param name="Letters">Letters of invitation that were sent since the cycle was opened.</param>
/// <param name="Contacts">Parents and carers who may be written to.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Today">Today in the school.</param>
public sealed record CollectViewsPage(
    ViewsCycle Cycle,
    PupilHeaderRow Pupil,
    IReadOnlyList<CollectedView> Views,
    IReadOnlyList<PupilReader> Readers,
    IReadOnlyList<SentInvitation> Letters,
    IReadOnlyList<string> Contacts,
    SignedInStaff Staff,
    DateOnly Today)
{
    /// <summary>The form to ask colleagues with.</summary>
    public AskViewsForm Ask { get; init; } = new();

    /// <summary>The form for an invitation.</summary>
    public InviteForm Invite { get; init; } = new();

    /// <summary>The address of the page.</summary>
    public string Path => $"/pupils/{Pupil.Id}/cycles/{Cycle.Number}/review/views";

    /// <summary>Whether the person asks and invites.</summary>
    public bool MayAsk => Cycle.IsOpen && Staff.MayWrite(Pupil.ResponsibleTeacherId);

    /// <summary>Whether they write down what somebody said.</summary>
    public bool MayGather => Cycle.IsOpen && Staff.MayDeliver;

    /// <summary>Views that the person typed.</summary>
    public IReadOnlyList<Guid> Typed { get; init; } = [];

    /// <summary>Whether a view that is written down is theirs to put right.</summary>
    public bool MayPutRight(CollectedView view) => view is { Of: not null, GivenOn: not null } && Staff.MayDeliver && (Staff.IsSenco || Typed.Contains(view.Id));

    /// <summary>Who can be asked: those who work with the pupil first.</summary>
    public IEnumerable<PupilReader> CanBeAsked => Readers.Where(reader => reader.StaffId != Staff.StaffId).OrderByDescending(reader => reader.WorksWith);

    /// <summary>Whether an answer of a colleague is waited for.</summary>
    public bool IsWaiting(PupilReader reader) => Views.Any(view => view.StaffId == reader.StaffId && view.GivenOn is null);

    /// <summary>The cycle, of the pupils whom a person may see.</summary>
    public static IQueryable<ViewsCycle> CycleOf(SenSupportDbContext db, SignedInStaff staff, Guid pupilId, int number) =>
        from cycle in db.Cycles.AsNoTracking()
        where cycle.PupilId == pupilId && cycle.Number == number && db.PupilsReadBy(staff).Any(pupil => pupil.Id == pupilId)
        select new ViewsCycle(cycle.Id, cycle.Number, cycle.Stage, cycle.OpenedOn, cycle.ReviewOn);

    /// <summary>Invitations to a review that were sent as letters since a day.</summary>
    public static IQueryable<SentInvitation> Invitations(SenSupportDbContext db, Guid pupilId, DateOnly since) =>
        from pupil in db.Pupils
        where pupil.Id == pupilId
        from letter in pupil.Letters
        where letter.SentOn >= since && (letter.Template.StartsWith("review-invitation") || letter.Template.StartsWith("review-moved"))
        orderby letter.SentOn
        select new SentInvitation(letter.Id, letter.Title, letter.Recipient, letter.SentOn);

    /// <summary>Parents and carers by name, but for those whom a court restricts.</summary>
    public static IQueryable<string> Families(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils
        where pupil.Id == pupilId
        from contact in pupil.Contacts
        where !contact.IsRestrictedByCourt && (contact.IsParentInLaw || contact.HasParentalResponsibility)
        orderby contact.Order
        select contact.Name;
}

/// <summary>The cycle whose review it is.</summary>
public sealed record ViewsCycle(Guid Id, int Number, CycleStage Stage, DateOnly OpenedOn, DateOnly? ReviewOn)
{
    /// <summary>Whether views can still be added.</summary>
    public bool IsOpen => Stage != CycleStage.Closed;
}

/// <summary>A letter of invitation as it was sent.</summary>
public sealed record SentInvitation(Guid Id, string Title, string Recipient, DateOnly SentOn);
