using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Features.Imports.CheckPlans;
using SenSupport.Web.Features.Imports.CheckPoints;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>The refused rows of a preview as a list to mend the file by.</summary>
[Authorize(Policy = Policies.KeepPupils)]
public sealed class RefusedRowsController(CheckImportHandler pupils, CheckPlansHandler plans, CheckPointsHandler points, ImportPreviewHandler previews) : Controller
{
    /// <summary>The refused rows with what is wrong with each, as CSV.</summary>
    [HttpGet("/imports/{importId:guid}/refused.csv")]
    public async Task<IActionResult> Refused(Guid importId)
    {
        var staff = SignedInStaff.From(User);
        if (await previews.FindAsync(importId, staff) is not { State: ImportState.Previewed } import)
        {
            return NotFound();
        }

        PreviewPage? page = import.Kind switch
        {
            ImportKind.Plans => await plans.PageAsync(import, staff, new PreviewAddress()),
            ImportKind.Points => await points.PageAsync(import, staff, new PreviewAddress()),
            _ => await pupils.PageAsync(import, staff, new PreviewAddress()),
        };
        if (page is null)
        {
            return NotFound();
        }

        ExportColumn<RefusedRow>[] columns =
            [new("Line", row => row.Line), new("Pupil", row => row.Name), new("Column", row => row.Column), new("What is wrong", row => row.What), new("What to do", row => row.Mend)];
        var csv = new MemoryStream();
        await CsvExport.WriteAsync(csv, columns, page.Refused, HttpContext.RequestAborted);
        return File(csv.ToArray(), CsvExport.ContentType, "refused-rows.csv");
    }
}
