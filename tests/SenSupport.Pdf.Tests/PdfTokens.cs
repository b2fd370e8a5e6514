using System.Globalization;
using System.Text;

namespace SenSupport.Pdf.Tests;

/// <summary>Reads PDF's notation: numbers as doubles, names as strings with a slash, strings as bytes, words as strings.</summary>
internal sealed class PdfTokens(byte[] bytes, int position)
{
    public int Position { get; private set; } = position;

    public bool AtEnd
    {
        get
        {
            while (Position < bytes.Length && bytes[Position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                Position++;
            }

            return Position >= bytes.Length;
        }
    }

    public object? Next()
    {
        Assert.False(AtEnd, "The notation ends too early.");
        var c = (char)bytes[Position];
        switch (c)
        {
            case '<' when bytes[Position + 1] == '<':
                return ReadDictionary();
            case '<':
                var end = System.Array.IndexOf(bytes, (byte)'>', Position);
                var hex = Encoding.ASCII.GetString(bytes, Position + 1, end - Position - 1);
                Position = end + 1;
                return Convert.FromHexString(hex);
            case '(':
                return ReadString();
            case '[':
                Position++;
                List<object?> items = [];
                while (!AtEnd && bytes[Position] != ']')
                {
                    items.Add(Next());
                }

                Position++;
                return items;
        }

        var start = Position++;
        while (Position < bytes.Length && !" \n\r\t/<>()[]"u8.Contains(bytes[Position]))
        {
            Position++;
        }

        var word = Encoding.ASCII.GetString(bytes, start, Position - start);
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return word switch { "null" => null, "true" => true, "false" => false, _ => word };
        }

        var after = Position;
        var rest = Encoding.ASCII.GetString(bytes, after, Math.Min(4, bytes.Length - after));
        if (rest.StartsWith(" 0 R", StringComparison.Ordinal))
        {
            Position += 4;
            return new Ref((int)number);
        }

        return number;
    }

    private Dictionary<string, object?> ReadDictionary()
    {
        Dictionary<string, object?> entries = [];
        Position += 2;
        while (!AtEnd && bytes[Position] != '>')
        {
            var name = Assert.IsType<string>(Next());
            entries.Add(name[1..], Next());
        }

        Position += 2;
        return entries;
    }

    private byte[] ReadString()
    {
        List<byte> content = [];
        for (Position++; bytes[Position] != ')'; Position++)
        {
            if (bytes[Position] == '\\')
            {
                Position++;
            }

            content.Add(bytes[Position]);
        }

        Position++;
        return [.. content];
    }
}
