using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf.Layout;

/// <summary>Room between an edge and what is inside it, in points.</summary>
internal readonly record struct Insets(double Left, double Top, double Right, double Bottom);

/// <summary>What a frame looks like; lengths in final points.</summary>
internal readonly record struct FrameLook(
    Insets Padding, Colour? Background, Colour? Border, double BorderWidth, Colour? Edge, double EdgeWidth, double Radius);

/// <summary>Padding, background, border and a coloured left edge round other elements; on each page anew where they are split.</summary>
internal sealed class Frame(Element inner, FrameLook look) : Element
{
    public override Outcome Layout(in Space space, Continuation? rest)
    {
        var left = look.Padding.Left + look.EdgeWidth;
        var vertical = look.Padding.Top + look.Padding.Bottom;
        var outcome = inner.Layout(
            space with { Width = Math.Max(1, space.Width - left - look.Padding.Right), Height = space.Height - vertical }, rest);
        return outcome.Placed is null
            ? Outcome.Nothing
            : outcome with { Placed = new Framed(look, outcome.Placed, space.Width, outcome.Placed.Height + vertical, left) };
    }

    private sealed class Framed(FrameLook look, Fragment inner, double width, double height, double left) : Fragment(height)
    {
        public override void Paint(Painter painter, double x, double y)
        {
            var bottom = painter.FromBottom(y + Height);
            if (look.Background is not null || look.Border is not null || look.Edge is not null)
            {
                var content = painter.Content;
                painter.OpenArtifact("/Artifact BMC\n"u8);
                if (look.Background is { } background)
                {
                    content.Colour(background);
                    Shapes.RoundedRectangle(content, x, bottom, width, Height, look.Radius);
                    content.Append("f\n"u8);
                }

                if (look.Border is { } border)
                {
                    var half = look.BorderWidth / 2;
                    content.Colour(border, stroke: true).Operator([look.BorderWidth], "w"u8);
                    Shapes.RoundedRectangle(content, x + half, bottom + half, width - look.BorderWidth, Height - look.BorderWidth, look.Radius);
                    content.Append("S\n"u8);
                }

                if (look.Edge is { } edge)
                {
                    content.Colour(edge).Operator([x, bottom, look.EdgeWidth, Height], "re"u8).Append("f\n"u8);
                }

                painter.CloseArtifact();
            }

            inner.Paint(painter, x + left, y + look.Padding.Top);
        }
    }
}
