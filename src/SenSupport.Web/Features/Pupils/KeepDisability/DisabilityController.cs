using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.KeepDisability;

/// <summary>A pupil's disability and reasonable adjustments (CoP 6.16, Equality Act 2010). The head reads them.</summary>
[Authorize(Policy = Policies.SeeWholeSchool)]
[Route("pupils/{pupilId:guid}/disability")]
public sealed class DisabilityController(
    SenSupportDbContext db, PupilSaver saver, IValidator<DisabilityForm> texts, IValidator<AdjustmentForm> adjustments, IValidator<EndAdjustmentForm> ends, TimeProvider clock)
    : KeepPupilController(db, saver, clock)
{
    /// <summary>The page.</summary>
    [HttpGet]
    public Task<IActionResult> Show(Guid pupilId) => PageAsync(pupilId);

    /// <summary>Saves the texts.</summary>
    [HttpPost]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Save(Guid pupilId, DisabilityForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        if (!this.Check(texts, form))
        {
            return await PageAsync(pupilId, form);
        }

        var outcome = await Saver.SaveAsync(Person, pupilId, form.Version, new DisabilityText(form.Disability.Trim(), form.NoAdjustmentReason.Trim()), DisabilityPage.Part);
        if (outcome.Conflict is { } conflict)
        {
            ShowConflict(conflict, path => $"{char.ToUpperInvariant(path[0])}{path[1..]}", new Dictionary<string, string>());
            var merged = RecordFields.Read<DisabilityText>(conflict.Merge.Fields);
            return await PageAsync(pupilId, new DisabilityForm { Version = conflict.Version, Disability = merged.Disability, NoAdjustmentReason = merged.NoAdjustmentReason });
        }

        return outcome.Kind == SaveKind.Saved ? Done(pupilId, "Saved.", outcome.MergedWith) : NotFound();
    }

    /// <summary>Adds an adjustment.</summary>
    [HttpPost("adjustments")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Add(Guid pupilId, AdjustmentForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        if (!this.Check(adjustments, form) || !form.Start.TryRead(out var start))
        {
            return await PageAsync(pupilId, adjustment: form);
        }

        var outcome = await Saver.ActAsync(Person, pupilId, null, _ => false, DisabilityPage.With, (pupil, by) => pupil.AddAdjustment(form.Text, start, by));
        return outcome.IsDone ? Done(pupilId, "Adjustment added.", null) : NotFound();
    }

    /// <summary>Asks for the last day of an adjustment.</summary>
    [HttpGet("adjustments/{adjustmentId:guid}/end")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> AskToEnd(Guid pupilId, Guid adjustmentId) =>
        await FindAsync(pupilId, adjustmentId) is null ? NotFound() : View("EndAdjustment", new EndAdjustmentForm { End = DateParts.From(Today) });

    /// <summary>Ends an adjustment.</summary>
    [HttpPost("adjustments/{adjustmentId:guid}/end")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> End(Guid pupilId, Guid adjustmentId, EndAdjustmentForm form)
    {
        if (await FindAsync(pupilId, adjustmentId) is not { } line)
        {
            return NotFound();
        }

        if (this.Check(ends, form) && form.End.TryRead(out var end))
        {
            if (end >= line.Start)
            {
                var outcome = await Saver.ActAsync(Person, pupilId, null, _ => false, DisabilityPage.With, (pupil, by) => pupil.EndAdjustment(adjustmentId, end, by));
                return outcome.IsDone ? Done(pupilId, "Adjustment ended.", null) : NotFound();
            }

            ModelState.AddModelError(nameof(form.End), $"The last day must be on or after {UkDate.Long(line.Start)}, when it began");
        }

        ShowErrors();
        return View("EndAdjustment", form);
    }

    private RedirectResult Done(Guid pupilId, string sentence, string? mergedWith)
    {
        SaySaved(sentence, mergedWith);
        return Redirect($"/pupils/{pupilId}/disability");
    }

    private async Task<AdjustmentLine?> FindAsync(Guid pupilId, Guid adjustmentId)
    {
        var page = await OpenAsync(pupilId) is null ? null : await DisabilityPage.Of(Db, pupilId).FirstAsync();
        var line = page?.Adjustments.FirstOrDefault(adjustment => adjustment.Id == adjustmentId && adjustment.End is null);
        ViewData["Line"] = line;
        return line;
    }

    private async Task<IActionResult> PageAsync(Guid pupilId, DisabilityForm? form = null, AdjustmentForm? adjustment = null)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        ShowErrors();
        var page = await DisabilityPage.Of(Db, pupilId).FirstAsync();
        ViewData["Page"] = page;
        ViewData["Adjustment"] = adjustment ?? new AdjustmentForm { Start = DateParts.From(Today) };
        return View("Disability", form ?? new DisabilityForm { Version = page.Version, Disability = page.Disability, NoAdjustmentReason = page.NoAdjustmentReason });
    }
}
