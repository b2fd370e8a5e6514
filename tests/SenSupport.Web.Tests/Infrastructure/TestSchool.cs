using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Tests.Infrastructure;

/// <summary>A small school with one member of staff a role, and two classes: 4W is the teacher's, 5K is not.</summary>
public sealed class TestSchool
{
    public const string Password = "A-long-Test-phrase-41";

    private readonly TestApp app;
    private int added;

    private TestSchool(TestApp app, Guid id) => (this.app, Id) = (app, id);

    public Guid Id { get; }

    /// <summary>Staff keys by role: "senco", "assistant", "head", "teacher", "other-teacher", "ta", "office", "finance", "governor".</summary>
    public Dictionary<string, Guid> Staff { get; } = [];

    /// <summary>The class of "teacher".</summary>
    public Guid ClassId { get; private set; }

    /// <summary>The class of "other-teacher".</summary>
    public Guid OtherClassId { get; private set; }

    public static DateOnly Today => SchoolClock.Today(TimeProvider.System);

    public static async Task<TestSchool> CreateAsync(TestApp app, string name, string domain)
    {
        var created = new TestSchool(app, Guid.CreateVersion7());
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = created.Id;
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var people = new List<StaffMember>();
        foreach (var (role, roles, person) in new[]
        {
            ("senco", StaffRoles.Senco, "Ruth Adeyemi"), ("assistant", StaffRoles.SenAssistant, "Anna Bell"), ("head", StaffRoles.Head, "Helen Marsh"),
            ("teacher", StaffRoles.Teacher, "Tom Whitaker"), ("other-teacher", StaffRoles.Teacher, "Olga Reyes"), ("ta", StaffRoles.TeachingAssistant, "Harjit Kaur"),
            ("office", StaffRoles.Office, "Owen Price"), ("finance", StaffRoles.BusinessManager, "Fay Moss"), ("governor", StaffRoles.Governor, "Gwen Cole"),
        })
        {
            var account = new Account { Id = Guid.CreateVersion7(), UserName = $"{role}@{domain}.example", Email = $"{role}@{domain}.example", EmailConfirmed = true };
            Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
            var details = new StaffDetails(person, account.Email, role);
            var staff = role == "senco"
                ? StaffMember.AddFirst(created.Id, details, roles, DateTime.UtcNow, Today, account.Id)
                : StaffMember.Add(created.Id, details, roles, created.Senco(), account.Id);
            created.Staff[role] = staff.Id;
            people.Add(staff);
        }

        db.Add(School.SetUp(
            created.Id,
            new SchoolDetails(name, "301", "2001", Address: "1 Lane, Town"),
            new LocalSupport("Town SENDIASS", "01234 567890"),
            [],
            created.Senco()));
        var own = SchoolClass.Add(created.Id, "4W", "4", created.Senco(), created.Staff["teacher"]);
        var other = SchoolClass.Add(created.Id, "5K", "5", created.Senco(), created.Staff["other-teacher"]);
        db.AddRange([own, other, .. people]);
        await db.SaveChangesAsync();
        (created.ClassId, created.OtherClassId) = (own.Id, other.Id);
        return created;
    }

    /// <summary>The SENCo acting some days ago.</summary>
    public Acting Senco(int daysAgo = 0) => new(Staff["senco"], "Ruth Adeyemi", DateTime.UtcNow.AddDays(-daysAgo), Today.AddDays(-daysAgo));

    /// <summary>
    /// Adds a pupil of 4W at SEN Support with an SLCN need, for whom "teacher" is responsible, and, when a stage is given, a cycle taken to it.
    /// A settled one owes nothing that every pupil owes at the beginning. Names are unlike each other, so that a test can look for its own.
    /// </summary>
    public Task<TestPupil> AddPupilAsync(
        string surname = "Wiśniewska", string forename = "Zofia", CycleStage? stage = null, DateOnly? reviewOn = null, Guid? classId = null, string? responsible = "teacher",
        SenStatus status = SenStatus.SenSupport, string? supportedBy = null, int closedCycles = 0, bool settled = false) =>
        app.InSchoolAsync(Id, async db =>
        {
            var number = Interlocked.Increment(ref added);
            var start = Senco(100 + (100 * closedCycles));
            var pupil = Pupil.Add(Id, new PupilDetails("", surname, forename, "", Today.AddYears(-8).AddDays(-number), Sex.Female, "4", classId ?? ClassId), start);
            if (status != SenStatus.None)
            {
                pupil.ChangeStatus(status, start.Today, "Test", start);
                pupil.RecordNeeds([("SLCN", AreaOfNeed.CommunicationAndInteraction)], start.Today, start);
            }

            if (responsible is not null)
            {
                pupil.NameResponsibleTeacher(Staff[responsible], start);
            }

            if (supportedBy is not null)
            {
                pupil.AddSupporter(Staff[supportedBy], start);
            }

            if (settled)
            {
                Settle(pupil, start);
            }

            pupil.AddContact(new ContactDetails($"Marta {surname}", "Mother", true, true, Email: "marta@example.org"), start);
            db.Add(pupil);
            var cycles = new List<SupportCycle>();
            for (var closed = closedCycles; closed > 0; closed--)
            {
                cycles.Add(TakeTo(CycleStage.Closed, pupil, cycles, Senco((100 * closed) + 90), Senco(100 * closed), null));
            }

            if (stage is { } wanted)
            {
                cycles.Add(TakeTo(wanted, pupil, cycles, Senco(80), Senco(), reviewOn));
            }

            db.AddRange(cycles);
            await db.SaveChangesAsync();
            return new TestPupil(pupil.Id, cycles.LastOrDefault()?.Number ?? 0, [.. cycles.LastOrDefault()?.Targets.Select(target => target.Id) ?? []]);
        });

