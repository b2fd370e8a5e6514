using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

/// <summary>Schools of their own, so that every count of the register is known: one with a few pupils of every kind, one with many, one without any.</summary>
public sealed class RegisterSchools(TestApp app) : IAsyncLifetime
{
    public const string Few = "cedar", Many = "maple", None = "willow";

    private readonly Dictionary<string, HttpClient> clients = [];

    public TestSchool School { get; private set; } = null!;

    public Dictionary<string, Guid> PupilIds { get; } = [];

    public async Task InitializeAsync()
    {
        School = await TestSchool.CreateAsync(app, "Cedar Primary School", Few);
        var many = await TestSchool.CreateAsync(app, "Maple Primary School", Many);
        await TestSchool.CreateAsync(app, "Willow Primary School", None);
        foreach (var number in Enumerable.Range(1, 60))
        {
            await many.AddPupilAsync($"Pupil{number:00}", "Kim");
        }

        var soon = TestSchool.Today.AddDays(8);
        var late = TestSchool.Today.AddDays(-14);
        await AddAsync("Wiśniewska", "Zofia", "4", School.ClassId, SenStatus.SenSupport, [("SLCN", AreaOfNeed.CommunicationAndInteraction), ("SEMH", AreaOfNeed.SocialEmotionalMentalHealth)], CycleStage.Do, soon, "teacher");
        await AddAsync("O’Reilly", "Callum", "5", School.OtherClassId, SenStatus.SenSupport, [("MLD", AreaOfNeed.CognitionAndLearning)], CycleStage.Review, late, "other-teacher");
        await AddAsync("Adebayo", "Oluwaseun", "5", School.OtherClassId, SenStatus.EhcPlan, [("SEMH", AreaOfNeed.SocialEmotionalMentalHealth)], CycleStage.Do, TestSchool.Today.AddDays(60), "other-teacher", upn: "B801200005001");
        await AddAsync("Kobayashi", "Hana", "4", School.ClassId, SenStatus.Monitoring, [("SLCN", AreaOfNeed.CommunicationAndInteraction)], monitorUntil: TestSchool.Today.AddDays(5));
        await AddAsync("Nguyễn", "Kai", "R", null, SenStatus.None, [], CycleStage.Assess);
        await AddAsync("Smith", "Sam", "4", School.ClassId, SenStatus.None, []);
        await AddAsync("Fox", "Teddy", "5", School.OtherClassId, SenStatus.SenSupport, []);
        await AddAsync("Llewellyn-Jones", "Ffion", "4", School.ClassId, SenStatus.SenSupport, [("SPLD", AreaOfNeed.CognitionAndLearning)], CycleStage.Plan, knownAs: "Fi", supportedBy: "ta");
    }

    /// <summary>A client of the school with a few pupils; the same one each time.</summary>
    public async Task<HttpClient> ClientAsync(string role) =>
        clients.TryGetValue(role, out var client) ? client : clients[role] = await app.SignInAsync($"{role}@{Few}.example");

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task AddAsync(
        string surname, string forename, string year, Guid? classId, SenStatus status, (string, AreaOfNeed)[] needs,
        CycleStage? stage = null, DateOnly? reviewOn = null, string? responsible = null, string upn = "", string knownAs = "", DateOnly? monitorUntil = null, string? supportedBy = null) =>
        PupilIds[surname] = await app.InSchoolAsync(School.Id, async db =>
        {
            var by = School.Senco(90);
            var pupil = Pupil.Add(School.Id, new PupilDetails(upn, surname, forename, knownAs, TestSchool.Today.AddYears(-8), Sex.Male, year, classId), by);
            if (status != SenStatus.None)
            {
                pupil.ChangeStatus(status, by.Today, "Test", by, monitorUntil);
                pupil.RecordNeeds(needs, by.Today, by);
            }

            TestSchool.Settle(pupil, by);
            pupil.NameResponsibleTeacher(responsible is null ? null : School.Staff[responsible], by);
            if (supportedBy is not null)
            {
                pupil.AddSupporter(School.Staff[supportedBy], by);
            }

            db.Add(pupil);
            if (stage is { } wanted)
            {
                var cycle = SupportCycle.Open(pupil, [], by);
                if (wanted > CycleStage.Assess)
                {
                    cycle.RecordAssessment(AssessmentContent.Empty with { Strands = [.. StrandKinds.All.Select(kind => new StrandContent(kind, "Words", "Tom", by.Today))] }, by);
                    cycle.FinishAssessment(by);
                    cycle.WritePlan(PlanContent.Empty with { StartsOn = by.Today, ReviewOn = reviewOn, ResponsibleTeacherId = pupil.ResponsibleTeacherId }, by);
                }

                if (wanted > CycleStage.Plan)
                {
                    cycle.SharePlan("{}", by);
                }

                if (wanted > CycleStage.Do)
                {
                    cycle.RecordReview(ReviewContent.Empty with { HeldOn = School.Senco().Today, PupilView = "Good" }, School.Senco());
                }

                db.Add(cycle);
            }

            await db.SaveChangesAsync();
            return pupil.Id;
        });
}
