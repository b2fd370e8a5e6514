using System.Globalization;
using System.Text.RegularExpressions;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange.Plans;

/// <summary>What a row of a plan table holds.</summary>
public enum PlanRowKind
{
    /// <summary>A short-term target.</summary>
    Target,

    /// <summary>What every adult does.</summary>
    Strategy,

    /// <summary>A row of provision.</summary>
    Provision,

    /// <summary>A long-term outcome.</summary>
    Outcome,
}

/// <summary>A row of a plan table. Null and empty mean that the file does not say.</summary>
public sealed record ImportedPlanRow
{
    /// <summary>The line on which it begins.</summary>
    public required int Line { get; init; }

    /// <summary>Whether nothing on the line is wrong.</summary>
    public bool IsSound { get; init; } = true;

    /// <summary>The pupil's UPN, if it is valid.</summary>
    public string Upn { get; init; } = "";

    /// <summary>The pupil's name as it is written, surname first where the file tells the two apart.</summary>
    public string Name { get; init; } = "";

    /// <summary>The pupil's date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>What it is.</summary>
    public PlanRowKind? Kind { get; init; }

    /// <summary>Its words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Area of need of a target.</summary>
    public AreaOfNeed? Area { get; init; }

    /// <summary>Where the pupil was.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>How progress is measured.</summary>
    public string Measure { get; init; } = "";

    /// <summary>What success looks like.</summary>
    public string SuccessCriterion { get; init; } = "";

    /// <summary>By when.</summary>
    public DateOnly? ByWhen { get; init; }

    /// <summary>The long-term outcome of a target.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>For whom a strategy is.</summary>
    public string For { get; init; } = "";

    /// <summary>Who delivers provision.</summary>
    public string DeliveredBy { get; init; } = "";

    /// <summary>Where.</summary>
    public string Where { get; init; } = "";

    /// <summary>Minutes of a session.</summary>
    public int? Minutes { get; init; }

    /// <summary>Sessions a week.</summary>
    public decimal? TimesAWeek { get; init; }

    /// <summary>Pupils in the group.</summary>
    public int? GroupSize { get; init; }

    /// <summary>First day of provision.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of provision.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The target that provision serves: its number in the file or its words.</summary>
    public string Serves { get; init; } = "";

    /// <summary>The responsible teacher's e-mail address or name.</summary>
    public string Teacher { get; init; } = "";

    /// <summary>First day of the plan.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The review date.</summary>
    public DateOnly? ReviewOn { get; init; }
}

/// <summary>The rows of a plan table.</summary>
/// <param name="Rows">Those that are filled in, those with problems among them.</param>
/// <param name="NotFilledIn">Rows that name a pupil, and perhaps a kind, and nothing else: a sample that was not needed whole.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record PlanReading(IReadOnlyList<ImportedPlanRow> Rows, int NotFilledIn, ProblemList Problems);

/// <summary>Reads plans from a table. Ranges and lengths are those of the domain.</summary>
public static partial class PlanRows
{
    private static readonly PlanField[] OfPupil = [PlanField.Upn, PlanField.Surname, PlanField.Forename, PlanField.PupilName, PlanField.BirthDate, PlanField.Class, PlanField.Kind];
    private static readonly PlanField[] OfPlan = [PlanField.Text, PlanField.Teacher, PlanField.StartsOn, PlanField.ReviewOn];

    private static readonly Dictionary<PlanRowKind, PlanField[]> OfKind = new()
    {
        [PlanRowKind.Target] = [PlanField.Area, PlanField.Baseline, PlanField.Measure, PlanField.SuccessCriterion, PlanField.ByWhen, PlanField.Outcome],
        [PlanRowKind.Strategy] = [PlanField.For],
        [PlanRowKind.Provision] = [PlanField.DeliveredBy, PlanField.Where, PlanField.Minutes, PlanField.TimesAWeek, PlanField.GroupSize, PlanField.From, PlanField.To, PlanField.Serves],
        [PlanRowKind.Outcome] = [PlanField.ByWhen],
    };

