using System.Text.RegularExpressions;

namespace SenSupport.Web.Features.Shared;

/// <summary>Names of choices as they stand in an address: <c>ReviewOverdue</c> is "review-overdue".</summary>
internal static partial class Slug
{
    /// <summary>The choice in an address.</summary>
    public static string Of<T>(T choice)
        where T : struct, Enum => Names<T>.ByChoice[choice];

    /// <summary>The choice that an address names; null when it names none that there is.</summary>
    public static T? Find<T>(string text)
        where T : struct, Enum => Names<T>.BySlug.TryGetValue(text, out var choice) ? choice : null;

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStarts();

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByChoice = Enum.GetValues<T>().ToDictionary(choice => choice, choice => WordStarts().Replace(choice.ToString(), "-").ToLowerInvariant());
        public static readonly Dictionary<string, T> BySlug = ByChoice.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
