using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.KeepPhoto;

/// <summary>A pupil's photo, for whoever sees the pupil. The address changes with the picture; nothing on the way keeps a copy.</summary>
[Authorize(Policy = Policies.ListPupils)]
public sealed class ServePhotoController(SenSupportDbContext db) : Controller
{
    /// <summary>The picture.</summary>
    [HttpGet("/pupils/{pupilId:guid}/photo")]
    public async Task<IActionResult> Show(Guid pupilId) =>
        await Find(db, SignedInStaff.From(User), pupilId).FirstOrDefaultAsync() is { } photo ? File(photo.Bytes, photo.ContentType) : NotFound();

    /// <summary>The photo of a pupil whom the person sees.</summary>
    public static IQueryable<FileContent> Find(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        from pupil in db.PupilsListedFor(staff)
        where pupil.Id == pupilId
        join content in db.FileContents.AsNoTracking() on pupil.PhotoId equals content.Id
        select content;
}
