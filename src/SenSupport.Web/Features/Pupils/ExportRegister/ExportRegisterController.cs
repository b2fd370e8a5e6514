using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Features.Pupils.FindPupils;
using SenSupport.Web.Features.Shared.Exports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ExportRegister;

/// <summary>The register, as it is filtered and sorted, as a file: the address is that of the register. The office's holds codes and dates only.</summary>
[Authorize(Policy = Policies.Export)]
public sealed class ExportRegisterController(SenSupportDbContext db, FindPupilsHandler register, TimeProvider clock) : Controller
{
    private const string What = "SEN register";

    /// <summary>As CSV.</summary>
    [HttpGet("/exports/register.csv")]
    public async Task<IActionResult> Csv([FromQuery] RegisterAddress asked)
    {
        var (rows, columns, fileName) = await PrepareAsync(asked, "csv");
        return new CsvDownload<RegisterFileRow>(fileName, columns, rows.ToAsyncEnumerable());
    }

    /// <summary>As an Excel workbook.</summary>
    [HttpGet("/exports/register.xlsx")]
    public async Task<IActionResult> Workbook([FromQuery] RegisterAddress asked)
    {
        var (rows, columns, fileName) = await PrepareAsync(asked, "xlsx");
        return File(WorkbookExport.Write(What, columns, rows, HttpContext.RequestAborted), WorkbookExport.ContentType, fileName);
    }

    private async Task<(IEnumerable<RegisterFileRow> Rows, IReadOnlyList<ExportColumn<RegisterFileRow>> Columns, string FileName)> PrepareAsync(RegisterAddress asked, string kind)
    {
        var staff = SignedInStaff.From(User);
        var question = await register.AskAsync(asked, staff);
        var (filter, counts, today, termEnds, outstanding) = question;
        var fileName = Download.Name("sen-register", today, kind);
        var page = new RegisterPage(filter, staff, counts, today, termEnds is not null);
        var rows = await RegisterQueries.FileRows(db, staff, filter, today, termEnds, question.PupilsOwed).ToListAsync();
        db.AddExport(staff, clock, $"{What} as {(kind == "csv" ? "CSV" : "Excel")}", fileName, page.FilterInWords, rows.Count);
        await db.SaveChangesAsync();
        return (question.ByOutstanding(rows.Select(row => row with { Outstanding = outstanding.GetValueOrDefault(row.Id) }), row => row.Id), RegisterColumns.For(staff), fileName);
    }
}
