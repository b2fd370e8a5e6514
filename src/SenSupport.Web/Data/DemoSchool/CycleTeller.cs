using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Tells one cycle of a story: notes in the diary every act of it, from opening to closing, as far as its dates go.</summary>
internal sealed class CycleTeller(PupilTale tale, PlanWriter plans)
{
    private static readonly string[] Qualities =
    [
        "Sessions ran as planned, apart from one week of staff absence.",
        "Nearly every session took place. The group worked best in the quiet room.",
        "Sessions before break were best; those after lunch were often cut short.",
        "The start was slow while staff were trained; regular from the third week on.",
        "Held as planned. Adults in every lesson used the same words, and it showed.",
        "Four sessions fell to trips and shows and were not made up.",
    ];

    private static readonly string[] MissedReasons = ["Trip", "Assistant covered another class", "Pupil absent", "Hall needed for the show", "Assistant ill"];

    // What comes of a meeting, and who does it: the class teacher, the assistant, the SENCo or somebody at home.
    private static readonly (string What, char Who, int Days)[] NextSteps =
    [
        ("Send the word cards home, with a note how to use them", 'T', 10), ("Find a time for the group that is not straight after lunch", 'A', 14), ("Ask for the hearing test to be done again", 'P', 28),
        ("Show the lunchtime staff the help card and when to wait", 'S', 12), ("Try the sloping desk for two weeks, and note whether it helps", 'A', 21), ("Ring home on Friday to say what went well", 'T', 5),
    ];

    private readonly DemoStaff staff = tale.Staff;
    private readonly DemoText text = tale.Text;
    private readonly Diary diary = tale.Diary;
    private readonly Random random = tale.Random;

    /// <summary>Notes a cycle's acts.</summary>
    /// <param name="index">Its place in the story, from 0.</param>
    /// <param name="dates">Its days.</param>
    /// <param name="first">The days of the first cycle, when peers were compared and specialists asked.</param>
    /// <param name="stage">Where it stands; for a cycle that is closed, <see cref="DemoStage.Between"/>.</param>
    /// <param name="nextReviewOn">The review date of the next cycle, where this one's review agreed it.</param>
    public void Tell(int index, CycleDates dates, CycleDates first, DemoStage stage, DateOnly? nextReviewOn)
    {
        var cycle = tale.Story.Cycles[index];
        diary.On(dates.Opened, staff.Senco, by => tale.Cycles.Add(SupportCycle.Open(tale.Pupil, tale.Cycles, by)));
        TellAssessment(index, dates, first, stage);
        if (dates is not { Assessed: { } assessed, Starts: { } starts })
        {
            return;
        }

        TellPlan(cycle, dates, stage, assessed, starts);
        if (stage is DemoStage.Plan or DemoStage.PlanDated or DemoStage.PlanSent or DemoStage.PlanReturned)
        {
            return;
        }

        TellSupport(cycle, starts, DemoCalendar.Earlier(tale.Calendar.LastDay, dates.Held ?? dates.ReviewOn ?? tale.Calendar.LastDay));
        if (dates.Held is { } held)
        {
            TellReview(cycle, held, dates.Closed, stage, nextReviewOn);
            TellScore(held, index + 1);
        }
    }

    private void TellAssessment(int index, CycleDates dates, CycleDates firstCycle, DemoStage stage)
    {
        var teacher = Teacher(dates.Opened);
        var recordedBy = dates.Assessed ?? tale.Calendar.LastDay;
        var first = DemoCalendar.Earlier(DemoCalendar.OnOrAfter(dates.Opened.AddDays(1)), recordedBy);
        var strands = index == 0 ? FirstStrands(dates) : LaterStrands(index, dates, firstCycle);
        var teachersOwn = strands.Where(strand => strand.Id is StrandKind.TeacherAssessment or StrandKind.Behaviour).Select(strand => strand with { On = strand.On is { } on ? DemoCalendar.Earlier(on, first) : null }).ToList();
        diary.On(first, teacher, by => Current.RecordAssessment(AssessmentContent.Empty with { Strengths = text.Fill(tale.Story.Strengths), Strands = teachersOwn }, by));
        if (dates.Assessed is not { } assessed)
        {
            return;
        }

        if (tale.Row.MissingStrand is { } missing && IsLast(stage))
        {
            strands.RemoveAll(strand => strand.Id == missing);
        }

        diary.On(assessed, staff.Senco, by => Current.RecordAssessment(
            new AssessmentContent(text.Fill(tale.Story.Strengths), text.Fill(tale.Story.Difficulties), text.Fill(tale.Story.ParentConcern), text.Fill(tale.Story.ConcernsCompared), strands),
            by));
        diary.On(assessed, staff.Senco, by => Current.FinishAssessment(by));
        if (index == 0)
        {
            TellScore(assessed, 0);
        }
    }

