using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Banks;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Checklists;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Banks.WriteChecklist;

/// <summary>Rewording a checklist: each change is another version, and what was answered keeps the words it had. Hiding one, and offering it again.</summary>
[Authorize(Policy = Policies.KeepBanks)]
[Route("banks/checklists/{key}")]
public sealed class WriteChecklistController(SenSupportDbContext db, TimeProvider clock, IValidator<ChecklistForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("change")]
    public async Task<IActionResult> Show(string key) => await ChecklistReads.FindAsync(db, key) is { } item ? Page(item, ChecklistForm.Of(item)) : NotFound();

    /// <summary>Saves another version.</summary>
    [HttpPost("change")]
    public async Task<IActionResult> Change(string key, ChecklistForm form)
    {
        if (await ChecklistReads.FindAsync(db, key) is not { } item)
        {
            return NotFound();
        }

        form.Statements.RemoveAll(row => row is null);
        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(item, form);
        }

        var checklist = await LoadAsync(key, form.Version);
        if (form.Over(item.Content) is not { } content)
        {
            return NotFound();
        }

        checklist.Write(content, item.Content, SignedInStaff.From(User).Acting(clock));
        await SaveAsync(checklist);
        TempData.SetNotice(checklist.LatestVersion == item.Number ? "Nothing was changed." : $"Version {checklist.LatestVersion} is in use. What was answered before keeps its words.");
        return Redirect($"/banks/checklists/{key}");
    }

    /// <summary>Hides it.</summary>
    [HttpPost("hide")]
    public Task<IActionResult> Hide(string key, [FromForm] Guid version) => SetAsync(key, version, true);

    /// <summary>Offers it again.</summary>
    [HttpPost("show")]
    public Task<IActionResult> Offer(string key, [FromForm] Guid version) => SetAsync(key, version, false);

    private async Task<IActionResult> SetAsync(string key, Guid version, bool isHidden)
    {
        if (await ChecklistReads.FindAsync(db, key) is not { } item)
        {
            return NotFound();
        }

        var checklist = await LoadAsync(key, version);
        checklist.Hide(isHidden, item.Content.Title, SignedInStaff.From(User).Acting(clock));
        await SaveAsync(checklist);
        TempData.SetNotice(isHidden ? "Hidden. What was answered stays." : "It is offered again.");
        return Redirect("/banks/checklists");
    }

    // Saving over a colleague's change is refused.
    private async Task<Checklist> LoadAsync(string key, Guid version)
    {
        if (await ChecklistReads.Row(db, key).FirstOrDefaultAsync() is not { } row)
        {
            return Checklist.StandInFor(SignedInStaff.From(User).SchoolId, key);
        }

        db.Entry(row).Property(known => known.Version).OriginalValue = version;
        return version == row.Version ? row : throw new DbUpdateConcurrencyException("The checklist has changed since the page was opened");
    }

    private async Task SaveAsync(Checklist checklist)
    {
        if (checklist.PendingEvents.Count > 0 && db.Entry(checklist).State == EntityState.Detached)
        {
            db.Add(checklist);
        }

        await db.SaveChangesAsync();
    }

    private ViewResult Page(ChecklistItem item, ChecklistForm form)
    {
        ViewData["Item"] = item;
        return View("WriteChecklist", form);
    }
}
