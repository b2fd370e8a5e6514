using SenSupport.Domain.Needs;

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

    internal static Diagnosis Of(string name, string madeBy, DateOnly? madeOn) =>
        new() { Id = Guid.CreateVersion7(), Name = name, MadeBy = madeBy, MadeOn = madeOn };
}
