using System.Text.Json;
using System.Text.Json.Serialization;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>The files that the demonstration school is made from: they are embedded in the application.</summary>
internal sealed class DemoContent
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private DemoContent()
    {
    }

    /// <summary>The school, its staff and classes, and every pupil with a SEN record.</summary>
    public required DemoSchoolFile School { get; init; }

    /// <summary>Names by origin.</summary>
    public required IReadOnlyDictionary<string, NameOrigin> Origins { get; init; }

    /// <summary>Stories by their id.</summary>
    public required IReadOnlyDictionary<string, Story> Stories { get; init; }

    /// <summary>The bank of strategies by id.</summary>
    public required IReadOnlyDictionary<string, BankStrategy> Strategies { get; init; }

    /// <summary>The catalogue of interventions by id.</summary>
    public required IReadOnlyDictionary<string, BankIntervention> Interventions { get; init; }

    /// <summary>The bank of targets, which knows the long-term outcomes.</summary>
    public required IReadOnlyList<BankTarget> Targets { get; init; }

    /// <summary>Reads the files.</summary>
    public static DemoContent Read() => new()
    {
        School = File<DemoSchoolFile>("demo-school"),
        Origins = File<Dictionary<string, NameOrigin>>("demo-names"),
        Stories = File<List<Story>>("demo-pupils").ToDictionary(story => story.Id),
        Strategies = File<List<BankStrategy>>("strategies").ToDictionary(strategy => strategy.Id),
        Interventions = File<List<BankIntervention>>("interventions").ToDictionary(intervention => intervention.Id),
        Targets = File<List<BankTarget>>("targets"),
    };

    /// <summary>Who of the staff has an account: read at every start, and so without the rest.</summary>
    public static IReadOnlyList<(string Account, string Name, string JobTitle)> Accounts()
    {
        using var file = Open("demo-school");
        using var school = JsonDocument.Parse(file);
        return [.. school.RootElement.GetProperty("staff").EnumerateArray()
            .Where(row => row.TryGetProperty("account", out var account) && account.ValueKind == JsonValueKind.String)
            .Select(row => (row.GetProperty("account").GetString()!, row.GetProperty("name").GetString()!, row.GetProperty("jobTitle").GetString()!))];
    }

    private static Stream Open(string name) => typeof(DemoContent).Assembly.GetManifestResourceStream($"Content/{name}.json")!;

    private static T File<T>(string name)
    {
        using var file = Open(name);
        return JsonSerializer.Deserialize<T>(file, Options)!;
    }
}

/// <summary>The school as its file says.</summary>
internal sealed record DemoSchoolFile(
    SchoolDetails Details,
    LocalSupport Support,
    IReadOnlyList<DemoStaffRow> Staff,
    IReadOnlyList<DemoClassRow> Classes,
    IReadOnlyList<DemoGroupRow> Groups,
    IReadOnlyList<DemoPupilRow> Pupils);

/// <summary>A member of staff. <paramref name="Account"/> is the part of the e-mail address before the @; most have none.</summary>
internal sealed record DemoStaffRow(string Name, string JobTitle, StaffRoles Role, string? Account);

/// <summary>A class: its year, how many are on roll, who teaches and who assists.</summary>
internal sealed record DemoClassRow(string Name, string NcYear, int Size, IReadOnlyList<string> Teachers, string Assistant);

/// <summary>
/// A teaching group: who teaches it and whom it takes, every <paramref name="Every"/>th pupil of its classes beginning with the <paramref name="Place"/>th; or, at most
/// <paramref name="Most"/> of those at SEN Support. A group that lasts some weeks is for one pupil after another.
/// </summary>
internal sealed record DemoGroupRow(string Name, string Subject, IReadOnlyList<string> Teachers, IReadOnlyList<string> Classes, int Every, int Place, int? Most, int? Weeks);

/// <summary>
/// A pupil with a SEN record: the story, how many cycles of it are used, and where the last of them stands. <paramref name="Parents"/> are the forenames of a
/// mother and a father who need an interpreter; the missing strand and the missing measures are gaps of the last cycle, worth showing.
/// </summary>
internal sealed record DemoPupilRow(
    string Class,
    string Forename,
    string Surname,
    Sex Sex,
    SenStatus Status,
    string Origin,
    string? Story,
    int Cycles,
    DemoStage Stage,
    string? KnownAs,
    string? NeedCode,
    string? Background,
    string? ImportantToMe,
    string? Concern,
    string? Responsible,
    string? SupportedBy,
    string? FirstLanguage,
    DemoHome? Home,
    IReadOnlyList<string>? Parents,
    StrandKind? MissingStrand,
    bool WithoutMeasure,
    bool WithoutDiagnosis,
    bool WithoutStoryFlags);

