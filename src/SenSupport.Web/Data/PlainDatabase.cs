using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SenSupport.Web.Data;

/// <summary>
/// The database as it is read before the first page, without Entity Framework: a context builds its model and its services as soon as it is used, which takes longer than
/// all else at the start, and for which nobody should wait who only wants to sign in.
/// </summary>
/// <param name="connect">Makes a connection to the database that the settings name.</param>
public sealed class PlainDatabase(Func<DbConnection> connect)
{
    /// <summary>The file of the embedded database; null on SQL Server.</summary>
    public string? SqliteFile { get; } = connect() is SqliteConnection sqlite ? Path.GetFullPath(sqlite.DataSource) : null;

    /// <summary>An open connection, for the caller to close.</summary>
    public DbConnection Open()
    {
        var connection = connect();
        connection.Open();
        return connection;
    }

    /// <summary>The text in the first column of each row.</summary>
    /// <param name="sql">A constant that the database understands; never anything that came from outside.</param>
    public List<string> ReadTexts(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
