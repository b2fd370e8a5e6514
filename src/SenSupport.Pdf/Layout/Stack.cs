namespace SenSupport.Pdf.Layout;

/// <summary>Elements one below another. The larger of two neighbours' distances counts, and a heading moves on with what it heads.</summary>
internal sealed class Stack : Element
{
    private readonly List<Element> _children = [];

    /// <summary>A group keeps the distance that its first element asks for.</summary>
    public override double SpaceBefore => _children.Count > 0 ? _children[0].SpaceBefore : 0;

    /// <summary>A group keeps the distance that its last element asks for.</summary>
    public override double SpaceAfter => _children.Count > 0 ? _children[^1].SpaceAfter : 0;

    public bool IsEmpty => _children.Count == 0;

    public void Add(Element child) => _children.Add(child);

    public override Outcome Layout(in Space space, Continuation? rest)
    {
        var (index, inner) = rest is Rest left ? (left.Index, left.Inner) : (0, null);
        var first = index;
        List<(double X, double Y, Fragment Piece)> placed = [];
        var y = 0.0;
        var after = 0.0;
        for (; index < _children.Count; index++, inner = null)
        {
            var child = _children[index];
            // What takes no room, such as a wish for space, does not use up a fresh page.
            var atTop = space.AtTop && y <= 0;
            if (child is PageBreak)
            {
                if (atTop)
                {
                    first = index + 1;
                    continue;
                }

                return new Outcome(new Group(y, placed), new Rest(index + 1, null));
            }

            var gap = y <= 0 ? 0 : Math.Max(after, child.SpaceBefore);
            space.Page.Count.Attempts++;
            var outcome = child.Layout(space with { Height = space.Height - y - gap, AtTop = atTop }, inner);
            if (outcome.Placed is null)
            {
                return BreakBefore(index, inner, first, placed, space.AtTop);
            }

            placed.Add((0, y + gap, outcome.Placed));
            if (outcome.Placed.Height > 0)
            {
                y += gap + outcome.Placed.Height;
                after = child.SpaceAfter;
            }
            else
            {
                // What takes no room does not come between its neighbours.
                after = Math.Max(after, child.SpaceAfter);
            }

            if (outcome.Rest is not null)
            {
                return new Outcome(new Group(y, placed), new Rest(index, outcome.Rest));
            }
        }

        return new Outcome(new Group(y, placed), null);
    }

    /// <summary>Ends the page before a child, or before the headings directly above it that belong to it.</summary>
    private Outcome BreakBefore(int index, Continuation? inner, int first, List<(double X, double Y, Fragment Piece)> placed, bool atTop)
    {
        var cut = index;
        while (cut > first && _children[cut - 1].KeepWithNext)
        {
            cut--;
        }

        if (cut == first)
        {
            // Nothing but headings so far: on a fresh page a further one would not help.
            if (!atTop || placed.Count == 0)
            {
                return Outcome.Nothing;
            }

            cut = index;
        }

        if (cut < index)
        {
            inner = null;
            placed.RemoveRange(placed.Count - (index - cut), index - cut);
        }

        var height = placed.Count == 0 ? 0 : placed[^1].Y + placed[^1].Piece.Height;
        return new Outcome(new Group(height, placed), new Rest(cut, inner));
    }

    private sealed class Rest(int index, Continuation? inner) : Continuation
    {
        public int Index => index;

        public Continuation? Inner => inner;
    }
}
