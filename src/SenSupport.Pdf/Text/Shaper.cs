using System.Globalization;
using System.Text;
using SenSupport.Pdf.Fonts;
using SenSupport.Pdf.Fonts.OpenType;
using SenSupport.Pdf.Layout;
using SenSupport.Pdf.Text.Unicode;

namespace SenSupport.Pdf.Text;

/// <summary>
/// Turns runs into glyphs. A word that the main face lacks a letter of is set whole in the first face that has all of them,
/// so that a name is not patched from two designs; only when no face has them all does each letter, with its marks, find its own.
/// </summary>
internal sealed class Shaper
{
    private const int FirstCombiningMark = 0x300;
    internal const int SoftHyphen = 0xAD;

    /// <summary>Marks beyond this many on one letter are set as though they stood alone: no writing needs them, and one glyph cannot hold thousands.</summary>
    private const int LongestCluster = 24;

    private readonly IReadOnlyList<TextRun> _runs;
    private readonly string[] _words;
    private readonly string _text;
    private readonly bool[] _breaks;
    private readonly List<CompositeGlyph> _composites = [];
    private readonly Dictionary<string, ushort> _compositeNumbers = [];
    private Glyph[] _glyphs;
    private int _count;
    private byte[]? _levels;
    private bool[]? _rightToLeft;
    private long _steps;

