using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Census;
using SenSupport.Web.Features.Shared.Exports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.CheckCensus;

/// <summary>The SEN part of a school census: what the collection would send back, and an extract to compare with the management information system's own.</summary>
[Authorize(Policy = Policies.Export)]
public sealed class CheckCensusController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>The check list.</summary>
    /// <param name="day">A census day as yyyy-MM-dd; nothing for the next.</param>
    /// <param name="check">A kind of finding; nothing for all.</param>
    /// <param name="page">From 1.</param>
    [HttpGet("/exports/census")]
    public async Task<IActionResult> Show(string? day, string? check, int page = 1)
    {
        var today = SchoolClock.Today(clock);
        if (page < 1 || CensusDays.Find(day, today) is not { } census)
        {
            return NotFound();
        }

        var rows = await CensusReads.Rows(db, SignedInStaff.From(User), census.Day).ToListAsync();
        var findings = CensusChecks.Check(census, [.. rows.Select(row => row.ToCensus())]);
        return View("CheckCensus", new CheckCensusPage(census, today, rows, findings, Enum.TryParse<CensusCheck>(check, out var kind) && Enum.IsDefined(kind) ? kind : null, page));
    }

    /// <summary>The extract.</summary>
    [HttpGet("/exports/census.xml")]
    public async Task<IActionResult> Extract(string? day)
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));
        if (CensusDays.Find(day, today) is not { } census)
        {
            return NotFound();
        }

        var school = await CensusReads.School(db).FirstAsync();
        var xml = new MemoryStream();
        var count = 0;
        CensusExtract.Write(xml, census, school.LocalAuthorityNumber, school.EstablishmentNumber, CensusReads.Rows(db, staff, census.Day).AsEnumerable().Select(Counted));
        var fileName = Download.Name($"school-census-sen-{census.Term}".ToLowerInvariant(), census.Day, "xml");
        db.AddExport(staff, clock, "School census SEN extract", fileName, census.Name, count);
        await db.SaveChangesAsync();
        xml.Position = 0;
        return File(xml, "application/xml", fileName);

        CensusPupil Counted(CensusRow row)
        {
            count++;
            return row.ToCensus();
        }
    }
}

/// <summary>The census days that can be asked for.</summary>
public static class CensusDays
{
    /// <summary>The three before today, and the three from today on, earliest first.</summary>
    public static IReadOnlyList<SchoolCensus> Around(DateOnly today)
    {
        var known = Enumerable.Range(today.Year - 2, 5).SelectMany(year => new[] { CensusTerm.Spring, CensusTerm.Summer, CensusTerm.Autumn }.Select(term => new SchoolCensus(term, year))).ToList();
        return [.. known.Where(census => census.Day < today).TakeLast(3), .. known.Where(census => census.Day >= today).Take(3)];
    }

    /// <summary>The census of a day; the next one where no day is given, null where the day is none of them.</summary>
    public static SchoolCensus? Find(string? day, DateOnly today) => string.IsNullOrEmpty(day)
        ? SchoolCensus.NextFrom(today)
        : Around(today).Select(census => (SchoolCensus?)census).FirstOrDefault(census => $"{census!.Value.Day:yyyy-MM-dd}" == day);
}
