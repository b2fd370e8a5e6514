using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Banks;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Banks.WriteTarget;

/// <summary>Adding a target to the school's bank, and rewording one.</summary>
[Authorize(Policy = Policies.KeepBanks)]
[Route("banks/targets")]
public sealed class WriteTargetController(SenSupportDbContext db, BankEntryHandler entries, TimeProvider clock, IValidator<TargetEntryForm> validator) : Controller
{
    /// <summary>The page for a new one.</summary>
    [HttpGet("add")]
    public IActionResult New() => Page(new TargetEntryForm(), null);

    /// <summary>Adds it.</summary>
    [HttpPost("add")]
    public async Task<IActionResult> Add(TargetEntryForm form)
    {
        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(form, null);
        }

        var staff = SignedInStaff.From(User);
        db.Add(BankEntry.Add(staff.SchoolId, form.Content(), staff.Acting(clock)));
        await db.SaveChangesAsync();
        TempData.SetNotice("Target added to the bank.");
        return Redirect("/banks/targets?state=own");
    }

    /// <summary>The page for one that is there.</summary>
    [HttpGet("{key}/change")]
    public async Task<IActionResult> Show(string key) =>
        await BankReads.FindAsync(db, BankKind.Target, key) is { } item ? Page(TargetEntryForm.Of(item.Target!, item.Version), item) : NotFound();

    /// <summary>Saves it.</summary>
    [HttpPost("{key}/change")]
    public async Task<IActionResult> Change(string key, TargetEntryForm form)
    {
        if (await BankReads.FindAsync(db, BankKind.Target, key) is not { } item)
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(form, item);
        }

        var staff = SignedInStaff.From(User);
        if (await entries.LoadAsync(staff, BankKind.Target, key, form.Version) is not { } entry)
        {
            return NotFound();
        }

        entry.Write(form.Content(), StartingBank.Targets.GetValueOrDefault(key), staff.Acting(clock));
        await entries.SaveAsync(entry);
        TempData.SetNotice("Target saved. Plans that have it keep their words.");
        return Redirect("/banks/targets");
    }

    private ViewResult Page(TargetEntryForm form, BankItem? item)
    {
        ViewData["Item"] = item;
        return View("WriteTarget", form);
    }
}
