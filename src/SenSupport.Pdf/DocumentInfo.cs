namespace SenSupport.Pdf;

/// <summary>What a document says about itself. It holds everything that would otherwise change from one making to the next.</summary>
public sealed record DocumentInfo
{
    /// <summary>Title, shown by readers in the window's title bar.</summary>
    public required string Title { get; init; }

    /// <summary>When the document was made, in UTC. Nothing in the library reads a clock.</summary>
    public required DateTime Created { get; init; }

    /// <summary>Who wrote it: usually the school.</summary>
    public string? Author { get; init; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>The program that composed it.</summary>
    public string Creator { get; init; } = "SenSupport";

    /// <summary>Language of the text as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en-GB";

    /// <summary>Identifies the file among its versions; without one the identifier is made from the content.</summary>
    public Guid? Id { get; init; }

    /// <summary>Makes a file for keeping, which conforms to PDF/A-2a as well.</summary>
    public bool IsForKeeping { get; init; }

    /// <exception cref="ArgumentException">It is not a language tag (BCP 47).</exception>
    internal static void RequireLanguage(string tag)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        if (!tag.Split('-').Index().All(p => p.Item.Length is >= 1 and <= 8 && p.Item.All(c => char.IsAsciiLetter(c) || (p.Index > 0 && char.IsAsciiDigit(c)))))
        {
            throw new ArgumentException($"'{tag}' is not a language tag: write it as 'en-GB' or 'pl'.", nameof(tag));
        }
    }
}
