using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Features.Shared.Imports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>Reads an uploaded file of staff and keeps it for its preview, when it can be used.</summary>
public sealed class ImportStaffHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>Under which signature the meaning of a school's words for roles is remembered.</summary>
    internal const string WordsKey = "roles";

    private const int Shown = 10;

    /// <summary>The new import's key, or why the file is refused.</summary>
    public async Task<(Guid? Import, IReadOnlyList<ExchangeProblem> Problems)> TakeAsync(IFormFile upload, SignedInStaff by, CancellationToken cancel)
    {
        using var stream = new MemoryStream();
        await upload.CopyToAsync(stream, cancel);
        stream.Position = 0;
        var file = StaffFile.Read(stream, SchoolClock.Today(clock), cancel: cancel);
        if (file.Mapping is not { } mapping)
        {
            return (null, file.Problems);
        }

        var bytes = stream.ToArray();
        var content = new FileContent { Id = Guid.CreateVersion7(), SchoolId = by.SchoolId, ContentType = "application/octet-stream", Bytes = bytes };
        var words = await RememberedColumns.Of(db, ImportKind.StaffRoles, WordsKey).FirstOrDefaultAsync(cancel);
        var import = new Import
        {
            Id = Guid.CreateVersion7(),
            SchoolId = by.SchoolId,
            Version = Guid.CreateVersion7(),
            Kind = ImportKind.Staff,
            State = ImportState.Previewed,
            At = clock.GetUtcNow().UtcDateTime,
            StaffName = by.Name,
            FileName = FileNames.Clean(upload.FileName),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = bytes.Length,
            FileId = content.Id,
            Mapping = await RememberedColumns.Of(db, ImportKind.Staff, mapping.Signature).FirstOrDefaultAsync(cancel) ?? "",
            Choices = words ?? "",
            Rows = file.Rows,
        };
        db.AddRange(content, import);
        await db.SaveChangesAsync(cancel);
        return (import.Id, []);
    }

    /// <summary>The latest imports that were applied or wait, to come back to them.</summary>
    public async Task<IReadOnlyList<EarlierImport>> EarlierAsync() => await Earlier(db).Take(Shown).ToListAsync();

    /// <summary>Imports of staff, the latest first, without those that were thrown away.</summary>
    public static IQueryable<EarlierImport> Earlier(SenSupportDbContext db) =>
        db.Imports.AsNoTracking().Where(import => import.Kind == ImportKind.Staff && import.State != ImportState.Discarded).OrderByDescending(import => import.At).ThenBy(import => import.Id)
            .Select(import => new EarlierImport(import.Id, import.At, import.StaffName, import.FileName, import.State == ImportState.Applied, import.Added, import.Changed));
}

/// <summary>An import of staff in the list below the form.</summary>
public sealed record EarlierImport(Guid Id, DateTime At, string StaffName, string FileName, bool IsApplied, int Added, int Changed);
