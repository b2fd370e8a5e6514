namespace SenSupport.Web.Data;

/// <summary>A file that somebody sent with others and has not placed yet: a page shows where each would go before anything is saved. Its content stands under the same key.</summary>
public sealed class StagedFile
{
    /// <summary>The file's key, and that of its content.</summary>
    public Guid Id { get; init; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>Who sent it; nobody else sees it before it is placed.</summary>
    public Guid StaffId { get; init; }

    /// <summary>Those that were sent together.</summary>
    public Guid BatchId { get; init; }

    /// <summary>The name without folders and unseen characters.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Its size in bytes.</summary>
    public int Size { get; init; }

    /// <summary>When it was sent, in UTC.</summary>
    public DateTime SentAt { get; init; }

    /// <summary>Why it was not taken, as the end of a sentence; empty where it was. What was not taken has no content.</summary>
    public string Problem { get; init; } = "";
}
