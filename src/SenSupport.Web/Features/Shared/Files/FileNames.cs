using System.Globalization;
using System.Text;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Shared.Files;

/// <summary>Names of files that people sent.</summary>
public static class FileNames
{
    /// <summary>The name without folders, and without characters that are not seen or turn the text round; never empty, never longer than a line.</summary>
    public static string Clean(string? name)
    {
        var given = name ?? "";
        var last = given[(given.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        var seen = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(IsSeen))
        {
            if (seen.Length + rune.Utf16SequenceLength > TextLimits.Line)
            {
                break;
            }

            seen.Append(rune.ToString());
        }

        var cleaned = seen.ToString().Trim().TrimStart('.').Trim();
        return cleaned.Length == 0 ? "file" : cleaned;
    }

    /// <summary>The cleaned name with the ending that its content asks for.</summary>
    /// <param name="name">The name as it was sent.</param>
    /// <param name="ending">With its dot: ".pdf".</param>
    public static string Clean(string? name, string ending)
    {
        var cleaned = Clean(name);
        if (cleaned.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && cleaned.Length > ending.Length)
        {
            return cleaned;
        }

        return (cleaned.Length + ending.Length > TextLimits.Line ? cleaned[..(TextLimits.Line - ending.Length)] : cleaned) + ending;
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
