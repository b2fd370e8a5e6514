using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Imports;

/// <summary>What a school chose for the columns of a file with the same headings: chosen once, remembered for the next.</summary>
public static class RememberedColumns
{
    /// <summary>The choice for these headings; none where our own suggestion was never corrected.</summary>
    public static IQueryable<string> Of(SenSupportDbContext db, ImportKind kind, string signature) =>
        db.ImportMappings.AsNoTracking().Where(known => known.Kind == kind && known.Signature == signature).Select(known => known.Mapping);

    /// <summary>Remembers a choice.</summary>
    public static async Task RememberAsync(this SenSupportDbContext db, Guid schoolId, ImportKind kind, string signature, string mapping)
    {
        if (await db.ImportMappings.FirstOrDefaultAsync(known => known.Kind == kind && known.Signature == signature) is { } remembered)
        {
            remembered.Mapping = mapping;
        }
        else
        {
            db.Add(new ImportMapping { SchoolId = schoolId, Kind = kind, Signature = signature, Mapping = mapping });
        }

        await db.SaveChangesAsync();
    }
}
