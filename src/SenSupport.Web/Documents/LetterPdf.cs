using SenSupport.Domain.Pupils;
using SenSupport.Pdf;

namespace SenSupport.Web.Documents;

/// <summary>A letter on paper, under the school's name and address.</summary>
public static class LetterPdf
{
    /// <summary>Composes the letter.</summary>
    /// <param name="letter">The letter as it was sent.</param>
    /// <param name="school">The school's name.</param>
    /// <param name="address">Its address, a line for each part.</param>
    /// <param name="created">When the file is made, in UTC.</param>
    public static byte[] Compose(SentLetter letter, string school, string address, DateTime created) => Document.Create(document => document
        .Info(new DocumentInfo { Title = letter.Title, Author = school, Created = created })
        .Page(page => page
            .Size(PageSize.A4)
            .Margin(62, 56)
            .Content(content =>
            {
                content.Paragraph(text => text.Align(TextAlign.Right).Size(12).Bold().Span(school));
                if (address.Length > 0)
                {
                    content.Paragraph(text => Lines(text.Align(TextAlign.Right).Size(9.5).Muted(), [.. address.ReplaceLineEndings("\n").Split('\n').Select(line => (IReadOnlyList<LetterRun>)[new LetterRun(line, false)])]));
                }

                content.Space(14);
                foreach (var block in LetterText.Blocks(letter.Text))
                {
                    Write(content, block);
                }
            })
            .Footer(footer => footer.Paragraph(text => { text.Size(8.5).Muted().Align(TextAlign.Right); text.PageNumber(); text.Span(" of "); text.PageCount(); })))).Generate();

    private static void Write(Flow content, LetterBlock block)
    {
        switch (block.Kind)
        {
            case LetterBlockKind.Heading:
                content.Heading(block.Level, string.Concat(block.Lines[0].Select(run => run.Text)));
                break;
            case LetterBlockKind.Rule:
                content.Rule();
                break;
            case LetterBlockKind.Bullets:
                content.List(list => Items(list, block));
                break;
            case LetterBlockKind.Numbers:
                content.NumberedList(list => Items(list, block));
                break;
            default:
                content.Paragraph(text => Lines(text, block.Lines));
                break;
        }
    }

    private static void Items(ListComposer list, LetterBlock block)
    {
        foreach (var item in block.Lines)
        {
            list.Item(text => Line(text, item));
        }
    }

    private static void Lines(TextComposer text, IReadOnlyList<IReadOnlyList<LetterRun>> lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (index > 0)
            {
                text.LineBreak();
            }

            Line(text, line);
        }
    }

    private static void Line(TextComposer text, IReadOnlyList<LetterRun> line)
    {
        foreach (var run in line)
        {
            text.Span(run.Text).Bold(run.IsBold);
        }
    }
}
