using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Groups.ViewGroup;

/// <summary>What is stored of a group.</summary>
public sealed record GroupDetails(Guid Id, string Name, string Subject, int StartYear, DateOnly? ClosedOn, Guid Version);

/// <summary>Someone's time in the group.</summary>
public sealed record GroupPerson
{
    /// <summary>The time's key.</summary>
    public Guid Id { get; init; }

    /// <summary>The pupil or the member of staff.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Class of a pupil, job title of a teacher; empty where there is none.</summary>
    public string Where { get; init; } = "";

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the pupil has left the school.</summary>
    public bool HasLeft { get; init; }
}

/// <summary>A group with who is in it, who was, and who teaches it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Pupils">Every pupil's time.</param>
/// <param name="Teachers">Every teacher's time.</param>
/// <param name="Staff">Staff who can be named, when the person keeps groups.</param>
/// <param name="Form">What is typed of a teacher to add.</param>
/// <param name="MayKeep">Whether the person changes it.</param>
/// <param name="Today">Today in the school.</param>
public sealed record ViewGroupPage(
    GroupDetails Group, IReadOnlyList<GroupPerson> Pupils, IReadOnlyList<GroupPerson> Teachers, IReadOnlyList<StaffChoice> Staff, TeacherForm Form, bool MayKeep, DateOnly Today)
{
    /// <summary>Whether it is open and the person changes it.</summary>
    public bool MayChange => MayKeep && Group.ClosedOn is null;

    /// <summary>Times that count today, or will.</summary>
    public IEnumerable<GroupPerson> Current(IReadOnlyList<GroupPerson> people) => people.Where(person => !(person.Until < Today));

    /// <summary>Times that are over, the latest first.</summary>
    public IEnumerable<GroupPerson> Past(IReadOnlyList<GroupPerson> people) => people.Where(person => person.Until < Today).OrderByDescending(person => person.Until);

    /// <summary>The group.</summary>
    public static IQueryable<GroupDetails> Find(SenSupportDbContext db, Guid groupId) =>
        db.TeachingGroups.AsNoTracking().Where(group => group.Id == groupId)
            .Select(group => new GroupDetails(group.Id, group.Name, group.Subject, group.StartYear, group.ClosedOn, group.Version));

    /// <summary>Pupils' times, by name.</summary>
    public static IQueryable<GroupPerson> PupilTimes(SenSupportDbContext db, Guid groupId) =>
        from time in db.GroupPupils.AsNoTracking()
        where time.GroupId == groupId
        join pupil in db.Pupils on time.PupilId equals pupil.Id
        orderby pupil.SortName, time.From
        select new GroupPerson
        {
            Id = time.Id,
            PersonId = pupil.Id,
            Name = pupil.Surname + ", " + (pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs),
            Where = db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault() ?? "",
            From = time.From,
            Until = time.Until,
            HasLeft = pupil.LeftOn != null,
        };

    /// <summary>Teachers' times, by name.</summary>
    public static IQueryable<GroupPerson> TeacherTimes(SenSupportDbContext db, Guid groupId) =>
        from time in db.GroupTeachers.AsNoTracking()
        where time.GroupId == groupId
        join staff in db.Staff on time.StaffId equals staff.Id
        orderby staff.Name, time.From
        select new GroupPerson { Id = time.Id, PersonId = staff.Id, Name = staff.Name, Where = staff.JobTitle, From = time.From, Until = time.Until };

    /// <summary>Staff who can be named as teachers: those whose role is one that teaches.</summary>
    public static IQueryable<StaffChoice> Teaching(SenSupportDbContext db) =>
        db.Staff.AsNoTracking().Where(staff => (staff.Roles & StaffRoles.Teacher) != 0).OrderBy(staff => staff.Name).Select(staff => new StaffChoice(staff.Id, staff.Name, staff.JobTitle));
}

/// <summary>A member of staff to choose.</summary>
public sealed record StaffChoice(Guid Id, string Name, string JobTitle);
