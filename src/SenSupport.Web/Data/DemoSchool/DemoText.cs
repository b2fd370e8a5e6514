using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Puts a pupil's name and pronouns into a story.</summary>
internal sealed class DemoText(Pupil pupil)
{
    private readonly Pronouns pronouns = Pronouns.For(pupil.Sex);

    /// <summary>The text about this pupil.</summary>
    public string Fill(string text) => text.Contains('{', StringComparison.Ordinal)
        ? text
            .Replace("{name}", pupil.FirstName, StringComparison.Ordinal)
            .Replace("{they}", pronouns.They, StringComparison.Ordinal)
            .Replace("{them}", pronouns.Them, StringComparison.Ordinal)
            .Replace("{their}", pronouns.Their, StringComparison.Ordinal)
            .Replace("{They}", Capital(pronouns.They), StringComparison.Ordinal)
            .Replace("{Their}", Capital(pronouns.Their), StringComparison.Ordinal)
        : text;

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
