using SenSupport.Pdf.Tests.Infrastructure;

namespace SenSupport.Pdf.Tests;

/// <summary>Documents as programs read them that share no code with the library.</summary>
public sealed class IndependentReaderTests
{
    public static TheoryData<string> Documents => [.. Made.Keys];

    private static Dictionary<string, Func<Document>> Made { get; } = new()
    {
        ["everything"] = () => TestDocuments.Of(TestDocuments.Everything),
        ["empty"] = () => TestDocuments.Of(_ => { }),
        ["spans"] = () => TestDocuments.Of(ComposerTests.Spanning),
        ["links and boxes"] = () => TestDocuments.Of(c => c.Paragraph(t => t.Span("Offer").Link("https://example.org")).TickBox("Agreed", field: "agreed").Place("a").Paragraph(t => t.Span("a").LinkTo("a"))),
        ["for keeping"] = () => Document.Create(d => d.Info(TestDocuments.Info with { IsForKeeping = true }).Page(p => p.Content(TestDocuments.Everything).Footer(f => f.PageNumber()))),
        ["pictures"] = () => TestDocuments.Of(c => c.Image(Image.Read(TestImages.Png(2, 2, 6, 8, [.. Enumerable.Range(0, 16).Select(i => i * 15)])), AltText.Says("Squares"), 50)),
        ["long"] = () => TestDocuments.Of(c => c.Table(t => t.Columns(x => x.Relative(1).Relative(1)).Header("No", "Words").Rows(Enumerable.Range(0, 4500), (r, i) => r.Cell($"{i}").Cell($"row {i}")))),
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Qpdf_WhenItChecks_FindsNothing(string name)
    {
        var bytes = Made[name]().Generate();
        DocumentChecks.Check(bytes);
        var said = DebianTools.With(bytes, file => DebianTools.Qpdf("--check", file));

        Assert.Contains("No syntax or stream encoding errors found", said);
        Assert.DoesNotContain("WARNING", said);
    }

    [Fact]
    public void PdfToText_WhenItReads_FindsTheWordsInTheirPlaces()
    {
        var text = DebianTools.With(TestDocuments.Of(TestDocuments.Everything).Generate(), file => DebianTools.PdfToText("-layout", "-enc", "UTF-8", file, "-"));

        Assert.Matches("UPN +B801200005001 +Right", text);
        Assert.Matches("What +Minutes +Who", text);
        Assert.All(Enumerable.Range(0, 80), i => Assert.Matches($"Session {i} +20", text));
        Assert.Matches("•\\s+First", text);
        Assert.Matches("1\\.\\s+One", text);
        var pages = text.Count(c => c == '\f');
        Assert.All(Enumerable.Range(1, pages), page => Assert.Contains($"{page} of {pages}", text));
    }

    [Fact]
    public void PdfToText_WhenItFollowsTheTags_ReadsInThatOrder()
    {
        var bytes = TestDocuments.Of(c => c.Heading(1, "Title").Row(r => r.Relative(1, f => f.Paragraph("a1\na2")).Relative(1, f => f.Paragraph("b1\nb2"))).Paragraph("End")).Generate();
        var text = DebianTools.With(bytes, file => DebianTools.PdfToText("-raw", file, "-"));

        Assert.Equal(["Hollin Beck Primary", "Title", "a1", "a2", "b1", "b2", "End", "1 of 1"], text.Split(['\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
    }
}
