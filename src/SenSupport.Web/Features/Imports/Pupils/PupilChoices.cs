using System.Text.Json;
using System.Text.Json.Serialization;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>What to do with a row that is likely, but not certainly, a pupil of the school.</summary>
public enum LikelyChoice
{
    /// <summary>Nobody has said: the row is left out.</summary>
    Undecided,

    /// <summary>It is the same pupil.</summary>
    Same,

    /// <summary>It is another pupil, to be added.</summary>
    New,
}

/// <summary>What people chose on the preview of a pupil file.</summary>
public sealed record PupilChoices
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>By line of the file.</summary>
    public Dictionary<int, LikelyChoice> Likely { get; init; } = [];

    /// <summary>Pupils whose SEN status and needs are taken from the file.</summary>
    public HashSet<Guid> SenFromFile { get; init; } = [];

    /// <summary>Pupils who are not in the file and have left.</summary>
    public HashSet<Guid> Left { get; init; } = [];

    /// <summary>Their last day; null for the day of the import.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Names of unknown classes, folded, that are not to be created.</summary>
    public HashSet<string> ClassesNotCreated { get; init; } = [];

    /// <summary>The choices as they are stored; empty text for none.</summary>
    public static PupilChoices Read(string stored) => stored.Length == 0 ? new PupilChoices() : JsonSerializer.Deserialize<PupilChoices>(stored, Json) ?? new PupilChoices();

    /// <summary>As <see cref="Read"/> takes them.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);
}
