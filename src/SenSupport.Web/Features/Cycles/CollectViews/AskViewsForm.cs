using FluentValidation;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.CollectViews;

/// <summary>Which colleagues are asked for their view.</summary>
public sealed class AskViewsForm
{
    /// <summary>Who is ticked.</summary>
    public List<Guid> Asked { get; set; } = [];

    /// <summary>By when.</summary>
    public DateParts DueOn { get; set; } = new();

    /// <summary>What to think of above all.</summary>
    public string Question { get; set; } = "";

    /// <summary>The rules.</summary>
    public sealed class Validator : AbstractValidator<AskViewsForm>
    {
        /// <summary>Sets them.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Hold(nameof(Asked), form.Asked.Count > 0, "Tick at least one colleague");
            find.Hold(nameof(DueOn), !form.DueOn.IsEmpty, "Enter the day by which you need the views");
            find.Hold(nameof(DueOn), !(find.Date(nameof(DueOn), form.DueOn, "Enter a real date, such as 27 3 2027") < SchoolClock.Today(clock)), "The day by which you need the views must be today or later");
            find.Limit(nameof(Question), form.Question, TextLimits.Narrative, "What to think of");
        });
    }
}

/// <summary>An invitation, or being asked for a view outside this software, as it is written down.</summary>
public sealed class InviteForm
{
    /// <summary>Whose view it is.</summary>
    public ViewOf Of { get; set; } = ViewOf.Parents;

    /// <summary>Their name.</summary>
    public string Who { get; set; } = "";

    /// <summary>The day.</summary>
    public DateParts On { get; set; } = new();

    /// <summary>How.</summary>
    public InvitedHow How { get; set; }

    /// <summary>The rules.</summary>
    public sealed class Validator : AbstractValidator<InviteForm>
    {
        /// <summary>Sets them.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var find = new Findings(context.AddFailure);
            find.Hold(nameof(Of), Enum.IsDefined(form.Of), "Choose who is invited");
            find.Hold(nameof(How), Enum.IsDefined(form.How), "Choose how");
            find.Hold(nameof(Who), form.Of != ViewOf.Others || !string.IsNullOrWhiteSpace(form.Who), "Enter the name of whoever is invited");
            find.Limit(nameof(Who), form.Who, TextLimits.Line, "The name");
            find.Hold(nameof(On), !form.On.IsEmpty, "Enter the day of the invitation");
            find.Hold(nameof(On), !(find.Date(nameof(On), form.On, "Enter a real date, such as 27 3 2027") > SchoolClock.Today(clock)), "The day of the invitation must be today or earlier");
        });
    }
}
