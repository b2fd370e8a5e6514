using System.Text;
using System.Text.RegularExpressions;

namespace SenSupport.Pdf.Tests.Infrastructure;

/// <summary>
/// What must be true of every file, whatever it holds: that nothing in it is lost or points nowhere, that tags and content belong together both ways, that tags stand where PDF/UA-1 allows
/// them, and that fonts are whole. Written from the standards (ISO 32000-1, ISO 14289-1), not from the library.
/// </summary>
internal sealed partial class DocumentChecks
{
    private static readonly Dictionary<string, string[]> Children = new()
    {
        ["L"] = ["LI"],
        ["LI"] = ["Lbl", "LBody"],
        ["Table"] = ["THead", "TBody", "TR"],
        ["THead"] = ["TR"],
        ["TBody"] = ["TR"],
        ["TR"] = ["TH", "TD"],
    };

    private static readonly string[] Known =
        ["Document", "Div", "P", "Span", "Link", "Form", "Figure", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "H1", "H2", "H3", "H4", "H5", "H6"];

    private readonly PdfFile _file;
    private readonly List<(object? Key, object? Value)> _parents;
    private readonly Dictionary<(Ref Page, int Mark), Ref> _owners = [];
    private readonly Dictionary<Ref, (Ref Owner, Ref Page)> _annotations = [];
    private readonly Dictionary<string, Ref> _named = [];
    private readonly List<int> _headings = [];

    private DocumentChecks(PdfFile file)
    {
        _file = file;
        _parents = file.Tree(Root["ParentTree"], "Nums");
    }

    private Dictionary<string, object?> Root => _file.Dictionary(_file.Catalogue["StructTreeRoot"]);

    /// <summary>Checks a document and returns it, read.</summary>
    public static PdfFile Check(byte[] document)
    {
        var file = new PdfFile(document);
        var checks = new DocumentChecks(file);
        checks.Objects();
        checks.Catalogue();
        checks.Tree();
        checks.Pages();
        checks.Fonts();
        return file;
    }

    private void Objects()
    {
        HashSet<int> reached = [];
        Stack<object?> open = new([_file.Trailer["Root"], _file.Trailer["Info"]]);
        while (open.TryPop(out var value))
        {
            switch (value)
            {
                case Ref reference when reached.Add(reference.Id):
                    Assert.True(_file.Ids.Contains(reference.Id), $"Nothing has the number {reference.Id}.");
                    open.Push(_file.Resolve(reference));
                    break;
                case List<object?> list:
                    list.ForEach(open.Push);
                    break;
                case Dictionary<string, object?> entries:
                    entries.Values.ToList().ForEach(open.Push);
                    break;
                case PdfStream stream:
                    open.Push(stream.Entries);
                    break;
            }
        }

        // Every number has its object, and every object is reached, but for those that pack others and the table itself.
        Assert.Equal(PdfFile.Integer(_file.Trailer["Size"]) - 1, _file.Ids.Count());
        Assert.All(_file.Ids.Where(id => !reached.Contains(id)), id => Assert.True(_file.Dictionary(new Ref(id)).GetValueOrDefault("Type") is "/ObjStm" or "/XRef", $"Nothing refers to {id}."));
        Assert.Equal(2, _file.Array(_file.Trailer["ID"]).Count);
        Assert.False(_file.Trailer.ContainsKey("Encrypt"));
    }

