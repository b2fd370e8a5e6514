using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>Tells a save that met another one of the same record at the same moment.</summary>
public static class SameMoment
{
    /// <summary>Whether the record was saved between reading and writing it: reading it again shows what the other save did.</summary>
    public static bool Is(Exception problem) => problem is DbUpdateConcurrencyException || IsSameRow(problem);

    /// <summary>Whether both saves added the same row, of which there may be one: the database sees that before it sees that the record has changed.</summary>
    public static bool IsSameRow(Exception problem) =>
        problem is DbUpdateException { InnerException: SqliteException { SqliteErrorCode: 19 } or SqlException { Number: 2601 or 2627 } };
}
