using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>What of a cycle the SENCo can put right; opening it again when it is closed.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/put-right")]
public sealed class PutRightController(SenSupportDbContext db, PutRightHandler handler, TimeProvider clock, IValidator<ReasonForm> validator) : PutRightBase(db, handler, clock)
{
    /// <summary>Everything that can be put right, each with its own page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, int number) =>
        await FindAsync(pupilId, number) is var (pupil, cycle)
            ? View("PutRight", new PutRightPage(pupil, cycle, await PutRightReads.Profiles(Db, pupilId).ToListAsync()))
            : NotFound();

    /// <summary>Asks before a cycle is opened again.</summary>
    [HttpGet("reopen")]
    public async Task<IActionResult> AskToReopen(Guid pupilId, int number) =>
        await FindAsync(pupilId, number) is not var (pupil, cycle) ? NotFound()
            : cycle.IsOpen ? Redirect($"/pupils/{pupilId}/cycles/{number}")
            : Ask("Ask", Reopening(pupil, cycle), new ReasonForm());

    /// <summary>Opens it again, at its review.</summary>
    [HttpPost("reopen")]
    public async Task<IActionResult> Reopen(Guid pupilId, int number, ReasonForm form)
    {
        if (await FindAsync(pupilId, number) is not var (pupil, cycle))
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            return Ask("Ask", Reopening(pupil, cycle), form);
        }

        if (form.Version != cycle.Version)
        {
            return AskAgain("Ask", Reopening(pupil, cycle), form);
        }

        await Handler.ReopenAsync(cycle, form.Reason, Person);
        return Done($"Cycle {number} is open again, at its review.", $"/pupils/{pupilId}/cycles/{number}/review");
    }

    private static AskPage Reopening(PupilHeaderRow pupil, SupportCycle cycle) => new(
        pupil,
        cycle,
        $"Open cycle {cycle.Number} again?",
        [
            "It goes back to its review, which can be changed and closed again.",
            .. cycle.Review.Decision == ReviewDecision.LeaveSenSupport
                ? (string[])[$"{pupil.FirstName}’s SEN status stays as it is now: change it on its own page if the decision was wrong."]
                : [],
            "The timeline keeps that it was closed, when and by whom.",
        ],
        $"/pupils/{pupil.Id}/cycles/{cycle.Number}/put-right/reopen",
        $"Open cycle {cycle.Number} again");
}
