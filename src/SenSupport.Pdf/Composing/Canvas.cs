using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf;

/// <summary>How an outline is painted: filled, drawn as a line, or both.</summary>
/// <param name="Inside">Colour inside the outline.</param>
/// <param name="Line">Colour of the line.</param>
/// <param name="LineWidth">Width of the line, in the drawing's own units.</param>
public readonly record struct Paint(Colour? Inside, Colour? Line = null, double LineWidth = 1)
{
    /// <summary>Fills the outline.</summary>
    public static Paint Fill(Colour colour) => new(colour);

    /// <summary>Draws the outline as a line with round ends and corners.</summary>
    public static Paint Stroke(Colour colour, double width = 1) => new(null, colour, width);
}

/// <summary>Draws shapes; the origin is the top left corner and y grows downwards.</summary>
public sealed class Canvas
{
    private readonly ByteBuilder _operators = new();

    private Canvas()
    {
    }

    /// <summary>Draws a rectangle, with round corners if a radius is given.</summary>
    public Canvas Rectangle(double x, double y, double width, double height, Paint paint, double radius = 0)
    {
        Begin(paint);
        Shapes.RoundedRectangle(_operators, x, y, width, height, radius);
        return End(paint);
    }

    /// <summary>Draws a circle round a centre.</summary>
    public Canvas Circle(double x, double y, double radius, Paint paint) => Ellipse(x, y, radius, radius, paint);

    /// <summary>Draws an ellipse round a centre.</summary>
    public Canvas Ellipse(double x, double y, double radiusX, double radiusY, Paint paint)
    {
        Begin(paint);
        Shapes.Ellipse(_operators, x, y, radiusX, radiusY);
        return End(paint);
    }

    /// <summary>Draws straight lines from point to point, closed to a shape if wanted.</summary>
    public Canvas Polyline(ReadOnlySpan<(double X, double Y)> points, Paint paint, bool closed = false)
    {
        Begin(paint);
        for (var i = 0; i < points.Length; i++)
        {
            _operators.Operator([points[i].X, points[i].Y], i == 0 ? "m"u8 : "l"u8);
        }

        if (closed && points.Length > 0)
        {
            _operators.Append("h\n"u8);
        }

        return points.Length == 0 ? this : End(paint);
    }

    /// <summary>Draws a path written as SVG writes it (<c>"M0 0 L10 5 z"</c>).</summary>
    /// <param name="svg">Path data: moves, lines, curves and arcs, absolute or relative.</param>
    /// <param name="paint">How it is painted.</param>
    /// <param name="evenOdd">Fills by the even-odd rule instead of the winding rule.</param>
    /// <exception cref="FormatException">The path data cannot be read.</exception>
    public Canvas Path(string svg, Paint paint, bool evenOdd = false)
    {
        Begin(paint);
        new SvgPath(svg, _operators).Append();
        return End(paint, evenOdd);
    }

    /// <summary>Draws in other units: a shape made for a 24 × 24 square, say, shown at any size.</summary>
    public Canvas Scaled(double factor, Action<Canvas> draw)
    {
        _operators.Append("q\n"u8).Operator([factor, 0, 0, factor, 0, 0], "cm"u8);
        draw(this);
        _operators.Append("Q\n"u8);
        return this;
    }

    /// <summary>Draws in a space that is moved, turned or bent by a matrix as SVG writes it.</summary>
    internal Canvas Moved(ReadOnlySpan<double> matrix, Action<Canvas> draw)
    {
        _operators.Append("q\n"u8).Operator(matrix, "cm"u8);
        draw(this);
        _operators.Append("Q\n"u8);
        return this;
    }

    /// <summary>Draws a box to tick, upright although y grows downwards here.</summary>
    internal void Box(double size, bool ticked) => Moved([1, 0, 0, -1, 0, size], canvas => TickBox.Draw(canvas._operators, size, size, ticked));

    internal static Drawing Draw(double width, double height, double scale, AltText alternative, Action<Canvas> draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        var canvas = new Canvas();
        draw(canvas);
        return new Drawing(width, height, scale, canvas._operators.ToArray(), alternative);
    }

    private void Begin(Paint paint)
    {
        if (paint.Inside is { } inside)
        {
            _operators.Colour(inside);
        }

        if (paint.Line is { } line)
        {
            _operators.Colour(line, stroke: true).Operator([paint.LineWidth], "w"u8).Append("1 J 1 j\n"u8);
        }
    }

    private Canvas End(Paint paint, bool evenOdd = false)
    {
        _operators.Append((paint.Inside, paint.Line) switch
        {
            (not null, not null) => evenOdd ? "B*\n"u8 : "B\n"u8,
            (not null, null) => evenOdd ? "f*\n"u8 : "f\n"u8,
            (null, not null) => "S\n"u8,
            _ => "n\n"u8,
        });
        return this;
    }
}
