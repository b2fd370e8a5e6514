using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data;

/// <summary>
/// Saves each aggregate's events with the change that made them, and refuses a change that made none: history has no holes. The school gets a new
/// <see cref="SchoolStamp"/> with it.
/// </summary>
public sealed class RecordEventInterceptor : SaveChangesInterceptor
{
    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Add(eventData.Context!);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Add(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Add(DbContext context)
    {
        var entries = context.ChangeTracker.Entries().ToList();
        var changed = entries.Where(IsChanged).Select(entry => RootOf(entry, context)).OfType<AggregateRoot>().Distinct().ToList();
        foreach (var root in changed.Where(root => root.PendingEvents.Count == 0))
        {
            // A second try of a save that failed: the events are waiting in the context.
            if (!entries.Exists(entry => entry is { State: EntityState.Added, Entity: RecordEvent waiting } && waiting.RecordId == root.Id))
            {
                throw new InvalidOperationException($"{root.GetType().Name} {root.Id} changed without an event");
            }
        }

        foreach (var school in changed.GroupBy(root => root is School ? root.Id : root.SchoolId))
        {
            Stamp(context, entries, school.Key, isNew: school.Any(root => root is School && context.Entry(root).State == EntityState.Added));
        }

        foreach (var root in entries.Select(entry => entry.Entity).OfType<AggregateRoot>())
        {
            context.AddRange(root.TakePendingEvents());
        }
    }

    // Without reading it first. EF Core would refuse the save if there were no such row: each school's comes with the school.
    private static void Stamp(DbContext context, List<EntityEntry> entries, Guid schoolId, bool isNew)
    {
        var stamp = entries.Select(entry => entry.Entity).OfType<SchoolStamp>().FirstOrDefault(known => known.SchoolId == schoolId);
        if (stamp is null)
        {
            stamp = new SchoolStamp { SchoolId = schoolId };
            context.Entry(stamp).State = isNew ? EntityState.Added : EntityState.Unchanged;
        }

        stamp.Stamp = Guid.CreateVersion7();
        if (context.Entry(stamp).State == EntityState.Unchanged)
        {
            context.Entry(stamp).Property(row => row.Stamp).IsModified = true;
        }
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static AggregateRoot? RootOf(EntityEntry entry, DbContext context)
    {
        if (entry.Entity is AggregateRoot root)
        {
            return root;
        }

        var toRoot = entry.Metadata.GetForeignKeys().FirstOrDefault(key =>
            key.PrincipalToDependent is not null && typeof(AggregateRoot).IsAssignableFrom(key.PrincipalEntityType.ClrType));
        return toRoot is null ? null : (AggregateRoot?)context.Find(toRoot.PrincipalEntityType.ClrType, entry.Property(toRoot.Properties[0].Name).CurrentValue);
    }
}
