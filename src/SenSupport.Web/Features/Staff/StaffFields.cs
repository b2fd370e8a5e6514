using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff;

/// <summary>The fields of a member of staff, where they are added and where they are changed.</summary>
public abstract class StaffFields
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>E-mail address.</summary>
    public string Email { get; set; } = "";

    /// <summary>Job title.</summary>
    public string JobTitle { get; set; } = "";

    /// <summary>First day at the school.</summary>
    public DateParts StartedOn { get; set; } = new();

    /// <summary>The names of the roles that are ticked.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Who the person is.</summary>
    public StaffDetails Details() => new(Name.Trim(), Email.Trim(), JobTitle.Trim(), StartedOn.TryRead(out var on) ? on : null);

    /// <summary>The roles that are ticked, as far as the person who ticks them gives them.</summary>
    public StaffRoles Chosen(SignedInStaff by) =>
        Roles.Select(name => Enum.TryParse<StaffRoles>(name, out var role) ? role : StaffRoles.None).Aggregate(StaffRoles.None, (all, role) => all | role) & by.GivesRoles;

    /// <summary>The boxes: each role that a person gives, with what it is for.</summary>
    public static IEnumerable<SelectListItem> Choices(SignedInStaff by) =>
        StaffRoleNames.All.Where(role => (role & by.GivesRoles) != 0).Select(role => new SelectListItem($"{role.Name()}: {What(role)}", $"{role}"));

    private static string What(StaffRoles role) => role switch
    {
        StaffRoles.Senco => "everything about SEN in the school",
        StaffRoles.SenAssistant => "writes and arranges what the SENCo does; does not share plans",
        StaffRoles.Head => "everything, to read",
        StaffRoles.Teacher => "pupils of own classes, and those they are responsible for",
        StaffRoles.TeachingAssistant => "the pupils they support",
        StaffRoles.Office => "pupils, classes, staff and codes; nothing of what is written about needs",
        StaffRoles.BusinessManager => "figures and costs; no pupil by name",
        _ => "figures only; small numbers hidden",
    };

    /// <summary>The rules that both pages share.</summary>
    protected static void AddRules<T>(AbstractValidator<T> validator)
        where T : StaffFields
    {
        validator.RuleFor(form => form.Name).Cascade(CascadeMode.Stop)
            .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Enter the person’s name")
            .Must(name => name.Trim().Length <= TextLimits.Name).WithMessage($"The name must be {TextLimits.Name} characters or fewer");
        validator.RuleFor(form => form.Email).Must(email => email.Trim() is var text && (text.Length == 0 || StaffDetails.IsEmail(text)))
            .WithMessage("Enter an email address in the right form, like name@school.sch.uk");
        validator.RuleFor(form => form.JobTitle).Must(title => title.Trim().Length <= TextLimits.Name).WithMessage($"The job title must be {TextLimits.Name} characters or fewer");
        validator.RuleFor(form => form.StartedOn).Must(day => day.IsEmpty || day.TryRead(out _)).WithMessage("Enter the first day as a real date, like 1 9 2026, or leave it empty");
        validator.RuleFor(form => form.Roles).Must(roles => roles.TrueForAll(name => Enum.TryParse<StaffRoles>(name, out var role) && StaffRoleNames.All.Contains(role)))
            .WithMessage("Choose roles from the list");
    }
}
