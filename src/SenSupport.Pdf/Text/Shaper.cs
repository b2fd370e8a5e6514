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
    /// <summary>Characters that some fonts lack and that look like another which all have.</summary>
    private static int Substitute(int character) => character switch
    {
        0x00A0 or (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000 => ' ',
        0x2010 or 0x2011 or 0x2212 => '-',
        0x2043 or 0x2219 => 0x2022,
        0x02BC or 0x2032 => 0x2019,
        _ => 0,
    };

    public static Glyph[] Shape(IReadOnlyList<TextRun> runs, PageContext page)
    {
        var glyphs = new List<Glyph>(runs.Count == 1 ? runs[0].Words.Length : 64);
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Kind == RunKind.Drawing)
            {
                glyphs.Add(new Glyph(null, 0, 0, runs[i].Drawing!.Width, i, Break.No, false));
            }
            else
            {
                Shape(TextCleaner.Clean(runs[i].WordsOn(page)), runs[i].Style, i, glyphs);
            }
        }

        return [.. glyphs];
    }

    private static void Shape(string text, in TextStyle style, int run, List<Glyph> glyphs)
    {
        var faces = FontLibrary.Faces(style.Bold);
        var start = 0;
        while (start < text.Length)
        {
            var c = text[start];
            if (c == '\n')
            {
                glyphs.Add(new Glyph(null, 0, c, 0, run, Break.Must, false));
                start++;
                continue;
            }

            var end = start + 1;
            if (c != ' ')
            {
                while (end < text.Length && text[end] is not (' ' or '\n'))
                {
                    end++;
                }
            }

            ShapeWord(text.AsSpan(start, end - start), style, run, faces, glyphs);
            start = end;
        }
    }

    private static void ShapeWord(ReadOnlySpan<char> word, in TextStyle style, int run, FontFace[] faces, List<Glyph> glyphs)
    {
        var whole = FaceFor(word, faces);
        foreach (var rune in word.EnumerateRunes())
        {
            var character = rune.Value;
            if (character == 0x200B)
            {
                if (glyphs.Count > 0 && glyphs[^1] is { After: Break.No } last)
                {
                    glyphs[^1] = last with { After = Break.May };
                }

                continue;
            }

            var (font, glyph) = Find(character, whole, faces);
            var mark = character > 0x2FF && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            var width = (font.Advance(glyph) * style.Size / font.UnitsPerEm) + (mark ? 0 : style.LetterSpacing);
            var after = Break.No;
            if (character == ' ')
            {
                after = Break.Space;
                width += style.WordSpacing;
            }
            else if (character is '-' or 0x2010 or 0x2013 or 0x2014 or '/' && LetterBefore(glyphs) || IsIdeograph(character))
            {
                after = Break.May;
            }

            glyphs.Add(new Glyph(font, glyph, character, width, run, after, mark));
        }
    }

    /// <summary>The face that has every character of the word, or none.</summary>
    private static TrueTypeFont? FaceFor(ReadOnlySpan<char> word, FontFace[] faces)
    {
        foreach (var face in faces)
        {
            var font = face.Font;
            var all = true;
            foreach (var rune in word.EnumerateRunes())
            {
                if (rune.Value != 0x200B && font.Glyph(rune.Value) == 0 && !HasSubstitute(font, rune.Value))
                {
                    all = false;
                    break;
                }
            }

            if (all)
            {
                return font;
            }
        }

        return null;
    }

    private static bool HasSubstitute(TrueTypeFont font, int character) =>
        Substitute(character) is var other && other != 0 && font.Glyph(other) != 0;

    /// <summary>The glyph of a character; where no face has it, the main face's box, glyph 0.</summary>
    private static (TrueTypeFont Font, ushort Glyph) Find(int character, TrueTypeFont? whole, FontFace[] faces)
    {
        if (whole is not null)
        {
            var glyph = whole.Glyph(character);
            return (whole, glyph != 0 ? glyph : whole.Glyph(Substitute(character)));
        }

        foreach (var face in faces)
        {
            var glyph = face.Font.Glyph(character);
            if (glyph == 0 && HasSubstitute(face.Font, character))
            {
                glyph = face.Font.Glyph(Substitute(character));
            }

            if (glyph != 0)
            {
                return (face.Font, glyph);
            }
        }

        return (faces[0].Font, 0);
    }

    /// <summary>A dash at the start of a word or a sign before a figure is not a place to break.</summary>
    private static bool LetterBefore(List<Glyph> glyphs) => glyphs.Count > 0 && glyphs[^1].After is Break.No && glyphs[^1].Face is not null;

    private static bool IsIdeograph(int character) =>
        character is (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x1F300 and <= 0x3FFFF);
}
