using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Banks;

/// <summary>A statement of a checklist, worded as something seen.</summary>
/// <param name="Id">Its id: it stays when the words change.</param>
/// <param name="Strand">The strand of behaviour that it belongs to.</param>
/// <param name="Text">What is seen.</param>
public sealed record ChecklistStatement(string Id, string Strand, string Text);

/// <summary>A step of a checklist's scale.</summary>
/// <param name="Value">The value; null is "No chance to observe", which is left out of any count.</param>
/// <param name="Label">What it is called.</param>
public sealed record ChecklistStep(int? Value, string Label);

/// <summary>An observation checklist as it is worded (CoP 6.45). There is no total and no cut-off: it describes what is seen.</summary>
/// <param name="Area">The area of need.</param>
/// <param name="Phases">The phases that it suits.</param>
/// <param name="Title">What it is called.</param>
/// <param name="HowToUse">How it is filled in.</param>
/// <param name="Note">What stands on every copy: what it is not.</param>
/// <param name="Scale">The steps, with "No chance to observe".</param>
/// <param name="Statements">The statements in order.</param>
public sealed record ChecklistContent(
    AreaOfNeed Area, IReadOnlyList<string> Phases, string Title, string HowToUse, string Note, IReadOnlyList<ChecklistStep> Scale, IReadOnlyList<ChecklistStatement> Statements)
{
    /// <summary>The most statements of a checklist.</summary>
    public const int MostStatements = 60;

    internal ChecklistContent Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Title), "Enter what the checklist is called");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Note), "Enter the note: it says what the checklist is not");
        DomainRuleException.Require(Statements.Count is >= 1 and <= MostStatements, $"A checklist has 1 to {MostStatements} statements");
        DomainRuleException.Require(Statements.All(row => !string.IsNullOrWhiteSpace(row.Strand) && !string.IsNullOrWhiteSpace(row.Text)), "Every statement needs its words and a strand");
        DomainRuleException.Require(Statements.DistinctBy(row => row.Id).Count() == Statements.Count, "The same statement was given twice");
        return this with
        {
            Title = TextLimits.Keep(Title, TextLimits.Line, "What the checklist is called"),
            HowToUse = TextLimits.Keep(HowToUse, BankEntry.LongestText, "How it is used"),
            Note = TextLimits.Keep(Note, BankEntry.LongestText, "The note"),
            Statements = [.. Statements.Select(row => row with { Strand = TextLimits.Keep(row.Strand, TextLimits.Name, "A strand"), Text = TextLimits.Keep(row.Text, TextLimits.Line, "A statement") })],
        };
    }

    /// <summary>Whether two are worded alike.</summary>
    public bool SaysTheSameAs(ChecklistContent other) =>
        (Area, Title, HowToUse, Note) == (other.Area, other.Title, other.HowToUse, other.Note)
        && Phases.SequenceEqual(other.Phases) && Scale.SequenceEqual(other.Scale) && Statements.SequenceEqual(other.Statements);
}

/// <summary>What a school changed of a checklist that SenSupport brings along. Every version stays: version 1 is the one it came with.</summary>
public sealed class Checklist : AggregateRoot
{
    private readonly List<ChecklistVersion> versions = [];

    private Checklist()
    {
    }

    /// <summary>The checklist's name in addresses: its id in the starting bank.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Whether nobody is offered it any more. What was answered stays.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>The school's versions, earliest first; none while it is as it came.</summary>
    public IReadOnlyList<ChecklistVersion> Versions => versions;

    /// <summary>The number of the version in use.</summary>
    public int LatestVersion => versions.Count == 0 ? 1 : versions.Max(version => version.Number);

    /// <summary>The school's row for a checklist of the starting bank, before anything of it is changed.</summary>
    public static Checklist StandInFor(Guid schoolId, string key) => new() { Id = Guid.CreateVersion7(), SchoolId = schoolId, Key = key };

    /// <summary>Rewords it: another version. The same words change nothing.</summary>
    /// <param name="content">The new words.</param>
    /// <param name="now">Those in use.</param>
    /// <param name="by">Who rewords it.</param>
    /// <exception cref="DomainRuleException">The words cannot be stored.</exception>
    public void Write(ChecklistContent content, ChecklistContent now, Acting by)
    {
        var written = content.Checked();
        if (!written.SaysTheSameAs(now))
        {
            var number = LatestVersion + 1;
            versions.Add(new ChecklistVersion(Id, number, written, by));
            Record(null, null, RecordEventKind.ChecklistChanged, by, written.Title, [new("checklistVersion", $"{number - 1}", $"{number}")]);
        }
    }

