using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>Two records of the same pupil that became one. It keeps which row came from where, so that both can be had back for a while.</summary>
public sealed class PupilMerge
{
    /// <summary>For how many days a merge can be undone.</summary>
    public const int UndoDays = 30;

    private PupilMerge()
    {
    }

    /// <summary>The key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>The pupil whose record is kept.</summary>
    public Guid KeptId { get; private set; }

    /// <summary>The pupil whose record went into it; lists never show it.</summary>
    public Guid MergedId { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime MergedAt { get; private set; }

    /// <summary>Who merged them.</summary>
    public string MergedBy { get; private set; } = "";

    /// <summary>The last day on which it can be undone.</summary>
    public DateOnly UndoUntil { get; private set; }

    /// <summary>When it was undone, in UTC; null while it stands.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Who undid it.</summary>
    public string UndoneBy { get; private set; } = "";

    /// <summary>Changes with every change: a form that carries an older one is stale.</summary>
    public Guid Version { get; private set; }

    /// <summary>What came from where.</summary>
    public MergedRows Rows { get; private set; } = null!;

    /// <summary>Records a merge.</summary>
    public static PupilMerge Of(Pupil kept, Pupil merged, MergedRows rows, Acting by) => new()
    {
        Id = Guid.CreateVersion7(),
        SchoolId = kept.SchoolId,
        KeptId = kept.Id,
        MergedId = merged.Id,
        MergedAt = by.At,
        MergedBy = by.Name,
        UndoUntil = by.Today.AddDays(UndoDays),
        Version = Guid.CreateVersion7(),
        Rows = rows,
    };

    /// <summary>Records that it is undone.</summary>
    /// <exception cref="DomainRuleException">It is undone already, or its time is over.</exception>
    public void Undo(Acting by)
    {
        DomainRuleException.Require(UndoneAt is null, "This merge is undone already");
        DomainRuleException.Require(by.Today <= UndoUntil, $"This merge could be undone until {UndoUntil:d MMMM yyyy}");
        (UndoneAt, UndoneBy, Version) = (by.At, by.Name, Guid.CreateVersion7());
    }
}

/// <summary>Two pupils who look alike and are two: nobody is asked about them again.</summary>
/// <param name="OneId">The pupil whose key comes first.</param>
/// <param name="OtherId">The other.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="At">When somebody said so, in UTC.</param>
/// <param name="By">Who.</param>
public sealed record NotSamePupil(Guid OneId, Guid OtherId, Guid SchoolId, DateTime At, string By)
{
    /// <summary>Says that two pupils are two.</summary>
    public static NotSamePupil Of(Guid schoolId, Guid one, Guid other, Acting by) =>
        one.CompareTo(other) < 0 ? new(one, other, schoolId, by.At, by.Name) : new(other, one, schoolId, by.At, by.Name);
}

/// <summary>What two records may say differently, and a merge chooses one of.</summary>
public sealed record MergedDetails(
    PupilDetails Details, string Background, string Disability, string NoAdjustmentReason, Guid? ResponsibleTeacherId, Guid? PhotoId, DateOnly? LeftOn, string Destination);

/// <summary>A row with the place that it had before.</summary>
/// <param name="Id">The row.</param>
/// <param name="Place">Rank of a need, order of a contact, number of a cycle.</param>
public sealed record PlacedRow(Guid Id, int Place);

/// <summary>A cycle before a merge.</summary>
/// <param name="Id">The cycle.</param>
/// <param name="PupilId">Whose it was.</param>
/// <param name="Number">Its number then.</param>
/// <param name="NumberAfter">Its number in the united record.</param>
public sealed record MergedCycle(Guid Id, Guid PupilId, int Number, int NumberAfter);

/// <summary>Times in a teaching group that changed hands.</summary>
public sealed record MergedTimes(Guid GroupId, IReadOnlyList<Guid> Times);

/// <summary>What a merge moved, and how the kept record was before and after.</summary>
public sealed record MergedRows(
    MergedDetails Before,
    MergedDetails After,
    IReadOnlyList<PlacedRow> Contacts,
    IReadOnlyList<PlacedRow> Needs,
    IReadOnlyList<Guid> Others,
    IReadOnlyList<Guid> AddedUpns,
    IReadOnlyList<Guid> AddedSupporters)
{
    /// <summary>Every cycle whose number or pupil changed.</summary>
    public IReadOnlyList<MergedCycle> Cycles { get; init; } = [];

    /// <summary>Times in teaching groups that changed hands.</summary>
    public IReadOnlyList<MergedTimes> Groups { get; init; } = [];

    /// <summary>Records of their own that followed the pupil: concerns, contact log, requests.</summary>
    public IReadOnlyList<Guid> Followed { get; init; } = [];
}
