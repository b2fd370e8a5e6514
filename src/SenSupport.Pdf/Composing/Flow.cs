using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf;

/// <summary>
/// Composes blocks one below another: the content of a page, a column, a cell, a list item or a box. All lengths are points
/// before the document's scale. Blocks without any words are left out.
/// </summary>
public sealed class Flow
{
    private readonly Composition _composition;
    private readonly StructureNode? _node;
    private readonly Stack _stack;
    private TextDefaults _defaults;

    internal Flow(Composition composition, StructureNode? node, TextDefaults defaults, Stack stack)
    {
        _composition = composition;
        _node = node;
        _defaults = defaults;
        _stack = stack;
    }

    private DocumentStyle Style => _composition.Style;

    /// <summary>Changes how the text that follows in this flow is set, and in everything nested in it.</summary>
    /// <param name="size">Size in points.</param>
    /// <param name="bold">Whether bold.</param>
    /// <param name="colour">Colour.</param>
    /// <param name="align">Alignment.</param>
    /// <param name="direction">Direction in which it is read.</param>
    public Flow DefaultText(double? size = null, bool? bold = null, Colour? colour = null, TextAlign? align = null, TextDirection? direction = null)
    {
        _defaults = new TextDefaults(
            size ?? _defaults.Size, bold ?? _defaults.Bold, colour ?? _defaults.Colour, align ?? _defaults.Align, direction ?? _defaults.Direction);
        return this;
    }

    /// <summary>Adds a heading, listed among the bookmarks and kept with what follows.</summary>
    /// <param name="level">1 to 6. A tag never skips a level: where one is left out the tag is the next lower one.</param>
    /// <param name="words">The heading.</param>
    public Flow Heading(int level, string words) => Heading(level, t => t.Span(words));

