namespace SenSupport.Domain.Schools;

/// <summary>Roles one by one, and what they are called.</summary>
public static class StaffRoleNames
{
    /// <summary>Every role, in the order in which they are listed.</summary>
    public static IReadOnlyList<StaffRoles> All { get; } =
    [
        StaffRoles.Senco, StaffRoles.SenAssistant, StaffRoles.Head, StaffRoles.Teacher, StaffRoles.TeachingAssistant, StaffRoles.Office, StaffRoles.BusinessManager, StaffRoles.Governor,
    ];

    /// <summary>The roles that a person has.</summary>
    public static IEnumerable<StaffRoles> Each(this StaffRoles roles) => All.Where(role => (roles & role) != 0);

    /// <summary>What one role is called.</summary>
    public static string Name(this StaffRoles role) => role switch
    {
        StaffRoles.Senco => "SENCo",
        StaffRoles.SenAssistant => "SEN assistant",
        StaffRoles.Head => "Headteacher or senior leader",
        StaffRoles.Teacher => "Teacher",
        StaffRoles.TeachingAssistant => "Teaching assistant",
        StaffRoles.Office => "Office or data manager",
        StaffRoles.BusinessManager => "Business manager",
        StaffRoles.Governor => "Governor",
        _ => "No role",
    };

    /// <summary>All of a person's roles: "SENCo, Teacher"; empty for none.</summary>
    public static string InWords(this StaffRoles roles) => string.Join(", ", roles.Each().Select(Name));
}
