using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ChangeDetails;

/// <summary>A pupil's details, flags and former UPNs. The head reads them.</summary>
[Authorize(Policy = Policies.ReadDetails)]
[Route("pupils/{pupilId:guid}/details")]
public sealed class ChangeDetailsController(
    SenSupportDbContext db, PupilSaver saver, IValidator<PupilDetailsForm> validator, IValidator<FormerUpnForm> upns, TimeProvider clock) : KeepPupilController(db, saver, clock)
{
    /// <summary>The form, filled.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId) => await PageAsync(pupilId, null, []);

    /// <summary>Saves the details.</summary>
    [HttpPost]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Save(Guid pupilId, PupilDetailsForm form)
    {
        if (await OpenAsync(pupilId) is not { } pupil)
        {
            return NotFound();
        }

        if (!this.Check(validator, form) || !await this.CheckClassAsync(Db, form))
        {
            ShowErrors();
            return await PageAsync(pupilId, form, []);
        }

        var details = form.Read();
        var same = Upn.Normalise(form.Upn) == pupil.Upn ? [] : await LikelySame.FindAsync(Db, Person, pupilId, details);
        if (!same.TrueForAll(other => form.Shown.Contains($"{other.Id}", StringComparison.Ordinal)))
        {
            ModelState.Remove(nameof(form.Shown));
            return await PageAsync(pupilId, form, same);
        }

        var outcome = await Saver.SaveAsync(Person, pupilId, form.Version, details, PupilDetailsWriting.Part(form));
        switch (outcome.Kind)
        {
            case SaveKind.Saved:
                SaySaved("Details saved.", outcome.MergedWith);
                return Redirect($"/pupils/{pupilId}/details");
            case SaveKind.Conflict:
                var classes = await PupilDetailsPage.ClassesAsync(Db);
                ShowConflict(outcome.Conflict!, path => $"{char.ToUpperInvariant(path[0])}{path[1..]}", classes.ToDictionary(row => row.Value, row => row.Text));
                form.Fill(Domain.Records.RecordFields.Read<PupilDetails>(outcome.Conflict!.Merge.Fields));
                form.Version = outcome.Conflict.Version;
                return await PageAsync(pupilId, form, []);
            default:
                return NotFound();
        }
    }

    /// <summary>Keeps a UPN that the pupil had before.</summary>
    [HttpPost("former-upns")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> KeepFormerUpn(Guid pupilId, FormerUpnForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        if (!this.Check(upns, form))
        {
            ShowErrors();
            ViewData["FormerUpn"] = form.FormerUpn;
            return await PageAsync(pupilId, null, []);
        }

        var done = await Saver.ActAsync(
            Person, pupilId, null, _ => false, pupils => pupils.Include(pupil => pupil.FormerUpns), (pupil, by) => pupil.KeepFormerUpn(form.FormerUpn, by));
        if (done.IsDone)
        {
            SaySaved("Former UPN kept.", null);
        }

        return done.IsDone ? Redirect($"/pupils/{pupilId}/details#former-upns") : NotFound();
    }

    private async Task<IActionResult> PageAsync(Guid pupilId, PupilDetailsForm? posted, IReadOnlyList<LikelySame> same)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        var saved = await SavedDetails.Of(Db, pupilId).FirstAsync();
        var form = posted ?? new PupilDetailsForm { Version = saved.Version, Flags = saved.FlagRows() };
        if (posted is null)
        {
            form.Fill(saved.Details());
        }

        form.Page = new PupilDetailsPage(await PupilDetailsPage.ClassesAsync(Db), saved, same, Person.KeepsPupils);
        form.Shown = string.Join(' ', same.Select(other => other.Id));
        return View("ChangeDetails", form);
    }
}
