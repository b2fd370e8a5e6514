using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Banks;

/// <summary>The banks that a school keeps. Stored by name: members may be added, never renamed.</summary>
public enum BankKind
{
    /// <summary>SMART targets.</summary>
    Target,

    /// <summary>Strategies and adjustments.</summary>
    Strategy,
}

/// <summary>A target as a bank words it, for any pupil: {name}, {they}, {them} and {their} stand for the one it is chosen for.</summary>
/// <param name="Area">The area of need.</param>
/// <param name="Needs">Codes of the needs that it suits, with a space between.</param>
/// <param name="Phases">The phases that it suits, with a space between: EYFS, KS1 to KS5.</param>
/// <param name="LongTermOutcome">What it is a step towards; may be empty.</param>
/// <param name="Statement">What the pupil will do.</param>
/// <param name="Baseline">An example of where a pupil starts; may be empty.</param>
/// <param name="Measure">How progress is measured; may be empty.</param>
/// <param name="SuccessCriterion">What success looks like; may be empty.</param>
/// <param name="Weeks">How long it usually takes; null where nobody said.</param>
public sealed record TargetEntryContent(
    AreaOfNeed Area, string Needs, string Phases, string LongTermOutcome, string Statement, string Baseline, string Measure, string SuccessCriterion, int? Weeks)
{
    /// <summary>The longest time limit, in weeks.</summary>
    public const int MostWeeks = 52;

    internal TargetEntryContent Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Statement), "Enter what the pupil will do");
        DomainRuleException.Require(Weeks is null or (>= 1 and <= MostWeeks), $"Weeks: enter 1 to {MostWeeks}");
        return this with
        {
            Needs = BankEntry.CheckedNeeds(Needs),
            Phases = BankEntry.CheckedPhases(Phases),
            LongTermOutcome = TextLimits.Keep(LongTermOutcome, BankEntry.LongestText, "The long-term outcome"),
            Statement = TextLimits.Keep(Statement, BankEntry.LongestText, "The target"),
            Baseline = TextLimits.Keep(Baseline, BankEntry.LongestText, "The baseline"),
            Measure = TextLimits.Keep(Measure, BankEntry.LongestText, "The measure"),
            SuccessCriterion = TextLimits.Keep(SuccessCriterion, BankEntry.LongestText, "What success looks like"),
        };
    }
}

/// <summary>A strategy as a bank words it, said to the adult.</summary>
/// <param name="Area">The area of need.</param>
/// <param name="Needs">Codes of the needs that it suits, with a space between.</param>
/// <param name="Phases">The phases that it suits, with a space between.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What adults do.</param>
/// <param name="For">For whom: "Every adult", or a subject.</param>
public sealed record StrategyEntryContent(AreaOfNeed Area, string Needs, string Phases, string Title, string Text, string For)
{
    internal StrategyEntryContent Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Title), "Enter what the strategy is called");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Text), "Enter what adults do");
        return this with
        {
            Needs = BankEntry.CheckedNeeds(Needs),
            Phases = BankEntry.CheckedPhases(Phases),
            Title = TextLimits.Keep(Title, TextLimits.Name, "What the strategy is called"),
            Text = TextLimits.Keep(Text, BankEntry.LongestText, "What adults do"),
            For = TextLimits.Keep(For, TextLimits.Name, "For whom it is"),
        };
    }
}

/// <summary>
/// A school's own entry of a bank, or what it changed of one that SenSupport brings along. Those that nobody touched have no row: they are read from the starting
/// bank, and a better wording in a new release reaches every school that has not chosen its own.
/// </summary>
public sealed class BankEntry : AggregateRoot
{
    /// <summary>The most characters of a text in a bank.</summary>
    public const int LongestText = 2_000;

    private BankEntry()
    {
    }

    /// <summary>The phases, youngest first.</summary>
    public static IReadOnlyList<string> AllPhases { get; } = ["EYFS", "KS1", "KS2", "KS3", "KS4", "KS5"];

    /// <summary>Which bank.</summary>
    public BankKind Kind { get; private set; }

    /// <summary>The entry's name in addresses and plans: that of the starting entry which it stands in for, or one of its own.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Whether the school added it.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Whether nobody is offered it any more. Plans that have it keep it.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Its words as flat fields; empty where they are those of the starting bank.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    /// <summary>Whether the school's own words stand in it.</summary>
    public bool HasWords => Fields.Count > 0;

    /// <summary>The target in the school's own words.</summary>
    public TargetEntryContent Target() => RecordFields.Read<TargetEntryContent>(Fields);

    /// <summary>The strategy in the school's own words.</summary>
    public StrategyEntryContent Strategy() => RecordFields.Read<StrategyEntryContent>(Fields);

