using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SenSupport.Web.Security;

/// <summary>The part of a link that nobody can guess. Only its hash is kept: whoever reads the database cannot use it.</summary>
internal static class SecretToken
{
    private const int Bytes = 32;

    /// <summary>A new token: 32 random bytes as they stand in an address.</summary>
    public static string Make() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 of a token, in hexadecimal digits.</summary>
    public static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