    private List<StrandContent> FirstStrands(CycleDates dates)
    {
        var assessed = dates.Assessed ?? tale.Calendar.LastDay;
        return [.. tale.Story.Assess
            .Where(strand => strand.By != "None yet")
            .Select(strand => new StrandContent(
                strand.Strand,
                text.Fill(strand.Text),
                NameOf(strand.By, assessed),
                DemoCalendar.Earlier(assessed, DemoCalendar.OnOrBefore((dates.Starts ?? assessed.AddDays(21)).AddDays(-7 * strand.WeeksBeforePlan)))))];
    }

    // What the last review found is where the next assessment begins (CoP 6.55).
    private List<StrandContent> LaterStrands(int index, CycleDates dates, CycleDates firstCycle)
    {
        var assessed = dates.Assessed ?? tale.Calendar.LastDay;
        var earlier = FirstStrands(firstCycle).FindAll(strand => strand.Id is StrandKind.ComparisonWithPeers or StrandKind.ExternalAdvice or StrandKind.SubjectTeachers);
        if (tale.Story.Cycles[index - 1].Review is { } review)
        {
            earlier.AddRange(
            [
                new(StrandKind.TeacherAssessment, text.Fill(review.StaffView), Teacher(assessed).Name, dates.Opened),
                new(StrandKind.ProgressAndAttainment, text.Fill(review.Impact), staff.Senco.Name, dates.Opened),
                new(StrandKind.ParentsViews, text.Fill(review.ParentView), "Parents, at the review", dates.Opened),
                new(StrandKind.PupilsViews, text.Fill(review.PupilView), $"{tale.Pupil.FirstName}, at the review", dates.Opened),
            ]);
        }

        return [.. earlier.OrderBy(strand => strand.Id)];
    }

    private void TellPlan(StoryCycle cycle, CycleDates dates, DemoStage stage, DateOnly assessed, DateOnly starts)
    {
        var teacher = Teacher(assessed);
        var responsible = tale.ResponsibleOn(assessed);
        var written = DemoCalendar.Earlier(DemoCalendar.OnOrAfter(assessed.AddDays(1)), DemoCalendar.Earlier(starts, tale.Calendar.LastDay));
        var sent = DemoCalendar.Earlier(DemoCalendar.OnOrAfter(written.AddDays(1)), DemoCalendar.Earlier(starts, tale.Calendar.LastDay));
        diary.On(written, responsible ?? teacher, by => Current.WritePlan(
            plans.Write(new PlanBrief(
                tale.Story, cycle, text, Current, starts, dates.ReviewOn, tale.OutcomesBy, PlanWriter.PhaseOf(tale.Pupil.NcYear),
                responsible, teacher, tale.AssistantOn(assessed), staff.Named("Dawn Fletcher"), tale.Row.WithoutMeasure && IsLast(stage))),
            by));
        if (stage is DemoStage.Plan or DemoStage.PlanDated)
        {
            return;
        }

        diary.On(sent, responsible ?? teacher, by => Current.SendPlan(by));
        if (stage == DemoStage.PlanReturned)
        {
            diary.On(tale.Calendar.LastDay, staff.Senco, by => Current.ReturnPlan("The first target needs a number we can count, and please ask about the tablet at home before we share it.", by));
        }
        else if (stage != DemoStage.PlanSent)
        {
            diary.On(starts, staff.Senco, by => Current.SharePlan(tale.Frozen(by), by));
        }
    }

