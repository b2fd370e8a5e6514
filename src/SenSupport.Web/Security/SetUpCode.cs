using System.Security.Cryptography;
using System.Text;

namespace SenSupport.Web.Security;

/// <summary>
/// The one-time code without which nobody sets up the school: whoever can read the server's log may. A new start writes a new one; only its hash is kept, and only in
/// memory.
/// </summary>
public sealed class SetUpCode
{
    // Without letters and digits that look alike.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Length = 16, Group = 4;

    private byte[]? hash;

    /// <summary>Makes a code; one made before is none any more.</summary>
    /// <returns>The code as it is written to the log, "ABCD-EFGH-JKMN-PQRS".</returns>
    public string Make()
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        hash = HashOf(code);
        return string.Join('-', code.Chunk(Group).Select(part => new string(part)));
    }

    /// <summary>Whether this is the code; dashes, spaces and small letters do not matter. How long it takes says nothing of the code.</summary>
    public bool Is(string? typed) => hash is { } known && CryptographicOperations.FixedTimeEquals(known, HashOf(typed ?? ""));

    /// <summary>There is a school: no code is right from now on.</summary>
    public void Drop() => hash = null;

    private static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes([.. code.Where(char.IsAsciiLetterOrDigit).Take(2 * Length).Select(char.ToUpperInvariant)]));
}
