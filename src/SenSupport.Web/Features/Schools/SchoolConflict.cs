using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Schools;

/// <summary>A colleague saved the same while the person was writing.</summary>
/// <param name="By">The colleague.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Changes">What they changed: name of the field, what it was and what it is.</param>
public sealed record SchoolConflict(string By, DateTime At, IReadOnlyList<FieldChange> Changes);
