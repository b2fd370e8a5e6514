using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Home;

/// <summary>What the home page reads.</summary>
public static class HomeQueries
{
    /// <summary>Open cycles that need something: a review overdue or soon, or a plan or review that was sent to the SENCo.</summary>
    public static IQueryable<HomeCycle> Cycles(SenSupportDbContext db, SignedInStaff staff, DateOnly today)
    {
        var soon = today.AddDays(ReviewDate.SoonDays);
        return
            from pupil in db.PupilsReadBy(staff).OnRoll()
            join cycle in db.Cycles on pupil.Id equals cycle.OpenKey
            join named in db.Classes on pupil.ClassId equals (Guid?)named.Id into classes
            from schoolClass in classes.DefaultIfEmpty()
            where cycle.ReviewOn <= soon || cycle.PlanState == WritingState.Sent || cycle.ReviewState == WritingState.Sent
            orderby pupil.SortName, pupil.Id
            select new HomeCycle(
                cycle.Id,
                pupil.Id,
                pupil.Surname,
                pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
                schoolClass.Name,
                cycle.Number,
                cycle.ReviewOn,
                cycle.PlanState == WritingState.Sent,
                cycle.ReviewState == WritingState.Sent);
    }

    /// <summary>Who sent plans and reviews of these cycles to the SENCo, and when; the latest last.</summary>
    public static IQueryable<HomeSending> Sendings(SenSupportDbContext db, Guid[] cycleIds) =>
        from row in db.Events
        where EF.Parameter(cycleIds).Contains(row.RecordId) && (row.Kind == RecordEventKind.PlanSent || row.Kind == RecordEventKind.ReviewSent)
        orderby row.At
        select new HomeSending(row.RecordId, row.Kind == RecordEventKind.PlanSent, row.StaffName, row.At);

    /// <summary>The same as <see cref="Drafts"/>, compiled.</summary>
    public static readonly CompiledPersonRead<HomeDraft> DraftsOf = new((db, staff, _) => Drafts(db, staff));

    /// <summary>What the person has typed and not saved, the latest first; of pupils whom they may still see.</summary>
    public static IQueryable<HomeDraft> Drafts(SenSupportDbContext db, SignedInStaff staff)
    {
        var staffId = staff.StaffId;
        return
            from draft in db.Drafts.AsNoTracking()
            join pupil in db.PupilsReadBy(staff) on draft.PupilId equals (Guid?)pupil.Id
            where draft.StaffId == staffId
            orderby draft.SavedAt descending
            select new HomeDraft(draft.Page, pupil.Surname, pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs, draft.SavedAt);
    }
}

/// <summary>An open cycle that needs something.</summary>
public sealed record HomeCycle(
    Guid Id, Guid PupilId, string Surname, string FirstName, string? Class, int Number, DateOnly? ReviewOn, bool PlanIsSent, bool ReviewIsSent)
{
    /// <summary>As lists have it: "Wiśniewska, Zofia".</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>The address of the cycle.</summary>
    public string Address => $"/pupils/{PupilId}/cycles/{Number}";
}

/// <summary>That a plan or a review was sent to the SENCo.</summary>
public sealed record HomeSending(Guid CycleId, bool IsPlan, string By, DateTime At);

/// <summary>A draft of the person's own.</summary>
public sealed record HomeDraft(string Page, string Surname, string FirstName, DateTime SavedAt)
{
    /// <summary>What it is: "Zofia Wiśniewska, plan". The last step of the page's address names the part.</summary>
    public string Title => Page[(Page.LastIndexOf('/') + 1)..] switch
    {
        "assess" => $"{FirstName} {Surname}, assessment",
        "plan" => $"{FirstName} {Surname}, plan",
        "do" => $"{FirstName} {Surname}, notes",
        "review" => $"{FirstName} {Surname}, review",
        _ => $"{FirstName} {Surname}{(Page.Contains("/review/views/", StringComparison.Ordinal) ? ", view for the review" : "")}",
    };
}
