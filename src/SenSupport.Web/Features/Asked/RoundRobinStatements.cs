using System.Text.Json;

namespace SenSupport.Web.Features.Asked;

/// <summary>A statement that a colleague answers on five steps.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Text">What is seen.</param>
public sealed record RoundRobinStatement(string Id, string Text);

/// <summary>The statements of a short assessment. An answer keeps their words, so that it stays what it was when they change.</summary>
public static class RoundRobinStatements
{
    private static readonly Lazy<IReadOnlyList<RoundRobinStatement>> Read = new(() =>
    {
        using var file = typeof(RoundRobinStatements).Assembly.GetManifestResourceStream("Content/round-robin.json")!;
        return JsonSerializer.Deserialize<List<RoundRobinStatement>>(file, JsonSerializerOptions.Web)!;
    });

    /// <summary>The statements in their order.</summary>
    public static IReadOnlyList<RoundRobinStatement> All => Read.Value;
}
