using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Progress;

/// <summary>How a teacher judges attainment against what is expected for the year.</summary>
public enum AttainmentJudgement
{
    /// <summary>Well below what is expected.</summary>
    WellBelow,

    /// <summary>Working towards what is expected.</summary>
    WorkingTowards,

    /// <summary>As expected.</summary>
    Expected,

    /// <summary>More than is expected.</summary>
    Above,
}

/// <summary>Judgements in words.</summary>
public static class AttainmentWords
{
    /// <summary>As it is written on screen.</summary>
    public static string Name(this AttainmentJudgement judgement) => judgement switch
    {
        AttainmentJudgement.WellBelow => "Well below expected",
        AttainmentJudgement.WorkingTowards => "Working towards expected",
        AttainmentJudgement.Expected => "As expected",
        _ => "Above expected",
    };
}

/// <summary>What a pupil reached on one day in a subject or a test (CoP 6.17, 6.45). It is evidence to look at, never a label.</summary>
public sealed class AssessmentPoint : PupilRecord
{
    private AssessmentPoint()
    {
    }

    /// <summary>The subject or test, as the school calls it: "Story retell, out of 25".</summary>
    public string Measure { get; private set; } = "";

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The score, as the test counts it.</summary>
    public decimal? Score { get; private set; }

    /// <summary>The mean of the pupil's year group in the same assessment, where the school knows it.</summary>
    public decimal? PeersMean { get; private set; }

    /// <summary>The standardised score; 100 is the middle of all pupils of that age.</summary>
    public int? Standardised { get; private set; }

    /// <summary>The age equivalent in months.</summary>
    public int? AgeEquivalentMonths { get; private set; }

    /// <summary>The stage or level, in the school's words.</summary>
    public string Stage { get; private set; } = "";

    /// <summary>The teacher's judgement.</summary>
    public AttainmentJudgement? Judgement { get; private set; }

    /// <summary>A note.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who recorded it.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Their name at the time.</summary>
    public string StaffName { get; private set; } = "";

    /// <summary>Records a point.</summary>
    /// <exception cref="DomainRuleException">The content cannot be stored or cannot be true.</exception>
    public static AssessmentPoint Record(Pupil pupil, PointContent content, Acting by)
    {
        var point = new AssessmentPoint { Id = Guid.CreateVersion7(), SchoolId = pupil.SchoolId, PupilId = pupil.Id, StaffId = by.StaffId, StaffName = by.Name };
        var written = content.Checked(pupil.BirthDate, by.Today);
        point.Write(written);
        point.Record(RecordEventKind.AssessmentPointRecorded, by, written.InWords(), RecordFields.Compare(Nothing, RecordFields.Of(written)));
        return point;
    }

    /// <summary>What it says now.</summary>
    public PointContent Content() => new(Measure, On, Score, PeersMean, Standardised, AgeEquivalentMonths, Stage, Judgement, Note);

    /// <summary>Puts right what was recorded.</summary>
    /// <exception cref="DomainRuleException">The content cannot be stored or cannot be true.</exception>
    public void Correct(Pupil pupil, PointContent content, Acting by)
    {
        var written = content.Checked(pupil.BirthDate, by.Today);
        var changes = RecordFields.Compare(RecordFields.Of(Content()), RecordFields.Of(written));
        if (changes.Count > 0)
        {
            Write(written);
            Record(RecordEventKind.AssessmentPointCorrected, by, written.InWords(), changes);
        }
    }

    /// <summary>Leaves the trace of a point that is taken away because it was recorded by mistake.</summary>
    public void Remove(Acting by) =>
        Record(RecordEventKind.AssessmentPointRemoved, by, Content().InWords(), RecordFields.Compare(RecordFields.Of(Content()), Nothing));

    /// <summary>Leaves the trace of a point that is taken away because the import that brought it is undone.</summary>
    public void UndoImport(Acting by) =>
        Record(RecordEventKind.ImportUndone, by with { Means = "" }, $"{Content().InWords()}, which a file had brought, removed", RecordFields.Compare(RecordFields.Of(Content()), Nothing));

    private static readonly Dictionary<string, string> Nothing = [];

    private void Write(PointContent content)
    {
        (Measure, On, Score, PeersMean, Standardised) = (content.Measure, content.On, content.Score, content.PeersMean, content.Standardised);
        (AgeEquivalentMonths, Stage, Judgement, Note) = (content.AgeEquivalentMonths, content.Stage, content.Judgement, content.Note);
    }
}

/// <summary>A point as it is written: see <see cref="AssessmentPoint"/>.</summary>
public sealed record PointContent(
    string Measure,
    DateOnly On,
    decimal? Score = null,
    decimal? PeersMean = null,
    int? Standardised = null,
    int? AgeEquivalentMonths = null,
    string Stage = "",
    AttainmentJudgement? Judgement = null,
    string Note = "")
{
    /// <summary>The most a score may be, either side of nought.</summary>
    public const decimal MostScore = 100_000;

    /// <summary>The lowest standardised score that tests give.</summary>
    public const int LowestStandardised = 40;

    /// <summary>The highest.</summary>
    public const int HighestStandardised = 170;

    /// <summary>The oldest age equivalent, in months: 20 years.</summary>
    public const int MostMonths = 240;

    /// <summary>The point in a line: "Story retell, out of 25: 17".</summary>
    public string InWords() => $"{Measure}: {Result()}";

    /// <summary>What was reached, in a few words.</summary>
    public string Result() => string.Join(", ", new[]
    {
        Score is { } score ? $"{score:0.##}" : "",
        Standardised is { } standardised ? $"standardised {standardised}" : "",
        AgeEquivalentMonths is { } months ? $"age equivalent {Count(months / 12, "year")} {Count(months % 12, "month")}" : "",
        Stage,
        Judgement is { } judgement ? judgement.Name().ToLowerInvariant() : "",
    }.Where(part => part.Length > 0));

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    internal PointContent Checked(DateOnly birthDate, DateOnly today)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Measure), "Enter the subject or test");
        DomainRuleException.Require(On <= today && On >= birthDate, "The date must be between the date of birth and today");
        DomainRuleException.Require(Score is null or (>= -MostScore and <= MostScore), $"The score must be at most {MostScore:N0}");
        DomainRuleException.Require(PeersMean is null or (>= -MostScore and <= MostScore), $"The year group’s mean must be at most {MostScore:N0}");
        DomainRuleException.Require(Standardised is null or (>= LowestStandardised and <= HighestStandardised), $"A standardised score is between {LowestStandardised} and {HighestStandardised}");
        DomainRuleException.Require(AgeEquivalentMonths is null or (>= 0 and <= MostMonths), $"An age equivalent is between 0 and {MostMonths / 12} years");
        DomainRuleException.Require(
            Score is not null || Standardised is not null || AgeEquivalentMonths is not null || Judgement is not null || !string.IsNullOrWhiteSpace(Stage),
            "Enter what was reached: a score, a stage or a judgement");
        return this with
        {
            Measure = TextLimits.Keep(Measure, TextLimits.Name, "The subject or test"),
            Stage = TextLimits.Keep(Stage, TextLimits.Name, "The stage"),
            Note = TextLimits.Keep(Note, TextLimits.Narrative, "The note"),
        };
    }
}
