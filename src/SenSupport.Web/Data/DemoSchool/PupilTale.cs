using SenSupport.Domain.Cycles;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Documents;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>One pupil and everything that the telling of their story needs.</summary>
internal sealed class PupilTale(DemoPupilRow row, Story story, Pupil pupil, School school, DemoStaff staff, DemoCalendar calendar, Diary diary, Random random)
{
    /// <summary>The pupil's row in the school's file.</summary>
    public DemoPupilRow Row => row;

    /// <summary>The story.</summary>
    public Story Story => story;

    /// <summary>The pupil.</summary>
    public Pupil Pupil => pupil;

    /// <summary>The school.</summary>
    public School School => school;

    /// <summary>The people.</summary>
    public DemoStaff Staff => staff;

    /// <summary>The school's days.</summary>
    public DemoCalendar Calendar => calendar;

    /// <summary>Where the acts are noted.</summary>
    public Diary Diary => diary;

    /// <summary>The pupil's own chance, so that one more draw for one pupil changes nothing for the next.</summary>
    public Random Random => random;

    /// <summary>The story's words about this pupil.</summary>
    public DemoText Text { get; } = new(pupil);

    /// <summary>The pupil's cycles as they come to be.</summary>
    public List<SupportCycle> Cycles { get; } = [];

    /// <summary>What the pupil reached in tests.</summary>
    public List<AssessmentPoint> Points { get; } = [];

    /// <summary>After leaving SEN Support, until when the school looks.</summary>
    public DateOnly MonitorUntil { get; } = DemoCalendar.OnOrAfter(calendar.Today.AddDays(70));

    /// <summary>When long-term outcomes are to be reached: the last day of the key stage.</summary>
    public DateOnly OutcomesBy
    {
        get
        {
            var yearsLeft = pupil.NcYear switch { "R" => 0, "1" => 1, "2" => 0, var year => 6 - (year[0] - '0') };
            return DemoCalendar.TermsOf(new AcademicYear(calendar.Year.StartYear + yearsLeft))[^1].Ends;
        }
    }

    /// <summary>Who was responsible for the pupil on a day; null where nobody was named.</summary>
    public StaffMember? ResponsibleOn(DateOnly day) => row.Responsible switch
    {
        "none" => null,
        { } name => staff.Named(name),
        null => staff.TeacherOf(row.Class, day),
    };

    /// <summary>What the plan of the open cycle says, to be kept as its next version.</summary>
    public string Frozen(Acting by) =>
        SupportPlan.Of(pupil, Cycles[^1], school, PlanTemplate.Usual, new PlanNames(row.Class, staff.All.ToDictionary(known => known.Id, known => known.Name), staff.Senco.Name), by.Name, by.At).Freeze();

    /// <summary>Who supported the pupil on a day.</summary>
    public StaffMember AssistantOn(DateOnly day) => row.SupportedBy is { } name ? staff.Named(name) : staff.AssistantOf(row.Class, day);
}
