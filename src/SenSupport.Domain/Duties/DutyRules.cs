using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Duties;

/// <summary>
/// The duties of chapter 6 of the Code of Practice as functions of what is recorded and the date: each finds what is outstanding, why, since when, and what puts it
/// right. Nothing here changes anything.
/// </summary>
public static class DutyRules
{
    private static readonly Func<Case, OutstandingDuty?>[] Rules =
    [
        ParentsInformed, EarlyDiscussionNoted, SendiassExplained, NeedsAnalysed, ReviewDateSet, PlanAgreed, StaffAware, ResponsibleTeacher, ReviewedOnTime, ViewsInReview,
        ThreeMeetingsAYear, SpecialistConsidered, ProvisionMatchesNeed, ReasonableAdjustments, AnnualReview, TransitionPlanned,
    ];

    /// <summary>What is outstanding for a pupil on a day, in the order of <see cref="DutyKind"/>. What the SENCo found not to apply is left out.</summary>
    public static IReadOnlyList<OutstandingDuty> Outstanding(DutyFacts facts, DutySchool school, DateOnly today)
    {
        var now = new Case(facts, school, today);
        return [.. Rules.Select(rule => rule(now)).OfType<OutstandingDuty>().Where(duty => !facts.NotApplicable.Contains(duty.Kind))];
    }

    /// <summary>The first day on which half of a term is over.</summary>
    public static DateOnly HalfOver(SchoolTerm term) => term.Starts.AddDays((term.Ends.DayNumber - term.Starts.DayNumber + 2) / 2);

    private static OutstandingDuty? ParentsInformed(Case now) =>
        now.Facts.Status != SenStatus.SenSupport || now.SupportHas(DutyRecordKind.ParentsNotified) ? null : new(
            DutyKind.ParentsInformed,
            $"{now.Family} not told of SEN Support",
            $"SEN Support began{now.Began}. No formal notification is recorded.",
            now.Facts.StatusSince,
            Record("Record the notification", DutyRecordKind.ParentsNotified));

    private static OutstandingDuty? EarlyDiscussionNoted(Case now)
    {
        if (now.Facts.Status != SenStatus.SenSupport)
        {
            return null;
        }

        if (!now.SupportHas(DutyRecordKind.EarlyDiscussion))
        {
            return new(
                DutyKind.EarlyDiscussionNoted,
                "Early discussion not noted",
                $"SEN Support began{now.Began}. No early discussion with pupil and parents is recorded.",
                now.Facts.StatusSince,
                Record("Record the discussion", DutyRecordKind.EarlyDiscussion));
        }

        var held = now.SupportRecords(DutyRecordKind.EarlyDiscussion).Max(done => done.On);
        return now.SupportHas(DutyRecordKind.DiscussionNoteGiven) ? null : new(
            DutyKind.EarlyDiscussionNoted,
            "Note of the discussion not given",
            $"The early discussion was on {Long(held)}. No date says when {now.TheFamily} had the note of it.",
            held,
            Record("Add the date", DutyRecordKind.DiscussionNoteGiven));
    }

    private static OutstandingDuty? SendiassExplained(Case now) =>
        now.Facts.Status != SenStatus.SenSupport || now.Records(DutyRecordKind.SendiassExplained).Any() ? null : new(
            DutyKind.SendiassExplained,
            "SENDIASS not explained",
            "No date says that the family was told of the independent advice service.",
            now.Facts.StatusSince,
            Record("Add the date", DutyRecordKind.SendiassExplained));

