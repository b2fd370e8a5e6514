using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Assessments;

/// <summary>
/// A short assessment of a pupil that a colleague is asked for, by a day: a few statements on a scale of five, and words. The answer goes into the analysis of need
/// with name and date (CoP 6.45). What was answered keeps the statements as they were asked. For a review a colleague is asked the same way for their view (CoP 6.54).
/// </summary>
public sealed class AssessmentRequest : PupilRecord
{
    /// <summary>The most statements of one request.</summary>
    public const int MostStatements = 20;

    /// <summary>Whoever has not answered is reminded from so many days before the day.</summary>
    public const int RemindedBefore = 3;

    /// <summary>And once more when the day has passed, up to so many days after it: what is older is for whoever asked to follow up.</summary>
    public const int RemindedAfter = 28;

    private AssessmentRequest()
    {
    }

    /// <summary>Who is asked.</summary>
    public Guid AskedId { get; private set; }

    /// <summary>The cycle for whose review a view is asked; null for a short assessment.</summary>
    public Guid? CycleId { get; private set; }

    /// <summary>Whether a view for a review is asked rather than a short assessment.</summary>
    public bool IsView => CycleId is not null;

    /// <summary>Who asks.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>Their name at the time.</summary>
    public string AskedBy { get; private set; } = "";

    /// <summary>The day on which they asked.</summary>
    public DateOnly AskedOn { get; private set; }

    /// <summary>The day by which the answer is wanted.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What to look at above all; may be empty.</summary>
    public string Question { get; private set; } = "";

    /// <summary>The day of the latest reminder; null where there was none.</summary>
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>The day of the answer; null while there is none.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Who answered, by the name at the time; empty while nobody has.</summary>
    public string AnsweredBy { get; private set; } = "";

    /// <summary>The day on which it was taken back; null while it stands.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The statements as they were answered; none while they were not.</summary>
    public IReadOnlyList<StatementAnswer> Statements { get; private set; } = [];

    /// <summary>What goes well.</summary>
    public string GoesWell { get; private set; } = "";

    /// <summary>What is hard, and when.</summary>
    public string IsHard { get; private set; } = "";

    /// <summary>What has been tried, and what helped.</summary>
    public string Helps { get; private set; } = "";

    /// <summary>Whether an answer is waited for.</summary>
    public bool IsWaiting => AnsweredOn is null && WithdrawnOn is null;

    /// <summary>
    /// Whether a reminder goes out by itself on a day: once when the day of the answer comes near, unless the request was made as late as that, and once when it has passed.
    /// A reminder by hand at the time stands for it.
    /// </summary>
    public bool IsReminderDue(DateOnly today)
    {
        var near = DueOn.AddDays(-RemindedBefore);
        return IsWaiting && (today > DueOn
            ? today <= DueOn.AddDays(RemindedAfter) && !(RemindedOn > DueOn)
            : today >= near && AskedOn < near && !(RemindedOn >= near));
    }

    /// <summary>Asks a colleague.</summary>
    /// <exception cref="DomainRuleException">The day has passed, or the text is too long.</exception>
    public static AssessmentRequest Ask(Pupil pupil, Guid staffId, string staffName, DateOnly dueOn, string question, Acting by)
    {
        var asked = New(pupil.SchoolId, pupil.Id, staffId, dueOn, question, by);
        asked.Record(RecordEventKind.AssessmentAsked, by, $"{staffName}, by {dueOn:d MMMM yyyy}", [new("question", "", asked.Question)]);
        return asked;
    }

    /// <summary>Asks a colleague for their view for the review of a cycle.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed, the day has passed, or the text is too long.</exception>
    public static AssessmentRequest AskForView(SupportCycle cycle, Guid staffId, string staffName, DateOnly dueOn, string question, Acting by)
    {
        DomainRuleException.Require(cycle.IsOpen, $"Cycle {cycle.Number} is closed: its review takes no more views");
        var asked = New(cycle.SchoolId, cycle.PupilId, staffId, dueOn, question, by);
        asked.CycleId = cycle.Id;
        asked.Record(cycle.PupilId, cycle.Number, RecordEventKind.ViewAsked, by, $"{staffName}, by {dueOn:d MMMM yyyy}", [new("question", "", asked.Question)]);
        return asked;
    }

