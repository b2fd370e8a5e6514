using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace SenSupport.Web.Exchange.Tables;

/// <summary>Texts as workbooks hold them: a character that XML cannot hold is written _xHHHH_, and so is the underscore of a text that looks like one.</summary>
internal static partial class WorkbookText
{
    /// <summary>The text that a cell shows.</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, escaped => ((char)int.Parse(escaped.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>The text as it goes into a cell, without characters that no program shows.</summary>
    public static string Encode(string text) => XmlCharacters.Clean(Escaped().Replace(text, looks => $"_x005F{looks.Value}")).Replace("\r", "_x000D_", StringComparison.Ordinal);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}

/// <summary>Texts for XML.</summary>
internal static class XmlCharacters
{
    /// <summary>The text without the characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (!XmlConvert.IsXmlChar(text[place]))
            {
                return string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
            }
        }

        return text;
    }
}
