using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Needs;

/// <summary>A coded type of need, as in the school census (CBDS CS071). Codes carry the dates between which they may be used in new records.</summary>
/// <param name="Code">The census code.</param>
/// <param name="Name">The type in full.</param>
/// <param name="Area">The broad area that it belongs to; null where the SENCo chooses.</param>
/// <param name="ValidFrom">First day of use; null for always.</param>
/// <param name="ValidTo">Last day of use in a new record; null while it is current. Retired codes stay readable.</param>
public sealed record NeedType(string Code, string Name, AreaOfNeed? Area, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    /// <summary>Every type, retired ones last.</summary>
    public static IReadOnlyList<NeedType> All { get; } =
    [
        new("SLCN", "Speech, language and communication needs", AreaOfNeed.CommunicationAndInteraction),
        new("ASD", "Autistic spectrum disorder", AreaOfNeed.CommunicationAndInteraction),
        new("SPLD", "Specific learning difficulty", AreaOfNeed.CognitionAndLearning),
        new("MLD", "Moderate learning difficulty", AreaOfNeed.CognitionAndLearning),
        new("SLD", "Severe learning difficulty", AreaOfNeed.CognitionAndLearning),
        new("PMLD", "Profound and multiple learning difficulty", AreaOfNeed.CognitionAndLearning),
        new("SEMH", "Social, emotional and mental health", AreaOfNeed.SocialEmotionalMentalHealth, new DateOnly(2014, 9, 1)),
        new("HI", "Hearing impairment", AreaOfNeed.SensoryPhysical),
        new("VI", "Vision impairment", AreaOfNeed.SensoryPhysical),
        new("MSI", "Multi-sensory impairment", AreaOfNeed.SensoryPhysical),
        new("PD", "Physical disability", AreaOfNeed.SensoryPhysical),
        new("DS", "Down syndrome", null, new AcademicYear(2025).Starts),
        new("OTH", "Other difficulty/disability", null),
        new("NSA", "SEN support but no specialist assessment of type of need", null, new DateOnly(2014, 9, 1)),
        new("BESD", "Behavioural, emotional and social difficulties", AreaOfNeed.SocialEmotionalMentalHealth, null, new DateOnly(2014, 8, 31)),
    ];

    /// <summary>The type with a code, retired or not; null when there is none.</summary>
    public static NeedType? Find(string? code) => All.FirstOrDefault(type => type.Code == code);

    /// <summary>Whether the code may be used in a record of this date.</summary>
    public bool IsValidOn(DateOnly date) => !(date < ValidFrom) && !(date > ValidTo);
}
