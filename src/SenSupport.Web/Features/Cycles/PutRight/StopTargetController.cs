using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>Stopping a target before its time, and going on with it.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/put-right/targets/{targetId:guid}")]
public sealed class StopTargetController(
    SenSupportDbContext db, PutRightHandler handler, TimeProvider clock, IValidator<StopTargetForm> validator, IValidator<ReasonForm> reasons) : PutRightBase(db, handler, clock)
{
    /// <summary>Asks since when and why.</summary>
    [HttpGet("stop")]
    public async Task<IActionResult> AskToStop(Guid pupilId, int number, Guid targetId) =>
        await FindTargetAsync(pupilId, number, targetId, stopped: false) is var (pupil, cycle, target)
            ? Ask("StopTarget", Stopping(pupil, cycle, target), new StopTargetForm { On = DateParts.From(Today) })
            : NotFound();

    /// <summary>Stops it.</summary>
    [HttpPost("stop")]
    public async Task<IActionResult> Stop(Guid pupilId, int number, Guid targetId, StopTargetForm form)
    {
        if (await FindTargetAsync(pupilId, number, targetId, stopped: false) is not var (pupil, cycle, target))
        {
            return NotFound();
        }

        var page = Stopping(pupil, cycle, target);
        if (this.Check(validator, form) && form.On.TryRead(out var read) && read < cycle.OpenedOn)
        {
            ModelState.AddModelError(nameof(form.On), $"The date must be {UkDate.Long(cycle.OpenedOn)} or later: the cycle was opened then");
        }

        if (!ModelState.IsValid || !form.On.TryRead(out var on))
        {
            return Ask("StopTarget", page, form);
        }

        if (form.Version != cycle.Version)
        {
            return AskAgain("StopTarget", page, form);
        }

        await Handler.ActAsync(cycle, (stopped, by) => stopped.StopTarget(targetId, on, form.Reason, form.BringOver, by), Person);
        return Done($"Target {target.Position + 1} is stopped.", page.Back);
    }

    /// <summary>Asks before a stopped target goes on.</summary>
    [HttpGet("resume")]
    public async Task<IActionResult> AskToResume(Guid pupilId, int number, Guid targetId) =>
        await FindTargetAsync(pupilId, number, targetId, stopped: true) is var (pupil, cycle, target) ? Ask("Ask", Resuming(pupil, cycle, target), new ReasonForm()) : NotFound();

    /// <summary>Goes on with it.</summary>
    [HttpPost("resume")]
    public async Task<IActionResult> Resume(Guid pupilId, int number, Guid targetId, ReasonForm form)
    {
        if (await FindTargetAsync(pupilId, number, targetId, stopped: true) is not var (pupil, cycle, target))
        {
            return NotFound();
        }

        var page = Resuming(pupil, cycle, target);
        if (!this.Check(reasons, form))
        {
            return Ask("Ask", page, form);
        }

        if (form.Version != cycle.Version)
        {
            return AskAgain("Ask", page, form);
        }

        await Handler.ActAsync(cycle, (resumed, by) => resumed.ResumeTarget(targetId, form.Reason, by), Person);
        return Done($"Target {target.Position + 1} goes on.", page.Back);
    }

    private static AskPage Stopping(PupilHeaderRow pupil, SupportCycle cycle, Target target) => new(
        pupil,
        cycle,
        $"Stop target {target.Position + 1}?",
        ["It stays in the plan, with the day and the reason.", "It is marked no more, and counts as stopped in the review."],
        $"/pupils/{pupil.Id}/cycles/{cycle.Number}/put-right/targets/{target.Id}/stop",
        "Stop the target")
    { About = target.Statement };

    private static AskPage Resuming(PupilHeaderRow pupil, SupportCycle cycle, Target target) => new(
        pupil,
        cycle,
        $"Go on with target {target.Position + 1}?",
        ["It is marked and reviewed again as before."],
        $"/pupils/{pupil.Id}/cycles/{cycle.Number}/put-right/targets/{target.Id}/resume",
        "Go on with the target")
    { About = $"{target.Statement}\n\nStopped on {UkDate.Long(target.StoppedOn!.Value)}: {target.StopReason}" };

    private async Task<(PupilHeaderRow Pupil, SupportCycle Cycle, Target Target)?> FindTargetAsync(Guid pupilId, int number, Guid targetId, bool stopped) =>
        await FindAsync(pupilId, number) is var (pupil, cycle) && cycle.Targets.FirstOrDefault(known => known.Id == targetId && known.IsStopped == stopped) is { } target ? (pupil, cycle, target) : null;
}
