using FluentValidation;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Needs;

namespace SenSupport.Web.Features.Banks;

/// <summary>What the forms of all banks ask: whom an entry suits.</summary>
public abstract class BankEntryForm
{
    /// <summary>The version that the page was made from; empty where the school has no row yet.</summary>
    public Guid Version { get; set; }

    /// <summary>The area of need, by name.</summary>
    public string Area { get; set; } = "";

    /// <summary>Codes of the needs that it suits; none for all.</summary>
    public List<string> Needs { get; set; } = [];

    /// <summary>Phases that it suits; none for all.</summary>
    public List<string> Phases { get; set; } = [];

    /// <summary>The area, once it is checked.</summary>
    protected AreaOfNeed AreaChosen => Enum.Parse<AreaOfNeed>(Area);

    /// <summary>The codes in one text.</summary>
    protected string NeedCodes => string.Join(' ', Needs);

    /// <summary>The phases in one text, youngest first.</summary>
    protected string PhaseCodes => string.Join(' ', BankEntry.AllPhases.Where(Phases.Contains));

    /// <summary>A text of codes as a list.</summary>
    protected static List<string> Split(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What the validators of all banks check.</summary>
    public abstract class BankValidator<TForm> : AbstractValidator<TForm>
        where TForm : BankEntryForm
    {
        /// <summary>An area is needed; codes must be known ones.</summary>
        protected BankValidator()
        {
            RuleFor(form => form.Area).Must(text => Enum.TryParse<AreaOfNeed>(text, out var area) && Enum.IsDefined(area)).WithMessage("Choose an area of need");
            RuleFor(form => form.Needs).Must(codes => codes.TrueForAll(code => NeedType.Find(code) is not null)).WithMessage("Choose needs from the list");
            RuleFor(form => form.Phases).Must(phases => phases.TrueForAll(BankEntry.AllPhases.Contains)).WithMessage("Choose phases from the list");
        }

        /// <summary>A text that must fit.</summary>
        protected void Fits(System.Linq.Expressions.Expression<Func<TForm, string>> text, string what, int limit = BankEntry.LongestText) =>
            RuleFor(text).Must(typed => typed.Trim().Length <= limit).WithMessage($"{what} must be {limit:N0} characters or fewer");
    }
}
