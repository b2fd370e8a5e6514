namespace SenSupport.Domain.Cycles;

/// <summary>What was done with a target that came over from the cycle before because it was not fully met (CoP 6.54). Stored by name.</summary>
public enum Reformulation
{
    /// <summary>A smaller step towards the same end.</summary>
    SmallerStep,

    /// <summary>Progress is measured in another way.</summary>
    OtherMeasure,

    /// <summary>The step stays; what is given to reach it is another.</summary>
    OtherProvision,

    /// <summary>Kept as it is, for a reason that is given.</summary>
    KeptAsItIs,
}

/// <summary>The ways in words.</summary>
public static class Reformulations
{
    /// <summary>All of them, in the order in which they are offered: keeping comes last.</summary>
    public static IReadOnlyList<Reformulation> All { get; } = Enum.GetValues<Reformulation>();

    /// <summary>The way as it is offered and shown.</summary>
    public static string Name(this Reformulation way) => way switch
    {
        Reformulation.SmallerStep => "A smaller step",
        Reformulation.OtherMeasure => "Another measure",
        Reformulation.OtherProvision => "Other provision",
        _ => "Kept as it is",
    };
}
