using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Data;

[Collection(nameof(TestApp))]
public sealed class SchoolStampTests(TestApp app)
{
    [Fact]
    public async Task Save_WhenARecordChanged_GivesItsSchoolAnotherStampAndNoOther()
    {
        var pupil = await app.School.AddPupilAsync("Stampson", "Sam");
        var (own, other) = (await StampAsync(app.School.Id), await StampAsync(app.OtherSchool.Id));

        await app.InSchoolAsync(app.School.Id, async db =>
        {
            (await db.Pupils.AsTracking().FirstAsync(row => row.Id == pupil.Id)).WriteBackground("Moved here in May", app.School.Senco());
            return await db.SaveChangesAsync();
        });

        Assert.NotEqual(own, await StampAsync(app.School.Id));
        Assert.Equal(other, await StampAsync(app.OtherSchool.Id));
    }

    [Fact]
    public async Task Save_WhenTheTransactionIsRolledBack_LeavesTheStamp()
    {
        var pupil = await app.School.AddPupilAsync("Stampback", "Sam");
        var before = await StampAsync(app.School.Id);

        await app.InSchoolAsync(app.School.Id, async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.Pupils.AsTracking().FirstAsync(row => row.Id == pupil.Id)).WriteBackground("Never kept", app.School.Senco());
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });

        Assert.Equal(before, await StampAsync(app.School.Id));
    }

    [Fact]
    public async Task Save_WhenOneContextSavesTwice_GivesAStampEachTime()
    {
        var pupil = await app.School.AddPupilAsync("Stamptwice", "Sam");
        var stamps = await app.InSchoolAsync(app.School.Id, async db =>
        {
            var row = await db.Pupils.AsTracking().FirstAsync(row => row.Id == pupil.Id);
            row.WriteBackground("Once", app.School.Senco());
            await db.SaveChangesAsync();
            var first = await SchoolStamp.Current.FirstOrDefaultAsync(db, app.School.Id);
            row.WriteBackground("Twice", app.School.Senco());
            await db.SaveChangesAsync();
            return (First: first, Second: await SchoolStamp.Current.FirstOrDefaultAsync(db, app.School.Id));
        });

        Assert.NotEqual(stamps.First, stamps.Second);
    }

    [Fact]
    public async Task Migrate_WhenTheDatabaseHasSchoolsAlready_GivesEachItsStamp()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var scope = new SchoolScope { SchoolId = Guid.CreateVersion7() };
        await using var db = new SqliteSenSupportDbContext(new DbContextOptionsBuilder<SqliteSenSupportDbContext>().UseSqlite(connection).AddInterceptors(new RecordEventInterceptor()).Options, scope);
        var migrations = db.Database.GetMigrations().ToList();
        var stamps = migrations.FindIndex(name => name.EndsWith("_SchoolStamps", StringComparison.Ordinal));
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync();
        var by = new Acting(Guid.Empty, "Ruth Adeyemi", DateTime.UtcNow, TestSchool.Today);
        var school = School.SetUp(scope.SchoolId, new SchoolDetails("Stamped Primary School", "301", "2001"), new LocalSupport("Town SENDIASS", "01234 567890"), [], by);
        db.Add(school);
        await db.SaveChangesAsync();
        await migrator.MigrateAsync(migrations[stamps - 1]);

        await migrator.MigrateAsync();

        school.ChangeTerms([], [], by);
        await db.SaveChangesAsync();
        Assert.NotEqual(Guid.Empty, await SchoolStamp.Current.FirstOrDefaultAsync(db, school.Id));
    }

    private Task<Guid> StampAsync(Guid schoolId) => app.InSchoolAsync(schoolId, db => SchoolStamp.Current.FirstOrDefaultAsync(db, schoolId).AsTask());
}
