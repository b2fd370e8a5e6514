using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class SchoolClassTests
{
    private static readonly string Name = new('a', TextLimits.Name);

    [Fact]
    public void Add_WhenClassIsNamed_HasItsYear()
    {
        var teacher = Guid.CreateVersion7();

        var added = SchoolClass.Add(Given.SchoolId, " 4W ", "4", Given.Senco, teacher, teacher);

        Assert.Equal((Given.SchoolId, "4W", "4"), (added.SchoolId, added.Name, added.NcYear));
        Assert.Equal([new ClassTeacher(added.Id, teacher)], added.Teachers);
        var happened = Assert.Single(added.PendingEvents);
        Assert.Equal((RecordEventKind.ClassAdded, null, "4W", added.Id), (happened.Kind, happened.PupilId, happened.Summary, happened.RecordId));
        Assert.Equal(Name, SchoolClass.Add(Given.SchoolId, Name, "4", Given.Senco).Name);
        Assert.Throws<DomainRuleException>(() => SchoolClass.Add(Given.SchoolId, "", "4", Given.Senco));
        Assert.Throws<DomainRuleException>(() => SchoolClass.Add(Given.SchoolId, Name + "a", "4", Given.Senco));
        Assert.Throws<DomainRuleException>(() => SchoolClass.Add(Given.SchoolId, "4W", "15", Given.Senco));
    }

    [Fact]
    public void Change_WhenSomethingDiffers_IsOneEventWithOldAndNew()
    {
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var added = SchoolClass.Add(Given.SchoolId, "4W", "4", Given.Senco, one);

        var change = Given.Changes(added, () => added.Change("5W", "5", [two], Given.Senco));

        Assert.Equal(RecordEventKind.ClassChanged, change.Kind);
        Assert.Equal([new("name", "4W", "5W"), new("ncYear", "4", "5"), new FieldChange("teachers", $"{one}", $"{two}")], change.Changes);
        Given.ChangesNothing(added, () => added.Change(" 5W ", "5", [two], Given.Senco));
        Given.Refuses(added, () => added.Change(" ", "5", [], Given.Senco));
        Given.Refuses(added, () => added.Change("5W", "15", [], Given.Senco));
    }

    [Fact]
    public void NameTeacher_WhenNamedTwice_StandsOnce()
    {
        var added = SchoolClass.Add(Given.SchoolId, "4W", "4", Given.Senco);
        var teacher = Guid.CreateVersion7();

        added.NameTeacher(teacher, Given.Senco);
        Given.ChangesNothing(added, () => added.NameTeacher(teacher, Given.Senco));
        added.NameTeacher(Guid.CreateVersion7(), Given.Senco);
        Assert.Equal(2, added.Teachers.Count);
        added.RemoveTeacher(teacher, Given.Senco);

        Assert.NotEqual(teacher, Assert.Single(added.Teachers).StaffId);
        Given.ChangesNothing(added, () => added.RemoveTeacher(teacher, Given.Senco));
    }

    [Fact]
    public void Remove_WhenPupilsAreInIt_IsRefused()
    {
        var added = SchoolClass.Add(Given.SchoolId, "4W", "4", Given.Senco);

        Assert.Equal("4W has a pupil in it, so it cannot be removed", Given.Refuses(added, () => added.Remove(1, Given.Senco)).Message);
        Given.Refuses(added, () => added.Remove(30, Given.Senco));
        Assert.Equal((RecordEventKind.ClassRemoved, "4W"), Given.Changes(added, () => added.Remove(0, Given.Senco)) is var gone ? (gone.Kind, gone.Summary) : default);
    }
}
