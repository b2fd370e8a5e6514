using System.Text.Json;

namespace SenSupport.Web.Features.Imports.Plans;

/// <summary>What people chose on the preview of a file of plans.</summary>
public sealed record PlansChoices
{
    /// <summary>Pupils with an open cycle to which the file's rows are added.</summary>
    public HashSet<Guid> AddTo { get; init; } = [];

    /// <summary>The choices as they are stored; empty text for none.</summary>
    public static PlansChoices Read(string stored) => stored.Length == 0 ? new PlansChoices() : JsonSerializer.Deserialize<PlansChoices>(stored) ?? new PlansChoices();

    /// <summary>As <see cref="Read"/> takes them.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
