using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using SenSupport.Pdf.Tests.Infrastructure;

namespace SenSupport.Pdf.Tests;

/// <summary>What holds for any tree of elements, new ones in every run; a failure names the smallest tree that shows it.</summary>
public sealed partial class AnyTreeProperties
{
    private const int Kinds = 22;

    private static Gen<Tree> AnyTree(int depth) =>
        from kind in Gen.Choose(0, depth > 0 ? Kinds - 1 : 8)
        from size in Gen.Choose(0, 40)
        from count in Gen.Choose(0, depth > 0 ? 4 : 0)
        from inner in Gen.ArrayOf(depth > 0 ? AnyTree(depth - 1) : Gen.Constant<Tree>(null!), count)
        select new Tree(kind, size, inner);

    private static Arbitrary<Tree[]> Trees(int depth) => Arb.From(
        from count in Gen.Choose(1, 10)
        from trees in Gen.ArrayOf(AnyTree(depth), count)
        select trees,
        Smaller);

    [Fact]
    public void Generate_WhenAnyTree_KeepsEveryWordAndEveryRule() => ForAll(150, 3, (trees, style) =>
    {
        var composed = new Composed(trees);
        var document = TestDocuments.Of(composed.Compose, style);
        var bytes = document.Generate();
        var file = DocumentChecks.Check(bytes);
        var parents = file.Tree(file.Dictionary(file.Catalogue["StructTreeRoot"])["ParentTree"], "Nums");
        List<(object? Owner, string Text)> pieces = [];
        for (var page = 0; page < file.Pages.Count; page++)
        {
            var owners = file.Array(parents[PdfFile.Integer(file.Pages[page]["StructParents"])].Value);
            pieces.AddRange(PageText.Read(file, page).Where(p => p.Mark is not null).Select(p => (owners[p.Mark!.Value], p.Text)));
        }

        var words = pieces.GroupBy(p => p.Owner).SelectMany(g => Word().Matches(string.Concat(g.Select(p => p.Text)))).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(0, composed.Words), words.Order());
        Assert.Equal(bytes, document.Generate());
    });

    [Fact]
    public void Generate_WhenAnyTree_PutsNothingOverAnotherAndNothingOffThePage() => ForAll(40, 2, (trees, _) =>
    {
        var bytes = TestDocuments.Of(new Composed(trees).Compose).Generate();
        var boxes = DebianTools.With(bytes, file => DebianTools.PdfToText("-bbox", "-enc", "UTF-8", file, "-"));
        foreach (var page in XDocument.Parse(boxes[boxes.IndexOf("<html", StringComparison.Ordinal)..(boxes.IndexOf("</html>", StringComparison.Ordinal) + 7)]).Descendants().Where(e => e.Name.LocalName == "page"))
        {
            // A box is as high as the font's tallest letters; letters themselves stand in its middle.
            var words = page.Elements().Select(w => (Text: w.Value, Left: Of(w, "xMin") + 0.5, Top: (Of(w, "yMin") * 0.65) + (Of(w, "yMax") * 0.35), Right: Of(w, "xMax") - 0.5, Bottom: (Of(w, "yMin") * 0.35) + (Of(w, "yMax") * 0.65))).ToList();
            Assert.All(words, w => Assert.True(w.Left > 40 && w.Right < 556 && w.Top > 40 && w.Bottom < 802, $"'{w.Text}' stands off the page."));
            for (var i = 0; i < words.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var (a, b) = (words[i], words[j]);
                    Assert.False(a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom, $"'{a.Text}' stands over '{b.Text}'.");
                }
            }
        }

        static double Of(XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    });

    private static void ForAll(int count, int depth, Action<Tree[], DocumentStyle> check)
    {
        var tried = 0;
        DocumentStyle[] styles = [new(), new() { Scale = 1.6, OneColumn = true }, new() { LetterSpacing = 0.05, WordSpacing = 0.1, PageBackground = "#fdf6e3" }];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(Trees(depth), trees => check(trees, styles[tried++ % styles.Length])));
    }

    private static IEnumerable<Tree[]> Smaller(Tree[] trees)
    {
        for (var i = 0; i < trees.Length; i++)
        {
            yield return [.. trees.Where((_, n) => n != i)];
            if (trees[i].Inner.Length > 0)
            {
                yield return [.. trees[..i], .. trees[i].Inner, .. trees[(i + 1)..]];
                foreach (var inner in Smaller(trees[i].Inner))
                {
                    yield return [.. trees[..i], trees[i] with { Inner = inner }, .. trees[(i + 1)..]];
                }
            }

            if (trees[i].Size > 0)
            {
                yield return [.. trees[..i], trees[i] with { Size = trees[i].Size / 2 }, .. trees[(i + 1)..]];
            }
        }
    }

    [GeneratedRegex("w([0-9]+);")]
    private static partial Regex Word();

    /// <summary>A block: what it is, how much it holds, and what is in it.</summary>
    private sealed record Tree(int Kind, int Size, Tree[] Inner)
    {
        public override string ToString() => $"({Kind} {Size}{string.Concat(Inner.Select(i => " " + i))})";
    }

    /// <summary>Composes trees so that every word occurs once.</summary>
    private sealed class Composed(Tree[] trees)
    {
        private int _fields;

        public int Words { get; private set; }

        public void Compose(Flow flow)
        {
            (Words, _fields) = (0, 0);
            Add(flow, trees);
        }

        private void Add(Flow flow, Tree[] inner) => Array.ForEach(inner, tree => Add(flow, tree));

        private void Add(Flow flow, Tree tree)
        {
            var (size, inner) = (tree.Size, tree.Inner);
            void Inside(Flow f) => Add(f, inner);
            _ = tree.Kind switch
            {
                0 => flow.Heading((size % 6) + 1, Text(size % 7)),
                1 => flow.Paragraph(Text(size * 12)),
                2 => flow.Paragraph(t =>
                {
                    t.Span(Text(size)).Link("https://example.org/offer");
                    t.Span(" " + Text(3)).Language("pl");
                    t.TickBox("Agreed", size % 2 == 0, size % 3 == 0 ? $"f{_fields++}" : null);
                    t.Span(" " + Text(2)).Bold().Underline();
                }),
                3 => flow.List([Text(size), Text(3), Text(1)]),
                4 => flow.KeyValues(k => k.Pair(Text(2), Text(size + 1))),
                5 => flow.Space(size * 4).EnsureSpace(size * 5),
                6 => flow.PageBreak(),
                7 => flow.Drawing(40, 20, AltText.Says("Mark"), d => d.Rectangle(0, 0, 40, 20, Paint.Fill("#000"))),
                8 => flow.Bookmark(1, "Here").Rule(),
                9 => flow.KeepTogether(Inside),
                10 => flow.Callout("#1f66b8", "#e6eff9", Inside),
                11 => flow.Row(r => r.Relative(1, Inside).Fixed(130, f => f.Paragraph(Text(size)))),
                12 => flow.NumberedList(l => l.ItemOf(Inside).Item(Text(size))),
                13 => flow.Padding(size / 4.0, size / 3.0, Inside),
                14 => flow.Border("#000", Inside),
                15 => flow.Background("#eee", Inside),
                16 => flow.AlignX((TextAlign)(size % 3), 300, Inside),
                17 => flow.Language("cy", Inside),
                18 => flow.ShowOnce(Inside),
                19 => flow.Table(t => t.Columns(c => c.Relative(2).Relative(1)).Rows(Enumerable.Range(0, size), (r, i) => _ = i == size / 2 / 2 * 2 ? r.Cell(Inside).Cell(Text(2), rows: 2) : i % 2 == 0 ? r.Header(Text(2)).Cell(Text(5), rows: 2) : r.Header(Text(2)))),
                20 => flow.Table(t =>
                {
                    t.Columns(c => c.Relative(2).Fixed(90).Relative(1));
                    t.Row(r => r.Header(Text(2), rows: (size % 5) + 1).Cell(Inside, 2));
                    for (var i = 0; i < size / 3; i++)
                    {
                        t.Row(r => r.Cell(Text(size), rows: 2 - (i % 2)));
                    }
                }),
                _ => flow.Column(Inside),
            };
        }

        private string Text(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"w{Words++};"));
    }
}