    /// <inheritdoc cref="Heading(int, string)"/>
    public Flow Heading(int level, Action<TextComposer> compose)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 6);
        var size = Style.HeadingSizes[Math.Min(level, Style.HeadingSizes.Count) - 1];
        var text = new TextComposer(_composition, new TextDefaults(size, true, Style.Heading, _defaults.Align, _defaults.Direction));
        compose(text);
        var runs = text.Runs();
        if (runs.Count == 0)
        {
            return this;
        }

        // Large lines need less air between them than small ones.
        var lineHeight = Math.Max(1.1, Style.LineHeight * 0.88);
        var tagged = _composition.LastHeading;
        if (_node is not null)
        {
            tagged = _composition.LastHeading = Math.Max(Math.Min(level, tagged + 1), _composition.LowestHeading);
        }

        _stack.Add(new Paragraph(_node?.Add($"H{tagged}"), [.. runs.Select(r => r with { Style = r.Style with { LineHeight = lineHeight } })], text.Alignment)
        {
            SpaceBefore = _composition.Scaled(level <= 2 ? 16 : 10),
            SpaceAfter = _composition.Scaled(level <= 2 ? 5 : 3),
            KeepWithNext = true,
            BookmarkLevel = _node is null ? 0 : level,
            Direction = text.ReadIn,
        });
        return this;
    }

    /// <summary>Adds a paragraph.</summary>
    public Flow Paragraph(string? words) => Paragraph(t => t.Span(words));

    /// <inheritdoc cref="Paragraph(string?)"/>
    public Flow Paragraph(Action<TextComposer> compose)
    {
        AddText(_composition, _stack, _node is null ? null : () => _node.Add("P"), _defaults, compose, Style.BlockSpacing);
        return this;
    }

    /// <summary>Adds a bulleted list of plain texts.</summary>
    public Flow List(IEnumerable<string> items) => List(l => l.Items(items));

    /// <summary>Adds a bulleted list.</summary>
    public Flow List(Action<ListComposer> compose) => AddList(compose, numbered: false);

    /// <summary>Adds a list numbered from 1.</summary>
    public Flow NumberedList(Action<ListComposer> compose) => AddList(compose, numbered: true);

    /// <summary>Adds terms with what belongs to each beside it.</summary>
    /// <param name="compose">Adds the pairs.</param>
    /// <param name="termWidth">Width of the terms' column in points.</param>
    public Flow KeyValues(Action<KeyValueComposer> compose, double termWidth = 120)
    {
        var pairs = new KeyValueComposer(_composition, _node?.Add("L"), _defaults, termWidth);
        compose(pairs);
        pairs.AddTo(_stack);
        return this;
    }

    /// <summary>Adds a table.</summary>
    public Flow Table(Action<TableComposer> compose)
    {
        var table = new TableComposer(_composition, _node?.Add("Table"), _defaults);
        compose(table);
        if (table.Build() is { } built)
        {
            _stack.Add(built);
        }

        return this;
    }

    /// <summary>Adds columns beside each other.</summary>
    /// <param name="compose">Adds the columns from left to right, which is also the order in which they are read.</param>
    /// <param name="gap">Distance between columns in points.</param>
    public Flow Row(Action<RowComposer> compose, double gap = 14)
    {
        var row = new RowComposer(_composition, _node, _defaults);
        compose(row);
        if (Style.OneColumn && _node is not null && row.Items.Count(i => i.Width.IsShare) > 1)
        {
            row.Items.ForEach(i => _stack.Add(i.Content));
        }
        else if (row.Items.Count > 0)
        {
            _stack.Add(new SideBySide(row.Items, _composition.Scaled(gap)) { SpaceAfter = _composition.Scaled(Style.BlockSpacing) });
        }

        return this;
    }

    /// <summary>Adds blocks as a group, for instance to give them a text default of their own.</summary>
    public Flow Column(Action<Flow> compose) => Nest(compose, inner => inner);

    /// <summary>Adds blocks that move to the next page together rather than be split, unless they are taller than a page.</summary>
    public Flow KeepTogether(Action<Flow> compose) => Nest(compose, inner => new KeptTogether(inner));

    /// <summary>Adds blocks with room all round.</summary>
    public Flow Padding(double all, Action<Flow> compose) => Padding(all, all, all, all, compose);

    /// <summary>Adds blocks with room at the sides, and above and below.</summary>
    public Flow Padding(double horizontal, double vertical, Action<Flow> compose) => Padding(horizontal, vertical, horizontal, vertical, compose);

    /// <summary>Adds blocks with room on each side.</summary>
    public Flow Padding(double left, double top, double right, double bottom, Action<Flow> compose)
    {
        var scale = Style.Scale;
        var insets = new Insets(Length(left) * scale, Length(top) * scale, Length(right) * scale, Length(bottom) * scale);
        return Nest(compose, inner => new Frame(inner, new FrameLook(insets, null, null, 0, null, 0, 0)));
    }

    /// <summary>Adds blocks with a line all round.</summary>
    public Flow Border(Colour colour, Action<Flow> compose, double width = 0.75) =>
        Nest(compose, inner => new Frame(inner, new FrameLook(new Insets(width, width, width, width), null, colour, Length(width), null, 0, 0)));

    /// <summary>Adds blocks on a coloured ground.</summary>
    public Flow Background(Colour colour, Action<Flow> compose) =>
        Nest(compose, inner => new Frame(inner, new FrameLook(default, colour, null, 0, null, 0, 0)));

    /// <summary>Adds blocks in a narrower column at the left, in the middle or at the right.</summary>
    /// <param name="align">Where it stands; what is in it is aligned alike.</param>
    /// <param name="width">Its width in points.</param>
    /// <param name="compose">Adds the blocks.</param>
    public Flow AlignX(TextAlign align, double width, Action<Flow> compose)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return Nest(compose, inner => new Aligned(inner, _composition.ScaledWidth(width), align), _defaults with { Align = align });
    }

    /// <summary>Adds blocks that are shown only the first time where the same stands on several pages: in a page's margins, in a table's head.</summary>
    public Flow ShowOnce(Action<Flow> compose) => Nest(compose, inner => new Sometimes(inner, first: true));

    /// <summary>Adds blocks of a page's margins, or of a table's head, that are left out the first time.</summary>
    /// <exception cref="InvalidOperationException">The blocks are read out only the first time, so they would never be.</exception>
    public Flow SkipOnce(Action<Flow> compose) => _node is null
        ? Nest(compose, inner => new Sometimes(inner, first: false))
        : throw new InvalidOperationException("What is left out the first time would never be read out: SkipOnce belongs in a page's header or footer.");

    /// <summary>Adds blocks in another language than the document's.</summary>
    /// <param name="tag">The language as a BCP 47 tag, such as <c>"pl"</c>.</param>
    /// <param name="compose">Adds the blocks.</param>
    public Flow Language(string tag, Action<Flow> compose)
    {
        DocumentInfo.RequireLanguage(tag);
        return Nest(compose, inner => inner, node: _node?.Add(new StructureNode("Div") { Language = tag }));
    }

    /// <summary>Adds blocks with padding, background, border or a coloured left edge.</summary>
    public Flow Box(BoxLook look, Action<Flow> compose)
    {
        var scale = Style.Scale;
        return Nest(compose, inner => new Frame(inner, look.Scaled(scale)) { SpaceBefore = 4 * scale, SpaceAfter = 8 * scale });
    }

    /// <summary>Adds blocks that stand out: a coloured left edge on a tinted ground.</summary>
    public Flow Callout(Colour edge, Colour background, Action<Flow> compose) =>
        Box(new BoxLook { PaddingX = 10, PaddingY = 7, Background = background, Edge = edge, EdgeWidth = 3.5 }, compose);

    /// <summary>Adds a horizontal line.</summary>
    public Flow Rule(double thickness = 0.75, Colour? colour = null)
    {
        var gap = _composition.Scaled(Style.BlockSpacing);
        _stack.Add(new Rule(thickness, colour ?? Style.Line) { SpaceBefore = gap, SpaceAfter = gap });
        return this;
    }

    /// <summary>Adds a drawing.</summary>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="alternative">What it says to someone who cannot see it.</param>
    /// <param name="draw">Draws it, in a space of that size with y downwards.</param>
    public Flow Drawing(double width, double height, AltText alternative, Action<Canvas> draw)
    {
        _stack.Add(new DrawingBlock(Canvas.Draw(width, height, Style.Scale, alternative, draw), _node, _defaults.Align)
        {
            SpaceAfter = _composition.Scaled(Style.BlockSpacing),
        });
        return this;
    }

    /// <summary>
    /// Adds a picture in its own proportions, as large as the bounds and the room allow; it stands left, centred or right as text does in this flow.
    /// </summary>
    /// <param name="image">The picture.</param>
    /// <param name="alternative">What it says to someone who cannot see it.</param>
    /// <param name="mostWidth">Its greatest width in points; null for the width of the flow.</param>
    /// <param name="mostHeight">Its greatest height in points; null for the height that goes with its width.</param>
    public Flow Image(Image image, AltText alternative, double? mostWidth = null, double? mostHeight = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostWidth ?? 1, nameof(mostWidth));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostHeight ?? 1, nameof(mostHeight));
        _stack.Add(new ImageBlock(image, alternative, _node, mostWidth * Style.Scale, mostHeight * Style.Scale, _defaults.Align)
        {
            SpaceAfter = _composition.Scaled(Style.BlockSpacing),
        });
        return this;
    }

    /// <summary>
    /// Adds a drawing from an SVG file: its paths, rectangles, circles, ellipses and lines with their colours. Everything else in it (scripts, styles, texts, pictures, links) is passed over.
    /// </summary>
    /// <param name="svg">The file's text.</param>
    /// <param name="alternative">What it says to someone who cannot see it.</param>
    /// <param name="width">Its width in points; null for its own.</param>
    /// <exception cref="FormatException">It is not SVG, has no size, or a shape of it cannot be read.</exception>
    public Flow Svg(string svg, AltText alternative, double? width = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width ?? 1, nameof(width));
        var picture = SvgReader.Read(svg);
        var factor = (width ?? picture.Width) / picture.Width;
        return Drawing(picture.Width * factor, picture.Height * factor, alternative, canvas => canvas.Scaled(factor, inner => picture.Draw(inner)));
    }

    /// <summary>Adds a box to tick with what it asks beside it.</summary>
    /// <param name="says">What it asks.</param>
    /// <param name="ticked">Whether it is ticked.</param>
    /// <param name="field">Makes it a box that can be ticked on a screen, with this name, which no other has; null draws it only.</param>
    public Flow TickBox(string says, bool ticked = false, string? field = null) => Paragraph(t =>
    {
        t.TickBox(says, ticked, field);
        t.Span("\u00A0 " + says);
    });

    /// <summary>Names this place, so that links can lead to it.</summary>
    /// <param name="name">Letters, digits, points, hyphens and low lines; no other place of the document has it.</param>
    public Flow Place(string name)
    {
        LinkTarget.Name(name);
        return Tell((painter, y) => painter.Annotations.AddPlace(name, painter.FromBottom(y)));
    }

    /// <summary>Lists this place among the bookmarks without showing anything; headings are listed by themselves.</summary>
    public Flow Bookmark(int level, string title)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        return Tell((painter, y) => painter.AddBookmark(level, title, y));
    }

    /// <summary>Adds empty room; at a page's end it is cut off.</summary>
    public Flow Space(double height)
    {
        _stack.Add(new Blank(_composition.Scaled(height)));
        return this;
    }

    /// <summary>Starts a new page here where less than this height is left.</summary>
    public Flow EnsureSpace(double height)
    {
        _stack.Add(new EnsuredSpace(_composition.Scaled(height)));
        return this;
    }

    /// <summary>Starts a new page, unless one has just begun.</summary>
    public Flow PageBreak()
    {
        _stack.Add(new PageBreak());
        return this;
    }

    /// <summary>Adds <c>2 of 5</c>; in page headers and footers.</summary>
    /// <param name="before">Words before the number, such as <c>"Page "</c>.</param>
    public Flow PageNumber(string before = "") => Paragraph(t =>
    {
        t.Span(before);
        t.PageNumber();
        t.Span(" of ");
        t.PageCount();
    });

    /// <summary>Adds a text to a stack under a node made only when there are words. Returns whether there were.</summary>
    internal static bool AddText(
        Composition composition, Stack stack, Func<StructureNode>? node, TextDefaults defaults, Action<TextComposer> compose, double spaceAfter)
    {
        var text = new TextComposer(composition, defaults);
        compose(text);
        var runs = text.Runs();
        if (runs.Count == 0)
        {
            return false;
        }

        stack.Add(new Paragraph(node?.Invoke(), runs, text.Alignment)
        {
            SpaceAfter = composition.Scaled(spaceAfter),
            KeepWithNext = text.KeptWithNext,
            Direction = text.ReadIn,
        });
        return true;
    }

    private Flow AddList(Action<ListComposer> compose, bool numbered)
    {
        var attributes = numbered ? "<</O/List/ListNumbering/Decimal>>" : "<</O/List/ListNumbering/Disc>>";
        var list = new ListComposer(_composition, _node?.Add("L", attributes), _defaults, numbered);
        compose(list);
        list.AddTo(_stack);
        return this;
    }

    private Flow Nest(Action<Flow> compose, Func<Stack, Element> wrap, TextDefaults? defaults = null, StructureNode? node = null)
    {
        var inner = new Stack();
        compose(new Flow(_composition, node ?? _node, defaults ?? _defaults, inner));
        if (!inner.IsEmpty)
        {
            _stack.Add(wrap(inner));
        }

        return this;
    }

    private Flow Tell(Action<Painter, double> tell)
    {
        _stack.Add(new Layout.Place(tell) { KeepWithNext = true });
        return this;
    }

    private static double Length(double points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        return points;
    }
}
