using System.Text;
using SenSupport.Web.Exchange.Images;
using static SenSupport.Web.Tests.Exchange.Images.Pictures;

namespace SenSupport.Web.Tests.Exchange.Images;

public sealed class ImageFileTests
{
    private const string Secret = "51.5074N Quillfeather";
    private static readonly ImageLimits Limits = new(1024 * 1024, 4000, 10_000_000);

    [Fact]
    public void Read_WhenAPngIsPlain_IsTheSameFile()
    {
        var file = Png();

        var read = ImageFile.Read(file, Limits);

        Assert.Equal(("image/png", 3, 2), (read.ContentType, read.Width, read.Height));
        Assert.Equal(file, read.Bytes);
    }

    [Fact]
    public void Read_WhenAPngCarriesThingsAlong_KeepsOnlyWhatDrawsIt()
    {
        byte[][] kept = [Chunk("gAMA", 0, 0, 0, 1), Chunk("sRGB", 0), Chunk("pHYs", 0, 0, 0, 1, 0, 0, 0, 1, 1), Chunk("tRNS", 0, 1)];
        byte[] secret = Encoding.ASCII.GetBytes(Secret);
        byte[][] given = [Chunk("tEXt", secret), kept[0], Chunk("eXIf", secret), kept[1], Chunk("iTXt", secret), kept[2], kept[3], Chunk("acTL", 0, 0, 0, 2, 0, 0, 0, 0), Chunk("prVt", secret)];

        var read = ImageFile.Read(Png(3, 2, given), Limits);

        Assert.Equal(Png(3, 2, kept), read.Bytes);
    }

    [Fact]
    public void Read_WhenAPngHasColoursOrPasses_TakesIt()
    {
        byte[] palette = [.. PngSignature, .. Header(5, 1, 4, 3), .. Chunk("PLTE", 1, 2, 3), .. Chunk("tRNS", 9), .. Chunk("IDAT", Zlib(new byte[4])), .. Chunk("IEND")];
        byte[] interlaced = [.. PngSignature, .. Header(5, 5, 8, 6, 1), .. Chunk("IDAT", Zlib(new byte[(25 * 4) + 11])), .. Chunk("IEND")];
        var data = Zlib(new byte[8]);
        byte[] inParts = [.. PngSignature, .. Header(3, 2), .. Chunk("IDAT", data[..3]), .. Chunk("IDAT"), .. Chunk("IDAT", data[3..]), .. Chunk("IEND")];

        Assert.Equal(palette, ImageFile.Read(palette, Limits).Bytes);
        Assert.Equal(interlaced, ImageFile.Read(interlaced, Limits).Bytes);
        Assert.Equal(inParts, ImageFile.Read(inParts, Limits).Bytes);
    }

    public static TheoryData<string, byte[]> DamagedPngs => new()
    {
        { "no header", [.. PngSignature, .. PngData(3, 2), .. Chunk("IEND")] },
        { "no data", [.. PngSignature, .. Header(3, 2), .. Chunk("IEND")] },
        { "header twice", Png(3, 2, Header(3, 2)) },
        { "critical chunk that nobody knows", Png(3, 2, Chunk("ABCD", 1)) },
        { "data that is no picture", [.. PngSignature, .. Header(3, 2), .. Chunk("IDAT", [.. "<script>alert(1)</script>"u8]), .. Chunk("IEND")] },
        { "too few bytes", [.. PngSignature, .. Header(3, 2), .. PngData(3, 2, -1), .. Chunk("IEND")] },
        { "too many bytes", [.. PngSignature, .. Header(3, 2), .. PngData(3, 2, 1), .. Chunk("IEND")] },
        { "a bomb", [.. PngSignature, .. Header(3, 2), .. PngData(3, 2, 50_000_000), .. Chunk("IEND")] },
        { "palette missing", [.. PngSignature, .. Header(3, 2, 8, 3), .. PngData(3, 2), .. Chunk("IEND")] },
        { "palette in a grey picture", Png(3, 2, Chunk("PLTE", 1, 2, 3)) },
        { "palette of odd length", [.. PngSignature, .. Header(3, 2, 8, 3), .. Chunk("PLTE", 1, 2), .. PngData(3, 2), .. Chunk("IEND")] },
        { "data in two places", [.. PngSignature, .. Header(3, 2), .. PngData(3, 2), .. Chunk("tEXt", 1), .. PngData(3, 2), .. Chunk("IEND")] },
        { "gamma of wrong length", Png(3, 2, Chunk("gAMA", 1)) },
        { "depth that is none", [.. PngSignature, .. Header(3, 2, 3), .. PngData(3, 2), .. Chunk("IEND")] },
        { "colour type that is none", [.. PngSignature, .. Header(3, 2, 8, 5), .. PngData(3, 2), .. Chunk("IEND")] },
        { "wrong check sum", WithByte(Png(), 30, 0x55) },
        { "length beyond the end", WithByte(Png(), 33, 0x7F) },
    };

