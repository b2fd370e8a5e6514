using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Writing;

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
    /// <param name="output">Receives the file; need not be seekable.</param>
    /// <exception cref="InvalidOperationException">The document has no <see cref="DocumentInfo"/>, or its pages leave no room.</exception>
    public void Generate(Stream output)
    {
        var composer = new DocumentComposer();
        _compose(composer);
        var info = composer.About ?? throw new InvalidOperationException("The document needs its Info: a title and when it was made.");
        if (composer.Pages.Count == 0)
        {
            composer.Page(_ => { });
        }

        var pages = Paginator.Layout(composer.Pages);
        var writer = new PdfWriter(output);
        var painter = new Painter();
        var catalogue = writer.Reserve();
        var pageTree = writer.Reserve();
        var resources = writer.Reserve();
        List<int> pageIds = [.. pages.Select(_ => writer.Reserve())];
        for (var i = 0; i < pages.Count; i++)
        {
            PaintPage(painter, composer.Composition.Style, pages[i], i + 1, pages.Count);
            WritePage(writer, painter, pages[i].Section.Sheet, pageIds[i], pageTree, resources, i);
        }

        if (composer.Missing is { } warn && painter.Fonts.SelectMany(f => f.Missing).Distinct().Order().ToList() is { Count: > 0 } missing)
        {
            warn(missing);
        }

        WriteResources(writer, painter, resources);
        var body = new ByteBuilder().Append("<</Type/Pages/Count "u8).Append(pages.Count).Append("/Kids["u8);
        pageIds.ForEach(id => body.Reference(id).Append((byte)' '));
        writer.Add(pageTree, body.Append("]>>"u8));
        WriteCatalogue(writer, painter, info, composer.Composition.Root, catalogue, pageTree, pageIds);
    }

    private static void PaintPage(Painter painter, DocumentStyle style, LaidPage page, int number, int total)
    {
        var section = page.Section;
        var margins = section.Margins;
        var width = section.Sheet.Width - margins.Left - margins.Right;
        painter.StartPage(section.Sheet.Height);
        if (style.PageBackground is { } background)
        {
            painter.OpenArtifact("/Artifact<</Type/Background>>BDC\n"u8);
            painter.Fill(0, 0, section.Sheet.Width, section.Sheet.Height, background);
            painter.CloseArtifact();
        }

        if (!section.HeaderStack.IsEmpty)
        {
            painter.OpenArtifact("/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"u8);
            Paginator.Margin(section.HeaderStack, width, number, total).Paint(painter, margins.Left, margins.Top);
            painter.CloseArtifact();
        }

        page.Content.Paint(painter, margins.Left, page.ContentTop);
        if (!section.FooterStack.IsEmpty)
        {
            var footer = Paginator.Margin(section.FooterStack, width, number, total);
            painter.OpenArtifact("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"u8);
            footer.Paint(painter, margins.Left, section.Sheet.Height - margins.Bottom - footer.Height);
            painter.CloseArtifact();
        }
    }

    private static void WritePage(PdfWriter writer, Painter painter, PageSize sheet, int id, int parent, int resources, int index)
    {
        var content = writer.Reserve();
        writer.AddStream(content, "", painter.Content.Span);
        writer.Add(id, new ByteBuilder().Append("<</Type/Page/Parent "u8).Reference(parent)
            .Append("/MediaBox[0 0 "u8).Append(sheet.Width).Append(" "u8).Append(sheet.Height)
            .Append("]/Resources "u8).Reference(resources).Append("/Contents "u8).Reference(content)
            .Append("/StructParents "u8).Append(index).Append("/Tabs/S>>"u8));
    }

    private static void WriteResources(PdfWriter writer, Painter painter, int id)
    {
        var body = new ByteBuilder().Append("<</Font<<"u8);
        foreach (var font in painter.Fonts)
        {
            var fontId = writer.Reserve();
            FontWriter.Write(writer, fontId, font);
            body.Append("/"u8).Append(font.ResourceName).Append(" "u8).Reference(fontId);
        }

        body.Append(">>"u8);
        if (painter.Images.Count > 0)
        {
            body.Append("/XObject<<"u8);
            foreach (var (name, image) in painter.Images)
            {
                var imageId = writer.Reserve();
                image.Data.Write(writer, imageId);
                body.Append("/"u8).Append(name).Append(" "u8).Reference(imageId);
            }

            body.Append(">>"u8);
        }

        writer.Add(id, body.Append(">>"u8));
    }

    private static void WriteCatalogue(
        PdfWriter writer, Painter painter, DocumentInfo info, StructureNode root, int catalogue, int pageTree, List<int> pageIds)
    {
        var metadata = writer.Reserve();
        writer.AddStream(metadata, "/Type/Metadata/Subtype/XML", Metadata.Xmp(info), compress: false);
        var structure = StructureTree.Write(writer, root, pageIds, painter.Marks);
        var outline = Outline.Write(writer, painter.Bookmarks, pageIds);
        var body = new ByteBuilder().Append("<</Type/Catalog/Pages "u8).Reference(pageTree)
            .Append("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang"u8).AppendText(info.Language)
            .Append("/Metadata "u8).Reference(metadata).Append("/StructTreeRoot "u8).Reference(structure);
        if (outline is { } bookmarks)
        {
            body.Append("/Outlines "u8).Reference(bookmarks);
        }

        writer.Add(catalogue, body.Append(">>"u8));
        var infoId = writer.Reserve();
        writer.Add(infoId, Metadata.Dictionary(info));
        writer.Finish(catalogue, infoId);
    }
}
