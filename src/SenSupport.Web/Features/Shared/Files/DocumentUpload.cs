using System.IO.Compression;
using System.Text;
using System.Xml;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Files;

/// <summary>A PDF or Word file that somebody sent, known by its content whatever its name says.</summary>
/// <param name="FileName">The name without folders and unseen characters; it ends as the content asks.</param>
/// <param name="ContentType">The media type of the content.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record DocumentUpload(string FileName, string ContentType, byte[] Bytes)
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The largest request with one document: the form's other fields beside it.</summary>
    public const long MostRequestBytes = MostBytes + (1024 * 1024);

    /// <summary>What a file chooser offers.</summary>
    public const string Accept = ".pdf,.docx,.doc,application/pdf";

    private const string TooLarge = "is larger than 10 MB: make it smaller, or split it";
    private const string Pdf = "application/pdf";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string WordMain = Word + ".main+xml";
    private const string OldWord = "application/msword";
    private const int MostContentTypes = 512 * 1024;

    /// <summary>Looks at a file and takes it.</summary>
    /// <param name="file">The file that was sent.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The document; or null and why it is refused, as the end of a sentence: "is empty".</returns>
    public static async Task<(DocumentUpload? Document, string Problem)> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        if (file.Length == 0)
        {
            return (null, "is empty");
        }

        if (file.Length > MostBytes)
        {
            return (null, TooLarge);
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, cancel);
        }

        var (ending, type, problem) = Recognise(bytes);
        return problem.Length > 0 ? (null, problem) : (new DocumentUpload(FileNames.Clean(file.FileName, ending), type, bytes), "");
    }

    /// <summary>The content as it is stored.</summary>
    public FileContent Content(Guid schoolId) => new() { Id = Guid.CreateVersion7(), SchoolId = schoolId, ContentType = ContentType, Bytes = Bytes };

    private static (string Ending, string Type, string Problem) Recognise(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? (".pdf", Pdf, "")
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? (".doc", OldWord, WhyNotOldWord(bytes))
        : bytes.StartsWith("PK\u0003\u0004"u8) ? (".docx", Word, WhyNotWord(bytes.ToArray()))
        : ("", "", NeitherPdfNorWord);

    private const string NeitherPdfNorWord = "is neither a PDF nor a Word file (.docx or .doc), whatever its name says";
    private const string HasMacros = "holds macros: save it as .docx or PDF, and attach that";

    // The names of its parts stand in an old Word file as UTF-16; one with a password holds an encrypted package instead.
    private static string WhyNotOldWord(ReadOnlySpan<byte> bytes) =>
        Has(bytes, "EncryptedPackage") ? "is protected by a password: save it without one, and attach that"
        : !Has(bytes, "WordDocument") ? NeitherPdfNorWord
        : Has(bytes, "_VBA_PROJECT") || Has(bytes, "Macros") ? HasMacros
        : "";

    private static bool Has(ReadOnlySpan<byte> bytes, string part) => bytes.IndexOf(Encoding.Unicode.GetBytes(part)) >= 0;

    // A Word file says in its list of content types what its main part is. Only that list is unpacked, and not more of it than such a list can be.
    private static string WhyNotWord(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
            if (archive.GetEntry("[Content_Types].xml") is not { } list)
            {
                return NeitherPdfNorWord;
            }

            if (archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                return HasMacros;
            }

            using var stream = list.Open();
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostContentTypes });
            var isWord = false;
            while (reader.Read())
            {
                var type = reader.NodeType == XmlNodeType.Element ? reader.GetAttribute("ContentType") ?? "" : "";
                if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase))
                {
                    return HasMacros;
                }

                isWord |= type.Equals(WordMain, StringComparison.OrdinalIgnoreCase);
            }

            return isWord ? "" : NeitherPdfNorWord;
        }
        catch (Exception problem) when (problem is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return "is damaged: open it in Word, save it again, and attach that";
        }
    }
}