    private static OutstandingDuty? NeedsAnalysed(Case now) =>
        now.Facts.OpenCycle is not { Stage: > CycleStage.Assess } cycle || !cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed) ? null : new(
            DutyKind.NeedsAnalysed,
            "Needs not fully analysed",
            $"The assessment of cycle {cycle.Number} was finished without every strand that the school requires.",
            cycle.AssessedOn,
            InCycle("Complete the assessment", cycle, "assess"));

    private static OutstandingDuty? ReviewDateSet(Case now) =>
        now.Facts.OpenCycle is not { Stage: CycleStage.Plan or CycleStage.Do, ReviewOn: null } cycle ? null : new(
            DutyKind.ReviewDateSet,
            "No review date",
            $"The plan of cycle {cycle.Number} does not say when it will be reviewed.",
            cycle.AssessedOn,
            InCycle("Set the date", cycle, "plan#ReviewOn"));

    private static OutstandingDuty? PlanAgreed(Case now) =>
        now.Facts.OpenCycle is not { FirstSharedOn: { } shared } cycle || now.Records(DutyRecordKind.PlanAgreed).Any(done => done.On >= (cycle.AssessedOn ?? cycle.OpenedOn)) ? null : new(
            DutyKind.PlanAgreed,
            $"Plan not agreed with {now.WhoAgrees}",
            $"The plan of cycle {cycle.Number} was shared on {Long(shared)}. No answer is recorded: agreed, agreed with comment or not agreed.",
            shared,
            Record("Record the answer", DutyRecordKind.PlanAgreed));

    private static OutstandingDuty? StaffAware(Case now) =>
        now.Facts.OpenCycle is not { SharedOn: { } shared, IsUnread: true } cycle ? null : new(
            DutyKind.StaffAware,
            "Plan not read by everyone",
            $"Not everyone who works with {now.Facts.FirstName} has read version {cycle.PlanVersion}, shared on {Long(shared)}.",
            shared,
            new("Who has read it", "records/readers"));

    private static OutstandingDuty? ResponsibleTeacher(Case now)
    {
        if (now.Facts.OpenCycle is { Stage: > CycleStage.Assess } cycle)
        {
            return !cycle.Gaps.HasFlag(CycleGaps.NoResponsibleTeacher) ? null : new(
                DutyKind.ResponsibleTeacher,
                "No responsible teacher",
                $"The plan of cycle {cycle.Number} names no teacher who is responsible for the support.",
                cycle.AssessedOn,
                InCycle("Name a teacher", cycle, "plan#ResponsibleTeacherId"));
        }

        return now.Facts.HasResponsibleTeacher || !now.Facts.Status.IsOnRegister() ? null : new(
            DutyKind.ResponsibleTeacher,
            "No responsible teacher",
            $"No teacher is named as responsible for {now.Facts.FirstName}’s support.",
            now.Facts.StatusSince,
            new("Name a teacher", "records/teacher"));
    }

    private static OutstandingDuty? ReviewedOnTime(Case now)
    {
        if (now.Facts.OpenCycle is not { HeldOn: null, ReviewOn: { } due } cycle
            || ReviewDate.Urgency(due, now.Today) != ReviewUrgency.Overdue
            || now.Records(DutyRecordKind.Reviewed).Any(done => done.On >= due.AddDays(-ReviewDate.SoonDays)))
        {
            return null;
        }

        var days = now.Today.DayNumber - due.DayNumber;
        return new(
            DutyKind.ReviewedOnTime,
            "Review is late",
            $"The review of cycle {cycle.Number} was due on {Long(due)}, {days} {(days == 1 ? "day" : "days")} ago.",
            due.AddDays(1),
            InCycle("Record review", cycle, "review"));
    }

    private static OutstandingDuty? ViewsInReview(Case now)
    {
        var cycle = now.Facts.OpenCycle is { Stage: CycleStage.Review, HeldOn: not null } open ? open : now.Facts.Reviewed.FirstOrDefault();
        if (cycle?.ReviewedOn is not { } reviewed || now.Records(DutyRecordKind.ViewsGathered).Any(done => done.On >= reviewed))
        {
            return null;
        }

        var pupil = cycle.Gaps.HasFlag(CycleGaps.PupilViewMissing);
        var parents = cycle.Gaps.HasFlag(CycleGaps.ParentViewMissing) && now.ParentsTakePart;
        if (!pupil && !parents)
        {
            return null;
        }

        var (whose, anchor) = (pupil, parents) switch
        {
            (true, true) => ("pupil’s and the parents’ views are", "PupilView"),
            (true, false) => (now.IsYoungPerson ? "young person’s view is" : "pupil’s view is", "PupilView"),
            _ => ("parents’ view is", "ParentView"),
        };
        return new(
            DutyKind.ViewsInReview,
            $"The {whose} missing",
            $"The review of cycle {cycle.Number} on {Long(reviewed)} does not say what {(pupil && parents ? "they think" : pupil ? $"{now.Facts.FirstName} thinks" : "the parents think")}.",
            reviewed,
            cycle.Stage == CycleStage.Closed ? Record("Add the views", DutyRecordKind.ViewsGathered) : InCycle("Add the views", cycle, $"review#{anchor}"));
    }

    // A term counts once half of it is over; one that was half over when SEN Support began is a term before it. Where a school has more than three terms, meetings are
    // expected in proportion: three for all of them. Where it has entered fewer so far, one for each.
    private static OutstandingDuty? ThreeMeetingsAYear(Case now)
    {
        if (now.Facts.Status != SenStatus.SenSupport)
        {
            return null;
        }

        var year = AcademicYear.Of(now.Today);
        var terms = now.School.TermsIn(year);
        var counted = terms.Select(HalfOver).Where(half => half <= now.Today && !(now.Facts.StatusSince >= half)).ToList();
        var share = Math.Max(3, terms.Count);
        var met = now.Records(DutyRecordKind.MetParents).Where(done => done.On >= year.Starts).Select(done => done.On).Distinct().Count();
        var expected = Math.Min(3, 3 * counted.Count / share);
        if (met >= expected)
        {
            return null;
        }

        var place = Enumerable.Range(1, counted.Count).First(number => 3 * number / share > met);
        return new(
            DutyKind.ThreeMeetingsAYear,
            met == 0 ? $"No meeting with {now.TheFamily} this year" : $"Too few meetings with {now.TheFamily}",
            $"{Number(expected, "One")} expected by now, {Number(met, "one")} recorded since {Long(year.Starts)}.",
            counted[place - 1],
            Record("Record a meeting", DutyRecordKind.MetParents));
    }

    private static OutstandingDuty? SpecialistConsidered(Case now)
    {
        var reviews = now.Facts.Reviewed.Take(now.School.ReviewsBeforeSpecialist).ToList();
        if (now.Facts.Status != SenStatus.SenSupport || reviews.Count < now.School.ReviewsBeforeSpecialist || now.Records(DutyRecordKind.SpecialistConsidered).Any(done => done.On >= reviews[^1].OpenedOn))
        {
            return null;
        }

        var little = reviews.TrueForAll(review => review.HadLittleProgress);
        if (!little && !reviews.TrueForAll(review => review.SubstantiallyBelow))
        {
            return null;
        }

        var found = little ? "found little progress" : $"say that {now.Facts.FirstName} works substantially below others of the same age";
        var which = reviews.Count == 1 ? $"The review of cycle {reviews[0].Number}" : $"The reviews of cycles {reviews[^1].Number} to {reviews[0].Number}";
        return new(
            DutyKind.SpecialistConsidered,
            reviews.Count == 1 ? "Little progress, no specialist" : $"{Number(reviews.Count, "One")} reviews with little progress, no specialist",
            $"{which} {found}. Neither an involvement nor what was considered is recorded since {Long(reviews[^1].OpenedOn)}.",
            reviews[0].ReviewedOn,
            Record("Involve or consider", DutyRecordKind.SpecialistConsidered));
    }

    // A row of provision has the area of the targets which it serves, so a target or a strategy of an area is something for it.
    private static OutstandingDuty? ProvisionMatchesNeed(Case now)
    {
        if (now.Facts.OpenCycle is not { Stage: CycleStage.Do or CycleStage.Review } cycle)
        {
            return null;
        }

        var bare = now.Facts.Needs.Where(need => !cycle.Targets.Any(target => target.Area == need.Area) && !cycle.Strategies.Contains(need.Area)).ToList();
        var serving = cycle.Targets.Where(target => target.Area is { } area && now.Facts.Needs.Any(need => need.Area == area)).Select(target => target.Id).ToHashSet();
        var idle = cycle.Provision.Count(row => !row.Any(serving.Contains));
        DateOnly?[] since = [cycle.SupportedFrom ?? cycle.OpenedOn, .. bare.Select(need => (DateOnly?)need.Start)];
        if ((bare.Count == 0 && idle == 0) || now.Records(DutyRecordKind.ProvisionEnough).Any(done => done.On >= cycle.OpenedOn && bare.TrueForAll(need => done.On >= need.Start)))
        {
            return null;
        }

        var areas = string.Join(" and ", bare.Select(need => need.Area).Distinct().Order().Select(area => area.Name().ToLowerInvariant()));
        string[] reasons =
        [
            bare.Count == 0 ? "" : $"Nothing is planned for {areas}.",
            idle == 0 ? "" : idle == 1 ? "One row of provision serves no target for a recorded need." : $"{Number(idle, "One")} rows of provision serve no target for a recorded need.",
        ];
        return new(
            DutyKind.ProvisionMatchesNeed,
            bare.Count > 0 ? $"Nothing planned for {areas}" : "Provision without a need",
            string.Join(" ", reasons.Where(reason => reason.Length > 0)),
            bare.Count > 0 && idle == 0 ? bare.Min(need => need.Start > since[0] ? need.Start : since[0]) : since[0],
            InCycle(bare.Count > 0 ? "Add a target" : "Look at the provision", cycle, bare.Count > 0 ? "plan#targets" : "plan#provision"),
            Record("Note why it is enough", DutyRecordKind.ProvisionEnough));
    }

    private static OutstandingDuty? ReasonableAdjustments(Case now) =>
        !now.Facts.HasDisability || now.Facts.AdjustmentsConsidered ? null : new(
            DutyKind.ReasonableAdjustments,
            "Reasonable adjustments not considered",
            "A disability is recorded, but neither an adjustment nor the reason why none is needed.",
            now.Facts.DisabilitySince,
            new("Record adjustments", "disability"));

    /// <summary>When the annual review of an EHC plan is due.</summary>
    /// <param name="planSince">Since when there is a plan.</param>
    /// <param name="lastReview">The day of the last annual review; null where there was none.</param>
    /// <param name="ncYear">Census code of the pupil's year.</param>
    /// <param name="school">The school.</param>
    /// <param name="today">The date in the school.</param>
    /// <returns>From when it is counted, when it is due, null where nothing is known to count from, and whether that is because a phase ends.</returns>
    public static (DateOnly? Last, DateOnly? Due, bool IsTransfer) AnnualReviewDue(DateOnly? planSince, DateOnly? lastReview, string ncYear, DutySchool school, DateOnly today)
    {
        var last = lastReview is { } held && !(planSince > held) ? held : planSince;
        var year = AcademicYear.Of(today);
        var transfer = school.EndsPhase(ncYear) && !(last >= year.Starts)
            ? NcYear.Parse(ncYear).KeyStage >= KeyStage.KeyStage4 ? new DateOnly(year.StartYear + 1, 3, 31) : new DateOnly(year.StartYear + 1, 2, 15)
            : (DateOnly?)null;
        var yearly = last?.AddMonths(12);
        return transfer is null || yearly < transfer ? (last, yearly, false) : (last, transfer, true);
    }

    /// <summary>When the annual review of a pupil's EHC plan is due; null without a plan, and where nothing is known to count from.</summary>
    public static DateOnly? AnnualReviewOn(DutyFacts facts, DutySchool school, DateOnly today) => AnnualReviewDue(new Case(facts, school, today)).Due;

    private static (DateOnly? Last, DateOnly? Due, bool IsTransfer) AnnualReviewDue(Case now) => now.Facts.Status != SenStatus.EhcPlan ? default
        : AnnualReviewDue(now.Facts.StatusSince, now.Records(DutyRecordKind.AnnualReview).Select(done => (DateOnly?)done.On).Max(), now.Facts.NcYear, now.School, now.Today);

    // Twelve months from the plan or the last review; in the last year of a phase a review in that school year, by 15 February, or by 31 March before a move into
    // post-16 education (Special Educational Needs and Disability Regulations 2014, regulations 18 to 20).
    private static OutstandingDuty? AnnualReview(Case now)
    {
        var (last, due, isTransfer) = AnnualReviewDue(now);
        return !(due < now.Today) ? null : new(
            DutyKind.AnnualReview,
            "Annual review is late",
            isTransfer
                ? $"{now.Facts.FirstName} is in the last year of a phase: the plan had to be reviewed by {Long(due.Value)}."
                : $"The last one, or the plan, was on {Long(last!.Value)}: the next was due by {Long(due.Value)}.",
            due.Value.AddDays(1),
            Record("Record the review", DutyRecordKind.AnnualReview));
    }

    private static OutstandingDuty? TransitionPlanned(Case now)
    {
        var year = AcademicYear.Of(now.Today);
        return !now.Facts.Status.IsOnRegister() || !now.School.EndsPhase(now.Facts.NcYear) || now.Records(DutyRecordKind.TransitionPlanned).Any(done => done.On >= year.Starts.AddYears(-1)) ? null : new(
            DutyKind.TransitionPlanned,
            "Transition not planned",
            $"{NcYear.Parse(now.Facts.NcYear).Name} is the last year of a phase. No transition plan is recorded.",
            now.Facts.StatusSince > year.Starts ? now.Facts.StatusSince : year.Starts,
            Record("Record the plan", DutyRecordKind.TransitionPlanned));
    }

    private static DutyAct Record(string words, DutyRecordKind kind) => new(words, $"records/add?kind={kind}");

    private static DutyAct InCycle(string words, CycleFacts cycle, string page) => new(words, $"cycles/{cycle.Number}/{page}");

    private static string Long(DateOnly day) => $"{day:d MMMM yyyy}";

    private static string Number(int number, string one) => number switch
    {
        0 => "none",
        1 => one,
        2 => char.IsUpper(one[0]) ? "Two" : "two",
        3 => char.IsUpper(one[0]) ? "Three" : "three",
        4 => char.IsUpper(one[0]) ? "Four" : "four",
        _ => $"{number}",
    };

    // The pupil on a day, and what several duties ask of it.
    private sealed class Case(DutyFacts facts, DutySchool school, DateOnly today)
    {
        public DutyFacts Facts => facts;

        public DutySchool School => school;

        public DateOnly Today => today;

        public bool IsYoungPerson { get; } = Age.IsYoungPerson(today, facts.BirthDate);

        // Parents take part as before until the rights are the young person's own, and then by their wish.
        public bool ParentsTakePart => !IsYoungPerson || YoungPerson.ParentsAreTold(facts.Done);

        public string Family => IsYoungPerson ? "Young person" : "Parents";

        public string TheFamily => IsYoungPerson ? facts.FirstName : "the parents";

        public string WhoAgrees => IsYoungPerson ? YoungPerson.Representative(facts.Done) ?? facts.FirstName : "the parents";

        public string Began => facts.StatusSince is { } since ? $" on {Long(since)}" : "";

        public IEnumerable<DoneFact> Records(DutyRecordKind kind) => facts.Done.Where(done => done.Kind == kind && done.On <= today);

        // What was done for an earlier time on SEN Support, which ended, does not count for this one.
        public IEnumerable<DoneFact> SupportRecords(DutyRecordKind kind) => Records(kind).Where(done => !(done.On <= facts.EarlierSupportEnded));

        public bool SupportHas(DutyRecordKind kind) => SupportRecords(kind).Any();
    }
}
