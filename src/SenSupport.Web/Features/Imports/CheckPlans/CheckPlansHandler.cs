using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Plans;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckPlans;

/// <summary>Shows what a file of plans would do.</summary>
public sealed class CheckPlansHandler(SenSupportDbContext db, ImportPreviewHandler previews, TimeProvider clock)
{
    /// <summary>The preview as it is now; null when the file is deleted.</summary>
    /// <param name="import">The import.</param>
    /// <param name="staff">Who looks.</param>
    /// <param name="asked">Which part.</param>
    /// <param name="unsaved">Choices to show instead of the stored ones.</param>
    public async Task<CheckPlansPage?> PageAsync(Import import, SignedInStaff staff, PreviewAddress asked, PlansChoices? unsaved = null)
    {
        var today = SchoolClock.Today(clock);
        if (await FileAsync(import) is not { } file)
        {
            return null;
        }

        var known = await KnownPlans.ReadAsync(db);
        var plan = PlansPlan.For(file, known, unsaved ?? PlansChoices.Read(import.Choices), today);
        return new CheckPlansPage(import, staff, file, plan, today, PlansPlan.Fingerprint(file, known, today), asked.Only, asked.Sought, asked.Number)
        {
            Classes = known.School.Classes,
            SameFileAppliedAt = await previews.AppliedBeforeAsync(import),
        };
    }

    /// <summary>The file of an import; null when it is deleted.</summary>
    public Task<PlansFile?> FileAsync(Import import) => db.ReadFileAsync(import, stream => PlansFile.Read(stream, SchoolClock.Today(clock)).Using(import.Mapping));
}
