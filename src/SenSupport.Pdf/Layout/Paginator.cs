namespace SenSupport.Pdf.Layout;

/// <summary>One sheet: its content, and the run of pages it belongs to.</summary>
internal sealed record LaidPage(PageComposer Section, Fragment Content, double ContentTop);

/// <summary>Lets the content of each run of pages flow through as many sheets as it takes.</summary>
internal static class Paginator
{
    /// <summary>Distance between the content and what stands above and below it, in points.</summary>
    private const double Gap = 14;
    private const double LeastHeight = 36;

    /// <exception cref="InvalidOperationException">Margins, header and footer leave no room for content.</exception>
    public static List<LaidPage> Layout(IEnumerable<PageComposer> sections)
    {
        List<LaidPage> pages = [];
        foreach (var section in sections)
        {
            var margins = section.Margins;
            var width = section.Sheet.Width - margins.Left - margins.Right;
            var top = margins.Top + HeightOf(section.HeaderStack, width);
            var bottom = section.Sheet.Height - margins.Bottom - HeightOf(section.FooterStack, width);
            if (bottom - top < LeastHeight || width < LeastHeight)
            {
                throw new InvalidOperationException("Margins, header and footer leave no room for content on the page.");
            }

            Continuation? rest = null;
            var space = new Space(width, bottom - top, true, new PageContext(0, 0, bottom - top));
            do
            {
                var outcome = section.ContentStack.Layout(space, rest);
                pages.Add(new LaidPage(section, outcome.Placed ?? throw new InvalidOperationException("Content could not be placed on an empty page."), top));
                rest = outcome.Rest;
            }
            while (rest is not null);
        }

        return pages;
    }

    /// <summary>Lays out a header or footer for its page.</summary>
    public static Fragment Margin(Stack stack, double width, int number, int total) =>
        stack.Layout(new Space(width, double.MaxValue, true, new PageContext(number, total, double.MaxValue)), null).Placed!;

    private static double HeightOf(Stack stack, double width) => stack.IsEmpty ? 0 : Margin(stack, width, 888, 888).Height + Gap;
}
