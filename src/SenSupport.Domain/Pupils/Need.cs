using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <summary>A need of a pupil: coded, ranked and dated. Closed needs are kept.</summary>
public sealed class Need
{
    private Need()
    {
    }

    /// <summary>The need's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The census code: see <see cref="NeedType"/>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The broad area; the SENCo's choice for codes that have none.</summary>
    public AreaOfNeed Area { get; private set; }

    /// <summary>1 for the primary need, 2 for the secondary, then further ones. A closed need keeps its last rank.</summary>
    public int Rank { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly Start { get; private set; }

    /// <summary>Last day; null while it is current.</summary>
    public DateOnly? End { get; private set; }

    internal static Need Begin(string code, AreaOfNeed area, int rank, DateOnly start) =>
        new() { Id = Guid.CreateVersion7(), Code = code, Area = area, Rank = rank, Start = start };

    internal void RankAs(int rank) => Rank = rank;

    internal void Finish(DateOnly end) => End = end;

    internal void Restore(int rank, DateOnly? end) => (Rank, End) = (rank, end);
}

/// <summary>A diagnosis, which is something else than a type of need: who made it, and when.</summary>
public sealed class Diagnosis
{
    private Diagnosis()
    {
    }

    /// <summary>The diagnosis's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public string MadeBy { get; private set; } = "";

    /// <summary>When it was made.</summary>
    public DateOnly? MadeOn { get; private set; }

    /// <summary>What says so: "Letter from Hollin Clinic, 3 March 2026".</summary>
    public string Source { get; private set; } = "";

    /// <summary>The document that says so, where it is kept with the record.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>What is known of the diagnosis.</summary>
    public DiagnosisDetails Details() => new(Name, MadeBy, MadeOn, Source, DocumentId);

    internal static Diagnosis Of(DiagnosisDetails details)
    {
        var diagnosis = new Diagnosis { Id = Guid.CreateVersion7() };
        diagnosis.Take(details);
        return diagnosis;
    }

    internal void Take(DiagnosisDetails details) =>
        (Name, MadeBy, MadeOn, Source, DocumentId) = (details.Name, details.MadeBy, details.MadeOn, details.Source, details.DocumentId);
}

/// <summary>What is known of a diagnosis: see <see cref="Diagnosis"/>.</summary>
public sealed record DiagnosisDetails(string Name, string MadeBy = "", DateOnly? MadeOn = null, string Source = "", Guid? DocumentId = null)
{
    internal DiagnosisDetails Checked(DateOnly today)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Name), "Enter what was diagnosed");
        DomainRuleException.Require(!(MadeOn > today), "The date of a diagnosis must be in the past");
        return this with
        {
            Name = TextLimits.Keep(Name, TextLimits.Line, "The diagnosis"),
            MadeBy = TextLimits.Keep(MadeBy, TextLimits.Line, "Who made it"),
            Source = TextLimits.Keep(Source, TextLimits.Line, "The source"),
        };
    }
}