    private Shaper(IReadOnlyList<TextRun> runs, PageContext page, TextDirection direction)
    {
        _runs = runs;
        _words = new string[runs.Count];
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] = runs[i].Kind == RunKind.Drawing
                ? LineBreaks.ObjectReplacement.ToString()
                : TextCleaner.CleanForSetting(runs[i].WordsOn(page)).Replace(LineBreaks.ObjectReplacement, '\uFFFD');
        }

        _text = _words.Length == 1 ? _words[0] : string.Concat(_words);
        _breaks = LineBreaks.Find(_text);
        MarkSpaces();
        _glyphs = new Glyph[_text.Length];
        FindLevels(direction);
    }

    public static ShapedText Shape(IReadOnlyList<TextRun> runs, PageContext page, TextDirection direction = TextDirection.Auto)
    {
        var shaper = new Shaper(runs, page, direction);
        shaper.ShapeRuns();
        return new ShapedText(shaper._glyphs, shaper._composites, shaper._levels is not null, shaper._steps);
    }

    /// <summary>Lets a line end at each of several spaces where it may end after the last, and at those that end a line anyway.</summary>
    private void MarkSpaces()
    {
        for (var i = _text.Length - 1; i >= 0; i--)
        {
            if (_text[i] == ' ')
            {
                _breaks[i] |= i + 1 == _text.Length || _text[i + 1] == '\n' || (_text[i + 1] == ' ' && _breaks[i + 1]);
            }
        }
    }

    private void FindLevels(TextDirection direction)
    {
        if (direction != TextDirection.RightToLeft && _text.AsSpan().IndexOfAnyExceptInRange('\0', (char)(Characters.FirstRightToLeft - 1)) < 0)
        {
            return;
        }

        var classes = Bidi.Classes(_text);
        if (direction != TextDirection.RightToLeft && Bidi.IsPlain(classes))
        {
            return;
        }

        // A line without a letter of its own goes with the whole.
        var whole = direction == TextDirection.RightToLeft ? (byte)1 : direction == TextDirection.LeftToRight ? (byte)0 : Bidi.BaseLevel(classes) ?? 0;
        _levels = new byte[_text.Length];
        _rightToLeft = new bool[_text.Length];
        for (var start = 0; start < _text.Length;)
        {
            var length = _text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? _text.Length : start + length;
            var line = classes.AsSpan(start, end - start);
            var level = direction == TextDirection.Auto ? Bidi.BaseLevel(line) ?? whole : whole;
            Bidi.Levels(line, _text.AsSpan(start, end - start), level).CopyTo(_levels, start);
            end = Math.Min(end + 1, _text.Length);
            _rightToLeft.AsSpan(start, end - start).Fill(level == 1);
            start = end;
        }
    }

    private void ShapeRuns()
    {
        var start = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            var end = start + _words[i].Length;
            if (_runs[i].Drawing is { } drawing)
            {
                Add(start, LineBreaks.ObjectReplacement, (float)drawing.Width, 0, Glyph.NoFace, (ushort)i, Break.No, GlyphTraits.None);
            }
            else
            {
                ShapeRun(start, end, _runs[i].Style, (ushort)i);
            }

            start = end;
        }

        Array.Resize(ref _glyphs, _count);
    }

    private void ShapeRun(int start, int end, in TextStyle style, ushort run)
    {
        var chain = FontLibrary.Chain(style.Bold);
        var ascii = FontLibrary.All[chain[0]].Font.Ascii;
        while (start < end)
        {
            if (_text[start] == '\n')
            {
                Add(start++, '\n', 0, 0, Glyph.NoFace, run, Break.Must, GlyphTraits.None);
                continue;
            }

            if (_text[start] == ' ')
            {
                var width = (ascii.Width(' ') * style.Size) + style.LetterSpacing + style.WordSpacing;
                Add(start, ' ', (float)width, ascii.Glyph(' '), chain[0], run, _breaks[start] ? Break.Space : Break.No, style.WordSpacing == 0 ? GlyphTraits.None : GlyphTraits.Adjusted);
                start++;
                continue;
            }

            var length = _text.AsSpan(start, end - start).IndexOfAny(' ', '\n');
            var next = length < 0 ? end : start + length;
            while (start < next)
            {
                // Words that change direction are shaped in pieces.
                var piece = start + 1;
                while (piece < next && (_levels is null || _levels[piece] == _levels[start]))
                {
                    piece = _levels is null ? next : piece + 1;
                }

                ShapeWord(start, piece, style, run, chain, ascii);
                start = piece;
            }
        }
    }

    private void ShapeWord(int start, int end, in TextStyle style, ushort run, ReadOnlySpan<byte> chain, AsciiMetrics ascii)
    {
        var word = _text.AsSpan(start, end - start);
        _steps += word.Length;
        var turned = _levels is not null && (_levels[start] & 1) == 1;
        if (!turned && word.IndexOfAnyExceptInRange('!', '~') < 0)
        {
            ShapeAscii(start, word, style, run, chain[0], ascii);
            return;
        }

        var whole = FaceChoice.First(word, chain, turned);
        if (whole is not { } face || NeedsShaping(word))
        {
            ShapeClusters(start, end, style, run, chain, whole, turned);
            return;
        }

        ShapeSimple(start, word, style, run, face, turned);
    }

    private void ShapeAscii(int start, ReadOnlySpan<char> word, in TextStyle style, ushort run, byte face, AsciiMetrics ascii)
    {
        var size = (float)style.Size;
        var spacing = (float)style.LetterSpacing;
        for (var i = 0; i < word.Length; i++)
        {
            var width = ascii.Width(word[i]) * size;
            var traits = GlyphTraits.None;
            if (i + 1 < word.Length && ascii.Kerning(word[i], word[i + 1]) is var kerning and not 0)
            {
                width += kerning * size;
                traits = GlyphTraits.Adjusted;
            }

            Add(start + i, word[i], width + spacing, ascii.Glyph(word[i]), face, run, _breaks[start + i] ? Break.May : Break.No, traits);
        }
    }

    /// <summary>Sets a word of letters that one face has and that stand beside each other.</summary>
    private void ShapeSimple(int start, ReadOnlySpan<char> word, in TextStyle style, ushort run, byte face, bool turned)
    {
        var font = FontLibrary.All[face].Font;
        var scale = style.Size / font.UnitsPerEm;
        var first = _count;
        ushort before = 0;
        for (var i = 0; i < word.Length;)
        {
            Rune.DecodeFromUtf16(word[i..], out var rune, out var length);
            var character = rune.Value;
            var may = _breaks[start + i + length - 1];
            if (character == SoftHyphen)
            {
                var hyphen = FaceChoice.Glyph(font, '-');
                Add(start + i, SoftHyphen, 0, hyphen, face, run, may ? Break.May : Break.No, GlyphTraits.SoftHyphen, (float)((font.Advance(hyphen) * scale) + style.LetterSpacing));
                i += length;
                continue;
            }

            if (FaceChoice.IsUnseen(character))
            {
                Unseen(may);
                i += length;
                continue;
            }

            var id = FaceChoice.Glyph(font, character, turned);
            if (_count > first && !turned && !_glyphs[_count - 1].Is(GlyphTraits.SoftHyphen) && font.Kerning.Between(before, id) is var kerning and not 0)
            {
                ref var last = ref _glyphs[_count - 1];
                last = last with { Width = last.Width + (float)(kerning * scale), Traits = last.Traits | GlyphTraits.Adjusted };
            }

            Add(start + i, character, (float)((font.Advance(id) * scale) + style.LetterSpacing), id, face, run, may ? Break.May : Break.No, GlyphTraits.None);
            before = id;
            i += length;
        }
    }

    /// <summary>Sets a word by its grapheme clusters: each in a face that has all of it, neighbours of one face shaped together.</summary>
    private void ShapeClusters(int start, int end, in TextStyle style, ushort run, ReadOnlySpan<byte> chain, byte? whole, bool turned)
    {
        var forms = FormsOf(start, end);
        GlyphRun? glyphs = null;
        byte face = 0;
        var from = start;
        var script = "latn";
        for (var at = start; at < end;)
        {
            var length = ClusterLength(at, end);
            var cluster = _text.AsSpan(at, length);
            var own = whole ?? FaceChoice.First(cluster, chain, turned);
            string? decomposed = null;
            if (own is null && cluster.ToString().Normalize(NormalizationForm.FormD) is { } parts && !cluster.SequenceEqual(parts))
            {
                own = FaceChoice.First(parts, chain, turned);
                decomposed = own is null ? null : parts;
            }

            var chosen = own ?? FaceChoice.OfBase(cluster, chain, turned);
            if (glyphs is not null && chosen != face)
            {
                Emit(glyphs, from, at, script, style, run, face, turned);
                glyphs = null;
            }

            if (glyphs is null)
            {
                (glyphs, face, from, script) = (FontLibrary.All[chosen].Font.Shaper.NewRun(), chosen, at, "latn");
            }

            Fill(glyphs, at, decomposed ?? cluster, decomposed is null ? forms.AsSpan(at - start) : default, FontLibrary.All[face].Font, turned, ref script);
            at += length;
        }

        if (glyphs is not null)
        {
            Emit(glyphs, from, end, script, style, run, face, turned);
        }
    }

    private JoiningForm[] FormsOf(int start, int end)
    {
        var characters = new int[end - start];
        for (var i = start; i < end; i++)
        {
            // The second of a pair joins nothing and hinders nothing.
            var pair = char.IsHighSurrogate(_text[i]) && i + 1 < end;
            characters[i - start] = pair ? char.ConvertToUtf32(_text[i], _text[i + 1]) : _text[i];
            if (pair)
            {
                characters[++i - start] = FirstCombiningMark;
            }
        }

        var forms = new JoiningForm[characters.Length];
        GlyphShaper.Join(characters, forms);
        return forms;
    }

    private int ClusterLength(int at, int end)
    {
        // Where clusters are endless, looking further than the longest would make time grow with the square of the text.
        var most = Math.Min(end, at + (2 * LongestCluster));
        var length = StringInfo.GetNextTextElementLength(_text.AsSpan(at, most - at));
        return length == 2 * LongestCluster && char.IsHighSurrogate(_text[at + length - 1]) ? length - 1 : length;
    }

    private static void Fill(GlyphRun glyphs, int at, ReadOnlySpan<char> cluster, ReadOnlySpan<JoiningForm> forms, TrueTypeFont font, bool turned, ref string script)
    {
        Span<(int Character, JoiningForm Form)> seen = stackalloc (int, JoiningForm)[4 * LongestCluster];
        var count = 0;
        for (var i = 0; i < cluster.Length && count < seen.Length;)
        {
            Rune.DecodeFromUtf16(cluster[i..], out var rune, out var length);
            if (!FaceChoice.IsUnseen(rune.Value) && rune.Value != SoftHyphen)
            {
                script = ScriptOf(rune.Value) ?? script;
                seen[count++] = (rune.Value, forms.IsEmpty ? JoiningForm.None : forms[i]);
            }

            i += length;
        }

        if (count == 0)
        {
            // Nothing to draw, but it may say where the line ends.
            glyphs.Glyphs.Add(new ShapedGlyph { Cluster = at, Id = ushort.MaxValue, AttachedTo = -1 });
            return;
        }

        GlyphShaper.OrderMarks(seen[..count]);
        foreach (var (character, form) in seen[..count])
        {
            glyphs.Glyphs.Add(new ShapedGlyph { Id = FaceChoice.Glyph(font, character, turned), Cluster = at, Form = form, AttachedTo = -1 });
        }
    }

    /// <summary>Shapes a run and adds its glyphs, one for each cluster of its text.</summary>
    private void Emit(GlyphRun glyphs, int start, int end, string script, in TextStyle style, ushort run, byte face, bool turned)
    {
        var font = FontLibrary.All[face].Font;
        font.Shaper.Shape(glyphs, script);
        _steps += glyphs.Steps;
        var scale = style.Size / font.UnitsPerEm;
        for (var i = 0; i < glyphs.Count;)
        {
            var last = i + 1;
            while (last < glyphs.Count && glyphs[last].Cluster == glyphs[i].Cluster)
            {
                last++;
            }

            var from = glyphs[i].Cluster;
            var to = last < glyphs.Count ? glyphs[last].Cluster : end;
            AddCluster(glyphs, i, last, from, to, font, scale, style, run, face, turned);
            i = last;
        }
    }

    private void AddCluster(
        GlyphRun glyphs, int first, int last, int from, int to, TrueTypeFont font, double scale, in TextStyle style, ushort run, byte face, bool turned)
    {
        var may = _breaks[to - 1];
        if (glyphs[first].Id == ushort.MaxValue)
        {
            if (_text[from] == SoftHyphen)
            {
                var hyphen = FaceChoice.Glyph(font, '-');
                Add(from, SoftHyphen, 0, hyphen, face, run, may ? Break.May : Break.No, GlyphTraits.SoftHyphen, (float)(font.Advance(hyphen) * scale));
            }
            else
            {
                Unseen(may);
            }

            return;
        }

        var (advance, kerning, shift) = (0, 0, 0);
        for (var i = first; i < last; i++)
        {
            advance += glyphs[i].AttachedTo < first ? glyphs[i].Advance : 0;
            kerning += glyphs[i].Kerning;
            shift += i == first ? glyphs[i].Shift : 0;
        }

        var parts = Place(glyphs, first, last, advance, turned);
        var text = VisibleText(from, to);
        var character = Rune.GetRuneAt(_text, from).Value;
        var joined = glyphs[first].Form != JoiningForm.None;
        var spacing = joined ? 0 : style.LetterSpacing;
        var traits = (joined ? GlyphTraits.Joined : 0) | (kerning != 0 || shift != 0 ? GlyphTraits.Adjusted : 0);
        var after = may ? Break.May : Break.No;
        var count = text.EnumerateRunes().Count();
        if (turned && count > 1)
        {
            AddTurned(parts, advance, text, from, joined ? GlyphTraits.Joined : 0, new Glyph(character, (float)(((advance + kerning) * scale) + spacing), (float)(shift * scale), 0, run, face, after, traits, 0), scale);
            return;
        }

        var id = parts[0].Glyph;
        if (parts.Length > 1 || parts[0].X != 0 || parts[0].Y != 0 || count > 1 || advance != font.Advance(id))
        {
            if (NumberOf(new CompositeGlyph(parts, advance, text)) is { } number)
            {
                id = number;
                traits |= GlyphTraits.Composite;
            }
        }

        Add(from, character, (float)(((advance + kerning) * scale) + spacing), id, face, run, after, traits, (float)(shift * scale));
    }

    /// <summary>
    /// Adds a cluster that runs from right to left: its first character carries the drawing and each other one is a blank to its left, since
    /// programs turn such text round glyph by glyph. Letters of a ligature share its width; marks take none.
    /// </summary>
    private void AddTurned(GlyphPart[] parts, int advance, string text, int from, GlyphTraits joined, in Glyph whole, double scale)
    {
        var letters = Math.Max(1, text.EnumerateRunes().Count(IsLetter));
        var blank = advance / letters;
        var left = (letters - 1) * blank;
        var drawn = new CompositeGlyph([.. parts.Select(p => p with { X = CompositeGlyph.Clamp(p.X - left) })], advance - left, char.ConvertFromUtf32(whole.Character));
        Add(from, whole.Character, whole.Width - (float)(left * scale), NumberOf(drawn) ?? 0, whole.Face, whole.Run, Break.No, whole.Traits | GlyphTraits.Composite, whole.Shift);
        var isFirstLetter = true;
        foreach (var (rune, i) in text.EnumerateRunes().Select((r, i) => (r, i)))
        {
            var width = IsLetter(rune) && !isFirstLetter ? blank : 0;
            isFirstLetter &= !IsLetter(rune);
            if (i > 0)
            {
                Add(from, rune.Value, (float)(width * scale), NumberOf(new CompositeGlyph([], width, rune.ToString())) ?? 0, whole.Face, whole.Run, Break.No, joined | GlyphTraits.Composite | GlyphTraits.Continues);
            }
        }

        _glyphs[_count - 1] = _glyphs[_count - 1] with { After = whole.After };
    }

    private static bool IsLetter(Rune rune) => !FaceChoice.IsUnseen(rune.Value)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format);

    /// <summary>Where each glyph of a cluster stands from the cluster's left end.</summary>
    private static GlyphPart[] Place(GlyphRun glyphs, int first, int last, int advance, bool turned)
    {
        var parts = new GlyphPart[last - first];
        var pen = turned ? advance : 0;
        for (var i = first; i < last; i++)
        {
            ref var glyph = ref glyphs[i];
            var (x, y) = (glyph.X, glyph.Y);
            if (glyph.AttachedTo >= first && glyph.AttachedTo < i)
            {
                var on = parts[glyph.AttachedTo - first];
                (x, y) = (x + on.X, y + on.Y);
            }
            else
            {
                pen -= turned ? glyph.Advance : 0;
                x = glyph.AttachedTo >= 0 ? pen : x + pen;
                y = glyph.AttachedTo >= 0 ? 0 : y;
                pen += turned ? 0 : glyph.Advance;
            }

            parts[i - first] = new GlyphPart(glyph.Id, CompositeGlyph.Clamp(x), CompositeGlyph.Clamp(y));
        }

        return parts;
    }

    private string VisibleText(int from, int to)
    {
        var text = _text.AsSpan(from, to - from);
        if (text.IndexOfAnyInRange('\u00AD', '\uFEFF') < 0)
        {
            return text.ToString();
        }

        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u200C' or '\u200D' || (c != SoftHyphen && !TextCleaner.IsControl(c)))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private ushort? NumberOf(CompositeGlyph composite)
    {
        if (!_compositeNumbers.TryGetValue(composite.Key, out var number))
        {
            if (_composites.Count >= ushort.MaxValue)
            {
                return null;
            }

            number = (ushort)_composites.Count;
            _compositeNumbers.Add(composite.Key, number);
            _composites.Add(composite);
        }

        return number;
    }

    private void Add(int text, int character, float width, ushort id, byte face, ushort run, Break after, GlyphTraits traits, float shift = 0) =>
        _glyphs[_count++] = new Glyph(
            character, width, shift, id, run, face, after, _rightToLeft is not null && _rightToLeft[text] ? traits | GlyphTraits.RightToLeft : traits, _levels is null ? (byte)0 : _levels[text]);

    /// <summary>What is not drawn passes on to the glyph before it whether a line may end.</summary>
    private void Unseen(bool mayBreak)
    {
        if (_count > 0 && _glyphs[_count - 1] is { After: not Break.Must } last)
        {
            _glyphs[_count - 1] = last with { After = !mayBreak ? Break.No : last.After == Break.Space ? Break.Space : Break.May };
        }
    }

    /// <summary>Whether a word has letters that join or marks that sit on others.</summary>
    private static bool NeedsShaping(ReadOnlySpan<char> word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.Value >= FirstCombiningMark
                && (Characters.JoiningType(rune.Value) is not (JoiningType.U or JoiningType.T)
                    || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark))
            {
                return true;
            }
        }

        return false;
    }

    private static string? ScriptOf(int character) => character switch
    {
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => "grek",
        >= 0x0400 and <= 0x052F => "cyrl",
        (>= 0x0600 and <= 0x06FF) or (>= 0x0750 and <= 0x077F) or (>= 0x0870 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) => "arab",
        >= 0x0900 and <= 0x097F => "dev2",
        _ => null,
    };
}
