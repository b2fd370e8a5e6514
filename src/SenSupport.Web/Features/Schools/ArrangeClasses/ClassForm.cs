using FluentValidation;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Schools.ArrangeClasses;

/// <summary>A class as it is typed.</summary>
public sealed class ClassForm
{
    /// <summary>The version that the page was made from; empty for a class that is added.</summary>
    public Guid Version { get; set; }

    /// <summary>What the school calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Census code of its year.</summary>
    public string NcYear { get; set; } = "";

    /// <summary>Who teaches it.</summary>
    public List<Guid> TeacherIds { get; set; } = [];

    /// <summary>The form for a class.</summary>
    public static ClassForm Of(SchoolClass known) => new()
    {
        Version = known.Version,
        Name = known.Name,
        NcYear = known.NcYear,
        TeacherIds = [.. known.Teachers.Select(teacher => teacher.StaffId)],
    };

    /// <summary>What cannot be stored.</summary>
    public sealed class Validator : AbstractValidator<ClassForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) =>
        {
            var found = new Findings(context.AddFailure);
            found.Require(nameof(Name), form.Name, "Enter the name of the class, like 4W");
            found.Limit(nameof(Name), form.Name, TextLimits.Name, "The name of the class");
            found.Hold(nameof(NcYear), Domain.Schools.NcYear.TryParse(form.NcYear, out _), "Choose the year of most of its pupils");
        });
    }
}