    /// <summary>Hides it from those who choose, or offers it again.</summary>
    public void Hide(bool isHidden, string title, Acting by)
    {
        if (IsHidden != isHidden)
        {
            IsHidden = isHidden;
            Record(null, null, RecordEventKind.ChecklistChanged, by, title, [new("hidden", isHidden ? "" : "yes", isHidden ? "yes" : "")]);
        }
    }
}

/// <summary>A version of a checklist. It never changes.</summary>
public sealed class ChecklistVersion
{
    private ChecklistVersion()
    {
    }

    internal ChecklistVersion(Guid checklistId, int number, ChecklistContent content, Acting by) =>
        (ChecklistId, Number, Content, WrittenAt, WrittenBy) = (checklistId, number, content, by.At, by.Name);

    /// <summary>The checklist.</summary>
    public Guid ChecklistId { get; private set; }

    /// <summary>2, 3, …: version 1 is the one of the starting bank.</summary>
    public int Number { get; private set; }

    /// <summary>Its words.</summary>
    public ChecklistContent Content { get; private set; } = null!;

    /// <summary>When it was written, in UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>Who wrote it.</summary>
    public string WrittenBy { get; private set; } = "";
}

/// <summary>A checklist that was filled in for a pupil in a cycle, with the words it had: it never changes (CoP 6.45).</summary>
public sealed class ChecklistAnswers : AggregateRoot
{
    private ChecklistAnswers()
    {
    }

    /// <summary>The cycle; the pupil is its pupil.</summary>
    public Guid CycleId { get; private set; }

    /// <summary>The checklist's id in the starting bank.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The version that was answered.</summary>
    public int ChecklistNumber { get; private set; }

    /// <summary>The words that were answered.</summary>
    public ChecklistContent Content { get; private set; } = null!;

    /// <summary>The value of each statement by its id; null is "No chance to observe". What nobody answered is not there.</summary>
    public IReadOnlyDictionary<string, int?> Values { get; private set; } = new Dictionary<string, int?>();

    /// <summary>Examples and what else was seen.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The last day of the observations.</summary>
    public DateOnly ObservedOn { get; private set; }

    /// <summary>Who filled it in.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Their name then.</summary>
    public string StaffName { get; private set; } = "";

    /// <summary>Records a filled-in checklist.</summary>
    /// <exception cref="DomainRuleException">Nothing was answered, an answer is not on the scale, the day is to come, or the cycle is closed.</exception>
    public static ChecklistAnswers Record(SupportCycle cycle, string key, int number, ChecklistContent content, IReadOnlyDictionary<string, int?> values, string note, DateOnly observedOn, Acting by)
    {
        DomainRuleException.Require(cycle.IsOpen, $"Cycle {cycle.Number} is closed: nothing in it can be changed");
        DomainRuleException.Require(values.Count > 0, "Answer at least one statement");
        DomainRuleException.Require(
            values.All(answer => content.Statements.Any(row => row.Id == answer.Key) && content.Scale.Any(step => step.Value == answer.Value)), "Choose an answer from the scale");
        DomainRuleException.Require(observedOn <= by.Today, "The day of the observation must be today or earlier");
        var answers = new ChecklistAnswers
        {
            Id = Guid.CreateVersion7(),
            SchoolId = cycle.SchoolId,
            CycleId = cycle.Id,
            Key = key,
            ChecklistNumber = number,
            Content = content,
            Values = values,
            Note = TextLimits.Keep(note, TextLimits.Narrative, "The note"),
            ObservedOn = observedOn,
            StaffId = by.StaffId,
            StaffName = by.Name,
        };
        answers.Record(cycle.PupilId, cycle.Number, RecordEventKind.ChecklistAnswered, by, content.Title);
        return answers;
    }

    /// <summary>What was seen, by strand of behaviour. There is no total over strands.</summary>
    public IReadOnlyList<StrandSeen> ByStrand() =>
    [
        .. Content.Statements.GroupBy(row => row.Strand).Select(strand => new StrandSeen(
            strand.Key,
            [.. Content.Scale.Where(step => step.Value is not null).Select(step => strand.Count(row => Values.TryGetValue(row.Id, out var value) && value == step.Value))],
            strand.Count(row => Values.TryGetValue(row.Id, out var value) && value is null),
            strand.Count(row => !Values.ContainsKey(row.Id)))),
    ];
}

/// <summary>How often each step of the scale was chosen in a strand.</summary>
/// <param name="Strand">The strand.</param>
/// <param name="Counts">How many statements have each step, in the order of the scale.</param>
/// <param name="NoChance">How many could not be observed: left out of the counts.</param>
/// <param name="Unanswered">How many nobody answered.</param>
public sealed record StrandSeen(string Strand, IReadOnlyList<int> Counts, int NoChance, int Unanswered)
{
    /// <summary>How many statements the shares are of.</summary>
    public int Seen => Counts.Sum();
}
