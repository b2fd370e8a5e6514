using System.Globalization;
using System.Text;
using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Fonts.OpenType;
using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Tests.Infrastructure;
using SenSupport.Pdf.Text;

namespace SenSupport.Pdf.Tests;

/// <summary>Scripts of the families: letters joined, marks in place, both directions, and text that copies out as it went in.</summary>
public sealed class ScriptTests
{
    private static readonly PageContext Page = new(1, 1, 700);

    [Fact]
    public void Shape_WhenArabicLettersStandTogether_TakesTheirJoinedForms()
    {
        var together = Glyphs("ححح");

        Assert.Equal(4, new HashSet<string>([Drawn("ح"), .. Parts("ححح")]).Count);
        Assert.All(together, g => Assert.True(g.Is(GlyphTraits.Joined)));
    }

    [Theory]
    [InlineData("لا", 2)]
    [InlineData("لَا", 3)]
    [InlineData("لآ", 2)]
    public void Shape_WhenLamAndAlef_DrawsTheirOwnFormsAndKeepsBothLetters(string text, int characters)
    {
        var glyphs = Glyphs(text);

        Assert.Equal(characters, glyphs.Length);
        Assert.Equal(text, string.Concat(glyphs.Select(g => char.ConvertFromUtf32(g.Character))));
        Assert.NotEqual(Parts("لد")[0], Parts("لا")[0]);
    }

    [Fact]
    public void Shape_WhenNonJoinerBetween_DoesNotJoin()
    {
        var joined = Parts("میخ");
        var apart = Parts("می\u200Cخ");

        Assert.NotEqual(joined[1], apart[1]);
    }

    [Fact]
    public void Shape_WhenShaddaAndVowel_SetsTheVowelAboveTheShadda()
    {
        // However the two were typed: both are the same text.
        Assert.Equal(Drawn("رَّ"), Drawn("رَّ"));
        var parts = Composite("رَّ").Parts;

        Assert.True(parts[^1].Y > parts[^2].Y);
    }

    [Theory]
    [InlineData("x\u0302")]
    [InlineData("m\u0304")]
    [InlineData("а\u0300")]
    public void Shape_WhenMarkHasNoLetterOfItsOwn_SetsItOnTheLetter(string text)
    {
        var glyph = Assert.Single(Glyphs(text));
        var composite = Composite(text);

        Assert.True(composite.Parts.Count == 2 && composite.Parts[1] is not { X: 0, Y: 0 });
        Assert.Equal(Glyphs(text[..1])[0].Width, glyph.Width, 0.001f);
    }

