using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Duties;

/// <summary>A school in which a pupil's record can be complete, so that a test takes one thing away and puts it back. A term of it is always half over.</summary>
public sealed class DutiesSchool(TestApp app) : IAsyncLifetime
{
    public const string Domain = "hornbeam";

    private readonly Dictionary<string, HttpClient> clients = [];

    public TestSchool School { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        School = await TestSchool.CreateAsync(app, "Hornbeam Primary School", Domain);
        await app.InSchoolAsync(School.Id, async db =>
        {
            var begins = AcademicYear.Of(TestSchool.Today).Starts;
            var school = await db.Schools.AsTracking().SingleAsync();
            school.ChangeTerms([new SchoolTerm("This term", begins > TestSchool.Today.AddDays(-40) ? begins : TestSchool.Today.AddDays(-40), TestSchool.Today.AddDays(5))], [], School.Senco());
            return await db.SaveChangesAsync();
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A client of the school; the same one each time.</summary>
    public async Task<HttpClient> ClientAsync(string role) =>
        clients.TryGetValue(role, out var client) ? client : clients[role] = await app.SignInAsync($"{role}@{Domain}.example");

    /// <summary>Adds a pupil at SEN Support, in a cycle at Do, for whom nothing is outstanding.</summary>
    public async Task<TestPupil> AddCompleteAsync(string surname)
    {
        var pupil = await School.AddPupilAsync(surname, "Zofia", CycleStage.Do);
        await ChangeAsync(pupil, (row, cycle) =>
        {
            foreach (var (kind, daysAgo) in new[]
            {
                (DutyRecordKind.ParentsNotified, 100), (DutyRecordKind.EarlyDiscussion, 100), (DutyRecordKind.DiscussionNoteGiven, 100), (DutyRecordKind.SendiassExplained, 100),
                (DutyRecordKind.PlanAgreed, 80), (DutyRecordKind.MetParents, 0), (DutyRecordKind.MetParents, 1), (DutyRecordKind.MetParents, 2),
            })
            {
                row.RecordDuty(kind, TestSchool.Today.AddDays(-daysAgo), "Marta", "", "", School.Senco());
            }

            cycle!.RecordReaders([new(School.Staff["teacher"], true)], School.Senco());
        });
        return pupil;
    }

    /// <summary>Changes a pupil and the open cycle by their own rules.</summary>
    public Task<int> ChangeAsync(TestPupil pupil, Action<Pupil, SupportCycle?> change) => app.InSchoolAsync(School.Id, async db =>
    {
        var row = await db.Pupils.Include(known => known.DutyRecords).Include(known => known.StatusPeriods).Include(known => known.Needs).Include(known => known.FlagPeriods)
            .Include(known => known.Adjustments).Include(known => known.DutiesSetAside).AsSplitQuery().AsTracking().SingleAsync(known => known.Id == pupil.Id);
        var cycle = await db.Cycles.Include(known => known.Strands).Include(known => known.Targets).Include(known => known.Outcomes).Include(known => known.Strategies)
            .Include(known => known.Provision).Include(known => known.PlanReaders).AsSplitQuery().AsTracking().FirstOrDefaultAsync(known => known.OpenKey == pupil.Id);
        change(row, cycle);
        return await db.SaveChangesAsync();
    });

    /// <summary>Adds closed cycles before the open one: it is closed, and another is opened.</summary>
    public Task<int> ReviewTwiceAsync(TestPupil pupil, TargetResult result) => app.InSchoolAsync(School.Id, async db =>
    {
        var row = await db.Pupils.AsTracking().SingleAsync(known => known.Id == pupil.Id);
        var first = await db.Cycles.Include(known => known.Targets).Include(known => known.Outcomes).Include(known => known.Strategies).Include(known => known.Strands).AsSplitQuery().AsTracking().SingleAsync(known => known.OpenKey == pupil.Id);
        Close(first);
        await db.SaveChangesAsync();
        var second = SupportCycle.Open(row, [first], School.Senco());
        second.GoOnToReview(School.Senco());
        second.WritePlan(second.Plan() with { Targets = [new TargetContent(Guid.CreateVersion7(), null, AreaOfNeed.CommunicationAndInteraction, "Asks for help", "", "Tally", "5 times", null)] }, School.Senco());
        Close(second);
        db.Add(second);
        return await db.SaveChangesAsync();

        void Close(SupportCycle cycle)
        {
            cycle.GoOnToReview(School.Senco());
            cycle.RecordReview(
                ReviewContent.Empty with { HeldOn = TestSchool.Today, PupilView = "Fine", ParentView = "Fine", Decision = ReviewDecision.ContinueWithChanges, Results = [.. cycle.Targets.Select(target => new ResultContent(target.Id, result))] },
                School.Senco());
            cycle.Close(School.Senco());
        }
    });

    /// <summary>What breaks each duty, and what mends it: a form of one of its pages, or the cycle's own page (which has its own tests) by the cycle's rules.</summary>
    public async Task BreakAsync(TestPupil pupil, DutyKind kind)
    {
        var by = School.Senco();
        await ChangeAsync(pupil, (row, cycle) =>
        {
            void Remove(DutyRecordKind record)
            {
                foreach (var done in row.DutyRecords.Where(done => done.Kind == record).ToList())
                {
                    row.RemoveDuty(done.Kind, done.On, by);
                }
            }

            switch (kind)
            {
                case DutyKind.ParentsInformed: Remove(DutyRecordKind.ParentsNotified); break;
                case DutyKind.EarlyDiscussionNoted: Remove(DutyRecordKind.EarlyDiscussion); break;
                case DutyKind.SendiassExplained: Remove(DutyRecordKind.SendiassExplained); break;
                case DutyKind.NeedsAnalysed: cycle!.RecordAssessment(cycle.Assessment() with { Strands = [.. cycle.Assessment().Strands.Skip(1)] }, by); break;
                case DutyKind.ReviewDateSet: cycle!.WritePlan(cycle.Plan() with { ReviewOn = null }, by); break;
                case DutyKind.PlanAgreed: Remove(DutyRecordKind.PlanAgreed); break;
                case DutyKind.StaffAware: cycle!.SharePlan("{}", by); break;
                case DutyKind.ResponsibleTeacher: cycle!.WritePlan(cycle.Plan() with { ResponsibleTeacherId = null }, by); break;
                case DutyKind.ReviewedOnTime: cycle!.WritePlan(cycle.Plan() with { ReviewOn = TestSchool.Today.AddDays(-1) }, by); break;
                case DutyKind.ViewsInReview: cycle!.RecordReview(ReviewContent.Empty with { HeldOn = TestSchool.Today, PupilView = "I like it" }, by); break;
                case DutyKind.ThreeMeetingsAYear: Remove(DutyRecordKind.MetParents); break;
                case DutyKind.ProvisionMatchesNeed:
                    row.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction), ("SEMH", AreaOfNeed.SocialEmotionalMentalHealth)], TestSchool.Today, by);
                    break;
                case DutyKind.ReasonableAdjustments: row.ChangeDetails(row.Details() with { Flags = PupilFlags.Disability }, by); break;
                case DutyKind.AnnualReview:
                    row.ChangeStatus(SenStatus.EhcPlan, row.StatusPeriods[0].Start, "Plan", by);
                    row.ChangeDetails(row.Details() with { NcYear = "4" }, by);
                    break;
                case DutyKind.TransitionPlanned: row.ChangeDetails(row.Details() with { NcYear = "6" }, by); break;
            }
        });
        if (kind == DutyKind.SpecialistConsidered)
        {
            await ReviewTwiceAsync(pupil, TargetResult.NotMet);
        }
    }

    /// <summary>Mends in the cycle what its own pages mend.</summary>
    public Task MendInCycleAsync(TestPupil pupil, DutyKind kind) => ChangeAsync(pupil, (_, cycle) =>
    {
        var by = School.Senco();
        switch (kind)
        {
            case DutyKind.NeedsAnalysed:
                cycle!.RecordAssessment(cycle.Assessment() with { Strands = [.. StrandKinds.All.Select(strand => new StrandContent(strand, "Words"))] }, by);
                break;
            case DutyKind.ReviewDateSet: cycle!.WritePlan(cycle.Plan() with { ReviewOn = TestSchool.Today.AddDays(40) }, by); break;
            case DutyKind.ResponsibleTeacher: cycle!.WritePlan(cycle.Plan() with { ResponsibleTeacherId = School.Staff["teacher"] }, by); break;
            default: cycle!.RecordReview(ReviewContent.Empty with { HeldOn = TestSchool.Today, PupilView = "I like it", ParentView = "Helps" }, by); break;
        }
    });
}
