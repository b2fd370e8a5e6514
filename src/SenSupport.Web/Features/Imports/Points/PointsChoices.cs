using System.Text.Json;
using SenSupport.Web.Exchange.Progress;

namespace SenSupport.Web.Features.Imports.Points;

/// <summary>What people chose on the preview of a file of assessment points.</summary>
/// <param name="Measure">The subject or test of rows that do not say it.</param>
/// <param name="On">The day of rows that do not say it.</param>
public sealed record PointsChoices(string Measure = "", DateOnly? On = null)
{
    /// <summary>Lines of the file whose results take the place of other ones that stand here.</summary>
    public HashSet<int> FromFile { get; init; } = [];

    /// <summary>What holds for rows that do not say it.</summary>
    public PointDefaults Defaults => new(Measure, On);

    /// <summary>The choices as they are stored; empty text for none.</summary>
    public static PointsChoices Read(string stored) => stored.Length == 0 ? new PointsChoices() : JsonSerializer.Deserialize<PointsChoices>(stored) ?? new PointsChoices();

    /// <summary>As <see cref="Read"/> takes them.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
