using SenSupport.Domain.Cycles;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>The days of one cycle: what has not happened yet has no day.</summary>
internal sealed record CycleDates(DateOnly Opened, DateOnly? Assessed, DateOnly? Starts, DateOnly? ReviewOn, DateOnly? Held, DateOnly? Closed)
{
    /// <summary>Places a pupil's cycles on the calendar, backwards from where the last one stands. Fewer come back when the pupil has not been at the school for all of them.</summary>
    /// <param name="calendar">The school's days.</param>
    /// <param name="weeks">How long each cycle's plan runs.</param>
    /// <param name="stage">Where the last cycle stands.</param>
    /// <param name="reviewOn">The review date of the last cycle, where it has one.</param>
    /// <param name="joined">When the pupil started school.</param>
    /// <param name="random">The pupil's own chance.</param>
    public static IReadOnlyList<CycleDates> Place(DemoCalendar calendar, IReadOnlyList<int> weeks, DemoStage stage, DateOnly? reviewOn, DateOnly joined, Random random)
    {
        var last = Last(calendar, weeks[^1], stage, reviewOn, random);
        var placed = new List<CycleDates> { last };
        for (var index = weeks.Count - 2; index >= 0; index--)
        {
            // The next cycle is opened on the day on which this one is closed.
            var closed = placed[0].Opened;
            var held = DemoCalendar.OnOrBefore(closed.AddDays(-2 - random.Next(4)));
            var earlier = Planned(weeks[index], DemoCalendar.OnOrAfter(held.AddDays(random.Next(6) - 3)), held, random) with { Held = held, Closed = closed };
            if (earlier.Opened < joined)
            {
                break;
            }

            placed.Insert(0, earlier);
        }

        // Before the first cycle there is no review to begin from, so its assessment takes longer.
        var first = placed[0];
        placed[0] = first with { Opened = DemoCalendar.OnOrBefore(first.Opened.AddDays(-7 - random.Next(8))) };
        return placed;
    }

    private static CycleDates Last(DemoCalendar calendar, int weeks, DemoStage stage, DateOnly? reviewOn, Random random)
    {
        var lastDay = calendar.LastDay;
        switch (stage)
        {
            case DemoStage.Assess:
                return new(DemoCalendar.OnOrBefore(lastDay.AddDays(-6 - random.Next(8))), null, null, null, null, null);
            case DemoStage.Plan or DemoStage.PlanDated or DemoStage.PlanSent or DemoStage.PlanReturned:
                var begins = DemoCalendar.OnOrAfter(calendar.Today.AddDays(4));
                return new(
                    DemoCalendar.OnOrBefore(lastDay.AddDays(-15 - random.Next(10))),
                    DemoCalendar.OnOrBefore(lastDay.AddDays(-8)),
                    begins,
                    stage == DemoStage.Plan ? null : DemoCalendar.OnOrAfter(begins.AddDays(weeks * 7)),
                    null,
                    null);
            case DemoStage.Between or DemoStage.Left:
                var closed = DemoCalendar.OnOrBefore(lastDay.AddDays(stage == DemoStage.Left ? -14 - random.Next(40) : -1 - random.Next(6)));
                var met = DemoCalendar.OnOrBefore(closed.AddDays(-2));
                return Planned(weeks, met, met, random) with { Held = met, Closed = closed };
            case DemoStage.ReviewSoon or DemoStage.ReviewOverdue:
                return Planned(weeks, reviewOn!.Value, lastDay, random) with { Held = DemoCalendar.OnOrBefore(DemoCalendar.Earlier(lastDay, reviewOn.Value)) };
            default:
                // A plan has begun by the last school day, so its review is no further off than it runs.
                var furthest = DemoCalendar.OnOrBefore(lastDay.AddDays((7 * weeks) - 2));
                var review = reviewOn!.Value > furthest && furthest > calendar.Today.AddDays(ReviewDate.SoonDays) ? furthest : reviewOn.Value;
                return Planned(weeks, review, DemoCalendar.OnOrBefore(lastDay.AddDays(-1)), random);
        }
    }

    private static CycleDates Planned(int weeks, DateOnly reviewOn, DateOnly latestStart, Random random)
    {
        var starts = DemoCalendar.OnOrBefore(DemoCalendar.Earlier(DemoCalendar.OnOrAfter(reviewOn.AddDays(-7 * weeks)), latestStart));
        var assessed = DemoCalendar.OnOrBefore(starts.AddDays(-5 - random.Next(4)));
        return new(DemoCalendar.OnOrBefore(assessed.AddDays(-4 - random.Next(4))), assessed, starts, reviewOn, null, null);
    }
}
