using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Banks;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Banks.HideEntry;

/// <summary>Taking an entry of a bank out of what is offered, and back; and giving one that was reworded its first words again. Plans that have it keep it.</summary>
[Authorize(Policy = Policies.KeepBanks)]
[Route("banks")]
public sealed class HideEntryController(SenSupportDbContext db, BankEntryHandler entries, TimeProvider clock) : Controller
{
    /// <summary>Hides a target.</summary>
    [HttpPost("targets/{key}/hide")]
    public Task<IActionResult> HideTarget(string key, [FromForm] Guid version, [FromForm] string back = "") => SetAsync(BankKind.Target, key, version, true, back);

    /// <summary>Offers a target again.</summary>
    [HttpPost("targets/{key}/show")]
    public Task<IActionResult> ShowTarget(string key, [FromForm] Guid version, [FromForm] string back = "") => SetAsync(BankKind.Target, key, version, false, back);

    /// <summary>Puts a target's first words back.</summary>
    [HttpPost("targets/{key}/put-back")]
    public Task<IActionResult> PutTargetBack(string key, [FromForm] Guid version) => PutBackAsync(BankKind.Target, key, version);

    /// <summary>Hides a strategy.</summary>
    [HttpPost("strategies/{key}/hide")]
    public Task<IActionResult> HideStrategy(string key, [FromForm] Guid version, [FromForm] string back = "") => SetAsync(BankKind.Strategy, key, version, true, back);

    /// <summary>Offers a strategy again.</summary>
    [HttpPost("strategies/{key}/show")]
    public Task<IActionResult> ShowStrategy(string key, [FromForm] Guid version, [FromForm] string back = "") => SetAsync(BankKind.Strategy, key, version, false, back);

    /// <summary>Puts a strategy's first words back.</summary>
    [HttpPost("strategies/{key}/put-back")]
    public Task<IActionResult> PutStrategyBack(string key, [FromForm] Guid version) => PutBackAsync(BankKind.Strategy, key, version);

    private async Task<IActionResult> SetAsync(BankKind kind, string key, Guid version, bool isHidden, string back)
    {
        var staff = SignedInStaff.From(User);
        if (await BankReads.FindAsync(db, kind, key) is not { } item || await entries.LoadAsync(staff, kind, key, version) is not { } entry)
        {
            return NotFound();
        }

        entry.Hide(isHidden, item.ForAnyone().Title, staff.Acting(clock));
        await entries.SaveAsync(entry);
        TempData.SetNotice((isHidden, entry.IsOwn) switch
        {
            (true, true) => "Retired. Nobody is offered it any more; plans that have it keep it.",
            (true, false) => "Hidden. Nobody is offered it any more; plans that have it keep it.",
            _ => "It is offered again.",
        });
        var list = BankPaths.Of(kind);
        return LocalRedirect(back == list || back.StartsWith($"{list}?", StringComparison.Ordinal) ? back : list);
    }

    private async Task<IActionResult> PutBackAsync(BankKind kind, string key, Guid version)
    {
        var staff = SignedInStaff.From(User);
        if (await BankReads.FindAsync(db, kind, key) is not { } item || await entries.LoadAsync(staff, kind, key, version) is not { } entry)
        {
            return NotFound();
        }

        entry.PutBack(item.ForAnyone().Title, staff.Acting(clock));
        await entries.SaveAsync(entry);
        TempData.SetNotice("The first words are back.");
        return Redirect($"{BankPaths.Of(kind)}/{key}/change");
    }
}
