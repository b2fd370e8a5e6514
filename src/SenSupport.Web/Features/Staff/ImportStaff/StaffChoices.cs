using System.Text.Json;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Staff;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>Whether a row is somebody who is on the staff already.</summary>
public enum LikelyStaff
{
    /// <summary>Not said yet: the row is left out.</summary>
    Undecided,

    /// <summary>It is.</summary>
    Same,

    /// <summary>It is somebody else, to be added.</summary>
    New,
}

/// <summary>Which roles hold where the file names one that a person does not have here.</summary>
public enum RoleChoice
{
    /// <summary>Those that they have here.</summary>
    Keep,

    /// <summary>Those here, and the file's.</summary>
    Add,

    /// <summary>The file's alone.</summary>
    Replace,
}

/// <summary>What was chosen on the preview of an import of staff.</summary>
public sealed class StaffChoices
{
    /// <summary>What the words for roles mean, by <see cref="RoleWords.Key"/>; no role for "leave these people out".</summary>
    public Dictionary<string, StaffRoles> Words { get; set; } = [];

    /// <summary>What was said of likely matches, by line.</summary>
    public Dictionary<int, LikelyStaff> Likely { get; set; } = [];

    /// <summary>Which roles hold, by person.</summary>
    public Dictionary<Guid, RoleChoice> Roles { get; set; } = [];

    /// <summary>As it was stored; nothing chosen for an empty text.</summary>
    public static StaffChoices Read(string stored) => stored.Length == 0 ? new() : JsonSerializer.Deserialize<StaffChoices>(stored) ?? new();

    /// <summary>As it is stored.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
