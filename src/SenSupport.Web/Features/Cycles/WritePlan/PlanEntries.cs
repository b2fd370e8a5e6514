using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>A row of the plan as it is typed. Rows are posted under keys, so that adding and removing others moves nothing.</summary>
public abstract class PlanEntry
{
    private const string New = "new-";

    /// <summary>The id of a saved row, or "new-…".</summary>
    public string Key { get; set; } = NewKey();

    /// <summary>Whether the row is not saved yet.</summary>
    public bool IsNew => Key.StartsWith(New, StringComparison.Ordinal);

    /// <summary>Whether nothing was typed in it.</summary>
    public abstract bool IsBlank { get; }

    /// <summary>Whether it is left out on saving.</summary>
    public bool IsDropped => IsNew && IsBlank;

    /// <summary>The key of a saved row.</summary>
    public static string KeyOf(Guid id) => id.ToString("N");

    /// <summary>A key for a row that is being added.</summary>
    public static string NewKey() => $"{New}{Guid.NewGuid():N}";

    /// <summary>
    /// The row's id. A new row has the same one however often its page is posted, so a page that is sent twice adds it once. Null for a key that no page of this
    /// product writes.
    /// </summary>
    public Guid? IdIn(Guid cycleId) =>
        IsNew && Key.Length <= 40 ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{cycleId:N}/{GetType().Name}/{Key}"))[..16])
        : Guid.TryParseExact(Key, "N", out var id) ? id
        : null;
}

/// <summary>A long-term outcome.</summary>
public sealed class OutcomeEntry : PlanEntry
{
    /// <summary>The outcome.</summary>
    public string Text { get; set; } = "";

    /// <summary>By when, on one line.</summary>
    public string ByWhen { get; set; } = "";

    /// <inheritdoc/>
    public override bool IsBlank => Typed.AreBlank(Text, ByWhen);

    internal static OutcomeEntry Of(OutcomeContent content) => new() { Key = KeyOf(content.Id), Text = content.Text, ByWhen = Typed.Of(content.ByWhen) };

    internal OutcomeContent Content(Guid id) => new(id, Text, Typed.Date(ByWhen));
}

/// <summary>A target.</summary>
public sealed class TargetEntry : PlanEntry
{
    /// <summary>The key of the long-term outcome that it is a step towards.</summary>
    public string OutcomeKey { get; set; } = "";

    /// <summary>The area of need, by name.</summary>
    public string Area { get; set; } = "";

    /// <summary>What the pupil will do.</summary>
    public string Statement { get; set; } = "";

    /// <summary>Where the pupil is now.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>How progress is measured.</summary>
    public string Measure { get; set; } = "";

    /// <summary>What success looks like.</summary>
    public string SuccessCriterion { get; set; } = "";

    /// <summary>By when, on one line.</summary>
    public string ByWhen { get; set; } = "";

    /// <summary>The entry of the bank that it was made from; empty for none.</summary>
    public string FromBank { get; set; } = "";

    /// <summary>How a target of the cycle before was reformulated, by name; empty while nobody said.</summary>
    public string Reformulated { get; set; } = "";

    /// <summary>What was changed, or why it is kept as it is.</summary>
    public string ReformulatedNote { get; set; } = "";

    /// <inheritdoc/>
    public override bool IsBlank => Typed.AreBlank(OutcomeKey, Area, Statement, Baseline, Measure, SuccessCriterion, ByWhen);

    /// <summary>The area; null when none was chosen.</summary>
    public AreaOfNeed? AreaChosen => Typed.OneOf<AreaOfNeed>(Area);

    /// <summary>The way; null when none was chosen.</summary>
    public Reformulation? WayChosen => Typed.OneOf<Reformulation>(Reformulated);

    internal static TargetEntry Of(TargetContent content) => new()
    {
        Key = KeyOf(content.Id),
        OutcomeKey = content.OutcomeId is { } outcome ? KeyOf(outcome) : "",
        Area = $"{content.Area}",
        Statement = content.Statement,
        Baseline = content.Baseline,
        Measure = content.Measure,
        SuccessCriterion = content.SuccessCriterion,
        ByWhen = Typed.Of(content.ByWhen),
        FromBank = content.FromBank,
        Reformulated = $"{content.Reformulated}",
        ReformulatedNote = content.ReformulatedNote,
    };

    internal SmartTarget ForHelper() => new(Statement, Baseline, Measure, SuccessCriterion, AreaChosen, Typed.Date(ByWhen));

    internal TargetContent Content(Guid id, Guid? outcomeId) => new(id, outcomeId, AreaChosen, Statement, Baseline, Measure, SuccessCriterion, Typed.Date(ByWhen), FromBank, WayChosen, ReformulatedNote);
}

