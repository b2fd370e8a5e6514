using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;

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

    internal static IQueryable<byte[]> Bytes(SenSupportDbContext db, Guid fileId) => db.FileContents.Where(content => content.Id == fileId).Select(content => content.Bytes);
}
