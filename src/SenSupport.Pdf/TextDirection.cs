namespace SenSupport.Pdf;

/// <summary>The direction in which a paragraph is read. It decides where lines begin and on which side of other words a figure or full stop stands.</summary>
public enum TextDirection
{
    /// <summary>As its first letter runs, the usual choice.</summary>
    Auto,

    /// <summary>From left to right.</summary>
    LeftToRight,

    /// <summary>From right to left.</summary>
    RightToLeft,
}

/// <summary>Directions of languages.</summary>
public static class TextDirections
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
    };

    /// <summary>The direction in which a language is written.</summary>
    /// <param name="language">A BCP 47 tag, such as <c>ur</c> or <c>ku-Arab-IQ</c>.</param>
    public static TextDirection Of(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var parts = language.Split('-');
        var script = parts.Length > 1 && parts[1].Length == 4 ? parts[1] : null;
        if (script is not null)
        {
            return script.ToUpperInvariant() is "ARAB" or "HEBR" or "SYRC" or "THAA" or "NKOO" ? TextDirection.RightToLeft : TextDirection.LeftToRight;
        }

        return RightToLeft.Contains(parts[0]) ? TextDirection.RightToLeft : TextDirection.LeftToRight;
    }
}
