namespace SenSupport.Domain.Needs;

/// <summary>A SEN provision code as the school census has it. The codes before September 2014 stay readable and are refused in new records.</summary>
/// <param name="Code">The letter.</param>
/// <param name="Name">What it stands for.</param>
/// <param name="ValidTo">Last day of use in a new record; null while it is current.</param>
public sealed record SenProvisionCode(string Code, string Name, DateOnly? ValidTo = null)
{
    /// <summary>Every code, retired ones last.</summary>
    public static IReadOnlyList<SenProvisionCode> All { get; } =
    [
        new("N", "No special educational need"),
        new("K", "SEN Support"),
        new("E", "Education, health and care plan"),
        new("A", "School Action or Early Years Action", new DateOnly(2015, 8, 31)),
        new("P", "School Action Plus or Early Years Action Plus", new DateOnly(2015, 8, 31)),
        new("S", "Statement", new DateOnly(2018, 3, 31)),
    ];

    /// <summary>The code, retired or not; null when there is none.</summary>
    public static SenProvisionCode? Find(string? code) => All.FirstOrDefault(known => known.Code == code);

    /// <summary>Whether the code may be used in a record of this date.</summary>
    public bool IsValidOn(DateOnly date) => !(date > ValidTo);
}
