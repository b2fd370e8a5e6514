using System.Globalization;

namespace SenSupport.Pdf.Tests;

/// <summary>Pictures: what is kept of them, where they stand, and what is said of them.</summary>
public sealed class ImageTests
{
    private static AltText Words { get; } = AltText.Says("Logo of Hollin Beck Primary");

    public static TheoryData<byte, byte, bool, byte> Kinds
    {
        get
        {
            var kinds = new TheoryData<byte, byte, bool, byte>();
            foreach (var (colour, depths) in new (byte, byte[])[] { (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]) })
            {
                foreach (var depth in depths)
                {
                    for (byte filter = 0; filter < 5; filter++)
                    {
                        kinds.Add(colour, depth, false, filter);
                        kinds.Add(colour, depth, true, filter);
                    }
                }
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_WhenAPngOfAnyKind_KeepsEverySample(byte colour, byte depth, bool interlaced, byte filter)
    {
        const int width = 11, height = 9;
        var parts = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var random = new Random(20270303);
        int[] samples = [.. Enumerable.Range(0, width * height * parts).Select(_ => random.Next(1 << depth))];
        var palette = new byte[3 << Math.Min((int)depth, 8)];
        random.NextBytes(palette);
        var png = TestImages.Png(width, height, colour, depth, samples, interlaced, filter, colour == 3 ? [TestImages.Chunk("PLTE", palette)] : []);

        var (image, mask) = Shown(png);

        byte Eight(int sample) => (byte)(depth == 16 ? sample >> 8 : sample * 255 / ((1 << depth) - 1));
        byte[] expected = colour switch
        {
            3 => [.. samples.SelectMany(sample => palette.AsSpan(sample * 3, 3).ToArray())],
            4 or 6 => [.. samples.Where((_, i) => i % parts != parts - 1).Select(Eight)],
            _ => [.. samples.Select(Eight)],
        };
        Assert.Equal(expected, image.Content);
        Assert.Equal(colour is 0 or 4 ? "/DeviceGray" : "/DeviceRGB", image.Entries["ColorSpace"]);
        Assert.Equal((width, height, 8), (PdfFile.Integer(image.Entries["Width"]), PdfFile.Integer(image.Entries["Height"]), PdfFile.Integer(image.Entries["BitsPerComponent"])));
        Assert.Equal(colour is 4 or 6 ? samples.Where((_, i) => i % parts == parts - 1).Select(Eight) : null, mask?.Content);
    }

    public static TheoryData<byte, byte, int[], byte[], byte[]> KeyColours => new()
    {
        { 0, 8, [5, 6], [0, 5], [0, 255] },
        { 0, 16, [0x0501, 0x0502], [5, 2], [255, 0] },
        { 0, 1, [0, 1], [0, 1], [255, 0] },
        { 2, 8, [1, 2, 3, 1, 2, 4], [0, 1, 0, 2, 0, 3], [0, 255] },
        { 3, 8, [1, 0], [40], [255, 40] },
    };

    [Theory]
    [MemberData(nameof(KeyColours))]
    public void Read_WhenAPngNamesWhatIsClear_MasksIt(byte colour, byte depth, int[] samples, byte[] transparency, byte[] expected)
    {
        byte[][] chunks = colour == 3 ? [TestImages.Chunk("PLTE", new byte[6]), TestImages.Chunk("tRNS", transparency)] : [TestImages.Chunk("tRNS", transparency)];

        Assert.Equal(expected, Shown(TestImages.Png(2, 1, colour, depth, samples, false, 0, chunks)).Mask?.Content);
    }

    [Fact]
    public void Read_WhenNothingShowsThrough_WritesNoMask() => Assert.Null(Shown(TestImages.Png(2, 1, 4, 8, [10, 255, 20, 255])).Mask);

    [Theory]
    [InlineData(1, "/DeviceGray")]
    [InlineData(3, "/DeviceRGB")]
    [InlineData(4, "/DeviceCMYK")]
    public void Read_WhenAJpeg_KeepsTheFileAsItIs(byte parts, string space)
    {
        var file = TestImages.Jpeg(40, 20, parts);

        var (image, mask) = Shown(file);

        Assert.Equal(file, image.Content);
        Assert.Equal("/DCTDecode", image.Entries["Filter"]);
        Assert.Equal(space, image.Entries["ColorSpace"]);
        Assert.False(image.Entries.ContainsKey("Decode"));
        Assert.Null(mask);
    }

    [Fact]
    public void Read_WhenAdobeWroteFourInks_SaysThatTheyAreOpposites()
    {
        byte[] adobe = TestImages.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2]);

        Assert.Equal(8, ((List<object?>)Shown(TestImages.Jpeg(40, 20, 4, segments: [adobe])).Image.Entries["Decode"]!).Count);
        Assert.False(Shown(TestImages.Jpeg(40, 20, 3, segments: [adobe])).Image.Entries.ContainsKey("Decode"));
    }

