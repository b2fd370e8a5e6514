namespace SenSupport.Pdf.Layout;

/// <summary>How wide one column is: points, or a share of what the fixed ones leave.</summary>
internal readonly record struct ColumnWidth(double Value, bool IsShare)
{
    /// <summary>Divides a width among columns with a gap between them; fixed columns shrink when they alone are too wide.</summary>
    public static double[] Divide(IReadOnlyList<ColumnWidth> columns, double width, double gap)
    {
        var free = Math.Max(0, width - (gap * (columns.Count - 1)));
        var fixedWidth = columns.Where(c => !c.IsShare).Sum(c => c.Value);
        var shares = columns.Where(c => c.IsShare).Sum(c => c.Value);

        // Columns with a share keep at least a third of the width among them.
        var room = shares > 0 ? free * 2 / 3 : free;
        var shrink = fixedWidth > room ? room / fixedWidth : 1;
        var rest = free - (fixedWidth * shrink);
        return [.. columns.Select(c => c.IsShare ? rest * c.Value / shares : c.Value * shrink)];
    }
}

/// <summary>Lays out elements side by side, each in its own width; what each leaves over is carried on side by side again.</summary>
internal static class Strip
{
    /// <summary>Places in every slot; places nothing at all where one slot that has something left cannot start.</summary>
    public static Outcome Layout(IReadOnlyList<Slot> slots, in Space space, Continuation? rest)
    {
        var left = rest as Rest;
        var pieces = new List<(double X, double Y, Fragment Piece)>(slots.Count);
        Remainder[]? remainders = null;
        var height = 0.0;
        for (var i = 0; i < slots.Count; i++)
        {
            var before = left?.Slots[i] ?? default;
            if (before.Done)
            {
                continue;
            }

            space.Page.Count.Attempts++;
            var outcome = slots[i].Content.Layout(space with { Width = slots[i].Width }, before.Inner);
            if (outcome.Placed is null)
            {
                return Outcome.Nothing;
            }

            pieces.Add((slots[i].X, 0, outcome.Placed));
            height = Math.Max(height, outcome.Placed.Height);
            if (outcome.Rest is not null)
            {
                remainders ??= [.. Enumerable.Repeat(new Remainder(true, null), slots.Count)];
                remainders[i] = new Remainder(false, outcome.Rest);
            }
        }

        return new Outcome(new Group(height, pieces), remainders is null ? null : new Rest(remainders));
    }

    /// <summary>One of the elements: where it starts from the left, and how wide it is.</summary>
    internal readonly record struct Slot(Element Content, double X, double Width);

    private readonly record struct Remainder(bool Done, Continuation? Inner);

    private sealed class Rest(Remainder[] slots) : Continuation
    {
        public Remainder[] Slots => slots;
    }
}

/// <summary>Elements in columns beside each other.</summary>
internal sealed class SideBySide(IReadOnlyList<(ColumnWidth Width, Element Content)> items, double gap) : Element
{
    public override Outcome Layout(in Space space, Continuation? rest)
    {
        var widths = ColumnWidth.Divide([.. items.Select(i => i.Width)], space.Width, gap);
        var slots = new Strip.Slot[items.Count];
        var x = 0.0;
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = new Strip.Slot(items[i].Content, x, widths[i]);
            x += widths[i] + gap;
        }

        return Strip.Layout(slots, space, rest);
    }
}