    [Theory]
    [MemberData(nameof(DamagedPngs))]
    public void Read_WhenAPngIsDamaged_SaysSo(string how, byte[] file) => Assert.True(Problem(file) == ImageProblemException.Damaged, how);

    [Fact]
    public void Read_WhenAJpegIsPlain_IsTheSameFile()
    {
        var file = Jpeg(16, 9);

        var read = ImageFile.Read(file, Limits);

        Assert.Equal(("image/jpeg", 16, 9), (read.ContentType, read.Width, read.Height));
        Assert.Equal(file, read.Bytes);
    }

    [Fact]
    public void Read_WhenAJpegCarriesThingsAlong_KeepsOnlyWhatDrawsIt()
    {
        byte[] secret = Encoding.ASCII.GetBytes(Secret), adobe = Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]);
        byte[][] given = [Segment(0xE0, [.. "JFIF\0"u8, .. secret]), ExifWith(1, Secret), Segment(0xE1, secret), Segment(0xE2, secret), Segment(0xED, secret), adobe, Segment(0xEF, secret), Segment(0xFE, secret)];

        var read = ImageFile.Read(Jpeg(8, 8, given), Limits);

        Assert.Equal(Jpeg(8, 8, adobe), read.Bytes);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(8, false)]
    public void Read_WhenAJpegIsToBeTurned_KeepsThatAndNothingElseOfTheCamera(byte orientation, bool isLittle)
    {
        var read = ImageFile.Read(Jpeg(8, 8, ExifWith(orientation, Secret, isLittle)), Limits);

        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(read.Bytes), StringComparison.Ordinal);
        var again = Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(Jpeg(8, 8, again), read.Bytes);
        Assert.Equal(read.Bytes, ImageFile.Read(read.Bytes, Limits).Bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Read_WhenTheTurnIsNone_LeavesTheNoteOut(byte orientation) => Assert.Equal(Jpeg(), ImageFile.Read(Jpeg(8, 8, ExifWith(orientation, Secret)), Limits).Bytes);

    [Fact]
    public void Read_WhenTheNoteBreaksOff_LeavesItOut()
    {
        var whole = ExifWith(6, "")[4..];
        for (var length = 0; length < 30; length++)
        {
            Assert.Equal(Jpeg(), ImageFile.Read(Jpeg(8, 8, Segment(0xE1, whole[..length])), Limits).Bytes);
        }
    }

    [Fact]
    public void Read_WhenAJpegHasSeveralScans_TakesThemUpToALimit()
    {
        byte[] Scans(int count) => [0xFF, 0xD8, .. Tables, .. Frame(8, 8, 0xC2), .. Enumerable.Range(0, count).SelectMany(_ => ScanOf(1, 2)), 0xFF, 0xD9];

        Assert.Equal(Scans(10), ImageFile.Read(Scans(10), Limits).Bytes);
        Assert.Equal(Scans(64), ImageFile.Read(Scans(64), Limits).Bytes);
        Assert.Equal(ImageProblemException.Damaged, Problem(Scans(65)));
    }

    public static TheoryData<string, byte[]> DamagedJpegs => new()
    {
        { "no frame", [0xFF, 0xD8, .. Tables, .. ScanOf(1), 0xFF, 0xD9] },
        { "no scan", [0xFF, 0xD8, .. Tables, .. Frame(8, 8), 0xFF, 0xD9] },
        { "two frames", Jpeg(8, 8, Frame(8, 8)) },
        { "empty scan", [0xFF, 0xD8, .. Tables, .. Frame(8, 8), .. ScanOf(), 0xFF, 0xD9] },
        { "12 bits", [0xFF, 0xD8, .. Tables, .. Frame(8, 8, 0xC1, 12), .. ScanOf(1), 0xFF, 0xD9] },
        { "length of one", Jpeg(8, 8, [0xFF, 0xFE, 0, 1]) },
        { "segment beyond the end", Jpeg(8, 8, [0xFF, 0xFE, 0xFF, 0xFF]) },
        { "a second start", Jpeg(8, 8, [0xFF, 0xD8]) },
        { "table cut off", Jpeg(8, 8, Segment(0xDB, new byte[64])) },
        { "empty table", Jpeg(8, 8, Segment(0xC4)) },
        { "code table with too many codes", Jpeg(8, 8, Segment(0xC4, [0, 255, 2, .. new byte[14 + 257]])) },
        { "restart of wrong length", Jpeg(8, 8, Segment(0xDD, 1)) },
    };

    [Theory]
    [MemberData(nameof(DamagedJpegs))]
    public void Read_WhenAJpegIsDamaged_SaysSo(string how, byte[] file) => Assert.True(Problem(file) == ImageProblemException.Damaged, how);

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC9)]
    [InlineData(0xCC)]
    [InlineData(0xDC)]
    [InlineData(0xF0)]
    public void Read_WhenTheKindOfJpegIsUnusual_SaysWhatToDo(byte marker) => Assert.StartsWith("This kind of JPEG", Problem(Jpeg(8, 8, Segment(marker, 8, 0, 8, 0, 8, 1, 1, 0x11, 0))));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_WhenTheFileIsCutOffAnywhere_IsRefused(bool isPng)
    {
        var whole = isPng ? Png(3, 2, Chunk("gAMA", 0, 0, 0, 1)) : Jpeg(8, 8, ExifWith(6, Secret));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.NotNull(Problem(whole[..length]));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_WhenSomethingFollowsThePicture_IsRefused(bool isPng)
    {
        var whole = isPng ? Png() : Jpeg();

        Assert.Equal(ImageProblemException.MoreAfterIt, Problem([.. whole, 0]));
        Assert.Equal(ImageProblemException.MoreAfterIt, Problem([.. whole, .. "PK\x03\x04"u8]));
        Assert.Equal(ImageProblemException.MoreAfterIt, Problem([.. whole, .. whole]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("GIF89a\u0001")]
    [InlineData("%PDF-1.7")]
    [InlineData("RIFF\u0001\u0001\u0001\u0001WEBPVP8 ")]
    [InlineData("BM")]
    public void Read_WhenTheFileIsSomethingElse_AsksForAPicture(string content) => Assert.EndsWith("Choose a PNG or JPEG file", Problem(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Read_WhenAFileIsTwoKindsAtOnce_LeavesOnlyThePicture()
    {
        var page = "<html><script>alert(1)</script>"u8.ToArray();

        Assert.DoesNotContain("script", Encoding.Latin1.GetString(ImageFile.Read(Jpeg(8, 8, Segment(0xFE, page)), Limits).Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(ImageFile.Read(Png(3, 2, Chunk("tEXt", page)), Limits).Bytes), StringComparison.Ordinal);
        Assert.NotNull(Problem([.. page, .. Jpeg()]));
        Assert.NotNull(Problem([.. page, .. Png()]));
    }

    [Theory]
    [InlineData(4000, 2500, true)]
    [InlineData(4001, 1, false)]
    [InlineData(1, 4001, false)]
    [InlineData(4000, 2501, false)]
    [InlineData(65535, 65535, false)]
    public void Read_WhenThePictureIsAroundItsLimits_RefusesWhatIsLarger(int width, int height, bool isTaken)
    {
        byte[] png = [.. PngSignature, .. Header(width, height, 1), .. Chunk("IDAT", Zlib(new byte[isTaken ? height * (1 + ((width + 7) / 8)) : 1])), .. Chunk("IEND")];
        foreach (var file in new[] { Jpeg(width, height), png })
        {
            if (isTaken)
            {
                Assert.Equal((width, height), (ImageFile.Read(file, Limits).Width, ImageFile.Read(file, Limits).Height));
            }
            else
            {
                Assert.StartsWith($"The picture is {width:N0} by {height:N0} pixels, which is too large.", Problem(file));
            }
        }
    }

    [Fact]
    public void Read_WhenThePictureHasNoSizeOrAHugeOne_IsRefused()
    {
        Assert.StartsWith("The picture has no size", Problem(Jpeg(0, 8)));
        Assert.StartsWith("The picture has no size", Problem(Jpeg(8, 0)));
        Assert.StartsWith("The picture has no size", Problem([.. PngSignature, .. Header(0, 8), .. PngData(1, 1), .. Chunk("IEND")]));
        Assert.Contains("too large", Problem([.. PngSignature, .. Header(uint.MaxValue, uint.MaxValue), .. PngData(1, 1), .. Chunk("IEND")]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenTheFileIsAroundItsLimit_RefusesWhatIsLarger()
    {
        var file = Png();

        Assert.Equal(file, ImageFile.Read(file, Limits with { MostBytes = file.Length }).Bytes);
        Assert.Throws<ImageProblemException>(() => ImageFile.Read(file, Limits with { MostBytes = file.Length - 1 }));
        Assert.Equal("The file must be 1 MB or smaller", Problem(new byte[Limits.MostBytes + 1]));
    }

    [Fact]
    public void Read_WhenAnyByteIsChanged_EndsInAPictureOrARefusal()
    {
        var random = new Random(20_270_108);
        foreach (var whole in new[] { Png(3, 2, Chunk("gAMA", 0, 0, 0, 1)), Jpeg(8, 8, ExifWith(6, Secret)) })
        {
            for (var round = 0; round < 5000; round++)
            {
                var file = whole.ToArray();
                for (var change = random.Next(1, 4); change > 0; change--)
                {
                    file[random.Next(file.Length)] = (byte)random.Next(256);
                }

                Problem(file);
            }
        }
    }

    private static byte[] WithByte(byte[] file, int at, byte value)
    {
        file[at] = value;
        return file;
    }

    private static string? Problem(byte[] file)
    {
        try
        {
            ImageFile.Read(file, Limits);
            return null;
        }
        catch (ImageProblemException problem)
        {
            return problem.Message;
        }
    }
}
