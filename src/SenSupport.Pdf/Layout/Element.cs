using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>
/// Something that takes up room. Layout changes nothing: asked for a space, an element answers with what it placed there and, if
/// that was not everything, where to carry on. Trying a piece and taking it back is therefore free of traces.
/// </summary>
internal abstract class Element
{
    /// <summary>Least distance to what stands above, in points; not kept at the top of a page.</summary>
    public virtual double SpaceBefore { get; init; }

    /// <summary>Least distance to what stands below, in points.</summary>
    public virtual double SpaceAfter { get; init; }

    /// <summary>Never the last thing on a page when something follows.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>
    /// Places as much as fits. With <see cref="Space.AtTop"/> it always places something, since no page has more room than this one.
    /// </summary>
    /// <param name="space">The room there is.</param>
    /// <param name="rest">What an earlier call left over, or null to begin.</param>
    public abstract Outcome Layout(in Space space, Continuation? rest);
}

/// <summary>Room offered to an element, in points. <c>AtTop</c>: nothing stands above on this page, so more room will not come.</summary>
internal readonly record struct Space(double Width, double Height, bool AtTop, PageContext Page)
{
    /// <summary>Slack for rounding, well under what a printer shows.</summary>
    public const double Tolerance = 0.01;

    public bool Holds(double height) => height <= Height + Tolerance;
}

/// <summary>The page being laid out: its number, the total, and the height of its content in points.</summary>
internal sealed class PageContext(int number, int total, double contentHeight)
{
    public int Number => number;

    /// <summary>How many pages there are; asking is noted, because while pages are written one by one it is not known yet.</summary>
    public int Total
    {
        get
        {
            TotalAsked = true;
            return total;
        }
    }

    public bool TotalAsked { get; private set; }

    public double ContentHeight => contentHeight;

    /// <summary>False where the same is shown again: in margins from the second page on, in a table's head that stands again.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>How often something was laid out, for the whole document.</summary>
    public LayoutCount Count { get; init; } = new();

    /// <summary>The same page, for what was shown on an earlier one.</summary>
    public PageContext Again() => IsFirst ? new PageContext(number, total, contentHeight) { IsFirst = false, Count = Count } : this;
}

/// <summary>Counts attempts at laying something out: the measure of how much work a document was.</summary>
internal sealed class LayoutCount
{
    public long Attempts { get; set; }
}

/// <summary>What was placed, and what is left over. Nothing placed means nothing fitted.</summary>
internal readonly record struct Outcome(Fragment? Placed, Continuation? Rest)
{
    public static Outcome Nothing => default;
}

/// <summary>Where an element carries on; only the element that made it can read it.</summary>
internal abstract class Continuation;

/// <summary>A placed piece of an element, ready to be painted.</summary>
internal abstract class Fragment(double height)
{
    public double Height { get; } = height;

    /// <summary>Paints with the top left corner at the given place.</summary>
    public abstract void Paint(Painter painter, double x, double y);
}

/// <summary>Pieces placed together, each at its own offset.</summary>
internal sealed class Group(double height, IReadOnlyList<(double X, double Y, Fragment Piece)> pieces) : Fragment(height)
{
    public override void Paint(Painter painter, double x, double y)
    {
        foreach (var (dx, dy, piece) in pieces)
        {
            piece.Paint(painter, x + dx, y + dy);
        }
    }
}
