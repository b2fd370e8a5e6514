using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Structure;

namespace SenSupport.Pdf;

/// <summary>Composes terms with their values. Pairs without a value are left out.</summary>
public sealed class KeyValueComposer
{
    private readonly Composition _composition;
    private readonly StructureNode? _node;
    private readonly TextDefaults _defaults;
    private readonly double _termWidth;
    private readonly List<Element> _pairs = [];

    internal KeyValueComposer(Composition composition, StructureNode? node, TextDefaults defaults, double termWidth)
    {
        _composition = composition;
        _node = node;
        _defaults = defaults with { Align = TextAlign.Start };
        _termWidth = termWidth;
    }

    /// <summary>Adds a pair of plain texts.</summary>
    public KeyValueComposer Pair(string term, string? value) => Pair(term, (TextComposer t) => t.Span(value));

    /// <summary>Adds a pair whose value is one paragraph.</summary>
    public KeyValueComposer Pair(string term, Action<TextComposer> value)
    {
        var (stack, item, body) = (new Stack(), new StructureNode("LI"), new StructureNode("LBody"));
        Flow.AddText(_composition, stack, _node is null ? null : () => body, _defaults, value, 0);
        return Add(term, stack, item, body);
    }

    /// <summary>Adds a pair whose value is several blocks.</summary>
    public KeyValueComposer PairOf(string term, Action<Flow> value)
    {
        var (stack, item, body) = (new Stack(), new StructureNode("LI"), new StructureNode("LBody"));
        value(new Flow(_composition, _node is null ? null : body, _defaults, stack));
        return Add(term, stack, item, body);
    }

    internal void AddTo(Stack stack) => _pairs.ForEach(stack.Add);

    private KeyValueComposer Add(string term, Stack value, StructureNode item, StructureNode body)
    {
        if (value.IsEmpty)
        {
            return this;
        }

        var label = item.Add("Lbl");
        item.Add(body);
        _node?.Add(item);
        var terms = new Stack();
        Flow.AddText(_composition, terms, _node is null ? null : () => label, _defaults with { Colour = _composition.Style.Muted }, t => t.Span(term), 0);
        List<(ColumnWidth, Element)> parts =
            [(new ColumnWidth(_composition.ScaledWidth(_termWidth), false), terms), (new ColumnWidth(1, true), value)];
        _pairs.Add(new SideBySide(parts, _composition.Scaled(8)) { SpaceAfter = _composition.Scaled(_composition.Style.BlockSpacing / 2) });
        return this;
    }
}
