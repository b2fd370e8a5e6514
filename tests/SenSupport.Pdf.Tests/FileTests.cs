namespace SenSupport.Pdf.Tests;

/// <summary>The file itself: whole, repeatable, small.</summary>
public sealed class FileTests
{
    [Fact]
    public void Generate_WhenReadBack_HoldsEveryObjectWhereTheTableSays()
    {
        var file = TestDocuments.Read(TestDocuments.Everything);

        Assert.All(file.Ids, id => Assert.NotNull(file.Resolve(new Ref(id))));
    }

    [Fact]
    public void Generate_WhenTwice_GivesTheSameBytes()
    {
        var document = TestDocuments.Of(TestDocuments.Everything);

        Assert.Equal(document.Generate(), document.Generate());
    }

    [Fact]
    public void Generate_WhenContentDiffers_GivesAnotherIdentifier()
    {
        var first = TestDocuments.Read(c => c.Paragraph("one"));
        var second = TestDocuments.Read(c => c.Paragraph("two"));

        Assert.NotEqual(Assert.IsType<byte[]>(first.Array(first.Trailer["ID"])[0]), Assert.IsType<byte[]>(second.Array(second.Trailer["ID"])[0]));
    }

    [Fact]
    public async Task Generate_WhenFromManyThreads_GivesTheSameBytes()
    {
        var document = TestDocuments.Of(TestDocuments.Everything);
        var expected = document.Generate();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(document.Generate)));

        Assert.All(made, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void Generate_WhenWrittenToAStream_GivesTheSameBytes()
    {
        var document = TestDocuments.Of(TestDocuments.Everything);
        using var stream = new MemoryStream();
        document.Generate(stream);

        Assert.Equal(document.Generate(), stream.ToArray());
    }

    [Fact]
    public void Generate_WhenNoInfo_SaysWhatIsMissing() =>
        Assert.Contains("Info", Assert.Throws<InvalidOperationException>(Document.Create(d => d.Page(p => p.Content(c => c.Paragraph("x")))).Generate).Message);

    [Fact]
    public void Generate_WhenEmpty_HasOnePage() => Assert.Single(TestDocuments.Read(_ => { }).Pages);

    [Fact]
    public void Generate_WhenDatesGiven_WritesThemAsUtc()
    {
        var file = TestDocuments.Read(c => c.Paragraph("x"));

        Assert.Equal("D:20270303093000Z", PdfFile.Text(file.Dictionary(file.Trailer["Info"])["CreationDate"]));
    }

    [Fact]
    public void Hex_WhenNotAColour_Throws() => Assert.Throws<FormatException>(() => Colour.Hex("green"));

    [Fact]
    public void Hex_WhenShort_DoublesEachDigit() => Assert.Equal(new Colour(0x11, 0xaa, 0xff), Colour.Hex("#1af"));

    [Theory]
    [InlineData("M0 0 X")]
    [InlineData("10 10")]
    [InlineData("M0 0 L1")]
    public void Path_WhenUnreadable_Throws(string path)
    {
        var document = TestDocuments.Of(c => c.Drawing(10, 10, AltText.Decorative, d => d.Path(path, Paint.Fill("#000"))));

        Assert.Throws<FormatException>(document.Generate);
    }

    [Fact]
    public void Path_WhenEveryCommand_EndsWhereItShould()
    {
        var file = TestDocuments.Read(c => c.Drawing(24, 24, AltText.Says("Mark"), d => d.Path("M2 2l4,0h2v2H4V3C1 1 2 2 3 3s1-1 2 0q1 1 2 0t2 0a2 2 0 1 1 4 0A1.5.5 30 01 9 9z", Paint.Fill("#000"))));
        var content = System.Text.Encoding.ASCII.GetString(file.Stream(file.Pages[0]["Contents"]).Content);

        Assert.Contains(" 9 9 c\nh\nf\n", content);
        Assert.DoesNotContain("NaN", content);
    }
}
