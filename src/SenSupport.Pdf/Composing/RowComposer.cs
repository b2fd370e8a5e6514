using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Structure;

namespace SenSupport.Pdf;

/// <summary>Composes columns beside each other.</summary>
public sealed class RowComposer
{
    private readonly Composition _composition;
    private readonly StructureNode? _node;
    private readonly TextDefaults _defaults;

    internal RowComposer(Composition composition, StructureNode? node, TextDefaults defaults)
    {
        _composition = composition;
        _node = node;
        _defaults = defaults;
    }

    internal List<(ColumnWidth Width, Element Content)> Items { get; } = [];

    /// <summary>Adds a column that takes a share of what the fixed ones leave.</summary>
    public RowComposer Relative(double share, Action<Flow> compose)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        return Add(new ColumnWidth(share, true), compose);
    }

    /// <summary>Adds a column of a fixed width in points.</summary>
    public RowComposer Fixed(double width, Action<Flow> compose)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return Add(new ColumnWidth(_composition.ScaledWidth(width), false), compose);
    }

    private RowComposer Add(ColumnWidth width, Action<Flow> compose)
    {
        var stack = new Stack();

        // A part of its own keeps each column's words together for a reader when columns run over several pages.
        compose(new Flow(_composition, _node?.Add("Div"), _defaults, stack));
        Items.Add((width, stack));
        return this;
    }
}
