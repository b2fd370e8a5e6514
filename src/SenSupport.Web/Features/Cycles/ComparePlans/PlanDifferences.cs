using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;

namespace SenSupport.Web.Features.Cycles.ComparePlans;

/// <summary>One thing that two versions of a plan say differently.</summary>
/// <param name="Name">What it is: "Target 2: how we measure it".</param>
/// <param name="Earlier">What the one version says; empty when it says nothing.</param>
/// <param name="Later">What the other says.</param>
public sealed record PlanDifference(string Name, string Earlier, string Later);

/// <summary>What two shared versions say differently, from what each kept.</summary>
public static class PlanDifferences
{
    /// <summary>The differences in the order of the document. Rows of a list are the same row where their words are the same, then where their place is.</summary>
    public static IReadOnlyList<PlanDifference> Of(SupportPlan earlier, SupportPlan later)
    {
        var found = new List<PlanDifference>();
        Say("Type of plan", plan => plan.Template.Name);
        Say("Status", plan => plan.Status);
        Say("Year and class", plan => Joined(", ", plan.Year, plan.Class));
        Say("Needs", plan => string.Join("\n", plan.Needs.Select(need => $"{need.Rank}. {need.Name} ({need.Code})")));
        Say("Diagnoses", plan => string.Join("\n", plan.Diagnoses));
        Say("Also", plan => string.Join("\n", plan.Flags.Concat(plan.OtherPlans)));
        Say("Parents and carers", plan => string.Join("\n", plan.Parents.Select(person => Joined(", ", person.Name, person.Relation, person.HasParentalResponsibility ? "parental responsibility" : "", person.Contact, person.Communication))));
        Say("Responsible teacher", plan => plan.ResponsibleTeacher);
        Say("SENCo", plan => plan.Senco);
        Say("Key adults", plan => string.Join(", ", plan.KeyAdults));
        Say("Plan starts", plan => plan.StartsOn is { } on ? UkDate.Long(on) : "");
        Say("Review date", plan => plan.ReviewOn is { } on ? UkDate.Long(on) : "");
        Say("What people admire", plan => plan.Voice?.Admired ?? "");
        Say("Important to me", plan => plan.Voice?.ImportantToMe ?? "");
        Say("How best to support me", plan => plan.Voice?.HowBestToSupport ?? "");
        Say("What I find hard", plan => plan.Voice?.FindsHard ?? "");
        Say("Hopes", plan => plan.Voice?.Hopes ?? "");
        Say("Background", plan => plan.Background);
        Say("Strengths", plan => plan.Strengths);
        Say("Difficulties", plan => plan.Difficulties);
        foreach (var kind in StrandKinds.All)
        {
            Say(kind.Name(), plan => plan.Strands.FirstOrDefault(strand => strand.Kind == kind) is { } strand ? Joined("\n", strand.Text, Joined(", ", strand.By, strand.On is { } on ? UkDate.Long(on) : "")) : "");
        }

        Say("What concerns the parents", plan => plan.ParentConcern);
        Say("Compared with the school’s view", plan => plan.ConcernsCompared);
        Rows("Outcome", plan => plan.Outcomes.Where(outcome => outcome.Text.Length > 0), outcome => outcome.Text, outcome => [("", Joined("\n", outcome.Text, outcome.ByWhen is { } by ? $"By {UkDate.Long(by)}" : ""))]);
        Rows("Target", plan => plan.Outcomes.SelectMany(outcome => outcome.Targets).OrderBy(target => target.Number), target => target.Statement, TargetParts);
        Say("Expected impact", plan => plan.ExpectedImpact);
        Rows("Strategy", plan => plan.Strategies, line => line.Text, line => [("", line.Text), ("for whom", line.For), ("area of need", line.Area?.Name() ?? ""), ("must do", line.MustDo ? "yes" : "")]);
        Rows("Provision", plan => plan.Provision, row => row.What, ProvisionParts);
        Say("At home", plan => plan.AtHome);
        Say("The pupil’s own part", plan => plan.PupilsPart);
        Rows("Note", plan => plan.Notes, note => $"{note.On} {note.Text}", note => [("", $"{UkDate.Long(note.On)}, {note.By}\n{note.Text}")]);
        return found;

        void Say(string name, Func<SupportPlan, string> words) => Add(name, words(earlier), words(later));

        void Add(string name, string one, string other)
        {
            if (one != other)
            {
                found.Add(new PlanDifference(name, one, other));
            }
        }

        void Rows<T>(string name, Func<SupportPlan, IEnumerable<T>> rows, Func<T, string> key, Func<T, IEnumerable<(string Part, string Words)>> parts)
            where T : class
        {
            foreach (var (one, other, label) in Paired([.. rows(earlier)], [.. rows(later)], key))
            {
                var (was, now) = (one is null ? [] : parts(one).ToList(), other is null ? [] : parts(other).ToList());
                foreach (var part in was.Concat(now).Select(row => row.Part).Distinct())
                {
                    Add(
                        part.Length == 0 ? $"{name} {label}" : $"{name} {label}: {part}",
                        was.Where(row => row.Part == part).Select(row => row.Words).FirstOrDefault() ?? "",
                        now.Where(row => row.Part == part).Select(row => row.Words).FirstOrDefault() ?? "");
                }
            }
        }
    }

    // The later version's rows in their order, each with its earlier self; then what is gone.
    private static IEnumerable<(T? One, T? Other, string Label)> Paired<T>(List<T> earlier, List<T> later, Func<T, string> key)
        where T : class
    {
        var partners = new T?[later.Count];
        var left = new List<T>(earlier);
        for (var index = 0; index < later.Count; index++)
        {
            partners[index] = left.Find(row => key(row) == key(later[index]));
            if (partners[index] is { } same)
            {
                left.Remove(same);
            }
        }

        for (var index = 0; index < later.Count; index++)
        {
            if (partners[index] is null && index < earlier.Count && left.Remove(earlier[index]))
            {
                partners[index] = earlier[index];
            }

            yield return (partners[index], later[index], $"{index + 1}{(partners[index] is null ? " (new)" : "")}");
        }

        foreach (var gone in left)
        {
            yield return (gone, null, $"{earlier.IndexOf(gone) + 1} (no longer in the plan)");
        }
    }

    private static IEnumerable<(string Part, string Words)> TargetParts(PlanTarget target) =>
    [
        ("what the pupil will do", target.Statement), ("area of need", target.Area?.Name() ?? ""), ("now", target.Baseline), ("how we measure it", target.Measure),
        ("what success looks like", target.SuccessCriterion), ("by when", target.ByWhen is { } on ? UkDate.Long(on) : ""), ("progress", target.Progress), ("stopped", target.Stopped), ("from the last plan", target.Carried?.Line ?? ""), ("worded before", target.Carried?.Before ?? ""),
    ];

    private static IEnumerable<(string Part, string Words)> ProvisionParts(PlanProvision row) =>
    [
        ("what", row.What), ("delivered by", row.DeliveredBy), ("where", row.Where), ("how long", row.Minutes is { } minutes ? ProvisionWords.Duration(minutes) : ""),
        ("how often", row.TimesAWeek is { } times ? ProvisionWords.HowOften(times) : ""), ("group size", $"{row.GroupSize}"), ("from", row.From is { } from ? UkDate.Long(from) : ""),
        ("to", row.To is { } to ? UkDate.Long(to) : ""), ("targets served", row.Serves),
    ];

    private static string Joined(string between, params string[] parts) => string.Join(between, parts.Where(part => part.Length > 0));
}
