using System.Globalization;
using System.Text.RegularExpressions;

namespace SenSupport.Pdf.Tests;

/// <summary>What must hold for every composition, tried on many made at random from fixed seeds.</summary>
public sealed partial class AnyCompositionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Generate_WhenComposedAtRandom_LosesNothingAndStaysOnThePage(int seed)
    {
        for (var i = 0; i < 20; i++)
        {
            var tree = new RandomTree((seed * 1000) + i);
            var file = TestDocuments.Read(tree.Compose, tree.Style);
            var pieces = OwnedPieces(file).ToList();
            var words = pieces.GroupBy(p => p.Owner)
                .SelectMany(g => Word().Matches(string.Concat(g.Select(p => p.Piece.Text))))
                .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

            Assert.Equal(Enumerable.Range(0, tree.Words), words.Order());
            Assert.All(pieces, p => Assert.InRange(p.Piece.Y, 42, 800));
        }
    }

    /// <summary>All tagged text in order, with the node it belongs to: a long word may be cut over lines, columns and pages.</summary>
    private static IEnumerable<(Ref Owner, TextPiece Piece)> OwnedPieces(PdfFile file)
    {
        var parents = file.Tree(file.Dictionary(file.Catalogue["StructTreeRoot"])["ParentTree"], "Nums");
        for (var page = 0; page < file.Pages.Count; page++)
        {
            var owners = file.Array(parents[page].Value);
            foreach (var piece in PageText.Read(file, page).Where(p => p.Mark is not null))
            {
                yield return ((Ref)owners[piece.Mark!.Value]!, piece);
            }
        }
    }

    [GeneratedRegex("w([0-9]+);")]
    private static partial Regex Word();

    /// <summary>A tree of blocks in which every word occurs once: w0; w1; w2;…</summary>
    private sealed class RandomTree(int seed)
    {
        private readonly Random _random = new(seed);

        public int Words { get; private set; }

        public DocumentStyle Style { get; } = new() { Scale = seed % 3 == 0 ? 1.6 : 1, OneColumn = seed % 2 == 0, LetterSpacing = seed % 5 == 0 ? 0.05 : 0 };

        public void Compose(Flow flow)
        {
            Words = 0;
            Fill(flow, 0, 12);
        }

        private void Fill(Flow flow, int depth, int most)
        {
            for (var i = _random.Next(1, most); i > 0; i--)
            {
                Add(flow, depth);
            }
        }

        private void Add(Flow flow, int depth)
        {
            switch (_random.Next(depth < 3 ? 14 : 7))
            {
                case 0:
                    flow.Heading(_random.Next(1, 7), Text(6));
                    break;
                case 1:
                    flow.Paragraph(Text(600));
                    break;
                case 2:
                    flow.Paragraph(t =>
                    {
                        t.Span(Text(20)).Bold().Size(_random.Next(8, 24));
                        t.Drawing(10, 10, AltText.Decorative, d => d.Circle(5, 5, 5, Paint.Fill("#000")));
                        t.Span(" " + Text(20)).Colour("#1f66b8");
                    });
                    break;
                case 3:
                    flow.List([Text(10), Text(80), Text(3)]);
                    break;
                case 4:
                    flow.KeyValues(k => k.Pair(Text(2), Text(30)).Pair(Text(3), Text(2)));
                    break;
                case 5:
                    flow.Space(_random.Next(200)).EnsureSpace(_random.Next(300));
                    break;
                case 6:
                    flow.PageBreak();
                    break;
                case 7:
                    flow.KeepTogether(f => Fill(f, depth + 1, 5));
                    break;
                case 8:
                    flow.Callout("#1f66b8", "#e6eff9", f => Fill(f, depth + 1, 5));
                    break;
                case 9 or 10:
                    flow.Row(r => r.Relative(1, f => Fill(f, depth + 1, 4)).Fixed(130, f => Fill(f, depth + 1, 3)).Relative(2, f => Fill(f, depth + 1, 4)));
                    break;
                case 11:
                    flow.NumberedList(l => l.ItemOf(f => Fill(f, depth + 1, 4)).Item(Text(5)));
                    break;
                default:
                    flow.Table(t =>
                    {
                        t.Columns(c => c.Relative(2).Fixed(100).Relative(1));
                        t.Row(r => r.Header(Text(3)).Cell(f => Fill(f, depth + 1, 4), 2));
                        for (var i = _random.Next(12); i > 0; i--)
                        {
                            t.Row(Text(30), Text(5), Text(8));
                        }
                    });
                    break;
            }
        }

        private string Text(int most) => string.Join(' ', Enumerable.Range(0, _random.Next(1, most)).Select(_ => $"w{Words++};"));
    }
}
