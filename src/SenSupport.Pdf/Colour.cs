using System.Globalization;

namespace SenSupport.Pdf;

/// <summary>An opaque sRGB colour. A string such as <c>"#16454e"</c> converts to it.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>White.</summary>
    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>Black.</summary>
    public static Colour Black { get; } = new(0, 0, 0);

    /// <summary>Reads <c>#rrggbb</c> or <c>#rgb</c>, the hash being optional.</summary>
    /// <exception cref="FormatException">The text is not such a colour.</exception>
    public static Colour Hex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        var digits = hex.AsSpan().TrimStart('#');
        if (digits.Length is 3 or 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return digits.Length == 6
                ? new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value)
                : new Colour((byte)((value >> 8) * 17), (byte)(((value >> 4) & 15) * 17), (byte)((value & 15) * 17));
        }

        throw new FormatException($"'{hex}' is not a colour: write it as #rrggbb.");
    }

    /// <inheritdoc cref="Hex"/>
    public static implicit operator Colour(string hex) => Hex(hex);
}
