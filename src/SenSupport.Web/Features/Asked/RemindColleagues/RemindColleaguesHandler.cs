using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Asking;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Asked.RemindColleagues;

/// <summary>Reminds those of one school who have been asked and have not answered, when the day comes near and when it has passed.</summary>
public sealed class RemindColleaguesHandler(SenSupportDbContext db, SchoolScope scope, TellColleaguesHandler mail)
{
    /// <summary>Keys of the requests that may be near their day or past it: those that wait, but for views of a review that is closed.</summary>
    public static IQueryable<Guid> Near(SenSupportDbContext db, DateOnly today) =>
        from request in db.AssessmentRequests
        where request.AnsweredOn == null && request.WithdrawnOn == null
            && request.DueOn.AddDays(AssessmentRequest.RemindedAfter) >= today && request.DueOn.AddDays(-AssessmentRequest.RemindedBefore) <= today
            && (request.CycleId == null || db.Cycles.Any(cycle => cycle.Id == request.CycleId && cycle.Stage != CycleStage.Closed))
        orderby request.DueOn
        select request.Id;

    /// <summary>One request, to remind of it.</summary>
    public static IQueryable<AssessmentRequest> Request(SenSupportDbContext db, Guid requestId) => db.AssessmentRequests.AsTracking().Where(request => request.Id == requestId);

    /// <summary>Reminds on a school day whoever is due a reminder, and still may see the pupil: a mark on their page first, which is made once, then the e-mail.</summary>
    /// <param name="now">The moment, in UTC.</param>
    /// <param name="stopping">Ends it between two reminders.</param>
    /// <returns>False where the mail server did not take a message: the others are left for later.</returns>
    public async Task<bool> RemindAsync(DateTime now, CancellationToken stopping)
    {
        var today = DateOnly.FromDateTime(SchoolClock.Local(now));
        if (await SchoolTerms.Of(db, scope.SchoolId).FirstOrDefaultAsync(stopping) is not { } school || !school.Calendar().IsSchoolDay(today))
        {
            return true;
        }

        foreach (var requestId in await Near(db, today).ToListAsync(stopping))
        {
            db.ChangeTracker.Clear();
            if (await Request(db, requestId).FirstOrDefaultAsync(stopping) is not { } request
                || !request.IsReminderDue(today)
                || await PupilReaders.Of(db, [request.PupilId]).FirstOrDefaultAsync(reader => reader.StaffId == request.AskedId, stopping) is not { } asked)
            {
                continue;
            }

            try
            {
                request.Remind(new Acting(request.AskedById, request.AskedBy, now, today, "by itself"));
                await db.SaveChangesAsync(stopping);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Answered, taken back or reminded at this moment, maybe by another server.
                continue;
            }

            if (await mail.RemindAsync(asked.Name, asked.Email, request.DueOn, request.IsView ? AskForViewsHandler.What : TellColleaguesHandler.Assessment) == 0 && mail.CanSend && asked.Email.Length > 0)
            {
                return false;
            }
        }

        return true;
    }
}
