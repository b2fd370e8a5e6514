using FluentValidation;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>What a button of the preview does.</summary>
public enum CheckStaffAction
{
    /// <summary>Keeps the answers and reads the file again with them.</summary>
    Save,

    /// <summary>Reads the file again with other meanings of its columns.</summary>
    Reread,

    /// <summary>Adds and changes.</summary>
    Apply,
}

/// <summary>The answers that are given on a preview.</summary>
public sealed class CheckStaffForm
{
    /// <summary>The button.</summary>
    public CheckStaffAction Do { get; set; }

    /// <summary>What the preview showed: see <see cref="StaffPlan.Fingerprint"/>.</summary>
    public string Seen { get; set; } = "";

    /// <summary>The field of each column, by its place.</summary>
    public Dictionary<int, string> Columns { get; set; } = [];

    /// <summary>What the words for roles mean.</summary>
    public List<WordChoice> Words { get; set; } = [];

    /// <summary>Whether a row is somebody of the staff, by line.</summary>
    public Dictionary<int, LikelyStaff> Likely { get; set; } = [];

    /// <summary>Which roles hold, by person.</summary>
    public Dictionary<Guid, RoleChoice> Roles { get; set; } = [];

    /// <summary>The choices so far with those of this form.</summary>
    public StaffChoices Into(StaffChoices choices)
    {
        var merged = StaffChoices.Read(choices.Write());
        foreach (var word in Words)
        {
            if (word.Role.Length == 0)
            {
                merged.Words.Remove(word.Key);
            }
            else
            {
                merged.Words[word.Key] = Enum.Parse<StaffRoles>(word.Role);
            }
        }

        foreach (var (line, choice) in Likely)
        {
            merged.Likely[line] = choice;
        }

        foreach (var (person, choice) in Roles)
        {
            merged.Roles[person] = choice;
        }

        return merged;
    }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<CheckStaffForm>
    {
        /// <summary>The lists of the page hold nothing else.</summary>
        public Validator()
        {
            RuleFor(form => form.Words).Must(words => words.Count <= 20_000 && words.TrueForAll(word => word.Role is "" or nameof(StaffRoles.None) || StaffRoleNames.All.Any(role => $"{role}" == word.Role)))
                .WithMessage("Choose roles from the list");
            RuleFor(form => form.Likely).Must(likely => likely.Values.All(Enum.IsDefined)).WithMessage("Choose from the list whether it is the same person");
            RuleFor(form => form.Roles).Must(roles => roles.Values.All(Enum.IsDefined)).WithMessage("Choose from the list which roles hold");
        }
    }
}

/// <summary>What a word for a role means.</summary>
public sealed class WordChoice
{
    /// <summary>The word, as it is compared.</summary>
    public string Key { get; set; } = "";

    /// <summary>The role's name; "None" for leaving the people out, empty for what SenSupport takes it as.</summary>
    public string Role { get; set; } = "";
}
