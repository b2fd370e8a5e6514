using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Structure;

namespace SenSupport.Pdf.Writing;

/// <summary>
/// Paints pages: content operators, and the marks that tie them to the structure tree. Places are given in points from the
/// sheet's top left corner; everything is either tagged or an artifact, as PDF/UA-1 (7.1) demands.
/// </summary>
internal sealed class Painter(PdfWriter writer, StructureTree tree)
{
    private readonly Dictionary<TrueTypeFont, FontSubset> _fonts = [];
    private readonly List<(FontSubset Font, int Id)> _fontsInOrder = [];
    private readonly Dictionary<string, (string Name, int Id)> _images = [];
    private readonly SortedDictionary<string, int> _fontsHere = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _objectsHere = new(StringComparer.Ordinal);
    private readonly List<StructureNode> _marks = [];
    private readonly List<(double X, double Y, double Width, double Thickness, Colour Colour)> _underlines = [];
    private double _pageHeight;
    private int _artifacts;
    private int _key;

    public ByteBuilder Content { get; } = new(16384);

    /// <summary>Each font that was used, with the number of its object.</summary>
    public IReadOnlyList<(FontSubset Font, int Id)> Fonts => _fontsInOrder;

    public List<Bookmark> Bookmarks { get; } = [];

    /// <summary>Links, boxes to tick and the places that links lead to.</summary>
    public Annotations Annotations { get; } = new(writer, tree);

    /// <summary>Whether pictures in four inks have to be refused: a file for keeping has one colour space, that of screens.</summary>
    public bool RefusesInks { get; init; }

    /// <summary>True while what is painted carries no meaning: page headers, repeated table heads, lines.</summary>
    public bool InArtifact => _artifacts > 0;

    /// <summary>Begins a page with the given object number.</summary>
    public void StartPage(int id, double height)
    {
        _key = tree.StartPage(id);
        Annotations.StartPage(id);
        Begin(height);
        _marks.Clear();
    }

    /// <summary>Ends the page; its content, resources and annotations are complete.</summary>
    /// <returns>The page's key in the parent tree.</returns>
    public int EndPage()
    {
        PaintUnderlines();
        tree.EndPage(_key, _marks);
        return _key;
    }

    /// <summary>Begins a piece that pages show as an artifact and that is painted apart from them.</summary>
    public void StartForm(double height)
    {
        Begin(height);
        _artifacts = 1;
    }

    /// <summary>Ends such a piece.</summary>
    public void EndForm()
    {
        PaintUnderlines();
        _artifacts = 0;
    }

    /// <summary>Appends the fonts and other objects that the page or form calls by name.</summary>
    public ByteBuilder AppendResources(ByteBuilder to)
    {
        to.Append("/Resources<<"u8);
        foreach (var (kind, names) in new[] { ("/Font<<", _fontsHere), ("/XObject<<", _objectsHere) })
        {
            if (names.Count > 0)
            {
                to.Append(kind);
                foreach (var (name, id) in names)
                {
                    to.Append("/"u8).Append(name).Append((byte)' ').Reference(id);
                }

                to.Append(">>"u8);
            }
        }

        return to.Append(">>"u8);
    }

    public double FromBottom(double y) => _pageHeight - y;

    /// <summary>Starts content that belongs to a node; content without a node is an artifact.</summary>
    public void Open(StructureNode? node)
    {
        if (InArtifact || node is null)
        {
            OpenArtifact("/Artifact BMC\n"u8);
            return;
        }

        Content.Append("/"u8).Append(node.Type).Append("<</MCID "u8).Append(_marks.Count).Append(">>BDC\n"u8);
        node.AddMark(tree.Pages.Count - 1, _marks.Count);
        _marks.Add(node);
    }

    public void Close()
    {
        if (InArtifact)
        {
            CloseArtifact();
        }
        else
        {
            Content.Append("EMC\n"u8);
        }
    }

    /// <summary>Starts an artifact with the given operator; within another nothing is written.</summary>
    public void OpenArtifact(ReadOnlySpan<byte> operation)
    {
        if (_artifacts++ == 0)
        {
            Content.Append(operation);
        }
    }

    public void CloseArtifact()
    {
        if (--_artifacts == 0)
        {
            Content.Append("EMC\n"u8);
        }
    }

    public void AddBookmark(int level, string title, double y)
    {
        if (!InArtifact)
        {
            Bookmarks.Add(new Bookmark(level, title, tree.Pages.Count - 1, FromBottom(y)));
        }
    }

    /// <summary>Fills a rectangle as decoration.</summary>
    public void Fill(double x, double y, double width, double height, Colour colour)
    {
        OpenArtifact("/Artifact BMC\n"u8);
        Content.Colour(colour).Operator([x, FromBottom(y + height), width, height], "re"u8).Append("f\n"u8);
        CloseArtifact();
    }

    /// <summary>Draws a line under words once the page's text is complete; within a text object no line can be drawn.</summary>
    public void Underline(double x, double y, double width, double thickness, Colour colour)
    {
        if (_underlines is [.., var last] && last.Y == y && last.Colour == colour && Math.Abs(last.X + last.Width - x) < 0.01)
        {
            _underlines[^1] = last with { Width = last.Width + width };
            return;
        }

        _underlines.Add((x, y, width, thickness, colour));
    }

    /// <summary>The name by which pages call a picture; equal files share one, and it is written when it is first shown.</summary>
    /// <exception cref="InvalidOperationException">The picture is in four inks and the document is for keeping.</exception>
    public string Name(Image image)
    {
        if (!_images.TryGetValue(image.Key, out var known))
        {
            if (RefusesInks && image.Data.ColourSpace == "DeviceCMYK")
            {
                throw new InvalidOperationException("A picture in four inks (CMYK) cannot stand in a document for keeping (PDF/A): save it in RGB.");
            }

            known = ($"Im{_images.Count + 1}", writer.Reserve());
            image.Data.Write(writer, known.Id);
            _images.Add(image.Key, known);
        }

        _objectsHere[known.Name] = known.Id;
        return known.Name;
    }

    /// <summary>Shows a form of the whole sheet that is written later.</summary>
    public void Show(int form)
    {
        var name = $"Fm{form}";
        _objectsHere[name] = form;
        Content.Append("/"u8).Append(name).Append(" Do\n"u8);
    }

    public FontSubset Subset(TrueTypeFont font)
    {
        if (!_fonts.TryGetValue(font, out var subset))
        {
            subset = new FontSubset(font, $"F{_fonts.Count + 1}");
            _fonts.Add(font, subset);
            _fontsInOrder.Add((subset, writer.Reserve()));
        }

        if (!_fontsHere.ContainsKey(subset.ResourceName))
        {
            _fontsHere[subset.ResourceName] = _fontsInOrder.Find(f => f.Font == subset).Id;
        }

        return subset;
    }

    /// <summary>Writes to the file a part of the tree to which nothing will be added any more.</summary>
    public void Seal(StructureNode node) => tree.Seal(node);

    private void Begin(double height)
    {
        _pageHeight = height;
        Content.Clear();
        _fontsHere.Clear();
        _objectsHere.Clear();
    }

    private void PaintUnderlines()
    {
        foreach (var line in _underlines)
        {
            Fill(line.X, line.Y, line.Width, line.Thickness, line.Colour);
        }

        _underlines.Clear();
    }
}
