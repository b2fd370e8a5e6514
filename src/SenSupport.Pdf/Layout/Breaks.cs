namespace SenSupport.Pdf.Layout;

/// <summary>Sends what follows to a new page, unless a page has just begun. The stack that holds it does the work.</summary>
internal sealed class PageBreak : Element
{
    public override Outcome Layout(in Space space, Continuation? rest) => new(new Group(0, []), null);
}

/// <summary>Takes no room itself, but moves on to the next page where less than a height is left.</summary>
internal sealed class EnsuredSpace(double height) : Element
{
    public override Outcome Layout(in Space space, Continuation? rest) =>
        space.AtTop || space.Holds(height) ? new Outcome(new Group(0, []), null) : Outcome.Nothing;
}

/// <summary>Empty room.</summary>
internal sealed class Blank(double height) : Element
{
    public override Outcome Layout(in Space space, Continuation? rest) =>
        space.AtTop || space.Holds(height) ? new Outcome(new Group(Math.Min(height, Math.Max(0, space.Height)), []), null) : Outcome.Nothing;
}

/// <summary>Moves on whole rather than be split, unless it is taller than a page.</summary>
internal sealed class KeptTogether(Element inner) : Element
{
    public override double SpaceBefore => inner.SpaceBefore;

    public override double SpaceAfter => inner.SpaceAfter;

    public override Outcome Layout(in Space space, Continuation? rest)
    {
        var outcome = inner.Layout(space, rest);
        return outcome.Rest is null || space.AtTop || rest is not null ? outcome : Outcome.Nothing;
    }
}
