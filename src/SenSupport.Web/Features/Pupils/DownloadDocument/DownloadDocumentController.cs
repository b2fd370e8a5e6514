using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.DownloadDocument;

/// <summary>A document that is kept with a pupil's record, always as a file to save: no browser opens it within the application.</summary>
[Authorize(Policy = Policies.ReadDocuments)]
[Route("pupils/{pupilId:guid}/documents/{documentId:guid}")]
public sealed class DownloadDocumentController(SenSupportDbContext db) : Controller
{
    /// <summary>The file.</summary>
    [HttpGet]
    public async Task<IActionResult> Download(Guid pupilId, Guid documentId) =>
        await Stored(db, SignedInStaff.From(User), pupilId, documentId).FirstOrDefaultAsync() is { } document
            ? File(document.Bytes, document.ContentType, document.FileName)
            : NotFound();

    /// <summary>A document of a pupil whose record the person reads.</summary>
    internal static IQueryable<StoredDocument> Stored(SenSupportDbContext db, SignedInStaff staff, Guid pupilId, Guid documentId) =>
        from document in ReadableDocument.Documents(db, staff, pupilId)
        where document.Id == documentId
        join content in db.FileContents on document.Id equals content.Id
        select new StoredDocument(document.FileName, content.ContentType, content.Bytes);
}

/// <summary>A document with its content.</summary>
public sealed record StoredDocument(string FileName, string ContentType, byte[] Bytes);
