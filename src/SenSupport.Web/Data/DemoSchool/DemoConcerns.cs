using SenSupport.Domain.Assessments;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>What the demonstration school has before SEN Support: concerns at each stage, a few lines of contact logs, short assessments asked for.</summary>
internal static class DemoConcerns
{
    private static readonly (ConcernSource Source, string Seen, string When, string Tried, string Strengths, int Age)[] Raised =
    [
        (ConcernSource.Staff, "Writes two or three words where the others write a page, and holds the pencil in the fist.", "Every writing lesson since September", "A pencil grip and more time. The grip did not help.", "Tells long and funny stories", 12),
        (ConcernSource.Parent, "Comes home with a headache and says the room is too loud. Puts hands over the ears at tea.", "Most days after school", "Quiet time before tea helps", "Loves drawing maps", 8),
        (ConcernSource.Pupil, "I cannot remember what we are meant to do when you say lots of things.", "In maths and PE", "Asking a friend", "Good at building things", 4),
        (ConcernSource.Staff, "Watches the others before every task and begins last.", "Whole class lessons", "Instructions on a card, for a week", "Kind to younger pupils", 19),
        (ConcernSource.Staff, "Leaves the table when reading is hard, and hides the book.", "Guided reading", "Choosing the book together", "Knows everything about football", 33),
    ];

    private static readonly (ContactKind Kind, string What, int Age)[] Talks =
    [
        (ContactKind.AtTheGate, "Slept badly, grandmother is in hospital. We keep an eye on it.", 2),
        (ContactKind.Call, "Rang about the reading book that was lost. It may be in the car.", 9),
        (ContactKind.Message, "Asks whether the story talk sheets can come home on Fridays. Yes, from this week.", 15),
    ];

    private static readonly AssessmentAnswer Answered = new(
        [
            new("Starts a task soon after it is set.", 2), new("Follows instructions that are given to the whole class.", 2), new("Keeps going when the work gets hard.", 3),
            new("Takes part in talk with the class, a group or a partner.", 4), new("Asks for help when it is needed.", null),
        ],
        "Talks freely with two others, and remembers what we read.",
        "Long instructions, above all after lunch.",
        "One step at a time on a card.");

    /// <summary>Makes them, for pupils without SEN and for some on the register; each by the class teacher on a school day.</summary>
    public static IEnumerable<PupilRecord> Make(DemoRecords made, DateOnly today, DateOnly lastDay)
    {
        var classes = made.Staff.Classes.ToDictionary(row => row.Id, row => row.Name);
        foreach (var (index, pupil) in made.Pupils.Where(pupil => pupil.Status == SenStatus.None && pupil.StatusPeriods.Count == 0 && pupil.NcYear is "3" or "4" or "5").Where((_, index) => index % 29 == 5).Take(Raised.Length).Index())
        {
            var (source, seen, when, tried, strengths, age) = Raised[index];
            var said = source switch { ConcernSource.Parent => NameOf(pupil), ConcernSource.Pupil => pupil.FullName, _ => "" };
            var by = TeacherOf(pupil, age);
            var concern = Concern.Raise(pupil, new ConcernContent(source, said, by.Today, seen, when, tried, strengths), by);
            if (index == 3)
            {
                concern.LookInto(by.StaffId, by.Name, today.AddDays(3), "Please watch two lessons, and note what comes before.", made.Staff.SencoOn(lastDay));
            }
            else if (index == 4)
            {
                concern.TakeNoAction("The eye test found that glasses are needed. Raise it again if reading stays hard with them.", made.Staff.SencoOn(lastDay));
            }

            yield return concern;
        }

        foreach (var (index, pupil) in made.Pupils.Where(pupil => pupil.Status.IsOnRegister()).Where((_, index) => index % 4 == 0).Take(16).Index())
        {
            var (kind, what, age) = Talks[index % Talks.Length];
            var by = TeacherOf(pupil, age);
            yield return ContactEntry.Log(pupil, new ContactContent(by.Today, kind, what, NameOf(pupil)), by);
            if (index < 3)
            {
                var asked = AssessmentRequest.Ask(pupil, by.StaffId, by.Name, today.AddDays(2 + index), "How does the work in small groups go?", made.Staff.SencoOn(lastDay));
                if (index == 0)
                {
                    asked.Answer(Answered, TeacherOf(pupil, 0));
                }

                yield return asked;
            }
        }

        Acting TeacherOf(Pupil pupil, int age)
        {
            var day = DemoCalendar.OnOrBefore(lastDay.AddDays(-age));
            var teacher = made.Staff.TeacherOf(classes[pupil.ClassId!.Value], lastDay);
            return new Acting(teacher.Id, teacher.Name, day.ToDateTime(new TimeOnly(15, 50), DateTimeKind.Utc), day);
        }
    }

    private static string NameOf(Pupil pupil) => pupil.Contacts.Count > 0 ? pupil.Contacts[0].Name : "Mother";
}
