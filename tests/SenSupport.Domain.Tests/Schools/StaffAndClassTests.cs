using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class StaffAndClassTests
{
    private static readonly string Name = new('a', TextLimits.Name);

    [Fact]
    public void Add_WhenPersonIsNamed_IsOnTheStaff()
    {
        var account = Guid.CreateVersion7();

        var person = StaffMember.Add(Given.SchoolId, Name, " PE ", StaffRoles.Teacher | StaffRoles.Head, account);

        Assert.Equal((Given.SchoolId, account, Name, "PE"), (person.SchoolId, person.AccountId!.Value, person.Name, person.JobTitle));
        Assert.Equal(StaffRoles.Teacher | StaffRoles.Head, person.Roles);
        Assert.Throws<DomainRuleException>(() => StaffMember.Add(Given.SchoolId, " ", "", StaffRoles.None));
        Assert.Throws<DomainRuleException>(() => StaffMember.Add(Given.SchoolId, Name + "a", "", StaffRoles.None));
        Assert.Throws<DomainRuleException>(() => StaffMember.Add(Given.SchoolId, "A", Name + "a", StaffRoles.None));
    }

    [Fact]
    public void Add_WhenClassIsNamed_HasItsYear()
    {
        var added = SchoolClass.Add(Given.SchoolId, " 4W ", "4");

        Assert.Equal((Given.SchoolId, "4W", "4"), (added.SchoolId, added.Name, added.NcYear));
        Assert.Throws<DomainRuleException>(() => SchoolClass.Add(Given.SchoolId, "", "4"));
        Assert.Throws<DomainRuleException>(() => SchoolClass.Add(Given.SchoolId, Name + "a", "4"));
        Assert.Throws<DomainRuleException>(() => SchoolClass.Add(Given.SchoolId, "4W", "15"));
    }

    [Fact]
    public void NameTeacher_WhenNamedTwice_StandsOnce()
    {
        var added = SchoolClass.Add(Given.SchoolId, "4W", "4");
        var teacher = Guid.CreateVersion7();

        added.NameTeacher(teacher);
        added.NameTeacher(teacher);
        added.NameTeacher(Guid.CreateVersion7());

        Assert.Equal(2, added.Teachers.Count);
        Assert.Equal(new ClassTeacher(added.Id, teacher), added.Teachers[0]);
    }
}
