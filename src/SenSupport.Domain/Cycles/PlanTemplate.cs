using System.Text.Json.Serialization;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <summary>A section of a plan. Stored in plans that were shared: members may be added, never reordered.</summary>
public enum PlanSection
{
    /// <summary>Status, needs, diagnoses and flags.</summary>
    StatusAndNeeds,

    /// <summary>Parents, the responsible teacher and key adults.</summary>
    People,

    /// <summary>The pupil's voice.</summary>
    PupilsVoice,

    /// <summary>The parents' voice.</summary>
    ParentsVoice,

    /// <summary>What someone new should know first.</summary>
    Background,

    /// <summary>What the assessment found.</summary>
    Assessment,

    /// <summary>Long-term outcomes and the targets under them.</summary>
    Targets,

    /// <summary>Expected impact.</summary>
    ExpectedImpact,

    /// <summary>Strategies and adjustments.</summary>
    Strategies,

    /// <summary>Provision.</summary>
    Provision,

    /// <summary>What is done at home.</summary>
    AtHome,

    /// <summary>The pupil's own part.</summary>
    PupilsPart,

    /// <summary>How the support went.</summary>
    Delivery,

    /// <summary>The review.</summary>
    Review,

    /// <summary>Signatures.</summary>
    Agreement,
}

/// <summary>What sections are, and what they are called.</summary>
public static class PlanSections
{
    /// <summary>All sections in the usual order.</summary>
    public static IReadOnlyList<PlanSection> All { get; } = Enum.GetValues<PlanSection>();

    /// <summary>Whether the section is written on the plan's own page; the others are printed from elsewhere in the record.</summary>
    public static bool IsWritten(this PlanSection section) => section is >= PlanSection.Targets and <= PlanSection.PupilsPart;

    /// <summary>What the section is called where nobody gave it another name.</summary>
    public static string Name(this PlanSection section) => section switch
    {
        PlanSection.StatusAndNeeds => "Status and needs",
        PlanSection.People => "People",
        PlanSection.PupilsVoice => "The pupil’s voice",
        PlanSection.ParentsVoice => "Parents’ voice",
        PlanSection.Background => "Background",
        PlanSection.Assessment => "Assess: what we know",
        PlanSection.Targets => "Outcomes and targets",
        PlanSection.ExpectedImpact => "Expected impact",
        PlanSection.Strategies => "Strategies and adjustments",
        PlanSection.Provision => "Provision",
        PlanSection.AtHome => "At home",
        PlanSection.PupilsPart => "The pupil’s own part",
        PlanSection.Delivery => "Do: how the support went",
        PlanSection.Review => "Review",
        _ => "Agreement",
    };
}

/// <summary>A section as a school wants it in one type of plan.</summary>
/// <param name="Section">Which.</param>
/// <param name="IsUsed">Whether the plan has it.</param>
/// <param name="IsPrinted">Whether it is printed; only what is used is.</param>
/// <param name="Heading">Its heading on the page and in print; empty for the usual words.</param>
/// <param name="Help">What stands under the heading where the plan is written; empty for the usual words.</param>
public sealed record PlanSectionWords(PlanSection Section, bool IsUsed = true, bool IsPrinted = true, string Heading = "", string Help = "");

/// <summary>How a type of plan looks: what it is called, its sections in their order, and their words.</summary>
/// <param name="Name">What the plan is called: "SEN Support Plan".</param>
/// <param name="Sections">Every section once, in the order of page and print.</param>
public sealed record PlanTemplate(string Name, IReadOnlyList<PlanSectionWords> Sections)
{
    /// <summary>What a plan is called unless the school says otherwise.</summary>
    public const string UsualName = "SEN Support Plan";

    /// <summary>The plan that every school has from the start.</summary>
    public static PlanTemplate Usual { get; } = new(UsualName, [.. PlanSections.All.Select(section => new PlanSectionWords(section))]);

    /// <summary>Sections that the plan has, in order.</summary>
    [JsonIgnore]
    public IEnumerable<PlanSectionWords> Used => Sections.Where(row => row.IsUsed);

    /// <summary>A section's words.</summary>
    public PlanSectionWords Of(PlanSection section) => Sections.First(row => row.Section == section);

    /// <summary>A section's heading; the words given where it has none of its own.</summary>
    public string Heading(PlanSection section, string usual) => Of(section).Heading is { Length: > 0 } own ? own : usual;

    /// <summary>What stands under a section's heading; the words given where it has none of its own.</summary>
    public string Help(PlanSection section, string usual) => Of(section).Help is { Length: > 0 } own ? own : usual;

    /// <summary>Whether two look alike.</summary>
    public bool SaysTheSameAs(PlanTemplate other) => Name == other.Name && Sections.SequenceEqual(other.Sections);

    /// <summary>The template as it is stored.</summary>
    /// <exception cref="DomainRuleException">It has no name, a section is missing or there twice, the targets are left out, or a text is too long.</exception>
    internal PlanTemplate Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Name), "Enter what the plan is called");
        DomainRuleException.Require(
            Sections.Count == PlanSections.All.Count && PlanSections.All.All(section => Sections.Any(row => row.Section == section)), "Each section of a plan is given once");
        DomainRuleException.Require(Of(PlanSection.Targets).IsUsed, "A plan has outcomes and targets: keep that section");
        return this with
        {
            Name = TextLimits.Keep(Name, TextLimits.Name, "What the plan is called"),
            Sections =
            [
                .. Sections.Select(row => row with
                {
                    IsPrinted = row.IsUsed && row.IsPrinted,
                    Heading = TextLimits.Keep(row.Heading, TextLimits.Name, "A heading"),
                    Help = TextLimits.Keep(row.Help, TextLimits.Line, "A help text"),
                }),
            ],
        };
    }
}
