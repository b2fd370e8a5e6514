using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>What can be done for many pupils at once. Stored by name: members may be added, never renamed.</summary>
public enum BulkKind
{
    /// <summary>The review dates of open cycles are moved (CoP 6.48).</summary>
    MoveReviews,

    /// <summary>A strategy is added to open plans (CoP 6.49).</summary>
    AddStrategy,

    /// <summary>The next cycle is started.</summary>
    StartCycles,

    /// <summary>Colleagues are asked for their view before a review (CoP 6.54).</summary>
    AskForViews,
}

/// <summary>Something that was done for many pupils at once, with what it takes to put it back for a day. The pupils' own histories hold an event each.</summary>
public sealed class BulkAct
{
    /// <summary>How long it can be put back.</summary>
    public static readonly TimeSpan UndoLasts = TimeSpan.FromHours(24);

    private readonly List<BulkActRow> rows = [];

    private BulkAct()
    {
    }

    /// <summary>The key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>What was done.</summary>
    public BulkKind Kind { get; private set; }

    /// <summary>The same in words: "Review dates moved by 3 weeks".</summary>
    public string What { get; private set; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who did it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When it was put back, in UTC; null while it stands.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Who put it back.</summary>
    public string UndoneBy { get; private set; } = "";

    /// <summary>Changes with every change: two people do not put it back twice.</summary>
    public Guid Version { get; private set; }

    /// <summary>What was changed.</summary>
    public IReadOnlyList<BulkActRow> Rows => rows;

    /// <summary>Keeps what was done.</summary>
    /// <param name="id">The key, which the page gave out beforehand: sent twice, it is done once.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="what">The same in words.</param>
    /// <param name="changed">What was changed.</param>
    /// <param name="by">Who did it.</param>
    public static BulkAct Of(Guid id, Guid schoolId, BulkKind kind, string what, IEnumerable<BulkActRow> changed, Acting by)
    {
        var act = new BulkAct { Id = id, SchoolId = schoolId, Kind = kind, What = what, At = by.At, By = by.Name, Version = Guid.CreateVersion7() };
        act.rows.AddRange(changed);
        return act;
    }

    /// <summary>Whether it can still be put back.</summary>
    /// <param name="now">The moment, in UTC.</param>
    public bool CanBeUndone(DateTime now) => UndoneAt is null && now - At <= UndoLasts;

    /// <summary>Keeps that it was put back.</summary>
    /// <param name="left">Why some rows were left as they are, by record.</param>
    /// <param name="by">Who put it back.</param>
    /// <exception cref="DomainRuleException">It was put back already, or its day is over.</exception>
    public void Undo(IReadOnlyDictionary<Guid, string> left, Acting by)
    {
        DomainRuleException.Require(UndoneAt is null, $"{UndoneBy} has put this back already");
        DomainRuleException.Require(CanBeUndone(by.At), "This could be put back for a day. That day is over");
        foreach (var row in rows)
        {
            row.Leave(left.GetValueOrDefault(row.RecordId, ""));
        }

        (UndoneAt, UndoneBy, Version) = (by.At, by.Name, Guid.CreateVersion7());
    }
}

/// <summary>One record that a bulk act changed, and how it was before.</summary>
public sealed class BulkActRow
{
    private BulkActRow()
    {
    }

    /// <summary>The act.</summary>
    public Guid BulkActId { get; private set; }

    /// <summary>The pupil.</summary>
    public Guid PupilId { get; private set; }

    /// <summary>The record: a cycle or a request.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>The record's version afterwards.</summary>
    public Guid RecordVersion { get; private set; }

    /// <summary>What was changed, in words.</summary>
    public string Change { get; private set; } = "";

    /// <summary>The review date before.</summary>
    public DateOnly? OldReviewOn { get; private set; }

    /// <summary>The row that was added to a plan; null where none was.</summary>
    public Guid? AddedId { get; private set; }

    /// <summary>Whether the plan was as it had been shared.</summary>
    public bool WasShared { get; private set; }

    /// <summary>Why it was left as it is when the rest was put back; empty where it was not.</summary>
    public string Left { get; private set; } = "";

    /// <summary>Keeps what was changed of a record.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="record">The record as it is afterwards.</param>
    /// <param name="change">What was changed, in words.</param>
    /// <param name="oldReviewOn">The review date before.</param>
    /// <param name="addedId">The row that was added.</param>
    /// <param name="wasShared">Whether the plan was as it had been shared.</param>
    public static BulkActRow Of(Guid pupilId, AggregateRoot record, string change, DateOnly? oldReviewOn = null, Guid? addedId = null, bool wasShared = false) => new()
    {
        PupilId = pupilId,
        RecordId = record.Id,
        RecordVersion = record.Version,
        Change = change.Length <= TextLimits.Line ? change : $"{change[..(TextLimits.Line - 1)]}…",
        OldReviewOn = oldReviewOn,
        AddedId = addedId,
        WasShared = wasShared,
    };

    internal void Leave(string reason) => Left = reason;
}
