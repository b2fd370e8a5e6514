using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Banks;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Banks.ListBank;

/// <summary>The school's banks of targets and strategies: those who write plans look in them, the SENCo and the assistant keep them.</summary>
[Authorize(Policy = Policies.ReadBanks)]
[Route("banks")]
public sealed class ListBankController(SenSupportDbContext db) : Controller
{
    /// <summary>The target bank.</summary>
    [HttpGet("targets")]
    public Task<IActionResult> Targets([FromQuery] BankAddress asked) => ListAsync(BankKind.Target, "/banks/targets", asked);

    /// <summary>The strategy bank.</summary>
    [HttpGet("strategies")]
    public Task<IActionResult> Strategies([FromQuery] BankAddress asked) => ListAsync(BankKind.Strategy, "/banks/strategies", asked);

    private async Task<IActionResult> ListAsync(BankKind kind, string path, BankAddress asked)
    {
        IReadOnlyList<BankItem> bank = [.. (await BankReads.ReadAsync(db, kind)).Select(item => item.ForAnyone())];
        return View("ListBank", new ListBankPage(kind, BankResult.Of(BankFilter.Read(path, asked), bank), SignedInStaff.From(User).KeepsBanks));
    }
}
