using SenSupport.Pdf.Structure;
using SenSupport.Pdf.Text;

namespace SenSupport.Pdf;

/// <summary>What all parts of one document share while it is composed.</summary>
internal sealed class Composition(DocumentStyle style)
{
    public DocumentStyle Style { get; } = style;

    public StructureNode Root { get; } = new("Document");

    /// <summary>Level of the last heading, so that tags never skip one (PDF/UA-1, 7.4.2).</summary>
    public int LastHeading { get; set; }

    /// <summary>No heading may stand higher than this level while rows are composed that come one by one.</summary>
    public int LowestHeading { get; set; } = 1;

    /// <summary>True while what stands above and below each page's content is composed: only there the number of pages is known.</summary>
    public bool InMargin { get; set; }

    private int _names;

    /// <summary>A name that no other part of the document has.</summary>
    public string NextName() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"n{++_names}");

    public double Scaled(double length) => length * Style.Scale;

    /// <summary>Width of a column made for a certain text: letter spacing widens it too, an average letter being half an em.</summary>
    public double ScaledWidth(double width) => width * Style.Scale * (1 + (2 * Style.LetterSpacing));

    public TextStyle Text(double size, bool bold, Colour colour)
    {
        var points = Math.Max(1, Math.Max(size * Style.Scale, Style.MinimumFontSize));
        return new TextStyle(points, bold, colour, Style.LineHeight, Style.LetterSpacing * points, Style.WordSpacing * points);
    }
}

/// <summary>How text is set unless a span says otherwise; the size is not scaled yet.</summary>
internal readonly record struct TextDefaults(double Size, bool Bold, Colour Colour, TextAlign Align, TextDirection Direction = TextDirection.Auto);
