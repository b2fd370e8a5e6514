using SenSupport.Pdf.Fonts;

namespace SenSupport.Pdf;

/// <summary>
/// A document composed in code and written as tagged PDF 1.7 for PDF/UA-1. The same composition gives the same bytes;
/// a document may be generated any number of times and from any thread.
/// </summary>
public sealed class Document
{
    private readonly Action<DocumentComposer> _compose;

    private Document(Action<DocumentComposer> compose) => _compose = compose;

    /// <summary>Describes a document; the lambda runs each time it is generated.</summary>
    public static Document Create(Action<DocumentComposer> compose)
    {
        ArgumentNullException.ThrowIfNull(compose);
        return new Document(compose);
    }

    /// <summary>Composes, lays out and writes the document.</summary>
    /// <returns>The bytes of a PDF file.</returns>
    public byte[] Generate()
    {
        using var buffer = new MemoryStream();
        Generate(buffer);
        return buffer.ToArray();
    }

    /// <inheritdoc cref="Generate()"/>
    /// <param name="output">Receives the file page by page; need not be seekable.</param>
    /// <exception cref="InvalidOperationException">
    /// The document has no <see cref="DocumentInfo"/>, its pages leave no room, or a link leads nowhere. Pages before the fault have been passed on.
    /// </exception>
    public void Generate(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var maker = new DocumentMaker(_compose);
        foreach (var _ in maker.Make())
        {
            output.Write(maker.Pending.Span);
            maker.Flushed();
        }

        output.Write(maker.Pending.Span);
    }

    /// <inheritdoc cref="Generate(Stream)"/>
    /// <param name="output">Receives the file page by page; need not be seekable.</param>
    /// <param name="cancel">Stops between pages.</param>
    public async Task GenerateAsync(Stream output, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var maker = new DocumentMaker(_compose);
        foreach (var _ in maker.Make())
        {
            await output.WriteAsync(maker.Pending, cancel);
            maker.Flushed();
        }

        await output.WriteAsync(maker.Pending, cancel);
    }

    /// <summary>Reads the fonts that documents are set in, so that a program that lacks them says so when it starts.</summary>
    /// <exception cref="InvalidOperationException">A font was not built into the library.</exception>
    /// <exception cref="InvalidDataException">A font is damaged.</exception>
    public static void RequireFonts()
    {
        foreach (var face in FontLibrary.All)
        {
            _ = face.Font;
        }
    }
}