    private static readonly Dictionary<string, PlanRowKind> Kinds = new()
    {
        ["target"] = PlanRowKind.Target,
        ["targets"] = PlanRowKind.Target,
        ["t"] = PlanRowKind.Target,
        ["smart target"] = PlanRowKind.Target,
        ["short term target"] = PlanRowKind.Target,
        ["goal"] = PlanRowKind.Target,
        ["strategy"] = PlanRowKind.Strategy,
        ["strategies"] = PlanRowKind.Strategy,
        ["s"] = PlanRowKind.Strategy,
        ["adjustment"] = PlanRowKind.Strategy,
        ["reasonable adjustment"] = PlanRowKind.Strategy,
        ["provision"] = PlanRowKind.Provision,
        ["provisions"] = PlanRowKind.Provision,
        ["p"] = PlanRowKind.Provision,
        ["intervention"] = PlanRowKind.Provision,
        ["support"] = PlanRowKind.Provision,
        ["outcome"] = PlanRowKind.Outcome,
        ["outcomes"] = PlanRowKind.Outcome,
        ["o"] = PlanRowKind.Outcome,
        ["long term outcome"] = PlanRowKind.Outcome,
        ["long term target"] = PlanRowKind.Outcome,
    };

    private static readonly Dictionary<string, decimal> Often = new()
    {
        ["daily"] = 5,
        ["every day"] = 5,
        ["once a day"] = 5,
        ["weekly"] = 1,
        ["once a week"] = 1,
        ["once"] = 1,
        ["every week"] = 1,
        ["twice a week"] = 2,
        ["twice weekly"] = 2,
        ["twice"] = 2,
        ["three times a week"] = 3,
        ["fortnightly"] = 0.5m,
        ["every two weeks"] = 0.5m,
    };

    private static readonly Dictionary<string, AreaOfNeed> Areas = NamesOfAreas();

    /// <summary>Reads every row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mapping">Which column holds what.</param>
    /// <param name="today">Births are not after it.</param>
    public static PlanReading Read(ExchangeTable table, ColumnMapping<PlanField> mapping, DateOnly today)
    {
        var problems = new ProblemList();
        foreach (var problem in mapping.Problems())
        {
            problems.Add(problem);
        }

        if (mapping.Missing.Any())
        {
            return new PlanReading([], 0, problems);
        }

        var filled = table.Rows.Where(row => !IsExample(row, mapping) && Holds(row, mapping, field => !OfPupil.Contains(field))).ToList();
        return new PlanReading([.. filled.Select(row => ReadRow(row, new RowValues<PlanField>(row, mapping, problems), mapping, today))], table.Rows.Count - filled.Count, problems);
    }

