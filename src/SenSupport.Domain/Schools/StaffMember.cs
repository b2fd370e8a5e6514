using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>A person who works at one school. A person who works at two has a row in each, under one account.</summary>
public sealed class StaffMember
{
    private StaffMember()
    {
    }

    /// <summary>The key of the person in this school.</summary>
    public Guid Id { get; private set; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>The account that they sign in with; null for someone who never signs in.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>Name as colleagues and parents know it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What they do, in the school's words: "Teaching assistant", "PE".</summary>
    public string JobTitle { get; private set; } = "";

    /// <summary>What they may see and do.</summary>
    public StaffRoles Roles { get; private set; }

    /// <summary>Adds a person to a school's staff.</summary>
    /// <exception cref="DomainRuleException">There is no name.</exception>
    public static StaffMember Add(Guid schoolId, string name, string jobTitle, StaffRoles roles, Guid? accountId = null)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(name), "Enter the person's name");
        return new StaffMember
        {
            Id = Guid.CreateVersion7(),
            SchoolId = schoolId,
            AccountId = accountId,
            Name = TextLimits.Keep(name, TextLimits.Name, "The name"),
            JobTitle = TextLimits.Keep(jobTitle, TextLimits.Name, "The job title"),
            Roles = roles,
        };
    }
}
