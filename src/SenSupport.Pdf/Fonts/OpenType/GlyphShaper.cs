using SenSupport.Pdf.Text.Unicode;

namespace SenSupport.Pdf.Fonts.OpenType;

/// <summary>Shapes runs of one font: joined forms and ligatures, then kerning and the places of marks.</summary>
internal sealed class GlyphShaper(TrueTypeFont font, LayoutTable substitutions, LayoutTable positions, GlyphDefinitions definitions)
{
    private static readonly (JoiningForm Form, string Feature)[] Forms =
        [(JoiningForm.Isolated, "isol"), (JoiningForm.Final, "fina"), (JoiningForm.Medial, "medi"), (JoiningForm.Initial, "init")];

    private readonly Substitution _substitution = new(substitutions);
    private readonly Positioning _positioning = new(positions);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Plan> _plans = [];

    public GlyphRun NewRun() => new(definitions);

    /// <summary>Shapes a run whose glyphs are those of its characters.</summary>
    public void Shape(GlyphRun run, string script)
    {
        var plan = _plans.GetOrAdd(script, MakePlan);
        run.Begin();
        _substitution.Apply(run, plan.Composition);
        if (plan.Joined)
        {
            foreach (var (form, lookups) in plan.ByForm)
            {
                _substitution.Apply(run, lookups, form);
            }

            _substitution.Apply(run, plan.RequiredLigatures);
            _substitution.Apply(run, plan.Alternates);
            _substitution.Apply(run, plan.Ligatures);
        }

        for (var i = 0; i < run.Count; i++)
        {
            ref var glyph = ref run[i];
            glyph.AttachedTo = -1;
            glyph.Advance = glyph.Id >= font.GlyphCount || definitions.IsMark(glyph.Id) ? 0 : font.Advance(glyph.Id);
        }

        _positioning.Apply(run, plan.Positions);
    }

    /// <summary>The form of each letter of a word, by its neighbours (Unicode Standard, 9.2, rules R1 to R7).</summary>
    public static void Join(ReadOnlySpan<int> characters, Span<JoiningForm> forms)
    {
        var before = -1;
        for (var i = 0; i < characters.Length; i++)
        {
            var type = Characters.JoiningType(characters[i]);
            if (type is JoiningType.T)
            {
                continue;
            }

            var joins = before >= 0
                && Characters.JoiningType(characters[before]) is JoiningType.D or JoiningType.L or JoiningType.C
                && type is JoiningType.D or JoiningType.R or JoiningType.C;
            if (joins)
            {
                forms[before] = forms[before] == JoiningForm.Final ? JoiningForm.Medial : JoiningForm.Initial;
            }

            forms[i] = type is JoiningType.D or JoiningType.R or JoiningType.L ? joins ? JoiningForm.Final : JoiningForm.Isolated : JoiningForm.None;
            if (type is JoiningType.C)
            {
                forms[i] = joins ? JoiningForm.Final : JoiningForm.None;
            }

            before = i;
        }
    }

    /// <summary>
    /// Puts Arabic marks in the order in which they sit on their letter, innermost first: hamza and what changes the letter, then shadda, then
    /// vowels (UTR 53). Canonical order, which text is kept in, puts vowels before shadda.
    /// </summary>
    public static void OrderMarks(Span<(int Character, JoiningForm Form)> cluster)
    {
        for (var i = 2; i < cluster.Length; i++)
        {
            var mark = cluster[i];
            var k = i;
            for (; k > 1 && Nearness(mark.Character) < Nearness(cluster[k - 1].Character); k--)
            {
                cluster[k] = cluster[k - 1];
            }

            cluster[k] = mark;
        }
    }

    private static int Nearness(int character) => character switch
    {
        0x0654 or 0x0655 or 0x0658 or 0x06DC or 0x06E3 or 0x06E7 or 0x06E8 or 0x08D3 or 0x08F3 => 0,
        0x0651 => 1,
        (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06ED) or (>= 0x08E3 and <= 0x08FF) => 2,
        _ => 0,
    };

    private Plan MakePlan(string script) => new(
        script == "arab",
        substitutions.Lookups(script, "ccmp", "locl"),
        [.. Forms.Select(f => (f.Form, substitutions.Lookups(script, f.Feature)))],
        substitutions.Lookups(script, "rlig"),
        substitutions.Lookups(script, "calt", "rclt"),
        substitutions.Lookups(script, "liga", "clig", "mset"),
        positions.Lookups(script, "kern", "mark", "mkmk", "abvm", "blwm", "dist"));

    private sealed record Plan(
        bool Joined, int[] Composition, (JoiningForm Form, int[] Lookups)[] ByForm, int[] RequiredLigatures, int[] Alternates, int[] Ligatures, int[] Positions);
}
