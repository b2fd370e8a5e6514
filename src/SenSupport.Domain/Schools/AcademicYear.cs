namespace SenSupport.Domain.Schools;

/// <summary>An academic year in England: 1 September to 31 August.</summary>
/// <param name="StartYear">The calendar year in which it starts.</param>
public readonly record struct AcademicYear(int StartYear) : IComparable<AcademicYear>
{
    /// <summary>The first day, 1 September.</summary>
    public DateOnly Starts => new(StartYear, 9, 1);

    /// <summary>The last day, 31 August.</summary>
    public DateOnly Ends => new(StartYear + 1, 8, 31);

    /// <summary>The academic year in which a date falls.</summary>
    public static AcademicYear Of(DateOnly date) => new(date.Month >= 9 ? date.Year : date.Year - 1);

    /// <inheritdoc/>
    public int CompareTo(AcademicYear other) => StartYear.CompareTo(other.StartYear);

    /// <summary>As schools write it: "2026/27".</summary>
    public override string ToString() => $"{StartYear}/{(StartYear + 1) % 100:00}";
}
