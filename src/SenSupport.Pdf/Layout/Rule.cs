using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>A horizontal line across the whole width: decoration, never read out.</summary>
internal sealed class Rule(double thickness, Colour colour) : Element
{
    public override Outcome Layout(in Space space, Continuation? rest) =>
        space.AtTop || space.Holds(thickness) ? new Outcome(new Line(space.Width, thickness, colour), null) : Outcome.Nothing;

    private sealed class Line(double width, double height, Colour colour) : Fragment(height)
    {
        public override void Paint(Painter painter, double x, double y) => painter.Fill(x, y, width, Height, colour);
    }
}
