using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Assessments;

/// <summary>Whose view a review hears, beside that of the staff (CoP 6.54).</summary>
public enum ViewOf
{
    /// <summary>The pupil's.</summary>
    Pupil,

    /// <summary>A parent's or carer's.</summary>
    Parents,

    /// <summary>Somebody else's: a specialist, a club, a grandparent.</summary>
    Others,
}

/// <summary>How a view came to the school.</summary>
public enum ViewHow
{
    /// <summary>Written by the person.</summary>
    Written,

    /// <summary>In a talk.</summary>
    Talk,

    /// <summary>The questions were read out.</summary>
    ReadTo,

    /// <summary>Drawn.</summary>
    Drawn,

    /// <summary>By pointing at faces, symbols or signs.</summary>
    Symbols,

    /// <summary>Seen by someone who knows the pupil well.</summary>
    Observed,

    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>By e-mail or message.</summary>
    Message,

    /// <summary>With an interpreter.</summary>
    Interpreter,
}

/// <summary>How somebody was invited or asked.</summary>
public enum InvitedHow
{
    /// <summary>By letter.</summary>
    Letter,

    /// <summary>By e-mail or message.</summary>
    Message,

    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>In person.</summary>
    InPerson,
}

/// <summary>Whose, and how, in words.</summary>
public static class ViewWords
{
    /// <summary>The questions that a pupil answers with one of five faces, in words that a young child knows.</summary>
    public static IReadOnlyList<string> PupilQuestions { get; } =
        ["I like being at school.", "I can do my work.", "The extra help is good for me.", "I have someone to be with at playtime.", "Grown-ups here listen to me.", "I know what I am trying to get better at."];

    /// <summary>Whose it is, with the pupil's first name.</summary>
    public static string Name(this ViewOf of, string firstName) => of switch { ViewOf.Pupil => firstName, ViewOf.Parents => "Parents", _ => "Others" };

    /// <summary>How a view came, as it stands on a form.</summary>
    public static string Name(this ViewHow how) => how switch
    {
        ViewHow.Written => "Wrote it",
        ViewHow.Talk => "Said it in a talk",
        ViewHow.ReadTo => "Questions were read out",
        ViewHow.Drawn => "Drew it",
        ViewHow.Symbols => "Pointed at faces, symbols or signs",
        ViewHow.Observed => "Seen by someone who knows the pupil well",
        ViewHow.Phone => "By phone",
        ViewHow.Message => "By email or message",
        _ => "With an interpreter",
    };

    /// <summary>How somebody was invited.</summary>
    public static string Name(this InvitedHow how) => how switch { InvitedHow.Letter => "By letter", InvitedHow.Message => "By email or message", InvitedHow.Phone => "By phone", _ => "In person" };

    /// <summary>The ways that make sense for somebody.</summary>
    public static IReadOnlyList<ViewHow> Ways(this ViewOf of) => of == ViewOf.Pupil
        ? [ViewHow.Written, ViewHow.Talk, ViewHow.ReadTo, ViewHow.Drawn, ViewHow.Symbols, ViewHow.Observed, ViewHow.Interpreter]
        : [ViewHow.Talk, ViewHow.Phone, ViewHow.Written, ViewHow.Message, ViewHow.Interpreter];

    /// <summary>What a face says.</summary>
    public static string Face(int step) => step switch { 1 => "No, not at all", 2 => "Not really", 3 => "In between", 4 => "Mostly", _ => "Yes, very much" };
}

/// <summary>
/// Somebody's part before the review of a cycle: that they were invited or asked, when and how, and their view once it is known (CoP 6.54, 6.55). Colleagues are
/// asked with an <see cref="AssessmentRequest"/>, which they answer themselves.
/// </summary>
public sealed class ReviewView : PupilRecord
{
    private ReviewView()
    {
    }

    /// <summary>The cycle.</summary>
    public Guid CycleId { get; private set; }

    /// <summary>Whose view it is.</summary>
    public ViewOf Of { get; private set; }

    /// <summary>Their name; empty for the pupil, and where parents are meant together.</summary>
    public string Who { get; private set; } = "";

    /// <summary>The day they were invited or asked; null where nobody wrote that down.</summary>
    public DateOnly? InvitedOn { get; private set; }

    /// <summary>How they were invited or asked.</summary>
    public InvitedHow? InvitedHow { get; private set; }

