namespace SenSupport.Pdf.Tests;

/// <summary>Where pages end, and what stands on each.</summary>
public sealed class PaginationTests
{
    [Fact]
    public void PageNumber_WhenSeveralPages_CountsThemAll()
    {
        var file = TestDocuments.Read(c => c.Paragraph("one").PageBreak().Paragraph("two").PageBreak().Paragraph("three"));

        Assert.Equal(3, file.Pages.Count);
        for (var page = 0; page < 3; page++)
        {
            var pieces = PageText.Read(file, page);
            Assert.Equal($"{page + 1} of 3", string.Concat(pieces.Where(p => p.Artifact == "/Footer").Select(p => p.Text)));
            Assert.Equal("Hollin Beck Primary", Assert.Single(pieces, p => p.Artifact == "/Header").Text);
        }
    }

    [Fact]
    public void Table_WhenLongerThanAPage_RepeatsItsHeadAsArtifact()
    {
        var file = TestDocuments.Read(TestDocuments.Everything);

        Assert.True(file.Pages.Count >= 3);
        Assert.NotNull(Assert.Single(PageText.Read(file, 0), p => p.Text == "What").Mark);
        Assert.Equal("/Pagination", Assert.Single(PageText.Read(file, 1), p => p.Text == "What").Artifact);
        Assert.Equal("/Pagination", Assert.Single(PageText.Read(file, 2), p => p.Text == "What").Artifact);
    }

    [Fact]
    public void Table_WhenManyRows_LosesNone()
    {
        var file = TestDocuments.Read(c => c.Table(t =>
        {
            t.Columns(x => x.Relative(1).Relative(1)).Header("No", "Text");
            for (var i = 0; i < 700; i++)
            {
                t.Row($"{i}", string.Concat(Enumerable.Repeat("word ", i % 40)));
            }
        }));
        var words = Enumerable.Range(0, file.Pages.Count).SelectMany(p => PageText.Read(file, p)).Where(p => p.Mark is not null).Select(p => p.Text).ToList();

        Assert.Equal(Enumerable.Range(0, 700).Select(i => $"{i}"), words.Where(w => int.TryParse(w, out _)));
        Assert.Equal(Enumerable.Range(0, 700).Sum(i => i % 40), string.Join(' ', words).Split("word").Length - 1);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(38)]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(43)]
    [InlineData(44)]
    [InlineData(45)]
    public void Heading_WhenAtThePagesEnd_MovesOnWithItsText(int linesBefore)
    {
        var file = TestDocuments.Read(c =>
        {
            for (var i = 0; i < linesBefore; i++)
            {
                c.Paragraph("line");
            }

            c.Heading(2, "Heading").Heading(3, "Below").Table(t => t.Columns(x => x.Relative(1)).Header("Head").Row("Cell\nof\nfour\nlines"));
        });
        var page = Enumerable.Range(0, file.Pages.Count).Single(p => PageText.Read(file, p).Any(t => t.Text == "Heading"));

        Assert.Equal(["Heading", "Below", "Head", "Cell", "of", "four", "lines"], PageText.Read(file, page).Where(t => t.Mark is not null).Select(t => t.Text.Trim()).SkipWhile(t => t == "line"));
    }

    [Fact]
    public void Heading_WhenNothingButHeadings_StillEnds()
    {
        var file = TestDocuments.Read(c =>
        {
            for (var i = 0; i < 100; i++)
            {
                c.Heading(2, $"Heading {i}");
            }
        });

        Assert.Equal(100, Enumerable.Range(0, file.Pages.Count).Sum(p => PageText.Read(file, p).Count(t => t.Text.StartsWith("Heading", StringComparison.Ordinal))));
    }

    [Fact]
    public void KeepTogether_WhenItDoesNotFit_MovesOnWhole()
    {
        var file = TestDocuments.Read(c => c.Space(560).KeepTogether(k => k.Paragraph("first").Space(150).Paragraph("last")));

        Assert.DoesNotContain(PageText.Read(file, 0), p => p.Mark is not null);
        Assert.Equal(["first", "last"], PageText.Read(file, 1).Where(p => p.Mark is not null).Select(p => p.Text));
    }

    [Fact]
    public void EnsureSpace_WhenLessIsLeft_StartsANewPage()
    {
        var file = TestDocuments.Read(c => c.Paragraph("a").Space(500).EnsureSpace(100).Paragraph("here").EnsureSpace(400).Paragraph("there"));

        Assert.Contains(PageText.Read(file, 0), p => p.Text == "here");
        Assert.Contains(PageText.Read(file, 1), p => p.Text == "there");
        Assert.Equal(2, file.Pages.Count);
    }

    [Fact]
    public void Table_WhenARowIsTallerThanAPage_SplitsIt()
    {
        var lines = Enumerable.Range(0, 150).Select(i => $"line {i}").ToList();
        var file = TestDocuments.Read(c => c.Table(t => t.Columns(x => x.Relative(1).Relative(1)).Header("A", "B").Row("short", string.Join('\n', lines)).Row("after", "it")));
        var read = Enumerable.Range(0, file.Pages.Count).SelectMany(p => PageText.Read(file, p)).Where(p => p.Mark is not null).Select(p => p.Text).ToList();

        Assert.Equal(["A", "B", "short", .. lines, "after", "it"], read);
        Assert.InRange(file.Pages.Count, 3, 4);
    }

    [Fact]
    public void Generate_WhenSeveralBlocksAreNested_KeepsThemWithinThePage()
    {
        var text = string.Concat(Enumerable.Repeat("Some words to fill the line. ", 300));
        var file = TestDocuments.Read(c => c.Callout("#000", "#eee", f => f.Row(r => r.Relative(1, a => a.Paragraph(text)).Relative(2, b => b.List([text, text])))));

        Assert.True(file.Pages.Count > 1);
        for (var page = 0; page < file.Pages.Count; page++)
        {
            Assert.All(PageText.Read(file, page).Where(p => p.Mark is not null), p => Assert.InRange(p.Y, 60, 800));
        }
    }

    [Fact]
    public void Style_WhenScaled_EnlargesEveryText()
    {
        var style = new DocumentStyle { Scale = 1.8, MinimumFontSize = 18, OneColumn = true, PageBackground = "#fdf6e3", LetterSpacing = 0.05, WordSpacing = 0.2 };
        var file = TestDocuments.Read(TestDocuments.Everything, style);

        for (var page = 0; page < file.Pages.Count; page++)
        {
            Assert.All(PageText.Read(file, page), p => Assert.True(p.Size >= 18, $"'{p.Text}' has size {p.Size}."));
        }
    }

    [Fact]
    public void Generate_WhenMarginsLeaveNoRoom_SaysSo()
    {
        var document = Document.Create(d => d.Info(TestDocuments.Info).Page(p => p.Margin(300, 420).Content(c => c.Paragraph("x"))));

        Assert.Contains("no room", Assert.Throws<InvalidOperationException>(document.Generate).Message);
    }
}
