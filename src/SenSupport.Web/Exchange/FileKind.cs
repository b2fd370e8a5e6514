using System.Text;

namespace SenSupport.Web.Exchange;

/// <summary>What a file is by its content, whatever its name says.</summary>
public enum FileKind
{
    /// <summary>Nothing in it.</summary>
    Empty,

    /// <summary>Text, perhaps a CSV file.</summary>
    Text,

    /// <summary>A zip archive, perhaps a workbook.</summary>
    Zip,

    /// <summary>XML, perhaps a common transfer file.</summary>
    Xml,

    /// <summary>A web page, as some systems write for Excel.</summary>
    Html,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>The format of Excel and Word before 2007, and of files with a password.</summary>
    OldOffice,

    /// <summary>A picture, a compressed file or another that is no text.</summary>
    Binary,
}

/// <summary>Tells what files are.</summary>
public static class FileKinds
{
    private const int Sample = 512;

    private static readonly (byte[] Mark, FileKind Kind)[] Marks =
    [
        ([0x50, 0x4B, 0x03, 0x04], FileKind.Zip),
        ([0x50, 0x4B, 0x05, 0x06], FileKind.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0], FileKind.OldOffice),
        ([0x89, 0x50, 0x4E, 0x47], FileKind.Binary),
        ([0xFF, 0xD8, 0xFF], FileKind.Binary),
        ([0x47, 0x49, 0x46, 0x38], FileKind.Binary),
        ([0x1F, 0x8B], FileKind.Binary),
        ([0x52, 0x61, 0x72, 0x21], FileKind.Binary),
        ([0x37, 0x7A, 0xBC, 0xAF], FileKind.Binary),
        ([0x4D, 0x5A, 0x90], FileKind.Binary),
        ([0x7F, 0x45, 0x4C, 0x46], FileKind.Binary),
    ];

    /// <summary>Looks at the start of a file and goes back to its beginning.</summary>
    /// <param name="stream">The file; it must be able to seek.</param>
    public static FileKind Of(Stream stream)
    {
        var buffer = new byte[Sample];
        stream.Position = 0;
        var start = buffer.AsSpan(0, stream.ReadAtLeast(buffer, Sample, throwOnEndOfStream: false));
        stream.Position = 0;
        if (start.IsEmpty)
        {
            return FileKind.Empty;
        }

        foreach (var (mark, kind) in Marks)
        {
            if (start.StartsWith(mark))
            {
                return kind;
            }
        }

        // Latin-1 keeps each byte; a UTF-16 file's zeros go, so that its first characters are seen too.
        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        return text switch
        {
            _ when text.Contains("%PDF-", StringComparison.Ordinal) => FileKind.Pdf,
            _ when text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase) => FileKind.Html,
            ['<', '?' or '!' or (>= 'A' and <= 'z'), ..] => FileKind.Xml,
            "" when start.ContainsAnyExcept((byte)' ', (byte)'\r', (byte)'\n') is false => FileKind.Empty,
            _ => FileKind.Text,
        };
    }

    /// <summary>Why a file of this kind holds no table; null where it may.</summary>
    internal static ExchangeProblem? WhyNoTable(this FileKind kind) => kind switch
    {
        FileKind.Empty => new(null, null, "The file is empty", "export it again and check that it has rows"),
        FileKind.Xml => new(null, null, "This is an XML file, not a table", "if it is a common transfer file, import it as one; otherwise export CSV or Excel"),
        FileKind.Html => new(null, null, "This is a web page, whatever its name says", "open it in Excel and save it as .xlsx or CSV"),
        FileKind.Pdf => new(null, null, "This is a PDF, whatever its name says", "export CSV or Excel instead"),
        FileKind.OldOffice => new(null, null, "This is in the format of Excel before 2007, or has a password", "open it in Excel and save it as .xlsx without a password"),
        FileKind.Binary => new(null, null, "This is a picture, a program or a compressed file, not a table", "choose the CSV or Excel file that your system exported"),
        _ => null,
    };
}
