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
