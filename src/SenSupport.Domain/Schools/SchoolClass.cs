using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>A registration class, with the staff who teach it.</summary>
public sealed class SchoolClass
{
    private readonly List<ClassTeacher> teachers = [];

    private SchoolClass()
    {
    }

    /// <summary>The class's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The school it belongs to.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>What the school calls it, for example "4W".</summary>
    public string Name { get; private set; } = "";

    /// <summary>The national curriculum year of most of its pupils.</summary>
    public string NcYear { get; private set; } = "";

    /// <summary>Who teaches it.</summary>
    public IReadOnlyList<ClassTeacher> Teachers => teachers;

    /// <summary>Adds a class to a school.</summary>
    /// <exception cref="DomainRuleException">There is no name, or the year is unknown.</exception>
    public static SchoolClass Add(Guid schoolId, string name, string ncYear)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(name), "Enter the name of the class");
        return new SchoolClass
        {
            Id = Guid.CreateVersion7(),
            SchoolId = schoolId,
            Name = TextLimits.Keep(name, TextLimits.Name, "The name of the class"),
            NcYear = Schools.NcYear.Parse(ncYear).Code,
        };
    }

    /// <summary>Names a teacher of the class; naming one twice changes nothing.</summary>
    public void NameTeacher(Guid staffId)
    {
        if (!teachers.Exists(teacher => teacher.StaffId == staffId))
        {
            teachers.Add(new ClassTeacher(Id, staffId));
        }
    }
}

/// <summary>A member of staff who teaches a class.</summary>
/// <param name="ClassId">The class.</param>
/// <param name="StaffId">The member of staff.</param>
public sealed record ClassTeacher(Guid ClassId, Guid StaffId);