    /// <summary>Sets aside the duties that every pupil owes whose record a test only begins: what is left is what the test is about.</summary>
    public static void Settle(Pupil pupil, Acting by)
    {
        foreach (var kind in new[]
        {
            DutyKind.ParentsInformed, DutyKind.EarlyDiscussionNoted, DutyKind.SendiassExplained, DutyKind.PlanAgreed, DutyKind.StaffAware, DutyKind.ThreeMeetingsAYear, DutyKind.ProvisionMatchesNeed,
        })
        {
            pupil.SetDutyAside(kind, "Not what the test is about", by);
        }
    }

    private static SupportCycle TakeTo(CycleStage stage, Pupil pupil, List<SupportCycle> earlier, Acting begin, Acting end, DateOnly? reviewOn)
    {
        var cycle = SupportCycle.Open(pupil, earlier, begin);
        if (stage == CycleStage.Assess)
        {
            return cycle;
        }

        cycle.RecordAssessment(AssessmentContent.Empty with { Strengths = "Kind to others", Strands = [.. StrandKinds.All.Select(kind => new StrandContent(kind, $"Words on {kind}", "Tom Whitaker", begin.Today))] }, begin);
        cycle.FinishAssessment(begin);
        var outcome = Guid.CreateVersion7();
        var target = Guid.CreateVersion7();
        cycle.WritePlan(
            PlanContent.Empty with
            {
                StartsOn = begin.Today,
                ReviewOn = reviewOn ?? Today.AddDays(30),
                ResponsibleTeacherId = pupil.ResponsibleTeacherId,
                ExpectedImpact = "Talks more in class",
                AtHome = "Story talk",
                PupilsPart = "I will put my help card up",
                Outcomes = [new OutcomeContent(outcome, "Takes part in class talk")],
                Targets = [new TargetContent(target, outcome, AreaOfNeed.CommunicationAndInteraction, "Retells a short story in order", "Two sentences", "Sample every second Friday", "Four sentences in 3 of 4 samples", begin.Today.AddDays(60))],
                Strategies = [new StrategyContent(Guid.CreateVersion7(), "Say the name, pause, then give one instruction", "Every adult", true)],
                Provision = [new ProvisionContent(Guid.CreateVersion7(), "Narrative group", "Harjit Kaur", "Rainbow room", 20, 3, 4, begin.Today, begin.Today.AddDays(70), [target])],
            },
            begin);
        if (stage >= CycleStage.Do)
        {
            // A frozen copy that no page reads: tests of shared documents share through the page.
            cycle.SharePlan("{}", begin);
        }

        if (stage >= CycleStage.Review)
        {
            cycle.RecordReview(ReviewContent.Empty with { HeldOn = end.Today, Present = "Marta, Tom", Results = [new ResultContent(cycle.Targets[0].Id, TargetResult.PartlyMet, "Three of four")], Impact = "Talks more" }, end);
        }

        if (stage == CycleStage.Closed)
        {
            cycle.Close(end);
        }

        return cycle;
    }
}

/// <summary>A pupil that a test added.</summary>
/// <param name="Id">The pupil.</param>
/// <param name="CycleNumber">The number of the latest cycle; 0 when there is none.</param>
/// <param name="TargetIds">The targets of that cycle.</param>
public sealed record TestPupil(Guid Id, int CycleNumber, IReadOnlyList<Guid> TargetIds)
{
    /// <summary>The address of the pupil's page.</summary>
    public string Path => $"/pupils/{Id}";

    /// <summary>The address of the latest cycle.</summary>
    public string CyclePath => $"/pupils/{Id}/cycles/{CycleNumber}";
}
