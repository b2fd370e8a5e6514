namespace SenSupport.Pdf.Tests;

/// <summary>The tags: what a screen reader is told.</summary>
public sealed class StructureTests
{
    [Fact]
    public void Generate_WhenAnyDocument_DeclaresPdfUa()
    {
        var file = TestDocuments.Read(TestDocuments.Everything);
        var catalogue = file.Catalogue;

        Assert.Equal(true, file.Dictionary(catalogue["MarkInfo"])["Marked"]);
        Assert.Equal(true, file.Dictionary(catalogue["ViewerPreferences"])["DisplayDocTitle"]);
        Assert.Equal("en-GB", PdfFile.Text(catalogue["Lang"]));
        var xmp = System.Text.Encoding.UTF8.GetString(file.Stream(catalogue["Metadata"]).Content);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", xmp);
        Assert.Contains("SEN Support Plan: Zofia Wiśniewska</rdf:li>", xmp);
        Assert.Equal("SEN Support Plan: Zofia Wiśniewska", PdfFile.Text(file.Dictionary(file.Trailer["Info"])["Title"]));
        Assert.All(file.Pages, p => Assert.Equal("/S", p["Tabs"]));
    }

    [Fact]
    public void Generate_WhenAnyDocument_LinksEveryMarkToTheTreeAndBack()
    {
        var file = TestDocuments.Read(TestDocuments.Everything);
        var root = file.Dictionary(file.Catalogue["StructTreeRoot"]);
        var numbers = file.Tree(root["ParentTree"], "Nums");
        Dictionary<(int Page, int Mark), int> owners = [];
        Walk(file, root, file.Array(root["K"])[0], owners);

        Assert.True(file.Pages.Count > 1);
        for (var page = 0; page < file.Pages.Count; page++)
        {
            Assert.Equal(page, PdfFile.Integer(file.Pages[page]["StructParents"]));
            Assert.Equal(page, PdfFile.Integer(numbers[page].Key));
            var parents = file.Array(numbers[page].Value);
            for (var mark = 0; mark < parents.Count; mark++)
            {
                Assert.Equal(((Ref)parents[mark]!).Id, owners[(page, mark)]);
            }

            Assert.Equal(parents.Count, owners.Keys.Count(k => k.Page == page));
            Assert.All(PageText.Read(file, page).Where(p => p.Mark is not null), p => Assert.InRange(p.Mark!.Value, 0, parents.Count - 1));
        }
    }

    [Fact]
    public void Generate_WhenEveryKindOfBlock_TagsEachAsWhatItIs()
    {
        var file = TestDocuments.Read(TestDocuments.Everything);
        var types = Types(file).ToList();

        Assert.Equal(["Document", "H1", "Div", "L", "LI", "Lbl", "LBody", "Div", "P", "P", "H2", "P", "Figure", "L"], types.Take(14));
        Assert.Single(types, "Table");
        Assert.Single(types, "THead");
        Assert.Equal(82, types.Count(t => t == "TR"));
        Assert.Equal(4, types.Count(t => t == "TH"));
        Assert.Equal((80 * 3) + 1, types.Count(t => t == "TD"));
        Assert.Single(types, "Figure");
    }

    [Fact]
    public void Generate_WhenTable_GivesHeadingsTheirScope()
    {
        var file = TestDocuments.Read(TestDocuments.Everything);
        var scopes = Nodes(file).Where(n => (string?)n["S"] == "/TH").Select(n => file.Dictionary(n["A"])["Scope"]);
        var spanning = Assert.Single(Nodes(file), n => n.ContainsKey("A") && file.Dictionary(n["A"]).ContainsKey("ColSpan"));

        Assert.Equal(["/Column", "/Column", "/Column", "/Row"], scopes);
        Assert.Equal(2, PdfFile.Integer(file.Dictionary(spanning["A"])["ColSpan"]));
    }

