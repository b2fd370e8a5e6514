using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Structure;

namespace SenSupport.Pdf.Writing;

/// <summary>
/// Paints pages: content operators, and the marks that tie them to the structure tree. Places are given in points from the
/// sheet's top left corner; everything is either tagged or an artifact, as PDF/UA-1 (7.1) demands.
/// </summary>
internal sealed class Painter
{
    private readonly Dictionary<TrueTypeFont, FontSubset> _fonts = [];
    private readonly List<FontSubset> _fontsInOrder = [];
    private readonly Dictionary<string, string> _imageNames = [];
    private readonly List<(string Name, Image Image)> _images = [];
    private double _pageHeight;
    private int _artifacts;

    public ByteBuilder Content { get; } = new(16384);

    public IReadOnlyList<FontSubset> Fonts => _fontsInOrder;

    /// <summary>Each picture once, in the order in which they were first shown, with the name by which pages call it.</summary>
    public IReadOnlyList<(string Name, Image Image)> Images => _images;

    /// <summary>For each page the owner of every mark, by the mark's number.</summary>
    public List<List<StructureNode>> Marks { get; } = [];

    public List<Bookmark> Bookmarks { get; } = [];

    /// <summary>True while what is painted carries no meaning: page headers, repeated table heads, lines.</summary>
    public bool InArtifact => _artifacts > 0;

    public void StartPage(double height)
    {
        _pageHeight = height;
        Content.Clear();
        Marks.Add([]);
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

        var marks = Marks[^1];
        Content.Append("/"u8).Append(node.Type).Append("<</MCID "u8).Append(marks.Count).Append(">>BDC\n"u8);
        node.AddMark(Marks.Count - 1, marks.Count);
        marks.Add(node);
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
            Bookmarks.Add(new Bookmark(level, title, Marks.Count - 1, FromBottom(y)));
        }
    }

    /// <summary>Fills a rectangle as decoration.</summary>
    public void Fill(double x, double y, double width, double height, Colour colour)
    {
        OpenArtifact("/Artifact BMC\n"u8);
        Content.Colour(colour).Operator([x, FromBottom(y + height), width, height], "re"u8).Append("f\n"u8);
        CloseArtifact();
    }

    /// <summary>The name by which pages call a picture; equal files share one.</summary>
    public string Name(Image image)
    {
        if (!_imageNames.TryGetValue(image.Key, out var name))
        {
            name = $"Im{_images.Count + 1}";
            _imageNames.Add(image.Key, name);
            _images.Add((name, image));
        }

        return name;
    }

    public FontSubset Subset(TrueTypeFont font)
    {
        if (!_fonts.TryGetValue(font, out var subset))
        {
            subset = new FontSubset(font, $"F{_fonts.Count + 1}");
            _fonts.Add(font, subset);
            _fontsInOrder.Add(subset);
        }

        return subset;
    }
}
