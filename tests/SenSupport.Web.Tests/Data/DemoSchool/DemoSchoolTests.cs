using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Security;
using Xunit.Abstractions;

namespace SenSupport.Web.Tests.Data.DemoSchool;

public sealed class DemoSchoolTests(DemoApp app, ITestOutputHelper output) : IClassFixture<DemoApp>
{
    private static DateOnly Today => SchoolClock.Today(TimeProvider.System);

    [Fact]
    public async Task Seed_WhenDatabaseIsNew_MakesTheWholeSchool()
    {
        Assert.Equal("Hollin Beck Primary School", await app.AskAsync(db => db.Schools.Select(school => school.Name).SingleAsync()));
        Assert.Equal(["1L", "1P", "2B", "2M", "3A", "3C", "4H", "4W", "5K", "5T", "6D", "6S", "RH", "RJ"], await app.AskAsync(db => db.Classes.OrderBy(row => row.Name).Select(row => row.Name).ToListAsync()));
        Assert.True(await app.AskAsync(db => db.Classes.AllAsync(row => row.Teachers.Count >= 1 && row.Teachers.Count <= 2)));
        var sizes = await app.AskAsync(db => db.Pupils.GroupBy(pupil => pupil.ClassId).Select(group => group.Count()).ToListAsync());
        Assert.All(sizes, size => Assert.InRange(size, 28, 30));
        Assert.InRange(sizes.Sum(), 410, 420);
        Assert.Equal(
            [(SenStatus.Monitoring, 20), (SenStatus.SenSupport, 65), (SenStatus.EhcPlan, 14)],
            (await app.AskAsync(db => db.Pupils.Where(pupil => pupil.Status != SenStatus.None).GroupBy(pupil => pupil.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync()))
                .OrderBy(group => group.Key).Select(group => (group.Key, group.Count)));
    }

    [Fact]
    public async Task Seed_WhenDatabaseIsNew_ShowsEveryStageAndReviewsLateAndSoon()
    {
        var today = Today;
        var open = await app.AskAsync(db => db.Cycles.Where(cycle => cycle.Stage != CycleStage.Closed).ToListAsync());
        Assert.Equal(6, open.Count(cycle => ReviewDate.Urgency(cycle.ReviewOn, today) == ReviewUrgency.Overdue));
        Assert.Equal(9, open.Count(cycle => ReviewDate.Urgency(cycle.ReviewOn, today) == ReviewUrgency.Soon));
        Assert.InRange(open.Count(cycle => cycle.Stage == CycleStage.Assess), 4, 10);
        Assert.InRange(open.Count(cycle => cycle.Stage == CycleStage.Plan), 6, 12);
        Assert.InRange(open.Count(cycle => cycle.Stage == CycleStage.Do), 40, 70);
        Assert.InRange(open.Count(cycle => cycle.Stage == CycleStage.Review), 4, 10);
        Assert.InRange(open.Count(cycle => cycle is { Stage: CycleStage.Plan, ReviewOn: null }), 3, 6);
        Assert.InRange(open.Count(cycle => cycle.PlanState == WritingState.Sent), 2, 5);
        Assert.Contains(open, cycle => cycle.PlanState == WritingState.Returned);
        Assert.InRange(open.Count(cycle => cycle.Gaps.HasFlag(CycleGaps.NeedsNotAnalysed)), 3, 16);
        Assert.Contains(open, cycle => cycle.Gaps.HasFlag(CycleGaps.NoResponsibleTeacher));
        Assert.Contains(open, cycle => cycle.Gaps.HasFlag(CycleGaps.PupilViewMissing));
        Assert.Equal(3, await app.AskAsync(db => db.Cycles.CountAsync(cycle => cycle.Stage != CycleStage.Closed && db.Pupils.Any(pupil => pupil.Id == cycle.PupilId && pupil.Status == SenStatus.Monitoring))));
    }

    [Fact]
    public async Task Seed_WhenDatabaseIsNew_GivesEveryPupilOnTheRegisterAStory()
    {
        var pupils = await app.AskAsync(db => db.Pupils.Include(pupil => pupil.Needs).Include(pupil => pupil.Profiles).Include(pupil => pupil.Contacts).AsSplitQuery()
            .Where(pupil => pupil.Status == SenStatus.SenSupport || pupil.Status == SenStatus.EhcPlan).ToListAsync());
        Assert.All(pupils, pupil =>
        {
            Assert.NotEmpty(pupil.CurrentNeeds);
            Assert.NotEmpty(pupil.Contacts);
            Assert.NotEmpty(pupil.Profiles);
            Assert.NotEmpty(pupil.Background);
        });
        Assert.Equal(Enum.GetValues<AreaOfNeed>().Length, pupils.SelectMany(pupil => pupil.CurrentNeeds).Select(need => need.Area).Distinct().Count());
        Assert.True(await app.AskAsync(db => db.Pupils.AnyAsync(pupil => pupil.Contacts.Any(contact => contact.IsRestrictedByCourt))));
        Assert.True(await app.AskAsync(db => db.Pupils.AnyAsync(pupil => pupil.Contacts.Any(contact => contact.IsParentInLaw && !contact.HasParentalResponsibility))));
        Assert.True(await app.AskAsync(db => db.Pupils.AnyAsync(pupil => pupil.Contacts.Any(contact => contact.CommunicationNeeds.StartsWith("Interpreter")))));

        var cycles = await app.AskAsync(db => db.Cycles.Include(cycle => cycle.Targets).Include(cycle => cycle.Outcomes).Include(cycle => cycle.Provision).Include(cycle => cycle.Strategies).AsSplitQuery().ToListAsync());
        Assert.InRange(cycles.GroupBy(cycle => cycle.PupilId).Max(group => group.Count()), 3, 3);
        Assert.All(cycles.Where(cycle => cycle.Stage >= CycleStage.Do), cycle =>
        {
            Assert.NotEmpty(cycle.Targets);
            Assert.NotEmpty(cycle.Provision);
            Assert.InRange(cycle.Strategies.Count(strategy => strategy.MustDo), 2, 5);
            Assert.All(cycle.Targets, target => Assert.Contains(cycle.Outcomes, outcome => outcome.Id == target.OutcomeId));
        });
        var plans = cycles.SelectMany(cycle => cycle.Targets.Select(target => target.Statement)
            .Concat(cycle.Outcomes.Select(outcome => outcome.Text)).Concat([cycle.AtHome, cycle.PupilsPart, cycle.ExpectedImpact, cycle.Difficulties, cycle.ParentConcern, cycle.Review.Impact]));
        Assert.DoesNotContain(plans, words => words.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Seed_WhenDatabaseIsNew_KeepsNamesAsFamiliesWriteThem()
    {
        var names = await app.AskAsync(db => db.Pupils.Select(pupil => pupil.Forename + " " + pupil.Surname).ToListAsync());
        foreach (var name in new[] { "Zofia Wiśniewska", "Roza Demirtaş", "Kai Nguyễn", "Callum O’Reilly", "Lucía Fernández Ortega", "Tomasz Dąbrowski", "Jasmine Kaur Dhaliwal", "Ffion Llewellyn-Jones" })
        {
            Assert.Contains(name, names);
        }

        Assert.Equal(names.Count, names.Distinct().Count());
        var zofia = await app.AskAsync(db => db.Pupils.SingleAsync(pupil => pupil.SearchText.Contains("zofia wisniewska")));
        Assert.Equal("4W", await app.AskAsync(db => db.Classes.Where(row => row.Id == zofia.ClassId).Select(row => row.Name).SingleAsync()));
        Assert.Equal("Tom Whitaker", await app.AskAsync(db => db.Staff.Where(staff => staff.Id == zofia.ResponsibleTeacherId).Select(staff => staff.Name).SingleAsync()));
    }

    [Fact]
    public async Task Seed_WhenDatabaseIsNew_GivesValidNumbersAndAgesThatFitTheYear()
    {
        var pupils = await app.AskAsync(db => db.Pupils.ToListAsync());
        Assert.All(pupils, pupil => Assert.True(Upn.IsValid(pupil.Upn), pupil.Upn));
        Assert.Equal(pupils.Count, pupils.Select(pupil => pupil.Upn).Distinct().Count());
        Assert.InRange(pupils.Count(pupil => Upn.IsTemporary(pupil.Upn)), 2, 10);
        var yearStarts = AcademicYear.Of(Today).Starts;
        Assert.All(pupils, pupil => Assert.Equal(pupil.NcYear == "R" ? 4 : 4 + (pupil.NcYear[0] - '0'), Age.On(yearStarts.AddDays(-1), pupil.BirthDate)));
    }

    [Fact]
    public async Task Seed_WhenDatabaseIsNew_GivesTheTeacherAndTheAssistantTheirPupils()
    {
        var tom = await StaffAsync("Tom Whitaker");
        var harjit = await StaffAsync("Harjit Kaur");
        var own = await app.AskAsync(db => db.PupilsReadBy(tom).Where(pupil => pupil.Status == SenStatus.SenSupport || pupil.Status == SenStatus.EhcPlan).ToListAsync());
        Assert.InRange(own.Count, 7, 12);
        var classId = own.First(pupil => pupil.Surname == "Wiśniewska").ClassId;
        Assert.Equal(2, own.Count(pupil => pupil.ResponsibleTeacherId == tom.StaffId && pupil.ClassId != classId));
        Assert.InRange(await app.AskAsync(db => db.PupilsReadBy(harjit).CountAsync()), 6, 9);
    }

    [Fact]
    public async Task Seed_WhenDatabaseIsNew_LeavesAHistoryInTheOrderOfItsDates()
    {
        var events = await app.AskAsync(db => db.Events.ToListAsync());
        var now = DateTime.UtcNow;
        Assert.All(events, happened => Assert.True(happened.At < now, $"{happened.Kind} {happened.At}"));
        foreach (var record in events.GroupBy(happened => happened.RecordId))
        {
            // One act can leave two events of the same moment; their versions say which came first.
            var next = record.ToDictionary(happened => happened.VersionBefore);
            var last = DateTime.MinValue;
            var count = 0;
            for (var version = Guid.Empty; next.TryGetValue(version, out var happened); version = happened.VersionAfter)
            {
                Assert.True(happened.At >= last, $"{happened.Kind} of {happened.At} after {last}");
                (last, count) = (happened.At, count + 1);
            }

            Assert.Equal(record.Count(), count);
        }

        var pupils = await app.AskAsync(db => db.Pupils.Select(pupil => pupil.Id).ToListAsync());
        Assert.Equal(pupils.Count, events.Count(happened => happened.Kind == RecordEventKind.PupilAdded));
        Assert.Equal(await app.AskAsync(db => db.Cycles.CountAsync()), events.Count(happened => happened.Kind == RecordEventKind.CycleOpened));
        Assert.Equal(await app.AskAsync(db => db.Cycles.SelectMany(cycle => cycle.PlanVersions).CountAsync()), events.Count(happened => happened.Kind == RecordEventKind.PlanShared));
    }

    [Fact]
    public async Task Seed_WhenInDevelopment_LetsTheEightAccountsIn()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var name in new[] { "senco", "assistant", "head", "teacher", "ta", "office", "finance", "governor" })
        {
            var account = await accounts.FindByEmailAsync($"{name}@demo.example");
            Assert.NotNull(account);
            Assert.True(await accounts.CheckPasswordAsync(account, "Demo-School-2026"));
        }

        Assert.Equal(8, await app.AskAsync(db => db.Users.CountAsync()));
        Assert.Equal(8, await app.AskAsync(db => db.Staff.CountAsync(staff => staff.AccountId != null)));
    }

    [Fact]
    public async Task Seed_WhenDatabaseIsNew_HasTeachingGroupsThatMakeSense()
    {
        var groups = await app.AskAsync(db => db.TeachingGroups.Include(group => group.Pupils).Include(group => group.Teachers).AsSplitQuery().OrderBy(group => group.Name).ToListAsync());
        var pupils = (await app.AskAsync(db => db.Pupils.ToListAsync())).ToDictionary(pupil => pupil.Id);
        var teachers = (await app.AskAsync(db => db.Staff.ToListAsync())).ToDictionary(staff => staff.Id);

        Assert.Equal(
            ["Maths 6, set 1", "Maths 6, set 2", "Phonics 1, blue set", "Phonics 1, green set", "Phonics 1, yellow set", "Reading recovery"], groups.Select(group => group.Name));
        Assert.Equal([30, 30, 20, 20, 20, 4], groups.Select(group => group.Pupils.Count));
        Assert.All(groups, group => Assert.Single(group.Pupils.Select(time => pupils[time.PupilId].NcYear).Distinct()));
        Assert.All(groups, group => Assert.All(group.Teachers, teacher => Assert.Null(teachers[teacher.StaffId].AccountId)));
        Assert.Equal(60, groups.Where(group => group.Subject == "Phonics").SelectMany(group => group.Pupils).Select(time => time.PupilId).Distinct().Count());
        Assert.All(groups[^1].Pupils, time => Assert.Equal((SenStatus.SenSupport, true), (pupils[time.PupilId].Status, time.Until > time.From)));
        Assert.True(groups[^1].Pupils.Max(time => time.From) > groups[^1].Pupils.Min(time => time.Until));
    }

    [Fact]
    public async Task Seed_WhenTwoDatabasesAreNew_MakesThemEqual()
    {
        var watch = Stopwatch.StartNew();
        await using var second = new DemoApp("Development");
        var again = await ProjectionAsync(second);
        output.WriteLine($"Started with a new demonstration school, and read it, in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(await ProjectionAsync(app), again);
    }

    [Fact]
    public async Task Seed_WhenInProduction_MakesNoSchoolAndNoAccountWhateverTheSetting()
    {
        await using var other = new DemoApp("Production");
        Assert.Equal(0, await other.AskAsync(db => db.Users.CountAsync()));
        Assert.Equal(0, await other.AskAsync(db => db.Schools.IgnoreQueryFilters().CountAsync()));
    }

    private static async Task<List<string>> ProjectionAsync(DemoApp app)
    {
        var pupils = await app.AskAsync(db => db.Pupils.Include(pupil => pupil.Needs).Include(pupil => pupil.Contacts).AsSplitQuery().ToListAsync());
        var cycles = (await app.AskAsync(db => db.Cycles.Include(cycle => cycle.Targets).Include(cycle => cycle.Strategies).Include(cycle => cycle.Notes).Include(cycle => cycle.Marks).AsSplitQuery().ToListAsync())).ToLookup(cycle => cycle.PupilId);
        var events = (await app.AskAsync(db => db.Events.ToListAsync())).ToLookup(happened => happened.PupilId);
        return [.. pupils.OrderBy(pupil => pupil.Upn).Select(pupil => string.Join(
            '|',
            [
                $"{pupil.Upn} {pupil.Forename} {pupil.Surname} {pupil.Sex} {pupil.NcYear} {pupil.Status} {pupil.FirstLanguage} {pupil.Flags} {pupil.Background}",
                .. pupil.CurrentNeeds.Select(need => need.Code),
                .. pupil.Contacts.OrderBy(contact => contact.Order).Select(contact => $"{contact.Name} {contact.Relation} {contact.Phone} {contact.CommunicationNeeds}"),
                .. cycles[pupil.Id].OrderBy(cycle => cycle.Number).Select(cycle =>
                    $"{cycle.Number} {cycle.Stage} {cycle.Gaps} {cycle.LatestPlanVersion} {cycle.ReviewOn} {cycle.Notes.Count} {cycle.Marks.Sum(mark => mark.Mark)} "
                    + string.Join(' ', cycle.Targets.OrderBy(target => target.Position).Select(target => target.Statement + target.Result))
                    + string.Join(' ', cycle.Strategies.OrderBy(strategy => strategy.Position).Select(strategy => strategy.Text))),
                .. events[pupil.Id].OrderBy(happened => happened.At).ThenBy(happened => happened.Kind).Select(happened => $"{happened.Kind} {happened.StaffName}"),
            ]))
            .Concat(await app.AskAsync(async db => (await (
                from time in db.GroupPupils
                join named in db.TeachingGroups on time.GroupId equals named.Id
                join pupil in db.Pupils on time.PupilId equals pupil.Id
                orderby named.Name, pupil.Upn
                select new { named.Name, pupil.Upn, time.From, time.Until }).ToListAsync()).ConvertAll(time => $"{time.Name} {time.Upn} {time.From} {time.Until}")))];
    }

    private Task<SignedInStaff> StaffAsync(string name) => app.AskAsync(async db =>
    {
        var staff = await db.Staff.SingleAsync(known => known.Name == name);
        return new SignedInStaff(staff.Id, staff.SchoolId, staff.Name, "", staff.Roles);
    });
}
