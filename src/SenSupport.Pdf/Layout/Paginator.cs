namespace SenSupport.Pdf.Layout;

/// <summary>One sheet's content and where it begins.</summary>
internal readonly record struct LaidPage(Fragment Content, double ContentTop, bool IsFirst);

/// <summary>Lets the content of a run of pages flow through as many sheets as it takes, one at a time.</summary>
internal static class Paginator
{
    /// <summary>Distance between the content and what stands above and below it, in points.</summary>
    private const double Gap = 14;
    private const double LeastHeight = 36;

    /// <param name="section">The run of pages.</param>
    /// <param name="firstNumber">Number of its first page.</param>
    /// <param name="count">Counts the work.</param>
    /// <exception cref="InvalidOperationException">Margins, header and footer leave no room for content.</exception>
    public static IEnumerable<LaidPage> Pages(PageComposer section, int firstNumber, LayoutCount count)
    {
        var (sheet, margins) = (section.Sheet, section.Margins);
        var width = sheet.Width - margins.Left - margins.Right;
        var (top, bottom) = (0.0, 0.0);
        Continuation? rest = null;
        var number = firstNumber;
        do
        {
            // What stands in the margins may differ between the first page and the rest, but not among those.
            var isFirst = number == firstNumber;
            if (number - firstNumber < 2)
            {
                top = margins.Top + HeightOf(section.HeaderStack, width, isFirst);
                bottom = sheet.Height - margins.Bottom - HeightOf(section.FooterStack, width, isFirst);
                if (bottom - top < LeastHeight || width < LeastHeight)
                {
                    throw new InvalidOperationException("Margins, header and footer leave no room for content on the page.");
                }
            }

            var page = new PageContext(number++, 0, bottom - top) { Count = count };
            var outcome = section.ContentStack.Layout(new Space(width, bottom - top, true, page), rest);
            yield return new LaidPage(outcome.Placed ?? throw new InvalidOperationException("Content could not be placed on an empty page."), top, isFirst);
            rest = outcome.Rest;
        }
        while (rest is not null);
    }

    /// <summary>Lays out a header or footer for its page; says whether the total is shown in it.</summary>
    public static Fragment Margin(Stack stack, double width, int number, int total, bool isFirst, out bool namesTotal)
    {
        var page = new PageContext(number, total, double.MaxValue) { IsFirst = isFirst };
        var placed = stack.Layout(new Space(width, double.MaxValue, true, page), null).Placed!;
        namesTotal = page.TotalAsked;
        return placed;
    }

    private static double HeightOf(Stack stack, double width, bool isFirst) =>
        stack.IsEmpty ? 0 : Margin(stack, width, 888, 888, isFirst, out _) is { Height: > 0 } placed ? placed.Height + Gap : 0;
}
