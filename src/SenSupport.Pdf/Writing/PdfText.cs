using SenSupport.Pdf.Text;

namespace SenSupport.Pdf.Writing;

/// <summary>Writes text strings (ISO 32000-1, 7.9.2.2): plain where they are ASCII, UTF-16 otherwise.</summary>
internal static class PdfText
{
    public static ByteBuilder AppendText(this ByteBuilder to, string text)
    {
        text = TextCleaner.Clean(text);
        if (text.All(c => c is >= ' ' and <= '~'))
        {
            to.Append((byte)'(');
            foreach (var c in text)
            {
                if (c is '(' or ')' or '\\')
                {
                    to.Append((byte)'\\');
                }

                to.Append((byte)c);
            }

            return to.Append((byte)')');
        }

        to.Append("<FEFF"u8);
        foreach (var c in text)
        {
            to.AppendHex(c);
        }

        return to.Append((byte)'>');
    }

    /// <summary>Appends a date (7.9.4) as UTC.</summary>
    public static ByteBuilder AppendDate(this ByteBuilder to, DateTime utc) =>
        to.Append("(D:").Append(utc.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture)).Append("Z)");
}