    private void Catalogue()
    {
        var catalogue = _file.Catalogue;
        Assert.Equal(true, _file.Dictionary(catalogue["MarkInfo"])["Marked"]);
        Assert.Equal(true, _file.Dictionary(catalogue["ViewerPreferences"])["DisplayDocTitle"]);
        Assert.Matches(Language(), PdfFile.Text(catalogue["Lang"]));
        var xmp = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(_file.Stream(catalogue["Metadata"]).Content).TrimStart('\uFEFF'));
        System.Xml.Linq.XNamespace ua = "http://www.aiim.org/pdfua/ns/id/", dc = "http://purl.org/dc/elements/1.1/", archive = "http://www.aiim.org/pdfa/ns/id/";
        Assert.Equal("1", Assert.Single(xmp.Descendants(ua + "part")).Value);
        Assert.Equal(PdfFile.Text(_file.Dictionary(_file.Trailer["Info"])["Title"]), Assert.Single(xmp.Descendants(dc + "title")).Value);
        if (catalogue.TryGetValue("OutputIntents", out var intents))
        {
            Assert.Equal(("2", "A"), (Assert.Single(xmp.Descendants(archive + "part")).Value, Assert.Single(xmp.Descendants(archive + "conformance")).Value));
            var intent = _file.Dictionary(Assert.Single(_file.Array(intents)));
            var profile = _file.Stream(intent["DestOutputProfile"]);
            Assert.Equal(3, PdfFile.Integer(profile.Entries["N"]));
            Assert.Equal("acsp", Encoding.ASCII.GetString(profile.Content, 36, 4));
            Assert.Equal(profile.Content.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile.Content));
            Assert.DoesNotContain(_file.Ids, id => _file.Resolve(new Ref(id)) is PdfStream { Entries: var entries } && Equals(entries.GetValueOrDefault("ColorSpace"), "/DeviceCMYK"));
        }
        else
        {
            Assert.Empty(xmp.Descendants(archive + "part"));
        }
    }

    private void Tree()
    {
        foreach (var (key, value) in Root.TryGetValue("IDTree", out var names) ? _file.Tree(names, "Names") : [])
        {
            _named.Add(PdfFile.Text(key), Assert.IsType<Ref>(value));
        }

        Assert.Equal(_named.Keys.Order(StringComparer.Ordinal), _named.Keys);
        var document = Assert.IsType<Ref>(Assert.Single(_file.Array(Root["K"])));
        Visit(document, (Ref)_file.Catalogue["StructTreeRoot"]!, null);
        Assert.Equal("/Document", _file.Dictionary(document)["S"]);

        // The first heading is of level 1 and none is more than one level below the one before (7.4.2).
        foreach (var (before, level) in _headings.Prepend(0).Zip(_headings))
        {
            Assert.InRange(level, 1, before + 1);
        }
    }

    private void Visit(Ref id, Ref parent, string? above)
    {
        var node = _file.Dictionary(id);
        var type = ((string)node["S"]!)[1..];
        Assert.Contains(type, Known);
        Assert.Equal(parent, node["P"]);
        Assert.True(above is null || !Children.TryGetValue(above, out var allowed) || allowed.Contains(type), $"A {type} cannot stand in a {above}.");
        if (Children.Values.Any(c => c.Contains(type)) && !(above is not null && Children.TryGetValue(above, out var here) && here.Contains(type)))
        {
            Assert.Fail($"A {type} cannot stand in a {above}.");
        }

        if (type is ['H', var digit] && char.IsAsciiDigit(digit))
        {
            _headings.Add(digit - '0');
        }

        if (node.TryGetValue("Lang", out var language))
        {
            Assert.Matches(Language(), PdfFile.Text(language));
        }

        if (node.TryGetValue("ID", out var name))
        {
            Assert.Equal(id, _named[PdfFile.Text(name)]);
        }

        if (type == "Figure")
        {
            Assert.NotEqual("", PdfFile.Text(node["Alt"]).Trim());
        }

        foreach (var kid in _file.Array(node["K"]))
        {
            switch (kid)
            {
                case Ref child:
                    Visit(child, id, type);
                    break;
                case double mark:
                    _owners.Add(((Ref)node["Pg"]!, (int)mark), id);
                    break;
                default:
                    var far = _file.Dictionary(kid);
                    if (Equals(far["Type"], "/OBJR"))
                    {
                        _annotations.Add((Ref)far["Obj"]!, (id, (Ref)far["Pg"]!));
                    }
                    else
                    {
                        _owners.Add(((Ref)far["Pg"]!, PdfFile.Integer(far["MCID"])), id);
                    }

                    break;
            }
        }

        if (type == "Table")
        {
            Table(node);
        }
    }

    /// <summary>Every row has the same number of columns, no cell lies over another, headings say what they head (7.5).</summary>
    private void Table(Dictionary<string, object?> table)
    {
        var sections = _file.Array(table["K"]).Select(_file.Dictionary).ToList();
        var width = -1;
        foreach (var rows in sections.Select(s => _file.Array(s["K"]).Select(r => _file.Array(_file.Dictionary(r)["K"]).Select(_file.Dictionary).ToList()).ToList()))
        {
            HashSet<(int Row, int Column)> covered = [];
            for (var row = 0; row < rows.Count; row++)
            {
                var column = 0;
                foreach (var cell in rows[row])
                {
                    var attributes = cell.TryGetValue("A", out var a) ? _file.Dictionary(a) : [];
                    int Of(string key) => attributes.TryGetValue(key, out var value) ? PdfFile.Integer(value) : 1;
                    while (covered.Contains((row, column)))
                    {
                        column++;
                    }

                    for (var y = row; y < row + Of("RowSpan"); y++)
                    {
                        for (var x = column; x < column + Of("ColSpan"); x++)
                        {
                            Assert.True(y < rows.Count, "A cell reaches below its table.");
                            Assert.True(covered.Add((y, x)), "Two cells lie over each other.");
                        }
                    }

                    if (Equals(cell["S"], "/TH"))
                    {
                        Assert.True(attributes.GetValueOrDefault("Scope") is "/Column" or "/Row" or "/Both");
                    }

                    foreach (var heading in attributes.TryGetValue("Headers", out var headers) ? _file.Array(headers) : [])
                    {
                        Assert.Equal("/TH", _file.Dictionary(_named[PdfFile.Text(heading)])["S"]);
                    }
                }
            }

            foreach (var row in covered.GroupBy(c => c.Row))
            {
                width = width < 0 ? row.Count() : width;
                Assert.Equal(width, row.Count());
                Assert.Equal(width - 1, row.Max(c => c.Column));
            }
        }
    }

    private void Pages()
    {
        Assert.Equal(_parents.Select((_, i) => (double)i), _parents.Select(p => (double)p.Key!));
        var marks = 0;
        var annotations = 0;
        for (var i = 0; i < _file.Pages.Count; i++)
        {
            var (page, reference) = (_file.Pages[i], _file.PageRefs[i]);
            Assert.Equal("/S", page["Tabs"]);
            var owners = _file.Array(_parents[PdfFile.Integer(page["StructParents"])].Value);
            var shown = MarksOn(page);
            Assert.Equal(Enumerable.Range(0, owners.Count), shown.Order());
            foreach (var mark in shown)
            {
                Assert.Equal(owners[mark], _owners[(reference, mark)]);
            }

            marks += shown.Count;
            foreach (var annotation in page.TryGetValue("Annots", out var list) ? _file.Array(list) : [])
            {
                Annotation(Assert.IsType<Ref>(annotation), reference, page);
                annotations++;
            }
        }

        Assert.Equal(_owners.Count, marks);
        Assert.Equal(_annotations.Count, annotations);
    }

    private void Annotation(Ref id, Ref page, Dictionary<string, object?> sheet)
    {
        var annotation = _file.Dictionary(id);
        var (owner, on) = _annotations[id];
        Assert.Equal(page, on);
        Assert.Equal(owner, _parents[PdfFile.Integer(annotation["StructParent"])].Value);
        Assert.Equal(4, PdfFile.Integer(annotation["F"]));
        var isLink = Equals(annotation["Subtype"], "/Link");
        Assert.Equal(isLink ? "/Link" : "/Form", _file.Dictionary(owner)["S"]);
        Assert.NotEqual("", PdfFile.Text(annotation[isLink ? "Contents" : "TU"]).Trim());
        var (box, size) = (_file.Array(annotation["Rect"]).Cast<double>().ToList(), _file.Array(sheet["MediaBox"]).Cast<double>().ToList());
        Assert.True(box[0] < box[2] && box[1] < box[3]);
        Assert.True(box[0] >= 0 && box[1] >= 0 && box[0] <= size[2] && box[3] <= size[3]);
        if (isLink && annotation.TryGetValue("Dest", out var name))
        {
            var places = _file.Tree(_file.Dictionary(_file.Catalogue["Names"])["Dests"], "Names");
            Assert.Contains(places, p => PdfFile.Text(p.Key) == PdfFile.Text(name) && _file.PageRefs.Contains((Ref)_file.Array(p.Value)[0]!));
        }
        else if (!isLink)
        {
            Assert.Contains(id, _file.Array(_file.Dictionary(_file.Catalogue["AcroForm"])["Fields"]).Cast<Ref>());
            var states = _file.Dictionary(_file.Dictionary(annotation["AP"])["N"]);
            Assert.Contains(((string)annotation["AS"]!)[1..], states.Keys);
        }
    }

    private List<int> MarksOn(Dictionary<string, object?> page)
    {
        var tokens = new PdfTokens(_file.Stream(page["Contents"]).Content, 0);
        List<int> marks = [];
        object? last = null;
        while (!tokens.AtEnd)
        {
            var token = tokens.Next();
            if (token is "BDC" && last is Dictionary<string, object?> properties && properties.TryGetValue("MCID", out var mark))
            {
                marks.Add(PdfFile.Integer(mark));
            }

            last = token;
        }

        return marks;
    }

    private void Fonts()
    {
        foreach (var reference in _file.Pages.SelectMany(p => _file.Dictionary(p["Resources"]).TryGetValue("Font", out var fonts) ? _file.Dictionary(fonts).Values.AsEnumerable() : []).Distinct())
        {
            var font = _file.Dictionary(reference);
            Assert.Equal(("/Type0", "/Identity-H"), ((string)font["Subtype"]!, (string)font["Encoding"]!));
            var descendant = _file.Dictionary(_file.Array(font["DescendantFonts"])[0]);
            Assert.Equal("/Identity", descendant["CIDToGIDMap"]);
            Assert.Equal(font["BaseFont"], descendant["BaseFont"]);
            var cut = new SubsetReader(_file.Stream(_file.Dictionary(descendant["FontDescriptor"])["FontFile2"]).Content);
            var widths = _file.Array(_file.Array(descendant["W"])[1]);
            for (var i = 0; i < widths.Count; i++)
            {
                Assert.Equal(cut.Advance(i) * 1000.0 / cut.UnitsPerEm, (double)widths[i]!, 0.001);
            }
        }
    }

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$")]
    private static partial Regex Language();
}
