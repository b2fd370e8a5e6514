namespace SenSupport.Domain.Needs;

/// <summary>The four broad areas of need (CoP 6.28 to 6.35). They plan provision; they are not labels (CoP 6.27).</summary>
public enum AreaOfNeed
{
    /// <summary>Communication and interaction.</summary>
    CommunicationAndInteraction,

    /// <summary>Cognition and learning.</summary>
    CognitionAndLearning,

    /// <summary>Social, emotional and mental health.</summary>
    SocialEmotionalMentalHealth,

    /// <summary>Sensory and/or physical.</summary>
    SensoryPhysical,
}

/// <summary>The areas' names.</summary>
public static class AreasOfNeed
{
    /// <summary>The name in full, as the Code writes it.</summary>
    public static string Name(this AreaOfNeed area) => area switch
    {
        AreaOfNeed.CommunicationAndInteraction => "Communication and interaction",
        AreaOfNeed.CognitionAndLearning => "Cognition and learning",
        AreaOfNeed.SocialEmotionalMentalHealth => "Social, emotional and mental health",
        _ => "Sensory and/or physical",
    };

    /// <summary>The short name beside an area's mark.</summary>
    public static string ShortName(this AreaOfNeed area) => area switch
    {
        AreaOfNeed.CommunicationAndInteraction => "C&I",
        AreaOfNeed.CognitionAndLearning => "C&L",
        AreaOfNeed.SocialEmotionalMentalHealth => "SEMH",
        _ => "S/P",
    };
}
