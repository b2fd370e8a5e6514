using Microsoft.AspNetCore.Mvc;

namespace SenSupport.Web.Features.Shared.Files;

/// <summary>Reads the document of a posted form.</summary>
public static class DocumentReading
{
    /// <summary>The document; null where none was sent, or where it is refused, which is then an error of its field.</summary>
    public static async Task<DocumentUpload?> ReadDocumentAsync(this ControllerBase controller, IFormFile? file, string field, CancellationToken cancel)
    {
        if (file is null)
        {
            return null;
        }

        var (document, problem) = await DocumentUpload.ReadAsync(file, cancel);
        if (document is null)
        {
            controller.ModelState.AddModelError(field, $"{FileNames.Clean(file.FileName)} {problem}");
        }

        return document;
    }
}
