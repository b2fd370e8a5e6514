using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Text;

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

    /// <summary>Adds the number of the page; in page headers and footers.</summary>
    public Span PageNumber() => Add(new Span(RunKind.PageNumber, "", null));

    /// <summary>Adds how many pages the document has; in page headers and footers.</summary>
    public Span PageCount() => Add(new Span(RunKind.PageCount, "", null));

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
            s.Picture))];

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
}
