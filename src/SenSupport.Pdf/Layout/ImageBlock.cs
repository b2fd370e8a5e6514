using System.Globalization;
using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>A picture as large as its bounds and the room allow, in its own proportions; never split.</summary>
internal sealed class ImageBlock(Image image, AltText alternative, StructureNode? parent, double? mostWidth, double? mostHeight, TextAlign align) : Element
{
    public override Outcome Layout(in Space space, Continuation? rest)
    {
        // Bounds that nobody set leave the picture as wide as the room.
        var ratio = (double)image.Height / image.Width;
        var width = Math.Min(Math.Min(space.Width, mostWidth ?? space.Width), (mostHeight ?? double.MaxValue) / ratio);
        if (!space.AtTop && !space.Holds(width * ratio))
        {
            return Outcome.Nothing;
        }

        width = Math.Min(width, Math.Max(1, space.Height) / ratio);
        var indent = align switch { TextAlign.Right => space.Width - width, TextAlign.Centre => (space.Width - width) / 2, _ => 0 };
        return new Outcome(new Shown(image, alternative, parent, indent, width, width * ratio), null);
    }

    private sealed class Shown(Image image, AltText alternative, StructureNode? parent, double indent, double width, double height) : Fragment(height)
    {
        public override void Paint(Painter painter, double x, double y)
        {
            var (left, bottom) = (x + indent, painter.FromBottom(y + Height));
            StructureNode? node = null;
            if (!painter.InArtifact && parent is not null && alternative.Words is { } words)
            {
                node = parent.Add(new StructureNode("Figure")
                {
                    Alternative = words,
                    Attributes = string.Create(
                        CultureInfo.InvariantCulture, $"<</O/Layout/BBox[{left:0.##} {bottom:0.##} {left + width:0.##} {bottom + Height:0.##}]>>"),
                });
            }

            painter.Open(node);
            painter.Content.Append("q\n"u8).Operator(image.Data.Placed(left, bottom, width, Height), "cm"u8)
                .Append("/"u8).Append(painter.Name(image)).Append(" Do\nQ\n"u8);
            painter.Close();
        }
    }
}
