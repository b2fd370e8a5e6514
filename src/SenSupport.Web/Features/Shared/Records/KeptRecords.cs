using Microsoft.Extensions.Caching.Memory;

namespace SenSupport.Web.Features.Shared.Records;

/// <summary>
/// What pages show, kept in memory beside the versions of every record that it was read from. A page asks the database each time whether the person may see it, and for the
/// versions: only where one changed is the rest read again. So nothing is stale after a save, whichever server saved it.
/// </summary>
public sealed class KeptRecords : IDisposable
{
    private const int Most = 2000;
    private static readonly MemoryCacheEntryOptions KeptFor = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(20) };
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>What was kept; null when there is nothing of these versions on this day.</summary>
    /// <typeparam name="TShown">What a page shows: it must follow from the key, the versions and the day alone.</typeparam>
    /// <param name="key">What it is of: a pupil's key, or who asks for what; it is compared by value.</param>
    /// <param name="versions">The sum of the versions (<see cref="RecordVersion.Sum"/>), or the school's stamp (<see cref="Data.SchoolStamp"/>) as a number.</param>
    /// <param name="today">Today in the school.</param>
    public TShown? Find<TShown>(object key, UInt128 versions, DateOnly today)
        where TShown : class => cache.Get<Kept<TShown>>((typeof(TShown), key)) is { } kept && kept.Versions == versions && kept.Today == today ? kept.Shown : null;

    /// <summary>What was kept last, whatever has changed since; null when there is nothing.</summary>
    public TShown? FindLast<TShown>(object key)
        where TShown : class => cache.Get<Kept<TShown>>((typeof(TShown), key))?.Shown;

    /// <summary>Keeps what was read after its versions were, in place of what was kept before; the oldest goes when there is no more room.</summary>
    public TShown Keep<TShown>(object key, UInt128 versions, DateOnly today, TShown shown)
        where TShown : class => cache.Set((typeof(TShown), key), new Kept<TShown>(versions, today, shown), KeptFor).Shown;

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    private sealed record Kept<TShown>(UInt128 Versions, DateOnly Today, TShown Shown);
}
