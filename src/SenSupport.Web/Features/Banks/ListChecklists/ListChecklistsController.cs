using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Checklists;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Banks.ListChecklists;

/// <summary>The school's observation checklists, and each in any of its versions.</summary>
[Authorize(Policy = Policies.ReadBanks)]
[Route("banks/checklists")]
public sealed class ListChecklistsController(SenSupportDbContext db) : Controller
{
    /// <summary>All of them by area: hidden ones for those who keep the banks.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List()
    {
        var mayKeep = SignedInStaff.From(User).KeepsBanks;
        ViewData["MayKeep"] = mayKeep;
        return View("ListChecklists", (await ChecklistReads.ReadAsync(db)).Where(item => mayKeep || !item.IsHidden).ToList());
    }

    /// <summary>One to read.</summary>
    /// <param name="key">The checklist.</param>
    /// <param name="version">A version; the one in use where none is given.</param>
    [HttpGet("{key}")]
    public async Task<IActionResult> Show(string key, int? version = null)
    {
        if (await ChecklistReads.FindAsync(db, key) is not { } now || await ChecklistReads.FindAsync(db, key, version) is not { } item)
        {
            return NotFound();
        }

        ViewData["MayKeep"] = SignedInStaff.From(User).KeepsBanks;
        ViewData["Latest"] = now.Number;
        return View("ShowChecklist", item);
    }
}