    // Where the stored picture's top left, top right and bottom left corners stand when it is shown; (0, 0) is bottom left.
    [Theory]
    [InlineData(1, "0 1", "1 1", "0 0")]
    [InlineData(2, "1 1", "0 1", "1 0")]
    [InlineData(3, "1 0", "0 0", "1 1")]
    [InlineData(4, "0 0", "1 0", "0 1")]
    [InlineData(5, "0 1", "0 0", "1 1")]
    [InlineData(6, "1 1", "1 0", "0 1")]
    [InlineData(7, "1 0", "1 1", "0 0")]
    [InlineData(8, "0 0", "0 1", "1 0")]
    public void Read_WhenACameraNotedWhichWayUp_TurnsIt(byte orientation, string topLeft, string topRight, string bottomLeft)
    {
        foreach (var little in new[] { false, true })
        {
            var image = Image.Read(TestImages.Jpeg(40, 20, segments: [TestImages.Turned(orientation, little)]));
            var upright = orientation < 5;
            Assert.Equal(upright ? (40, 20) : (20, 40), (image.Width, image.Height));

            var file = TestDocuments.Read(c => c.Image(image, Words, 60));
            var matrix = Assert.Single(Places(file, 0)).Matrix;
            var (width, height) = upright ? (60.0, 30.0) : (60.0, 120.0);
            var (left, bottom) = (Math.Min(matrix[4], matrix[4] + matrix[0] + matrix[2]), Math.Min(matrix[5], matrix[5] + matrix[1] + matrix[3]));
            string Corner(double u, double v) => string.Create(CultureInfo.InvariantCulture,
                $"{((matrix[0] * u) + (matrix[2] * v) + matrix[4] - left) / width:0.##} {((matrix[1] * u) + (matrix[3] * v) + matrix[5] - bottom) / height:0.##}");
            Assert.Equal((topLeft, topRight, bottomLeft), (Corner(0, 1), Corner(1, 1), Corner(0, 0)));
        }
    }

    [Theory]
    [InlineData(null, null, 493.276, 164.425)]
    [InlineData(60.0, null, 60, 20)]
    [InlineData(null, 20.0, 60, 20)]
    [InlineData(60.0, 10.0, 30, 10)]
    [InlineData(900.0, 900.0, 493.276, 164.425)]
    public void Image_WhenBounded_KeepsItsProportions(double? mostWidth, double? mostHeight, double width, double height)
    {
        var file = TestDocuments.Read(c => c.Image(Image.Read(TestImages.Grey()), Words, mostWidth, mostHeight));

        var matrix = Assert.Single(Places(file, 0)).Matrix;
        Assert.Equal((width, height), (matrix[0], matrix[3]));
    }

    [Fact]
    public void Image_WhenTheDocumentIsEnlarged_GrowsWithIt()
    {
        var file = TestDocuments.Read(c => c.Image(Image.Read(TestImages.Grey()), Words, 60), new DocumentStyle { Scale = 1.5 });

        Assert.Equal(90, Assert.Single(Places(file, 0)).Matrix[0]);
    }

