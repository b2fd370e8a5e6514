using System.Text;

namespace SenSupport.Web.Exchange.Tables;

/// <summary>Finds out in which encoding a text file is written.</summary>
internal static class TextEncodings
{
    /// <summary>What Western Windows programs write: Windows-1252.</summary>
    public static Encoding Windows { get; } = Registered();

    /// <summary>The encoding by mark, else by the zeros that UTF-16 has between Latin letters, else UTF-8 where the whole file is valid, else Windows-1252.</summary>
    public static Encoding Of(Stream stream, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        stream.Position = 0;
        var start = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        if (start.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8;
        }

        if (start.StartsWith(Encoding.Unicode.Preamble) || LooksWide(start, high: 1))
        {
            return Encoding.Unicode;
        }

        if (start.StartsWith(Encoding.BigEndianUnicode.Preamble) || LooksWide(start, high: 0))
        {
            return Encoding.BigEndianUnicode;
        }

        return IsUtf8(stream, buffer, cancel) ? Encoding.UTF8 : Windows;
    }

    // Registered for everyone: an XML file may name its encoding itself.
    private static Encoding Registered()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }

    private static bool LooksWide(ReadOnlySpan<byte> start, int high)
    {
        var zeros = 0;
        var pairs = Math.Min(start.Length, 512) / 2;
        for (var pair = 0; pair < pairs; pair++)
        {
            zeros += start[(pair * 2) + high] == 0 ? 1 : 0;
            if (start[(pair * 2) + 1 - high] == 0)
            {
                return false;
            }
        }

        return pairs > 2 && zeros > pairs * 3 / 4;
    }

    private static bool IsUtf8(Stream stream, byte[] buffer, CancellationToken cancel)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var characters = new char[buffer.Length];
        stream.Position = 0;
        try
        {
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                cancel.ThrowIfCancellationRequested();
                decoder.GetChars(buffer.AsSpan(0, read), characters, flush: false);
            }

            decoder.GetChars([], characters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