    [Fact]
    public void Generate_WhenRowHasTooFewCells_FillsItUp()
    {
        var file = TestDocuments.Read(c => c.Table(t => t.Columns(x => x.Relative(1).Relative(1).Relative(1)).Header("A").Row("x")));

        Assert.Equal(["Document", "Table", "THead", "TR", "TH", "TH", "TH", "TBody", "TR", "TD", "TD", "TD"], Types(file));
    }

    [Fact]
    public void Row_WhenTooManyCells_Throws()
    {
        var document = TestDocuments.Of(c => c.Table(t => t.Columns(x => x.Relative(1)).Row("a", "b")));

        Assert.Throws<InvalidOperationException>(document.Generate);
    }

    [Fact]
    public void Heading_WhenLevelSkipped_TagsTheNextOne()
    {
        var file = TestDocuments.Read(c => c.Heading(2, "a").Heading(4, "b").Heading(6, "c").Heading(2, "d").Heading(3, "e"));

        Assert.Equal(["Document", "H1", "H2", "H3", "H2", "H3"], Types(file));
    }

    [Fact]
    public void Heading_WhenNested_MakesBookmarksOfTheSameShape()
    {
        var file = TestDocuments.Read(c => c.Heading(1, "Plan").Heading(2, "Needs").Heading(2, "Łatka").Heading(3, "Inner").Heading(1, "End"));
        var outline = file.Dictionary(file.Catalogue["Outlines"]);
        List<string> titles = [];
        void Collect(Dictionary<string, object?> parent, string indent)
        {
            for (var next = parent.GetValueOrDefault("First"); next is not null; next = file.Dictionary(next).GetValueOrDefault("Next"))
            {
                var entry = file.Dictionary(next);
                titles.Add(indent + PdfFile.Text(entry["Title"]));
                Assert.Same(parent, file.Dictionary(entry["Parent"]));
                Collect(entry, indent + "-");
            }
        }

        Collect(outline, "");
        Assert.Equal(["Plan", "-Needs", "-Łatka", "--Inner", "End"], titles);
        Assert.Equal(5, PdfFile.Integer(outline["Count"]));
    }

    [Fact]
    public void Generate_WhenBlocksHaveNoWords_LeavesThemOut()
    {
        var file = TestDocuments.Read(c => c.Paragraph("").Paragraph((string?)null).List([""]).Heading(1, "").KeyValues(k => k.Pair("Term", "")).Paragraph("Only"));

        Assert.Equal(["Document", "P"], Types(file));
    }

    [Fact]
    public void Says_WhenNoWords_Throws() => Assert.Throws<ArgumentException>(() => AltText.Says(" "));

    private static IEnumerable<string> Types(PdfFile file) => Nodes(file).Select(n => ((string)n["S"]!)[1..]);

    internal static List<Dictionary<string, object?>> Nodes(PdfFile file)
    {
        List<Dictionary<string, object?>> nodes = [];
        void Visit(object? value)
        {
            if (value is Ref)
            {
                var node = file.Dictionary(value);
                nodes.Add(node);
                file.Array(node["K"]).ForEach(Visit);
            }
        }

        Visit(file.Array(file.Dictionary(file.Catalogue["StructTreeRoot"])["K"])[0]);
        return nodes;
    }

    private static void Walk(PdfFile file, Dictionary<string, object?> parent, object? reference, Dictionary<(int Page, int Mark), int> owners)
    {
        var node = file.Dictionary(reference);
        Assert.Same(parent, file.Dictionary(node["P"]));
        foreach (var kid in file.Array(node["K"]))
        {
            switch (kid)
            {
                case Ref:
                    Walk(file, node, kid, owners);
                    break;
                case double mark:
                    owners.Add((PageIndex(file, node["Pg"]), (int)mark), ((Ref)reference!).Id);
                    break;
                default:
                    var far = file.Dictionary(kid);
                    owners.Add((PageIndex(file, far["Pg"]), PdfFile.Integer(far["MCID"])), ((Ref)reference!).Id);
                    break;
            }
        }
    }

    private static int PageIndex(PdfFile file, object? page) =>
        file.PageRefs.ToList().IndexOf((Ref)page!);
}
