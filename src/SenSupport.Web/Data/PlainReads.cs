using Microsoft.EntityFrameworkCore;

namespace SenSupport.Web.Data;

/// <summary>
/// What is read before the first page, without Entity Framework's model: building it and compiling a first query takes a second, for which nobody should wait who
/// only wants to sign in.
/// </summary>
internal static class PlainReads
{
    /// <summary>The text in the first column of each row.</summary>
    /// <param name="db">The database.</param>
    /// <param name="sql">A constant that both databases understand; never anything that came from outside.</param>
    public static List<string> ReadTexts(this SenSupportDbContext db, string sql)
    {
        db.Database.OpenConnection();
        try
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var texts = new List<string>();
            while (reader.Read())
            {
                texts.Add(reader.GetString(0));
            }

            return texts;
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }
}
