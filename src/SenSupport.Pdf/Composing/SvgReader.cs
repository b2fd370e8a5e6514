using System.Globalization;
using System.Xml;

namespace SenSupport.Pdf;

/// <summary>
/// Reads the shapes of an SVG file and nothing else: no script, style sheet, text, picture, link or outside entity is ever looked at.
/// Bounded in length and depth.
/// </summary>
internal sealed class SvgReader
{
    private const int LongestFile = 2_000_000;
    private const int DeepestGroup = 64;
    private static readonly Look Plain = new("#000", null, 1, false);

    private readonly List<Action<Canvas>> _shapes = [];
    private List<Action<Canvas>>? _moved;

    private SvgReader()
    {
    }

    /// <summary>Width in the drawing's own units.</summary>
    public double Width { get; private set; }

    /// <summary>Height in the drawing's own units.</summary>
    public double Height { get; private set; }

    /// <exception cref="FormatException">It is not SVG, has no size, is too long or too deep, or a shape of it cannot be read.</exception>
    public static SvgReader Read(string svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        if (svg.Length > LongestFile)
        {
            throw new FormatException($"The SVG file has {svg.Length} characters: at most {LongestFile} are read.");
        }

        var picture = new SvgReader();
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(svg),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 1000, IgnoreComments = true, IgnoreProcessingInstructions = true });
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
            {
                throw new FormatException("The file is not SVG: its first element is not 'svg'.");
            }

            picture.ReadSheet(reader);
            picture.ReadInside(reader, Plain, picture._shapes, 0);
        }
        catch (XmlException problem)
        {
            throw new FormatException($"The SVG file cannot be read in line {problem.LineNumber}: {problem.Message}", problem);
        }

        return picture;
    }

    /// <summary>Draws the shapes.</summary>
    public void Draw(Canvas canvas) => _shapes.ForEach(shape => shape(canvas));

    private void ReadSheet(XmlReader reader)
    {
        var (left, top) = (0.0, 0.0);
        double? width = Length(reader, "width"), height = Length(reader, "height");
        var scale = (X: 1.0, Y: 1.0);
        if (reader.GetAttribute("viewBox") is { } box)
        {
            if (Numbers(box) is not [var x, var y, > 0 and var w, > 0 and var h])
            {
                throw Unreadable(reader, "viewBox");
            }

            (left, top) = (x, y);
            (width, height) = (width ?? w, height ?? h);
            scale = (width.Value / w, height.Value / h);
        }

        if (width is not > 0 || height is not > 0 || width > 14400 || height > 14400)
        {
            throw new FormatException("The SVG file says no size: it needs a viewBox, or width and height, of at most 14,400.");
        }

        (Width, Height) = (width.Value, height.Value);
        if ((left, top, scale) != (0, 0, (1, 1)))
        {
            List<Action<Canvas>> inside = [];
            _moved = inside;
            _shapes.Add(canvas => canvas.Moved([scale.X, 0, 0, scale.Y, -left * scale.X, -top * scale.Y], inner => inside.ForEach(shape => shape(inner))));
        }
    }

    private void ReadInside(XmlReader reader, Look look, List<Action<Canvas>> shapes, int depth)
    {
        if (depth > DeepestGroup)
        {
            throw new FormatException($"The SVG file has groups more than {DeepestGroup} deep.");
        }

        if (depth == 0)
        {
            shapes = _moved ?? shapes;
            look = Change(look, reader);
        }

        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName is "g")
            {
                ReadGroup(reader, look, shapes, depth);
            }
            else
            {
                if (Shape(reader, Change(look, reader)) is { } shape)
                {
                    shapes.Add(Transformed(reader, shape));
                }

                reader.Skip();
            }
        }

        reader.Read();
    }

    private void ReadGroup(XmlReader reader, Look look, List<Action<Canvas>> shapes, int depth)
    {
        List<Action<Canvas>> inside = [];
        shapes.Add(Transformed(reader, canvas => inside.ForEach(shape => shape(canvas))));
        ReadInside(reader, Change(look, reader), inside, depth + 1);
    }

    private static Action<Canvas>? Shape(XmlReader reader, Look look)
    {
        var (paint, evenOdd) = (look.Paint, look.EvenOdd);
        double Of(string name) => Length(reader, name) ?? 0;
        double[] at = [Of("x"), Of("y"), Of("width"), Of("height"), Of("cx"), Of("cy"), Of("r"), Of("rx"), Of("ry"), Of("x1"), Of("y1"), Of("x2"), Of("y2")];
        switch (reader.LocalName)
        {
            case "path" when reader.GetAttribute("d") is { } data:
                // Read once now, so that a fault shows where the drawing is composed.
                var path = data.Trim();
                new SvgPath(path, new Writing.ByteBuilder()).Append();
                return path.Length == 0 ? null : canvas => canvas.Path(path, paint, evenOdd);
            case "rect" when at[2] > 0 && at[3] > 0:
                return canvas => canvas.Rectangle(at[0], at[1], at[2], at[3], paint, Math.Max(at[7], at[8]));
            case "circle" when at[6] > 0:
                return canvas => canvas.Circle(at[4], at[5], at[6], paint);
            case "ellipse" when at[7] > 0 && at[8] > 0:
                return canvas => canvas.Ellipse(at[4], at[5], at[7], at[8], paint);
            case "line":
                return canvas => canvas.Polyline([(at[9], at[10]), (at[11], at[12])], paint with { Inside = null });
            case "polyline" or "polygon":
                var numbers = Numbers(reader.GetAttribute("points") ?? "") ?? throw Unreadable(reader, "points");
                var closed = reader.LocalName == "polygon";
                var points = Enumerable.Range(0, numbers.Length / 2).Select(i => (numbers[2 * i], numbers[(2 * i) + 1])).ToArray();
                return canvas => canvas.Polyline(points, paint, closed);
            default:
                return null;
        }
    }

    private static Look Change(Look look, XmlReader reader)
    {
        var own = (reader.GetAttribute("style") ?? "").Split(';').Select(p => p.Split(':', 2)).Where(p => p.Length == 2)
            .GroupBy(p => p[0].Trim()).ToDictionary(p => p.Key, p => p.Last()[1].Trim(), StringComparer.Ordinal);
        string? Of(string name) => own.GetValueOrDefault(name) ?? reader.GetAttribute(name);
        return look with
        {
            Inside = Of("fill") is { } fill ? ColourOf(reader, fill, look.Inside) : look.Inside,
            Line = Of("stroke") is { } stroke ? ColourOf(reader, stroke, look.Line) : look.Line,
            Width = Of("stroke-width") is { } width ? Number(width) ?? throw Unreadable(reader, "stroke-width") : look.Width,
            EvenOdd = Of("fill-rule") is { } rule ? rule == "evenodd" : look.EvenOdd,
        };
    }

    private static Colour? ColourOf(XmlReader reader, string words, Colour? inherited)
    {
        words = words.Trim();
        switch (words.ToLowerInvariant())
        {
            case "none" or "transparent":
                return null;
            case "inherit":
                return inherited;
            case "currentcolor" or "black":
                return Colour.Black;
            case "white":
                return Colour.White;
            case var rgb when rgb.StartsWith("rgb(", StringComparison.Ordinal) && Numbers(rgb[4..].TrimEnd(')', ' ')) is [>= 0 and <= 255 and var r, >= 0 and <= 255 and var g, >= 0 and <= 255 and var b]:
                return new Colour((byte)r, (byte)g, (byte)b);
            case ['#', ..]:
                try
                {
                    return Colour.Hex(words);
                }
                catch (FormatException)
                {
                    throw Unreadable(reader, words);
                }

            case var name when System.Drawing.Color.FromName(name) is { IsKnownColor: true, IsSystemColor: false } known:
                return new Colour(known.R, known.G, known.B);
            default:
                // Patterns and gradients are no plain colours; what they fill is left empty.
                return words.StartsWith("url(", StringComparison.Ordinal) ? null : throw Unreadable(reader, words);
        }
    }

    private static Action<Canvas> Transformed(XmlReader reader, Action<Canvas> draw)
    {
        if (reader.GetAttribute("transform") is not { } list)
        {
            return draw;
        }

        foreach (var part in list.Split(')', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Reverse())
        {
            var open = part.IndexOf('(', StringComparison.Ordinal);
            var numbers = (open < 0 ? null : Numbers(part[(open + 1)..])) ?? throw Unreadable(reader, "transform");
            var name = part[..open].Trim(' ', ',', '\n', '\t', '\r');
            double[] matrix = (name, numbers) switch
            {
                ("translate", [var x]) => [1, 0, 0, 1, x, 0],
                ("translate", [var x, var y]) => [1, 0, 0, 1, x, y],
                ("scale", [var s]) => [s, 0, 0, s, 0, 0],
                ("scale", [var x, var y]) => [x, 0, 0, y, 0, 0],
                ("rotate", [var a]) => Turn(a, 0, 0),
                ("rotate", [var a, var x, var y]) => Turn(a, x, y),
                ("skewX", [var a]) => [1, 0, Math.Tan(a * Math.PI / 180), 1, 0, 0],
                ("skewY", [var a]) => [1, Math.Tan(a * Math.PI / 180), 0, 1, 0, 0],
                ("matrix", { Length: 6 }) => numbers,
                _ => throw Unreadable(reader, "transform"),
            };
            var inner = draw;
            draw = canvas => canvas.Moved(matrix, inner);
        }

        return draw;
    }

    private static double[] Turn(double degrees, double x, double y)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return [cos, sin, -sin, cos, x - (cos * x) + (sin * y), y - (sin * x) - (cos * y)];
    }

    private static double? Length(XmlReader reader, string name) => reader.GetAttribute(name) is not { } value || value.EndsWith('%')
        ? null
        : Number(value) ?? throw Unreadable(reader, name);

    private static double? Number(string value)
    {
        var digits = value.AsSpan().Trim();
        foreach (var unit in (string[])["px", "pt"])
        {
            digits = digits.EndsWith(unit, StringComparison.Ordinal) ? digits[..^2] : digits;
        }

        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e6 ? number : null;
    }

    private static double[]? Numbers(string list)
    {
        List<double> numbers = [];
        foreach (var part in list.Split([' ', ',', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Number(part) is not { } number)
            {
                return null;
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static FormatException Unreadable(XmlReader reader, string what) => new(
        $"The SVG file cannot be read in line {(reader as IXmlLineInfo)?.LineNumber ?? 0}: '{what}' of '{reader.LocalName}'.");

    /// <summary>What a shape inherits from the groups around it.</summary>
    private readonly record struct Look(Colour? Inside, Colour? Line, double Width, bool EvenOdd)
    {
        public Paint Paint => new(Inside, Line, Width);
    }
}
