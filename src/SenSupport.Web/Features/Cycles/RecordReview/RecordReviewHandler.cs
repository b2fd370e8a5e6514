using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Assessments;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordReview;

/// <summary>Reads a review for its page, and takes it from one of its steps to the next.</summary>
public sealed class RecordReviewHandler(SenSupportDbContext db, CycleSaver saver, TimeProvider clock)
{
    /// <summary>The page of a review that the person may read; null when there is none such.</summary>
    public async Task<RecordReviewPage?> FindAsync(SignedInStaff staff, Guid pupilId, int number) =>
        await PupilHeaderReader.FindAsync(db, staff, pupilId) is { } pupil
        && await WrittenReview.Of(db, db.PupilsReadBy(staff), pupilId, number).FirstOrDefaultAsync() is { } written
            ? new RecordReviewPage(
                written,
                pupil,
                staff,
                SchoolClock.Today(clock),
                await db.Schools.AsNoTracking().FirstAsync(),
                await PupilReaders.Of(db, [pupilId]).ToListAsync(),
                await CollectedView.ReadAsync(db, pupilId, number),
                written.IsOpen ? await ReviewedMark.Of(db, pupilId, number).ToListAsync() : [],
                written.IsOpen ? await ReviewedSessions.Of(db, pupilId, number).ToListAsync() : [])
            : null;

    /// <summary>Goes on to the review from an earlier stage. False when the person writes no such cycle.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed.</exception>
    public Task<bool> StartAsync(SignedInStaff staff, Guid pupilId, int number) => StepAsync(staff, pupilId, number, (cycle, by) => cycle.GoOnToReview(by));

    /// <summary>Sends the review to the SENCo. False when the person writes no such cycle.</summary>
    /// <exception cref="DomainRuleException">There is no review, or it has been sent.</exception>
    public Task<bool> SendAsync(SignedInStaff staff, Guid pupilId, int number) => StepAsync(staff, pupilId, number, (cycle, by) => cycle.SendReview(by));

    /// <summary>Returns the review to its writer. False when the person writes no such cycle.</summary>
    /// <exception cref="DomainRuleException">The review was not sent.</exception>
    public Task<bool> ReturnAsync(SignedInStaff staff, Guid pupilId, int number, string note) => StepAsync(staff, pupilId, number, (cycle, by) => cycle.ReturnReview(note, by));

    private async Task<bool> StepAsync(SignedInStaff staff, Guid pupilId, int number, Action<Domain.Cycles.SupportCycle, Acting> step)
    {
        if (await saver.LoadAsync(staff, pupilId, number) is not { } cycle)
        {
            return false;
        }

        step(cycle, staff.Acting(clock));
        await db.SaveChangesAsync();
        return true;
    }
}
