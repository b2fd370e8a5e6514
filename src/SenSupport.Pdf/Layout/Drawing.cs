using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>Vector operators in a coordinate space of their own, y downwards, scaled to the size at which they are placed.</summary>
internal class Drawing(double width, double height, double scale, ReadOnlyMemory<byte> operators, AltText alternative)
{
    /// <summary>Width on the page in points.</summary>
    public double Width { get; } = width * scale;

    /// <summary>Height on the page in points.</summary>
    public double Height { get; } = height * scale;

    /// <summary>Paints with the top left corner at the given place, as a figure below the parent where it means something.</summary>
    public virtual void Paint(Painter painter, double x, double y, StructureNode? parent)
    {
        var bottom = painter.FromBottom(y + Height);
        StructureNode? node = null;
        if (!painter.InArtifact && parent is not null && alternative.Words is { } words)
        {
            node = parent.Add(new StructureNode("Figure")
            {
                Alternative = words,
                Attributes = string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"<</O/Layout/BBox[{x:0.##} {bottom:0.##} {x + Width:0.##} {bottom + Height:0.##}]>>"),
            });
        }

        painter.Open(node);
        painter.Content.Append("q\n"u8).Operator([scale, 0, 0, -scale, x, bottom + Height], "cm"u8).Append(operators.Span).Append("Q\n"u8);
        painter.Close();
    }
}

/// <summary>A drawing that stands on its own, as wide as it is; left, centred or right.</summary>
internal sealed class DrawingBlock(Drawing drawing, StructureNode? parent, TextAlign align) : Element
{
    public override Outcome Layout(in Space space, Continuation? rest)
    {
        var indent = align switch { TextAlign.Right => space.Width - drawing.Width, TextAlign.Centre => (space.Width - drawing.Width) / 2, _ => 0 };
        return space.AtTop || space.Holds(drawing.Height) ? new Outcome(new Picture(drawing, parent, Math.Max(0, indent)), null) : Outcome.Nothing;
    }

    private sealed class Picture(Drawing drawing, StructureNode? parent, double indent) : Fragment(drawing.Height)
    {
        public override void Paint(Painter painter, double x, double y) => drawing.Paint(painter, x + indent, y, parent);
    }
}
