using System.IO.Compression;
using System.Text;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.DayOne;

/// <summary>Files as people send them, good and bad.</summary>
internal static class Uploads
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    public static readonly byte[] Exe = [0x4D, 0x5A, 0x90, 0x00, .. Encoding.ASCII.GetBytes("This program cannot be run in DOS mode")];

    public static readonly byte[] OldWord = Ole("WordDocument");

    public static readonly byte[] OldWordWithMacros = Ole("WordDocument", "_VBA_PROJECT");

    public static readonly byte[] Locked = Ole("EncryptedPackage");

    public static readonly byte[] OldExcel = Ole("Workbook");

    public static byte[] Word { get; } = Zip(("[Content_Types].xml", Types("wordprocessingml.document.main+xml")), ("word/document.xml", "<w/>"));

    public static byte[] Workbook { get; } = Zip(("[Content_Types].xml", Types("spreadsheetml.sheet.main+xml")), ("xl/workbook.xml", "<w/>"));

    public static byte[] MacroWord { get; } = Zip(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>"""),
        ("word/document.xml", "<w/>"),
        ("word/vbaProject.bin", "x"));

    public static byte[] WordWithEntities { get; } = Zip(("[Content_Types].xml", $"<!DOCTYPE t [<!ENTITY a 'b'>]>{Types("wordprocessingml.document.main+xml")}"));

    /// <summary>What the form posts, with files.</summary>
    public static MultipartFormDataContent WithFiles(this FormFields fields, params (string Field, string Name, byte[] Bytes)[] files)
    {
        var content = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var name in fields.Names.Distinct())
        {
            content.Add(new StringContent(fields[name] ?? ""), name);
        }

        foreach (var (field, name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{name}\"");
            content.Add(part);
        }

        return content;
    }

    private static string Types(string main) =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.{main}"/></Types>""";

    private static byte[] Ole(params string[] parts) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[64], .. parts.SelectMany(Encoding.Unicode.GetBytes), .. new byte[64]];

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
