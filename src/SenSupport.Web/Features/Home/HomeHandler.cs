using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Features.Shared.Recent;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Features.Shared.Waiting;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Home;

/// <summary>Puts together what needs attention first.</summary>
public sealed class HomeHandler(SenSupportDbContext db, DutyReader duties, KeptRecords kept, RecentlyOpened recent, IMemoryCache cache, KnownPages pages, TimeProvider clock)
{
    /// <summary>How many tasks are listed at first.</summary>
    public const int MostUrgent = 12;

    // A review in so many days comes before what else is outstanding.
    private const int NextDays = 3;

    // An annual review takes longer to prepare. What is late is a duty, which stands above.
    private const int AnnualSoonDays = 42;

    /// <summary>The page of today. What follows from the school's records is kept until one of them changes.</summary>
    public async Task<HomePage> ReadAsync(SignedInStaff staff, bool all)
    {
        var today = SchoolClock.Today(clock);
        var stamp = await SchoolStamp.Current.FirstOrDefaultAsync(db, staff.SchoolId);
        var versions = RecordVersion.NumberOf(stamp);
        var records = kept.Find<HomeRecords>(staff, versions, today) ?? kept.Keep(staff, versions, today, await RecordsAsync(staff, stamp, today));
        var drafts = await HomeQueries.DraftsOf.ToListAsync(db, staff);
        return new HomePage(staff, today, TermText(await cache.TermsOfAsync(staff.SchoolId, db), today), records)
        {
            Tasks = all ? records.Tasks : [.. records.Tasks.Take(MostUrgent)],
            Drafts = drafts,
            Recent = await recent.OfAsync(db, staff),
            Waiting = await WaitingReads.OfWholeSchool.ToListAsync(db, staff),
            Start = records.HasOpenCycles || drafts.Count > 0 || !staff.IsSenco ? null : await StartAsync(staff),
        };
    }

    /// <summary>The term and its week as the page's head says it; empty where the school has no term from today on.</summary>
    public static string TermText(IReadOnlyList<SchoolTerm> terms, DateOnly today)
    {
        if (terms.FirstOrDefault(term => term.Ends >= today) is not { } term)
        {
            return "";
        }

        if (term.Starts > today)
        {
            return $"{term.Name} begins on {UkDate.Long(term.Starts)}.";
        }

        // Weeks run from Monday, so the first may be a short one.
        var monday = term.Starts.DayNumber - (((int)term.Starts.DayOfWeek + 6) % 7);
        return $"{term.Name}, week {((today.DayNumber - monday) / 7) + 1}. Ends on {UkDate.Long(term.Ends)}.";
    }

    private async Task<HomeRecords> RecordsAsync(SignedInStaff staff, Guid stamp, DateOnly today)
    {
        var cycles = await HomeQueries.Cycles(db, staff, today).ToListAsync();
        Guid[] sent = [.. cycles.Where(cycle => cycle.PlanIsSent || cycle.ReviewIsSent).Select(cycle => cycle.Id)];
        var sendings = sent.Length > 0 ? await HomeQueries.Sendings(db, sent).ToListAsync() : [];
        var owed = (await duties.OfSchoolAsync(staff, stamp)).Pupils;
        return new HomeRecords
        {
            HasOpenCycles = cycles.Count > 0,
            Overdue = [.. cycles.Where(cycle => ReviewDate.Urgency(cycle.ReviewOn, today) == ReviewUrgency.Overdue)],
            Soon = [.. cycles.Where(cycle => ReviewDate.Urgency(cycle.ReviewOn, today) == ReviewUrgency.Soon)],
            Duties = owed.Sum(pupil => pupil.Outstanding.Count),
            PupilsWithDuties = owed.Count(pupil => pupil.Outstanding.Count > 0),
            AnnualReviews = [.. owed.Where(pupil => pupil.AnnualReviewOn >= today && pupil.AnnualReviewOn <= today.AddDays(AnnualSoonDays)).OrderBy(pupil => pupil.AnnualReviewOn)],
            Tasks = [.. cycles.SelectMany(cycle => ReviewOf(cycle, staff, today)).Concat(owed.SelectMany(pupil => TasksOf(pupil, staff, today))).OrderBy(task => task.Order)],
            Sent = [.. cycles.SelectMany(cycle => SentOf(cycle, sendings)).OrderBy(sent => sent.At)],
        };
    }

    private async Task<IReadOnlyList<StartStep>?> StartAsync(SignedInStaff staff)
    {
        var counts = await StartStep.Counts(db, staff.SchoolId).FirstAsync();
        return counts.HasPupils ? null : StartStep.For(counts, pages);
    }

    // Reviews that are late, the latest first; then those of the next days; then what else is outstanding: what law asks before what the Code asks, the oldest first; then
    // the reviews that have more time.
    private static IEnumerable<HomeTask> ReviewOf(HomeCycle cycle, SignedInStaff staff, DateOnly today)
    {
        if (ReviewDate.Urgency(cycle.ReviewOn, today) is var urgency and not ReviewUrgency.None)
        {
            var (date, late) = (cycle.ReviewOn!.Value, urgency == ReviewUrgency.Overdue);
            yield return new HomeTask((late ? 0 : date <= today.AddDays(NextDays) ? 1 : 3, date), cycle.PupilId, cycle.ListName, cycle.Class, "Review", UkDate.Relative(date, today), late, "6.53")
            {
                Act = staff.MayWrite(null) ? ("Record review", $"{cycle.Address}/review") : ("Open the cycle", cycle.Address),
            };
        }
    }

    private static IEnumerable<HomeTask> TasksOf(PupilDuties pupil, SignedInStaff staff, DateOnly today)
    {
        foreach (var duty in pupil.Outstanding.Where(duty => duty.Kind != DutyKind.ReviewedOnTime))
        {
            var late = duty.Kind == DutyKind.AnnualReview;
            yield return new HomeTask((late ? 0 : duty.Kind.IsMust() ? 2 : 3, duty.Since ?? DateOnly.MinValue), pupil.PupilId, pupil.ListName, pupil.Class, late ? "Annual review" : duty.Title, late ? UkDate.Relative(duty.Since!.Value.AddDays(-1), today) : null, late, duty.Kind.Paragraph())
            {
                Act = staff.KeepsSenRecords ? (duty.Act.Words, pupil.Address(duty.Act)) : ("Open the pupil", $"/pupils/{pupil.PupilId}#h-out"),
            };
        }
    }

    private static IEnumerable<HomeSent> SentOf(HomeCycle cycle, List<HomeSending> sendings)
    {
        foreach (var isPlan in new[] { true, false })
        {
            if ((isPlan ? cycle.PlanIsSent : cycle.ReviewIsSent) && sendings.LastOrDefault(sending => sending.CycleId == cycle.Id && sending.IsPlan == isPlan) is { } sending)
            {
                yield return new HomeSent($"{cycle.FirstName} {cycle.Surname}, {(isPlan ? "plan" : "review")}", cycle.Address, isPlan ? "plan" : "review", sending.By, sending.At);
            }
        }
    }
}
