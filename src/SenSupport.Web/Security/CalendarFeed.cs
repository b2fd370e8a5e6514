namespace SenSupport.Web.Security;

/// <summary>The secret address at which one person's calendar program fetches the reviews. A person has one at most. Of its token only a hash is kept.</summary>
public sealed class CalendarFeed
{
    /// <summary>Whose it is.</summary>
    public Guid StaffId { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal digits.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>Whether the calendar names pupils.</summary>
    public bool NamesPupils { get; set; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime CreatedAt { get; set; }
}