    private void TellSupport(StoryCycle cycle, DateOnly starts, DateOnly until)
    {
        foreach (var note in cycle.Notes)
        {
            var day = DemoCalendar.OnOrBefore(starts.AddDays((7 * note.Week) - 1 - random.Next(4)));
            var byTeacher = random.Next(3) == 0;
            if (day >= starts && day <= until)
            {
                var who = byTeacher ? Teacher(day) : tale.AssistantOn(day);
                diary.On(day, who, by => Current.AddNote(day, text.Fill(note.Text), by));
            }
        }

        // Every third week or so each target is marked against what was expected by then.
        for (var (day, number) = (starts.AddDays(16), 0); day <= until; (day, number) = (day.AddDays(18 + random.Next(6)), number + 1))
        {
            var marked = DemoCalendar.OnOrBefore(day);
            var who = number % 2 == 0 ? Teacher(marked) : tale.AssistantOn(marked);
            foreach (var target in cycle.Targets.Index())
            {
                var mark = MarkFor(cycle.Review?.Results.FirstOrDefault(result => result.Target == target.Item.Number)?.Result, number);
                diary.On(marked, who, by => Current.MarkProgress(Current.Targets.Single(known => known.Position == target.Index).Id, mark, by));
            }
        }

        TellSessions(starts, until);

        // Some plans are changed on the way, and shared again.
        var changed = DemoCalendar.OnOrAfter(starts.AddDays(30));
        if (random.Next(4) == 0 && changed <= until)
        {
            diary.On(changed, staff.Senco, by =>
            {
                var plan = Current.Plan();
                Current.WritePlan(plan with { Strategies = [.. plan.Strategies, new StrategyContent(Guid.CreateVersion7(), "Tell the next adult how it went, good things first", "Every adult")] }, by);
            });
            diary.On(changed, staff.Senco, by => Current.SharePlan(tale.Frozen(by), by));
        }
    }

    // A score at the first assessment and at each review, so that the chart of the impact page has something to show.
    private void TellScore(DateOnly day, int step)
    {
        var measure = tale.Story.Needs.MinBy(need => need.Rank)?.Area switch
        {
            AreaOfNeed.CommunicationAndInteraction => "Story retell, out of 25",
            AreaOfNeed.CognitionAndLearning => "Words read in a minute, out of 30",
            AreaOfNeed.SocialEmotionalMentalHealth => "Minutes settled in a lesson, out of 40",
            _ => "Letters formed legibly, out of 26",
        };
        var own = 4 + (step * 4) + (tale.Story.Id.Length % 3) - (step == 2 ? 2 : 0);
        diary.On(day, Teacher(day), by => tale.Points.Add(AssessmentPoint.Record(tale.Pupil, new PointContent(measure, day, own, 7 + (step * 3)), by)));
    }

    // Each Friday the assistant says how many sessions of the week took place. A draw of its own: it changes nothing else of the story.
    private void TellSessions(DateOnly starts, DateOnly until)
    {
        var chance = new Random(tale.Story.Id.Sum(letter => letter) + tale.Cycles.Count);
        for (var week = SessionWeek.MondayOf(starts); week <= until; week = week.AddDays(7))
        {
            var day = DemoCalendar.OnOrBefore(week.AddDays(4));
            if (day < week || day > until || day < starts)
            {
                continue;
            }

            var missed = chance.Next(4) == 0 ? 1 + chance.Next(2) : 0;
            var reason = MissedReasons[chance.Next(MissedReasons.Length)];
            diary.On(day, tale.AssistantOn(day), by => Current.RecordSessions(day, [.. Current.Provision.Where(row => row.TimesAWeek >= 1).Select((row, index) =>
            {
                var planned = (int)row.TimesAWeek!.Value;
                var fewer = index == 0 ? Math.Min(missed, planned) : 0;
                return new SessionCount(row.Id, planned, planned - fewer, fewer == 0 ? "" : reason);
            })], by));
        }
    }