    private static bool IsExample(TableRow row, ColumnMapping<PlanField> mapping) => row[mapping.ColumnOf(PlanField.Upn)].Trim().Equals(PlanSample.Example, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(TableRow row, ColumnMapping<PlanField> mapping, Func<PlanField, bool> fits) =>
        PlanFields.All.Fields.Any(known => fits(known.Field) && row[mapping.ColumnOf(known.Field)].Trim().Length > 0);

    private static ImportedPlanRow ReadRow(TableRow cells, RowValues<PlanField> row, ColumnMapping<PlanField> mapping, DateOnly today)
    {
        var kind = KindOf(cells, row, mapping);
        var read = new ImportedPlanRow
        {
            Line = row.Line,
            Upn = row.Code(PlanField.Upn, Values.UpnOf),
            Name = NameOf(row),
            BirthDate = row.Value(PlanField.BirthDate, Values.BirthDateBy(today)),
            Kind = kind,
            Text = row.Text(PlanField.Text, kind == PlanRowKind.Provision ? TextLimits.Line : TextLimits.Narrative),
            Teacher = row.Text(PlanField.Teacher, TextLimits.Line),
            StartsOn = row.Value<DateOnly>(PlanField.StartsOn, Values.Date),
            ReviewOn = row.Value<DateOnly>(PlanField.ReviewOn, Values.Date),
        };
        read = kind switch
        {
            PlanRowKind.Target => read with
            {
                Area = row.Value<AreaOfNeed>(PlanField.Area, AreaOf),
                Baseline = row.Text(PlanField.Baseline, TextLimits.Narrative),
                Measure = row.Text(PlanField.Measure, TextLimits.Narrative),
                SuccessCriterion = row.Text(PlanField.SuccessCriterion, TextLimits.Narrative),
                ByWhen = row.Value<DateOnly>(PlanField.ByWhen, Values.Date),
                Outcome = row.Text(PlanField.Outcome, TextLimits.Narrative),
            },
            PlanRowKind.Strategy => read with { For = row.Text(PlanField.For, TextLimits.Name) },
            PlanRowKind.Outcome => read with { ByWhen = row.Value<DateOnly>(PlanField.ByWhen, Values.Date) },
            PlanRowKind.Provision => read with
            {
                DeliveredBy = row.Text(PlanField.DeliveredBy, TextLimits.Line),
                Where = row.Text(PlanField.Where, TextLimits.Line),
                Minutes = row.Value<int>(PlanField.Minutes, MinutesOf),
                TimesAWeek = row.Value<decimal>(PlanField.TimesAWeek, TimesOf),
                GroupSize = row.Value<int>(PlanField.GroupSize, GroupOf),
                From = row.Value<DateOnly>(PlanField.From, Values.Date),
                To = row.Value<DateOnly>(PlanField.To, Values.Date),
                Serves = row.Text(PlanField.Serves, TextLimits.Narrative),
            },
            _ => read,
        };
        Check(read, cells, row, mapping);
        return read with { IsSound = row.IsSound };
    }

    private static void Check(ImportedPlanRow read, TableRow cells, RowValues<PlanField> row, ColumnMapping<PlanField> mapping)
    {
        if (read.Kind is { } kind)
        {
            if (read.Text.Length == 0 && row.IsSound)
            {
                row.Problem(PlanField.Text, $"The {kind.Name()} has no words", "write them, or empty the row");
            }

            foreach (var known in PlanFields.All.Fields.Where(known => !OfPupil.Contains(known.Field) && !OfPlan.Contains(known.Field) && !OfKind[kind].Contains(known.Field) && cells[mapping.ColumnOf(known.Field)].Trim().Length > 0))
            {
                row.Problem(known.Field, $"{known.Name} says nothing about {(kind == PlanRowKind.Outcome ? "an" : "a")} {kind.Name()}, so it is not used", "move it to the row that it belongs to", isWarning: true);
            }
        }

        if (read.ReviewOn <= read.StartsOn)
        {
            row.Problem(PlanField.ReviewOn, "The review date is not after the start of the plan", "check both dates");
        }

        if (read.To < read.From)
        {
            row.Problem(PlanField.To, "The provision ends before it starts", "check both dates");
        }

        if (row.IsSound && read.Upn.Length == 0 && (read.Name.Length == 0 || read.BirthDate is null))
        {
            row.Problem(read.Name.Length == 0 ? PlanField.Upn : PlanField.BirthDate, "It is not clear which pupil is meant", "fill in the UPN, or the name and the date of birth");
        }
    }

    private static string NameOf(RowValues<PlanField> row)
    {
        var name = $"{row.Text(PlanField.Surname, TextLimits.Name)} {row.Text(PlanField.Forename, TextLimits.Name)}".Trim();
        var whole = row.Text(PlanField.PupilName, TextLimits.Line);
        return name.Length > 0 ? name : whole;
    }

    private static PlanRowKind? KindOf(TableRow cells, RowValues<PlanField> row, ColumnMapping<PlanField> mapping)
    {
        var typed = cells[mapping.ColumnOf(PlanField.Kind)].Trim();
        if (Kinds.TryGetValue(SearchText.Fold(typed.Length > 40 ? "" : typed), out var kind))
        {
            return kind;
        }

        row.Problem(PlanField.Kind, typed.Length == 0 ? "It is not said what the row is" : $"{Values.Shown(typed)} is no kind of row", "write target, strategy, provision or outcome");
        return null;
    }

    /// <summary>What a row is called in a sentence.</summary>
    public static string Name(this PlanRowKind kind) => kind switch
    {
        PlanRowKind.Target => "target",
        PlanRowKind.Strategy => "strategy",
        PlanRowKind.Provision => "row of provision",
        _ => "outcome",
    };

    private static AreaOfNeed? AreaOf(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        if (typed.Length <= 100 && Areas.TryGetValue(SearchText.Fold(typed), out var area))
        {
            return area;
        }

        problem = new($"{Values.Shown(typed)} is no area of need", "write C&I, C&L, SEMH or S/P, or the area in full");
        return null;
    }

    private static int? MinutesOf(string? text, out ValueProblem? problem) =>
        Number(UnitOfTime().Replace((text ?? "").Trim(), ""), ProvisionContent.MostMinutes, whole: true, $"write 1 to {ProvisionContent.MostMinutes} minutes", text, out problem) is { } minutes ? (int)minutes : null;

    private static decimal? TimesOf(string? text, out ValueProblem? problem)
    {
        problem = null;
        var typed = (text ?? "").Trim();
        return Often.TryGetValue(SearchText.Fold(typed.Length > 40 ? "" : typed), out var often) ? often
            : Number(UnitOfTimes().Replace(typed, ""), ProvisionContent.MostTimesAWeek, whole: false, $"write how many times a week, up to {ProvisionContent.MostTimesAWeek:0}", text, out problem);
    }

    private static int? GroupOf(string? text, out ValueProblem? problem)
    {
        var typed = (text ?? "").Trim();
        var number = SearchText.Fold(typed.Length > 40 ? "x" : typed) is "1 1" or "1 to 1" or "one to one" or "individual" or "1to1" ? "1" : typed.StartsWith("1:", StringComparison.Ordinal) ? typed[2..] : typed;
        return Number(number, ProvisionContent.LargestGroup, whole: true, $"write how many pupils, 1 to {ProvisionContent.LargestGroup}", text, out problem) is { } size ? (int)size : null;
    }

    private static decimal? Number(string number, decimal most, bool whole, string mend, string? typed, out ValueProblem? problem)
    {
        problem = null;
        if ((typed ?? "").Trim().Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(number.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0 && value <= most && (!whole || value == Math.Floor(value)) && value == Math.Round(value, 2))
        {
            return value;
        }

        problem = new($"{Values.Shown((typed ?? "").Trim())} is no number that is possible here", mend);
        return null;
    }

    private static Dictionary<string, AreaOfNeed> NamesOfAreas()
    {
        var names = new Dictionary<string, AreaOfNeed>();
        foreach (var area in Enum.GetValues<AreaOfNeed>())
        {
            foreach (var name in new[] { area.Name(), area.ShortName(), area.ToString(), area.Name().Replace(" and/or ", " and ", StringComparison.Ordinal), area.Name().Replace(" and/or ", " or ", StringComparison.Ordinal), area.Name().Replace(" and ", " & ", StringComparison.Ordinal) })
            {
                names.TryAdd(SearchText.Fold(name), area);
            }
        }

        foreach (var type in NeedType.All.Where(type => type.Area is not null))
        {
            names.TryAdd(SearchText.Fold(type.Code), type.Area!.Value);
            names.TryAdd(SearchText.Fold(type.Name), type.Area.Value);
        }

        return names;
    }

    [GeneratedRegex(@"\s*(minutes?|mins?|m)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnitOfTime();

    [GeneratedRegex(@"\s*(x|×|times)?\s*((a|per|/|each)?\s*(week|weekly|wk))?\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnitOfTimes();
}
