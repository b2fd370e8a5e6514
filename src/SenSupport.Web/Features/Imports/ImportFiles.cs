using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports;

/// <summary>The stored files of imports.</summary>
public static class ImportFiles
{
    /// <summary>Reads the file of an import; the default when it is deleted.</summary>
    public static async Task<T?> ReadFileAsync<T>(this SenSupportDbContext db, Import import, Func<Stream, T> read)
        where T : class
    {
        var bytes = await Bytes(db, import.FileId ?? default).FirstOrDefaultAsync();
        return bytes is null ? null : read(new MemoryStream(bytes, writable: false));
    }

    /// <summary>The status of the answer to a file that no table can be read from: 415 for one of another kind.</summary>
    public static int StatusOfRefused(FileKind kind) =>
        kind is FileKind.Pdf or FileKind.Html or FileKind.OldOffice or FileKind.Binary ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status400BadRequest;

    /// <summary>The imports that a person may see: plans and results are not for the office (a school's SEN records are for those who keep them).</summary>
    public static IQueryable<Import> ImportsOf(SenSupportDbContext db, SignedInStaff staff)
    {
        var (keepsPupils, keepsRecords) = (staff.KeepsPupils, staff.KeepsSenRecords);
        return db.Imports.AsNoTracking().Where(import => (import.Kind == ImportKind.Pupils && keepsPupils) || ((import.Kind == ImportKind.Plans || import.Kind == ImportKind.Points) && keepsRecords));
    }

    internal static IQueryable<byte[]> Bytes(SenSupportDbContext db, Guid fileId) => db.FileContents.Where(content => content.Id == fileId).Select(content => content.Bytes);
}