    [Theory]
    [InlineData(TextAlign.Left, 51)]
    [InlineData(TextAlign.Centre, 267.5)]
    [InlineData(TextAlign.Right, 484)]
    public void Image_WhenAligned_StandsThere(TextAlign align, double left)
    {
        var file = TestDocuments.Read(c => c.DefaultText(align: align).Image(Image.Read(TestImages.Grey()), Words, 60));

        Assert.Equal(left, Assert.Single(Places(file, 0)).Matrix[4], 0.51);
    }

    [Fact]
    public void Image_WhenTooTallForWhatIsLeft_MovesOnWholeAndFitsAnyPage()
    {
        var tall = Image.Read(TestImages.Grey(10, 100));
        var file = TestDocuments.Read(c => c.Paragraph("Above").Image(tall, Words));

        Assert.Equal(2, file.Pages.Count);
        Assert.Empty(Places(file, 0));
        var matrix = Assert.Single(Places(file, 1)).Matrix;
        Assert.Equal(10, matrix[3] / matrix[0], 0.01);
        Assert.True(matrix[5] > 40 && matrix[5] + matrix[3] < 842 - 42);
    }

    [Fact]
    public void Image_WhenItHasWords_IsAFigureWhereItStands()
    {
        var file = TestDocuments.Read(c => c.Paragraph("Above").Image(Image.Read(TestImages.Grey()), Words, 60));

        var figure = Assert.Single(StructureTests.Nodes(file), node => Equals(node["S"], "/Figure"));
        Assert.Equal("Logo of Hollin Beck Primary", PdfFile.Text(figure["Alt"]));
        var box = file.Array(file.Dictionary(figure["A"])["BBox"]).Cast<double>().ToList();
        var (mark, _, matrix) = Assert.Single(Places(file, 0));
        Assert.Equal(PdfFile.Integer(Assert.Single(file.Array(figure["K"]))), mark);
        Assert.Equal(matrix[4], box[0], 0.01);
        Assert.Equal(matrix[5], box[1], 0.01);
        Assert.Equal(60, box[2] - box[0], 0.01);
        Assert.Equal(20, box[3] - box[1], 0.01);
    }

    [Fact]
    public void Image_WhenDecoration_IsNotReadOut()
    {
        var file = TestDocuments.Read(c => c.Paragraph("Above").Image(Image.Read(TestImages.Grey()), AltText.Decorative, 60));

        Assert.DoesNotContain(StructureTests.Nodes(file), node => Equals(node["S"], "/Figure"));
        Assert.Null(Assert.Single(Places(file, 0)).Mark);
    }

