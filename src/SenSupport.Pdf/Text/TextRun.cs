using SenSupport.Pdf.Layout;

namespace SenSupport.Pdf.Text;

/// <summary>What a run stands for: its own words, a number known only once the pages are, or a small drawing in the line.</summary>
internal enum RunKind
{
    Words,
    PageNumber,
    PageCount,
    Drawing,
}

/// <summary>A piece of a paragraph in one style.</summary>
internal readonly record struct TextRun(RunKind Kind, string Words, TextStyle Style, Drawing? Drawing = null)
{
    /// <summary>What the run is beside words: a link, another language, underlined.</summary>
    public InlinePart? Part { get; init; }

    public string WordsOn(PageContext page) => Kind switch
    {
        RunKind.PageNumber => page.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        RunKind.PageCount => page.Total.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Words,
    };
}
