using Microsoft.Extensions.Caching.Memory;

namespace SenSupport.Web.Features.Shared.Records;

/// <summary>
/// What pages show of pupils, kept in memory beside the versions of every record that it was read from. A page asks the database each time whether the person may see the
/// pupil, and for the versions: only where one changed is the rest read again. So nothing is stale after a save, whichever server saved it.
/// </summary>
public sealed class KeptRecords : IDisposable
{
    private const int Most = 2000;
    private static readonly MemoryCacheEntryOptions Kept = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(20) };
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>What was kept; null when there is nothing of these versions on this day.</summary>
    /// <typeparam name="TShown">What a page shows of a pupil: it must follow from the versions and the day alone, not from who asks.</typeparam>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="versions">The sum of the versions (<see cref="RecordVersion.Sum"/>).</param>
    /// <param name="today">Today in the school.</param>
    public TShown? Find<TShown>(Guid pupilId, UInt128 versions, DateOnly today)
        where TShown : class => cache.Get<TShown>((typeof(TShown), pupilId, versions, today));

    /// <summary>Keeps what was read after its versions were; the oldest goes when there is no more room.</summary>
    public TShown Keep<TShown>(Guid pupilId, UInt128 versions, DateOnly today, TShown shown)
        where TShown : class => cache.Set((typeof(TShown), pupilId, versions, today), shown, Kept);

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();
}
