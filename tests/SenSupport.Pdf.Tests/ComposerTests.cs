using System.Globalization;
using SenSupport.Pdf.Tests.Infrastructure;

namespace SenSupport.Pdf.Tests;

/// <summary>What can be composed, read back as it stands on the page.</summary>
public sealed class ComposerTests
{
    private const double Left = 51, Right = 544.276;

    [Fact]
    public void Padding_WhenSet_KeepsTheRoomOnEachSide()
    {
        var plain = Piece(c => c.Paragraph("Words"), "Words");
        var padded = Piece(c => c.Padding(20, 30, 5, 5, f => f.Paragraph("Words")), "Words");
        var right = Piece(c => c.Padding(0, 0, 40, 0, f => f.Paragraph(t => t.Align(TextAlign.Right).Span("Words"))), "Words");
        var rightPlain = Piece(c => c.Paragraph(t => t.Align(TextAlign.Right).Span("Words")), "Words");

        Assert.Equal((20, -30), (Math.Round(padded.X - plain.X, 2), Math.Round(padded.Y - plain.Y, 2)));
        Assert.Equal(-40, right.X - rightPlain.X, 0.01);
    }

    [Theory]
    [InlineData(TextAlign.Left, Left)]
    [InlineData(TextAlign.Centre, (Left + Right - 100) / 2)]
    [InlineData(TextAlign.Right, Right - 100)]
    public void AlignX_WhenNarrower_StandsThere(TextAlign align, double left)
    {
        var file = Checked(c => c.AlignX(align, 100, f => f.Border("#ff0000", b => b.Paragraph("Boxed"))));
        var line = Content(file, 0).Split('\n').First(l => l.EndsWith(" re", StringComparison.Ordinal)).Split(' ');

        Assert.Equal(left + 0.375, double.Parse(line[0], CultureInfo.InvariantCulture), 0.01);
        Assert.Equal(99.25, double.Parse(line[2], CultureInfo.InvariantCulture), 0.01);
    }

    [Fact]
    public void Background_WhenSplitOverPages_StandsOnEach()
    {
        var file = Checked(c => c.Background("#00ff00", f =>
        {
            for (var i = 0; i < 60; i++)
            {
                f.Paragraph("line");
            }
        }));

        Assert.Equal(2, file.Pages.Count);
        Assert.All([0, 1], page => Assert.Single(Content(file, page).Split('\n'), l => l == "0 1 0 rg"));
    }

    [Fact]
    public void ShowOnce_WhenInAHeader_StandsOnTheFirstPageOnlyAndGivesItsRoomBack()
    {
        var file = new PdfFile(Document.Create(d => d.Info(TestDocuments.Info).Page(p => p
            .Header(h => h.ShowOnce(f => f.Paragraph("First page only").Space(100)).SkipOnce(f => f.Paragraph("Later pages")))
            .Content(c => c.Paragraph("one").PageBreak().Paragraph("two").PageBreak().Paragraph("three")))).Generate());
        string Header(int page) => string.Concat(PageText.Read(file, page).Where(p => p.Artifact == "/Header").Select(p => p.Text));
        double Top(int page) => Assert.Single(PageText.Read(file, page), p => p.Mark is not null).Y;

        Assert.Equal(["First page only", "Later pages", "Later pages"], Enumerable.Range(0, 3).Select(Header));
        Assert.True(Top(1) - Top(0) > 95);
        Assert.Equal(Top(1), Top(2));
    }

    [Fact]
    public void SkipOnce_WhenInContent_Throws() =>
        Assert.Contains("never be read out", Assert.Throws<InvalidOperationException>(TestDocuments.Of(c => c.SkipOnce(f => f.Paragraph("x"))).Generate).Message);

    [Fact]
    public void ShowOnce_WhenInARepeatedTableHead_StandsInTheFirstOnly()
    {
        var file = Checked(c => c.Table(t =>
        {
            t.Columns(x => x.Relative(1)).Header(h => h.Cell(f => f.Paragraph("Head").ShowOnce(o => o.Paragraph("once"))));
            for (var i = 0; i < 90; i++)
            {
                t.Row($"{i}");
            }
        }));
        var counts = Enumerable.Range(0, file.Pages.Count).Select(p => (PageText.Read(file, p).Count(t => t.Text == "Head"), PageText.Read(file, p).Count(t => t.Text == "once"))).ToList();

        Assert.Equal((1, 1), counts[0]);
        Assert.All(counts.Skip(1), c => Assert.Equal((1, 0), c));
    }

