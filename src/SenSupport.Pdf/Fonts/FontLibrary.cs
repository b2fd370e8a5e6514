namespace SenSupport.Pdf.Fonts;

/// <summary>A face that is read from the assembly the first time it is asked for.</summary>
internal sealed class FontFace(string resource)
{
    private readonly Lazy<TrueTypeFont> _font = new(() => Read(resource));

    public TrueTypeFont Font => _font.Value;

    private static TrueTypeFont Read(string resource)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font '{resource}' was not built into SenSupport.Pdf: build the project again with Node installed.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new TrueTypeFont(data);
    }
}

/// <summary>The faces that text is set in.</summary>
internal static class FontLibrary
{
    private static readonly byte[] Regular = [0, 1, 4];
    private static readonly byte[] Bold = [2, 3, 5];

    /// <summary>All faces; glyphs name them by their place here.</summary>
    public static FontFace[] All { get; } =
        [new("Main-Regular.ttf"), new("Fallback-Regular.ttf"), new("Main-Bold.ttf"), new("Fallback-Bold.ttf"), new("Arabic-Regular.ttf"), new("Arabic-Bold.ttf")];

    /// <summary>Places of the faces of one weight, in the order in which they are asked for a letter.</summary>
    public static ReadOnlySpan<byte> Chain(bool bold) => bold ? Bold : Regular;

    /// <summary>Whether any face has a character.</summary>
    public static bool Has(int character)
    {
        foreach (var face in Regular)
        {
            if (All[face].Font.Glyph(character) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The face that sets the lines' measures.</summary>
    public static TrueTypeFont Main(bool bold) => All[Chain(bold)[0]].Font;
}
