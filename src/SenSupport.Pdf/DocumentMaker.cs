using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf;

/// <summary>
/// Makes one file from a composition, page by page: a page is laid out, painted and written before the next is begun. What names the
/// number of pages is a form that each page calls and that is written once the number is known.
/// </summary>
internal sealed class DocumentMaker : IDisposable
{
    private readonly DocumentComposer _document = new();
    private readonly DocumentInfo _info;
    private readonly Composition _composition;
    private readonly PdfWriter _writer = new();
    private readonly StructureTree _tree;
    private readonly Painter _painter;
    private readonly PageTree _pages;
    private readonly LayoutCount _count = new();
    private readonly List<Margin> _waiting = [];
    private readonly ByteBuilder _body = new();
    private int _number;
    private int _sealed;

    /// <exception cref="InvalidOperationException">The document has no <see cref="DocumentInfo"/>.</exception>
    public DocumentMaker(Action<DocumentComposer> compose)
    {
        compose(_document);
        _info = _document.About ?? throw new InvalidOperationException("The document needs its Info: a title and when it was made.");
        _composition = new Composition(_document.Look);
        _tree = new StructureTree(_writer, _composition.Root);
        _painter = new Painter(_writer, _tree) { RefusesInks = _info.IsForKeeping };
        _pages = new PageTree(_writer);
    }

    /// <summary>What was written and not yet passed on.</summary>
    public ReadOnlyMemory<byte> Pending => _writer.Pending;

    /// <summary>How often something was laid out.</summary>
    public long Attempts => _count.Attempts;

    /// <summary>Says that <see cref="Pending"/> was passed on.</summary>
    public void Flushed() => _writer.Flushed();

    /// <summary>Makes the file in steps; after each, what is pending can be passed on.</summary>
    public IEnumerable<int> Make()
    {
        var catalogue = _writer.Reserve();
        foreach (var compose in _document.Sections.SelectMany(s => s).DefaultIfEmpty(_ => { }))
        {
            var section = new PageComposer(_composition);
            compose(section);
            if (section.NumbersFromOne)
            {
                WriteMargins();
            }

            foreach (var page in Paginator.Pages(section, _number + 1, _count))
            {
                WritePage(section, page);
                yield return _number;
            }

            // What has been written need not be remembered: two hundred plans in one file take no more room than one.
            for (; _sealed < _composition.Root.Kids.Count; _sealed++)
            {
                if (_composition.Root.Kids[_sealed].Child is { } part)
                {
                    _tree.Seal(part);
                }
            }
        }

        WriteMargins();
        if (_document.Missing is { } warn && _painter.Fonts.SelectMany(f => f.Font.Missing).Distinct().Order().ToList() is { Count: > 0 } missing)
        {
            warn(missing);
        }

        foreach (var (font, id) in _painter.Fonts)
        {
            FontWriter.Write(_writer, id, font);
        }

        WriteCatalogue(catalogue);
    }

    public void Dispose() => _writer.Dispose();

    private void WritePage(PageComposer section, LaidPage page)
    {
        var sheet = section.Sheet;
        var (id, parent) = _pages.Add();
        _number++;
        _painter.StartPage(id, sheet.Height);
        if (_composition.Style.PageBackground is { } background)
        {
            _painter.OpenArtifact("/Artifact<</Type/Background>>BDC\n"u8);
            _painter.Fill(0, 0, sheet.Width, sheet.Height, background);
            _painter.CloseArtifact();
        }

        PaintMargin(new Margin(0, section.HeaderStack, sheet, section.Margins, IsHeader: true, _number, page.IsFirst));
        page.Content.Paint(_painter, section.Margins.Left, page.ContentTop);
        PaintMargin(new Margin(0, section.FooterStack, sheet, section.Margins, IsHeader: false, _number, page.IsFirst));
        var key = _painter.EndPage();

        var content = _writer.Reserve();
        _writer.AddStream(content, "", _painter.Content.Span);
        _body.Clear();
        _body.Append("<</Type/Page/Parent "u8).Reference(parent)
            .Append("/MediaBox[0 0 "u8).Append(sheet.Width).Append(" "u8).Append(sheet.Height).Append("]"u8);
        _painter.AppendResources(_body).Append("/Contents "u8).Reference(content);
        _painter.Annotations.AppendTo(_body).Append("/StructParents "u8).Append(key).Append("/Tabs/S>>"u8);
        _writer.Add(id, _body);
    }

