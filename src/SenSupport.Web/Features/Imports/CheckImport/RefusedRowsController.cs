using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>The refused rows of a preview as a list to mend the file by.</summary>
[Authorize(Policy = Policies.KeepPupils)]
public sealed class RefusedRowsController(CheckImportHandler handler) : Controller
{
    /// <summary>The refused rows with what is wrong with each, as CSV.</summary>
    [HttpGet("/imports/{importId:guid}/refused.csv")]
    public async Task<IActionResult> Refused(Guid importId)
    {
        if (await handler.FindAsync(importId) is not { State: ImportState.Previewed } import || await handler.PageAsync(import, SignedInStaff.From(User), new PreviewAddress()) is not { } page)
        {
            return NotFound();
        }

        ExportColumn<RefusedRow>[] columns =
            [new("Line", row => row.Line), new("Pupil", row => row.Name), new("Column", row => row.Column), new("What is wrong", row => row.What), new("What to do", row => row.Mend)];
        var csv = new MemoryStream();
        await CsvExport.WriteAsync(csv, columns, page.Plan.Refused, HttpContext.RequestAborted);
        return File(csv.ToArray(), CsvExport.ContentType, "refused-rows.csv");
    }
}