/// <summary>Where a pupil's last cycle stands, with what makes it worth showing.</summary>
internal enum DemoStage
{
    None,
    Assess,

    /// <summary>Being planned, without a review date.</summary>
    Plan,
    PlanDated,
    PlanSent,
    PlanReturned,
    Do,
    DoSoon,
    DoOverdue,
    ReviewSoon,
    ReviewOverdue,

    /// <summary>The last cycle is closed and the next one is not open yet.</summary>
    Between,

    /// <summary>The pupil left SEN Support and is monitored.</summary>
    Left,
}

/// <summary>Who looks after a pupil.</summary>
internal enum DemoHome
{
    BothParents,
    ParentsApart,
    Mother,
    Father,
    TwoMothers,
    Stepfather,
    SpecialGuardians,
    FosterCare,
    RestrictedParent,
}

/// <summary>Names of one origin. <paramref name="Weight"/> is how many of the pupils without a SEN record have it, roughly.</summary>
internal sealed record NameOrigin(
    string Language,
    double EalShare,
    double InterpreterShare,
    int Weight,
    IReadOnlyList<string> Girls,
    IReadOnlyList<string> Boys,
    IReadOnlyList<string> Surnames,
    IReadOnlyList<string> Women,
    IReadOnlyList<string> Men);

/// <summary>A strategy of the bank.</summary>
internal sealed record BankStrategy(string Id, AreaOfNeed Area, string Title, string Text, string Where, string? Subject);

/// <summary>An intervention of the catalogue.</summary>
internal sealed record BankIntervention(string Id, string Name);

/// <summary>A target of the bank under its long-term outcome.</summary>
internal sealed record BankTarget(string Id, AreaOfNeed Area, IReadOnlyList<string> NeedTypes, IReadOnlyList<string> Phases, string LongTermOutcome, string Statement);

/// <summary>A pupil's story: see the content files. Texts hold <c>{name}</c> and pronouns.</summary>
internal sealed record Story(
    string Id,
    IReadOnlyList<StoryNeed> Needs,
    IReadOnlyList<StoryDiagnosis> Diagnoses,
    string FirstLanguage,
    IReadOnlyList<PupilFlags> Flags,
    string Background,
    string AdmiredFor,
    string ImportantToMe,
    string HowBestToSupport,
    string FindsHard,
    string ParentView,
    string ParentConcern,
    string PupilView,
    string ConcernsCompared,
    string Strengths,
    string Difficulties,
    IReadOnlyList<StoryStrand> Assess,
    IReadOnlyList<StoryCycle> Cycles);

/// <summary>A ranked need.</summary>
internal sealed record StoryNeed(int Rank, string Code, AreaOfNeed Area);

/// <summary>A diagnosis, made some years before today.</summary>
internal sealed record StoryDiagnosis(string Name, string MadeBy, int YearsAgo);

/// <summary>A strand of the first assessment.</summary>
internal sealed record StoryStrand(StrandKind Strand, string By, int WeeksBeforePlan, string Text);

/// <summary>A cycle of a story.</summary>
internal sealed record StoryCycle(
    int Weeks,
    string ExpectedImpact,
    IReadOnlyList<StoryTarget> Targets,
    IReadOnlyList<string> Strategies,
    IReadOnlyList<StoryProvision> Provision,
    IReadOnlyList<StoryNote> Notes,
    string AtHome,
    string PupilsPart,
    StoryReview? Review);

/// <summary>A target of a story's cycle.</summary>
internal sealed record StoryTarget(int Number, AreaOfNeed Area, string Statement, string Baseline, string Measure, string SuccessCriterion);

/// <summary>A row of provision of a story's cycle.</summary>
internal sealed record StoryProvision(string InterventionId, string DeliveredBy, int Minutes, decimal TimesAWeek, int Weeks, int GroupSize, string Where, IReadOnlyList<int> ServesTargets);

/// <summary>A delivery note in a week of the plan.</summary>
internal sealed record StoryNote(int Week, string Text);

/// <summary>A review of a story's cycle.</summary>
internal sealed record StoryReview(
    IReadOnlyList<StoryResult> Results, string Impact, string PupilView, string ParentView, string StaffView, ReviewDecision Decision, string NextSteps);

/// <summary>How a target ended.</summary>
internal sealed record StoryResult(int Target, TargetResult Result, string Evidence);
