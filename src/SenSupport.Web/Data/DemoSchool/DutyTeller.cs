using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Tells what the school did for its duties to a pupil: most of it, as schools do. What is left out here is outstanding on the pages.</summary>
internal sealed class DutyTeller(PupilTale tale, Random random)
{
    private readonly DemoStaff staff = tale.Staff;
    private readonly DemoCalendar calendar = tale.Calendar;

    /// <summary>Notes the acts; those of the cycles are noted before.</summary>
    public void Tell(DateOnly addedOn, IReadOnlyList<CycleDates> dates)
    {
        TellAdjustment(dates[0].Opened);
        if (tale.Row.Status == SenStatus.EhcPlan)
        {
            TellAnnualReviews(addedOn);
        }
        else if (dates[0].Assessed is { } decided)
        {
            Done(DutyRecordKind.EarlyDiscussion, dates[0].Opened.AddDays(2), "", "Support in class first, and a closer look at what is hard");
            Done(DutyRecordKind.DiscussionNoteGiven, dates[0].Opened.AddDays(6), "", "On paper, to the family");
            Done(DutyRecordKind.SendiassExplained, dates[0].Opened.AddDays(2), "", "Leaflet, and the telephone number", unlessOneIn: 14);
            Done(DutyRecordKind.ParentsNotified, decided.AddDays(2), "", "Letter", unlessOneIn: 18);
        }

        foreach (var (index, placed) in dates.Index())
        {
            if (placed.Starts is { } starts && starts < calendar.LastDay)
            {
                Done(DutyRecordKind.PlanAgreed, starts.AddDays(3), "", DutyRecordKind.PlanAgreed.Answers()[random.Next(8) == 0 ? 1 : 0], unlessOneIn: index == dates.Count - 1 ? 12 : 40);
            }
        }

        TellThisYear();
        TellConsents(dates[0].Opened);
        Note(calendar.LastDay, TellPlanInUse);
    }

    // Whoever advised from outside was asked with the parents' agreement; for one pupil in five nobody wrote that down.
    private void TellConsents(DateOnly opened)
    {
        foreach (var agency in tale.Story.Assess.Where(strand => strand.Strand == StrandKind.ExternalAdvice && strand.By != "None yet").Select(strand => tale.Text.Fill(strand.By)))
        {
            if (tale.Pupil.Forename.Length % 5 > 0)
            {
                Note(DemoCalendar.Earlier(calendar.LastDay, DemoCalendar.OnOrAfter(opened.AddDays(3))), by => tale.Pupil.RecordDuty(DutyRecordKind.AgencyConsent, by.Today, agency, AgencyConsents.Given, "", by));
            }
        }
    }

    // Where a story's targets leave an area out, the SENCo has mostly said why; nearly everyone has read the plan.
    private void TellPlanInUse(Acting by)
    {
        if (tale.Cycles.LastOrDefault() is not { IsOpen: true } cycle)
        {
            return;
        }

        if (random.Next(12) > 0 && (tale.Pupil.CurrentNeeds.Any(need => !cycle.Targets.Any(target => target.Area == need.Area)) || cycle.Provision.Any(row => row.Serves.Count == 0)))
        {
            tale.Pupil.RecordDuty(DutyRecordKind.ProvisionEnough, by.Today, by.Name, "", "The strategies for every adult cover it for now; we look again at the review.", by);
        }

        var working = staff.Classes.Single(known => known.Name == tale.Row.Class).Teachers.Select(teacher => teacher.StaffId)
            .Concat(tale.Pupil.Supporters.Select(supporter => supporter.StaffId)).Append(tale.Pupil.ResponsibleTeacherId ?? Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        if (cycle.LatestPlanVersion > 0)
        {
            cycle.RecordReaders([.. working.Select(id => new ReaderContent(id, random.Next(18) > 0))], by);
        }
    }

    private void TellThisYear()
    {
        var terms = DemoCalendar.TermsOf(calendar.Year);
        foreach (var term in terms.Where(term => DutyRules.HalfOver(term) <= calendar.LastDay))
        {
            Done(DutyRecordKind.MetParents, DemoCalendar.OnOrAfter(term.Starts.AddDays(15 + random.Next(20))), "Family and class teacher", "What helps at home and at school", unlessOneIn: 16);
        }

        if (tale.Pupil.NcYear == "6")
        {
            Done(DutyRecordKind.TransitionPlanned, DemoCalendar.OnOrAfter(terms[0].Starts.AddDays(21 + random.Next(21))), "Family and SENCo", "Visits in the summer term; the one-page profile goes with it", unlessOneIn: 6);
        }
    }

    private void TellAnnualReviews(DateOnly addedOn)
    {
        for (var day = addedOn.AddDays(150 + random.Next(120)); day < calendar.LastDay; day = day.AddDays(350))
        {
            Done(DutyRecordKind.AnnualReview, DemoCalendar.OnOrBefore(day), "Family, class teacher, SENCo", "The plan is kept, with small changes");
        }
    }

    private void TellAdjustment(DateOnly day)
    {
        if (tale.Pupil.Flags.HasFlag(PupilFlags.Disability) && random.Next(5) > 0)
        {
            Note(day, by => tale.Pupil.AddAdjustment("A seat near the front, and instructions on paper as well", by.Today, by));
        }
    }

    private void Done(DutyRecordKind kind, DateOnly on, string who, string outcome, int unlessOneIn = 0)
    {
        if (unlessOneIn == 0 || random.Next(unlessOneIn) > 0)
        {
            Note(DemoCalendar.Earlier(calendar.LastDay, DemoCalendar.OnOrAfter(on)), by => tale.Pupil.RecordDuty(kind, by.Today, who, outcome, "", by));
        }
    }

    private void Note(DateOnly day, Action<Acting> act) => tale.Diary.On(day, staff.Senco, act);
}
