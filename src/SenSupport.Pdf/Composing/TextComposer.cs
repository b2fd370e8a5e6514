using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Text;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf;

/// <summary>Composes one paragraph from spans. A line feed in a text starts a new line.</summary>
public sealed class TextComposer
{
    private readonly Composition _composition;
    private readonly List<Span> _spans = [];
    private TextDefaults _defaults;

    internal TextComposer(Composition composition, TextDefaults defaults)
    {
        _composition = composition;
        _defaults = defaults;
    }

    internal TextAlign Alignment => _defaults.Align;

    internal TextDirection ReadIn => _defaults.Direction;

    internal bool KeptWithNext { get; private set; }

    /// <summary>Adds words; the answer sets how they look.</summary>
    public Span Span(string? words) => Add(new Span(RunKind.Words, words ?? "", null));

    /// <summary>Goes on in a new line of the same paragraph.</summary>
    public TextComposer LineBreak()
    {
        Span("\n");
        return this;
    }

    /// <summary>Adds the number of the page that the words stand on.</summary>
    public Span PageNumber() => Add(new Span(RunKind.PageNumber, "", null));

    /// <summary>Adds how many pages the document has; in page headers and footers.</summary>
    /// <exception cref="InvalidOperationException">This is content: it is written page by page, before their number is known.</exception>
    public Span PageCount() => _composition.InMargin
        ? Add(new Span(RunKind.PageCount, "", null))
        : throw new InvalidOperationException("The number of pages is known only in a page's header and footer: it cannot stand in the content.");

    /// <summary>Adds a box to tick.</summary>
    /// <param name="says">What it asks, for someone who cannot see what stands beside it.</param>
    /// <param name="ticked">Whether it is ticked.</param>
    /// <param name="field">Makes it a box that can be ticked on a screen, with this name, which no other has; null draws it only.</param>
    /// <param name="size">Its side in points.</param>
    /// <exception cref="ArgumentException">The field's name has a point or other than letters, digits, hyphens and low lines.</exception>
    public TextComposer TickBox(string says, bool ticked = false, string? field = null, double size = 10)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(says);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        if (field is null)
        {
            var drawn = AltText.Says(ticked ? "Ticked box" : "Box to tick");
            Add(new Span(RunKind.Drawing, "", Canvas.Draw(size, size, _composition.Style.Scale, drawn, canvas => canvas.Box(size, ticked))));
            return this;
        }

        if (LinkTarget.Name(field).Contains('.', StringComparison.Ordinal))
        {
            throw new ArgumentException("A field's name has no point.", nameof(field));
        }

        Add(new Span(RunKind.Drawing, "", new TickBox(size, _composition.Style.Scale, field, says, ticked)));
        return this;
    }

    /// <summary>Adds a small drawing that stands in the line like a letter, centred on the capitals.</summary>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="alternative">What it says to someone who cannot see it.</param>
    /// <param name="draw">Draws it, in a space of that size with y downwards.</param>
    public TextComposer Drawing(double width, double height, AltText alternative, Action<Canvas> draw)
    {
        Add(new Span(RunKind.Drawing, "", Canvas.Draw(width, height, _composition.Style.Scale, alternative, draw)));
        return this;
    }

    /// <summary>Sets the size of the whole paragraph in points, before scaling.</summary>
    public TextComposer Size(double points) => With(_defaults with { Size = points });

    /// <summary>Sets the whole paragraph bold.</summary>
    public TextComposer Bold() => With(_defaults with { Bold = true });

    /// <summary>Sets the colour of the whole paragraph.</summary>
    public TextComposer Colour(Colour colour) => With(_defaults with { Colour = colour });

    /// <summary>Sets the whole paragraph in the secondary colour.</summary>
    public TextComposer Muted() => Colour(_composition.Style.Muted);

    /// <summary>Aligns the paragraph's lines.</summary>
    public TextComposer Align(TextAlign align) => With(_defaults with { Align = align });

    /// <summary>Says in which direction the paragraph is read; unless said, as its first letter runs.</summary>
    public TextComposer Direction(TextDirection direction) => With(_defaults with { Direction = direction });

    /// <summary>Keeps the paragraph on the page of what follows.</summary>
    public TextComposer KeepWithNext()
    {
        KeptWithNext = true;
        return this;
    }

    internal IReadOnlyList<TextRun> Runs() =>
        [.. _spans.Where(s => s.Kind != RunKind.Words || s.Words.Length > 0).Select(s => new TextRun(
            s.Kind,
            s.Words,
            _composition.Text(s.OwnSize ?? _defaults.Size, s.IsBold ?? _defaults.Bold, s.IsMuted ? _composition.Style.Muted : s.OwnColour ?? _defaults.Colour),
            s.Picture) { Part = s.Part() })];

    private Span Add(Span span)
    {
        _spans.Add(span);
        return span;
    }

    private TextComposer With(TextDefaults defaults)
    {
        _defaults = defaults;
        return this;
    }
}

