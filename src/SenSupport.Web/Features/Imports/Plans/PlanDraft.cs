using System.Globalization;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Plans;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>The plan that the rows of one pupil make.</summary>
internal sealed class PlanDraft
{
    private readonly List<ExchangeProblem> problems = [];
    private readonly PlansFile file;
    private readonly IReadOnlyList<ImportedPlanRow> rows;

    public PlanDraft(PlansFile file, KnownPlans known, IReadOnlyList<ImportedPlanRow> rows, DateOnly today)
    {
        (this.file, this.rows) = (file, rows);
        var starts = OneOf(PlanField.StartsOn, row => row.StartsOn);
        var review = OneOf(PlanField.ReviewOn, row => row.ReviewOn);
        if (review.Value <= starts.Value && review.Line != starts.Line)
        {
            Problem(review.Line, PlanField.ReviewOn, $"The review date is not after {UkDate.Long(starts.Value!.Value)}, when the plan starts", "check both dates");
        }

        var outcomes = Outcomes();
        var targets = rows.Where(row => row.Kind == PlanRowKind.Target).Select(row => (Row: row, Id: Guid.CreateVersion7())).ToList();
        Content = PlanContent.Empty with
        {
            StartsOn = starts.Value,
            ReviewOn = review.Value,
            ResponsibleTeacherId = TeacherOf(known),
            Outcomes = [.. outcomes.Values],
            Targets = [.. targets.Select(target => new TargetContent(
                target.Id, outcomes.GetValueOrDefault(SearchText.Fold(target.Row.Outcome))?.Id, target.Row.Area, target.Row.Text, target.Row.Baseline, target.Row.Measure, target.Row.SuccessCriterion, target.Row.ByWhen))],
            Strategies = [.. rows.Where(row => row.Kind == PlanRowKind.Strategy).Select(row => new StrategyContent(Guid.CreateVersion7(), row.Text, row.For))],
            Provision = [.. rows.Where(row => row.Kind == PlanRowKind.Provision).Select(row => new ProvisionContent(
                Guid.CreateVersion7(), row.Text, row.DeliveredBy, row.Where, row.Minutes, row.TimesAWeek, row.GroupSize, row.From, row.To, Serves(row, targets, outcomes)))],
        };
        if (review.Value < today)
        {
            Problem(review.Line, PlanField.ReviewOn, $"The review date, {UkDate.Long(review.Value.Value)}, has passed", "the review stands as overdue until it is recorded", isWarning: true);
        }
    }

    /// <summary>The plan; its rows have keys of their own.</summary>
    public PlanContent Content { get; }

    /// <summary>The responsible teacher's name; empty when nobody is named.</summary>
    public string Teacher { get; private set; } = "";

    /// <summary>What is wrong between the rows.</summary>
    public IReadOnlyList<ExchangeProblem> Problems => problems;

    private Dictionary<string, OutcomeContent> Outcomes()
    {
        var outcomes = new Dictionary<string, OutcomeContent>();
        foreach (var row in rows.Where(row => row.Kind == PlanRowKind.Outcome))
        {
            outcomes.TryAdd(SearchText.Fold(row.Text), new OutcomeContent(Guid.CreateVersion7(), row.Text, row.ByWhen));
        }

        foreach (var row in rows.Where(row => row.Outcome.Length > 0))
        {
            outcomes.TryAdd(SearchText.Fold(row.Outcome), new OutcomeContent(Guid.CreateVersion7(), row.Outcome));
        }

        return outcomes;
    }

    private IReadOnlyList<Guid> Serves(ImportedPlanRow row, List<(ImportedPlanRow Row, Guid Id)> targets, Dictionary<string, OutcomeContent> outcomes)
    {
        if (row.Serves.Length == 0)
        {
            return [];
        }

        var words = SearchText.Fold(row.Serves);
        if (targets.Find(target => SearchText.Fold(target.Row.Text) == words) is { Row: not null } named)
        {
            return [named.Id];
        }

        if (outcomes.TryGetValue(words, out var outcome))
        {
            return [.. targets.Where(target => SearchText.Fold(target.Row.Outcome) == SearchText.Fold(outcome.Text)).Select(target => target.Id)];
        }

        // "1", "1, 2", "Target 1 and 2".
        var numbers = words.Replace("targets", "", StringComparison.Ordinal).Replace("target", "", StringComparison.Ordinal).Replace("and", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var served = numbers.Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= targets.Count ? targets[place - 1].Id : (Guid?)null).ToList();
        if (served.Count == 0 || served.Contains(null))
        {
            Problem(row.Line, PlanField.Serves, $"{Values.Shown(row.Serves)} is no target of this pupil", targets.Count == 0 ? "the file has none: leave it empty" : $"write the target’s number, 1 to {targets.Count}, or its words");
            return [];
        }

        return [.. served.OfType<Guid>().Distinct()];
    }

    private Guid? TeacherOf(KnownPlans known)
    {
        if (OneOf(PlanField.Teacher, row => row.Teacher.Length == 0 ? null : SearchText.Fold(row.Teacher)) is not { Value: { } named } given)
        {
            return null;
        }

        var found = known.Teachers.Where(person => SearchText.Fold(person.Email) == named || SearchText.Fold(person.Name) == named).ToList();
        if (found.Count == 1)
        {
            Teacher = found[0].Name;
            return found[0].Id;
        }

        var typed = Values.Shown(rows.First(row => row.Line == given.Line).Teacher);
        Problem(
            given.Line,
            PlanField.Teacher,
            found.Count == 0 ? $"{typed} is no teacher here, so nobody new is named" : $"Several teachers are called {typed}, so nobody new is named",
            found.Count == 0 ? "write the name or e-mail address as in the staff list, or name the teacher later" : "write the e-mail address, or name the teacher later",
            isWarning: true);
        return null;
    }

    // What is one for the whole plan: it may stand on one row or on each, but not differ.
    private (T? Value, int Line) OneOf<T>(PlanField field, Func<ImportedPlanRow, T?> read)
    {
        var given = rows.Where(row => read(row) is not null).ToList();
        if (given.Find(row => !EqualityComparer<T>.Default.Equals(read(row), read(given[0]))) is { } other)
        {
            Problem(other.Line, field, $"Line {given[0].Line.ToString(CultureInfo.InvariantCulture)} says something else for the same pupil", "a pupil has one plan here: write the same on every line, or on the first only");
        }

        return given.Count == 0 ? (default, 0) : (read(given[0]), given[0].Line);
    }

    private void Problem(int line, PlanField field, string what, string mend, bool isWarning = false) => problems.Add(new ExchangeProblem(line, file.HeadingOf(field), what, mend, isWarning));
}
