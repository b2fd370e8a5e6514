namespace SenSupport.Domain.Records;

/// <summary>Who does something, and when: every change to a record names both.</summary>
/// <param name="StaffId">The member of staff.</param>
/// <param name="Name">Their name as it was then: history keeps it when they have left.</param>
/// <param name="At">The moment, in UTC.</param>
/// <param name="Today">The date in the school, which is not always the UTC date.</param>
/// <param name="Means">How, where it was not by hand: "from an import". The history says so.</param>
public sealed record Acting(Guid StaffId, string Name, DateTime At, DateOnly Today, string Means = "");
