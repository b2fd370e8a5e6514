using SenSupport.Pdf.Layout;

namespace SenSupport.Pdf;

/// <summary>Composes a run of pages of one size: what stands at the head and foot of each, and the content that flows through them.</summary>
public sealed class PageComposer
{
    private readonly Composition _composition;
    private readonly TextDefaults _defaults;

    internal PageComposer(Composition composition)
    {
        _composition = composition;
        _defaults = new TextDefaults(composition.Style.FontSize, false, composition.Style.Text, TextAlign.Start);
    }

    internal PageSize Sheet { get; private set; } = PageSize.A4;

    internal bool NumbersFromOne { get; private set; }

    internal Insets Margins { get; private set; } = new(51, 42, 51, 42);

    internal Stack HeaderStack { get; private set; } = new();

    internal Stack ContentStack { get; } = new();

    internal Stack FooterStack { get; private set; } = new();

    /// <summary>Sets the sheet; A4 unless said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is shorter than 3 points or longer than 14,400 (ISO 32000-1, annex C).</exception>
    public PageComposer Size(PageSize size)
    {
        foreach (var side in (double[])[size.Width, size.Height])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(side, 3, nameof(size));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(side, 14400, nameof(size));
        }

        Sheet = size;
        return this;
    }

    /// <summary>Sets the same margin on all sides, in points.</summary>
    public PageComposer Margin(double all) => Margin(all, all);

    /// <summary>Sets the margins left and right, and above and below, in points.</summary>
    public PageComposer Margin(double horizontal, double vertical) => Margin(horizontal, vertical, horizontal, vertical);

    /// <summary>Sets each margin, in points.</summary>
    public PageComposer Margin(double left, double top, double right, double bottom)
    {
        Margins = new Insets(left, top, right, bottom);
        return this;
    }

    /// <summary>Counts these pages from one, and their total apart from that of the pages before: for several documents joined in one.</summary>
    public PageComposer NumberFromOne()
    {
        NumbersFromOne = true;
        return this;
    }

    /// <summary>Composes what stands above the content of each page. It is not read out: what matters must be in the content too.</summary>
    public PageComposer Header(Action<Flow> compose)
    {
        HeaderStack = InMargin(compose);
        return this;
    }

    /// <summary>Composes the content.</summary>
    public PageComposer Content(Action<Flow> compose)
    {
        compose(new Flow(_composition, _composition.Root, _defaults, ContentStack));
        return this;
    }

    /// <summary>Composes what stands below the content of each page. It is not read out.</summary>
    public PageComposer Footer(Action<Flow> compose)
    {
        FooterStack = InMargin(compose);
        return this;
    }

    private Stack InMargin(Action<Flow> compose)
    {
        var stack = new Stack();
        _composition.InMargin = true;
        compose(new Flow(_composition, null, Small(), stack));
        _composition.InMargin = false;
        return stack;
    }

    private TextDefaults Small() => _defaults with { Size = _composition.Style.FontSize - 1.5, Colour = _composition.Style.Muted };
}
