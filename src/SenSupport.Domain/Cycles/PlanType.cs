using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <summary>
/// A type of plan that a school writes, under the school's own name for it. Every version of its template stays: a cycle keeps the one that it was opened with.
/// </summary>
public sealed class PlanType : AggregateRoot
{
    /// <summary>The key of the type that every school has from the start.</summary>
    public const string UsualKey = "usual";

    private readonly List<PlanTypeVersion> versions = [];

    private PlanType()
    {
    }

    /// <summary>The type's name in addresses.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Whether no new plan is written so any more. Those that are go on.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Its versions; the usual type has none of its own while it is as it came, which is version 1.</summary>
    public IReadOnlyList<PlanTypeVersion> Versions => versions;

    /// <summary>Whether it is the one that every school has from the start.</summary>
    public bool IsUsual => Key == UsualKey;

    /// <summary>The number of the version in use.</summary>
    public int LatestVersion => versions.Count == 0 ? 1 : versions.Max(version => version.Number);

    /// <summary>The template in use.</summary>
    public PlanTemplate Template => versions.MaxBy(version => version.Number)?.Template ?? PlanTemplate.Usual;

    /// <summary>The school's row for the usual type, before anything of it is changed.</summary>
    public static PlanType StandInForUsual(Guid schoolId) => new() { Id = Guid.CreateVersion7(), SchoolId = schoolId, Key = UsualKey };

    /// <summary>Adds a type.</summary>
    /// <exception cref="DomainRuleException">The template cannot be stored.</exception>
    public static PlanType Add(Guid schoolId, PlanTemplate template, Acting by)
    {
        var id = Guid.CreateVersion7();
        var type = new PlanType { Id = id, SchoolId = schoolId, Key = id.ToString("N") };
        var written = template.Checked();
        type.versions.Add(new PlanTypeVersion(id, 1, written, by));
        type.Record(null, null, RecordEventKind.PlanTypeAdded, by, written.Name);
        return type;
    }

    /// <summary>Changes how its plans look from now on: another version. The same template changes nothing.</summary>
    /// <exception cref="DomainRuleException">The template cannot be stored.</exception>
    public void Change(PlanTemplate template, Acting by)
    {
        var written = template.Checked();
        if (!written.SaysTheSameAs(Template))
        {
            var number = LatestVersion + 1;
            versions.Add(new PlanTypeVersion(Id, number, written, by));
            Record(null, null, RecordEventKind.PlanTypeChanged, by, $"{written.Name}, version {number}", [new("planTypeVersion", $"{number - 1}", $"{number}")]);
        }
    }

    /// <summary>Takes it out of what new cycles are offered, or offers it again.</summary>
    /// <param name="isRetired">Whether to retire it.</param>
    /// <param name="isDefault">Whether new cycles begin with it.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="DomainRuleException">New cycles begin with it.</exception>
    public void Retire(bool isRetired, bool isDefault, Acting by)
    {
        DomainRuleException.Require(!isRetired || !isDefault, "New cycles begin with this type. Choose another one for that before you retire it");
        if (IsRetired != isRetired)
        {
            IsRetired = isRetired;
            Record(null, null, RecordEventKind.PlanTypeChanged, by, isRetired ? $"{Template.Name} retired" : $"{Template.Name} offered again");
        }
    }
}

/// <summary>A version of a type of plan. It never changes.</summary>
public sealed class PlanTypeVersion
{
    private PlanTypeVersion()
    {
    }

    internal PlanTypeVersion(Guid planTypeId, int number, PlanTemplate template, Acting by) =>
        (PlanTypeId, Number, Template, WrittenAt, WrittenBy) = (planTypeId, number, template, by.At, by.Name);

    /// <summary>The type.</summary>
    public Guid PlanTypeId { get; private set; }

    /// <summary>1, 2, …; version 1 of the usual type is the one that it came with.</summary>
    public int Number { get; private set; }

    /// <summary>How its plans look.</summary>
    public PlanTemplate Template { get; private set; } = null!;

    /// <summary>When it was written, in UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>Who wrote it.</summary>
    public string WrittenBy { get; private set; } = "";
}
