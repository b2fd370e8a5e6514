using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.CollectViews;

/// <summary>Writes down what people say before a review, puts it right and takes it away.</summary>
public sealed class ReviewViewHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>The pupil and the cycle; null when there is none such for the person.</summary>
    public async Task<(PupilHeaderRow Pupil, SupportCycle Cycle)?> FindAsync(SignedInStaff staff, Guid pupilId, int number) =>
        await PupilHeaderReader.FindAsync(db, staff, pupilId) is { } pupil && await db.Cycles.FirstOrDefaultAsync(row => row.PupilId == pupilId && row.Number == number) is { } cycle
            ? (pupil, cycle)
            : null;

    /// <summary>A row of a cycle that the person may write: any that waits for a view, as long as the cycle is open; one that has its view if they typed it, or as the SENCo.</summary>
    /// <param name="staff">The person.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="viewId">The row.</param>
    /// <param name="version">The version that a page was made from; null where a page is only opened.</param>
    /// <exception cref="DomainRuleException">Somebody wrote it since the page was opened.</exception>
    public async Task<ReviewView?> FindAsync(SignedInStaff staff, SupportCycle cycle, Guid viewId, Guid? version = null)
    {
        if (await View(db, cycle.Id, viewId).FirstOrDefaultAsync() is not { } view)
        {
            return null;
        }

        if (version is { } begunFrom)
        {
            var (isKnown, meanwhile) = await RecordHistory.MeanwhileAsync(db, view, begunFrom);
            DomainRuleException.Require(!isKnown || meanwhile is null, $"{meanwhile?.Step.StaffName} wrote this view down while your page was open. Open it again to see what is there");
            if (!isKnown)
            {
                return null;
            }
        }

        return (view.GivenOn is null ? cycle.IsOpen : staff.IsSenco || await TypedBy(db, staff, cycle.Id).AnyAsync(typed => typed == viewId)) ? view : null;
    }

    /// <summary>A row of a cycle, to change.</summary>
    public static IQueryable<ReviewView> View(SenSupportDbContext db, Guid cycleId, Guid viewId) => db.ReviewViews.Where(view => view.Id == viewId && view.CycleId == cycleId);

    /// <summary>Those views of a cycle that a person typed.</summary>
    public static IQueryable<Guid> TypedBy(SenSupportDbContext db, SignedInStaff staff, Guid cycleId)
    {
        var staffId = staff.StaffId;
        return db.ReviewViews.Where(view => view.CycleId == cycleId && db.Events.Any(row => row.RecordId == view.Id && row.StaffId == staffId && (row.Kind == RecordEventKind.ViewGathered || row.Kind == RecordEventKind.ViewCorrected))).Select(view => view.Id);
    }

    /// <summary>The same words of the same person on the same day, written down before.</summary>
    public static IQueryable<Guid> Same(SenSupportDbContext db, Guid cycleId, ViewOf of, string who, DateOnly on, string goesWell, string isHard, string helps) =>
        db.ReviewViews.Where(view => view.CycleId == cycleId && view.Of == of && view.Who == who && view.GivenOn == on && view.GoesWell == goesWell && view.IsHard == isHard && view.Helps == helps).Select(view => view.Id);

    /// <summary>Writes down a view without an invitation; the same form sent twice does it once.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed.</exception>
    public async Task GatherAsync(SignedInStaff staff, SupportCycle cycle, GatherViewForm form)
    {
        var content = form.Content();
        if (!await Same(db, cycle.Id, form.Of, form.Of == ViewOf.Pupil ? "" : form.Who.Trim(), content.On, content.GoesWell.Trim(), content.IsHard.Trim(), content.Helps.Trim()).AnyAsync())
        {
            db.Add(ReviewView.Gather(cycle, form.Of, form.Who, content, staff.Acting(clock)));
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Writes down the view of a row, or puts it right where it has one: then what it said before leaves the history too.</summary>
    /// <exception cref="DomainRuleException">The view's own rules do not allow it.</exception>
    public async Task WriteAsync(SignedInStaff staff, SupportCycle cycle, ReviewView view, GatherViewForm form)
    {
        var by = staff.Acting(clock);
        if (view.GivenOn is null)
        {
            view.Write(form.Content(), cycle, by);
        }
        else
        {
            var changes = view.Correct(form.Content(), form.Reason, cycle, by);
            await ContentTaken.TakeAwayAsync(db, view.Id, change => changes.Any(changed => changed.Path == change.Path), by);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Takes a view away, out of the history too; a row without an invitation goes with it.</summary>
    /// <exception cref="DomainRuleException">There is no view any more.</exception>
    public async Task RemoveAsync(SignedInStaff staff, SupportCycle cycle, ReviewView view, string reason)
    {
        var by = staff.Acting(clock);
        if (!view.TakeAway(reason, cycle, by))
        {
            db.Remove(view);
        }

        await ContentTaken.TakeAwayAsync(db, view.Id, _ => true, by);
        await db.SaveChangesAsync();
    }
}
