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
        byName = [];
        foreach (var row in file.Staff.OrderBy(row => row.Role == StaffRoles.Senco ? 0 : 1))
        {
            // The SENCo began with SenSupport, and added the others.
            var details = new StaffDetails(row.Name, row.Account is null ? "" : $"{row.Account}@{DemoSchool.Domain}", row.JobTitle);
            Guid? account = row.Account is { } key ? accounts[key] : null;
            byName[row.Name] = byName.Count == 0
                ? StaffMember.AddFirst(schoolId, details, row.Role, AfterSchool(begun), begun, account)
                : StaffMember.Add(schoolId, details, row.Role, SencoOn(begun), account);
        }

        Classes = [.. file.Classes.Select(row => SchoolClass.Add(schoolId, row.Name, row.NcYear, SencoOn(begun), row.Teachers.Select(teacher => byName[teacher].Id)))];
    }

    /// <summary>Everyone.</summary>
    public IReadOnlyCollection<StaffMember> All => byName.Values;

    /// <summary>The classes in the order of the file.</summary>
    public IReadOnlyList<SchoolClass> Classes { get; }

    /// <summary>The SENCo.</summary>
    public StaffMember Senco => With(StaffRoles.Senco);

    /// <summary>The SENCo acting on a day, after school.</summary>
    public Acting SencoOn(DateOnly day) => new(Senco.Id, Senco.Name, AfterSchool(day), day);

    /// <summary>The office.</summary>
    public StaffMember Office => With(StaffRoles.Office);

    /// <summary>A person by name.</summary>
    public StaffMember Named(string name) => byName[name];

    /// <summary>The teacher whom a pupil who is in a class now had on a day: classes move up together each September.</summary>
    public StaffMember TeacherOf(string className, DateOnly day) => byName[RowOn(className, day).Teachers[0]];

    /// <summary>The teaching assistant of the class in which the pupil was on a day.</summary>
    public StaffMember AssistantOf(string className, DateOnly day) => byName[RowOn(className, day).Assistant];

    private static DateTime AfterSchool(DateOnly day) => day.ToDateTime(new TimeOnly(15, 40), DateTimeKind.Utc);

    // The file lists two classes a year, from Reception up.
    private DemoClassRow RowOn(string className, DateOnly day)
    {
        var index = rows.ToList().FindIndex(row => row.Name == className);
        var earlier = index - (2 * (year.StartYear - AcademicYear.Of(day).StartYear));
        return rows[earlier < 0 ? index % 2 : earlier];
    }

    private StaffMember With(StaffRoles role) => byName.Values.First(staff => staff.Roles == role);
}
