using Microsoft.EntityFrameworkCore;

namespace SenSupport.Web.Data;

/// <summary>
/// Stands for the state of all records of a school: it is a new one after each save that changed a record, written in the same transaction
/// (<see cref="RecordEventInterceptor"/>). What was read from a school's records holds as long as the stamp that was read before it.
/// </summary>
public sealed class SchoolStamp
{
    /// <summary>The school.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>The stamp.</summary>
    public Guid Stamp { get; set; }

    /// <summary>Gives the request's school another stamp: for a change that is made in the database without loading the records.</summary>
    public static Task RenewAsync(SenSupportDbContext db, CancellationToken cancel)
    {
        var stamp = Guid.CreateVersion7();
        return db.SchoolStamps.ExecuteUpdateAsync(set => set.SetProperty(row => row.Stamp, stamp), cancel);
    }

    /// <summary>The stamp of the request's school, compiled.</summary>
    public static readonly CompiledRead<Guid, Guid> Current = new((db, schoolId) => db.SchoolStamps.Where(row => row.SchoolId == schoolId).Select(row => row.Stamp));
}
