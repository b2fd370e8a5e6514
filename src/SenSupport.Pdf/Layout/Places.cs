using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>Takes no room, but names its height on the page, for links or among the bookmarks; it stays with what follows.</summary>
internal sealed class Place(Action<Painter, double> tell) : Element
{
    public override Outcome Layout(in Space space, Continuation? rest) => new(new Point(tell), null);

    private sealed class Point(Action<Painter, double> tell) : Fragment(0)
    {
        public override void Paint(Painter painter, double x, double y)
        {
            if (!painter.InArtifact)
            {
                tell(painter, y);
            }
        }
    }
}

/// <summary>Shown only the first time, or only after that, where the same stands on several pages.</summary>
internal sealed class Sometimes(Element inner, bool first) : Element
{
    public override double SpaceBefore => inner.SpaceBefore;

    public override double SpaceAfter => inner.SpaceAfter;

    public override Outcome Layout(in Space space, Continuation? rest) =>
        space.Page.IsFirst == first ? inner.Layout(space, rest) : new Outcome(new Group(0, []), null);
}

/// <summary>A narrower column at the left, in the middle or at the right.</summary>
internal sealed class Aligned(Element inner, double width, TextAlign align) : Element
{
    public override double SpaceBefore => inner.SpaceBefore;

    public override double SpaceAfter => inner.SpaceAfter;

    public override Outcome Layout(in Space space, Continuation? rest)
    {
        var narrow = Math.Min(width, space.Width);
        var outcome = inner.Layout(space with { Width = narrow }, rest);
        var indent = align switch { TextAlign.Right => space.Width - narrow, TextAlign.Centre => (space.Width - narrow) / 2, _ => 0 };
        return outcome.Placed is null || indent <= 0
            ? outcome
            : outcome with { Placed = new Group(outcome.Placed.Height, [(indent, 0, outcome.Placed)]) };
    }
}
