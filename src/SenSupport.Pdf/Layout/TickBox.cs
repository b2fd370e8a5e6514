using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>A box to tick that stands in a line like a letter and can be ticked on a screen too.</summary>
internal sealed class TickBox(double width, double scale, string name, string says, bool ticked)
    : Drawing(width, width, scale, ReadOnlyMemory<byte>.Empty, AltText.Decorative)
{
    public override void Paint(Painter painter, double x, double y, StructureNode? parent)
    {
        var box = new PageBox(x, painter.FromBottom(y + Height), x + Width, painter.FromBottom(y));
        if (parent is null || painter.InArtifact)
        {
            // Where the same stands again on another page it is only drawn: one field cannot be asked twice.
            painter.Open(null);
            painter.Content.Append("q\n"u8).Operator([1, 0, 0, 1, box.Left, box.Bottom], "cm"u8);
            Draw(painter.Content, Width, Height, ticked);
            painter.Content.Append("Q\n"u8);
            painter.Close();
            return;
        }

        painter.Annotations.AddTickBox(name, says, ticked, parent.Add("Form"), box);
    }

    /// <summary>Draws a box from its lower left corner, and the tick in it.</summary>
    public static void Draw(ByteBuilder to, double width, double height, bool ticked)
    {
        const double line = 0.9;
        to.Colour(Colour.White).Colour("#4c5c60", stroke: true).Operator([line], "w"u8);
        Shapes.RoundedRectangle(to, line / 2, line / 2, width - line, height - line, width * 0.12);
        to.Append("B\n"u8);
        if (ticked)
        {
            to.Colour("#16454e", stroke: true).Operator([width * 0.14], "w"u8).Append("1 J 1 j\n"u8)
                .Operator([width * 0.24, height * 0.5], "m"u8).Operator([width * 0.43, height * 0.28], "l"u8).Operator([width * 0.77, height * 0.73], "l"u8)
                .Append("S\n"u8);
        }
    }
}
