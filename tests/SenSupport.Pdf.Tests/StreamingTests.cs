using SenSupport.Pdf.Tests.Infrastructure;

namespace SenSupport.Pdf.Tests;

/// <summary>Documents of any length: written as they are made, in room and work that do not grow faster than they do.</summary>
public sealed class StreamingTests
{
    [Fact]
    public void Rows_WhenAskedFor_AreMadeAsPagesNeedThem()
    {
        var asked = 0;
        List<int> atWrite = [];
        using var output = new Watched(() => atWrite.Add(asked));
        TestDocuments.Of(c => c.Table(t => t.Columns(x => x.Relative(1)).Header("No").Rows(Counted(), (r, i) => r.Cell($"{i}")))).Generate(output);

        IEnumerable<int> Counted()
        {
            for (; asked < 1000; asked++)
            {
                yield return asked;
            }
        }

        Assert.True(atWrite.Count > 15);
        Assert.InRange(atWrite[0], 20, 60);
        Assert.All(atWrite.Zip(atWrite.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 60));
    }

    [Fact]
    public void Rows_WhenWritten_AreForgotten()
    {
        List<WeakReference> made = [];
        var alive = new List<int>();
        TestDocuments.Of(c => c.Table(t => t.Columns(x => x.Relative(1).Relative(2)).Header("No", "Words").Rows(Items(), (r, item) => r.Header(item.Words).Cell(f => f.Paragraph(item.Words))))).Generate(Stream.Null);

        IEnumerable<Item> Items()
        {
            for (var i = 0; i < 4000; i++)
            {
                if (i % 1000 == 999)
                {
                    GC.Collect();
                    alive.Add(made.Count(m => m.IsAlive));
                }

                var item = new Item($"row {i}");
                made.Add(new WeakReference(item));
                yield return item;
            }
        }

        Assert.Equal(4, alive.Count);
        Assert.All(alive, count => Assert.InRange(count, 0, 150));
    }

    [Fact]
    public void Rows_WhenMany_AreTaggedAndReadBackWhole()
    {
        var file = DocumentChecks.Check(TestDocuments.Of(c => c.Heading(1, "Register").Table(t => t
            .Columns(x => x.Relative(1).Relative(1).Relative(1))
            .Header(h => h.Cell("No", rows: 2).Cell("Both", 2)).Header("Left", "Right")
            .Rows(Enumerable.Range(0, 1500), (r, i) => _ = i % 3 == 0 ? r.Cell($"{i}", rows: 3).Cell("l").Cell("r") : r.Cell("l").Cell(f => f.Heading(3, $"h{i}")))
            .Row("last", "row", "here")).Heading(3, "After")).Generate());
        var words = PageText.Whole(file);

        Assert.True(file.Pages.Count > 20);
        Assert.All(Enumerable.Range(0, 500), i => Assert.Contains($"{3 * i}lr", words));
        Assert.EndsWith("lastrowhereAfter", words, StringComparison.Ordinal);
        Assert.Equal(1501 + 2, StructureTests.Nodes(file).Count(n => n["S"] is "/TR"));
    }

    [Fact]
    public void Pages_WhenOneForEachItem_AreComposedOneByOne()
    {
        var composed = 0;
        List<int> atWrite = [];
        using var output = new Watched(() => atWrite.Add(composed));
        Document.Create(d => d.Info(TestDocuments.Info).Pages(Enumerable.Range(0, 150), (p, i) =>
        {
            composed++;
            p.NumberFromOne().Content(c => c.Heading(1, $"Plan {i}").PageBreak().Paragraph("second")).Footer(f => f.PageNumber());
        })).Generate(output);
        var file = DocumentChecks.Check(output.ToArray());

        Assert.Equal(1, atWrite[0]);
        Assert.All(Enumerable.Range(0, 300), i => Assert.Equal(i / 2 + 1, atWrite[i]));
        Assert.Equal(300, file.Pages.Count);
        Assert.All([0, 1, 298, 299], page => Assert.Equal($"{(page % 2) + 1} of 2", string.Concat(PageText.Read(file, page).Where(t => t.Artifact == "/Footer").Select(t => t.Text))));
    }

    [Fact]
    public async Task GenerateAsync_WhenTheStreamRefusesToBlock_GivesTheSameBytes()
    {
        var document = TestDocuments.Of(TestDocuments.Everything);
        await using var output = new OnlyAsync();
        await document.GenerateAsync(output);

        Assert.Equal(document.Generate(), output.ToArray());
        Assert.True(output.Writes > 3);
    }