    private void TellReview(StoryCycle cycle, DateOnly held, DateOnly? closed, DemoStage stage, DateOnly? nextReviewOn)
    {
        var teacher = tale.ResponsibleOn(held) ?? Teacher(held);
        var quality = Qualities[random.Next(Qualities.Length)];
        var withoutParent = closed is not null && random.Next(12) == 0;
        var steps = StepsOf(cycle, held, teacher);
        SupportCycle? reviewed = null;
        diary.On(held, teacher, by =>
        {
            reviewed = Current;
            var results = Current.Targets.OrderBy(target => target.Position).Select((target, index) =>
                cycle.Review?.Results.FirstOrDefault(result => result.Target == cycle.Targets[index].Number) is { } result
                    ? new ResultContent(target.Id, result.Result, text.Fill(result.Evidence))
                    : new ResultContent(target.Id)).ToList();
            var written = ReviewContent.Empty with
            {
                HeldOn = held,
                Present = string.Join(", ", tale.Pupil.Contacts.Where(contact => contact is { IsParentInLaw: true, IsRestrictedByCourt: false }).Take(1).Select(contact => contact.Name).Append(teacher.Name).Append(staff.Senco.Name)),
                Results = results,
            };
            Current.RecordReview(
                cycle.Review is not { } review ? written : written with
                {
                    Impact = text.Fill(review.Impact),
                    Quality = quality,
                    PupilView = stage == DemoStage.ReviewOverdue ? "" : text.Fill(review.PupilView),
                    ParentView = withoutParent ? "" : text.Fill(review.ParentView),
                    StaffView = text.Fill(review.StaffView),
                    Decision = stage == DemoStage.ReviewOverdue ? null : review.Decision,
                    NextSteps = text.Fill(review.NextSteps),
                    Steps = stage == DemoStage.ReviewOverdue ? [] : steps,
                    NextReviewOn = nextReviewOn,
                    MonitorUntil = stage == DemoStage.Left ? tale.MonitorUntil : null,
                },
                by);
        });
        if (stage != DemoStage.ReviewOverdue)
        {
            diary.On(held, teacher, by => Current.SendReview(by));
        }

        if (closed is { } day)
        {
            diary.On(day, staff.Senco, by => Current.Close(by));
            TickOff(steps, teacher, () => reviewed!);
        }
    }

    // A chance of its own: it changes nothing else of the story.
    private List<NextStepContent> StepsOf(StoryCycle cycle, DateOnly held, StaffMember teacher)
    {
        if (cycle.Review is null)
        {
            return [];
        }

        var chance = new Random(tale.Pupil.Surname.Sum(letter => letter) + cycle.Weeks);
        var first = chance.Next(NextSteps.Length);
        return [.. Enumerable.Range(first, chance.Next(3)).Select(place => NextSteps[place % NextSteps.Length]).Select(row => new NextStepContent(
            Guid.CreateVersion7(),
            row.What,
            row.Who switch { 'T' => teacher.Id, 'A' => tale.AssistantOn(held).Id, 'S' => staff.Senco.Id, _ => null },
            row.Who == 'P' ? tale.Pupil.Contacts.FirstOrDefault(contact => contact is { IsParentInLaw: true, IsRestrictedByCourt: false })?.Name ?? "Parents" : "",
            DemoCalendar.OnOrAfter(held.AddDays(row.Days))))];
    }

    // What was due is done, but for one in eight.
    private void TickOff(List<NextStepContent> steps, StaffMember teacher, Func<SupportCycle> reviewed)
    {
        foreach (var (index, step) in steps.Index())
        {
            if (step.ByWhen is { } by && by <= tale.Calendar.LastDay && (tale.Pupil.Forename.Length + index) % 8 > 0)
            {
                diary.On(by, staff.All.FirstOrDefault(person => person.Id == step.OwnerId) ?? teacher, acting => reviewed().TickNextStep(step.Id, true, acting));
            }
        }
    }

    private SupportCycle Current => tale.Cycles[^1];

    // A cycle that is followed by another is told as one between cycles.
    private static bool IsLast(DemoStage stage) => stage != DemoStage.Between;

    private StaffMember Teacher(DateOnly day) => staff.TeacherOf(tale.Row.Class, day);

    private string NameOf(string by, DateOnly day) => by switch
    {
        "Class teacher" or "Teacher" => Teacher(day).Name,
        "SENCo" => staff.Senco.Name,
        "PE coach" or "PE lead" => staff.Named("Ben Alderson").Name,
        _ when by.StartsWith("Pupil", StringComparison.Ordinal) => tale.Pupil.FirstName + by["Pupil".Length..],
        _ => by,
    };

    private int MarkFor(TargetResult? result, int number) => result switch
    {
        TargetResult.Exceeded => Math.Min(2, number),
        TargetResult.Met => Math.Min(1, number - 1),
        TargetResult.PartlyMet => number == 0 ? -1 : -(number % 2),
        TargetResult.NotMet => number == 0 ? -1 : -2,
        _ => Math.Clamp(random.Next(4) - 2 + number, -2, 2),
    };
}
