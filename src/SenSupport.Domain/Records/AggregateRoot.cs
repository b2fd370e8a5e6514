namespace SenSupport.Domain.Records;

/// <summary>A record that is read, guarded and saved as one. It belongs to a school, and each change gives it a new version and an event.</summary>
public abstract class AggregateRoot
{
    private readonly List<RecordEvent> pendingEvents = [];

    /// <summary>The record's key.</summary>
    public Guid Id { get; private protected set; }

    /// <summary>The school that owns it.</summary>
    public virtual Guid SchoolId { get; private protected set; }

    /// <summary>Changes with every change: a form that carries an older one is stale.</summary>
    public Guid Version { get; private protected set; }

    /// <summary>Events of changes that are not saved yet.</summary>
    public IReadOnlyList<RecordEvent> PendingEvents => pendingEvents;

    /// <summary>Hands over the events that are not saved yet; afterwards there are none.</summary>
    public IReadOnlyList<RecordEvent> TakePendingEvents()
    {
        RecordEvent[] taken = [.. pendingEvents];
        pendingEvents.Clear();
        return taken;
    }

    /// <summary>Gives the record a new version, and its history an event.</summary>
    /// <param name="pupilId">The pupil whom the change is about; null for what belongs to no pupil: the school itself, its classes, its staff.</param>
    /// <param name="cycleNumber">The cycle that it belongs to, if any.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="by">Who did it, and when.</param>
    /// <param name="summary">A few words, where the kind does not say it all.</param>
    /// <param name="changes">Every value that changed.</param>
    private protected void Record(Guid? pupilId, int? cycleNumber, RecordEventKind kind, Acting by, string summary = "", IReadOnlyList<FieldChange>? changes = null)
    {
        var before = Version;
        Version = Guid.CreateVersion7();
        pendingEvents.Add(RecordEvent.Of(this, pupilId, cycleNumber, kind, by, summary, before, changes ?? []));
    }
}
