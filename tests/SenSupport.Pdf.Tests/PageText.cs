using System.Text;

namespace SenSupport.Pdf.Tests;

/// <summary>A run of text on a page: the mark it stands under, or the artifact; its place and size.</summary>
internal sealed record TextPiece(int? Mark, string? Artifact, string Text, double X, double Y, double Size);

/// <summary>Reads a page's content stream: text through the fonts' own maps to Unicode, with its marks.</summary>
internal static class PageText
{
    public static List<TextPiece> Read(PdfFile file, int page)
    {
        var dictionary = file.Pages[page];
        return Read(file, file.Stream(dictionary["Contents"]).Content, file.Dictionary(dictionary["Resources"]), null);
    }

    private static List<TextPiece> Read(PdfFile file, byte[] content, Dictionary<string, object?> resources, string? inside)
    {
        var fonts = resources.TryGetValue("Font", out var named) ? file.Dictionary(named).ToDictionary(f => "/" + f.Key, f => ToUnicode(file, f.Value)) : [];
        var tokens = new PdfTokens(content, 0);
        List<TextPiece> pieces = [];
        List<object?> operands = [];
        Dictionary<int, string> font = [];
        var (size, x, y) = (0.0, 0.0, 0.0);
        int? mark = null;
        var artifact = inside;
        var open = inside is null ? 0 : 1;
        var depth = 0;
        var reversed = false;
        while (!tokens.AtEnd)
        {
            var token = tokens.Next();
            if (token is not string { Length: > 0 } word || word[0] == '/')
            {
                operands.Add(token);
                continue;
            }

            switch (word)
            {
                case "BMC" when (string?)operands[0] == "/ReversedChars":
                    Assert.Equal(1, open);
                    reversed = true;
                    break;
                case "EMC" when reversed:
                    reversed = false;
                    break;
                case "BMC" or "BDC":
                    Assert.Equal(0, open++);
                    var properties = operands.Count > 1 ? operands[1] as Dictionary<string, object?> : null;
                    mark = properties is not null && properties.TryGetValue("MCID", out var id) ? PdfFile.Integer(id) : null;
                    artifact = (string?)operands[0] == "/Artifact" ? (string?)properties?.GetValueOrDefault("Subtype") ?? (string?)properties?.GetValueOrDefault("Type") ?? "/Plain" : null;
                    Assert.True(mark is not null ^ artifact is not null);
                    break;
                case "EMC":
                    Assert.Equal(1, open--);
                    break;
                case "q":
                    depth++;
                    break;
                case "Q":
                    depth--;
                    break;
                case "Tf":
                    font = fonts[(string)operands[0]!];
                    size = (double)operands[1]!;
                    break;
                case "Tm":
                    (x, y) = ((double)operands[4]!, (double)operands[5]!);
                    break;
                case "TJ":
                    Assert.Equal(1, open);
                    pieces.Add(new TextPiece(mark, artifact, Decode((List<object?>)operands[0]!, font, reversed), x, y, size));
                    break;
                case "Do" when file.Stream(file.Dictionary(resources["XObject"])[((string)operands[0]!)[1..]]) is { } form && Equals(form.Entries["Subtype"], "/Form"):
                    Assert.NotNull(artifact);
                    pieces.AddRange(Read(file, form.Content, file.Dictionary(form.Entries["Resources"]), artifact));
                    break;
                case "f" or "S" or "B" or "f*" or "B*":
                    Assert.Equal(1, open);
                    break;
            }

            operands.Clear();
        }

        Assert.Equal(inside is null ? 0 : 1, open);
        Assert.Equal(0, depth);
        return pieces;
    }

    /// <summary>The text of all pages without artifacts, pieces joined as they come.</summary>
    public static string Whole(PdfFile file) =>
        string.Concat(Enumerable.Range(0, file.Pages.Count).SelectMany(p => Read(file, p)).Where(p => p.Mark is not null).Select(p => p.Text));

    private static string Decode(List<object?> parts, Dictionary<int, string> font, bool reversed)
    {
        List<string> text = [];
        foreach (var bytes in parts.OfType<byte[]>())
        {
            for (var i = 0; i < bytes.Length; i += 2)
            {
                var code = (bytes[i] << 8) | bytes[i + 1];
                Assert.NotEqual(0, code);
                text.Add(font[code]);
            }
        }

        if (reversed)
        {
            text.Reverse();
        }

        return string.Concat(text);
    }

    private static Dictionary<int, string> ToUnicode(PdfFile file, object? font)
    {
        var tokens = new PdfTokens(file.Stream(file.Dictionary(font)["ToUnicode"]).Content, 0);
        Dictionary<int, string> map = [];
        var inside = false;
        while (!tokens.AtEnd)
        {
            var token = tokens.Next();
            if (token is string word)
            {
                inside = word == "beginbfchar" || (inside && word != "endbfchar");
            }
            else if (inside && token is byte[] code)
            {
                map.Add((code[0] << 8) | code[1], Encoding.BigEndianUnicode.GetString((byte[])tokens.Next()!));
            }
        }

        return map;
    }
}
