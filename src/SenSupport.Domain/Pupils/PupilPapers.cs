using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>A UPN that a pupil had before.</summary>
public sealed class FormerUpn
{
    private FormerUpn()
    {
    }

    /// <summary>The row's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The UPN.</summary>
    public string Upn { get; private set; } = "";

    internal static FormerUpn Of(string upn) => new() { Id = Guid.CreateVersion7(), Upn = upn };
}

/// <summary>A reasonable adjustment for a disabled pupil (Equality Act 2010).</summary>
public sealed class ReasonableAdjustment
{
    private ReasonableAdjustment()
    {
    }

    /// <summary>The adjustment's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What is done.</summary>
    public string Text { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly Start { get; private set; }

    /// <summary>Last day; null while it is made.</summary>
    public DateOnly? End { get; private set; }

    internal static ReasonableAdjustment Begin(string text, DateOnly start) => new() { Id = Guid.CreateVersion7(), Text = text, Start = start };

    internal void Finish(DateOnly end) => End = end;
}

/// <summary>A document kept with a pupil's record. What is in it is stored apart, under the same key.</summary>
public sealed class PupilDocument
{
    private PupilDocument()
    {
    }

    /// <summary>The document's key, and that of its content.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it is: "Educational psychologist's report".</summary>
    public string Title { get; private set; } = "";

    /// <summary>The name of the file, without folders.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Its size in bytes.</summary>
    public int Size { get; private set; }

    /// <summary>The date that it bears; null where unknown.</summary>
    public DateOnly? DatedOn { get; private set; }

    /// <summary>When it was added, in UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>Who added it.</summary>
    public string AddedBy { get; private set; } = "";

    internal static PupilDocument Of(DocumentDetails details, Acting by) => new()
    {
        Id = details.ContentId,
        Title = details.Title,
        FileName = details.FileName,
        Size = details.Size,
        DatedOn = details.DatedOn,
        AddedAt = by.At,
        AddedBy = by.Name,
    };
}

/// <summary>What is known of a document: see <see cref="PupilDocument"/>.</summary>
/// <param name="ContentId">The key under which its content is stored.</param>
/// <param name="Title">What it is.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="DatedOn">The date that it bears.</param>
public sealed record DocumentDetails(Guid ContentId, string Title, string FileName, int Size, DateOnly? DatedOn)
{
    internal DocumentDetails Checked(DateOnly today)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Title), "Enter what the document is");
        DomainRuleException.Require(!(DatedOn > today), "The date of the document must not be in the future");
        return this with { Title = TextLimits.Keep(Title, TextLimits.Line, "The title"), FileName = TextLimits.Keep(FileName, TextLimits.Line, "The file name") };
    }
}

/// <summary>A plan from before the school used this record.</summary>
public sealed class PastPlan
{
    private PastPlan()
    {
    }

    /// <summary>The row's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it was called: "IEP summer 2026".</summary>
    public string Name { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly StartedOn { get; private set; }

    /// <summary>Last day; null where unknown.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>How it went, in a line.</summary>
    public string Result { get; private set; } = "";

    /// <summary>The plan itself, where it is kept with the record.</summary>
    public Guid? DocumentId { get; private set; }

    internal static PastPlan Of(PastPlanDetails details) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = details.Name,
        StartedOn = details.StartedOn,
        EndedOn = details.EndedOn,
        Result = details.Result,
        DocumentId = details.DocumentId,
    };
}

/// <summary>What is known of a plan from before: see <see cref="PastPlan"/>.</summary>
public sealed record PastPlanDetails(string Name, DateOnly StartedOn, DateOnly? EndedOn, string Result, Guid? DocumentId = null)
{
    internal PastPlanDetails Checked(DateOnly today)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Name), "Enter what the plan was called");
        DomainRuleException.Require(StartedOn <= today, "The plan must have started in the past");
        DomainRuleException.Require(!(EndedOn < StartedOn), "The plan must end on or after the day it started");
        return this with { Name = TextLimits.Keep(Name, TextLimits.Line, "The name"), Result = TextLimits.Keep(Result, TextLimits.Line, "The result") };
    }
}

/// <summary>What arrived from a previous setting, as it was received.</summary>
public sealed class ReceivedRecord
{
    private ReceivedRecord()
    {
    }

    /// <summary>The row's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The setting that it came from.</summary>
    public string From { get; private set; } = "";

    /// <summary>The day on which it arrived.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>What it says.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Entry baselines: measures taken at or before entry, a line for each.</summary>
    public string Baselines { get; private set; } = "";

    /// <summary>The document, where it is kept with the record.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>The earlier entry that this one corrects.</summary>
    public Guid? CorrectsId { get; private set; }

    internal static ReceivedRecord Of(ReceivedRecordDetails details) => new()
    {
        Id = Guid.CreateVersion7(),
        From = details.From,
        ReceivedOn = details.ReceivedOn,
        Text = details.Text,
        Baselines = details.Baselines,
        DocumentId = details.DocumentId,
        CorrectsId = details.CorrectsId,
    };
}

/// <summary>What is known of a received record: see <see cref="ReceivedRecord"/>.</summary>
public sealed record ReceivedRecordDetails(string From, DateOnly ReceivedOn, string Text, string Baselines = "", Guid? DocumentId = null, Guid? CorrectsId = null)
{
    internal ReceivedRecordDetails Checked(DateOnly today)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(From), "Enter where it came from");
        DomainRuleException.Require(ReceivedOn <= today, "The date must not be in the future");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Text + Baselines) || DocumentId is not null, "Enter what was received, or attach it");
        return this with
        {
            From = TextLimits.Keep(From, TextLimits.Line, "Where it came from"),
            Text = TextLimits.Keep(Text, TextLimits.Narrative, "What was received"),
            Baselines = TextLimits.Keep(Baselines, TextLimits.Narrative, "The baselines"),
        };
    }
}
