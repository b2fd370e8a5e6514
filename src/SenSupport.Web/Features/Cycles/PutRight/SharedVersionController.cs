using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>Withdrawing a shared version, and marking it as a minor change that nobody need read again.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/versions/{version:int}")]
public sealed class SharedVersionController(
    SenSupportDbContext db, PutRightHandler handler, TimeProvider clock, IValidator<ReasonForm> validator, IValidator<MinorForm> minor) : PutRightBase(db, handler, clock)
{
    /// <summary>Asks before a version is withdrawn.</summary>
    [HttpGet("withdraw")]
    public async Task<IActionResult> AskToWithdraw(Guid pupilId, int number, int version) =>
        await FindVersionAsync(pupilId, number, version) is var (pupil, cycle) ? Ask("Ask", Withdrawing(pupil, cycle, version), new ReasonForm()) : NotFound();

    /// <summary>Withdraws it.</summary>
    [HttpPost("withdraw")]
    public async Task<IActionResult> Withdraw(Guid pupilId, int number, int version, ReasonForm form)
    {
        if (await FindVersionAsync(pupilId, number, version) is not var (pupil, cycle))
        {
            return NotFound();
        }

        // The form's field has the name of the route's: neither may stand in for the other.
        ModelState.Remove(nameof(form.Version));
        form.Version = Guid.TryParse(Request.Form["Version"], out var shown) ? shown : default;
        var page = Withdrawing(pupil, cycle, version);
        if (!this.Check(validator, form))
        {
            return Ask("Ask", page, form);
        }

        if (form.Version != cycle.Version)
        {
            return AskAgain("Ask", page, form);
        }

        await Handler.ActAsync(cycle, (changed, by) => changed.WithdrawVersion(version, form.Reason, by), Person);
        return Done($"Version {version} is withdrawn.", page.Back);
    }

    /// <summary>Marks it as a minor change, or no longer.</summary>
    [HttpPost("minor")]
    public async Task<IActionResult> MarkMinor(Guid pupilId, int number, int version, MinorForm form)
    {
        if (await FindVersionAsync(pupilId, number, version) is not var (pupil, cycle) || !minor.Validate(form).IsValid)
        {
            return NotFound();
        }

        await Handler.ActAsync(cycle, (changed, by) => changed.MarkMinor(version, form.IsMinor, by), Person);
        return Done(form.IsMinor ? $"Version {version} is a minor change: nobody need read it again." : $"Version {version} is not a minor change.", $"/pupils/{pupil.Id}/cycles/{number}/versions");
    }

    private static AskPage Withdrawing(PupilHeaderRow pupil, SupportCycle cycle, int version)
    {
        var left = cycle.PlanVersions.Where(kept => !kept.IsWithdrawn && kept.Number != version).Select(kept => kept.Number).DefaultIfEmpty().Max();
        return new AskPage(
            pupil,
            cycle,
            $"Withdraw version {version} of the plan?",
            [
                "It stays in the list as withdrawn, with the date and your reason. Its PDF is for the SENCo only.",
                left == 0 ? "No other version is in force: the plan can be put right and shared again." : $"Version {left} is the current plan.",
                "Whoever has a copy of it keeps that copy: ask for it back.",
            ],
            $"/pupils/{pupil.Id}/cycles/{cycle.Number}/versions/{version}/withdraw",
            $"Withdraw version {version}")
        { Back = $"/pupils/{pupil.Id}/cycles/{cycle.Number}/versions" };
    }

    private async Task<(PupilHeaderRow Pupil, SupportCycle Cycle)?> FindVersionAsync(Guid pupilId, int number, int version) =>
        await FindAsync(pupilId, number) is var (pupil, cycle) && cycle.PlanVersions.Any(kept => kept.Number == version && !kept.IsWithdrawn) ? (pupil, cycle) : null;
}
