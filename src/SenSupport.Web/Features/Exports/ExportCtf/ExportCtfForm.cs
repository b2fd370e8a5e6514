using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SenSupport.Web.Exchange.Ctf;

namespace SenSupport.Web.Features.Exports.ExportCtf;

/// <summary>What is chosen for a common transfer file.</summary>
public sealed class ExportCtfForm
{
    /// <summary>For how many weeks leavers are ticked when the page is opened: the summer holidays and a little more.</summary>
    public const int WeeksOfLeavers = 8;

    /// <summary>The pupils who are ticked.</summary>
    public List<Guid> Pupils { get; set; } = [];

    /// <summary>Seven digits, or XXXXXXX, or MMMMMMM: for the pupils who have no destination of their own.</summary>
    public string Destination { get; set; } = "";

    /// <summary>Where single pupils go, by their keys; empty for <see cref="Destination"/>.</summary>
    public Dictionary<Guid, string> To { get; set; } = [];

    /// <summary>Part of a name or UPN, to find further pupils.</summary>
    public string Search { get; set; } = "";

    /// <summary>Whether further pupils are looked for, and no file is made yet.</summary>
    public bool Find { get; set; }

    /// <summary>The pupils to choose from, for the page.</summary>
    [BindNever]
    public CtfChoices Choices { get; set; } = new([], [], false);

    /// <summary>Whether a pupil goes where the others go.</summary>
    public bool GoesWithOthers(Guid pupilId) => string.IsNullOrWhiteSpace(To.GetValueOrDefault(pupilId));

    /// <summary>The receiving school of a pupil; null where the destination is none.</summary>
    public CtfSchool? SchoolOf(Guid pupilId) => SchoolOf(GoesWithOthers(pupilId) ? Destination : To[pupilId]);

    /// <summary>The school that a number stands for; null where it stands for none.</summary>
    public static CtfSchool? SchoolOf(string? number)
    {
        // "301/2001" and "301 2001" are how people write it.
        var kept = string.Concat((number ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return kept.Length == 7 && new CtfSchool(kept[..3], kept[3..]) is { IsValid: true } school ? school : null;
    }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<ExportCtfForm>
    {
        /// <summary>The most pupils in a file.</summary>
        public const int MostPupils = 2_000;

        private const string NoNumber = "Enter seven digits, for example 3012001, or XXXXXXX, or MMMMMMM";

        /// <summary>Somebody is chosen, and the destination is one.</summary>
        public Validator()
        {
            RuleFor(form => form.Pupils).Cascade(CascadeMode.Stop)
                .NotEmpty().WithMessage("Choose at least one pupil")
                .Must(pupils => pupils.Count <= MostPupils).WithMessage($"Choose {MostPupils:N0} pupils or fewer");
            RuleFor(form => form.Destination).Cascade(CascadeMode.Stop)
                .NotEmpty().WithMessage("Enter the number of the school that the file is for, or XXXXXXX if it is not known")
                .Must((form, _) => SchoolOf(form.Destination) is not null).WithMessage(NoNumber)
                .When(form => form.Pupils.Count == 0 || form.Pupils.Exists(form.GoesWithOthers));
            RuleFor(form => form).Custom((form, context) =>
            {
                foreach (var pupil in form.Pupils.Distinct().Where(pupil => !form.GoesWithOthers(pupil) && form.SchoolOf(pupil) is null))
                {
                    context.AddFailure($"To[{pupil}]", NoNumber);
                }
            });
        }
    }
}
