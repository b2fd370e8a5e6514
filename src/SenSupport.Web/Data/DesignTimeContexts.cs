using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SenSupport.Web.Security;

namespace SenSupport.Web.Data;

/// <summary>Makes the SQLite context for the migration tool, which starts no application.</summary>
public sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteSenSupportDbContext>
{
    /// <inheritdoc/>
    public SqliteSenSupportDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSenSupportDbContext>().UseSqlite("Data Source=design-time.db").Options, new SchoolScope());
}

/// <summary>Makes the SQL Server context for the migration tool.</summary>
public sealed class SqlServerContextFactory : IDesignTimeDbContextFactory<SqlServerSenSupportDbContext>
{
    /// <inheritdoc/>
    public SqlServerSenSupportDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerSenSupportDbContext>().UseSqlServer("Server=design-time").Options, new SchoolScope());
}