    [Fact]
    public void PageCount_WhenInContent_SaysWhereItBelongs() =>
        Assert.Contains("header and footer", Assert.Throws<InvalidOperationException>(TestDocuments.Of(c => c.Paragraph(t => t.PageCount())).Generate).Message);

    [Fact]
    public void PageNumber_WhenInContent_IsThatOfItsPage()
    {
        var file = Checked(c => c.Paragraph(t => { t.Span("on "); t.PageNumber(); }).PageBreak().Paragraph(t => { t.Span("on "); t.PageNumber(); }));

        Assert.Equal(["on 1", "on 2"], Enumerable.Range(0, 2).Select(page => string.Concat(PageText.Read(file, page).Where(p => p.Mark is not null).Select(p => p.Text))));
    }

    [Fact]
    public void Page_WhenSeveralSections_HasTheirSizesMarginsAndNumbers()
    {
        var bytes = Document.Create(d => d.Info(TestDocuments.Info)
            .Page(p => Numbered(p, "a"))
            .Page(p => Numbered(p.Size(PageSize.A4.Landscape()).Margin(100, 50), "b"))
            .Page(p => Numbered(p.Size(PageSize.A5).NumberFromOne(), "c"))).Generate();
        var file = DocumentChecks.Check(bytes);
        var sizes = file.Pages.Select(p => file.Array(p["MediaBox"]).Cast<double>().Skip(2).Select(side => Math.Round(side)).ToArray());
        var numbers = Enumerable.Range(0, 6).Select(page => string.Concat(PageText.Read(file, page).Where(t => t.Artifact == "/Footer").Select(t => t.Text)));

        Assert.Equal([[595, 842], [595, 842], [842, 595], [842, 595], [420, 595], [420, 595]], sizes);
        Assert.Equal(["1 of 4", "2 of 4", "3 of 4", "4 of 4", "1 of 2", "2 of 2"], numbers);
        Assert.Equal(100, PageText.Read(file, 2).First(t => t.Mark is not null).X);

        static void Numbered(PageComposer page, string words) => page.Content(c => c.Paragraph(words).PageBreak().Paragraph(words)).Footer(f => f.PageNumber());
    }

    [Theory]
    [InlineData(2, 400)]
    [InlineData(400, 15000)]
    [InlineData(double.NaN, 400)]
    public void Size_WhenNoSheet_Throws(double width, double height) =>
        Assert.Throws<ArgumentOutOfRangeException>(Document.Create(d => d.Info(TestDocuments.Info).Page(p => p.Size(new PageSize(width, height)))).Generate);

    [Fact]
    public void Table_WhenCellsSpanRowsAndColumns_PlacesThemAndNamesTheirHeadings()
    {
        var file = Checked(Spanning);
        var cells = StructureTests.Nodes(file).Where(n => n["S"] is "/TH" or "/TD").ToList();
        var pieces = PageText.Read(file, 0).Where(p => p.Mark is not null).ToDictionary(p => p.Text);

        Assert.Equal(pieces["Minutes"].X, pieces["20"].X, 0.01);
        Assert.Equal(pieces["Who"].X, pieces["Mr Okafor"].X, 0.01);
        Assert.True(pieces["Autumn"].Y > pieces["Minutes"].Y);
        Assert.Equal(pieces["Reading"].X, pieces["Strand"].X, 0.01);
        Assert.True(pieces["30"].Y < pieces["20"].Y && Math.Abs(pieces["30"].X - pieces["20"].X) < 0.01);
        var twenty = cells.Single(c => Words(file, c) == "20");
        var headings = file.Array(file.Dictionary(twenty["A"])["Headers"]).Select(h => cells.Single(c => c.TryGetValue("ID", out var id) && PdfFile.Text(id) == PdfFile.Text(h))).Select(h => Words(file, h));
        Assert.Equal(["Autumn", "Minutes", "Reading"], headings);
        Assert.Equal(2, PdfFile.Integer(file.Dictionary(cells.Single(c => Words(file, c) == "Reading")["A"])["RowSpan"]));
        Assert.Equal(1, PdfFile.Integer(file.Dictionary(cells.Single(c => Words(file, c) == "Too far")["A"]).GetValueOrDefault("RowSpan") ?? 1.0));
    }

    [Fact]
    public void Table_WhenASpanningCellIsTaller_GivesItRoom()
    {
        var file = Checked(c => c.Table(t => t.Columns(x => x.Relative(1).Relative(1))
            .Row(r => r.Cell("a\nb\nc\nd\ne", rows: 2).Cell("one")).Row("two").Row("after", "it")));
        var pieces = PageText.Read(file, 0).Where(p => p.Mark is not null).ToDictionary(p => p.Text.Trim());

        Assert.True(pieces["after"].Y < pieces["e"].Y - 10);
        Assert.True(pieces["two"].Y < pieces["one"].Y);
    }

