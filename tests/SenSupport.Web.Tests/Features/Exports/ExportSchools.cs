using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Exports;

/// <summary>Schools of each test class's own, so that every count of an export is known: one with pupils whose records try an export, one without any.</summary>
public sealed class ExportSchools(TestApp app) : IAsyncLifetime
{
    public const string Upn = "B801200005001", FormerUpn = "G802200118001";

    private static int made;

    private readonly string number = $"{Interlocked.Increment(ref made)}";
    private readonly Dictionary<string, HttpClient> clients = [];

    /// <summary>The school.</summary>
    public TestSchool School { get; private set; } = null!;

    public Dictionary<string, Guid> PupilIds { get; } = [];

    public async Task InitializeAsync()
    {
        School = await TestSchool.CreateAsync(app, "Elm Primary School", $"elm{number}");
        await TestSchool.CreateAsync(app, "Yew Primary School", $"yew{number}");
        await AddAsync("Wiśniewska", "Zofia", Upn, SenStatus.SenSupport, [("SLCN", AreaOfNeed.CommunicationAndInteraction), ("SEMH", AreaOfNeed.SocialEmotionalMentalHealth), ("OTH", AreaOfNeed.CognitionAndLearning)]);
        await AddAsync("O’Reilly", "Callum", "", SenStatus.EhcPlan, []);
        await AddAsync("=HYPERLINK(\"http://evil.example\")", "@SUM(1)", "", SenStatus.Monitoring, []);
        await AddAsync("Smith", "Sam", "", SenStatus.None, []);
    }

    /// <summary>A client of the school with pupils; the same one each time.</summary>
    public Task<HttpClient> ClientAsync(string role) => ClientOfAsync($"{role}@elm{number}.example");

    /// <summary>A client of the school without pupils.</summary>
    public Task<HttpClient> EmptyClientAsync(string role) => ClientOfAsync($"{role}@yew{number}.example");

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Adds a pupil of 4W with a reason and a background that no codes-only file may hold.</summary>
    public async Task<Guid> AddAsync(string surname, string forename, string upn, SenStatus status, (string, AreaOfNeed)[] needs, int daysAgo = 90) =>
        PupilIds[surname] = await app.InSchoolAsync(School.Id, async db =>
        {
            var by = School.Senco(daysAgo);
            var pupil = Pupil.Add(School.Id, new PupilDetails(upn, surname, forename, "", new DateOnly(2018, 3, 14), Sex.Female, "4", School.ClassId), by);
            if (upn.Length > 0)
            {
                pupil.KeepFormerUpn(FormerUpn, by);
            }

            pupil.WriteBackground("Backgroundsecret", by);
            if (status != SenStatus.None)
            {
                pupil.ChangeStatus(status, by.Today, "Reasonsecret", by);
                pupil.RecordNeeds(needs, by.Today, by);
            }

            db.Add(pupil);
            await db.SaveChangesAsync();
            return pupil.Id;
        });

    /// <summary>Changes a pupil as the domain would.</summary>
    public Task<int> ChangeAsync(Guid pupilId, Action<Pupil> change) => app.InSchoolAsync(School.Id, async db =>
    {
        change(await FullPupilAsync(db, pupilId));
        return await db.SaveChangesAsync();
    });

    /// <summary>The events of exports in a school, latest first; of a pupil when one is given.</summary>
    public static Task<List<RecordEvent>> EventsAsync(TestApp app, Guid schoolId, Guid? pupilId = null) => app.InSchoolAsync(schoolId, db =>
        Task.FromResult(db.Events.Where(row => row.Kind == RecordEventKind.DataExported && row.PupilId == pupilId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).ToList()));

    private static async Task<Pupil> FullPupilAsync(SenSupportDbContext db, Guid id)
    {
        var pupil = (await db.FindAsync<Pupil>(id))!;
        foreach (var part in db.Entry(pupil).Collections)
        {
            await part.LoadAsync();
        }

        return pupil;
    }

    private async Task<HttpClient> ClientOfAsync(string email) => clients.TryGetValue(email, out var client) ? client : clients[email] = await app.SignInAsync(email);
}
