using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>The people and classes of the demonstration school, and who teaches whom in which year.</summary>
internal sealed class DemoStaff
{
    private readonly Dictionary<string, StaffMember> byName;
    private readonly IReadOnlyList<DemoClassRow> rows;
    private readonly AcademicYear year;

    /// <summary>Makes staff and classes.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="file">What the file says.</param>
    /// <param name="year">The academic year in which the classes are as the file says.</param>
    /// <param name="begun">The day on which the school began with SenSupport.</param>
    /// <param name="accounts">The keys of the accounts, by the part of the address before the @.</param>
    public DemoStaff(Guid schoolId, DemoSchoolFile file, AcademicYear year, DateOnly begun, IReadOnlyDictionary<string, Guid> accounts)
    {
        (rows, this.year) = (file.Classes, year);
        byName = file.Staff.ToDictionary(row => row.Name, row => StaffMember.Add(schoolId, row.Name, row.JobTitle, row.Role, row.Account is { } key ? accounts[key] : null));
        Classes = [.. file.Classes.Select(row => SchoolClass.Add(schoolId, row.Name, row.NcYear, SencoOn(begun), row.Teachers.Select(teacher => byName[teacher].Id)))];
    }

    /// <summary>Everyone.</summary>
    public IReadOnlyCollection<StaffMember> All => byName.Values;

    /// <summary>The classes in the order of the file.</summary>
    public IReadOnlyList<SchoolClass> Classes { get; }

    /// <summary>The SENCo.</summary>
    public StaffMember Senco => With(StaffRoles.Senco);

    /// <summary>The SENCo acting on a day, after school.</summary>
    public Acting SencoOn(DateOnly day) => new(Senco.Id, Senco.Name, day.ToDateTime(new TimeOnly(15, 40), DateTimeKind.Utc), day);

    /// <summary>The office.</summary>
    public StaffMember Office => With(StaffRoles.Office);

    /// <summary>A person by name.</summary>
    public StaffMember Named(string name) => byName[name];

    /// <summary>The teacher whom a pupil who is in a class now had on a day: classes move up together each September.</summary>
    public StaffMember TeacherOf(string className, DateOnly day) => byName[RowOn(className, day).Teachers[0]];

    /// <summary>The teaching assistant of the class in which the pupil was on a day.</summary>
    public StaffMember AssistantOf(string className, DateOnly day) => byName[RowOn(className, day).Assistant];

    // The file lists two classes a year, from Reception up.
    private DemoClassRow RowOn(string className, DateOnly day)
    {
        var index = rows.ToList().FindIndex(row => row.Name == className);
        var earlier = index - (2 * (year.StartYear - AcademicYear.Of(day).StartYear));
        return rows[earlier < 0 ? index % 2 : earlier];
    }

    private StaffMember With(StaffRoles role) => byName.Values.First(staff => staff.Roles == role);
}
