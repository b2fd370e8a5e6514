using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace SenSupport.Benchmarks;

/// <summary>One HTTP/1.1 connection that asks for one address again and again: it takes little of the two cores that it shares with the server.</summary>
internal static class RawClient
{
    /// <summary>Asks until the time is over.</summary>
    /// <returns>Milliseconds of each answer.</returns>
    /// <exception cref="InvalidOperationException">An answer is not 200.</exception>
    public static async Task<List<double>> RunAsync(Uri address, string path, string cookie, TimeSpan time)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\n\r\n");
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var times = new List<double>();
        var buffer = new byte[512 * 1024];
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            var asked = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer, path);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return times;
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer, string path)
    {
        var read = 0;
        for (var headEnd = -1; ;)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            read += more;
            if (headEnd < 0 && (headEnd = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) >= 0 && !buffer.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException($"{path} answered {Encoding.ASCII.GetString(buffer, 9, 3)}");
            }

            if (more == 0)
            {
                throw new InvalidOperationException($"{path}: the connection was closed");
            }

            if (headEnd >= 0 && IsWhole(buffer.AsSpan(0, read), headEnd))
            {
                return;
            }
        }
    }

    // Pages come in chunks, the last of them empty; a page whose length is known says so.
    private static bool IsWhole(ReadOnlySpan<byte> answer, int headEnd)
    {
        var head = Encoding.ASCII.GetString(answer[..headEnd]);
        const string Length = "Content-Length: ";
        var at = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var end = head.IndexOf('\r', at);
        var length = int.Parse(end < 0 ? head[(at + Length.Length)..] : head[(at + Length.Length)..end], System.Globalization.CultureInfo.InvariantCulture);
        return answer.Length >= headEnd + 4 + length;
    }
}
