using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Progress;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Features.Imports.UploadPlans;
using SenSupport.Web.Features.Shared.Exports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.UploadPoints;

/// <summary>The table to fill in: with an example, or prepared for the pupils on the register or for all on roll.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("imports/points")]
public sealed class PointSampleController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The table as a workbook.</summary>
    /// <param name="pupils">"register" or "roll" for a prepared one.</param>
    [HttpGet("sample.xlsx")]
    public async Task<IActionResult> Workbook(string pupils = "")
    {
        var (name, rows) = await RowsAsync(pupils, "xlsx");
        return File(WorkbookExport.Write("Results", PointSample.Columns, rows, HttpContext.RequestAborted), WorkbookExport.ContentType, name);
    }

    /// <summary>The table as CSV.</summary>
    /// <param name="pupils">"register" or "roll" for a prepared one.</param>
    [HttpGet("sample.csv")]
    public async Task<IActionResult> Csv(string pupils = "")
    {
        var (name, rows) = await RowsAsync(pupils, "csv");
        var csv = new MemoryStream();
        await CsvExport.WriteAsync(csv, PointSample.Columns, rows, HttpContext.RequestAborted);
        return File(csv.ToArray(), CsvExport.ContentType, name);
    }

    internal static IQueryable<PointSamplePupil> InSample(SenSupportDbContext db, bool onRegister) =>
        from pupil in onRegister ? PlanSampleController.OnRegister(db) : db.Pupils.AsNoTracking().Where(known => known.LeftOn == null)
        orderby pupil.NcYearOrder, pupil.SortName, pupil.Id
        select new PointSamplePupil(
            pupil.Upn,
            pupil.Surname,
            pupil.KnownAs != "" ? pupil.KnownAs : pupil.Forename,
            pupil.BirthDate,
            db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault() ?? "",
            pupil.NcYear);

    private async Task<(string Name, IEnumerable<PointSampleRow> Rows)> RowsAsync(string pupils, string kind)
    {
        if (pupils is not ("register" or "roll"))
        {
            return ($"results-to-fill-in.{kind}", PointSample.Examples(SchoolClock.Today(clock)));
        }

        var (name, named) = (Download.Name("results-to-fill-in", SchoolClock.Today(clock), kind), await InSample(db, pupils == "register").ToListAsync());
        db.AddExport(SignedInStaff.From(User), clock, "Table for assessment points", name, pupils == "register" ? "Pupils on the register" : "Pupils on roll", named.Count);
        await db.SaveChangesAsync();
        return (name, named.Select(pupil => PointSample.For(pupil.Upn, pupil.Surname, pupil.Forename, pupil.BirthDate, pupil.Class, pupil.Year)));
    }
}

/// <summary>A pupil of the table to fill in.</summary>
public sealed record PointSamplePupil(string Upn, string Surname, string Forename, DateOnly BirthDate, string Class, string Year);
