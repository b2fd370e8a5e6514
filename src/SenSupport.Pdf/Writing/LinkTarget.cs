namespace SenSupport.Pdf.Writing;

/// <summary>Where a link leads: an address outside, or a place of the same document by its name.</summary>
internal sealed record LinkTarget(string? Address, string? Place)
{
    private const int LongestAddress = 2000;

    /// <exception cref="ArgumentException">The address is not one that a reader may follow: a page, a mailbox or a telephone.</exception>
    public static LinkTarget To(string address)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "mailto" or "tel") || uri.AbsoluteUri.Length > LongestAddress)
        {
            throw new ArgumentException("A link leads to a whole address that begins with https:, http:, mailto: or tel:.", nameof(address));
        }

        // A file holds addresses in ASCII: hosts of other scripts by their registered names.
        var plain = uri.Host.Length > 0 && uri.Host != uri.IdnHost ? uri.AbsoluteUri.Replace(uri.Host, uri.IdnHost, StringComparison.Ordinal) : uri.AbsoluteUri;
        return new LinkTarget(plain, null);
    }

    /// <exception cref="ArgumentException">The name has other than letters, digits, points, hyphens and low lines, or is longer than 100.</exception>
    public static string Name(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name.Length <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? name
            : throw new ArgumentException("A place is named with letters, digits, points, hyphens and low lines, at most 100.", nameof(name));
    }
}
