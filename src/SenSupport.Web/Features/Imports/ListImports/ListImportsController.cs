using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.ListImports;

/// <summary>The school's imports, latest first.</summary>
[Authorize(Policy = Policies.KeepPupils)]
public sealed class ListImportsController(SenSupportDbContext db) : Controller
{
    private const int Size = 25;

    /// <summary>The history, searched by file name or person and filtered by state.</summary>
    [HttpGet("/imports")]
    public async Task<IActionResult> List(string search = "", string state = "", string page = "")
    {
        ImportState? only = Enum.TryParse<ImportState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        var sought = (search ?? "").Trim() is { Length: > 100 } text ? text[..100] : (search ?? "").Trim();
        var staff = SignedInStaff.From(User);
        var found = ListImportsPage.Found(db, staff, sought, only);
        var total = await found.CountAsync();
        var pages = Math.Max(1, (total + Size - 1) / Size);
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        var rows = await ListImportsPage.InRows(found).Skip((number - 1) * Size).Take(Size).ToListAsync();
        return View("ListImports", new ListImportsPage(staff, sought, only, number, pages, total, rows, total > 0 || await ImportFiles.ImportsOf(db, staff).AnyAsync()));
    }
}
