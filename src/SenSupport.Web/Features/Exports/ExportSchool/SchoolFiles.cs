using System.Globalization;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Features.Exports.ExportSchool;

/// <summary>Where a file stands in the zip: plain letters only, so that any computer can unpack it.</summary>
public static class SchoolFiles
{
    /// <summary>A shared plan.</summary>
    public static string Plan(Guid pupilId, string surname, string forename, int cycle, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"plans/{Folder(pupilId, surname, forename)}/cycle-{cycle}-version-{version}.pdf");

    /// <summary>A document.</summary>
    public static string Document(Guid pupilId, string surname, string forename, Guid documentId, string fileName)
    {
        var extension = Plain(Path.GetExtension(fileName));
        return $"documents/{Folder(pupilId, surname, forename)}/{Plain(Path.GetFileNameWithoutExtension(fileName))}-{Tail(documentId)}{(extension.Length is > 0 and <= 5 ? $".{extension}" : "")}";
    }

    /// <summary>A photo.</summary>
    public static string Photo(Guid pupilId, string surname, string forename, string contentType) => $"photos/{Folder(pupilId, surname, forename)}{Extension(contentType)}";

    /// <summary>The ending of a picture's name.</summary>
    public static string Extension(string contentType) => contentType == "image/png" ? ".png" : ".jpg";

    // The end of a key is its random part.
    private static string Folder(Guid pupilId, string surname, string forename) => $"{Plain(surname)}-{Plain(forename)}-{Tail(pupilId)}";

    private static string Tail(Guid id) => $"{id:N}"[^10..];

    private static string Plain(string text)
    {
        var plain = string.Join('-', string.Concat(SearchText.Fold(text).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return plain.Length switch { 0 => "", > 40 => plain[..40], _ => plain };
    }
}
