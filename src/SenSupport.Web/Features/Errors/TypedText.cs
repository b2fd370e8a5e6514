using System.Text.RegularExpressions;

namespace SenSupport.Web.Features.Errors;

/// <summary>One text that the person had typed into a form which could not be answered: shown back to them, so that it can be copied.</summary>
/// <param name="Field">The field in words, such as "Targets 2 statement".</param>
/// <param name="Text">What was typed.</param>
public sealed partial record TypedText(string Field, string Text)
{
    private const int MostFields = 500;

    /// <summary>What was typed in a request: no passwords, tokens, keys or buttons. Empty where there is no form or it cannot be read.</summary>
    public static async Task<IReadOnlyList<TypedText>> InAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return [];
        }

        try
        {
            var form = await request.ReadFormAsync();
            return [.. form.Where(field => IsText(field.Key)).SelectMany(field => field.Value, (field, value) => new TypedText(InWords(field.Key), value ?? "")).Where(typed => HasWords(typed.Text)).Take(MostFields)];
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>The name of a field in words: "Targets[1].AtHome" is "Targets 2 at home".</summary>
    public static string InWords(string name)
    {
        var numbered = Index().Replace(name, match => $" {int.Parse(match.Groups[1].Value) + 1} ");
        var words = Capital().Replace(numbered.Replace('.', ' '), match => $" {match.Value.ToLowerInvariant()}");
        var text = Spaces().Replace(words, " ").Trim();
        return text.Length == 0 ? name : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static bool IsText(string name) =>
        !name.StartsWith('_')
        && !name.Contains("password", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("version", StringComparison.OrdinalIgnoreCase)
        && name is not ("add" or "remove" or "action" or "returnUrl" or "ReturnUrl" or "Kept");

    private static bool HasWords(string text) => !string.IsNullOrWhiteSpace(text) && text is not ("true" or "false") && !Guid.TryParse(text, out _);

    [GeneratedRegex(@"\[(\d{1,4})\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"(?<=[\p{Ll}\d ])\p{Lu}")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
