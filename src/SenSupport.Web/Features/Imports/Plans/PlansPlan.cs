using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Plans;
using SenSupport.Web.Features.Imports.Pupils;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>What becomes of a pupil's rows.</summary>
public enum PlanFate
{
    /// <summary>One of them cannot be used, so none is.</summary>
    Refused,

    /// <summary>A cycle is opened with them.</summary>
    Open,

    /// <summary>They can be added to the open cycle, if somebody says so.</summary>
    Asked,

    /// <summary>The open cycle cannot take them, or has them all.</summary>
    LeftOut,
}

/// <summary>A pupil of a file, and what becomes of the rows.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Rows">The rows, in the file's order.</param>
/// <param name="Fate">What becomes of them.</param>
public sealed record PlannedPupil(KnownPupil Pupil, IReadOnlyList<ImportedPlanRow> Rows, PlanFate Fate)
{
    /// <summary>The plan as the file has it; for an open cycle only what would be added to it.</summary>
    public PlanContent Content { get; init; } = PlanContent.Empty;

    /// <summary>The responsible teacher's name; empty when the file names nobody.</summary>
    public string Teacher { get; init; } = "";

    /// <summary>The open cycle; null when there is none.</summary>
    public SupportCycle? Cycle { get; init; }

    /// <summary>Rows that the open cycle has already.</summary>
    public int Known { get; init; }

    /// <summary>Whether the rows are added to the open cycle.</summary>
    public bool IsAdded { get; init; }

    /// <summary>Why the rows are left out, as the end of a sentence.</summary>
    public string Why { get; init; } = "";

    /// <summary>Whether the support has begun on the day.</summary>
    public bool HasBegun(DateOnly today) => !(Content.StartsOn > today);

    /// <summary>What it would bring, in words: "2 targets, 1 strategy".</summary>
    public string Summary => string.Join(", ", new[]
    {
        (Content.Outcomes.Count, "outcome", "outcomes"), (Content.Targets.Count, "target", "targets"), (Content.Strategies.Count, "strategy", "strategies"), (Content.Provision.Count, "row of provision", "rows of provision"),
    }.Where(part => part.Item1 > 0).Select(part => ImportWords.Count(part.Item1, part.Item2, part.Item3)));
}

/// <summary>What a file of plans would do: computed in memory from what it and the school hold, changing nothing.</summary>
public sealed class PlansPlan
{
    private PlansPlan(IReadOnlyList<PlannedPupil> pupils, IReadOnlyList<RefusedRow> refused, IReadOnlyList<ExchangeProblem> warnings) => (Pupils, Refused, Warnings) = (pupils, refused, warnings);

    /// <summary>Every pupil whom the file is about, by its first line.</summary>
    public IReadOnlyList<PlannedPupil> Pupils { get; }

    /// <summary>What is refused, by line.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; }

    /// <summary>What to look at; the rows are used all the same.</summary>
    public IReadOnlyList<ExchangeProblem> Warnings { get; }

    /// <summary>Pupils for whom a cycle is opened.</summary>
    public IReadOnlyList<PlannedPupil> Opened => field ??= [.. Pupils.Where(pupil => pupil.Fate == PlanFate.Open)];

    /// <summary>Pupils who have an open cycle that can take rows.</summary>
    public IReadOnlyList<PlannedPupil> Asked => field ??= [.. Pupils.Where(pupil => pupil.Fate == PlanFate.Asked)];

    /// <summary>Pupils to whose open cycle rows are added.</summary>
    public IReadOnlyList<PlannedPupil> Added => field ??= [.. Asked.Where(pupil => pupil.IsAdded)];

    /// <summary>Pupils whose rows are left out for a reason.</summary>
    public IReadOnlyList<PlannedPupil> LeftOut => field ??= [.. Pupils.Where(pupil => pupil.Fate == PlanFate.LeftOut)];

    /// <summary>Pupils none of whose rows are used, because one has a problem.</summary>
    public IReadOnlyList<PlannedPupil> Held => field ??= [.. Pupils.Where(pupil => pupil.Fate == PlanFate.Refused)];

    /// <summary>How many lines have a problem.</summary>
    public int RefusedLines => Refused.Where(row => row.Line is not null).Select(row => row.Line).Distinct().Count();