    [Fact]
    public async Task GenerateAsync_WhenCancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        var asked = 0;
        var document = TestDocuments.Of(c => c.Table(t => t.Columns(x => x.Relative(1)).Rows(Enumerable.Range(0, 100000), (r, i) =>
        {
            if (++asked == 200)
            {
                cancel.Cancel();
            }

            r.Cell($"{i}");
        })));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => document.GenerateAsync(Stream.Null, cancel.Token));
        Assert.InRange(asked, 200, 260);
    }

    public static TheoryData<string> Growing => [.. Sizes.Keys];

    /// <summary>Contents of a size, with the sizes to compare; each is laid out in work that grows with the size alone.</summary>
    private static Dictionary<string, (int Small, Action<Flow, int> Compose)> Sizes { get; } = new()
    {
        ["paragraphs"] = (300, (c, n) => Repeat(n, i => c.Paragraph($"words {i}"))),
        ["rows"] = (300, (c, n) => c.Table(t => t.Columns(x => x.Relative(1)).Rows(Enumerable.Range(0, n), (r, i) => r.Cell($"{i}")))),
        ["a cell of many pages"] = (400, (c, n) => c.Paragraph("x").Table(t => t.Columns(x => x.Relative(1)).Row(r => r.Cell(f => Repeat(n, i => f.Paragraph($"words {i}")))))),
        ["targets kept together"] = (150, (c, n) => Repeat(n, i => c.KeepTogether(k => k.Box(new BoxLook { PaddingX = 9, Border = "#d5d9d3" }, b => b.Heading(4, $"Target {i}").KeyValues(v => v.Pair("Now", "words").Pair("Then", "words")))))),
        ["headings alone"] = (300, (c, n) => Repeat(n, i => c.Heading(2, $"{i}"))),
        ["tables within tables"] = (4, Nested),
        ["kept within kept"] = (12, Kept),
        ["rows tied together"] = (100, (c, n) => c.Table(t => t.Columns(x => x.Relative(1).Relative(1)).Row(r => r.Cell("tied", rows: n).Cell("0")).Rows(Enumerable.Range(1, n - 1), (r, i) => r.Cell($"{i}")))),
    };

    [Theory]
    [MemberData(nameof(Growing))]
    public void Generate_WhenTwiceAsLarge_TakesTwiceTheWork(string name)
    {
        var (small, compose) = Sizes[name];
        var (once, twice) = (Work(c => compose(c, small)), Work(c => compose(c, 2 * small)));

        // Tables and boxes within each other have each level tried once more than the one around it.
        var most = name.Contains("within", StringComparison.Ordinal) || name.Contains("tied", StringComparison.Ordinal) ? 4.5 : 2.2;
        Assert.InRange(twice, once, (once * most) + 20);
    }

    [Fact]
    public void Generate_WhenTablesAreDeepWithinTables_IsNoExplosion() => Assert.InRange(Work(c => Nested(c, 14)), 14, 20_000);

    [Fact]
    public void Generate_WhenThreeHundredTargets_KeepsEachWhole()
    {
        var file = DocumentChecks.Check(TestDocuments.Of(c => Repeat(300, i => c.KeepTogether(k => k.Box(new BoxLook { PaddingX = 9, PaddingY = 6, Border = "#d5d9d3" }, b => b
            .Heading(4, $"Target {i}").KeyValues(v => v.Pair("Success looks like", $"criterion {i}")))))).Generate());

        for (var page = 0; page < file.Pages.Count; page++)
        {
            var pieces = PageText.Read(file, page).Where(p => p.Mark is not null).Select(p => p.Text).ToList();
            Assert.Equal(pieces.Where(p => p.StartsWith("Target", StringComparison.Ordinal)).Select(p => p[7..]), pieces.Where(p => p.StartsWith("criterion", StringComparison.Ordinal)).Select(p => p[10..]));
        }

        Assert.Equal(300, StructureTests.Nodes(file).Count(n => n["S"] is "/L"));
    }

    private static void Nested(Flow flow, int depth)
    {
        if (depth == 0)
        {
            Repeat(70, i => flow.Paragraph($"inside {i}"));
            return;
        }

        flow.Paragraph("above").Table(t => t.Columns(x => x.Relative(1)).Padding(1, 1).Row(r => r.Cell(f => Nested(f, depth - 1))));
    }

    private static void Kept(Flow flow, int depth)
    {
        if (depth > 0)
        {
            flow.Paragraph("words\nwords\nwords").KeepTogether(f => Kept(f, depth - 1)).Paragraph("words\nwords\nwords");
        }
    }

    private static void Repeat(int count, Action<int> add)
    {
        for (var i = 0; i < count; i++)
        {
            add(i);
        }
    }

    private static long Work(Action<Flow> compose)
    {
        using var maker = new DocumentMaker(d => d.Info(TestDocuments.Info).Page(p => p.Content(compose)));
        foreach (var _ in maker.Make())
        {
            maker.Flushed();
        }

        return maker.Attempts;
    }

    private sealed record Item(string Words);

    private sealed class Watched(Action written) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            written();
            base.Write(buffer);
        }
    }

    private sealed class OnlyAsync : MemoryStream
    {
        private readonly MemoryStream _kept = new();

        public int Writes { get; private set; }

        public override byte[] ToArray() => _kept.ToArray();

        public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException("Synchronous");

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Synchronous");

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Writes++;
            _kept.Write(buffer.Span);
        }
    }
}
