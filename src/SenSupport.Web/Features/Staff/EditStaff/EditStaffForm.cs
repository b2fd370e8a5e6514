using FluentValidation;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Staff.EditStaff;

/// <summary>What can be changed of a member of staff.</summary>
public sealed class EditStaffForm : StaffFields
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The form for a person as they are.</summary>
    public static EditStaffForm From(StaffMember member) => new()
    {
        Name = member.Name,
        Email = member.Email,
        JobTitle = member.JobTitle,
        StartedOn = member.StartedOn is { } on ? DateParts.From(on) : new DateParts(),
        Roles = [.. member.Roles.Each().Select(role => $"{role}")],
        Version = member.Version,
    };

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<EditStaffForm>
    {
        /// <summary>What every page about a person asks.</summary>
        public Validator()
        {
            AddRules(this);
            RuleFor(form => form.Version).NotEmpty();
        }
    }
}