/// <summary>A run of words within a paragraph, and how it differs from the rest.</summary>
public sealed class Span
{
    internal Span(RunKind kind, string words, Drawing? picture)
    {
        Kind = kind;
        Words = words;
        Picture = picture;
    }

    internal RunKind Kind { get; }

    internal string Words { get; }

    internal Drawing? Picture { get; }

    internal bool? IsBold { get; private set; }

    internal bool IsMuted { get; private set; }

    internal double? OwnSize { get; private set; }

    internal Colour? OwnColour { get; private set; }

    private LinkTarget? _target;
    private string? _says;
    private string? _language;
    private bool _isUnderlined;

    /// <summary>Sets it bold.</summary>
    public Span Bold(bool bold = true)
    {
        IsBold = bold;
        return this;
    }

    /// <summary>Sets its size in points, before scaling.</summary>
    public Span Size(double points)
    {
        OwnSize = points;
        return this;
    }

    /// <summary>Sets its colour.</summary>
    public Span Colour(Colour colour)
    {
        OwnColour = colour;
        return this;
    }

    /// <summary>Sets it in the secondary colour.</summary>
    public Span Muted()
    {
        IsMuted = true;
        return this;
    }

    /// <summary>Draws a line under it.</summary>
    public Span Underline()
    {
        _isUnderlined = true;
        return this;
    }

    /// <summary>Says that it is in another language than the document.</summary>
    /// <param name="tag">The language as a BCP 47 tag, such as <c>"pl"</c>.</param>
    public Span Language(string tag)
    {
        DocumentInfo.RequireLanguage(tag);
        _language = tag;
        return this;
    }

    /// <summary>Makes it lead to an address outside the document; it is underlined.</summary>
    /// <param name="address">A whole address: https:, http:, mailto: or tel:.</param>
    /// <param name="says">Where it leads, for someone who cannot see what stands around it; the words themselves unless said.</param>
    /// <exception cref="ArgumentException">The address is none that a reader may follow.</exception>
    public Span Link(string address, string? says = null) => To(LinkTarget.To(address), says);

    /// <summary>Makes it lead to a place of the document; it is underlined.</summary>
    /// <param name="place">The name given to <see cref="Flow.Place"/>; an unknown one is an error when the document is generated.</param>
    /// <param name="says">Where it leads, for someone who cannot see what stands around it; the words themselves unless said.</param>
    public Span LinkTo(string place, string? says = null) => To(new LinkTarget(null, LinkTarget.Name(place)), says);

    internal InlinePart? Part() => _target is null && _language is null && !_isUnderlined
        ? null
        : new InlinePart(_target, string.IsNullOrWhiteSpace(_says) ? string.IsNullOrWhiteSpace(Words) ? "Link" : Words : _says, _language, _isUnderlined);

    private Span To(LinkTarget target, string? says)
    {
        (_target, _says) = (target, says);
        return Underline();
    }
}
