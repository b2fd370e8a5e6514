using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>A school's settings as they are read.</summary>
/// <param name="School">The school.</param>
/// <param name="History">The latest changes, latest first.</param>
/// <param name="Staff">Who reads.</param>
public sealed record SettingsPage(School School, IReadOnlyList<SettingsEvent> History, SignedInStaff Staff)
{
    private const int Latest = 10;

    /// <summary>The latest changes of the school's settings.</summary>
    public static IQueryable<SettingsEvent> Events(SenSupportDbContext db, Guid schoolId) => db.Events.AsNoTracking()
        .Where(row => row.RecordId == schoolId)
        .OrderByDescending(row => row.At)
        .ThenByDescending(row => row.Id)
        .Take(Latest)
        .Select(row => new SettingsEvent(row.Kind, row.StaffName, row.At, row.Changes));
}

/// <summary>One change of the settings.</summary>
public sealed record SettingsEvent(RecordEventKind Kind, string StaffName, DateTime At, IReadOnlyList<FieldChange> Changes);
