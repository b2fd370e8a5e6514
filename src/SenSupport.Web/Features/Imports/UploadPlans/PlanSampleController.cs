using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Plans;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Features.Shared.Exports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.UploadPlans;

/// <summary>How many pupils of the register the prepared table holds, and how many have a cycle in SenSupport already.</summary>
public sealed record PlanSampleCounts(int Prepared, int WithCycle);

/// <summary>The table to fill in: with an example, or prepared for the pupils on the register who have no open cycle.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("imports/plans")]
public sealed class PlanSampleController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The table as a workbook.</summary>
    /// <param name="pupils">"register" for the prepared one.</param>
    [HttpGet("sample.xlsx")]
    public async Task<IActionResult> Workbook(string pupils = "")
    {
        var (name, rows) = await RowsAsync(pupils == "register", "xlsx");
        return File(WorkbookExport.Write("Plans", PlanSample.Columns, rows, HttpContext.RequestAborted), WorkbookExport.ContentType, name);
    }

    /// <summary>The table as CSV.</summary>
    /// <param name="pupils">"register" for the prepared one.</param>
    [HttpGet("sample.csv")]
    public async Task<IActionResult> Csv(string pupils = "")
    {
        var (name, rows) = await RowsAsync(pupils == "register", "csv");
        var csv = new MemoryStream();
        await CsvExport.WriteAsync(csv, PlanSample.Columns, rows, HttpContext.RequestAborted);
        return File(csv.ToArray(), CsvExport.ContentType, name);
    }

    /// <summary>The counts for the page.</summary>
    internal static async Task<PlanSampleCounts> CountsAsync(SenSupportDbContext db)
    {
        var prepared = await ToPrepare(db).CountAsync();
        return new PlanSampleCounts(prepared, await OnRegister(db).CountAsync() - prepared);
    }

    internal static IQueryable<Pupil> OnRegister(SenSupportDbContext db) =>
        db.Pupils.AsNoTracking().Where(pupil => pupil.LeftOn == null && (pupil.Status == SenStatus.SenSupport || pupil.Status == SenStatus.EhcPlan));

    internal static IQueryable<Pupil> ToPrepare(SenSupportDbContext db) => OnRegister(db).Where(pupil => !db.Cycles.Any(cycle => cycle.PupilId == pupil.Id && cycle.Stage != CycleStage.Closed));

    internal static IQueryable<PlanSamplePupil> InSample(SenSupportDbContext db) =>
        from pupil in ToPrepare(db)
        orderby pupil.SortName, pupil.Id
        select new PlanSamplePupil(
            pupil.Upn,
            pupil.Surname,
            pupil.KnownAs != "" ? pupil.KnownAs : pupil.Forename,
            pupil.BirthDate,
            db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault() ?? "",
            db.Staff.Where(person => person.Id == pupil.ResponsibleTeacherId).Select(person => person.Name).FirstOrDefault() ?? "");

    private async Task<(string Name, IEnumerable<PlanSampleRow> Rows)> RowsAsync(bool isPrepared, string kind)
    {
        if (!isPrepared)
        {
            return ($"plans-to-fill-in.{kind}", PlanSample.Examples(SchoolClock.Today(clock)));
        }

        var (name, pupils) = (Download.Name("plans-to-fill-in", SchoolClock.Today(clock), kind), await InSample(db).ToListAsync());
        db.AddExport(SignedInStaff.From(User), clock, "Table for current plans", name, "Pupils on the register without an open cycle", pupils.Count);
        await db.SaveChangesAsync();
        return (name, PlanSample.For(pupils));
    }
}
