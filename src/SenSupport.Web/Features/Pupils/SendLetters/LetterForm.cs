using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.SendLetters;

/// <summary>A letter as it is typed.</summary>
public sealed class LetterForm
{
    /// <summary>The version that the page was made from: the same form sent twice is one letter.</summary>
    public Guid Version { get; set; }

    /// <summary>The letter that it was made from.</summary>
    public string Template { get; set; } = "";

    /// <summary>What it is.</summary>
    public string Title { get; set; } = "";

    /// <summary>To whom.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>Name of a <see cref="LetterMethod"/>.</summary>
    public string Method { get; set; } = nameof(LetterMethod.Post);

    /// <summary>When it goes out.</summary>
    public DateParts SentOn { get; set; } = new();

    /// <summary>The words.</summary>
    public string Text { get; set; } = "";

    /// <summary>How it may go out.</summary>
    public static IReadOnlyList<SelectListItem> Methods { get; } = [.. Enum.GetValues<LetterMethod>().Select(method => new SelectListItem(method.Name(), $"{method}"))];

    /// <summary>What was typed, once the form is valid.</summary>
    public LetterDetails Details() => new(Template, Title, Recipient, Enum.Parse<LetterMethod>(Method), SentOn.TryRead(out var on) ? on : default, Text);

    /// <summary>What can be asked without knowing the pupil.</summary>
    public sealed class Validator : AbstractValidator<LetterForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var (find, today) = (new Findings(context.AddFailure), SchoolClock.Today(clock));
            find.Require(nameof(Recipient), form.Recipient, "Enter who the letter goes to");
            find.Limit(nameof(Recipient), form.Recipient, TextLimits.Line, "Who it goes to");
            find.Require(nameof(Title), form.Title, "Enter what the letter is");
            find.Limit(nameof(Title), form.Title, TextLimits.Line, "What the letter is");
            find.Require(nameof(Text), form.Text, "The letter has no words");
            find.Limit(nameof(Text), form.Text, TextLimits.Narrative, "The letter");
            find.Hold(nameof(Method), Enum.GetNames<LetterMethod>().Contains(form.Method), "Choose how it is sent");
            find.Hold(nameof(SentOn), !form.SentOn.IsEmpty, "Enter the day on which it is sent");
            find.Hold(nameof(SentOn), !(find.Date(nameof(SentOn), form.SentOn, "Enter a real date, such as 27 3 2027") > today), "The date must not be in the future");
        });
    }
}
