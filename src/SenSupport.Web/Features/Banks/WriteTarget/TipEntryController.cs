using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Banks;
using SenSupport.Web.Features.Shared.Targets;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Banks.WriteTarget;

/// <summary>What the SMART helper says of a target of the bank while it is typed. Nothing is stored.</summary>
[Authorize(Policy = Policies.KeepBanks)]
public sealed class TipEntryController(TimeProvider clock) : Controller
{
    /// <summary>The tips as a piece of the page.</summary>
    [HttpPost("banks/targets/tips")]
    [Authorize(Policy = Policies.KeepBanks)]
    [SkipStatusCodePages]
    public IActionResult Show(TargetEntryForm form) =>
        new[] { form.Statement, form.Baseline, form.Measure, form.SuccessCriterion }.All(text => text.Length <= BankEntry.LongestText) ? PartialView(TargetTips.View, form.Tips(SchoolClock.Today(clock))) : BadRequest();
}
