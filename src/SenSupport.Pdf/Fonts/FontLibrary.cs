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

/// <summary>The faces that text is set in, in the order in which they are asked for a letter.</summary>
internal static class FontLibrary
{
    private static readonly FontFace[] Regular = [new("Main-Regular.ttf"), new("Fallback-Regular.ttf")];
    private static readonly FontFace[] Bold = [new("Main-Bold.ttf"), new("Fallback-Bold.ttf")];

    public static FontFace[] Faces(bool bold) => bold ? Bold : Regular;
}
