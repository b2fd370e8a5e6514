using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Tests.Architecture;

/// <summary>Both databases, without either being there.</summary>
public sealed class DatabaseRulesTests
{
    public static TheoryData<StaffRoles> Roles => [StaffRoles.Senco, StaffRoles.Teacher, StaffRoles.TeachingAssistant, StaffRoles.Office, StaffRoles.Governor];

    [Fact]
    public void Model_WhenChanged_HasItsMigrationForBothDatabases()
    {
        using var sqlite = Sqlite();
        using var sqlServer = SqlServer();

        Assert.False(sqlite.Database.HasPendingModelChanges(), "The model changed without a migration for SQLite");
        Assert.False(sqlServer.Database.HasPendingModelChanges(), "The model changed without a migration for SQL Server");
    }

    [Fact]
    public void Migrations_WhenAdded_AreInBothFolders()
    {
        using var sqlite = Sqlite();
        using var sqlServer = SqlServer();

        Assert.Equal(sqlite.Database.GetMigrations().Select(Name), sqlServer.Database.GetMigrations().Select(Name));

        static string Name(string migration) => migration[(migration.IndexOf('_') + 1)..];
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Read_WhateverItAsks_TranslatesOnBothDatabases(StaffRoles roles)
    {
        const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var types = typeof(Program).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters).ToList();
        var methods = types.SelectMany(type => type.GetMethods(AnyStatic))
            .Where(method => !method.ContainsGenericParameters
                && method.GetParameters() is [var first, ..] && first.ParameterType == typeof(SenSupportDbContext)
                && method.ReturnType.IsAssignableTo(typeof(IQueryable)))
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", method.GetParameters(), Invoke: (Func<object?[], object?>)(values => method.Invoke(null, values))))
            .ToList();
        var compiled = types.SelectMany(type => type.GetFields(AnyStatic))
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(CompiledRead<,>))
            .Select(field => (Name: $"{field.DeclaringType!.Name}.{field.Name}", Read: ((LambdaExpression)field.FieldType.GetProperty("Read")!.GetValue(field.GetValue(null))!).Compile()))
            .Select(read => (read.Name, read.Read.GetType().GetMethod("Invoke")!.GetParameters(), Invoke: (Func<object?[], object?>)(values => read.Read.DynamicInvoke(values))))
            .ToList();

        Assert.True(methods.Count > 4, "The search for reads finds too few");
        Assert.True(compiled.Count > 1, "The search for compiled reads finds too few");
        foreach (var (name, parameters, invoke) in methods.Concat(compiled))
        {
            foreach (var db in new SenSupportDbContext[] { SqlServer(), Sqlite() })
            {
                using (db)
                {
                    var query = (IQueryable)invoke([.. parameters.Select(parameter => Dummy(parameter.ParameterType, db, roles))])!;
                    var problem = Record.Exception(() => Assert.Contains("SELECT", query.ToQueryString()));
                    Assert.True(problem is null, $"{name} cannot be translated by {db.GetType().Name}: {problem?.Message}");
                }
            }
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData(1)]
    [InlineData(1L)]
    [InlineData(true)]
    [InlineData(typeof(Guid))]
    [InlineData(typeof(DateTime))]
    [InlineData(typeof(DateOnly))]
    [InlineData(typeof(DateTimeOffset))]
    [InlineData(typeof(decimal))]
    public void SqlCommand_WhenGivenAValueThatWeStore_FindsItsType(object value)
    {
        using var command = new SqlCommand("SELECT @value");

        // Inferring the type touches SqlClient's table of types, which names Microsoft.SqlServer.Server.
        var parameter = command.Parameters.AddWithValue("@value", value is Type type ? Activator.CreateInstance(type) : value);

        Assert.True(Enum.IsDefined(parameter.SqlDbType));
    }

    [Fact]
    public void SqlClient_WhenItLooksForItsServerTypes_FindsOurs() =>
        Assert.NotNull(Assembly.Load("Microsoft.SqlServer.Server, Version=1.0.0.0").GetType("Microsoft.SqlServer.Server.SqlUserDefinedTypeAttribute"));

    private static SqliteSenSupportDbContext Sqlite() =>
        new(new DbContextOptionsBuilder<SqliteSenSupportDbContext>().UseSqlite("Data Source=:memory:").Options, new SchoolScope());

    private static SqlServerSenSupportDbContext SqlServer() =>
        new(new DbContextOptionsBuilder<SqlServerSenSupportDbContext>().UseSqlServer("Server=nowhere.invalid").Options, new SchoolScope());

    private static object? Dummy(Type type, SenSupportDbContext db, StaffRoles roles)
    {
        if (type == typeof(SenSupportDbContext))
        {
            return db;
        }

        if (type == typeof(SignedInStaff))
        {
            return new SignedInStaff(Guid.NewGuid(), Guid.NewGuid(), "", "", roles);
        }

        if (type == typeof(string))
        {
            return "word";
        }

        if (Nullable.GetUnderlyingType(type) is { } inside)
        {
            return Dummy(inside, db, roles);
        }

        if (type.IsValueType)
        {
            return type == typeof(int) ? 1 : Activator.CreateInstance(type);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>))
        {
            return typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.GenericTypeArguments[0]).Invoke(db, null);
        }

        if (type.IsArray || type.IsAssignableTo(typeof(IEnumerable)))
        {
            var item = type.IsArray ? type.GetElementType()! : type.GenericTypeArguments[0];
            var items = Array.CreateInstance(item, 1);
            items.SetValue(Dummy(item, db, roles), 0);
            return type.IsInstanceOfType(items) ? items : Activator.CreateInstance(type, items);
        }

        var make = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != type)
            .OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault();
        return make?.Invoke([.. make.GetParameters().Select(parameter => Dummy(parameter.ParameterType, db, roles))]) ?? RuntimeHelpers.GetUninitializedObject(type);
    }
}
