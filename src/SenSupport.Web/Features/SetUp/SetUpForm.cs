using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.SetUp;

/// <summary>What it takes to begin: the school, its SENCo, and where parents find advice. A set-up file holds the same.</summary>
public sealed class SetUpForm
{
    /// <summary>The code from the server's log; a file needs none.</summary>
    [JsonIgnore]
    public string Code { get; set; } = "";

    /// <summary>Who and where the school is.</summary>
    public SchoolFields School { get; set; } = new();

    /// <summary>Where parents find advice.</summary>
    public SupportFields Support { get; set; } = new();

    /// <summary>The terms of this academic year.</summary>
    public List<TermFields> Terms { get; set; } = [];

    /// <summary>The SENCo.</summary>
    public SencoFields Senco { get; set; } = new();

    /// <summary>The address of the page to go to first; one of <see cref="Firsts"/>.</summary>
    [JsonIgnore]
    public string First { get; set; } = "/";

    /// <summary>What to bring in first; those whose page there is are offered.</summary>
    [JsonIgnore]
    public static IReadOnlyList<SelectListItem> Firsts { get; } =
    [
        new("Pupils, from a file that our management information system exports", "/imports/new"),
        new("Staff, from a file or one by one", "/staff"),
        new("Classes, by hand", "/school/classes"),
        new("Pupils, one by one", "/pupils/add"),
        new("Nothing yet: show me the start page", "/"),
    ];

    /// <summary>An empty form with the terms that most schools have in an academic year.</summary>
    public static SetUpForm Begin(DateOnly today) => new() { Terms = [.. SchoolTerm.Usual(AcademicYear.Of(today)).Select(TermFields.Of)] };

    /// <summary>What cannot be stored.</summary>
    public sealed class Validator : AbstractValidator<SetUpForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure)));

        private static void Check(SetUpForm form, Findings found)
        {
            form.School.Check(found, nameof(School));
            TermFields.Check(found, nameof(Terms), form.Terms);
            form.Support.Check(found, nameof(Support));
            form.Senco.Check(found, nameof(Senco), form.School.Name);
        }
    }
}

/// <summary>The SENCo's account.</summary>
public sealed class SencoFields
{
    private const int FewestInPassword = 12, MostInPassword = 200;

    /// <summary>Name as colleagues and parents know it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The address that they sign in with.</summary>
    public string Email { get; set; } = "";

    /// <summary>Their password; a file's comes from the environment.</summary>
    [JsonIgnore]
    public string Password { get; set; } = "";

    /// <summary>Finds what cannot be stored.</summary>
    /// <param name="found">Takes it.</param>
    /// <param name="at">The name under which the fields are posted.</param>
    /// <param name="school">The school's name, which the password must not be made of.</param>
    public void Check(Findings found, string at, string school)
    {
        found.Require($"{at}.{nameof(Name)}", Name, "Enter the SENCo’s name");
        found.Limit($"{at}.{nameof(Name)}", Name, TextLimits.Name, "The SENCo’s name");
        found.Require($"{at}.{nameof(Email)}", Email, "Enter the SENCo’s email address");
        found.Rule($"{at}.{nameof(Email)}", () => ContactText.Email(Email, "The SENCo’s email address"));
        var problem = Password.Length < FewestInPassword ? $"Enter a password of {FewestInPassword} characters or more"
            : Password.Length > MostInPassword ? $"Enter a password of {MostInPassword} characters or fewer"
            : HardToGuess.Problem(Password, $"{Email.Split('@')[0]} {Name} {school}");
        found.Hold($"{at}.{nameof(Password)}", problem is null, problem ?? "");
    }
}
