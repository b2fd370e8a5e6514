using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Pupils;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>What becomes of a row of a file.</summary>
public enum RowFate
{
    /// <summary>It cannot be used.</summary>
    Refused,

    /// <summary>It is left out for a reason that is no fault.</summary>
    LeftOut,

    /// <summary>It waits for somebody to say whether it is the pupil whom it resembles.</summary>
    Likely,

    /// <summary>A pupil is added.</summary>
    Add,

    /// <summary>A pupil is changed.</summary>
    Change,

    /// <summary>Nothing differs.</summary>
    Same,
}

/// <summary>A row of a file, and what becomes of it.</summary>
/// <param name="Row">What the file says.</param>
/// <param name="Pupil">The pupil of the school whom it is about; null for one to be added.</param>
/// <param name="Fate">What becomes of it.</param>
public sealed record PlannedRow(ImportedPupil Row, KnownPupil? Pupil, RowFate Fate)
{
    /// <summary>Every value that changes, SEN apart.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    /// <summary>Where the file and the school disagree on SEN; null where they do not.</summary>
    public SenDifference? Sen { get; init; }

    /// <summary>Whether SEN is taken from the file.</summary>
    public bool TakesSen { get; init; }

    /// <summary>Whether it was matched by name and date of birth only.</summary>
    public bool IsLikely { get; init; }

    /// <summary>Why it is refused or left out, where the plan says so and not the reading.</summary>
    public string Why { get; init; } = "";

    /// <summary>As lists have it: "Wiśniewska, Zofia".</summary>
    public string Name => $"{Row.Surname}, {(Row.KnownAs.Length > 0 ? Row.KnownAs : Row.Forename)}";
}

/// <summary>A value that changes.</summary>
public sealed record PlannedChange(string Field, string Old, string New);

/// <summary>SEN here and in the file; empty where they agree or the file says nothing.</summary>
public sealed record SenDifference(string StatusHere, string StatusInFile, string NeedsHere, string NeedsInFile);

/// <summary>A row that is refused, for the list of them.</summary>
public sealed record RefusedRow(int? Line, string Name, string Column, string What, string Mend);

/// <summary>A class that the school does not have yet.</summary>
/// <param name="Key">The name, folded.</param>
/// <param name="Name">As the file writes it.</param>
/// <param name="NcYear">The year of most of its pupils.</param>
/// <param name="Pupils">How many pupils of the file are in it.</param>
/// <param name="IsCreated">Whether it is to be created.</param>
public sealed record NewClass(string Key, string Name, string NcYear, int Pupils, bool IsCreated);

/// <summary>What a file of pupils would do to a school: computed in memory from what both hold, changing nothing.</summary>
public sealed class PupilPlan
{
    private PupilPlan(IReadOnlyList<PlannedRow> rows, IReadOnlyList<KnownPupil> missing, IReadOnlyList<NewClass> newClasses, IReadOnlyList<ExchangeProblem> problems)
    {
        (Rows, Missing, NewClasses) = (rows, missing, newClasses);
        var names = rows.GroupBy(row => row.Row.Line).ToDictionary(same => same.Key, same => same.First().Name);
        Refused =
        [
            .. problems.Where(problem => !problem.IsWarning)
                .Select(problem => new RefusedRow(problem.Line, problem.Line is { } line ? names.GetValueOrDefault(line, "") : "", problem.Column ?? "", problem.What, problem.Mend))
                .Concat(rows.Where(row => row.Fate == RowFate.Refused && row.Why.Length > 0).Select(row => new RefusedRow(row.Row.Line, row.Name, "", row.Why, "")))
                .OrderBy(row => row.Line),
        ];
        RefusedLines = Refused.Where(row => row.Line is not null).Select(row => row.Line).Distinct().Count();
        Warnings = [.. problems.Where(problem => problem.IsWarning)];
    }

    /// <summary>Every row.</summary>
    public IReadOnlyList<PlannedRow> Rows { get; }

    /// <summary>Pupils on roll who are not in the file, by name.</summary>
    public IReadOnlyList<KnownPupil> Missing { get; }

    /// <summary>Classes of the file that the school does not have.</summary>
    public IReadOnlyList<NewClass> NewClasses { get; }

    /// <summary>What is refused, by line.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; }

    /// <summary>How many lines are refused.</summary>
    public int RefusedLines { get; }

    /// <summary>What to look at; the rows are used all the same.</summary>
    public IReadOnlyList<ExchangeProblem> Warnings { get; }

    /// <summary>Pupils to add.</summary>
    public IReadOnlyList<PlannedRow> Added => field ??= [.. Rows.Where(row => row.Fate == RowFate.Add)];