    [Fact]
    public void Table_WhenSpanningRowsDoNotFit_MoveOnTogether()
    {
        var file = Checked(c => c.Space(640).Table(t => t.Columns(x => x.Relative(1).Relative(1))
            .Row(r => r.Cell("tied", rows: 4).Cell("1")).Row("2").Row("3").Row("4").Row("free", "5")));

        Assert.DoesNotContain(PageText.Read(file, 0), p => p.Mark is not null);
        Assert.Equal(7, PageText.Read(file, 1).Count(p => p.Mark is not null));
    }

    [Fact]
    public void Table_WhenSpanningRowsAreTallerThanAPage_SplitBetweenRowsAndLoseNothing()
    {
        var lines = Enumerable.Range(0, 120).Select(i => $"line {i}").ToList();
        var file = Checked(c => c.Table(t =>
        {
            t.Columns(x => x.Relative(1).Relative(1)).Header("A", "B").Row(r => r.Header(string.Join('\n', lines), rows: 90).Cell("0"));
            for (var i = 1; i < 90; i++)
            {
                t.Row($"{i}");
            }
        }));
        var read = Enumerable.Range(0, file.Pages.Count).SelectMany(p => PageText.Read(file, p)).Where(p => p.Mark is not null).Select(p => p.Text.Trim()).ToList();

        Assert.Equal(lines, read.Where(r => r.StartsWith("line", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(0, 90).Select(i => $"{i}"), read.Where(r => int.TryParse(r, out _)));
        Assert.InRange(file.Pages.Count, 3, 4);
        Assert.All(Enumerable.Range(0, file.Pages.Count), p => Assert.All(PageText.Read(file, p).Where(t => t.Mark is not null), t => Assert.InRange(t.Y, 42, 800)));
    }

    [Fact]
    public void Table_WhenACellIsTallerThanAPage_BreaksWithTheRowsOtherCells()
    {
        var (long1, long2) = (Enumerable.Range(0, 130).Select(i => $"a{i}").ToList(), Enumerable.Range(0, 100).Select(i => $"b{i}").ToList());
        var file = Checked(c => c.Table(t => t.Columns(x => x.Relative(1).Relative(1)).Row(string.Join('\n', long1), string.Join('\n', long2))));

        var second = PageText.Read(file, 1).Where(p => p.Mark is not null).ToList();
        Assert.Contains(second, p => p.Text.StartsWith('a'));
        Assert.Contains(second, p => p.Text.StartsWith('b'));
        Assert.Equal(long1.Count + long2.Count, Enumerable.Range(0, file.Pages.Count).Sum(p => PageText.Read(file, p).Count(t => t.Mark is not null)));
    }

    [Fact]
    public void Link_WhenItWraps_CanBeFollowedOnEachLineAndSaysWhereItLeads()
    {
        var words = string.Join(' ', Enumerable.Repeat("the local offer", 12));
        var file = Checked(c => c.Paragraph(t => { t.Span("Read "); t.Span(words).Link("https://example.org/local offer", "Local offer of the county"); t.Span("."); }));
        var annotations = file.Array(file.Pages[0]["Annots"]).Select(file.Dictionary).ToList();

        Assert.True(annotations.Count >= 2);
        Assert.All(annotations, a => Assert.Equal("https://example.org/local%20offer", PdfFile.Text(file.Dictionary(a["A"])["URI"])));
        Assert.All(annotations, a => Assert.Equal("Local offer of the county", PdfFile.Text(a["Contents"])));
        var link = Assert.Single(StructureTests.Nodes(file), n => n["S"] is "/Link");
        Assert.Equal(annotations.Count, file.Array(link["K"]).Count(k => k is Dictionary<string, object?>));
        Assert.Equal("Read " + words + ".", PageText.Whole(file));
    }

    [Fact]
    public void LinkTo_WhenThePlaceComesLater_LeadsThere()
    {
        var file = Checked(c => c.Paragraph(t => t.Span("See the end").LinkTo("end")).PageBreak().Paragraph("between").PageBreak().Place("end").Heading(1, "End"));
        var (key, value) = Assert.Single(file.Tree(file.Dictionary(file.Catalogue["Names"])["Dests"], "Names"));

        Assert.Equal("end", PdfFile.Text(key));
        Assert.Equal(file.PageRefs[2], file.Array(value)[0]);
    }

    [Fact]
    public void Place_WhenAtThePagesEnd_MovesOnWithWhatItNames()
    {
        var file = Checked(c => c.Paragraph(t => t.Span("x").LinkTo("here")).Space(640).Place("here").Image(Image.Read(TestImages.Grey(10, 10)), AltText.Says("Square"), 100));

        Assert.Equal(file.PageRefs[1], file.Array(file.Tree(file.Dictionary(file.Catalogue["Names"])["Dests"], "Names")[0].Value)[0]);
    }

    [Fact]
    public void LinkTo_WhenNoSuchPlace_SaysWhich() =>
        Assert.Contains("'nowhere'", Assert.Throws<InvalidOperationException>(TestDocuments.Of(c => c.Paragraph(t => t.Span("x").LinkTo("nowhere"))).Generate).Message);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/pupils/1")]
    [InlineData("not an address")]
    public void Link_WhenNoAddressToFollow_Throws(string address) =>
        Assert.Throws<ArgumentException>(TestDocuments.Of(c => c.Paragraph(t => t.Span("x").Link(address))).Generate);

    [Fact]
    public void Language_WhenOfASpanOrBlocks_IsInTheTags()
    {
        var file = Checked(c => c.Paragraph(t => { t.Span("We say "); t.Span("dzień dobry").Language("pl"); }).Language("cy", f => f.Paragraph("Bore da")));
        var nodes = StructureTests.Nodes(file);

        Assert.Equal("pl", PdfFile.Text(Assert.Single(nodes, n => n["S"] is "/Span")["Lang"]));
        Assert.Equal("cy", PdfFile.Text(Assert.Single(nodes, n => n["S"] is "/Div")["Lang"]));
        Assert.Equal("We say dzień dobryBore da", PageText.Whole(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("english please")]
    [InlineData("en_GB")]
    [InlineData("12")]
    public void Language_WhenNoTag_Throws(string tag) => Assert.ThrowsAny<ArgumentException>(TestDocuments.Of(c => c.Language(tag, f => f.Paragraph("x"))).Generate);

    [Fact]
    public void TickBox_WhenAField_CanBeTickedAndSaysWhatItAsks()
    {
        var file = Checked(c => c.TickBox("I agree to the plan", field: "agree").TickBox("We talked about it", ticked: true, field: "talked").TickBox("On paper only"));
        var fields = file.Array(file.Dictionary(file.Catalogue["AcroForm"])["Fields"]).Select(file.Dictionary).ToList();

        Assert.Equal([("agree", "I agree to the plan", "/Off"), ("talked", "We talked about it", "/Yes")], fields.Select(f => (PdfFile.Text(f["T"]), PdfFile.Text(f["TU"]), (string)f["V"]!)));
        Assert.Equal(2, StructureTests.Nodes(file).Count(n => n["S"] is "/Form"));
        Assert.Equal("Box to tick", PdfFile.Text(Assert.Single(StructureTests.Nodes(file), n => n["S"] is "/Figure")["Alt"]));
    }

    [Fact]
    public void TickBox_WhenTwoHaveOneName_Throws() =>
        Assert.Contains("'a'", Assert.Throws<InvalidOperationException>(TestDocuments.Of(c => c.TickBox("x", field: "a").TickBox("y", field: "a")).Generate).Message);

    [Fact]
    public void Bookmark_WhenAdded_StandsAmongTheHeadings()
    {
        var file = Checked(c => c.Bookmark(1, "Plan of spring").Heading(2, "Needs").PageBreak().Bookmark(1, "Review"));
        var outline = file.Dictionary(file.Catalogue["Outlines"]);

        Assert.Equal("Plan of spring", PdfFile.Text(file.Dictionary(outline["First"])["Title"]));
        Assert.Equal("Review", PdfFile.Text(file.Dictionary(outline["Last"])["Title"]));
        Assert.Equal(3, PdfFile.Integer(outline["Count"]));
    }

    [Fact]
    public void Svg_WhenItHasAScript_DrawsItsShapesOnly()
    {
        const string svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" onload="alert(1)"><script>alert('x')</script><style>path{fill:red}</style>
            <a href="javascript:alert(1)"><path d="M1 1h1"/></a><image href="https://example.org/x.png"/><text>words</text><foreignObject><p>hello</p></foreignObject>
            <g transform="translate(2 3) scale(2)" fill="#00ff00"><path d="M0 0h2v2z"/></g><circle cx="5" cy="5" r="2" style="fill:none;stroke:blue"/><polygon points="0,0 1,0 1,1" fill="rgb(1,2,3)"/></svg>
            """;
        var file = Checked(c => c.Svg(svg, AltText.Says("Mark"), 40));
        var content = Content(file, 0);

        Assert.Contains("2 0 0 2 0 0 cm", content);
        Assert.Contains("1 0 0 1 2 3 cm", content);
        Assert.Contains("0 1 0 rg\n0 0 m\n2 0 l\n2 2 l\nh\nf", content);
        Assert.Contains("0 0 1 RG", content);
        Assert.DoesNotContain("1 1 m", content);
        Assert.Equal("", PageText.Whole(file));
        Assert.DoesNotContain("/JavaScript", System.Text.Encoding.Latin1.GetString(TestDocuments.Of(c => c.Svg(svg, AltText.Says("Mark"))).Generate()));
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("no xml")]
    [InlineData("<svg/>")]
    [InlineData("<svg viewBox='0 0 10 10'><path d='M1 X'/></svg>")]
    [InlineData("<svg viewBox='0 0 10 10'><rect width='1' height='1' fill='#12'/></svg>")]
    [InlineData("<svg viewBox='0 0 -1 10'/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg viewBox='0 0 1 1'>&a;</svg>")]
    public void Svg_WhenUnreadable_ThrowsFormatException(string svg) =>
        Assert.Throws<FormatException>(TestDocuments.Of(c => c.Svg(svg, AltText.Decorative)).Generate);

    [Fact]
    public void Svg_WhenTooDeep_ThrowsFormatException() => Assert.Throws<FormatException>(TestDocuments.Of(c =>
        c.Svg("<svg viewBox='0 0 1 1'>" + string.Concat(Enumerable.Repeat("<g>", 20000)) + string.Concat(Enumerable.Repeat("</g>", 20000)) + "</svg>", AltText.Decorative)).Generate);

    [Fact]
    public void Generate_WhenForKeeping_IsAnArchiveFileToo()
    {
        var document = Document.Create(d => d.Info(TestDocuments.Info with { IsForKeeping = true, Id = new Guid("00112233445566778899aabbccddeeff") }).Page(p => p.Content(TestDocuments.Everything)));
        var file = DocumentChecks.Check(document.Generate());

        Assert.True(file.Catalogue.ContainsKey("OutputIntents"));
        Assert.Equal("00112233445566778899AABBCCDDEEFF", Convert.ToHexString((byte[])file.Array(file.Trailer["ID"])[0]!));
        Assert.Equal(document.Generate(), document.Generate());
        Assert.False(TestDocuments.Read(TestDocuments.Everything).Catalogue.ContainsKey("OutputIntents"));
    }

    [Fact]
    public void Image_WhenInFourInksAndForKeeping_SaysWhatToDo()
    {
        var document = Document.Create(d => d.Info(TestDocuments.Info with { IsForKeeping = true })
            .Page(p => p.Content(c => c.Image(Image.Read(TestImages.Jpeg(4, 4, 4)), AltText.Decorative))));

        Assert.Contains("RGB", Assert.Throws<InvalidOperationException>(document.Generate).Message);
    }

    [Fact]
    public void RequireFonts_WhenBuiltIn_IsContent() => Assert.Null(Record.Exception(Document.RequireFonts));

    internal static void Spanning(Flow c) => c.Table(t => t
        .Columns(x => x.Relative(1).Relative(1).Relative(1))
        .Header(h => h.Cell("Strand", rows: 2).Cell("Autumn", 2))
        .Header("Minutes", "Who")
        .Row(r => r.Header("Reading", rows: 2).Cell("20").Cell("Mr Okafor"))
        .Row("30", "Mrs Kaur")
        .Row(r => r.Cell("Total").Cell("50").Cell("Too far", rows: 5)));

    private static PdfFile Checked(Action<Flow> compose) => DocumentChecks.Check(TestDocuments.Of(compose).Generate());

    private static TextPiece Piece(Action<Flow> compose, string words) => Assert.Single(PageText.Read(Checked(compose), 0), p => p.Text == words);

    private static string Content(PdfFile file, int page) => System.Text.Encoding.ASCII.GetString(file.Stream(file.Pages[page]["Contents"]).Content);

    private static string Words(PdfFile file, Dictionary<string, object?> node)
    {
        var page = file.PageRefs.ToList().IndexOf(node.TryGetValue("Pg", out var on) ? (Ref)on! : default);
        return page < 0 ? "" : string.Concat(PageText.Read(file, page).Where(p => file.Array(node["K"]).OfType<double>().Contains(p.Mark ?? -1)).Select(p => p.Text));
    }
}
