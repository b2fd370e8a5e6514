namespace SenSupport.Domain.Pupils;

/// <summary>Circumstances that a school keeps beside SEN.</summary>
[Flags]
public enum PupilFlags
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Pupil premium.</summary>
    PupilPremium = 1,

    /// <summary>Free school meals.</summary>
    FreeSchoolMeals = 2,

    /// <summary>Looked after by a local authority.</summary>
    LookedAfter = 4,

    /// <summary>Previously looked after.</summary>
    PreviouslyLookedAfter = 8,

    /// <summary>English as an additional language.</summary>
    Eal = 16,

    /// <summary>Service child.</summary>
    ServiceChild = 32,

    /// <summary>Young carer.</summary>
    YoungCarer = 64,

    /// <summary>Disability under the Equality Act 2010.</summary>
    Disability = 128,
}

/// <summary>The flags in words.</summary>
public static class PupilFlagNames
{
    private static readonly (PupilFlags Flag, string Name)[] Names =
    [
        (PupilFlags.PupilPremium, "Pupil premium"),
        (PupilFlags.FreeSchoolMeals, "Free school meals"),
        (PupilFlags.LookedAfter, "Looked after"),
        (PupilFlags.PreviouslyLookedAfter, "Previously looked after"),
        (PupilFlags.Eal, "English as an additional language"),
        (PupilFlags.ServiceChild, "Service child"),
        (PupilFlags.YoungCarer, "Young carer"),
        (PupilFlags.Disability, "Disability"),
    ];

    /// <summary>The name of each flag that is set.</summary>
    public static IEnumerable<string> InWords(this PupilFlags flags) => Names.Where(known => flags.HasFlag(known.Flag)).Select(known => known.Name);
}

/// <summary>Sex as the common transfer file records it.</summary>
public enum Sex
{
    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}

/// <summary>How a pupil is spoken of.</summary>
public sealed record Pronouns(string They, string Them, string Their)
{
    /// <summary>The pronouns that go with a recorded sex.</summary>
    public static Pronouns For(Sex? sex) => sex switch
    {
        Sex.Female => new("she", "her", "her"),
        Sex.Male => new("he", "him", "his"),
        _ => new("they", "them", "their"),
    };

    /// <summary>A text of a bank about one pupil: {name}, {they}, {them} and {their} filled in, with a capital where the placeholder has one.</summary>
    public string Fill(string text, string name) => !text.Contains('{', StringComparison.Ordinal) ? text : text
        .Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{they}", They, StringComparison.Ordinal)
        .Replace("{them}", Them, StringComparison.Ordinal)
        .Replace("{their}", Their, StringComparison.Ordinal)
        .Replace("{They}", Capital(They), StringComparison.Ordinal)
        .Replace("{Their}", Capital(Their), StringComparison.Ordinal);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

/// <summary>A time during which a flag holds for a pupil.</summary>
public sealed class PupilFlagPeriod
{
    private PupilFlagPeriod()
    {
    }

    /// <summary>The period's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The flag, one of them.</summary>
    public PupilFlags Flag { get; private set; }

    /// <summary>First day; null where nobody knows.</summary>
    public DateOnly? Start { get; private set; }

    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? End { get; private set; }

    /// <summary>As it is read in the history: "from 3 March 2026 to 4 May 2026".</summary>
    public string InWords() => (Start, End) switch
    {
        (null, null) => "set",
        (null, { } end) => $"to {end:d MMMM yyyy}",
        ({ } start, null) => $"from {start:d MMMM yyyy}",
        ({ } start, { } end) => $"from {start:d MMMM yyyy} to {end:d MMMM yyyy}",
    };

    internal static PupilFlagPeriod Begin(PupilFlags flag, DateOnly? start) => new() { Id = Guid.CreateVersion7(), Flag = flag, Start = start };

    internal void Date(DateOnly? start, DateOnly? end) => (Start, End) = (start, end);

    // A flag that is set and taken away again on one day held on that day.
    internal void Finish(DateOnly? end) => End = end < Start ? Start : end;
}
