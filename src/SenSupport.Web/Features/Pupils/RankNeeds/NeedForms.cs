using FluentValidation;
using SenSupport.Domain.Needs;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.RankNeeds;

/// <summary>A need to add after those that are current.</summary>
public sealed class AddNeedForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The census code.</summary>
    public string Code { get; set; } = "";

    /// <summary>Name of an <see cref="AreaOfNeed"/>, for the codes that have none of their own.</summary>
    public string Area { get; set; } = "";

    /// <summary>The first day.</summary>
    public DateParts From { get; set; } = new();

    /// <summary>The first day, once the form is valid.</summary>
    public DateOnly FromDate => From.TryRead(out var date) ? date : default;

    /// <summary>The area that the need has, once the form is valid.</summary>
    public AreaOfNeed ToArea => NeedType.Find(Code)?.Area ?? Enum.Parse<AreaOfNeed>(Area);

    /// <summary>What can be asked without knowing the pupil. Retired codes are refused.</summary>
    public sealed class Validator : AbstractValidator<AddNeedForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(AddNeedForm form, Findings find, DateOnly today)
        {
            var type = NeedType.Find(form.Code);
            find.Hold(
                nameof(Code),
                type?.IsValidOn(today) == true,
                form.Code.Length == 0 ? "Choose the type of need" : type is null ? "Choose a type of need from the list" : $"{type.Code} is no longer in use: choose a type from the list");
            find.Hold(nameof(Area), type is not { Area: null } || Enum.GetNames<AreaOfNeed>().Contains(form.Area), $"Choose the area of need: {type?.Code} belongs to none of its own");
            find.Hold(nameof(From), !form.From.IsEmpty, "Enter the day from which it counts");
            var from = find.Date(nameof(From), form.From, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(From), !(from > today), "The date must not be in the future");
        }
    }
}

/// <summary>Moves a need up or down in rank.</summary>
public sealed class MoveNeedForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>"up" or "down".</summary>
    public string Move { get; set; } = "";

    /// <summary>The page writes it: only a forged form has another.</summary>
    public sealed class Validator : AbstractValidator<MoveNeedForm>
    {
        /// <summary>Sets the rule.</summary>
        public Validator() => RuleFor(form => form.Move).Must(move => move is "up" or "down");
    }
}

/// <summary>Closes a need.</summary>
public sealed class CloseNeedForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The first day on which it no longer counts.</summary>
    public DateParts From { get; set; } = new();

    /// <summary>That day, once the form is valid.</summary>
    public DateOnly FromDate => From.TryRead(out var date) ? date : default;

    /// <summary>What can be asked without knowing the need.</summary>
    public sealed class Validator : AbstractValidator<CloseNeedForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var (find, today) = (new Findings(context.AddFailure), SchoolClock.Today(clock));
            find.Hold(nameof(From), !form.From.IsEmpty, "Enter the day from which it no longer counts");
            var from = find.Date(nameof(From), form.From, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(From), !(from > today), "The date must not be in the future");
        });
    }
}
