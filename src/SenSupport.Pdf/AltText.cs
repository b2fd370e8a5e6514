namespace SenSupport.Pdf;

/// <summary>What a picture says to someone who cannot see it. Every picture has to answer: words, or that it is decoration.</summary>
public readonly record struct AltText
{
    private AltText(string? words) => Words = words;

    /// <summary>The picture adds nothing to the words around it.</summary>
    public static AltText Decorative { get; } = new(null);

    internal string? Words { get; }

    /// <summary>Words in place of the picture.</summary>
    /// <exception cref="ArgumentException">There are no words.</exception>
    public static AltText Says(string words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        return new AltText(words);
    }
}
