using System.Globalization;
using System.Text;
using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Layout;

namespace SenSupport.Pdf.Text;

/// <summary>
/// Turns runs into glyphs. A word that the main face lacks a letter of is set whole in the first face that has all of them,
/// so that a name is not patched from two designs; only when no face has them all does each letter find its own.
/// </summary>
internal static class Shaper
{
    /// <summary>Marks where a line may break; never drawn.</summary>
    private const int ZeroWidthSpace = 0x200B;
    private const int FirstCombiningMark = 0x300;

    public static Glyph[] Shape(IReadOnlyList<TextRun> runs, PageContext page)
    {
        var words = new string[runs.Count];
        var length = 0;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = runs[i].Kind == RunKind.Drawing ? " " : TextCleaner.Clean(runs[i].WordsOn(page));
            length += words[i].Length;
        }

        var glyphs = new Glyph[length];
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (runs[i].Drawing is { } drawing)
            {
                glyphs[count++] = new Glyph(0, (float)drawing.Width, 0, (ushort)i, Glyph.NoFace, Break.No, false);
            }
            else
            {
                ShapeRun(words[i], runs[i].Style, (ushort)i, glyphs, ref count);
            }
        }

        Array.Resize(ref glyphs, count);
        return glyphs;
    }

    private static void ShapeRun(string text, in TextStyle style, ushort run, Glyph[] glyphs, ref int count)
    {
        var start = 0;
        while (start < text.Length)
        {
            if (text[start] == '\n')
            {
                glyphs[count++] = new Glyph('\n', 0, 0, run, Glyph.NoFace, Break.Must, false);
                start++;
                continue;
            }

            var length = text.AsSpan(start).IndexOfAny(' ', '\n');
            var end = length < 0 ? text.Length : Math.Max(start + length, start + 1);
            ShapeWord(text.AsSpan(start, end - start), style, run, glyphs, ref count);
            start = end;
        }
    }

    private static void ShapeWord(ReadOnlySpan<char> word, in TextStyle style, ushort run, Glyph[] glyphs, ref int count)
    {
        var chain = FontLibrary.Chain(style.Bold);
        var (whole, font) = FaceFor(word, chain);
        foreach (var rune in word.EnumerateRunes())
        {
            var character = rune.Value;
            if (character == ZeroWidthSpace)
            {
                if (count > 0 && glyphs[count - 1].After == Break.No)
                {
                    glyphs[count - 1] = glyphs[count - 1] with { After = Break.May };
                }

                continue;
            }

            var face = whole;
            if (font is null)
            {
                face = FaceFor(character, chain);
            }

            var source = font ?? FontLibrary.All[face].Font;
            var id = Find(source, character);
            var mark = character >= FirstCombiningMark
                && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            var width = (source.Advance(id) * style.Size / source.UnitsPerEm) + (mark ? 0 : style.LetterSpacing);
            var after = Break.No;
            if (character == ' ')
            {
                after = Break.Space;
                width += style.WordSpacing;
            }
            else if (char.IsAsciiDigit((char)character) && count > 0 && glyphs[count - 1] is { After: Break.May, Character: '-' or '/' } before)
            {
                // 2026/27 and 3-4 stay whole (UAX 14, LB25).
                glyphs[count - 1] = before with { After = Break.No };
            }
            else if (MayBreakAfter(character) && (IsIdeograph(character) || FollowsLetter(glyphs, count)))
            {
                after = Break.May;
            }

            glyphs[count++] = new Glyph(character, (float)width, id, run, face, after, mark);
        }
    }

    /// <summary>The first face that has every character of the word, or none.</summary>
    private static (byte Face, TrueTypeFont? Font) FaceFor(ReadOnlySpan<char> word, ReadOnlySpan<byte> chain)
    {
        foreach (var face in chain)
        {
            var font = FontLibrary.All[face].Font;
            var all = true;
            foreach (var rune in word.EnumerateRunes())
            {
                if (Find(font, rune.Value) == 0 && rune.Value != ZeroWidthSpace)
                {
                    all = false;
                    break;
                }
            }

            if (all)
            {
                return (face, font);
            }
        }

        return (0, null);
    }

    /// <summary>The first face that has the character; where none has, the main face, which shows its box.</summary>
    private static byte FaceFor(int character, ReadOnlySpan<byte> chain)
    {
        foreach (var face in chain)
        {
            if (Find(FontLibrary.All[face].Font, character) != 0)
            {
                return face;
            }
        }

        return chain[0];
    }

    private static ushort Find(TrueTypeFont font, int character)
    {
        var glyph = font.Glyph(character);
        return glyph == 0 && Substitute(character) is var other and not 0 ? font.Glyph(other) : glyph;
    }

    /// <summary>A character that looks the same, for some that fonts lack; otherwise 0, which no font has.</summary>
    private static int Substitute(int character) => character switch
    {
        0x00A0 or (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000 => ' ',
        0x2010 or 0x2011 or 0x2212 => '-',
        0x2043 or 0x2219 => 0x2022,
        0x02BC or 0x2032 => 0x2019,
        _ => 0,
    };

    private static bool MayBreakAfter(int character) => character is '-' or '/' or 0x2010 or 0x2013 or 0x2014 || IsIdeograph(character);

    /// <summary>A dash at the start of a word or a sign before a figure is not a place to break.</summary>
    private static bool FollowsLetter(Glyph[] glyphs, int count) =>
        count > 0 && glyphs[count - 1] is { After: Break.No, Face: not Glyph.NoFace };

    private static bool IsIdeograph(int character) =>
        character is (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x1F300 and <= 0x3FFFF);
}
