using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>
/// A teaching group of one academic year: a set, an option or a small group that a teacher sees besides registration classes. Who was in it and who taught it is
/// dated, and stays when it ends: the pupil-access rule follows what is current.
/// </summary>
public sealed class TeachingGroup : AggregateRoot
{
    private readonly List<GroupPupil> pupils = [];
    private readonly List<GroupTeacher> teachers = [];

    private TeachingGroup()
    {
    }

    /// <summary>What the school calls it, for example "8X/Ma1". No two groups of one academic year have the same name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What is taught, for example "Mathematics"; may be empty.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The calendar year in which its academic year starts.</summary>
    public int StartYear { get; private set; }

    /// <summary>The last day on which it met; null while it goes on.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Everyone who is, was or will be in it.</summary>
    public IReadOnlyList<GroupPupil> Pupils => pupils;

    /// <summary>Everyone who teaches, taught or will teach it.</summary>
    public IReadOnlyList<GroupTeacher> Teachers => teachers;

    /// <summary>Its academic year.</summary>
    public AcademicYear Year => new(StartYear);

    /// <summary>Adds a group to a school.</summary>
    /// <exception cref="DomainRuleException">There is no name, or a text is too long.</exception>
    public static TeachingGroup Add(Guid schoolId, string name, string subject, AcademicYear year, Acting by)
    {
        var group = new TeachingGroup { Id = Guid.CreateVersion7(), SchoolId = schoolId, StartYear = year.StartYear };
        group.Write(name, subject);
        group.Record(RecordEventKind.TeachingGroupAdded, by);
        return group;
    }

    /// <summary>Renames it, or changes its subject. The same words change nothing.</summary>
    /// <exception cref="DomainRuleException">There is no name, or a text is too long.</exception>
    public void Rename(string name, string subject, Acting by)
    {
        var (nameBefore, subjectBefore) = (Name, Subject);
        Write(name, subject);
        if ((nameBefore, subjectBefore) != (Name, Subject))
        {
            Record(RecordEventKind.TeachingGroupChanged, by, new("name", nameBefore, Name), new("subject", subjectBefore, Subject));
        }
    }

    /// <summary>Puts pupils into the group. Those who are in it on the first day already stay as they are.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="DomainRuleException">The group is closed, or the last day is before the first.</exception>
    public int AddPupils(IEnumerable<Guid> pupilIds, DateOnly from, DateOnly? until, Acting by)
    {
        RequireOpen();
        DomainRuleException.Require(!(until < from), "The last day must not be before the first");
        var added = pupilIds.Distinct().Where(id => !pupils.Exists(known => known.PupilId == id && Overlaps(known.From, known.Until, from, until))).Select(id => new GroupPupil(Id, id, from, until)).ToList();
        if (added.Count > 0)
        {
            pupils.AddRange(added);
            Record(RecordEventKind.TeachingGroupChanged, by, [.. added.Select(row => new FieldChange("groupPupil", "", $"{row.PupilId} {row.From:yyyy-MM-dd}"))]);
        }

        return added.Count;
    }

    /// <summary>Ends a pupil's time in the group on a day, which is the last; the time stays in the history.</summary>
    /// <exception cref="DomainRuleException">There is no such time, or the day is before its first.</exception>
    public void EndPupil(Guid membershipId, DateOnly lastDay, Acting by)
    {
        var membership = pupils.Find(known => known.Id == membershipId);
        DomainRuleException.Require(membership is not null, "The pupil is not in this group");
        DomainRuleException.Require(lastDay >= membership!.From, $"The last day must not be before {membership.From:d MMMM yyyy}, the first");
        if (membership.Until != lastDay)
        {
            Record(RecordEventKind.TeachingGroupChanged, by, new FieldChange("groupPupil", $"{membership.PupilId} {membership.Until:yyyy-MM-dd}", $"{membership.PupilId} {lastDay:yyyy-MM-dd}"));
            membership.End(lastDay);
        }
    }

    /// <summary>Names a teacher of the group. One who teaches it on the first day already stays as they are.</summary>
    /// <exception cref="DomainRuleException">The group is closed, or the last day is before the first.</exception>
    public void AddTeacher(Guid staffId, DateOnly from, DateOnly? until, Acting by)
    {
        RequireOpen();
        DomainRuleException.Require(!(until < from), "The last day must not be before the first");
        if (teachers.Exists(known => known.StaffId == staffId && Overlaps(known.From, known.Until, from, until)))
        {
            return;
        }

        teachers.Add(new GroupTeacher(Id, staffId, from, until));
        Record(RecordEventKind.TeachingGroupChanged, by, new FieldChange("groupTeacher", "", $"{staffId} {from:yyyy-MM-dd}"));
    }

    /// <summary>Ends a teacher's time with the group on a day, which is the last.</summary>
    /// <exception cref="DomainRuleException">There is no such time, or the day is before its first.</exception>
    public void EndTeacher(Guid teachingId, DateOnly lastDay, Acting by)
    {
        var teaching = teachers.Find(known => known.Id == teachingId);
        DomainRuleException.Require(teaching is not null, "The person does not teach this group");
        DomainRuleException.Require(lastDay >= teaching!.From, $"The last day must not be before {teaching.From:d MMMM yyyy}, the first");
        if (teaching.Until != lastDay)
        {
            Record(RecordEventKind.TeachingGroupChanged, by, new FieldChange("groupTeacher", $"{teaching.StaffId} {teaching.Until:yyyy-MM-dd}", $"{teaching.StaffId} {lastDay:yyyy-MM-dd}"));
            teaching.End(lastDay);
        }
    }

