namespace SenSupport.Pdf.Text.Unicode;

/// <summary>A property of every code point, unpacked from runs of equal values into pages of 256.</summary>
internal sealed class CodePointTable
{
    private const int LastCodePoint = 0x10FFFF;
    private readonly byte[][] _pages = new byte[(LastCodePoint >> 8) + 1][];

    /// <param name="packed">Base64 of runs: the run's length in groups of seven bits, low ones first, then the value of its code points.</param>
    public CodePointTable(string packed)
    {
        var bytes = Convert.FromBase64String(packed);
        Dictionary<byte, byte[]> even = [];
        var at = 0;
        var next = 0;
        while (at < bytes.Length)
        {
            var length = ReadNumber(bytes, ref at);
            var value = bytes[at++];
            for (var end = next + length; next < end;)
            {
                var room = Math.Min(256 - (next & 255), end - next);
                if (room == 256)
                {
                    if (!even.TryGetValue(value, out var page))
                    {
                        even[value] = page = new byte[256];
                        Array.Fill(page, value);
                    }

                    _pages[next >> 8] = page;
                }
                else
                {
                    (_pages[next >> 8] ??= new byte[256]).AsSpan(next & 255, room).Fill(value);
                }

                next += room;
            }
        }
    }

    public byte this[int codePoint] => _pages[codePoint >> 8][codePoint & 255];

    /// <summary>Reads a number in groups of seven bits, low ones first; the last group has its top bit clear.</summary>
    public static int ReadNumber(byte[] bytes, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }
}
