using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Text;

namespace SenSupport.Pdf;

/// <summary>Composes the items of a list. Items without words are left out.</summary>
public sealed class ListComposer
{
    private const double Indent = 14;
    private readonly Composition _composition;
    private readonly StructureNode? _node;
    private readonly TextDefaults _defaults;
    private readonly bool _numbered;
    private readonly List<Stack> _items = [];
    private readonly List<StructureNode?> _labels = [];

    internal ListComposer(Composition composition, StructureNode? node, TextDefaults defaults, bool numbered)
    {
        _composition = composition;
        _node = node;
        _defaults = defaults with { Align = TextAlign.Start };
        _numbered = numbered;
    }

    /// <summary>Adds an item of plain text.</summary>
    public ListComposer Item(string? words) => Item((TextComposer t) => t.Span(words));

    /// <summary>Adds several items of plain text.</summary>
    public ListComposer Items(IEnumerable<string> words)
    {
        foreach (var item in words)
        {
            Item(item);
        }

        return this;
    }

    /// <summary>Adds an item of one paragraph.</summary>
    public ListComposer Item(Action<TextComposer> compose)
    {
        var stack = new Stack();
        Flow.AddText(_composition, stack, _node is null ? null : () => Begin()!, _defaults, compose, 0);
        Keep(stack);
        return this;
    }

    /// <summary>Adds an item of several blocks.</summary>
    public ListComposer ItemOf(Action<Flow> compose)
    {
        var stack = new Stack();
        var body = new StructureNode("LBody");
        compose(new Flow(_composition, _node is null ? null : body, _defaults, stack));
        if (!stack.IsEmpty && _node is not null)
        {
            Begin(body);
        }

        Keep(stack);
        return this;
    }

    internal void AddTo(Stack stack)
    {
        var style = _composition.Text(_defaults.Size, _defaults.Bold, _defaults.Colour);
        for (var i = 0; i < _items.Count; i++)
        {
            var label = _numbered ? $"{i + 1}." : "•";
            List<(ColumnWidth, Element)> parts =
            [
                (new ColumnWidth(_composition.Scaled(_numbered ? Indent + 4 : Indent), false),
                    new Paragraph(_node is null ? null : _labels[i], [new TextRun(RunKind.Words, label, style)], TextAlign.Left)),
                (new ColumnWidth(1, true), _items[i]),
            ];
            stack.Add(new SideBySide(parts, 0)
            {
                SpaceAfter = _composition.Scaled(i == _items.Count - 1 ? _composition.Style.BlockSpacing : _composition.Style.BlockSpacing / 3),
            });
        }
    }

    private StructureNode Begin(StructureNode? body = null)
    {
        var item = _node!.Add("LI");
        _labels.Add(item.Add("Lbl"));
        return item.Add(body ?? new StructureNode("LBody"));
    }

    private void Keep(Stack stack)
    {
        if (!stack.IsEmpty)
        {
            _items.Add(stack);
        }
    }
}
