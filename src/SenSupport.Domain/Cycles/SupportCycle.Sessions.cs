using System.Globalization;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <content>Sessions of provision, week by week (CoP 6.52, 6.72).</content>
public sealed partial class SupportCycle
{
    private readonly List<SessionWeek> sessionWeeks = [];

    /// <summary>Sessions planned and held, a row for each provision and week. They stay when the provision is taken out of the plan: what was given was given.</summary>
    public IReadOnlyList<SessionWeek> SessionWeeks => sessionWeeks;

    /// <summary>Records how many sessions of each provision took place in a week. What was recorded for that week before is replaced, and the history keeps it.</summary>
    /// <param name="day">Any day of the week.</param>
    /// <param name="counts">The counts, each for a row of provision of this cycle.</param>
    /// <param name="by">Who records them.</param>
    /// <exception cref="DomainRuleException">Support has not begun or the cycle is closed, the week is in the future or before the cycle, a count is out of range, or the provision is not this cycle's.</exception>
    public void RecordSessions(DateOnly day, IReadOnlyList<SessionCount> counts, Acting by)
    {
        RequireStage("Sessions are recorded while support is given", CycleStage.Do, CycleStage.Review);
        var week = SessionWeek.MondayOf(day);
        DomainRuleException.Require(week <= by.Today, "Sessions of a week that has not begun cannot be recorded");
        DomainRuleException.Require(week >= SessionWeek.MondayOf(OpenedOn), $"The week must be that of {OpenedOn:d MMMM yyyy} or later: the cycle was opened then");
        DomainRuleException.Require(counts.DistinctBy(count => count.ProvisionId).Count() == counts.Count, "Each provision may be given once");
        var asked = counts.Select(count => (Count: count.Checked(), Row: provision.Find(known => known.Id == count.ProvisionId))).ToList();
        DomainRuleException.Require(asked.TrueForAll(one => one.Row is not null), "The provision is no longer part of this plan");
        var changes = new List<FieldChange>();
        var words = new List<string>();
        foreach (var (count, row) in asked)
        {
            var kept = sessionWeeks.Find(known => known.ProvisionId == count.ProvisionId && known.WeekOf == week);
            if (kept?.Says(count) == true)
            {
                continue;
            }

            var before = kept?.InWords() ?? "";
            if (kept is null)
            {
                sessionWeeks.Add(kept = SessionWeek.Of(count.ProvisionId, row!.What, week));
            }

            kept.Write(count, by);
            changes.Add(new($"sessions/{kept.ProvisionId}/{week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", before, kept.InWords()));
            words.Add($"{row!.What} {kept.Held} of {kept.Planned}");
        }

        if (changes.Count > 0)
        {
            Change(RecordEventKind.SessionsRecorded, by, $"Week of {week:d MMMM yyyy}: {string.Join(", ", words)}", changes);
        }
    }
}
