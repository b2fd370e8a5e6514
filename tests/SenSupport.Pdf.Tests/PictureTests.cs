using SenSupport.Pdf.Tests.Infrastructure;

namespace SenSupport.Pdf.Tests;

/// <summary>
/// Pages as pictures, compared with those in <c>Pictures</c>. <c>SENSUPPORT_WRITE_PICTURES=1</c> writes those anew: look at them before they are kept.
/// </summary>
public sealed class PictureTests
{
    private const string Variable = "SENSUPPORT_WRITE_PICTURES";
    private const int Block = 8, MostDifference = 24;

    public static TheoryData<string> Pages => [.. Made.Keys];

    private static Dictionary<string, Action<Flow>> Made { get; } = new()
    {
        ["blocks"] = Blocks,
        ["table"] = Table,
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_WhenDrawn_LooksAsBefore(string name)
    {
        var drawn = DebianTools.With(TestDocuments.Of(Made[name]).Generate(), file =>
        {
            DebianTools.PdfToPpm("-r", "60", "-png", "-singlefile", file, file);
            return File.ReadAllBytes(file + ".png");
        });
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllBytes(Path.Combine(Folder(), name + ".png"), drawn);
            return;
        }

        using var kept = typeof(PictureTests).Assembly.GetManifestResourceStream($"Pictures/{name}.png");
        Assert.True(kept is not null, $"There is no picture to compare '{name}' with: run once with {Variable}=1 and look at it.");
        using var copy = new MemoryStream();
        kept.CopyTo(copy);
        var (expected, actual) = (Image.Read(copy.ToArray()), Image.Read(drawn));

        // Fonts are drawn a little differently by each version of the program: blocks of pixels are compared, not pixels.
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        for (var y = 0; y + Block <= expected.Height; y += Block)
        {
            for (var x = 0; x + Block <= expected.Width; x += Block)
            {
                Assert.True(Math.Abs(Mean(expected, x, y) - Mean(actual, x, y)) <= MostDifference, $"'{name}' looks different at {x}, {y}. If it should, run with {Variable}=1 and look at it.");
            }
        }
    }

    internal static void Blocks(Flow c) => c
        .Heading(1, "Blocks")
        .Row(r => r
            .Relative(1, f => f.Border("#16454e", b => b.Padding(10, p => p.Paragraph("Padding and border"))))
            .Relative(1, f => f.Background("#e4eef0", b => b.Padding(10, p => p.Paragraph("On a ground")))))
        .Callout("#ffc83d", "#faf8f4", f => f.Paragraph("What stands out"))
        .AlignX(TextAlign.Right, 160, f => f.Border("#d5d9d3", b => b.Padding(6, p => p.Paragraph("At the right"))))
        .Paragraph(t => { t.Span("A "); t.Span("link to the local offer").Link("https://example.org").Colour("#1f66b8"); t.Span(" in a line."); })
        .TickBox("A box to tick", field: "one").TickBox("A ticked one", ticked: true, field: "two")
        .Svg("<svg viewBox='0 0 120 40'><g fill='#2a7d4f'><rect x='4' y='20' width='20' height='20'/><rect x='34' y='8' width='20' height='32' fill='#ffc83d'/></g><path d='M64 38 L84 14 L104 26 L118 4' fill='none' stroke='#1f66b8' stroke-width='3'/></svg>", AltText.Says("A chart that rises"), 180)
        .List(["First", "Second"]).NumberedList(l => l.Item("One").Item("Two"));

    internal static void Table(Flow c) => c.Heading(1, "A table").Table(t => t
        .Columns(x => x.Relative(2).Relative(1, TextAlign.Right).Relative(2).Relative(1, TextAlign.Right).Relative(2))
        .Header(h => h.Cell("Strand", rows: 2).Cell("Autumn", 2).Cell("Spring", 2))
        .Header("Minutes", "Who", "Minutes", "Who")
        .Row(r => r.Header("Reading", rows: 2).Cell("20").Cell("Mr Okafor").Cell("30").Cell("Mrs Kaur"))
        .Row("10", "Mrs Kaur", "10", "Mr Okafor")
        .Row(r => r.Header("Talking").Cell("No support in autumn", 2, "#f1ece2").Cell("15").Cell("Miss Lee")));

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "Pictures")).FullName;

    private static double Mean(Image image, int x, int y)
    {
        var samples = image.Data.Samples;
        var parts = image.Data.ColourSpace == "DeviceGray" ? 1 : 3;
        var sum = 0L;
        for (var row = y; row < y + Block; row++)
        {
            for (var i = ((row * image.Width) + x) * parts; i < ((row * image.Width) + x + Block) * parts; i++)
            {
                sum += samples[i];
            }
        }

        return sum / (double)(Block * Block * parts);
    }
}