    /// <summary>The day they gave their view; null while they have not.</summary>
    public DateOnly? GivenOn { get; private set; }

    /// <summary>How they gave it.</summary>
    public ViewHow? How { get; private set; }

    /// <summary>Who gathered it.</summary>
    public string GatheredBy { get; private set; } = "";

    /// <summary>What they said to the questions with five faces, 1 to 5.</summary>
    public IReadOnlyList<StatementAnswer> Statements { get; private set; } = [];

    /// <summary>What goes well.</summary>
    public string GoesWell { get; private set; } = "";

    /// <summary>What is hard, or worries them.</summary>
    public string IsHard { get; private set; } = "";

    /// <summary>What would help, and what they wish for.</summary>
    public string Helps { get; private set; } = "";

    /// <summary>Writes down that somebody was invited to the review, or asked for their view.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed, the day is in the future, or the name is missing or too long.</exception>
    public static ReviewView Invite(SupportCycle cycle, ViewOf of, string who, DateOnly on, InvitedHow how, Acting by)
    {
        RequireDay(on, by);
        var view = New(cycle, of, who);
        (view.InvitedOn, view.InvitedHow) = (on, how);
        view.Record(cycle.PupilId, cycle.Number, RecordEventKind.ReviewInvited, by, $"{view.InWords}, {how.Name().ToLowerInvariant()} on {on:d MMMM yyyy}");
        return view;
    }

    /// <summary>Writes down a view that came without an invitation.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Invite"/> and <see cref="Write"/>.</exception>
    public static ReviewView Gather(SupportCycle cycle, ViewOf of, string who, ViewContent content, Acting by)
    {
        var view = New(cycle, of, who);
        view.Write(content, cycle, by);
        return view;
    }

    /// <summary>Writes down the view.</summary>
    /// <param name="content">What was said.</param>
    /// <param name="cycle">The cycle to whose review it belongs.</param>
    /// <param name="by">Who writes it down.</param>
    /// <exception cref="DomainRuleException">The cycle is closed or another one, it is written down already, the day is in the future, nothing is said, or something of it cannot be stored.</exception>
    public void Write(ViewContent content, SupportCycle cycle, Acting by)
    {
        DomainRuleException.Require(cycle.Id == CycleId && cycle.IsOpen, $"Cycle {cycle.Number} is closed: its review takes no more views");
        DomainRuleException.Require(GivenOn is null, "The view is written down already");
        Record(PupilId, cycle.Number, RecordEventKind.ViewGathered, by, InWords, Keep(content, by));
    }

    /// <summary>Puts right a view that was written down wrongly, also once the cycle is closed.</summary>
    /// <param name="content">What was said in truth.</param>
    /// <param name="reason">Why it is put right.</param>
    /// <param name="cycle">The cycle to whose review it belongs.</param>
    /// <param name="by">Who puts it right.</param>
    /// <returns>What it said before, which is to leave the history too by <see cref="RecordEvent.TakeAway"/>.</returns>
    /// <exception cref="DomainRuleException">The cycle is another one, no view is written down, it says so already, no reason is given, or the content cannot be stored.</exception>
    public IReadOnlyList<FieldChange> Correct(ViewContent content, string reason, SupportCycle cycle, Acting by)
    {
        RequireGiven(cycle);
        var words = TextLimits.Reason(reason);
        var changes = Keep(content, by);
        DomainRuleException.Require(changes.Count > 0, "That is what it says already");
        Record(PupilId, cycle.Number, RecordEventKind.ViewCorrected, by, $"{InWords}: {words}", [.. changes.Select(change => Without(change, by))]);
        return changes;
    }

    /// <summary>Takes away a view that should never have been written down, also once the cycle is closed. That somebody was invited stays.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="cycle">The cycle to whose review it belongs.</param>
    /// <param name="by">Who takes it away.</param>
    /// <returns>Whether anything is left of the row: an invitation. Otherwise it is to be deleted.</returns>
    /// <exception cref="DomainRuleException">The cycle is another one, no view is written down, or no reason is given.</exception>
    /// <remarks>The words leave the history by <see cref="RecordEvent.TakeAway"/>.</remarks>
    public bool TakeAway(string reason, SupportCycle cycle, Acting by)
    {
        RequireGiven(cycle);
        var words = TextLimits.Reason(reason);
        var before = Fields();
        (GivenOn, How, GatheredBy, Statements, GoesWell, IsHard, Helps) = (null, null, "", [], "", "", "");
        Record(PupilId, cycle.Number, RecordEventKind.ContentRemoved, by, $"View of {(Who.Length > 0 ? Who : Of == ViewOf.Pupil ? "the pupil" : "the parents")}: {words}", [.. RecordFields.Compare(before, Fields()).Select(change => Without(change, by))]);
        return InvitedOn is not null;
    }

