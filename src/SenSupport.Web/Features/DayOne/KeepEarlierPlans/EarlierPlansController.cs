using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Earlier;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.DayOne.KeepEarlierPlans;

/// <summary>A pupil's plans from before the school used SenSupport: listed, attached with their dates and result, and removed where one was attached by mistake.</summary>
[Authorize(Policy = Policies.ReadDocuments)]
[Route("pupils/{pupilId:guid}/earlier-plans")]
public sealed class EarlierPlansController(SenSupportDbContext db, PupilSaver saver, TimeProvider clock, IValidator<EarlierPlanForm> validator) : Controller
{
    /// <summary>The list, and the form for those who keep the record.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid pupilId) => await OpenAsync(pupilId) is { } pupil ? await PageAsync(pupil, new EarlierPlanForm()) : NotFound();

    /// <summary>Attaches a plan.</summary>
    [HttpPost("")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    [RequestSizeLimit(DocumentUpload.MostRequestBytes)]
    public async Task<IActionResult> Attach(Guid pupilId, EarlierPlanForm form, CancellationToken cancel)
    {
        var staff = SignedInStaff.From(User);
        if (await OpenAsync(pupilId) is not { } header)
        {
            return NotFound();
        }

        this.Check(validator, form);
        var document = await this.ReadDocumentAsync(form.File, nameof(form.File), cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(header, form);
        }

        var name = form.Name.Trim().Length > 0 ? form.Name : Path.GetFileNameWithoutExtension(document!.FileName);
        var outcome = await saver.ActAsync(staff, pupilId, null, _ => false, Papers, (pupil, by) =>
        {
            var content = document?.Content(staff.SchoolId);
            if (content is not null)
            {
                db.Add(content);
                pupil.AttachDocument(new DocumentDetails(content.Id, name, document!.FileName, document.Bytes.Length, form.EndedOn.TryRead(out var end) && end <= by.Today ? end : null), by);
            }

            pupil.RecordPastPlan(form.Details(name, content?.Id), by);
        });
        if (!outcome.IsDone)
        {
            return NotFound();
        }

        TempData.SetNotice($"{name} is kept among the earlier plans.");
        return Redirect(Request.Path);
    }

    /// <summary>Asks whether a plan is to be removed.</summary>
    [HttpGet("{planId:guid}/remove")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> AskRemove(Guid pupilId, Guid planId) =>
        await OpenAsync(pupilId) is not null && await EarlierPlanRow.Of(db, pupilId).FirstOrDefaultAsync(plan => plan.Id == planId) is { } plan ? View("RemoveEarlierPlan", plan) : NotFound();

    /// <summary>Removes a plan that was attached by mistake, and its document; the timeline keeps its name.</summary>
    [HttpPost("{planId:guid}/remove")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Remove(Guid pupilId, Guid planId)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        Guid? content = null;
        var outcome = await saver.ActAsync(SignedInStaff.From(User), pupilId, null, _ => false, Papers, (pupil, by) => content = pupil.RemovePastPlan(planId, by));
        if (!outcome.IsDone)
        {
            return NotFound();
        }

        await db.FileContents.Where(stored => stored.Id == content).ExecuteDeleteAsync();
        await transaction.CommitAsync();
        TempData.SetNotice("Removed. The timeline keeps that it was there.");
        return Redirect($"/pupils/{pupilId}/earlier-plans");
    }

    private static IQueryable<Pupil> Papers(IQueryable<Pupil> pupils) => pupils.Include(pupil => pupil.PastPlans).Include(pupil => pupil.Documents);

    private async Task<PupilHeader?> OpenAsync(Guid pupilId)
    {
        if (await PupilHeaderReader.FindAsync(db, SignedInStaff.From(User), pupilId) is not { } pupil)
        {
            return null;
        }

        var header = pupil.On(SchoolClock.Today(clock));
        ViewData.SetPupil(header);
        return header;
    }

    private async Task<ViewResult> PageAsync(PupilHeader pupil, EarlierPlanForm form)
    {
        ViewData["MayRemove"] = SignedInStaff.From(User).KeepsSenRecords;
        ViewData["Plans"] = await EarlierPlanRow.Of(db, pupil.Id).ToListAsync();
        return View("EarlierPlans", form);
    }
}
