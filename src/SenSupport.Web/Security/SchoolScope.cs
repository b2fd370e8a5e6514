namespace SenSupport.Web.Security;

/// <summary>The school whose records this request may touch. Empty until it is set: then nothing is found.</summary>
/// <param name="clock">What the time is; the system's own where none is given.</param>
public sealed class SchoolScope(TimeProvider? clock = null)
{
    /// <summary>The school.</summary>
    public Guid SchoolId { get; set; }

    /// <summary>Today in the school: who may see a pupil can depend on it.</summary>
    public DateOnly Today => SchoolClock.Today(clock ?? TimeProvider.System);
}