    [Theory]
    [InlineData("Nguyễn Thị Hồng, Ặ ỗ ử")]
    [InlineData("Zażółć gęślą jaźń")]
    [InlineData("ἀρχή ᾧ Й ї")]
    public void Shape_WhenDecomposed_IsTheSame(string text) =>
        Assert.Equal(Glyphs(text), Glyphs(text.Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("AV")]
    [InlineData("To")]
    [InlineData("ΑΥ")]
    [InlineData("ГД")]
    public void Shape_WhenAPair_StandsNearer(string pair) =>
        Assert.True(Glyphs(pair).Sum(g => g.Width) < Glyphs(pair[..1])[0].Width + Glyphs(pair[1..])[0].Width);

    [Fact]
    public void Shape_WhenMarksAreEndless_TakesTimeInProportion()
    {
        var once = Shaped("a" + new string('\u0302', 2000)).Steps;
        var tenTimes = Shaped("a" + new string('\u0302', 20000)).Steps;

        Assert.InRange(tenTimes, once, once * 11);
    }

    [Theory]
    [InlineData("W")]
    [InlineData("ب")]
    [InlineData("漢")]
    [InlineData("x\u0302")]
    [InlineData("(")]
    [InlineData("\u00AD")]
    public void Break_WhenOneEndlessWord_TakesTimeInProportion(string letter)
    {
        long Steps(int count)
        {
            var runs = Runs(string.Concat(Enumerable.Repeat(letter, count)));
            var shaped = Shaper.Shape(runs, Page);
            var lines = LineBreaker.Break(shaped.Glyphs, runs, 200, out var steps);
            Assert.Equal(shaped.Glyphs.Length, lines.Sum(l => l.End - l.Start));
            return steps + shaped.Steps;
        }

        Assert.InRange(Steps(20000), 0, (Steps(2000) * 11) + 1000);
    }

    [Theory]
    [InlineData("مرحبا")]
    [InlineData("خطة الدعم الفردية")]
    [InlineData("لا إله إلا الله")]
    [InlineData("ڈاکٹر گھر بچے چھوٹی ژالہ")]
    [InlineData("می‌خواهم کتاب‌ها را بخوانم")]
    [InlineData("Nguyễn Thị Hồng đọc sách")]
    [InlineData("Zażółć gęślą jaźń, Łódź")]
    [InlineData("Привет, Ελληνικά, Ґанок")]
    [InlineData("x̂ q̃ m̄")]
    public void Generate_WhenReadByAnotherProgram_SaysTheSame(string text)
    {
        var read = DebianTools.With(TestDocuments.Of(c => c.Paragraph(text)).Generate(), file => DebianTools.PdfToText(file, "-"));

        // The program marks text from right to left with direction marks of its own.
        Assert.Contains(text, string.Concat(read.Where(c => c is not (>= '\u202A' and <= '\u202E'))).Normalize(NormalizationForm.FormC), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("تقرأ Zainab لمدة 20 دقيقة (3 مرات)، ١٢٪.")]
    [InlineData("English with عربي (قوس) inside, 45%.")]
    [InlineData("‏SEN‏ خطة")]
    [InlineData("لَا لَأ كَتَبَ الطَّالِبُ")]
    [InlineData("می‌خواهم «خیلی خوب» ۱۲")]
    [InlineData("שלום (עולם) 5")]
    [InlineData("a\u202Eb c\u202Cd \u2067e ف\u2069 g")]
    public void Paragraph_WhenItTurns_CopiesOutAsItWasWritten(string text)
    {
        var file = TestDocuments.Read(c => c.Paragraph(text));

        Assert.Equal(Expected(text), PageText.Whole(file));
    }

    [Fact]
    public void Paragraph_WhenRightToLeft_StandsInVisualOrder()
    {
        var pieces = PageText.Read(TestDocuments.Read(c => c.Paragraph("اب SEN 12 (جد)")), 0).Where(p => p.Mark is not null).ToList();
        double At(string text) => pieces.Single(p => p.Text.Contains(text, StringComparison.Ordinal)).X;

        Assert.True(At("جد") < At("12") || At("جد") < At("SEN"));
        Assert.True(At("SEN") < At("اب"));
        Assert.True(At("12") < At("اب"));
    }

    [Theory]
    [InlineData("خطة", TextDirection.Auto, TextAlign.Start, true)]
    [InlineData("Plan خطة", TextDirection.Auto, TextAlign.Start, false)]
    [InlineData("123", TextDirection.RightToLeft, TextAlign.Start, true)]
    [InlineData("Plan", TextDirection.RightToLeft, TextAlign.Start, true)]
    [InlineData("خطة", TextDirection.LeftToRight, TextAlign.Start, false)]
    [InlineData("خطة", TextDirection.Auto, TextAlign.Left, false)]
    public void Paragraph_WhenItsDirectionIsKnown_BeginsOnThatSide(string text, TextDirection direction, TextAlign align, bool right)
    {
        var x = PageText.Read(TestDocuments.Read(c => c.Paragraph(t => t.Direction(direction).Align(align).Span(text))), 0).Where(p => p.Mark is not null).Min(p => p.X);

        Assert.Equal(right, x > 300);
    }

    [Theory]
    [InlineData("ur", TextDirection.RightToLeft)]
    [InlineData("ar-SY", TextDirection.RightToLeft)]
    [InlineData("ku-Arab", TextDirection.RightToLeft)]
    [InlineData("ku", TextDirection.LeftToRight)]
    [InlineData("pl", TextDirection.LeftToRight)]
    public void Of_WhenLanguage_KnowsItsDirection(string language, TextDirection direction) => Assert.Equal(direction, TextDirections.Of(language));

    [Fact]
    public void Paragraph_WhenLettersAreSpaced_LeavesArabicJoined()
    {
        var spaced = new TextStyle(10, false, default, 1.3, 3, 0);
        var plain = spaced with { LetterSpacing = 0 };

        Assert.Equal(Shaped("بيت", plain).Glyphs.Sum(g => g.Width), Shaped("بيت", spaced).Glyphs.Sum(g => g.Width));
        Assert.True(Shaped("home", plain).Glyphs.Sum(g => g.Width) < Shaped("home", spaced).Glyphs.Sum(g => g.Width));
    }

    [Fact]
    public void Generate_WhenNoFontHasACharacter_TellsTheLogAndShowsABox()
    {
        IReadOnlyList<int> missing = [];
        var document = Document.Create(d => d.Info(TestDocuments.Info).OnMissingCharacters(m => missing = m).Page(p => p.Content(c => c.Paragraph("字 a བ字"))));
        var file = new PdfFile(document.Generate());

        Assert.Equal([0x0F56, 0x5B57], missing);
        Assert.Equal("字 a བ字", PageText.Whole(file));
        Assert.True(FontLibrary.Main(false).Outline(0).Length > 0);
    }

    [Fact]
    public void Generate_WhenAllCharactersAreThere_TellsNothing()
    {
        Document.Create(d => d.Info(TestDocuments.Info).OnMissingCharacters(_ => Assert.Fail("Nothing is missing.")).Page(p => p.Content(c => c.Paragraph("Zofia, زينب")))).Generate();
    }

    [Theory]
    [InlineData("Well done😀!", "Well done grinning face!")]
    [InlineData("😀😀", "grinning face grinning face")]
    [InlineData("(👋🏽)", "(waving hand: medium skin tone)")]
    [InlineData("👩🏽‍🏫", "woman teacher: medium skin tone")]
    [InlineData("🇵🇱", "flag: Poland")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "flag: England")]
    [InlineData("1️⃣ of 2", "keycap: 1 of 2")]
    [InlineData("👨‍👩‍👧", "family: man, woman, girl")]
    [InlineData("❤️", "red heart")]
    [InlineData("© ™ 1 # *", "© ™ 1 # *")]
    [InlineData("🯰\U0001FAFF", "🯰 emoji")]
    public void Clean_WhenEmoji_SaysThemInWords(string text, string expected) => Assert.Equal(expected, TextCleaner.Clean(text));

    [Fact]
    public void Paragraph_WhenSoftHyphen_ShowsItOnlyWhereALineEnds()
    {
        var wide = PageText.Whole(TestDocuments.Read(c => c.Paragraph("com\u00ADmuni\u00ADcation\u00AD")));
        var lines = PageText.Read(TestDocuments.Read(c => c.Row(r => r.Fixed(50, f => f.Paragraph("com\u00ADmuni\u00ADcation")))), 0).Where(p => p.Mark is not null).Select(p => p.Text).ToList();

        Assert.Equal("communication", wide);
        Assert.Equal(["communi\u00AD", "cation"], lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Generate_WhenAnyCharacters_CopiesOutWhatWentIn(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 30; i++)
        {
            var text = Any(random);
            var file = TestDocuments.Read(c => c.Paragraph(text));

            // Joiners say nothing where letters do not join, and are kept only where they do.
            Assert.Equal(WithoutJoiners(Expected(text)), WithoutJoiners(PageText.Whole(file)).TrimEnd(' '));
        }
    }

    /// <summary>Damaged layout tables give plainer text, never an error or an endless search.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Shape_WhenTheFontsLayoutIsDamaged_StillEnds(int face)
    {
        var whole = FontBytes(face);
        for (var seed = 0; seed < 8; seed++)
        {
            var random = new Random(seed);
            var bytes = (byte[])whole.Clone();
            var reader = new SubsetReader(whole);
            foreach (var tag in (string[])["GSUB", "GPOS", "GDEF"])
            {
                var (start, length) = reader.Place(tag);
                for (var n = 0; n < 60; n++)
                {
                    bytes[start + random.Next(seed % 2 == 0 ? Math.Min(length, 400) : length)] = (byte)random.Next(256);
                }
            }

            var font = new TrueTypeFont(bytes);
            var run = font.Shaper.NewRun();
            foreach (var c in "الطَّالِبُ AVx\u0302")
            {
                run.Glyphs.Add(new ShapedGlyph { Id = font.Glyph(c), Cluster = run.Count, Form = JoiningForm.Medial, AttachedTo = -1 });
            }

            font.Shaper.Shape(run, face == 4 ? "arab" : "latn");
            Assert.NotEqual(int.MaxValue, font.Kerning.Between(font.Glyph('A'), font.Glyph('V')));
            Assert.InRange(run.Count, 1, 300);
        }
    }

    private static string Any(Random random)
    {
        (int First, int Last)[] blocks = [(0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF), (0x590, 0x5FF), (0x600, 0x6FF), (0x750, 0x77F), (0x900, 0x97F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2600, 0x27BF), (0x4E00, 0x4E40), (0xD7F0, 0xE010), (0xFB50, 0xFDFF), (0xFFF0, 0xFFFF), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1F6FF), (0x10800, 0x10840)];
        var text = new StringBuilder();
        for (var words = random.Next(1, 12); words > 0; words--)
        {
            var (first, last) = blocks[random.Next(blocks.Length)];
            for (var letters = random.Next(1, 8); letters > 0; letters--)
            {
                var c = random.Next(first, last + 1);
                text.Append(c is >= 0xD800 and <= 0xDFFF ? ((char)c).ToString() : char.ConvertFromUtf32(c));
            }

            text.Append(random.Next(4) == 0 ? "" : " ");
        }

        return text.ToString();
    }

    /// <summary>The text after the cleaning that is documented: without line ends, marks of direction and what says where lines end.</summary>
    private static string Expected(string text) => string.Concat(TextCleaner.CleanForSetting(text).Replace('\uFFFC', '\uFFFD')
        .Where(c => c is '\u200C' or '\u200D' || (c is not ('\n' or '\u00AD') && !TextCleaner.IsControl(c)))).TrimEnd(' ');

    private static string WithoutJoiners(string text) => text.Replace("\u200C", "").Replace("\u200D", "").TrimEnd(' ');

    private static TextRun[] Runs(string text, TextStyle? style = null) => [new TextRun(RunKind.Words, text, style ?? new TextStyle(10, false, default, 1.3, 0, 0))];

    private static ShapedText Shaped(string text, TextStyle? style = null) => Shaper.Shape(Runs(text, style), Page);

    private static Glyph[] Glyphs(string text) => Shaped(text).Glyphs;

    private static CompositeGlyph Composite(string text) => Shaped(text) is var shaped ? shaped.Composites[shaped.Glyphs[0].Id] : null!;

    /// <summary>What is drawn for each glyph: the numbers and places of its parts.</summary>
    private static List<string> Parts(string text)
    {
        var shaped = Shaped(text);
        return [.. shaped.Glyphs.Select(g => g.Is(GlyphTraits.Composite)
            ? string.Join('+', shaped.Composites[g.Id].Parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Glyph}@{p.X},{p.Y}")))
            : g.Id.ToString(CultureInfo.InvariantCulture))];
    }

    private static string Drawn(string text) => string.Join(' ', Parts(text));

    private static byte[] FontBytes(int face)
    {
        string[] names = ["Main-Regular.ttf", "Fallback-Regular.ttf", "", "", "Arabic-Regular.ttf"];
        using var stream = typeof(FontLibrary).Assembly.GetManifestResourceStream(names[face])!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
