using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Asking;

/// <summary>Asks colleagues for their view for the review of a cycle: each finds it on their page, and answers there (CoP 6.54).</summary>
public sealed class AskForViewsHandler(SenSupportDbContext db, TellColleaguesHandler mail, TimeProvider clock)
{
    /// <summary>What is asked for, in a sentence.</summary>
    public const string What = "your view for a review";

    /// <summary>A cycle of a pupil whose record the person writes, to ask for views of it.</summary>
    public static IQueryable<SupportCycle> Cycle(SenSupportDbContext db, SignedInStaff staff, Guid pupilId, int number) =>
        db.Cycles.Where(cycle => cycle.PupilId == pupilId && cycle.Number == number && db.PupilsWrittenBy(staff).Any(pupil => pupil.Id == pupilId));

    /// <summary>Who has been asked already, and has not answered.</summary>
    public static IQueryable<Guid> Waiting(SenSupportDbContext db, Guid cycleId) =>
        db.AssessmentRequests.Where(request => request.CycleId == cycleId && request.AnsweredOn == null && request.WithdrawnOn == null).Select(request => request.AskedId);

    /// <summary>Asks and saves, and tells those who are asked by e-mail where e-mail is configured.</summary>
    /// <param name="request">The request, for the site's address.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="staffIds">Who is asked.</param>
    /// <param name="due">By when.</param>
    /// <param name="question">What to think of above all; may be empty.</param>
    /// <returns>Who is asked newly; null where the person does not write the record, or one of those asked may not see the pupil.</returns>
    /// <exception cref="DomainRuleException">The cycle is closed, or the day has passed.</exception>
    public async Task<IReadOnlyList<PupilReader>?> AskAsync(HttpRequest request, SignedInStaff staff, Guid pupilId, int number, IReadOnlyCollection<Guid> staffIds, DateOnly due, string question)
    {
        if (await Cycle(db, staff, pupilId, number).FirstOrDefaultAsync() is not { } cycle || await AddAsync(cycle, staffIds, due, question, staff.Acting(clock)) is not { } asked)
        {
            return null;
        }

        await db.SaveChangesAsync();
        await mail.TellAsync(request, asked.Select(reader => (reader.Name, reader.Email)), due, isReminder: false, What);
        return asked;
    }

    /// <summary>Asks these people for a view of this cycle, to be saved by the caller with whatever else it does: the part that bulk work needs. Someone who has been asked and has not answered is not asked twice.</summary>
    /// <returns>Who is asked newly; null where one of them may not see the pupil.</returns>
    /// <exception cref="DomainRuleException">The cycle is closed, or the day has passed.</exception>
    public async Task<IReadOnlyList<PupilReader>?> AddAsync(SupportCycle cycle, IReadOnlyCollection<Guid> staffIds, DateOnly due, string question, Acting by)
    {
        var readers = (await PupilReaders.Of(db, [cycle.PupilId]).ToListAsync()).ToDictionary(reader => reader.StaffId);
        var asked = staffIds.Distinct().ToList();
        if (!asked.TrueForAll(readers.ContainsKey))
        {
            return null;
        }

        var waiting = (await Waiting(db, cycle.Id).ToListAsync()).ToHashSet();
        List<PupilReader> fresh = [.. asked.Where(id => !waiting.Contains(id)).Select(id => readers[id])];
        db.AddRange(fresh.Select(reader => AssessmentRequest.AskForView(cycle, reader.StaffId, reader.Name, due, question, by)));
        return fresh;
    }
}
