using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>What was done about one pupil, by whom and on which day. It is written in any order and played in the order of the days, so that the history is real.</summary>
internal sealed class Diary(Random random)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private readonly List<(DateOnly Day, StaffMember Who, Action<Acting> Act)> entries = [];
    private DateTime now;

    /// <summary>Notes an act for a day. Acts of the same day happen in the order in which they were noted.</summary>
    public void On(DateOnly day, StaffMember who, Action<Acting> act) => entries.Add((day, who, act));

    /// <summary>Does everything that was noted since the last time. What is noted afterwards is for the same days or later ones.</summary>
    public void Play()
    {
        foreach (var (day, who, act) in entries.OrderBy(entry => entry.Day))
        {
            now = DateOnly.FromDateTime(now) == day ? now.AddMinutes(1 + random.Next(9)) : day.ToDateTime(new TimeOnly(8, 10)).AddMinutes(random.Next(400)).AddSeconds(random.Next(60));
            act(new Acting(who.Id, who.Name, TimeZoneInfo.ConvertTimeToUtc(now, London), day));
        }

        entries.Clear();
    }
}
