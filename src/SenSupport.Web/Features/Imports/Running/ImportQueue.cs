using System.Collections.Concurrent;
using System.Threading.Channels;

namespace SenSupport.Web.Features.Imports.Running;

/// <summary>An import to be applied or undone.</summary>
/// <param name="SchoolId">Its school.</param>
/// <param name="ImportId">Its key.</param>
/// <param name="Version">The version that the click gave it; with another one somebody else has taken it over.</param>
/// <param name="Only">When undoing: the only record to put back; null for all.</param>
public sealed record ImportJob(Guid SchoolId, Guid ImportId, Guid Version, Guid? Only = null);

/// <summary>Imports on their way to the worker, and how far it is.</summary>
public sealed class ImportQueue
{
    private readonly Channel<ImportJob> jobs = Channel.CreateUnbounded<ImportJob>();
    private readonly ConcurrentDictionary<Guid, (int Done, int Total)> progress = new();

    /// <summary>Hands an import to the worker.</summary>
    public void Add(ImportJob job) => jobs.Writer.TryWrite(job);

    /// <summary>The imports in their order, until the application ends.</summary>
    public IAsyncEnumerable<ImportJob> ReadAllAsync(CancellationToken cancel) => jobs.Reader.ReadAllAsync(cancel);

    /// <summary>Says how far an import is; null when this server no longer works on it.</summary>
    public void Report(Guid importId, (int Done, int Total)? at)
    {
        if (at is { } now)
        {
            progress[importId] = now;
        }
        else
        {
            progress.TryRemove(importId, out _);
        }
    }

    /// <summary>How far an import is; null when this server does not work on it.</summary>
    public (int Done, int Total)? ProgressOf(Guid importId) => progress.TryGetValue(importId, out var at) ? at : null;
}
