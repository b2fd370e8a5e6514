using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ChangeStatus;

/// <summary>A pupil's SEN status: its history, and a change of it. Leaving SEN Support is checked on a page of its own first.</summary>
[Authorize(Policy = Policies.SeeWholeSchool)]
[Route("pupils/{pupilId:guid}/status")]
public sealed class StatusController(SenSupportDbContext db, PupilSaver saver, IValidator<StatusForm> validator, TimeProvider clock) : KeepPupilController(db, saver, clock)
{
    /// <summary>The history, and the form for those who may change the status; after a concern that led to SEN Support, with what it says as the reason.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="concern">The concern.</param>
    /// <param name="review">The cycle after whose review the pupil leaves SEN Support, to be monitored.</param>
    /// <param name="to">The status that is filled in.</param>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId, Guid? concern, int? review, SenStatus? to)
    {
        var form = new StatusForm { From = DateParts.From(Today), MonitorUntil = DateParts.From(await SuggestedEndAsync()) };
        if (concern is { } id && await Db.ConcernsReadBy(Person).FirstOrDefaultAsync(row => row.Id == id && row.PupilId == pupilId) is { } raised)
        {
            form.Status = $"{SenStatus.SenSupport}";
            form.Reason = string.Join("\n\n", new[] { raised.Reason, $"After the concern of {UkDate.Long(raised.RaisedOn)}: {raised.Seen}" }.Where(part => part.Length > 0));
        }

        if (to is { } wanted && Enum.IsDefined(wanted))
        {
            form.Status = $"{wanted}";
        }

        if (review is { } number && await Db.Cycles.AsNoTracking().Where(cycle => cycle.PupilId == pupilId && cycle.Number == number).Select(cycle => cycle.Review).FirstOrDefaultAsync() is { } held)
        {
            form.Reason = string.Join("\n\n", new[] { $"After the review of cycle {number}{(held.Decision is { } decision ? $": {decision.Name().ToLowerInvariant()}" : "")}.", held.Impact }.Where(part => part.Length > 0));
            form.MonitorUntil = held.MonitorUntil > Today ? DateParts.From(held.MonitorUntil) : form.MonitorUntil;
        }

        return await PageAsync(pupilId, form);
    }

    /// <summary>Changes the status.</summary>
    [HttpPost]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Change(Guid pupilId, StatusForm form)
    {
        if (await OpenAsync(pupilId) is not { } pupil)
        {
            return NotFound();
        }

        // The page fills in an end of monitoring; whoever chooses another status need not clear it.
        if (form.Status != nameof(SenStatus.Monitoring) && form.Until is { } until && until == await SuggestedEndAsync())
        {
            form.MonitorUntil = new DateParts();
            ModelState.Remove("MonitorUntil.Day");
            ModelState.Remove("MonitorUntil.Month");
            ModelState.Remove("MonitorUntil.Year");
        }

        var page = await StatusPage.Of(Db, pupilId).FirstAsync();
        if (!this.Check(validator, form) || !Fits(page, form))
        {
            ShowErrors();
            return await PageAsync(pupilId, form);
        }

        if (!page.MayMove(Person, form.To))
        {
            return NotFound();
        }

        if (page.Status == SenStatus.SenSupport && !form.Checked)
        {
            return View("CheckStatus", new CheckStatusPage(form, page));
        }

        var outcome = await Saver.ActAsync(
            Person,
            pupilId,
            form.Version,
            step => step.Kind is RecordEventKind.StatusChanged or RecordEventKind.PupilLeft,
            StatusPage.With,
            (saved, by) => saved.ChangeStatus(form.To, form.FromDate, form.Reason, by, form.Until));
        if (outcome.Meanwhile is { } meanwhile)
        {
            ShowMeanwhile(meanwhile);
            ModelState.Remove(nameof(form.Checked));
            (form.Checked, form.Version) = (false, meanwhile.Version);
            return await PageAsync(pupilId, form);
        }

        if (!outcome.IsDone)
        {
            return NotFound();
        }

        SaySaved($"{pupil.FirstName}’s status is {form.To.Name()} from {UkDate.Long(form.FromDate)}.", null);
        return Redirect($"/pupils/{pupilId}/status");
    }

    private async Task<DateOnly> SuggestedEndAsync() => (await Db.Schools.AsNoTracking().FirstAsync()).SuggestedMonitoringEnd(Today);

    // What only the pupil's own record can tell.
    private bool Fits(StatusPage page, StatusForm form)
    {
        if (form.FromDate < page.Since)
        {
            ModelState.AddModelError(nameof(form.From), $"The date must not be before {UkDate.Long(page.Since!.Value)}, when {page.Status.Name()} began");
        }

        if (form.To == page.Status && page.Periods.Count > 0)
        {
            ModelState.AddModelError(nameof(form.Status), $"The status is {page.Status.Name()} already");
        }

        return ModelState.IsValid;
    }

    private async Task<IActionResult> PageAsync(Guid pupilId, StatusForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        var page = await StatusPage.Of(Db, pupilId).FirstAsync();
        form.Version = form.Version == Guid.Empty ? page.Version : form.Version;
        ViewData["Page"] = page;
        return View("Status", form);
    }
}

/// <summary>What is checked before a pupil leaves SEN Support.</summary>
/// <param name="Form">What was entered.</param>
/// <param name="Page">The status as it is.</param>
public sealed record CheckStatusPage(StatusForm Form, StatusPage Page);
