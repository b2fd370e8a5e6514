namespace SenSupport.Web.Data;

/// <summary>That a person opened a pupil's record lately, so that they find it again. Whether they still may see the pupil is asked each time it is read.</summary>
public sealed class RecentPupil
{
    /// <summary>Whose it is.</summary>
    public Guid StaffId { get; init; }

    /// <summary>The pupil.</summary>
    public Guid PupilId { get; init; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>When it was opened last, in UTC.</summary>
    public DateTime OpenedAt { get; set; }
}
