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

namespace SenSupport.Web.Features.DayOne.KeepReceived;

/// <summary>What a pupil's previous setting sent, kept as it was received: where the first assessment starts (CoP 6.57). Nothing here is changed; a correction is an entry of its own.</summary>
[Authorize(Policy = Policies.ReadDocuments)]
[Route("pupils/{pupilId:guid}/received")]
public sealed class ReceivedController(SenSupportDbContext db, PupilSaver saver, TimeProvider clock, IValidator<ReceivedForm> validator) : Controller
{
    /// <summary>What was received, and the form for those who keep the record.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="corrects">The entry to correct.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid pupilId, Guid? corrects) => await OpenAsync(pupilId) is { } pupil
        ? await PageAsync(pupil, new ReceivedForm { Corrects = $"{corrects}" })
        : NotFound();

    /// <summary>Keeps it.</summary>
    [HttpPost("")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    [RequestSizeLimit(DocumentUpload.MostRequestBytes)]
    public async Task<IActionResult> Keep(Guid pupilId, ReceivedForm form, CancellationToken cancel)
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

        var outcome = await saver.ActAsync(staff, pupilId, null, _ => false, Papers, (pupil, by) =>
        {
            var content = document?.Content(staff.SchoolId);
            if (content is not null)
            {
                db.Add(content);
                pupil.AttachDocument(new DocumentDetails(content.Id, Title(form.From), document!.FileName, document.Bytes.Length, null), by);
            }

            pupil.KeepReceived(form.Details(content?.Id), by);
        });
        if (!outcome.IsDone)
        {
            return NotFound();
        }

        TempData.SetNotice("Kept as it was received.");
        return Redirect(Request.Path);
    }

    private static string Title(string from) => $"From {from.Trim()}" is var title && title.Length > Domain.Records.TextLimits.Line ? title[..Domain.Records.TextLimits.Line] : $"From {from.Trim()}";

    private static IQueryable<Pupil> Papers(IQueryable<Pupil> pupils) => pupils.Include(pupil => pupil.ReceivedRecords).Include(pupil => pupil.Documents);

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

    private async Task<IActionResult> PageAsync(PupilHeader pupil, ReceivedForm form)
    {
        var rows = await ReceivedRow.Of(db, pupil.Id).ToListAsync();
        if (form.Corrects.Length > 0 && !rows.Exists(row => $"{row.Id}" == form.Corrects))
        {
            return NotFound();
        }

        ViewData["Received"] = rows;
        ViewData["MayKeep"] = SignedInStaff.From(User).KeepsSenRecords;
        return View("Received", form);
    }
}
