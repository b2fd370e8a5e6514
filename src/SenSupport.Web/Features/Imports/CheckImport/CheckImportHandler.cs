using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>Shows what a file of pupils would change.</summary>
public sealed class CheckImportHandler(SenSupportDbContext db, ImportPreviewHandler previews, TimeProvider clock)
{
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
        var page = new CheckImportPage(
            import, staff, file, PupilPlan.For(file, school, choices, today), choices, PupilPlan.Fingerprint(file, school, today), asked.Only, asked.Sought, asked.Number);
        return page with
        {
            Classes = school.Classes,
            Senco = staff.IsSenco || page.Plan.Sen.Count == 0 ? "" : await Sencos(db).FirstOrDefaultAsync() ?? "the SENCo",
            SameFileAppliedAt = await previews.AppliedBeforeAsync(import),
        };
    }

    /// <summary>The file of an import; null when it is deleted.</summary>
    public Task<PupilFile?> FileAsync(Import import) => db.ReadFileAsync(import, stream => PupilFile.Read(stream, SchoolClock.Today(clock)).Using(import.Mapping));

    internal static IQueryable<string> Sencos(SenSupportDbContext db) => db.Staff.Where(staff => (staff.Roles & StaffRoles.Senco) != 0).OrderBy(staff => staff.Name).Select(staff => staff.Name);
}
