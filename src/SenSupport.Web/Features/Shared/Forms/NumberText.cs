using System.Globalization;

namespace SenSupport.Web.Features.Shared.Forms;

/// <summary>Reads a number that was typed. White space round it does not count; what cannot be read is null, as nothing is.</summary>
public static class NumberText
{
    /// <summary>A whole number from 0.</summary>
    public static int? Whole(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number, which may be below 0 and have decimals.</summary>
    public static decimal? Signed(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number from 0 in two places, also as a fraction ("1/2", "½").</summary>
    public static decimal? Fraction(string text)
    {
        var plain = text.Trim().Replace("½", ".5", StringComparison.Ordinal).Replace("¼", ".25", StringComparison.Ordinal).Replace("¾", ".75", StringComparison.Ordinal);
        return plain.Split('/') switch
        {
            [var whole] when Short(whole) is { } number => Math.Round(number, 2),
            [var part, var parts] when Short(part) is { } above && Short(parts) is { } below && below > 0 => Math.Round(above / below, 2),
            _ => null,
        };
    }

    private static decimal? Short(string text) => text.Length < 8 && Signed(text) is { } number && !text.Contains('-', StringComparison.Ordinal) && !text.Contains('+', StringComparison.Ordinal) ? number : null;
}
