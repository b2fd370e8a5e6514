namespace SenSupport.Domain.Schools;

/// <summary>Which years a kind of school teaches. Stored by name: members may be added, never renamed.</summary>
public enum SchoolPhase
{
    /// <summary>Nursery school.</summary>
    Nursery,

    /// <summary>Infant, junior or primary school.</summary>
    Primary,

    /// <summary>Middle school.</summary>
    Middle,

    /// <summary>Secondary school.</summary>
    Secondary,

    /// <summary>From the first years to 16 or 18.</summary>
    AllThrough,

    /// <summary>Sixth-form college or school for 16 to 19.</summary>
    SixteenPlus,

    /// <summary>Special school.</summary>
    Special,

    /// <summary>Pupil referral unit or other alternative provision.</summary>
    AlternativeProvision,
}

/// <summary>The phases' names, and the years that a school of each usually teaches.</summary>
public static class SchoolPhases
{
    /// <summary>Every phase, youngest pupils first.</summary>
    public static IReadOnlyList<SchoolPhase> All { get; } = Enum.GetValues<SchoolPhase>();

    /// <summary>The name as it stands on screen.</summary>
    public static string Name(this SchoolPhase phase) => phase switch
    {
        SchoolPhase.AllThrough => "All-through",
        SchoolPhase.SixteenPlus => "16 to 19",
        SchoolPhase.Special => "Special school",
        SchoolPhase.AlternativeProvision => "Alternative provision",
        _ => $"{phase}",
    };
}
