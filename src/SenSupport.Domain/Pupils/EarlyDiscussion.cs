using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>What an early discussion with pupil and parents talked over (CoP 6.39). Its day, and who was there, stand in the <see cref="DutyRecord"/> that holds it.</summary>
/// <param name="Strengths">What the pupil does well.</param>
/// <param name="Difficulties">What the pupil finds hard.</param>
/// <param name="ParentConcerns">What the parents said, and their concerns.</param>
/// <param name="PupilViews">What the pupil said.</param>
/// <param name="Outcomes">Outcomes that were agreed.</param>
/// <param name="NextSteps">Next steps.</param>
public sealed record EarlyDiscussion(
    string Strengths = "", string Difficulties = "", string ParentConcerns = "", string PupilViews = "", string Outcomes = "", string NextSteps = "")
{
    internal EarlyDiscussion Checked() => new(
        TextLimits.Keep(Strengths, TextLimits.Narrative, "Strengths"),
        TextLimits.Keep(Difficulties, TextLimits.Narrative, "Difficulties"),
        TextLimits.Keep(ParentConcerns, TextLimits.Narrative, "The parents’ concerns"),
        TextLimits.Keep(PupilViews, TextLimits.Narrative, "What the pupil said"),
        TextLimits.Keep(Outcomes, TextLimits.Narrative, "Agreed outcomes"),
        TextLimits.Keep(NextSteps, TextLimits.Narrative, "Next steps"));
}

/// <summary>An early discussion as it is written on one page, with what follows it.</summary>
/// <param name="On">The day.</param>
/// <param name="Present">Who was there.</param>
/// <param name="Words">What was talked over.</param>
/// <param name="NoteGivenOn">The day on which the parents got the note; null where they did not yet.</param>
/// <param name="SendiassOn">The day on which the advice service was explained; null where it was not yet.</param>
public sealed record DiscussionDetails(DateOnly On, string Present, EarlyDiscussion Words, DateOnly? NoteGivenOn = null, DateOnly? SendiassOn = null);

/// <summary>A letter as it was sent.</summary>
public sealed class SentLetter
{
    private SentLetter()
    {
    }

    /// <summary>The letter's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which letter it was made from; empty for one that was written freely.</summary>
    public string Template { get; private set; } = "";

    /// <summary>What it is: "Formal notification of SEN Support".</summary>
    public string Title { get; private set; } = "";

    /// <summary>To whom.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>How it went out.</summary>
    public LetterMethod Method { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly SentOn { get; private set; }

    /// <summary>The words, in simple Markdown, as they were sent.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who sent it, by the name at the time.</summary>
    public string SentBy { get; private set; } = "";

    internal static SentLetter Of(LetterDetails details, Acting by) => new()
    {
        Id = Guid.CreateVersion7(),
        Template = details.Template,
        Title = details.Title,
        Recipient = details.Recipient,
        Method = details.Method,
        SentOn = details.SentOn,
        Text = details.Text,
        SentBy = by.Name,
    };
}

/// <summary>How a letter went out. Stored by name.</summary>
public enum LetterMethod
{
    /// <summary>By post.</summary>
    Post,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>Given by hand.</summary>
    ByHand,
}

/// <summary>The methods' names.</summary>
public static class LetterMethods
{
    /// <summary>As it is written on screen.</summary>
    public static string Name(this LetterMethod method) => method switch { LetterMethod.Post => "By post", LetterMethod.Email => "By email", _ => "By hand" };
}

/// <summary>A letter to keep: see <see cref="SentLetter"/>.</summary>
public sealed record LetterDetails(string Template, string Title, string Recipient, LetterMethod Method, DateOnly SentOn, string Text)
{
    internal LetterDetails Checked(Acting by)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Title), "Enter what the letter is");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Recipient), "Enter who it goes to");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Text), "The letter has no words");
        DomainRuleException.Require(Enum.IsDefined(Method), "Choose how it is sent");
        DomainRuleException.Require(SentOn <= by.Today, "The date must not be in the future");
        return this with
        {
            Template = TextLimits.Keep(Template, TextLimits.Name, "The letter"),
            Title = TextLimits.Keep(Title, TextLimits.Line, "What the letter is"),
            Recipient = TextLimits.Keep(Recipient, TextLimits.Line, "Who it goes to"),
            Text = TextLimits.Keep(Text, TextLimits.Narrative, "The letter"),
        };
    }
}
