using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Tells how a pupil came to have a record: the first concern, the decision, needs, diagnoses, the pupil's own voice, who is responsible and who helps.</summary>
internal sealed class StatusTeller(DemoPupilRow row, Story? story, Pupil pupil, DemoStaff staff, Diary diary, Random random)
{
    /// <summary>Notes the acts.</summary>
    public void Tell(DateOnly addedOn, DateOnly concernOn, IReadOnlyList<CycleDates> dates, DemoCalendar calendar, PupilTale? tale)
    {
        var text = new DemoText(pupil);
        if (story is not null)
        {
            diary.On(concernOn, staff.Senco, by => pupil.WriteBackground(text.Fill(row.Background ?? story.Background), by));
            TellDiagnoses(concernOn, calendar);
        }

        if (row.Status == SenStatus.EhcPlan)
        {
            diary.On(addedOn, staff.Senco, by =>
            {
                pupil.ChangeStatus(SenStatus.EhcPlan, by.Today, "The local authority issued the plan.", by);
                RecordNeeds(by);
            });
        }
        else
        {
            diary.On(concernOn, staff.Senco, by => pupil.ChangeStatus(
                SenStatus.Monitoring, by.Today, text.Fill(row.Concern ?? story!.Difficulties), by, row.Status == SenStatus.Monitoring && row.Stage != DemoStage.Left ? DemoCalendar.OnOrAfter(calendar.Today.AddDays(10 + random.Next(60))) : null));
            if (row.Status == SenStatus.Monitoring && row.Stage != DemoStage.Left && row.NeedCode is not null)
            {
                diary.On(concernOn, staff.Senco, by => pupil.RecordNeeds([(row.NeedCode, NeedType.Find(row.NeedCode)!.Area!.Value)], by.Today, by));
            }
        }

        if (tale is null || dates.Count == 0)
        {
            return;
        }

        var first = dates[0];
        var decidedOn = first.Assessed ?? DemoCalendar.OnOrAfter(first.Opened.AddDays(1));
        if (row.Status == SenStatus.SenSupport || row.Stage == DemoStage.Left)
        {
            diary.On(decidedOn, staff.Senco, by =>
            {
                pupil.ChangeStatus(SenStatus.SenSupport, by.Today, "Decided with the family after the analysis of need.", by);
                RecordNeeds(by);
            });
        }

        TellPeople(tale, first.Opened, calendar);
        TellVoice(tale, text, DemoCalendar.Earlier(calendar.LastDay, DemoCalendar.OnOrAfter(dates[^1].Opened.AddDays(2))));
        if (row.Stage == DemoStage.Left && dates[^1].Closed is { } left)
        {
            diary.On(DemoCalendar.Earlier(calendar.LastDay, left.AddDays(1)), staff.Senco, by => pupil.ChangeStatus(SenStatus.Monitoring, by.Today, "Support has met its aim. We look again to be sure that progress holds.", by, tale.MonitorUntil));
        }
    }

    private void RecordNeeds(Domain.Records.Acting by) =>
        pupil.RecordNeeds([.. story!.Needs.OrderBy(need => need.Rank).Select(need => (need.Code, need.Area))], by.Today, by);

    private void TellDiagnoses(DateOnly concernOn, DemoCalendar calendar)
    {
        foreach (var diagnosis in row.WithoutDiagnosis ? [] : story!.Diagnoses)
        {
            // A child of four has had nothing for seven years.
            var years = Math.Min(diagnosis.YearsAgo, Math.Max(0, Age.On(calendar.Today, pupil.BirthDate) - 1));
            var madeOn = calendar.Today.AddYears(-years).AddDays(-60 - random.Next(60));
            madeOn = madeOn > pupil.BirthDate ? madeOn : pupil.BirthDate;
            var recordedOn = madeOn < concernOn ? concernOn : DemoCalendar.OnOrAfter(madeOn.AddDays(10));
            diary.On(recordedOn, staff.Senco, by => pupil.RecordDiagnosis(new DiagnosisDetails(diagnosis.Name, diagnosis.MadeBy, madeOn), by));
        }
    }

    private void TellPeople(PupilTale tale, DateOnly firstDay, DemoCalendar calendar)
    {
        diary.On(firstDay, staff.Senco, by =>
        {
            pupil.NameResponsibleTeacher(tale.ResponsibleOn(by.Today)?.Id, by);
            pupil.AddSupporter(tale.AssistantOn(calendar.Today).Id, by);
        });

        // A new year brings a new teacher.
        var thisYear = DemoCalendar.TermsOf(calendar.Year)[0].Starts;
        if (firstDay < thisYear && thisYear <= calendar.LastDay)
        {
            diary.On(thisYear, staff.Senco, by => pupil.NameResponsibleTeacher(tale.ResponsibleOn(by.Today)?.Id, by));
        }
    }

    private void TellVoice(PupilTale tale, DemoText text, DateOnly day)
    {
        var gathered = tale.Story.Assess.FirstOrDefault(strand => strand.Strand == StrandKind.PupilsViews)?.By ?? "";
        var how = gathered.StartsWith("Pupil, ", StringComparison.Ordinal)
            ? $"{char.ToUpperInvariant(gathered[7])}{gathered[8..]}, with {tale.AssistantOn(day).Name}"
            : $"Talk with {tale.AssistantOn(day).Name}";
        diary.On(day, tale.AssistantOn(day), by => pupil.RecordProfile(
            day,
            new PupilVoice(how, text.Fill(tale.Story.AdmiredFor), text.Fill(row.ImportantToMe ?? tale.Story.ImportantToMe), text.Fill(tale.Story.HowBestToSupport), text.Fill(tale.Story.FindsHard)),
            by));
    }
}
