namespace SenSupport.Web.Data;

/// <summary>The number of a common transfer file: each is used once in a school and academic year.</summary>
public sealed class CtfNumber
{
    /// <summary>The school.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>The calendar year in which the academic year starts.</summary>
    public int Year { get; init; }

    /// <summary>1 to 999.</summary>
    public int Number { get; init; }
}
