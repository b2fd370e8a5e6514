using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Imports.Running;
using SenSupport.Web.Features.Shared.Imports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>Shows what a file would change, keeps the choices that are made, and hands the import to the worker.</summary>
public sealed class CheckImportHandler(SenSupportDbContext db, ImportQueue queue, TimeProvider clock)
{
    /// <summary>The import; null when the school has none with this key.</summary>
    public Task<Import?> FindAsync(Guid importId) => db.Imports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == importId && import.Kind == ImportKind.Pupils);

    /// <summary>The preview as it is now.</summary>
    /// <param name="import">The import.</param>
    /// <param name="staff">Who looks.</param>
    /// <param name="asked">Which part.</param>
    /// <param name="unsaved">Choices to show instead of the stored ones.</param>
    public async Task<CheckImportPage?> PageAsync(Import import, SignedInStaff staff, PreviewAddress asked, PupilChoices? unsaved = null)
    {
        var today = SchoolClock.Today(clock);
        if (await FileAsync(import) is not { } file)
        {
            return null;
        }

        var school = await KnownSchool.ReadAsync(db);
        var choices = unsaved ?? PupilChoices.Read(import.Choices);
        PreviewList? only = Enum.TryParse<PreviewList>(asked.List, ignoreCase: true, out var list) && Enum.IsDefined(list) ? list : null;
        var page = new CheckImportPage(
            import,
            staff,
            file,
            PupilPlan.For(file, school, choices, today),
            choices,
            PupilPlan.Fingerprint(file, school, today),
            only,
            (asked.Search ?? "").Trim() is { Length: > 100 } text ? text[..100] : (asked.Search ?? "").Trim(),
            int.TryParse(asked.Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1);
        return page with
        {
            Classes = school.Classes,
            Senco = staff.IsSenco || page.Plan.Sen.Count == 0 ? "" : await Sencos(db).FirstOrDefaultAsync() ?? "the SENCo",
            SameFileAppliedAt = await AppliedBefore(db, import.Id, import.Sha256).FirstOrDefaultAsync(),
        };
    }

    /// <summary>Keeps choices; false when somebody else kept others at the same moment.</summary>
    public async Task<bool> KeepAsync(Import import, PupilChoices choices)
    {
        var (version, written) = (Guid.CreateVersion7(), choices.Write());
        if (await Open(import).ExecuteUpdateAsync(set => set.SetProperty(row => row.Choices, written).SetProperty(row => row.Version, version)) != 1)
        {
            return false;
        }

        (import.Version, import.Choices) = (version, written);
        return true;
    }

    /// <summary>Gives columns another meaning, and remembers it for the school's next file with these headings.</summary>
    public async Task RereadAsync(Import import, IReadOnlyDictionary<int, string> columns)
    {
        if (await FileAsync(import) is not { Columns.Count: > 0 } file)
        {
            return;
        }

        var mapping = file.Using(columns).Mapping;
        if (await Open(import).ExecuteUpdateAsync(set => set.SetProperty(row => row.Mapping, mapping).SetProperty(row => row.Version, Guid.CreateVersion7())) != 1)
        {
            return;
        }

        await db.RememberAsync(import.SchoolId, import.Kind, file.Signature, mapping);
    }

    /// <summary>Hands the import to the worker. Of two clicks, one does; the other finds it done.</summary>
    /// <param name="page">What is to be applied, as it was confirmed.</param>
    public async Task StartAsync(CheckImportPage page)
    {
        var (import, version, now) = (page.Import, Guid.CreateVersion7(), clock.GetUtcNow().UtcDateTime);
        var total = page.Plan.Added.Count + page.Plan.Changed.Count + page.Left;
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

    private Task<PupilFile?> FileAsync(Import import) => db.ReadFileAsync(import, stream => PupilFile.Read(stream, SchoolClock.Today(clock)).Using(import.Mapping));

    private IQueryable<Import> Open(Import import) => db.Imports.Where(row => row.Id == import.Id && row.State == ImportState.Previewed && row.Version == import.Version);

    internal static IQueryable<string> Sencos(SenSupportDbContext db) => db.Staff.Where(staff => (staff.Roles & StaffRoles.Senco) != 0).OrderBy(staff => staff.Name).Select(staff => staff.Name);

    internal static IQueryable<DateTime?> AppliedBefore(SenSupportDbContext db, Guid importId, string sha256) =>
        db.Imports.Where(import => import.Sha256 == sha256 && import.Id != importId && import.State == ImportState.Applied).OrderByDescending(import => import.AppliedAt).Select(import => import.AppliedAt);
}
