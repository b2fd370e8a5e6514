using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Running;
using SenSupport.Web.Features.Shared.Imports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports;

/// <summary>What every preview does, whatever its file holds: is found, keeps choices, reads columns anew, is handed to the worker or thrown away.</summary>
public sealed class ImportPreviewHandler(SenSupportDbContext db, ImportQueue queue, TimeProvider clock)
{
    /// <summary>The import; null when the school has none with this key, or the person may not see it.</summary>
    public Task<Import?> FindAsync(Guid importId, SignedInStaff staff) => ImportFiles.ImportsOf(db, staff).FirstOrDefaultAsync(import => import.Id == importId);

    /// <summary>When the same file was applied before; null when it was not.</summary>
    public Task<DateTime?> AppliedBeforeAsync(Import import) => AppliedBefore(db, import.Id, import.Sha256).FirstOrDefaultAsync();

    /// <summary>Keeps choices; false when somebody else kept others at the same moment.</summary>
    /// <param name="import">The import.</param>
    /// <param name="written">The choices as they are stored.</param>
    public async Task<bool> KeepAsync(Import import, string written)
    {
        var version = Guid.CreateVersion7();
        if (await Open(import).ExecuteUpdateAsync(set => set.SetProperty(row => row.Choices, written).SetProperty(row => row.Version, version)) != 1)
        {
            return false;
        }

        (import.Version, import.Choices) = (version, written);
        return true;
    }

    /// <summary>Gives columns another meaning, and remembers it for the school's next file with these headings.</summary>
    public async Task RereadAsync(Import import, MappedTable? table, IReadOnlyDictionary<int, string> columns)
    {
        if (table is null)
        {
            return;
        }

        var mapping = table.MappingWith(columns);
        if (await Open(import).ExecuteUpdateAsync(set => set.SetProperty(row => row.Mapping, mapping).SetProperty(row => row.Version, Guid.CreateVersion7())) != 1)
        {
            return;
        }

        await db.RememberAsync(import.SchoolId, import.Kind, table.Signature, mapping);
    }

    /// <summary>Hands the import to the worker. Of two clicks, one does; the other finds it done.</summary>
    /// <param name="page">What is to be applied, as it was confirmed.</param>
    /// <param name="total">How many records it will touch.</param>
    public async Task StartAsync(PreviewPage page, int total)
    {
        var (import, version, now) = (page.Import, Guid.CreateVersion7(), clock.GetUtcNow().UtcDateTime);
        var started = await Open(import).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, ImportState.Applying)
            .SetProperty(row => row.Version, version)
            .SetProperty(row => row.Confirmed, page.Seen)
            .SetProperty(row => row.ActedById, page.Staff.StaffId)
            .SetProperty(row => row.ActedBy, page.Staff.Name)
            .SetProperty(row => row.Done, 0)
            .SetProperty(row => row.Total, total)
            .SetProperty(row => row.ProgressAt, now)
            .SetProperty(row => row.Problem, ""));
        if (started == 1)
        {
            queue.Add(new ImportJob(import.SchoolId, import.Id, version));
        }
    }

    /// <summary>Throws the preview away, and its file with it; false when there is no preview any more.</summary>
    public async Task<bool> DiscardAsync(Import import)
    {
        if (await Open(import).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Discarded).SetProperty(row => row.FileId, (Guid?)null).SetProperty(row => row.Version, Guid.CreateVersion7())) != 1)
        {
            return false;
        }

        await db.FileContents.Where(content => content.Id == import.FileId).ExecuteDeleteAsync();
        return true;
    }

    private IQueryable<Import> Open(Import import) => db.Imports.Where(row => row.Id == import.Id && row.State == ImportState.Previewed && row.Version == import.Version);

    internal static IQueryable<DateTime?> AppliedBefore(SenSupportDbContext db, Guid importId, string sha256) =>
        db.Imports.Where(import => import.Sha256 == sha256 && import.Id != importId && import.State == ImportState.Applied).OrderByDescending(import => import.AppliedAt).Select(import => import.AppliedAt);
}
