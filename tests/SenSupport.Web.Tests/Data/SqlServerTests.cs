using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Security;

namespace SenSupport.Web.Tests.Data;

/// <summary>
/// The records on a real SQL Server: where SENSUPPORT_TEST_SQLSERVER holds a connection string to an existing database, elsewhere reported as skipped. Each run
/// adds a school of its own and leaves the rest alone.
/// </summary>
public sealed class SqlServerTests
{
    private const string Variable = "SENSUPPORT_TEST_SQLSERVER";
    private static readonly string? Connection = Environment.GetEnvironmentVariable(Variable);
    private readonly SchoolScope scope = new();

    [SkippableFact]
    public async Task Migrate_WhenTheDatabaseExists_BringsItToTheNewestMigration()
    {
        await using var db = await OpenAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [SkippableFact]
    public async Task Save_WhenACycleIsWritten_KeepsItWithItsHistory()
    {
        await using var db = await OpenAsync();
        var (pupil, cycle, _) = await AddAsync(db);

        await using var again = await OpenAsync();
        var plan = await SupportPlanReader.ReadAsync(again, pupil.Id, cycle.Number, "Ruth Adeyemi", DateTime.UtcNow);
        Assert.Equal("Wiśniewska", plan!.Surname);
        Assert.Equal("Retells a story", Assert.Single(Assert.Single(plan.Outcomes).Targets).Statement);
        Assert.Equal("1", Assert.Single(plan.Provision).Serves);
        Assert.Equal(0.25m, plan.Provision[0].TimesAWeek);
        var events = await again.Events.Where(row => row.RecordId == cycle.Id).ToListAsync();
        Assert.Contains(events, row => row.Kind == RecordEventKind.PlanWritten && row.Changes.Any(change => change.New == "Retells a story"));
        Assert.All(events, row => Assert.Equal(DateTimeKind.Utc, row.At.Kind));
    }

    [SkippableFact]
    public async Task Save_WhenTheVersionIsStale_Refuses()
    {
        await using var db = await OpenAsync();
        var (_, cycle, by) = await AddAsync(db);
        await using var other = await OpenAsync();
        var theirs = await other.Cycles.SingleAsync(found => found.Id == cycle.Id);
        cycle.AddNote(by.Today, "Mine", by);
        await db.SaveChangesAsync();
        theirs.AddNote(by.Today, "Theirs", by);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
    }

    [SkippableFact]
    public async Task Save_WhenASecondCycleIsOpened_Refuses()
    {
        await using var db = await OpenAsync();
        var (pupil, _, by) = await AddAsync(db);
        db.Add(SupportCycle.Open(pupil, [], by));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [SkippableFact]
    public async Task Search_WhenTheNameIsTypedWithoutAccents_Finds()
    {
        await using var db = await OpenAsync();
        var (pupil, _, _) = await AddAsync(db);

        var found = await db.Pupils.Where(known => EF.Functions.Like(known.SearchText, $"%{SearchText.Fold("WISNIEW")}%")).Select(known => known.Id).ToListAsync();

        Assert.Equal([pupil.Id], found);
    }

    private async Task<SqlServerSenSupportDbContext> OpenAsync()
    {
        Skip.If(string.IsNullOrEmpty(Connection), $"{Variable} is not set");
        var options = new DbContextOptionsBuilder<SqlServerSenSupportDbContext>().UseSqlServer(Connection).AddInterceptors(new RecordEventInterceptor()).Options;
        var db = new SqlServerSenSupportDbContext(options, scope);
        await db.Database.MigrateAsync();
        return db;
    }

    private async Task<(Pupil Pupil, SupportCycle Cycle, Acting By)> AddAsync(SqlServerSenSupportDbContext db)
    {
        var schoolId = scope.SchoolId = Guid.CreateVersion7();
        var senco = StaffMember.AddFirst(schoolId, new StaffDetails("Ruth Adeyemi", JobTitle: "SENCo"), StaffRoles.Senco, DateTime.UtcNow, SchoolClock.Today(TimeProvider.System));
        var by = new Acting(senco.Id, senco.Name, DateTime.UtcNow, SchoolClock.Today(TimeProvider.System));
        var school = School.SetUp(schoolId, new SchoolDetails("Cedar Way School", "301", "2002"), new LocalSupport(), [], by);
        var pupil = Pupil.Add(school.Id, new PupilDetails("", "Wiśniewska", "Zofia", "", by.Today.AddYears(-8), Sex.Female, "4", null), by);
        pupil.ChangeStatus(SenStatus.SenSupport, by.Today, "", by);
        pupil.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction)], by.Today, by);
        var cycle = SupportCycle.Open(pupil, [], by);
        cycle.FinishAssessment(by);
        var target = Guid.CreateVersion7();
        cycle.WritePlan(
            PlanContent.Empty with
            {
                Targets = [new TargetContent(target, Statement: "Retells a story")],
                Provision = [new ProvisionContent(Guid.CreateVersion7(), "Narrative group", TimesAWeek: 0.25m, Serves: [target])],
            },
            by);
        cycle.SharePlan("{}", by);
        db.AddRange(school, senco, pupil, cycle);
        await db.SaveChangesAsync();
        return (pupil, cycle, by);
    }
}
