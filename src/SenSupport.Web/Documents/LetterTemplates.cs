using System.Text.Json;
using System.Text.RegularExpressions;

namespace SenSupport.Web.Documents;

/// <summary>A letter to begin from. Its fields stand in double braces: <c>{{pupil.firstName}}</c>.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Title">What it is.</param>
/// <param name="Audience">"parent" or "youngPerson": from the end of compulsory school age the person is written to.</param>
/// <param name="Body">Simple Markdown.</param>
public sealed record LetterTemplate(string Id, string Title, string Audience, string Body)
{
    /// <summary>Whether it is written to the young person.</summary>
    public bool IsForYoungPerson => Audience == "youngPerson";
}

/// <summary>The letters that schools begin from, and how their fields are filled.</summary>
public static partial class LetterTemplates
{
    private static readonly Lazy<IReadOnlyList<LetterTemplate>> Read = new(() =>
    {
        using var file = typeof(LetterTemplates).Assembly.GetManifestResourceStream("Content/letters.json")!;
        return JsonSerializer.Deserialize<List<LetterTemplate>>(file, JsonSerializerOptions.Web)!;
    });

    /// <summary>Every letter, in the order of its file.</summary>
    public static IReadOnlyList<LetterTemplate> All => Read.Value;

    /// <summary>A letter; null where there is none of that key.</summary>
    public static LetterTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    /// <summary>The letter's words with every field that is known. One that is not stands in double brackets, to be filled in by hand.</summary>
    public static string Fill(LetterTemplate template, IReadOnlyDictionary<string, string> fields) => Field().Replace(
        template.Body,
        match => fields.GetValueOrDefault(match.Groups[1].Value, "") is { Length: > 0 } known ? known : $"[[{InWords(match.Groups[1].Value)}]]");

    /// <summary>What is still to be filled in, in the order of the letter.</summary>
    public static IReadOnlyList<string> Gaps(string text) => [.. Gap().Matches(text).Select(match => match.Groups[1].Value).Distinct()];

    // "support.startDate" becomes "support start date".
    private static string InWords(string field) => Capital().Replace(field.Replace('.', ' '), match => $" {match.Value.ToLowerInvariant()}");

    [GeneratedRegex(@"\{\{([A-Za-z]+\.[A-Za-z]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"\[\[([^\[\]\n]{1,80})\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
