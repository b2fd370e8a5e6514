using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <summary>The eight strands of an analysis of need (CoP 6.45, 6.46).</summary>
public enum StrandKind
{
    /// <summary>The teacher's assessment and experience of the pupil.</summary>
    TeacherAssessment,

    /// <summary>Previous progress and attainment.</summary>
    ProgressAndAttainment,

    /// <summary>Behaviour.</summary>
    Behaviour,

    /// <summary>Subject teachers' assessments.</summary>
    SubjectTeachers,

    /// <summary>Comparison with peers and national data.</summary>
    ComparisonWithPeers,

    /// <summary>Parents' views and experience.</summary>
    ParentsViews,

    /// <summary>The pupil's own views.</summary>
    PupilsViews,

    /// <summary>Advice from external services.</summary>
    ExternalAdvice,
}

/// <summary>The strands' names.</summary>
public static class StrandKinds
{
    /// <summary>Every strand in the order of the Code.</summary>
    public static IReadOnlyList<StrandKind> All { get; } = Enum.GetValues<StrandKind>();

    /// <summary>The strands without which an analysis of need is shown as outstanding, unless the school chooses others.</summary>
    public static IReadOnlyList<StrandKind> Required { get; } =
    [
        StrandKind.TeacherAssessment, StrandKind.ProgressAndAttainment, StrandKind.ComparisonWithPeers, StrandKind.ParentsViews, StrandKind.PupilsViews,
    ];

    /// <summary>A school's choice of strands in the order of the Code.</summary>
    /// <exception cref="DomainRuleException">A strand is unknown or given twice.</exception>
    public static IReadOnlyList<StrandKind> Checked(IReadOnlyList<StrandKind> chosen)
    {
        DomainRuleException.Require(chosen.All(All.Contains) && chosen.Distinct().Count() == chosen.Count, "Choose each strand once");
        return [.. chosen.Order()];
    }

    /// <summary>The name as it stands on screen and paper.</summary>
    public static string Name(this StrandKind kind) => kind switch
    {
        StrandKind.TeacherAssessment => "Teacher’s assessment",
        StrandKind.ProgressAndAttainment => "Progress and attainment",
        StrandKind.Behaviour => "Behaviour",
        StrandKind.SubjectTeachers => "Other teachers",
        StrandKind.ComparisonWithPeers => "Comparison with peers",
        StrandKind.ParentsViews => "Parents’ views",
        StrandKind.PupilsViews => "Pupil’s own views",
        _ => "Specialist advice",
    };
}

/// <summary>One strand of a cycle's assessment.</summary>
public sealed class AssessmentStrand
{
    private AssessmentStrand()
    {
    }

    /// <summary>The cycle.</summary>
    public Guid CycleId { get; private set; }

    /// <summary>Which strand.</summary>
    public StrandKind Kind { get; private set; }

    /// <summary>What was found or said.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who contributed it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>Documents of the pupil that it rests on, by their keys; one may have been removed since.</summary>
    public IReadOnlyList<Guid> Documents { get; private set; } = [];

    internal static AssessmentStrand Of(Guid cycleId, StrandKind kind) => new() { CycleId = cycleId, Kind = kind };

    internal void Write(StrandContent content) => (Text, By, On, Documents) = (content.Text, content.By, content.On, content.Documents);

    internal StrandContent Content() => new(Kind, Text, By, On, Documents);
}

/// <summary>What the assess stage records.</summary>
public sealed record AssessmentContent(
    string Strengths,
    string Difficulties,
    string ParentConcern,
    string ConcernsCompared,
    IReadOnlyList<StrandContent> Strands,
    bool SubstantiallyBelow = false)
{
    /// <summary>Nothing written yet.</summary>
    public static AssessmentContent Empty { get; } = new("", "", "", "", []);

    internal AssessmentContent Checked(DateOnly today) => this with
    {
        Strengths = TextLimits.Keep(Strengths, TextLimits.Narrative, "Strengths"),
        Difficulties = TextLimits.Keep(Difficulties, TextLimits.Narrative, "Difficulties"),
        ParentConcern = TextLimits.Keep(ParentConcern, TextLimits.Narrative, "What concerns the parents"),
        ConcernsCompared = TextLimits.Keep(ConcernsCompared, TextLimits.Narrative, "The comparison with the school’s view"),
        Strands = [.. Strands.Select(strand => strand.Checked(today))],
    };
}

/// <summary>One strand as it is written: see <see cref="AssessmentStrand"/>.</summary>
/// <param name="Id">Which strand; a cycle has each at most once.</param>
/// <param name="Text">What was found or said.</param>
/// <param name="By">Who contributed it.</param>
/// <param name="On">When; not in the future.</param>
/// <param name="Documents">Documents of the pupil that it rests on.</param>
public sealed record StrandContent(StrandKind Id, string Text = "", string By = "", DateOnly? On = null, IReadOnlyList<Guid>? Documents = null)
{
    /// <summary>The most documents of one strand.</summary>
    public const int MostDocuments = 30;

    /// <summary>Documents of the pupil that it rests on; never null.</summary>
    public IReadOnlyList<Guid> Documents { get; init; } = Documents ?? [];

    internal bool IsEmpty => Text.Length == 0 && By.Length == 0 && On is null && Documents.Count == 0;

    internal StrandContent Checked(DateOnly today)
    {
        DomainRuleException.Require(!(On > today), $"{Id.Name()}: the date must be today or in the past");
        DomainRuleException.Require(Documents.Count <= MostDocuments, $"{Id.Name()}: there may be {MostDocuments} documents");
        return this with { Text = TextLimits.Keep(Text, TextLimits.Narrative, Id.Name()), By = TextLimits.Keep(By, TextLimits.Line, $"{Id.Name()}: who"), Documents = [.. Documents.Distinct().Order()] };
    }
}