    /// <summary>Computes the plan.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">The school as it is.</param>
    /// <param name="choices">What was chosen on the preview.</param>
    /// <param name="today">The date in the school.</param>
    public static PlansPlan For(PlansFile file, KnownPlans known, PlansChoices choices, DateOnly today)
    {
        var (problems, found) = (new List<ExchangeProblem>(file.Problems), new NamedPupils(known.School.Pupils));
        var (names, ofPupil, warned) = (new Dictionary<int, string>(), new Dictionary<Guid, (KnownPupil Pupil, List<ImportedPlanRow> Rows)>(), new HashSet<Guid>());
        foreach (var row in file.Plans)
        {
            names[row.Line] = row.Name;
            if (row.Upn.Length == 0 && (row.Name.Length == 0 || row.BirthDate is null))
            {
                continue;
            }

            var match = found.Of(row.Upn, row.Name, row.BirthDate, "remove the row: an earlier plan can be kept as a file");
            if (match.What.Length > 0)
            {
                problems.Add(new ExchangeProblem(row.Line, file.HeadingOf(match.IsBirthDate ? PlanField.BirthDate : PlanField.Upn), match.What, match.Mend));
            }

            if (match.Pupil is { } pupil)
            {
                if (!pupil.Status.IsOnRegister() && warned.Add(pupil.Id))
                {
                    problems.Add(new ExchangeProblem(row.Line, file.HeadingOf(PlanField.Upn), $"{pupil.ListName} is not on the SEN register ({pupil.Status.Name()})", "the plan is opened all the same; check the status", IsWarning: true));
                }

                names[row.Line] = pupil.ListName;
                if (!ofPupil.TryAdd(pupil.Id, (pupil, [row])))
                {
                    ofPupil[pupil.Id].Rows.Add(row);
                }
            }
        }

        var pupils = ofPupil.Values.Select(one => Plan(one.Pupil, one.Rows, file, known, choices, today, problems)).OrderBy(pupil => pupil.Rows[0].Line).ToList();
        return new PlansPlan(
            pupils,
            [.. problems.Where(problem => !problem.IsWarning).OrderBy(problem => problem.Line ?? 0).Select(problem => new RefusedRow(problem.Line, problem.Line is { } line ? names.GetValueOrDefault(line, "") : "", problem.Column ?? "", problem.What, problem.Mend))],
            [.. problems.Where(problem => problem.IsWarning).OrderBy(problem => problem.Line ?? 0)]);
    }

    /// <summary>What the plan comes to when nothing is chosen, in 64 characters: equal as long as neither the file nor what it is compared with changed.</summary>
    public static string Fingerprint(PlansFile file, KnownPlans known, DateOnly today)
    {
        var text = new StringBuilder();
        foreach (var pupil in For(file, known, new PlansChoices(), today).Pupils)
        {
            text.Append(CultureInfo.InvariantCulture, $"{pupil.Pupil.Id}|{pupil.Fate}|{pupil.Cycle?.Version}|{pupil.Content.ResponsibleTeacherId}|{pupil.HasBegun(today)}|").AppendJoin('|', pupil.Rows).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static PlannedPupil Plan(KnownPupil pupil, List<ImportedPlanRow> rows, PlansFile file, KnownPlans known, PlansChoices choices, DateOnly today, List<ExchangeProblem> problems)
    {
        var draft = new PlanDraft(file, known, rows, today);
        problems.AddRange(draft.Problems);
        var cycle = known.Open.GetValueOrDefault(pupil.Id);
        var planned = new PlannedPupil(pupil, rows, PlanFate.Open) { Content = draft.Content, Teacher = draft.Teacher, Cycle = cycle };
        if (rows.Exists(row => !row.IsSound) || draft.Problems.Any(problem => !problem.IsWarning))
        {
            return planned with { Fate = PlanFate.Refused };
        }

        if (cycle is null)
        {
            return planned;
        }

        if (cycle.Stage == CycleStage.Assess)
        {
            return planned with { Fate = PlanFate.LeftOut, Why = $"cycle {cycle.Number} is open and still being assessed: finish its assessment, then bring the file again" };
        }

        var added = PlanMerge.Added(cycle.Plan(), draft.Content);
        var count = added.Outcomes.Count + added.Targets.Count + added.Strategies.Count + added.Provision.Count;
        return count == 0
            ? planned with { Fate = PlanFate.LeftOut, Why = $"cycle {cycle.Number} has all of it already" }
            : planned with { Fate = PlanFate.Asked, Content = added, Known = rows.Count - count, IsAdded = choices.AddTo.Contains(pupil.Id) };
    }
}
