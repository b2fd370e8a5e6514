using System.Globalization;
using SenSupport.Pdf.Writing;

namespace SenSupport.Pdf;

/// <summary>Turns SVG path data into path operators; arcs and quadratic curves become cubic ones.</summary>
internal sealed class SvgPath(string data, ByteBuilder to)
{
    private int _at;
    private (double X, double Y) _pen;
    private (double X, double Y) _start;
    private (double X, double Y) _handle;
    private char _previous;

    /// <exception cref="FormatException">The data cannot be read.</exception>
    public void Append()
    {
        var command = ' ';
        while (SkipToNext())
        {
            if (char.IsAsciiLetter(data[_at]))
            {
                command = data[_at++];
            }
            else if (command is ' ' or 'z' or 'Z')
            {
                throw Unreadable();
            }

            var relative = char.IsAsciiLetterLower(command);
            Step(char.ToUpperInvariant(command), relative ? _pen : (0, 0));
            _previous = char.ToUpperInvariant(command);

            // More pairs after a move are lines.
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
    }

    private void Step(char command, (double X, double Y) origin)
    {
        switch (command)
        {
            case 'M':
                _pen = _start = Point(origin);
                to.Operator([_pen.X, _pen.Y], "m"u8);
                break;
            case 'L':
                LineTo(Point(origin));
                break;
            case 'H':
                LineTo((Number() + origin.X, _pen.Y));
                break;
            case 'V':
                LineTo((_pen.X, Number() + origin.Y));
                break;
            case 'C':
                CurveTo(Point(origin), Point(origin), Point(origin));
                break;
            case 'S':
                CurveTo(_previous is 'C' or 'S' ? Mirrored() : _pen, Point(origin), Point(origin));
                break;
            case 'Q':
                QuadraticTo(Point(origin), Point(origin));
                break;
            case 'T':
                QuadraticTo(_previous is 'Q' or 'T' ? Mirrored() : _pen, Point(origin));
                break;
            case 'A':
                ArcTo(Number(), Number(), Number(), Flag(), Flag(), Point(origin));
                break;
            case 'Z':
                to.Append("h\n"u8);
                _pen = _start;
                break;
            default:
                throw Unreadable();
        }
    }

    private void LineTo((double X, double Y) end)
    {
        _pen = end;
        to.Operator([end.X, end.Y], "l"u8);
    }

    private void CurveTo((double X, double Y) first, (double X, double Y) second, (double X, double Y) end)
    {
        to.Operator([first.X, first.Y, second.X, second.Y, end.X, end.Y], "c"u8);
        (_handle, _pen) = (second, end);
    }

    private void QuadraticTo((double X, double Y) handle, (double X, double Y) end)
    {
        CurveTo(
            (_pen.X + (2 * (handle.X - _pen.X) / 3), _pen.Y + (2 * (handle.Y - _pen.Y) / 3)),
            (end.X + (2 * (handle.X - end.X) / 3), end.Y + (2 * (handle.Y - end.Y) / 3)),
            end);
        _handle = handle;
    }

    /// <summary>An elliptical arc as cubic curves of at most a quarter turn each (SVG 1.1, appendix F.6).</summary>
    private void ArcTo(double rx, double ry, double degrees, bool large, bool sweep, (double X, double Y) end)
    {
        (rx, ry) = (Math.Abs(rx), Math.Abs(ry));
        if (rx == 0 || ry == 0 || end == _pen)
        {
            LineTo(end);
            return;
        }

        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (dx, dy) = ((_pen.X - end.X) / 2, (_pen.Y - end.Y) / 2);
        var (x1, y1) = ((cos * dx) + (sin * dy), (cos * dy) - (sin * dx));
        var grow = Math.Sqrt((x1 * x1 / (rx * rx)) + (y1 * y1 / (ry * ry)));
        if (grow > 1)
        {
            (rx, ry) = (rx * grow, ry * grow);
        }

        var (a, b) = (rx * rx * y1 * y1, ry * ry * x1 * x1);
        var root = Math.Sqrt(Math.Max(0, ((rx * rx * ry * ry) - a - b) / (a + b))) * (large == sweep ? -1 : 1);
        var (cx1, cy1) = (root * rx * y1 / ry, -root * ry * x1 / rx);
        var (cx, cy) = ((cos * cx1) - (sin * cy1) + ((_pen.X + end.X) / 2), (sin * cx1) + (cos * cy1) + ((_pen.Y + end.Y) / 2));
        var from = Math.Atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
        var turn = Math.Atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - from;
        if (sweep && turn < 0)
        {
            turn += 2 * Math.PI;
        }
        else if (!sweep && turn > 0)
        {
            turn -= 2 * Math.PI;
        }

        var pieces = (int)Math.Ceiling(Math.Abs(turn) / (Math.PI / 2) - 1e-9);
        var step = turn / Math.Max(1, pieces);
        var reach = 4.0 / 3 * Math.Tan(step / 4);
        for (var i = 0; i < pieces; i++, from += step)
        {
            var (s1, c1) = Math.SinCos(from);
            var (s2, c2) = Math.SinCos(from + step);
            CurveTo(
                Place(c1 - (reach * s1), s1 + (reach * c1)),
                Place(c2 + (reach * s2), s2 - (reach * c2)),
                i == pieces - 1 ? end : Place(c2, s2));
        }

        (double X, double Y) Place(double ux, double uy) =>
            ((cos * rx * ux) - (sin * ry * uy) + cx, (sin * rx * ux) + (cos * ry * uy) + cy);
    }

    private (double X, double Y) Mirrored() => ((2 * _pen.X) - _handle.X, (2 * _pen.Y) - _handle.Y);

    private (double X, double Y) Point((double X, double Y) origin) => (Number() + origin.X, Number() + origin.Y);

    private bool Flag() => SkipToNext() && data[_at] is '0' or '1' ? data[_at++] == '1' : throw Unreadable();

    private double Number()
    {
        SkipToNext();
        var start = _at;
        if (_at < data.Length && data[_at] is '+' or '-')
        {
            _at++;
        }

        var dot = false;
        while (_at < data.Length && (char.IsAsciiDigit(data[_at]) || (data[_at] == '.' && !dot)))
        {
            dot |= data[_at++] == '.';
        }

        var exponent = _at;
        if (exponent > start && exponent + 1 < data.Length && data[exponent] is 'e' or 'E')
        {
            exponent += data[exponent + 1] is '+' or '-' ? 2 : 1;
            while (exponent < data.Length && char.IsAsciiDigit(data[exponent]))
            {
                _at = ++exponent;
            }
        }

        return double.TryParse(data.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unreadable();
    }

    private bool SkipToNext()
    {
        while (_at < data.Length && (char.IsWhiteSpace(data[_at]) || data[_at] == ','))
        {
            _at++;
        }

        return _at < data.Length;
    }

    private FormatException Unreadable() => new($"The path cannot be read at character {_at + 1}: '{data}'.");
}
