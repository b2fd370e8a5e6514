using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Images;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.KeepPhoto;

/// <summary>A pupil's photo: added, replaced, taken away.</summary>
[Authorize(Policy = Policies.KeepPupils)]
[Route("pupils/{pupilId:guid}/photo")]
public sealed class PhotoController(SenSupportDbContext db, PupilSaver saver, IValidator<PhotoForm> validator, TimeProvider clock) : KeepPupilController(db, saver, clock)
{
    private static readonly ImageLimits Limits = new(5 * 1024 * 1024, 20_000, 40_000_000);

    /// <summary>The page.</summary>
    [HttpGet("change")]
    public async Task<IActionResult> Show(Guid pupilId) => await OpenAsync(pupilId) is null ? NotFound() : View("Photo", new PhotoForm());

    /// <summary>Keeps a photo in place of the one until now.</summary>
    [HttpPost("change")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Save(Guid pupilId, PhotoForm form)
    {
        if (await OpenAsync(pupilId) is not { } pupil)
        {
            return NotFound();
        }

        if (!this.Check(validator, form) || await ReadAsync(form.Photo!) is not { } picture)
        {
            ShowErrors();
            return View("Photo", form);
        }

        var content = new FileContent { Id = Guid.CreateVersion7(), SchoolId = Person.SchoolId, ContentType = picture.ContentType, Bytes = picture.Bytes };
        return await ChangeAsync(pupilId, content, pupil.PhotoId is null ? "Photo added." : "Photo replaced.");
    }

    /// <summary>Asks before the photo is taken away.</summary>
    [HttpGet("remove")]
    public async Task<IActionResult> AskToRemove(Guid pupilId) => await OpenAsync(pupilId) is not { PhotoId: not null } ? NotFound() : View("RemovePhoto");

    /// <summary>Takes the photo away.</summary>
    [HttpPost("remove")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Remove(Guid pupilId) => await OpenAsync(pupilId) is not { PhotoId: not null } ? NotFound() : await ChangeAsync(pupilId, null, "Photo removed.");

    private async Task<IActionResult> ChangeAsync(Guid pupilId, FileContent? content, string sentence)
    {
        var outcome = await Saver.ActAsync(Person, pupilId, null, _ => false, pupils => pupils, (pupil, by) =>
        {
            // A picture that is replaced is not kept: the history says that there was one.
            if (pupil.PhotoId is { } old)
            {
                Db.Remove(new FileContent { Id = old, SchoolId = pupil.SchoolId });
            }

            if (content is not null)
            {
                Db.Add(content);
            }

            pupil.ChangePhoto(content?.Id, by);
        });
        if (outcome.IsDone)
        {
            SaySaved(sentence, null);
        }

        return outcome.IsDone ? Redirect($"/pupils/{pupilId}/photo/change") : NotFound();
    }

    private async Task<ImageFile?> ReadAsync(IFormFile file)
    {
        try
        {
            ImageProblemException.Require(file.Length <= Limits.MostBytes, "The file must be 5 MB or smaller");
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes);
            return ImageFile.Read(bytes.ToArray(), Limits);
        }
        catch (ImageProblemException problem)
        {
            ModelState.AddModelError(nameof(PhotoForm.Photo), problem.Message);
            return null;
        }
    }
}
