using SenSupport.Domain.Cycles;

namespace SenSupport.Web.Features.Shared.Cycles;

/// <summary>The sections of a plan on a page. The short answers that come last stand in one panel with the dates.</summary>
/// <param name="Blocks">Sections with a panel of their own, in order.</param>
/// <param name="WithDates">What is done at home and the pupil's own part, where they come last.</param>
public sealed record PlanPageSections(IReadOnlyList<PlanSectionWords> Blocks, IReadOnlyList<PlanSectionWords> WithDates)
{
    /// <summary>The sections that a type of plan has, then those that it leaves out and in which something is written all the same: nothing that was written is hidden.</summary>
    /// <param name="template">How the type looks.</param>
    /// <param name="holds">Whether something is written in a section.</param>
    public static PlanPageSections Of(PlanTemplate template, Func<PlanSection, bool> holds)
    {
        var sections = template.Sections.Where(row => row.Section.IsWritten() && (row.IsUsed || holds(row.Section))).OrderBy(row => !row.IsUsed).ToList();
        var last = sections.AsEnumerable().Reverse().TakeWhile(row => row.Section is PlanSection.AtHome or PlanSection.PupilsPart).Count();
        return new(sections[..^last], sections[^last..]);
    }

    /// <summary>What the panel with the dates is called: "At home, Zosia’s part, and when we look again".</summary>
    public string DatesHeading(string firstName)
    {
        string[] parts = [.. WithDates.Select(row => Short(row, firstName)), "when we look again"];
        var words = parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])}, and {parts[^1]}";
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>What a section is called on a page.</summary>
    public static string Heading(PlanSectionWords row, string firstName) => row.Heading.Length > 0 ? row.Heading : row.Section switch
    {
        PlanSection.Targets => "Targets",
        PlanSection.PupilsPart => $"{firstName}’s own part",
        _ => row.Section.Name(),
    };

    private static string Short(PlanSectionWords row, string firstName) => row is { Section: PlanSection.PupilsPart, Heading: "" } ? $"{firstName}’s part" : Heading(row, firstName);
}
