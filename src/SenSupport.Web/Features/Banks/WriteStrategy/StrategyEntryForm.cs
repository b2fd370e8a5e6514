using FluentValidation;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Banks.WriteStrategy;

/// <summary>A strategy of the bank as it is typed.</summary>
public sealed class StrategyEntryForm : BankEntryForm
{
    /// <summary>What it is called.</summary>
    public string Title { get; set; } = "";

    /// <summary>What adults do.</summary>
    public string Text { get; set; } = "";

    /// <summary>For whom.</summary>
    public string For { get; set; } = "";

    /// <summary>The form for an entry.</summary>
    public static StrategyEntryForm Of(StrategyEntryContent content, Guid version) => new()
    {
        Version = version,
        Area = $"{content.Area}",
        Needs = Split(content.Needs),
        Phases = Split(content.Phases),
        Title = content.Title,
        Text = content.Text,
        For = content.For,
    };

    /// <summary>What was typed, once it is checked.</summary>
    public StrategyEntryContent Content() => new(AreaChosen, NeedCodes, PhaseCodes, Title, Text, For);

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : BankValidator<StrategyEntryForm>
    {
        /// <summary>A title and words are needed.</summary>
        public Validator()
        {
            RuleFor(form => form.Title).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Enter what the strategy is called");
            RuleFor(form => form.Text).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Enter what adults do");
            Fits(form => form.Title, "What the strategy is called", TextLimits.Name);
            Fits(form => form.For, "For whom it is", TextLimits.Name);
            Fits(form => form.Text, "What adults do");
        }
    }
}
