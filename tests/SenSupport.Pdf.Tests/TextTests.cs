using System.Text;

namespace SenSupport.Pdf.Tests;

/// <summary>Words in, the same words out.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("Wiśniewska")]
    [InlineData("Nguyễn Thị Hồng")]
    [InlineData("Demirtaş Çağrı")]
    [InlineData("O’Reilly")]
    [InlineData("Привет, Ελληνικά")]
    [InlineData("1 < 2 && \"3\" <script>alert('x')</script> \\ ( ) %")]
    [InlineData("漢字 and ✓ and ★")]
    [InlineData("مرحبا")]
    public void Paragraph_WhenAnyScript_CopiesOutAsItWent(string text)
    {
        var file = TestDocuments.Read(c => c.Paragraph(text));

        Assert.Equal(text, PageText.Whole(file));
    }

    [Theory]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("a\u200Eb\u202Ec\u2066d\uFEFF", "abcd")]
    [InlineData("a\uFFFFb\uFDD0", "a\uFFFDb\uFFFD")]
    [InlineData("e\u0301 o\u0302\u0301", "é ố")]
    [InlineData("tab\there", "tab here")]
    [InlineData("one\r\ntwo\rthree\u2028four\n", "onetwothreefour")]
    [InlineData("❤\uFE0F", "red heart")]
    public void Paragraph_WhenOddCharacters_CleansThem(string text, string expected)
    {
        var file = TestDocuments.Read(c => c.Paragraph(text).Heading(1, text));

        Assert.Equal(expected + expected, PageText.Whole(file));
    }

    [Fact]
    public void Paragraph_WhenHalfASurrogatePair_ShowsTheReplacement()
    {
        var file = TestDocuments.Read(c => c.Paragraph("a\uD83Db").Paragraph("\uDE00"));

        Assert.Equal("a\uFFFDb\uFFFD", PageText.Whole(file));
    }

    [Fact]
    public void Paragraph_WhenLong_IsWholeAndStaysBetweenTheMargins()
    {
        var text = string.Concat(Enumerable.Range(0, 3600).Select(i => $"word{i % 10} "))[..20000].Trim();
        var file = TestDocuments.Read(c => c.Paragraph(text));

        Assert.Equal(text, PageText.Whole(file));
        Assert.True(file.Pages.Count > 3);
    }

    [Fact]
    public void Paragraph_WhenOneUnbrokenWord_IsCutIntoLines()
    {
        var text = new string('W', 20000);
        var file = TestDocuments.Read(c => c.Paragraph(text));

        Assert.Equal(text, PageText.Whole(file));
        Assert.True(PageText.Read(file, 0).Count(p => p.Mark is not null) > 30);
    }

    [Fact]
    public void Paragraph_WhenColumnIsNarrowerThanAGlyph_StillEnds()
    {
        var file = TestDocuments.Read(c => c.Row(r =>
        {
            for (var i = 0; i < 120; i++)
            {
                r.Relative(1, f => f.Paragraph("Wide"));
            }
        }));

        Assert.Equal(480, PageText.Whole(file).Length);
    }

    [Fact]
    public void Paragraph_WhenWrapped_EndsLinesWithASpace()
    {
        var file = TestDocuments.Read(c => c.Paragraph(string.Join(' ', Enumerable.Repeat("reading", 60))));
        var lines = PageText.Read(file, 0).Where(p => p.Mark is not null).ToList();

        Assert.True(lines.Count > 2);
        Assert.All(lines.SkipLast(1), l => Assert.EndsWith("reading ", l.Text, StringComparison.Ordinal));
        Assert.Single(lines.Select(l => l.Mark).Distinct());
    }

    [Theory]
    [InlineData("well-known", "well-")]
    [InlineData("and/or", "and/")]
    [InlineData("2026/27", "2026/27")]
    [InlineData("long\u200Bword", "long")]
    [InlineData("no\u00A0break", "no\u00A0break")]
    public void Paragraph_WhenAWordMayBeDivided_DividesItThere(string word, string firstLine)
    {
        // Just too narrow for the word, wide enough for each part.
        var whole = Assert.Single(PageText.Read(TestDocuments.Read(c => c.Row(r => r.Fixed(200, f => f.Paragraph(t => t.Align(TextAlign.Right).Span(word.Replace("\u200B", "")))))), 0), p => p.Mark is not null);
        var width = 251 - whole.X;
        var lines = PageText.Read(TestDocuments.Read(c => c.Row(r => r.Fixed(firstLine == word ? width + 0.5 : width - 0.5, f => f.Paragraph(word)))), 0).Where(p => p.Mark is not null);

        Assert.Equal(firstLine, lines.First().Text);
    }

    [Theory]
    [InlineData(TextAlign.Left)]
    [InlineData(TextAlign.Centre)]
    [InlineData(TextAlign.Right)]
    public void Align_WhenSet_PlacesTheLine(TextAlign align)
    {
        var file = TestDocuments.Read(c => c.Paragraph(t => t.Align(align).Span("Some words")));
        var x = Assert.Single(PageText.Read(file, 0), p => p.Mark is not null).X;

        Assert.InRange(x, align switch { TextAlign.Left => 50.9, TextAlign.Centre => 240, _ => 470 }, align switch { TextAlign.Left => 51.1, TextAlign.Centre => 300, _ => 544 });
    }

    [Fact]
    public void Generate_WhenRowOfColumns_ReadsEachColumnWhole()
    {
        var file = TestDocuments.Read(c => c.Row(r => r.Relative(1, f => f.Paragraph("a1\na2")).Relative(1, f => f.Paragraph("b1\nb2"))));

        Assert.Equal("a1a2b1b2", PageText.Whole(file));
    }

    [Fact]
    public void Info_WhenOddTitle_StillMakesADocument()
    {
        var document = Document.Create(d => d.Info(TestDocuments.Info with { Title = "\0\uD800<&>", Author = "O’Reilly (Łódź)" }).Page(p => p.Content(c => c.Paragraph("x"))));
        var file = new PdfFile(document.Generate());

        Assert.Equal("\uFFFD<&>", PdfFile.Text(file.Dictionary(file.Trailer["Info"])["Title"]));
        Assert.Contains("\uFFFD&lt;&amp;&gt;", Encoding.UTF8.GetString(file.Stream(file.Catalogue["Metadata"]).Content));
    }
}
