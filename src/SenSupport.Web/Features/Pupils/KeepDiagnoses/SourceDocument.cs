using SenSupport.Web.Exchange.Images;
using SenSupport.Web.Features.Shared.Files;

namespace SenSupport.Web.Features.Pupils.KeepDiagnoses;

/// <summary>The document that says so: PDF, Word, or a picture of a letter. A picture is kept without what it was taken with and where.</summary>
public static class SourceDocument
{
    /// <summary>What a file chooser offers.</summary>
    public const string Accept = DocumentUpload.Accept + ",.jpg,.jpeg,.png";

    private static readonly ImageLimits Picture = new(DocumentUpload.MostBytes, 20_000, 40_000_000);

    /// <summary>Reads what was sent.</summary>
    /// <returns>The document; or null and what is wrong with it, in plain words.</returns>
    public static async Task<(DocumentUpload? Document, string Problem)> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        if (file.Length <= DocumentUpload.MostBytes && await ReadPictureAsync(file, cancel) is { } read)
        {
            return read;
        }

        var (document, problem) = await DocumentUpload.ReadAsync(file, cancel);
        return (document, document is null ? $"The file {problem.Replace("neither a PDF nor a Word file", "none of PDF, Word file", StringComparison.Ordinal).Replace("(.docx or .doc)", "(.docx or .doc), JPEG and PNG", StringComparison.Ordinal)}" : "");
    }

    // Null for what does not begin as a picture does.
    private static async Task<(DocumentUpload? Document, string Problem)?> ReadPictureAsync(IFormFile file, CancellationToken cancel)
    {
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, cancel);
        }

        if (bytes is not ([0xFF, 0xD8, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..]))
        {
            return null;
        }

        try
        {
            var picture = ImageFile.Read(bytes, Picture);
            return (new DocumentUpload(FileNames.Clean(file.FileName, picture.ContentType == "image/png" ? ".png" : ".jpg"), picture.ContentType, picture.Bytes), "");
        }
        catch (ImageProblemException problem)
        {
            return (null, problem.Message);
        }
    }
}
