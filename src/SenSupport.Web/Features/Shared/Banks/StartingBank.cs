using System.Text.Json;
using System.Text.Json.Serialization;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Needs;

namespace SenSupport.Web.Features.Shared.Banks;

/// <summary>The banks that SenSupport brings along, read once from the files in <c>Content/</c>. A school's own rows (<see cref="BankEntry"/>) are laid over them by their ids.</summary>
public static class StartingBank
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Lazy<OrderedDictionary<string, TargetEntryContent>> AllTargets = new(() =>
        new(File<TargetFileRow>("targets").Select(row => KeyValuePair.Create(row.Id, row.Content()))));

    private static readonly Lazy<OrderedDictionary<string, StrategyEntryContent>> AllStrategies = new(() =>
        new(File<StrategyFileRow>("strategies").Select(row => KeyValuePair.Create(row.Id, row.Content()))));

    private static readonly Lazy<IReadOnlyList<Intervention>> AllInterventions = new(() => File<Intervention>("interventions"));

    /// <summary>Targets by id.</summary>
    public static IReadOnlyDictionary<string, TargetEntryContent> Targets => AllTargets.Value;

    /// <summary>Strategies by id.</summary>
    public static IReadOnlyDictionary<string, StrategyEntryContent> Strategies => AllStrategies.Value;

    /// <summary>The catalogue of provision.</summary>
    public static IReadOnlyList<Intervention> Interventions => AllInterventions.Value;

    /// <summary>The entries of a file.</summary>
    internal static List<T> File<T>(string name)
    {
        using var file = typeof(StartingBank).Assembly.GetManifestResourceStream($"Content/{name}.json")!;
        return JsonSerializer.Deserialize<List<T>>(file, Options)!;
    }

    private sealed record TargetFileRow(
        string Id, AreaOfNeed Area, IReadOnlyList<string> NeedTypes, IReadOnlyList<string> Phases, string LongTermOutcome, string Statement, string BaselineExample, string Measure, string SuccessCriterion, int Weeks)
    {
        public TargetEntryContent Content() =>
            new(Area, string.Join(' ', NeedTypes), string.Join(' ', Phases), LongTermOutcome, Statement, BaselineExample, Measure, SuccessCriterion, Weeks);
    }

    private sealed record StrategyFileRow(
        string Id, AreaOfNeed Area, IReadOnlyList<string> NeedTypes, IReadOnlyList<string> Phases, string Title, string Text, string Where, string? Subject)
    {
        public StrategyEntryContent Content() =>
            new(Area, string.Join(' ', NeedTypes), string.Join(' ', Phases), Title, Text, Subject ?? (Where == "playtime" ? "Lunchtime staff" : "Every adult"));
    }
}

/// <summary>What the catalogue says of an intervention. Everything in it is a starting point for the school to adjust.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">"small group", "individual programme" and so on.</param>
/// <param name="Area">The area of need.</param>
/// <param name="NeedTypes">Codes of the needs that it suits.</param>
/// <param name="Phases">The phases that it suits.</param>
/// <param name="SessionMinutes">Minutes a session.</param>
/// <param name="TimesAWeek">Sessions a week; a fraction for less than one.</param>
/// <param name="Weeks">How many weeks.</param>
/// <param name="GroupSize">Pupils in the group.</param>
/// <param name="DeliveredBy">Who usually gives it.</param>
/// <param name="Evidence">What is known of its effect, in a sentence.</param>
/// <param name="EvidenceStrength">"strong", "promising", "limited" or "practice-based".</param>
/// <param name="EntryExitMeasure">How its effect is measured.</param>
public sealed record Intervention(
    string Id,
    string Name,
    string Kind,
    AreaOfNeed Area,
    IReadOnlyList<string> NeedTypes,
    IReadOnlyList<string> Phases,
    int? SessionMinutes,
    decimal? TimesAWeek,
    int? Weeks,
    int? GroupSize,
    string DeliveredBy,
    string Evidence,
    string EvidenceStrength,
    string EntryExitMeasure);