    /// <summary>Adds a target of the school's own.</summary>
    /// <exception cref="DomainRuleException">The words cannot be stored.</exception>
    public static BankEntry Add(Guid schoolId, TargetEntryContent content, Acting by) => Add(schoolId, BankKind.Target, RecordFields.Of(content.Checked()), content.Statement, by);

    /// <summary>Adds a strategy of the school's own.</summary>
    /// <exception cref="DomainRuleException">The words cannot be stored.</exception>
    public static BankEntry Add(Guid schoolId, StrategyEntryContent content, Acting by) => Add(schoolId, BankKind.Strategy, RecordFields.Of(content.Checked()), content.Title, by);

    /// <summary>The school's row for an entry of the starting bank, before anything of it is changed.</summary>
    public static BankEntry StandInFor(Guid schoolId, BankKind kind, string key) => new() { Id = Guid.CreateVersion7(), SchoolId = schoolId, Kind = kind, Key = key };

    /// <summary>Rewords a target.</summary>
    /// <param name="content">The new words.</param>
    /// <param name="starting">Those of the starting bank; null for a school's own entry.</param>
    /// <param name="by">Who rewords it.</param>
    /// <exception cref="DomainRuleException">The words cannot be stored.</exception>
    public void Write(TargetEntryContent content, TargetEntryContent? starting, Acting by) =>
        Write(RecordFields.Of(content.Checked()), starting is null ? null : RecordFields.Of(starting), content.Statement, by);

    /// <summary>Rewords a strategy; see <see cref="Write(TargetEntryContent, TargetEntryContent?, Acting)"/>.</summary>
    /// <exception cref="DomainRuleException">The words cannot be stored.</exception>
    public void Write(StrategyEntryContent content, StrategyEntryContent? starting, Acting by) =>
        Write(RecordFields.Of(content.Checked()), starting is null ? null : RecordFields.Of(starting), content.Title, by);

    /// <summary>Hides it from those who choose, or offers it again. What is so already changes nothing.</summary>
    /// <param name="isHidden">Whether it is hidden from now on.</param>
    /// <param name="name">What the entry is called, for the history.</param>
    /// <param name="by">Who does it.</param>
    public void Hide(bool isHidden, string name, Acting by)
    {
        if (IsHidden != isHidden)
        {
            IsHidden = isHidden;
            Changed(name, by, [new("hidden", isHidden ? "" : "yes", isHidden ? "yes" : "")]);
        }
    }

    /// <summary>Puts the words of the starting bank back.</summary>
    /// <param name="name">What the entry is called, for the history.</param>
    /// <param name="by">Who does it.</param>
    /// <exception cref="DomainRuleException">It is the school's own: there is nothing to go back to.</exception>
    public void PutBack(string name, Acting by)
    {
        DomainRuleException.Require(!IsOwn, "This entry is your school’s own");
        if (HasWords)
        {
            var before = Fields;
            Fields = new Dictionary<string, string>();
            Changed(name, by, RecordFields.Compare(before, Fields));
        }
    }

    internal static string CheckedNeeds(string needs)
    {
        var codes = needs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        DomainRuleException.Require(codes.TrueForAll(code => NeedType.Find(code) is not null), "Choose needs from the list");
        return string.Join(' ', codes);
    }

    internal static string CheckedPhases(string phases)
    {
        var chosen = phases.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        DomainRuleException.Require(chosen.TrueForAll(AllPhases.Contains), "Choose phases from the list");
        return string.Join(' ', chosen);
    }

    private static BankEntry Add(Guid schoolId, BankKind kind, IReadOnlyDictionary<string, string> fields, string name, Acting by)
    {
        var id = Guid.CreateVersion7();
        var entry = new BankEntry { Id = id, SchoolId = schoolId, Kind = kind, Key = $"{id:N}", IsOwn = true, Fields = fields };
        entry.Record(null, null, RecordEventKind.BankEntryAdded, by, name, RecordFields.Compare(new Dictionary<string, string>(), fields));
        return entry;
    }

    private void Write(IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string>? starting, string name, Acting by)
    {
        var before = HasWords ? Fields : starting ?? Fields;
        var changes = RecordFields.Compare(before, fields);
        if (changes.Count > 0)
        {
            Fields = starting is not null && RecordFields.Compare(starting, fields).Count == 0 ? new Dictionary<string, string>() : fields;
            Changed(name, by, changes);
        }
    }

    private void Changed(string name, Acting by, IReadOnlyList<FieldChange> changes) => Record(null, null, RecordEventKind.BankEntryChanged, by, name, changes);
}
