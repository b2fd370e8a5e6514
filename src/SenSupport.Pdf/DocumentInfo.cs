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
}
