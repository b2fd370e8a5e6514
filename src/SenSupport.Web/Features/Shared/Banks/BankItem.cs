using SenSupport.Domain.Banks;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Features.Shared.Banks;

/// <summary>One entry of a bank as a list shows it and searches in it.</summary>
public sealed record BankItem
{
    /// <summary>The entry's name in addresses and plans.</summary>
    public required string Key { get; init; }

    /// <summary>The version of the school's row; empty where the school has none.</summary>
    public Guid Version { get; init; }

    /// <summary>The area of need.</summary>
    public required AreaOfNeed Area { get; init; }

    /// <summary>Codes of the needs that it suits.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>The phases that it suits.</summary>
    public required IReadOnlyList<string> Phases { get; init; }

    /// <summary>What it is called, or what the pupil will do. May hold placeholders.</summary>
    public required string Title { get; init; }

    /// <summary>What stands below; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>What else is to be known of it, each with its label; empty ones are left out.</summary>
    public IReadOnlyList<(string Label, string Words)> Facts { get; init; } = [];

    /// <summary>Whether the school added it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether the school reworded it.</summary>
    public bool IsReworded { get; init; }

    /// <summary>Whether nobody is offered it any more.</summary>
    public bool IsHidden { get; init; }

    /// <summary>In how many plans it stands.</summary>
    public int Uses { get; init; }

    /// <summary>The target; null in other banks.</summary>
    public TargetEntryContent? Target { get; init; }

    /// <summary>The strategy; null in other banks.</summary>
    public StrategyEntryContent? Strategy { get; init; }

    /// <summary>The intervention; null in other banks.</summary>
    public Intervention? Intervention { get; init; }

    /// <summary>Everything that is searched in, folded.</summary>
    public string Folded => SearchText.Fold(string.Join(' ', [Title, Text, .. Facts.Select(fact => fact.Words), .. Needs]));

    /// <summary>"1 plan", "12 plans".</summary>
    public string UsesWords => Uses switch { 0 => "", 1 => "In 1 plan", _ => $"In {Uses} plans" };

    /// <summary>The same about one pupil.</summary>
    public BankItem For(Pronouns pronouns, string name) => this with
    {
        Title = pronouns.Fill(Title, name),
        Text = pronouns.Fill(Text, name),
        Facts = [.. Facts.Select(fact => (fact.Label, pronouns.Fill(fact.Words, name)))],
    };

    /// <summary>The same about nobody in particular: "The pupil will …".</summary>
    public BankItem ForAnyone() => this with { Title = Anyone(Title), Text = Anyone(Text), Facts = [.. Facts.Select(fact => (fact.Label, Anyone(fact.Words)))] };

    /// <summary>A target.</summary>
    public static BankItem Of(string key, TargetEntryContent target) => new()
    {
        Key = key,
        Area = target.Area,
        Needs = Split(target.Needs),
        Phases = Split(target.Phases),
        Title = target.Statement,
        Facts = Known(
            ("Success", target.SuccessCriterion), ("Measure", target.Measure), ("Starts for example", target.Baseline), ("Weeks", $"{target.Weeks}"), ("Step towards", target.LongTermOutcome)),
        Target = target,
    };

    /// <summary>A strategy.</summary>
    public static BankItem Of(string key, StrategyEntryContent strategy) => new()
    {
        Key = key,
        Area = strategy.Area,
        Needs = Split(strategy.Needs),
        Phases = Split(strategy.Phases),
        Title = strategy.Title,
        Text = strategy.Text,
        Facts = Known(("For", strategy.For)),
        Strategy = strategy,
    };

    /// <summary>An intervention of the catalogue.</summary>
    public static BankItem Of(Intervention row) => new()
    {
        Key = row.Id,
        Area = row.Area,
        Needs = row.NeedTypes,
        Phases = row.Phases,
        Title = row.Name,
        Text = row.Evidence,
        Facts = Known(
            ("Kind", row.Kind),
            ("Usually", string.Join(", ", new[]
            {
                row.SessionMinutes is { } minutes ? $"{minutes} minutes" : "",
                row.TimesAWeek is { } times ? times >= 1 ? $"{times:0.##} times a week" : $"once in {Math.Round(1 / times):0} weeks" : "",
                row.Weeks is { } weeks ? $"{weeks} weeks" : "",
                row.GroupSize is { } size ? size == 1 ? "alone" : $"groups of {size}" : "",
            }.Where(part => part.Length > 0))),
            ("Given by", row.DeliveredBy),
            ("Evidence", row.EvidenceStrength),
            ("Measure", row.EntryExitMeasure)),
        Intervention = row,
    };

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static (string Label, string Words)[] Known(params (string Label, string Words)[] facts) => [.. facts.Where(fact => fact.Words.Length > 0)];

    private static string Anyone(string text) => new Pronouns("they", "them", "their").Fill(text.StartsWith("{name}", StringComparison.Ordinal) ? $"The pupil{text["{name}".Length..]}" : text, "the pupil");
}
