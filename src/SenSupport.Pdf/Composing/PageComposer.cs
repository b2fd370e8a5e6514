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

    internal Insets Margins { get; private set; } = new(51, 42, 51, 42);

    internal Stack HeaderStack { get; private set; } = new();

    internal Stack ContentStack { get; } = new();

    internal Stack FooterStack { get; private set; } = new();

    /// <summary>Sets the sheet; A4 unless said.</summary>
    public PageComposer Size(PageSize size)
    {
        Sheet = size;
        return this;
    }

    /// <summary>Sets the same margin on all sides, in points.</summary>
    public PageComposer Margin(double all) => Margin(all, all);

    /// <summary>Sets the margins left and right, and above and below, in points.</summary>
    public PageComposer Margin(double horizontal, double vertical)
    {
        Margins = new Insets(horizontal, vertical, horizontal, vertical);
        return this;
    }

    /// <summary>Composes what stands above the content of each page. It is not read out: what matters must be in the content too.</summary>
    public PageComposer Header(Action<Flow> compose)
    {
        compose(new Flow(_composition, null, Small(), HeaderStack = new Stack()));
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
        compose(new Flow(_composition, null, Small(), FooterStack = new Stack()));
        return this;
    }

    private TextDefaults Small() => _defaults with { Size = _composition.Style.FontSize - 1.5, Colour = _composition.Style.Muted };
}
