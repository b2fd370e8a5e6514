using FluentValidation;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Schools.ArrangePlanTypes;

/// <summary>A section of a type of plan as it is typed.</summary>
public sealed class PlanSectionRow
{
    /// <summary>The section, by name.</summary>
    public string Section { get; set; } = "";

    /// <summary>Whether the plan has it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether it is printed.</summary>
    public bool IsPrinted { get; set; }

    /// <summary>Its heading; empty for the usual words.</summary>
    public string Heading { get; set; } = "";

    /// <summary>What stands under the heading; empty for the usual words.</summary>
    public string Help { get; set; } = "";

    /// <summary>The section; null where the name is none.</summary>
    public PlanSection? Which => Enum.TryParse<PlanSection>(Section, out var section) && Enum.IsDefined(section) ? section : null;
}

/// <summary>A type of plan as it is typed. The order of the rows is the order of the sections.</summary>
public sealed class PlanTypeForm
{
    /// <summary>The version that the page was made from; empty where the school has no row yet.</summary>
    public Guid Version { get; set; }

    /// <summary>What the plan is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its sections.</summary>
    public List<PlanSectionRow> Sections { get; set; } = [];

    /// <summary>The form for a template.</summary>
    public static PlanTypeForm Of(PlanTemplate template, Guid version, string? name = null) => new()
    {
        Version = version,
        Name = name ?? template.Name,
        Sections = [.. template.Sections.Select(row => new PlanSectionRow { Section = $"{row.Section}", IsUsed = row.IsUsed, IsPrinted = row.IsPrinted, Heading = row.Heading, Help = row.Help })],
    };

    /// <summary>Whether each section is there once, as on every page that this product writes.</summary>
    public bool IsWhole => Sections.TrueForAll(row => row?.Which is not null) && Sections.Count == PlanSections.All.Count && Sections.DistinctBy(row => row.Which).Count() == Sections.Count;

    /// <summary>The template that it says.</summary>
    public PlanTemplate Template() => new(Name.Trim(), [.. Sections.Select(row => new PlanSectionWords(row.Which!.Value, IsUsed(row), IsUsed(row) && row.IsPrinted, row.Heading.Trim(), row.Help.Trim()))]);

    /// <summary>Moves a section given as "3-up" or "3-down" by one place; false where there is none such.</summary>
    public bool Move(string which)
    {
        var (place, by) = which.Split('-') switch { [var at, "up"] => (at, -1), [var at, "down"] => (at, 1), _ => ("", 0) };
        if (!int.TryParse(place, out var index) || by == 0 || index < 0 || index >= Sections.Count || index + by < 0 || index + by >= Sections.Count)
        {
            return false;
        }

        (Sections[index], Sections[index + by]) = (Sections[index + by], Sections[index]);
        return true;
    }

    // What is printed from elsewhere in the record has no place on the plan's page: there, to print it is to use it.
    private static bool IsUsed(PlanSectionRow row) => row.Which == PlanSection.Targets || (row.Which!.Value.IsWritten() ? row.IsUsed : row.IsPrinted);

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<PlanTypeForm>
    {
        /// <summary>A name is needed, and texts have their limits.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var found = new Findings(context.AddFailure);
            found.Require(nameof(form.Name), form.Name, "Enter what the plan is called");
            found.Limit(nameof(form.Name), form.Name, TextLimits.Name, "What the plan is called");
            foreach (var (index, row) in form.Sections.Index())
            {
                found.Limit($"Sections[{index}].Heading", row.Heading, TextLimits.Name, $"The heading of {row.Which?.Name()}");
                found.Limit($"Sections[{index}].Help", row.Help, TextLimits.Line, $"The help of {row.Which?.Name()}");
            }
        });
    }
}