/// <summary>A strategy or adjustment.</summary>
public sealed class StrategyEntry : PlanEntry
{
    /// <summary>For whom a strategy is unless it says otherwise.</summary>
    public const string EveryAdult = "Every adult";

    /// <summary>The strategy, said to the adult.</summary>
    public string Text { get; set; } = "";

    /// <summary>For whom.</summary>
    public string For { get; set; } = "";

    /// <summary>The area of need that it serves, by name; empty for none in particular.</summary>
    public string Area { get; set; } = "";

    /// <summary>Whether nobody may leave it out.</summary>
    public bool MustDo { get; set; }

    /// <summary>The entry of the bank that it was made from; empty for none.</summary>
    public string FromBank { get; set; } = "";

    /// <inheritdoc/>
    public override bool IsBlank => Typed.AreBlank(Text, Area) && !MustDo && (Typed.AreBlank(For) || For == EveryAdult);

    /// <summary>The area; null when none was chosen.</summary>
    public AreaOfNeed? AreaChosen => Typed.OneOf<AreaOfNeed>(Area);

    internal static StrategyEntry Of(StrategyContent content) =>
        new() { Key = KeyOf(content.Id), Text = content.Text, For = content.For, Area = $"{content.Area}", MustDo = content.MustDo, FromBank = content.FromBank };

    internal StrategyContent Content(Guid id) => new(id, Text, Typed.AreBlank(For) ? EveryAdult : For, MustDo, FromBank, AreaChosen);
}

/// <summary>A row of provision.</summary>
public sealed class ProvisionEntry : PlanEntry
{
    /// <summary>What it is.</summary>
    public string What { get; set; } = "";

    /// <summary>Who gives it.</summary>
    public string DeliveredBy { get; set; } = "";

    /// <summary>Where.</summary>
    public string Where { get; set; } = "";

    /// <summary>Minutes a session.</summary>
    public string Minutes { get; set; } = "";

    /// <summary>Sessions a week; a fraction for less than one.</summary>
    public string TimesAWeek { get; set; } = "";

    /// <summary>Pupils in the group.</summary>
    public string GroupSize { get; set; } = "";

    /// <summary>First day, on one line.</summary>
    public string From { get; set; } = "";

    /// <summary>Last day, on one line.</summary>
    public string To { get; set; } = "";

    /// <summary>Keys of the targets that it serves.</summary>
    public List<string> Serves { get; set; } = [];

    /// <inheritdoc/>
    public override bool IsBlank => Serves.Count == 0 && Typed.AreBlank(What, DeliveredBy, Where, Minutes, TimesAWeek, GroupSize, From, To);

    /// <summary>Minutes a week; 0 where they cannot be told.</summary>
    public decimal MinutesAWeek => (NumberText.Whole(Minutes), NumberText.Fraction(TimesAWeek)) is ({ } minutes and > 0 and <= ProvisionContent.MostMinutes, { } times and > 0 and <= ProvisionContent.MostTimesAWeek) ? minutes * times : 0;

    internal static ProvisionEntry Of(ProvisionContent content, string? key = null) => new()
    {
        Key = key ?? KeyOf(content.Id),
        What = content.What,
        DeliveredBy = content.DeliveredBy,
        Where = content.Where,
        Minutes = $"{content.Minutes}",
        TimesAWeek = content.TimesAWeek?.ToString("0.##", CultureInfo.InvariantCulture) ?? "",
        GroupSize = $"{content.GroupSize}",
        From = Typed.Of(content.From),
        To = Typed.Of(content.To),
        Serves = [.. content.Serves.Select(KeyOf)],
    };

    internal ProvisionContent Content(Guid id, IReadOnlyList<Guid> serves) =>
        new(id, What, DeliveredBy, Where, NumberText.Whole(Minutes), NumberText.Fraction(TimesAWeek), NumberText.Whole(GroupSize), Typed.Date(From), Typed.Date(To), serves);
}

/// <summary>Reads what was typed on one line.</summary>
internal static class Typed
{
    /// <summary>Whether nothing was typed in any.</summary>
    public static bool AreBlank(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The choice of that name; null when there is none such.</summary>
    public static TChoice? OneOf<TChoice>(string name)
        where TChoice : struct, Enum => Enum.TryParse<TChoice>(name, out var choice) && Enum.IsDefined(choice) ? choice : null;

    /// <summary>A stored date as it is typed.</summary>
    public static string Of(DateOnly? date) => date is { } known ? UkDate.Short(known) : "";

    /// <summary>The date; null when there is none or it cannot be read.</summary>
    public static DateOnly? Date(string text) => DateText.TryRead(text, out var date) ? date : null;
}
