using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.RankNeeds;

/// <summary>A pupil's needs by rank: added, moved, closed. The head reads them.</summary>
[Authorize(Policy = Policies.ReadDetails)]
[Route("pupils/{pupilId:guid}/needs")]
public sealed class NeedsController(
    SenSupportDbContext db, PupilSaver saver, IValidator<AddNeedForm> adding, IValidator<MoveNeedForm> moving, IValidator<CloseNeedForm> closing, TimeProvider clock)
    : KeepPupilController(db, saver, clock)
{
    /// <summary>The list, with the form to add one.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId) => await PageAsync(pupilId, new AddNeedForm { From = DateParts.From(Today) });

    /// <summary>Adds a need after the others.</summary>
    [HttpPost]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Add(Guid pupilId, AddNeedForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        var page = await NeedsPage.Of(Db, pupilId).FirstAsync();
        if (!this.Check(adding, form) || !Fits(page, form))
        {
            ShowErrors();
            return await PageAsync(pupilId, form);
        }

        var outcome = await ActAsync(pupilId, form.Version, (pupil, by) => NeedsPage.Add(pupil, form, by));
        return await DoneAsync(pupilId, outcome, form, $"{form.Code} is added.");
    }

    /// <summary>Moves a need up or down in rank.</summary>
    [HttpPost("{needId:guid}/move")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Move(Guid pupilId, Guid needId, MoveNeedForm form)
    {
        if (await FindAsync(pupilId, needId) is not { } need || !this.Check(moving, form))
        {
            return NotFound();
        }

        var outcome = await ActAsync(pupilId, form.Version, (pupil, by) => NeedsPage.Move(pupil, needId, form.Move == "up" ? -1 : 1, by));
        return await DoneAsync(pupilId, outcome, new AddNeedForm { From = DateParts.From(Today) }, $"{need.Code} is moved {form.Move}.");
    }

    /// <summary>Asks from which day a need no longer counts.</summary>
    [HttpGet("{needId:guid}/close")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> AskToClose(Guid pupilId, Guid needId)
    {
        if (await FindAsync(pupilId, needId) is not { } need)
        {
            return NotFound();
        }

        ViewData["Need"] = need;
        return View("CloseNeed", new CloseNeedForm { Version = (await NeedsPage.Of(Db, pupilId).FirstAsync()).Version, From = DateParts.From(Today) });
    }

    /// <summary>Closes a need.</summary>
    [HttpPost("{needId:guid}/close")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Close(Guid pupilId, Guid needId, CloseNeedForm form)
    {
        if (await FindAsync(pupilId, needId) is not { } need)
        {
            return NotFound();
        }

        if (this.Check(closing, form) && form.FromDate < need.Start)
        {
            ModelState.AddModelError(nameof(form.From), $"The date must be on or after {Shared.UkDate.Long(need.Start)}, when the need began");
        }

        ViewData["Need"] = need;
        ShowErrors();
        if (!ModelState.IsValid)
        {
            return View("CloseNeed", form);
        }

        var outcome = await ActAsync(pupilId, form.Version, (pupil, by) => NeedsPage.Close(pupil, needId, form.FromDate, by));
        if (outcome.Meanwhile is { } meanwhile)
        {
            ShowMeanwhile(meanwhile);
            form.Version = meanwhile.Version;
            return View("CloseNeed", form);
        }

        return await DoneAsync(pupilId, outcome, new AddNeedForm(), $"{need.Code} is closed.");
    }

    private Task<ActOutcome> ActAsync(Guid pupilId, Guid version, Action<Pupil, Acting> act) =>
        Saver.ActAsync(Person, pupilId, version, step => step.Kind is RecordEventKind.NeedsChanged or RecordEventKind.StatusChanged, NeedsPage.With, act);

    private async Task<IActionResult> DoneAsync(Guid pupilId, ActOutcome outcome, AddNeedForm form, string sentence)
    {
        if (outcome.Meanwhile is { } meanwhile)
        {
            ShowMeanwhile(meanwhile);
            form.Version = meanwhile.Version;
            return await PageAsync(pupilId, form);
        }

        if (!outcome.IsDone)
        {
            return NotFound();
        }

        SaySaved(sentence, null);
        return Redirect($"/pupils/{pupilId}/needs");
    }

    // What only the pupil's own record can tell.
    private bool Fits(NeedsPage page, AddNeedForm form)
    {
        if (page.Current.Any(need => need.Code == form.Code))
        {
            ModelState.AddModelError(nameof(form.Code), $"{form.Code} is a current need already");
        }
        else if (form.Code == "NSA" && page.Status != SenStatus.SenSupport)
        {
            ModelState.AddModelError(nameof(form.Code), "NSA is used with SEN Support only");
        }

        return ModelState.IsValid;
    }

    private async Task<NeedLine?> FindAsync(Guid pupilId, Guid needId) =>
        await OpenAsync(pupilId) is null ? null : (await NeedsPage.Of(Db, pupilId).FirstAsync()).Current.FirstOrDefault(need => need.Id == needId);

    private async Task<IActionResult> PageAsync(Guid pupilId, AddNeedForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        var page = await NeedsPage.Of(Db, pupilId).FirstAsync();
        form.Version = form.Version == Guid.Empty ? page.Version : form.Version;
        ViewData["Page"] = page;
        ViewData["Today"] = Today;
        return View("Needs", form);
    }
}