    /// <summary>Answers. Once it is answered it does not change.</summary>
    /// <exception cref="DomainRuleException">It was answered or taken back, somebody else was asked, nothing is said, or something of it cannot be stored.</exception>
    public void Answer(AssessmentAnswer answer, Acting by)
    {
        DomainRuleException.Require(WithdrawnOn is null, $"{AskedBy} has taken this request back: no answer is needed any more");
        DomainRuleException.Require(AnsweredOn is null, $"This was answered on {AnsweredOn:d MMMM yyyy} already");
        DomainRuleException.Require(by.StaffId == AskedId, "Somebody else was asked");
        DomainRuleException.Require(answer.Statements.Count <= MostStatements, $"There may be {MostStatements} statements");
        DomainRuleException.Require(answer.Statements.All(row => row.Step is null or (>= 1 and <= 5)), "Choose one of the five steps");
        var (well, hard, helps) = (
            TextLimits.Keep(answer.GoesWell, TextLimits.Narrative, "What goes well"),
            TextLimits.Keep(answer.IsHard, TextLimits.Narrative, "What is hard"),
            TextLimits.Keep(answer.Helps, TextLimits.Narrative, "What helps"));
        DomainRuleException.Require(answer.Statements.Any(row => row.Step is not null) || well.Length + hard.Length + helps.Length > 0, "Mark a statement or write a sentence");
        (Statements, GoesWell, IsHard, Helps) = ([.. answer.Statements.Select(row => row with { Text = TextLimits.Keep(row.Text, TextLimits.Line, "The statement") })], well, hard, helps);
        (AnsweredOn, AnsweredBy) = (by.Today, by.Name);
        Record(
            IsView ? RecordEventKind.ViewAnswered : RecordEventKind.AssessmentAnswered,
            by,
            "",
            [
                .. Statements.Where(row => row.Step is not null).Select(row => new FieldChange("statement", "", $"{row.Text}: {FiveSteps.Name(row.Step!.Value).ToLowerInvariant()}")),
                new("goesWell", "", well), new("isHard", "", hard), new("helps", "", helps),
            ]);
    }

    /// <summary>Reminds whoever was asked. A second time on one day changes nothing.</summary>
    /// <exception cref="DomainRuleException">No answer is waited for.</exception>
    public void Remind(Acting by)
    {
        DomainRuleException.Require(IsWaiting, "No answer is waited for any more");
        if (RemindedOn != by.Today)
        {
            RemindedOn = by.Today;
            Record(RecordEventKind.AssessmentReminded, by, InWords);
        }
    }

    /// <summary>Takes the request back.</summary>
    /// <exception cref="DomainRuleException">No answer is waited for.</exception>
    public void Withdraw(Acting by)
    {
        DomainRuleException.Require(IsWaiting, "No answer is waited for any more");
        WithdrawnOn = by.Today;
        Record(RecordEventKind.AssessmentWithdrawn, by, InWords);
    }

    private string InWords => IsView ? "A view for the review" : "";

    private static AssessmentRequest New(Guid schoolId, Guid pupilId, Guid staffId, DateOnly dueOn, string question, Acting by)
    {
        DomainRuleException.Require(dueOn >= by.Today, "The day by which you need the answer must be today or later");
        return new AssessmentRequest
        {
            Id = Guid.CreateVersion7(),
            SchoolId = schoolId,
            PupilId = pupilId,
            AskedId = staffId,
            AskedById = by.StaffId,
            AskedBy = by.Name,
            AskedOn = by.Today,
            DueOn = dueOn,
            Question = TextLimits.Keep(question, TextLimits.Narrative, "What to look at"),
        };
    }
}

/// <summary>A statement with its answer.</summary>
/// <param name="Text">The statement as it was asked.</param>
/// <param name="Step">1 hardly ever to 5 nearly always; null where there was no chance to see it.</param>
public sealed record StatementAnswer(string Text, int? Step);

/// <summary>An answer: see <see cref="AssessmentRequest"/>.</summary>
/// <param name="Statements">The statements.</param>
/// <param name="GoesWell">What goes well.</param>
/// <param name="IsHard">What is hard.</param>
/// <param name="Helps">What helps.</param>
public sealed record AssessmentAnswer(IReadOnlyList<StatementAnswer> Statements, string GoesWell, string IsHard, string Helps);

/// <summary>The five steps on which a statement is answered.</summary>
public static class FiveSteps
{
    /// <summary>The step in words.</summary>
    public static string Name(int step) => step switch { 1 => "Hardly ever", 2 => "Sometimes", 3 => "About half the time", 4 => "Mostly", _ => "Nearly always" };
}