    /// <summary>Closes the group: every time that goes on ends with it. What would only have begun later never does.</summary>
    /// <param name="lastDay">The last day on which it met.</param>
    /// <param name="by">Who closes it.</param>
    /// <returns>The times that ended, each with the last day it had before.</returns>
    /// <exception cref="DomainRuleException">The group is closed already.</exception>
    public IReadOnlyList<EndedTime> Close(DateOnly lastDay, Acting by)
    {
        RequireOpen();
        var ended = new List<EndedTime>();
        foreach (var time in pupils.Cast<GroupTime>().Concat(teachers).Where(time => time.Until is null || time.Until > lastDay))
        {
            ended.Add(new EndedTime(time.Id, time.Until));
            time.End(lastDay < time.From ? time.From.AddDays(-1) : lastDay);
        }

        ClosedOn = lastDay;
        Record(RecordEventKind.TeachingGroupClosed, by, new FieldChange("closedOn", "", $"{lastDay:yyyy-MM-dd}"));
        return ended;
    }

    /// <summary>Opens a closed group again.</summary>
    /// <param name="ended">The times that <see cref="Close"/> ended, to go on as they did; none for a group that begins anew.</param>
    /// <param name="by">Who opens it.</param>
    /// <exception cref="DomainRuleException">The group is open.</exception>
    public void Reopen(IReadOnlyList<EndedTime> ended, Acting by)
    {
        DomainRuleException.Require(ClosedOn is not null, $"{Name} is open");
        foreach (var time in pupils.Cast<GroupTime>().Concat(teachers))
        {
            if (ended.FirstOrDefault(known => known.Id == time.Id) is { } known)
            {
                time.End(known.Until);
            }
        }

        var before = ClosedOn;
        ClosedOn = null;
        Record(RecordEventKind.TeachingGroupChanged, by, new FieldChange("closedOn", $"{before:yyyy-MM-dd}", ""));
    }

    /// <summary>Says that some times of one pupil are another's, where two records were of the same person.</summary>
    /// <returns>The times that changed hands: those during which the other was not in the group anyway.</returns>
    public IReadOnlyList<Guid> HandOver(Guid fromPupilId, Guid toPupilId, Acting by)
    {
        var moving = pupils.Where(time => time.PupilId == fromPupilId
            && !pupils.Exists(other => other.PupilId == toPupilId && Overlaps(other.From, other.Until, time.From, time.Until))).Select(time => time.Id).ToList();
        Give(moving, toPupilId, by);
        return moving;
    }

    /// <summary>Gives times that <see cref="HandOver"/> moved to a pupil.</summary>
    public void Give(IReadOnlyCollection<Guid> membershipIds, Guid pupilId, Acting by)
    {
        var moving = pupils.Where(time => membershipIds.Contains(time.Id) && time.PupilId != pupilId).ToList();
        if (moving.Count > 0)
        {
            FieldChange[] changes = [.. moving.Select(time => new FieldChange("groupPupil", $"{time.PupilId}", $"{pupilId}"))];
            moving.ForEach(time => time.Give(pupilId));
            Record(RecordEventKind.TeachingGroupChanged, by, changes);
        }
    }

    private static bool Overlaps(DateOnly from, DateOnly? until, DateOnly otherFrom, DateOnly? otherUntil) => !(until < otherFrom) && !(otherUntil < from);

    private void RequireOpen() => DomainRuleException.Require(ClosedOn is null, $"{Name} is closed since {ClosedOn:d MMMM yyyy}");

    private void Write(string name, string subject)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(name), "Enter the name of the group");
        (Name, Subject) = (TextLimits.Keep(name, TextLimits.Name, "The name of the group"), TextLimits.Keep(subject, TextLimits.Name, "The subject"));
    }

    private void Record(RecordEventKind kind, Acting by, params FieldChange[] changes) =>
        Record(null, null, kind, by, Name, [.. changes.Where(change => change.Old != change.New)]);
}

/// <summary>A time during which someone belongs to a teaching group: from a first day to a last one.</summary>
public abstract class GroupTime
{
    /// <summary>The time's key.</summary>
    public Guid Id { get; private protected set; } = Guid.CreateVersion7();

    /// <summary>The group.</summary>
    public Guid GroupId { get; private protected set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private protected set; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? Until { get; private protected set; }

    /// <summary>Whether it is current on a day.</summary>
    public bool IsOn(DateOnly day) => From <= day && !(Until < day);

    internal void End(DateOnly? lastDay) => Until = lastDay;
}

/// <summary>A pupil's time in a group.</summary>
public sealed class GroupPupil : GroupTime
{
    private GroupPupil()
    {
    }

    internal GroupPupil(Guid groupId, Guid pupilId, DateOnly from, DateOnly? until) => (GroupId, PupilId, From, Until) = (groupId, pupilId, from, until);

    /// <summary>The pupil.</summary>
    public Guid PupilId { get; private set; }

    internal void Give(Guid pupilId) => PupilId = pupilId;
}

/// <summary>A teacher's time with a group.</summary>
public sealed class GroupTeacher : GroupTime
{
    private GroupTeacher()
    {
    }

    internal GroupTeacher(Guid groupId, Guid staffId, DateOnly from, DateOnly? until) => (GroupId, StaffId, From, Until) = (groupId, staffId, from, until);

    /// <summary>The member of staff.</summary>
    public Guid StaffId { get; private set; }
}

/// <summary>A time that ended when its group was closed.</summary>
/// <param name="Id">The time.</param>
/// <param name="Until">The last day that it had before.</param>
public sealed record EndedTime(Guid Id, DateOnly? Until);
