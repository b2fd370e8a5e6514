namespace SenSupport.Web.Security;

/// <summary>The school whose records this request may touch. Empty until it is set: then nothing is found.</summary>
public sealed class SchoolScope
{
    /// <summary>The school.</summary>
    public Guid SchoolId { get; set; }
}
