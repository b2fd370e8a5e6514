using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>What the demonstration school has collected before reviews that are near: invitations, views of pupils and parents, colleagues asked and their answers.</summary>
internal static class DemoViews
{
    private static readonly (string Well, string Hard, string Helps)[] Pupils =
    [
        ("Drama, and my group with the cards", "When it is loud", "A quiet place to finish"), ("I can read the long words now", "Writing it all down", "More time, and the tablet"),
        ("Playing with my friends", "Maths after lunch", "Someone to start with me"),
    ];

    private static readonly (string Well, string Hard, string Helps)[] Parents =
    [
        ("Talks about school at tea again", "Homework on a Thursday, after swimming", "One page at a time"), ("Sleeps better, and asks for the story sheets", "New people", "To know a day before when something changes"),
    ];

    private static readonly AssessmentAnswer Answer = new([], "Puts the card up without being reminded, most days.", "Still loses the thread when three things are said at once.", "The picture list on the table. More of the same.");

    /// <summary>Makes them for open cycles whose review is due two weeks before or after today.</summary>
    public static IEnumerable<PupilRecord> Make(DemoRecords made, DateOnly today, DateOnly lastDay)
    {
        var pupils = made.Pupils.ToDictionary(pupil => pupil.Id);
        var classes = made.Staff.Classes.ToDictionary(row => row.Id, row => row.Name);
        var near = made.Cycles.Where(cycle => cycle.Stage is CycleStage.Do or CycleStage.Review && Math.Abs(cycle.ReviewOn!.Value.DayNumber - today.DayNumber) <= ReviewDate.SoonDays).OrderBy(cycle => cycle.ReviewOn).ThenBy(cycle => pupils[cycle.PupilId].SortName, StringComparer.Ordinal);
        foreach (var (index, cycle) in near.Index())
        {
            var pupil = pupils[cycle.PupilId];
            var (teacher, assistant) = (made.Staff.TeacherOf(classes[pupil.ClassId!.Value], lastDay), made.Staff.AssistantOf(classes[pupil.ClassId!.Value], lastDay));
            var (asked, said) = (On(12), On(3 + (index % 3)));
            if (index % 3 < 2)
            {
                var (well, hard, helps) = Pupils[index % Pupils.Length];
                yield return ReviewView.Gather(
                    cycle,
                    ViewOf.Pupil,
                    "",
                    new ViewContent(said, index % 2 == 0 ? ViewHow.ReadTo : ViewHow.Talk, assistant.Name, [.. ViewWords.PupilQuestions.Select((question, place) => new StatementAnswer(question, 2 + ((index + place) % 4)))], well, hard, helps),
                    By(assistant, said, 1));
            }

            if (index % 2 == 0 && pupil.Contacts.FirstOrDefault(contact => contact is { IsParentInLaw: true, IsRestrictedByCourt: false }) is { } parent)
            {
                var view = ReviewView.Invite(cycle, ViewOf.Parents, parent.Name, asked, index % 4 == 0 ? InvitedHow.Letter : InvitedHow.Phone, By(made.Staff.Senco, asked, 2));
                if (index % 4 == 0)
                {
                    var (well, hard, helps) = Parents[index / 4 % Parents.Length];
                    view.Write(new ViewContent(said, ViewHow.Phone, teacher.Name, [], well, hard, helps), cycle, By(teacher, said, 3));
                }

                yield return view;
            }

            if (index % 3 > 0)
            {
                var request = AssessmentRequest.AskForView(cycle, assistant.Id, assistant.Name, today.AddDays(2 + index), "", By(made.Staff.Senco, asked, 4));
                if (index % 3 == 1)
                {
                    request.Answer(Answer, By(assistant, said, 5));
                }

                yield return request;
            }

            DateOnly On(int daysAgo) => DemoCalendar.OnOrBefore(lastDay.AddDays(-daysAgo)) is var day && day >= cycle.OpenedOn ? day : cycle.OpenedOn;
        }

        // A minute of its own for each act of a day, so that the history has one order.
        static Acting By(StaffMember person, DateOnly day, int minute) => new(person.Id, person.Name, day.ToDateTime(new TimeOnly(15, 40 + minute), DateTimeKind.Utc), day);
    }
}
