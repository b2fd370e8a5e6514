using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Imports.Plans;
using SenSupport.Web.Features.Imports.Points;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Features.Shared.Imports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.UploadImport;

/// <summary>Reads an uploaded file where the server put it, and keeps it for the preview when it can be used.</summary>
public sealed class UploadImportHandler(SenSupportDbContext db, TimeProvider clock)
{
    private const int MostProblems = 10;

    /// <summary>The new import's key, or why the file is refused and with which status.</summary>
    public async Task<(Guid? Import, IReadOnlyList<string> Problems, int Status)> TakeAsync(IFormFile upload, ImportKind kind, SignedInStaff staff, CancellationToken cancel)
    {
        if (upload.Length > ExchangeLimits.FileBytes)
        {
            return (null, ["The file is larger than 100 MB: export only the columns and rows that are needed"], StatusCodes.Status413PayloadTooLarge);
        }

        await using var stream = upload.OpenReadStream();
        var file = Read(kind, stream, cancel);
        if (file.Refused is { } status)
        {
            return (null, [.. file.Problems.Take(MostProblems).Select(problem => problem.ToString())], status);
        }

        var signature = file.Table?.Signature ?? "";
        var remembered = signature.Length == 0 ? null : await RememberedColumns.Of(db, kind, signature).FirstOrDefaultAsync(cancel);
        stream.Position = 0;
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, cancel);
        var content = new FileContent { Id = Guid.CreateVersion7(), SchoolId = staff.SchoolId, ContentType = "application/octet-stream", Bytes = bytes };
        var import = new Import
        {
            Id = Guid.CreateVersion7(),
            SchoolId = staff.SchoolId,
            Version = Guid.CreateVersion7(),
            Kind = kind,
            State = ImportState.Previewed,
            At = clock.GetUtcNow().UtcDateTime,
            StaffName = staff.Name,
            FileName = FileNames.Clean(upload.FileName),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = bytes.Length,
            FileId = content.Id,
            Mapping = remembered ?? "",
            Rows = file.Rows,
        };
        db.AddRange(content, import);
        await db.SaveChangesAsync(cancel);
        return (import.Id, [], StatusCodes.Status200OK);
    }

    private (int Rows, MappedTable? Table, IReadOnlyList<ExchangeProblem> Problems, int? Refused) Read(ImportKind kind, Stream stream, CancellationToken cancel)
    {
        if (kind == ImportKind.Plans)
        {
            var plans = PlansFile.Read(stream, SchoolClock.Today(clock), cancel);
            return (plans.Rows, plans.Table, plans.Problems, plans.Refused);
        }

        if (kind == ImportKind.Points)
        {
            var points = PointsFile.Read(stream, SchoolClock.Today(clock), cancel: cancel);
            return (points.Rows, points.Table, points.Problems, points.Refused);
        }

        var pupils = PupilFile.Read(stream, SchoolClock.Today(clock), cancel);
        return (pupils.Rows, pupils.Table, pupils.Problems, pupils.Refused);
    }
}
