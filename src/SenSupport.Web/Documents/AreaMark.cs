using SenSupport.Domain.Needs;
using SenSupport.Pdf;

namespace SenSupport.Web.Documents;

/// <summary>The mark of an area of need, as on screen: a shape in a colour of its own. The words beside it say the same.</summary>
internal static class AreaMark
{
    private static readonly Dictionary<AreaOfNeed, (string Colour, string Shape)> Marks = new()
    {
        [AreaOfNeed.CommunicationAndInteraction] = ("#1f66b8", "M5 6h14v9h-8l-4 4v-4H5z"),
        [AreaOfNeed.CognitionAndLearning] = ("#9a4a00", "M4 6c3 0 5 0.5 7.5 2v11c-2.5-1.5-4.5-2-7.5-2z M20 6c-3 0-5 0.5-7.5 2v11c2.5-1.5 4.5-2 7.5-2z"),
        [AreaOfNeed.SocialEmotionalMentalHealth] = ("#6e1d5c", "M12 19C6 14.5 4.5 12 4.5 9.5C4.5 7.5 6 6 8 6C9.7 6 11.2 7 12 8.5C12.8 7 14.3 6 16 6C18 6 19.5 7.5 19.5 9.5C19.5 12 18 14.5 12 19z"),
        [AreaOfNeed.SensoryPhysical] = ("#1f7350", "M3.5 12C6 8 9 6.5 12 6.5C15 6.5 18 8 20.5 12C18 16 15 17.5 12 17.5C9 17.5 6 16 3.5 12z"),
    };

    /// <summary>Draws the mark into a line of text, with a space behind it.</summary>
    public static TextComposer Mark(this TextComposer text, AreaOfNeed? area)
    {
        if (area is { } known && Marks.TryGetValue(known, out var mark))
        {
            text.Drawing(12, 12, AltText.Decorative, canvas => canvas.Scaled(0.5, inner =>
            {
                inner.Rectangle(0, 0, 24, 24, Paint.Fill(mark.Colour), 5).Path(mark.Shape, Paint.Fill("#ffffff"));
                if (known == AreaOfNeed.SensoryPhysical)
                {
                    inner.Circle(12, 12, 2.8, Paint.Fill(mark.Colour));
                }
            }));
            text.Span(" ");
        }

        return text;
    }
}
