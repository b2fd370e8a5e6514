namespace SenSupport.Web.Data;

/// <summary>What one person has typed on one page and not saved. Never shared; removed when the page is saved.</summary>
public sealed class Draft
{
    /// <summary>The school.</summary>
    public Guid SchoolId { get; set; }

    /// <summary>Whose it is.</summary>
    public Guid StaffId { get; set; }

    /// <summary>The page, by its path.</summary>
    public string Page { get; set; } = "";

    /// <summary>The pupil whom the page is about, so that a draft is shown only to someone who may still see them.</summary>
    public Guid? PupilId { get; set; }

    /// <summary>The form's fields, URL-encoded as they were posted.</summary>
    public string Fields { get; set; } = "";

    /// <summary>When it was last kept, in UTC.</summary>
    public DateTime SavedAt { get; set; }
}