    [Fact]
    public void Image_WhenShownOften_IsKeptOnce()
    {
        var document = Document.Create(d => d.Info(TestDocuments.Info).Page(p => p
            .Header(h => h.Image(Image.Read(TestImages.Grey()), Words, 60))
            .Content(c => c.Image(Image.Read(TestImages.Grey()), Words, 60).PageBreak().Image(Image.Read(TestImages.Grey(30, 12)), Words, 60))));
        var file = new PdfFile(document.Generate());

        Assert.Equal(2, file.Ids.Count(id => file.Resolve(new Ref(id)) is PdfStream { Entries: var entries } && Equals(entries.GetValueOrDefault("Subtype"), "/Image")));
        Assert.Equal(["/Im1", "/Im1"], Places(file, 0).Select(place => place.Name));
        Assert.Equal(["/Im1", "/Im2"], Places(file, 1).Select(place => place.Name));
        Assert.Equal(2, StructureTests.Nodes(file).Count(node => Equals(node["S"], "/Figure")));
        Assert.Equal(document.Generate(), document.Generate());
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "nothing", [] },
        { "a text", [.. "<svg/>"u8] },
        { "a palette that is missing", TestImages.Png(2, 1, 3, 8, [0, 1]) },
        { "a colour beyond the palette", TestImages.Png(2, 1, 3, 8, [0, 1], false, 0, TestImages.Chunk("PLTE", 1, 2, 3)) },
        { "a filter that is none", TestImages.Png(2, 1, 0, 8, [0, 1], false, 5) },
        { "a PNG too large", TestImages.Png(1, 1, 0, 8, [0]).Select((value, i) => i is 17 or 21 ? (byte)1 : value).ToArray() },
        { "a JPEG of twelve bits", TestImages.Jpeg(4, 4, precision: 12) },
        { "a JPEG of a kind that PDF does not hold", TestImages.Jpeg(4, 4, frame: 0xC3) },
        { "a JPEG without size", TestImages.Jpeg(0, 4) },
        { "a PNG that moves", TestImages.Png(1, 1, 0, 8, [0], false, 0, TestImages.Chunk("acTL", 0, 0, 0, 2, 0, 0, 0, 0)) },
        { "a PNG of 50 megapixels", TestImages.Png(1, 1, 0, 8, [0]).Select((value, i) => i switch { 18 => (byte)0x1F, 19 => (byte)0x40, 22 => (byte)0x18, 23 => (byte)0x6A, _ => value }).ToArray() },
        { "a JPEG that breaks off", TestImages.Jpeg(40, 20)[..^2] },
        { "a JPEG too large", TestImages.Jpeg(65535, 65535) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhenNoSuchPicture_Throws(string what, byte[] file) => Assert.True(what.Length > 0 && Assert.Throws<FormatException>(() => Image.Read(file)).Message.Length > 0);

    [Theory]
    [InlineData("GIF89a..........", "GIF")]
    [InlineData("RIFF....WEBPVP8 ", "WebP")]
    [InlineData("....ftypheic....", "HEIF")]
    public void Read_WhenAnotherKind_SaysWhichAndWhatToDo(string file, string kind)
    {
        var said = Assert.Throws<FormatException>(() => Image.Read(System.Text.Encoding.ASCII.GetBytes(file))).Message;

        Assert.Contains(kind, said);
        Assert.Contains("save it as JPEG or PNG", said);
    }

    [Fact]
    public void Read_WhenCutOffOrChangedAnywhere_ReadsOrThrowsFormatException()
    {
        var random = new Random(4);
        foreach (var whole in new[] { TestImages.Png(9, 9, 6, 8, [.. Enumerable.Range(0, 324).Select(i => i % 256)], true, 4), TestImages.Jpeg(40, 20, segments: [TestImages.Turned(6)]) })
        {
            for (var length = 0; length < whole.Length - 4; length++)
            {
                Assert.True(Record.Exception(() => Image.Read(whole.AsSpan(0, length))) is null or FormatException);
            }

            for (var i = 0; i < 3000; i++)
            {
                var changed = whole.ToArray();
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
                Assert.True(Record.Exception(() => Image.Read(changed)) is null or FormatException);
            }
        }
    }

    private static (PdfStream Image, PdfStream? Mask) Shown(byte[] picture)
    {
        var file = TestDocuments.Read(c => c.Image(Image.Read(picture), Words));
        var image = file.Stream(file.Dictionary(file.Dictionary(file.Pages[0]["Resources"])["XObject"])["Im1"]);
        return (image, image.Entries.TryGetValue("SMask", out var mask) ? file.Stream(mask) : null);
    }

    // Each picture shown on a page: the mark it stands under (none in an artifact), its name, and the matrix that places it.
    private static List<(int? Mark, string Name, double[] Matrix)> Places(PdfFile file, int page)
    {
        var tokens = new PdfTokens(file.Stream(file.Pages[page]["Contents"]).Content, 0);
        List<(int? Mark, string Name, double[] Matrix)> places = [];
        List<object?> operands = [];
        int? mark = null;
        double[] matrix = [];
        while (!tokens.AtEnd)
        {
            var token = tokens.Next();
            if (token is not string { Length: > 0 } word || word[0] == '/')
            {
                operands.Add(token);
                continue;
            }

            switch (word)
            {
                case "BMC" or "BDC":
                    mark = operands.Count > 1 && operands[1] is Dictionary<string, object?> properties && properties.TryGetValue("MCID", out var id) ? PdfFile.Integer(id) : null;
                    break;
                case "cm":
                    matrix = [.. operands.Cast<double>()];
                    break;
                case "Do" when ((string)operands[0]!).StartsWith("/Im", StringComparison.Ordinal):
                    places.Add((mark, (string)operands[0]!, matrix));
                    break;
            }

            operands.Clear();
        }

        return places;
    }
}
