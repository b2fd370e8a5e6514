using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Waiting;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Home;

/// <summary>Puts together what needs attention first.</summary>
public sealed class HomeHandler(SenSupportDbContext db, IMemoryCache cache, KnownPages pages, TimeProvider clock)
{
    /// <summary>How many tasks are listed at first.</summary>
    public const int MostUrgent = 12;

    /// <summary>The page of today.</summary>
    public async Task<HomePage> ReadAsync(SignedInStaff staff, bool all)
    {
        var today = SchoolClock.Today(clock);
        var cycles = await HomeQueries.Cycles(db, staff, today).ToListAsync();
        var drafts = await HomeQueries.Drafts(db, staff).ToListAsync();
        var sendings = cycles.Exists(cycle => cycle.PlanIsSent || cycle.ReviewIsSent) ? await HomeQueries.Sendings(db).ToListAsync() : [];
        var tasks = cycles.SelectMany(cycle => TasksOf(cycle, staff, today)).OrderBy(task => task.Order).ToList();
        return new HomePage(staff, today, TermText(await cache.TermsOfAsync(staff.SchoolId, db), today))
        {
            Overdue = [.. cycles.Where(cycle => ReviewDate.Urgency(cycle.ReviewOn, today) == ReviewUrgency.Overdue)],
            Soon = [.. cycles.Where(cycle => ReviewDate.Urgency(cycle.ReviewOn, today) == ReviewUrgency.Soon)],
            Duties = cycles.Sum(cycle => OutstandingDuty.Of(cycle.Gaps, true, cycle.ReviewOn, today).Count),
            PupilsWithDuties = cycles.Count(cycle => OutstandingDuty.Of(cycle.Gaps, true, cycle.ReviewOn, today).Count > 0),
            TaskCount = tasks.Count,
            Tasks = all ? tasks : [.. tasks.Take(MostUrgent)],
            Sent = [.. cycles.SelectMany(cycle => SentOf(cycle, sendings)).OrderBy(sent => sent.At)],
            Drafts = drafts,
            Waiting = await WaitingReads.OfSchool(db, staff, today).ToListAsync(),
            Start = cycles.Count == 0 && drafts.Count == 0 && staff.IsSenco ? await StartAsync(staff) : null,
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

    private async Task<IReadOnlyList<StartStep>?> StartAsync(SignedInStaff staff)
    {
        var counts = await StartStep.Counts(db, staff.SchoolId).FirstAsync();
        return counts.HasPupils ? null : StartStep.For(counts, pages);
    }

    // Reviews that are late, the latest first; then those that are due; then what is missing. Each with one thing to do about it.
    private static IEnumerable<HomeTask> TasksOf(HomeCycle cycle, SignedInStaff staff, DateOnly today)
    {
        var writes = staff.MayWrite(null);
        if (ReviewDate.Urgency(cycle.ReviewOn, today) is var urgency and not ReviewUrgency.None)
        {
            var date = cycle.ReviewOn!.Value;
            yield return new HomeTask((urgency == ReviewUrgency.Overdue ? 0 : 1, date), cycle, "Review", UkDate.Relative(date, today), urgency == ReviewUrgency.Overdue, "6.53", Act("Record review", "review", ""));
        }

        foreach (var duty in OutstandingDuty.Of(cycle.Gaps, false, cycle.ReviewOn, today))
        {
            yield return new HomeTask((2, DateOnly.MaxValue), cycle, duty.Title, null, false, duty.Paragraph, Act(duty.Action, duty.Step, duty.Anchor));
        }

        (string, string) Act(string action, string step, string anchor) =>
            writes ? (action, $"{cycle.Address}/{step}{(anchor.Length > 0 ? $"#{anchor}" : "")}") : ("Open the cycle", cycle.Address);
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
