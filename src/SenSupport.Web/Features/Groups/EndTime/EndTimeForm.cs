using FluentValidation;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Groups.EndTime;

/// <summary>The last day of something: a time in a group, or the group itself.</summary>
public sealed class LastDayForm
{
    /// <summary>The last day.</summary>
    public DateParts LastDay { get; set; } = new();

    /// <summary>The group's version when the page was opened.</summary>
    public Guid Version { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<LastDayForm>
    {
        /// <summary>A date is needed.</summary>
        public Validator() => RuleFor(form => form.LastDay).Must(date => date.TryRead(out _)).WithMessage("Enter the last day, for example 18 12 2026");
    }
}
