namespace SenSupport.Domain.Schools;

/// <summary>What a member of staff does in one school; a person may have several roles.</summary>
[Flags]
public enum StaffRoles
{
    /// <summary>No role: the person cannot sign in to this school.</summary>
    None = 0,

    /// <summary>Special educational needs co-ordinator: sees and does everything about SEN.</summary>
    Senco = 1,

    /// <summary>Types and arranges what the SENCo does; does not open or close SEN Support, nor share a plan.</summary>
    SenAssistant = 2,

    /// <summary>Own classes, and pupils they are responsible for.</summary>
    Teacher = 4,

    /// <summary>The pupils they support.</summary>
    TeachingAssistant = 8,

    /// <summary>Headteacher or senior leader: everything, to read.</summary>
    Head = 16,

    /// <summary>Costs and totals; no narrative.</summary>
    BusinessManager = 32,

    /// <summary>Aggregate figures only, counts under 5 suppressed.</summary>
    Governor = 64,

    /// <summary>Office and data manager: pupils, classes and codes; no narrative.</summary>
    Office = 128,
}
