using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>A registration class, with the staff who teach it.</summary>
public sealed class SchoolClass : AggregateRoot
{
    private readonly List<ClassTeacher> teachers = [];

    private SchoolClass()
    {
    }

    /// <summary>What the school calls it, for example "4W".</summary>
    public string Name { get; private set; } = "";

    /// <summary>The national curriculum year of most of its pupils.</summary>
    public string NcYear { get; private set; } = "";

    /// <summary>Who teaches it.</summary>
    public IReadOnlyList<ClassTeacher> Teachers => teachers;

    /// <summary>Adds a class to a school.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="name">What the school calls it.</param>
    /// <param name="ncYear">The census code of its year.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="teacherIds">Who teaches it.</param>
    /// <exception cref="DomainRuleException">There is no name, or the year is unknown.</exception>
    public static SchoolClass Add(Guid schoolId, string name, string ncYear, Acting by, params IEnumerable<Guid> teacherIds)
    {
        var added = new SchoolClass { Id = Guid.CreateVersion7(), SchoolId = schoolId };
        added.Write(name, ncYear);
        added.Write(teacherIds);
        added.Record(null, null, RecordEventKind.ClassAdded, by, added.Name);
        return added;
    }

    /// <summary>Changes name, year and teachers: those that are given are all that teach it afterwards.</summary>
    /// <exception cref="DomainRuleException">There is no name, or the year is unknown.</exception>
    public void Change(string name, string ncYear, IEnumerable<Guid> teacherIds, Acting by)
    {
        var (nameBefore, yearBefore, teachersBefore) = (Name, NcYear, Keys());
        Write(name, ncYear);
        Write(teacherIds);
        FieldChange[] changes =
        [
            .. Changed("name", nameBefore, Name),
            .. Changed("ncYear", yearBefore, NcYear),
            .. Changed("teachers", teachersBefore, Keys()),
        ];
        if (changes.Length > 0)
        {
            Record(null, null, RecordEventKind.ClassChanged, by, Name, changes);
        }
    }

    /// <summary>Names a teacher of the class; naming one twice changes nothing.</summary>
    public void NameTeacher(Guid staffId, Acting by) => Change(Name, NcYear, [.. teachers.Select(teacher => teacher.StaffId), staffId], by);

    /// <summary>Takes a teacher from the class; one who does not teach it changes nothing.</summary>
    public void RemoveTeacher(Guid staffId, Acting by) => Change(Name, NcYear, [.. teachers.Select(teacher => teacher.StaffId).Where(id => id != staffId)], by);

    /// <summary>Says that the class is removed, which the caller then does; its history stays.</summary>
    /// <param name="pupils">How many pupils are in it, former pupils among them.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="DomainRuleException">There are pupils in it.</exception>
    public void Remove(int pupils, Acting by)
    {
        DomainRuleException.Require(pupils == 0, pupils == 1 ? $"{Name} has a pupil in it, so it cannot be removed" : $"{Name} has {pupils} pupils in it, so it cannot be removed");
        Record(null, null, RecordEventKind.ClassRemoved, by, Name);
    }

    private static IEnumerable<FieldChange> Changed(string path, string before, string after) => before == after ? [] : [new(path, before, after)];

    private string Keys() => string.Join(' ', teachers.Select(teacher => $"{teacher.StaffId}").Order(StringComparer.Ordinal));

    private void Write(string name, string ncYear)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(name), "Enter the name of the class");
        var (keptName, keptYear) = (TextLimits.Keep(name, TextLimits.Name, "The name of the class"), Schools.NcYear.Parse(ncYear).Code);
        (Name, NcYear) = (keptName, keptYear);
    }

    private void Write(IEnumerable<Guid> teacherIds)
    {
        var ids = teacherIds.Distinct().ToList();
        teachers.RemoveAll(teacher => !ids.Contains(teacher.StaffId));
        teachers.AddRange(ids.Where(id => !teachers.Exists(teacher => teacher.StaffId == id)).Select(id => new ClassTeacher(Id, id)));
    }
}

/// <summary>A member of staff who teaches a class.</summary>
/// <param name="ClassId">The class.</param>
/// <param name="StaffId">The member of staff.</param>
public sealed record ClassTeacher(Guid ClassId, Guid StaffId);