    /// <summary>Pupils to change.</summary>
    public IReadOnlyList<PlannedRow> Changed => field ??= [.. Rows.Where(row => row.Fate == RowFate.Change)];

    /// <summary>Rows that may be a pupil of the school, whatever was said of them.</summary>
    public IReadOnlyList<PlannedRow> Likely => field ??= [.. Rows.Where(row => row.IsLikely)];

    /// <summary>Differences on SEN.</summary>
    public IReadOnlyList<PlannedRow> Sen => field ??= [.. Rows.Where(row => row.Sen is not null)];

    /// <summary>Rows left out for a reason.</summary>
    public IReadOnlyList<PlannedRow> LeftOut => field ??= [.. Rows.Where(row => row.Fate == RowFate.LeftOut)];

    /// <summary>Rows that change nothing.</summary>
    public int Same => Rows.Count(row => row.Fate == RowFate.Same);

    /// <summary>Rows nobody has decided about.</summary>
    public int Undecided => Rows.Count(row => row.Fate == RowFate.Likely);

    /// <summary>Computes the plan.</summary>
    /// <param name="file">The file.</param>
    /// <param name="school">The school as it is.</param>
    /// <param name="choices">What was chosen on the preview.</param>
    /// <param name="today">The date in the school.</param>
    public static PupilPlan For(PupilFile file, KnownSchool school, PupilChoices choices, DateOnly today)
    {
        var matches = new PupilMatches(school.Pupils, file.Pupils);
        var classes = new PlannedClasses(school.Classes, choices.ClassesNotCreated);
        var changes = new PupilComparison(classes, today);
        var rows = file.Pupils.Select(row => Plan(row, matches, changes, choices, today)).ToList();
        var missing = school.Pupils.Where(pupil => pupil.LeftOn is null && !matches.IsSeen(pupil)).ToList();
        return new PupilPlan(rows, missing, classes.Unknown(rows), file.Problems);
    }

    /// <summary>What the plan comes to when nothing is chosen, in 64 characters: equal as long as neither the file nor what it is compared with changed.</summary>
    public static string Fingerprint(PupilFile file, KnownSchool school, DateOnly today)
    {
        var plan = For(file, school, new PupilChoices(), today);
        var text = new StringBuilder();
        foreach (var row in plan.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Row.Line}|{row.Fate}|{row.Pupil?.Id}|{row.Sen}|").AppendJoin('|', row.Changes).Append('\n');
        }

        text.AppendJoin('\n', plan.Missing.Select(pupil => pupil.Id)).AppendJoin('\n', plan.NewClasses);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static PlannedRow Plan(ImportedPupil row, PupilMatches matches, PupilComparison changes, PupilChoices choices, DateOnly today)
    {
        var (pupil, isLikely, twin) = matches.Of(row);
        if (!row.IsSound)
        {
            return new PlannedRow(row, pupil, RowFate.Refused);
        }

        if (twin is { } line)
        {
            return new PlannedRow(row, pupil, RowFate.Refused) { Why = string.Create(CultureInfo.InvariantCulture, $"Line {line} is the same pupil") };
        }

        var choice = isLikely ? choices.Likely.GetValueOrDefault(row.Line) : LikelyChoice.Undecided;
        if (pupil is null || choice == LikelyChoice.New)
        {
            return NewPupil(row, isLikely ? pupil : null, today) with { IsLikely = isLikely };
        }

        var sen = PupilComparison.Sen(row, pupil, today);
        var takes = sen is not null && choices.SenFromFile.Contains(pupil.Id);
        var changed = changes.Between(row, pupil);
        return new PlannedRow(row, pupil, isLikely && choice == LikelyChoice.Undecided ? RowFate.Likely : changed.Count > 0 || takes ? RowFate.Change : RowFate.Same)
        {
            Changes = changed,
            Sen = isLikely && choice == LikelyChoice.Undecided ? null : sen,
            TakesSen = takes,
            IsLikely = isLikely,
        };
    }

    private static PlannedRow NewPupil(ImportedPupil row, KnownPupil? resembles, DateOnly today)
    {
        var (fate, why) = row switch
        {
            { LeavingDate: { } left } when left <= today => (RowFate.LeftOut, $"Left on {Shared.UkDate.Long(left)}, so not added"),
            { BirthDate: null } => (RowFate.Refused, "A new pupil needs a date of birth: fill it in"),
            _ when PupilComparison.YearOf(row, today) is null => (RowFate.Refused, "A new pupil needs a year group: fill it in"),
            _ => (RowFate.Add, ""),
        };
        return new PlannedRow(row, resembles, fate) { Why = why };
    }
}
