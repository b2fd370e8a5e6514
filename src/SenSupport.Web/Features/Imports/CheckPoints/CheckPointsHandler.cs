using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Points;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckPoints;

/// <summary>Shows what a file of assessment points would do.</summary>
public sealed class CheckPointsHandler(SenSupportDbContext db, ImportPreviewHandler previews, TimeProvider clock)
{
    /// <summary>The preview as it is now; null when the file is deleted.</summary>
    /// <param name="import">The import.</param>
    /// <param name="staff">Who looks.</param>
    /// <param name="asked">Which part.</param>
    /// <param name="unsaved">Choices to show instead of the stored ones.</param>
    public async Task<CheckPointsPage?> PageAsync(Import import, SignedInStaff staff, PreviewAddress asked, PointsChoices? unsaved = null)
    {
        var choices = unsaved ?? PointsChoices.Read(import.Choices);
        if (await FileAsync(import, choices) is not { } file)
        {
            return null;
        }

        var known = await KnownPoints.ReadAsync(db, file);
        var plan = PointsPlan.For(file, known, choices);
        return new CheckPointsPage(import, staff, file, plan, plan.Fingerprint(), asked.Only, asked.Sought, asked.Number) { SameFileAppliedAt = await previews.AppliedBeforeAsync(import) };
    }

    /// <summary>The file of an import; null when it is deleted.</summary>
    public Task<PointsFile?> FileAsync(Import import, PointsChoices choices) => db.ReadFileAsync(import, stream => PointsFile.Read(stream, SchoolClock.Today(clock), import.Mapping, choices));
}