    /// <summary>Paints a header or footer, or calls a form that will hold it once the number of pages is known.</summary>
    private void PaintMargin(Margin margin)
    {
        if (margin.Stack.IsEmpty)
        {
            return;
        }

        var placed = margin.Place(total: 1, out var namesTotal);
        _painter.OpenArtifact(margin.IsHeader ? "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"u8 : "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"u8);
        if (namesTotal)
        {
            margin = margin with { Form = _writer.Reserve() };
            _painter.Show(margin.Form);
            _waiting.Add(margin);
        }
        else
        {
            margin.Paint(_painter, placed);
        }

        _painter.CloseArtifact();
    }

    /// <summary>Writes the headers and footers that waited for the number of pages, and begins to count anew.</summary>
    private void WriteMargins()
    {
        foreach (var margin in _waiting)
        {
            _painter.StartForm(margin.Sheet.Height);
            margin.Paint(_painter, margin.Place(_number, out _));
            _painter.EndForm();
            _body.Clear();
            _body.Append("/Type/XObject/Subtype/Form/BBox[0 0 "u8).Append(margin.Sheet.Width).Append(" "u8).Append(margin.Sheet.Height).Append("]"u8);
            _painter.AppendResources(_body);
            _writer.AddStream(margin.Form, System.Text.Encoding.ASCII.GetString(_body.Span), _painter.Content.Span);
        }

        _waiting.Clear();
        _number = 0;
    }

    private void WriteCatalogue(int catalogue)
    {
        var metadata = _writer.Reserve();
        _writer.AddStream(metadata, "/Type/Metadata/Subtype/XML", Metadata.Xmp(_info), compress: false);
        var structure = _tree.Finish();
        var outline = Outline.Write(_writer, _painter.Bookmarks, _tree.Pages);
        var body = new ByteBuilder().Append("<</Type/Catalog/Pages "u8).Reference(_pages.Finish())
            .Append("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang"u8).AppendText(_info.Language)
            .Append("/Metadata "u8).Reference(metadata).Append("/StructTreeRoot "u8).Reference(structure);
        if (outline is { } bookmarks)
        {
            body.Append("/Outlines "u8).Reference(bookmarks);
        }

        _painter.Annotations.Finish(body);
        if (_info.IsForKeeping)
        {
            var profile = _writer.Reserve();
            _writer.AddStream(profile, "/N 3/Alternate/DeviceRGB", ScreenProfile.Bytes);
            body.Append("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8)
                .Reference(profile).Append(">>]"u8);
        }

        _writer.Add(catalogue, body.Append(">>"u8));
        _writer.Finish(catalogue, _writer.Add(Metadata.Dictionary(_info)), _info.Id);
    }

    /// <summary>A header or footer of one page; <c>Form</c> is the object that will hold it where the number of pages is not known yet.</summary>
    private readonly record struct Margin(int Form, Stack Stack, PageSize Sheet, Insets Margins, bool IsHeader, int Number, bool IsFirst)
    {
        public Fragment Place(int total, out bool namesTotal) =>
            Paginator.Margin(Stack, Sheet.Width - Margins.Left - Margins.Right, Number, total, IsFirst, out namesTotal);

        public void Paint(Painter painter, Fragment placed) =>
            placed.Paint(painter, Margins.Left, IsHeader ? Margins.Top : Sheet.Height - Margins.Bottom - placed.Height);
    }
}
