using SenSupport.Pdf.Fonts;

namespace SenSupport.Pdf.Tests;

/// <summary>The fonts: read right, cut down right.</summary>
public sealed class FontTests
{
    private static readonly TrueTypeFont Main = FontLibrary.Main(bold: false);

    [Fact]
    public void Font_WhenRead_KnowsItsMeasures()
    {
        Assert.Equal("AtkinsonHyperlegibleNext-Regular", Main.Name);
        Assert.Equal(1000, Main.UnitsPerEm);
        Assert.True(Main.Ascent > 0 && Main.Descent < 0);
        Assert.NotEqual(0, Main.Glyph('ś'));
        Assert.Equal(0, Main.Glyph('漢'));
        Assert.True(Main.Advance(Main.Glyph('W')) > Main.Advance(Main.Glyph('i')));
    }

    [Fact]
    public void Font_WhenNotAFont_Throws()
    {
        Assert.Throws<InvalidDataException>(() => new TrueTypeFont([1, 2, 3]));
    }

    [Fact]
    public void Build_WhenFewGlyphs_IsMuchSmallerThanTheSource()
    {
        var subset = new FontSubset(FontLibrary.All[1].Font, "F1");
        foreach (var c in "Nguyễn")
        {
            subset.Number(subset.Font.Glyph(c), c);
        }

        Assert.True(subset.Build().Length < 6000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Build_WhenCompositeGlyphs_KeepsTheirPartsAndMeasures(int face)
    {
        var font = FontLibrary.All[face].Font;
        var subset = new FontSubset(font, "F1");
        const string letters = "aśéüçğŁőžÅñ";
        foreach (var c in letters)
        {
            subset.Number(font.Glyph(c), c);
        }

        var cut = new SubsetReader(subset.Build());

        Assert.Equal(0xB1B0AFBAu, cut.Checksum);
        for (var i = 1; i <= letters.Length; i++)
        {
            var glyph = font.Glyph(letters[i - 1]);
            Assert.Equal(font.Advance(glyph), cut.Advance(i));
            Assert.Equal(font.LeftBearing(glyph), cut.LeftBearing(i));
            Assert.True(SameOutline(font, glyph, cut, i), $"'{letters[i - 1]}' changed its outline.");
        }
    }

    [Fact]
    public void Number_WhenAGlyphStandsForTwoCharacters_TellsThemApart()
    {
        var subset = new FontSubset(Main, "F1");

        Assert.NotEqual(subset.Number(0, '漢'), subset.Number(0, '字'));
        Assert.Equal(subset.Number(0, '漢'), subset.Number(0, '漢'));
        Assert.NotEqual(0, subset.Number(0, '漢'));
    }

    [Fact]
    public void Generate_WhenFontsEmbedded_WidthsMatchTheFontFile()
    {
        var file = TestDocuments.Read(TestDocuments.Everything);
        var fonts = file.Dictionary(file.Dictionary(file.Pages[0]["Resources"])["Font"]);

        Assert.Equal(2, fonts.Count);
        foreach (var (_, reference) in fonts)
        {
            var font = file.Dictionary(reference);
            var descendant = file.Dictionary(file.Array(font["DescendantFonts"])[0]);
            var descriptor = file.Dictionary(descendant["FontDescriptor"]);
            var cut = new SubsetReader(file.Stream(descriptor["FontFile2"]).Content);
            var widths = file.Array(file.Array(descendant["W"])[1]);

            Assert.Matches("^/[A-Z]{6}\\+AtkinsonHyperlegibleNext-(Regular|Bold)$", (string)font["BaseFont"]!);
            Assert.Equal("/Identity", descendant["CIDToGIDMap"]);
            for (var i = 0; i < widths.Count; i++)
            {
                Assert.Equal(cut.Advance(i) * 1000.0 / cut.UnitsPerEm, (double)widths[i]!, 0.001);
            }
        }
    }

    /// <summary>Equal bytes for simple outlines; for composite ones the same parts, each the same.</summary>
    private static bool SameOutline(TrueTypeFont font, ushort glyph, SubsetReader cut, int number)
    {
        var before = font.Outline(glyph);
        var after = cut.Outline(number);
        if (before.Length == 0 || (before[0] & 0x80) == 0)
        {
            return after.StartsWith(before);
        }

        // The first part is enough to see that numbers were rewritten and parts brought along.
        var part = (ushort)((before[12] << 8) | before[13]);
        var moved = (after[12] << 8) | after[13];
        return after[..12].SequenceEqual(before[..12]) && after[14..before.Length].Length == before.Length - 14 && SameOutline(font, part, cut, moved);
    }
}