    private static FieldChange Without(FieldChange change, Acting by) => change with { Old = change.Old.Length == 0 ? "" : RecordEvent.TakenAway(by) };

    private void RequireGiven(SupportCycle cycle)
    {
        DomainRuleException.Require(cycle.Id == CycleId, "The view belongs to another cycle");
        DomainRuleException.Require(GivenOn is not null, "No view is written down there any more");
    }

    private IReadOnlyList<FieldChange> Keep(ViewContent content, Acting by)
    {
        RequireDay(content.On, by);
        DomainRuleException.Require(content.Statements.Count <= AssessmentRequest.MostStatements, $"There may be {AssessmentRequest.MostStatements} questions");
        DomainRuleException.Require(content.Statements.All(row => row.Step is null or (>= 1 and <= 5)), "Choose one of the five faces");
        var (well, hard, helps, gatheredBy) = (
            TextLimits.Keep(content.GoesWell, TextLimits.Narrative, "What goes well"),
            TextLimits.Keep(content.IsHard, TextLimits.Narrative, "What is hard"),
            TextLimits.Keep(content.Helps, TextLimits.Narrative, "What would help"),
            TextLimits.Keep(content.GatheredBy, TextLimits.Line, "Who gathered it"));
        DomainRuleException.Require(content.Statements.Any(row => row.Step is not null) || well.Length + hard.Length + helps.Length > 0, "Choose a face or write a sentence");
        var before = Fields();
        (GivenOn, How, GatheredBy, GoesWell, IsHard, Helps) = (content.On, content.How, gatheredBy, well, hard, helps);
        Statements = [.. content.Statements.Select(row => row with { Text = TextLimits.Keep(row.Text, TextLimits.Line, "The question") })];
        return RecordFields.Compare(before, Fields());
    }

    private string InWords => Who.Length > 0 ? Who : Of == ViewOf.Pupil ? "The pupil" : "The parents";

    private Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>
        {
            ["givenOn"] = GivenOn is { } on ? $"{on:yyyy-MM-dd}" : "",
            ["viewHow"] = How?.Name() ?? "",
            ["gatheredBy"] = GatheredBy,
            ["goesWell"] = GoesWell,
            ["isHard"] = IsHard,
            ["helps"] = Helps,
            ["faces"] = string.Join("; ", Statements.Where(row => row.Step is not null).Select(row => $"{row.Text} {ViewWords.Face(row.Step!.Value)}")),
        };
        return fields.Where(field => field.Value.Length > 0).ToDictionary();
    }

    private static ReviewView New(SupportCycle cycle, ViewOf of, string who)
    {
        DomainRuleException.Require(cycle.IsOpen, $"Cycle {cycle.Number} is closed: its review takes no more views");
        DomainRuleException.Require(of != ViewOf.Others || !string.IsNullOrWhiteSpace(who), "Enter whose view it is");
        return new ReviewView
        {
            Id = Guid.CreateVersion7(),
            SchoolId = cycle.SchoolId,
            PupilId = cycle.PupilId,
            CycleId = cycle.Id,
            Of = of,
            Who = of == ViewOf.Pupil ? "" : TextLimits.Keep(who, TextLimits.Line, "Whose view it is"),
        };
    }
}

/// <summary>A view as it is written down.</summary>
/// <param name="On">The day it was given.</param>
/// <param name="How">How.</param>
/// <param name="GatheredBy">Who gathered it.</param>
/// <param name="Statements">The questions with their faces.</param>
/// <param name="GoesWell">What goes well.</param>
/// <param name="IsHard">What is hard.</param>
/// <param name="Helps">What would help.</param>
public sealed record ViewContent(DateOnly On, ViewHow How, string GatheredBy, IReadOnlyList<StatementAnswer> Statements, string GoesWell = "", string IsHard = "", string Helps = "");
