using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Pdf;
using SenSupport.Web.Data;

namespace SenSupport.Web.Documents;

/// <summary>The school's logo as its documents show it.</summary>
public static class DocumentLogo
{
    /// <summary>The logo that the school keeps.</summary>
    public static IQueryable<SchoolLogo> Kept(SenSupportDbContext db) => db.Schools.AsNoTracking().SelectMany(school => db.SchoolLogos.Where(logo => logo.Id == school.LogoId));

    /// <summary>The picture; null for a school without a logo.</summary>
    public static async Task<Image?> ReadAsync(SenSupportDbContext db, CancellationToken cancel = default) => Of(await Kept(db).FirstOrDefaultAsync(cancel));

    /// <summary>The picture in a file; null without one. A picture that cannot be placed is left out: a plan matters more than its letterhead.</summary>
    public static Image? Of(SchoolLogo? kept)
    {
        try
        {
            return kept is null ? null : Image.Read(kept.Bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
