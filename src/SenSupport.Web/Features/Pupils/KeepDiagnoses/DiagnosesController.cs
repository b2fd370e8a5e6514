using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.KeepDiagnoses;

/// <summary>A pupil's diagnoses with their sources. The head reads them.</summary>
[Authorize(Policy = Policies.SeeWholeSchool)]
[Route("pupils/{pupilId:guid}/diagnoses")]
public sealed class DiagnosesController(SenSupportDbContext db, PupilSaver saver, IValidator<DiagnosisForm> validator, TimeProvider clock) : KeepPupilController(db, saver, clock)
{
    /// <summary>The list.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId) => await OpenAsync(pupilId) is null ? NotFound() : View("Diagnoses", await ReadAsync(pupilId));

    /// <summary>An empty form.</summary>
    [HttpGet("add")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> ShowNew(Guid pupilId) => await OpenAsync(pupilId) is null ? NotFound() : View("Diagnosis", new DiagnosisForm());

    /// <summary>Records a diagnosis.</summary>
    [HttpPost("add")]
    [RequestSizeLimit(DocumentUpload.MostRequestBytes)]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Add(Guid pupilId, DiagnosisForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        if (await CheckAsync(form) is not { } file)
        {
            return View("Diagnosis", form);
        }

        var outcome = await Saver.ActAsync(
            Person, pupilId, null, _ => false, DiagnosesPage.With, (pupil, by) => pupil.RecordDiagnosis(DiagnosesPage.Attach(Db, pupil, form.Read() with { DocumentId = null }, file.Document, by), by));
        return outcome.IsDone ? Done(pupilId, "Diagnosis recorded.", null) : NotFound();
    }

    /// <summary>The form of a diagnosis.</summary>
    [HttpGet("{diagnosisId:guid}")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> ShowOne(Guid pupilId, Guid diagnosisId)
    {
        var (page, line) = await FindAsync(pupilId, diagnosisId);
        return line is null ? NotFound() : View("Diagnosis", DiagnosisForm.Of(line.Details, page!.Version));
    }

    /// <summary>Changes a diagnosis.</summary>
    [HttpPost("{diagnosisId:guid}")]
    [RequestSizeLimit(DocumentUpload.MostRequestBytes)]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Change(Guid pupilId, Guid diagnosisId, DiagnosisForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        await FindAsync(pupilId, diagnosisId);
        if (await CheckAsync(form) is not { } file)
        {
            return View("Diagnosis", form);
        }

        var outcome = await Saver.SaveAsync(Person, pupilId, form.Version, form.Read(), DiagnosesPage.Part(Db, diagnosisId, file.Document));
        if (outcome.Conflict is { } conflict)
        {
            ShowConflict(conflict, path => path == "documentId" ? nameof(form.File) : $"{char.ToUpperInvariant(path[0])}{path[1..]}", new Dictionary<string, string>());
            return View("Diagnosis", DiagnosisForm.Of(RecordFields.Read<DiagnosisDetails>(conflict.Merge.Fields), conflict.Version));
        }

        return outcome.Kind == SaveKind.Saved ? Done(pupilId, "Diagnosis saved.", outcome.MergedWith) : NotFound();
    }

    /// <summary>Asks before a diagnosis is taken away.</summary>
    [HttpGet("{diagnosisId:guid}/remove")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> AskToRemove(Guid pupilId, Guid diagnosisId)
    {
        var (_, line) = await FindAsync(pupilId, diagnosisId);
        return line is null ? NotFound() : View("RemoveDiagnosis", line);
    }

    /// <summary>Takes away a diagnosis that was recorded by mistake.</summary>
    [HttpPost("{diagnosisId:guid}/remove")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Remove(Guid pupilId, Guid diagnosisId)
    {
        var (_, line) = await FindAsync(pupilId, diagnosisId);
        if (line is null)
        {
            return NotFound();
        }

        var outcome = await Saver.ActAsync(Person, pupilId, null, _ => false, DiagnosesPage.With, (pupil, by) => pupil.RemoveDiagnosis(diagnosisId, by));
        return outcome.IsDone ? Done(pupilId, $"{line.Details.Name} is removed.", null) : NotFound();
    }

    // The file, if one was chosen; null when something is wrong with the form, which the page then says.
    private async Task<(DocumentUpload? Document, bool IsRead)?> CheckAsync(DiagnosisForm form)
    {
        var (document, problem) = form.File is { } posted ? await SourceDocument.ReadAsync(posted, HttpContext.RequestAborted) : (null, "");
        if (problem.Length > 0)
        {
            ModelState.AddModelError(nameof(form.File), problem);
        }

        if (!this.Check(validator, form) && document is not null)
        {
            ModelState.AddModelError(nameof(form.File), $"Choose {document.FileName} again: a browser forgets it when something is wrong");
        }

        ShowErrors();
        return ModelState.IsValid ? (document, true) : null;
    }

    private RedirectResult Done(Guid pupilId, string sentence, string? mergedWith)
    {
        SaySaved(sentence, mergedWith);
        return Redirect($"/pupils/{pupilId}/diagnoses");
    }

    private Task<DiagnosesPage> ReadAsync(Guid pupilId) => DiagnosesPage.Of(Db, pupilId).FirstAsync();

    private async Task<(DiagnosesPage? Page, DiagnosisLine? Line)> FindAsync(Guid pupilId, Guid diagnosisId)
    {
        var page = await OpenAsync(pupilId) is null ? null : await ReadAsync(pupilId);
        var line = page?.Diagnoses.FirstOrDefault(diagnosis => diagnosis.Id == diagnosisId);
        ViewData["File"] = page?.DocumentOf(line)?.FileName;
        return (page, line);
    }
}
