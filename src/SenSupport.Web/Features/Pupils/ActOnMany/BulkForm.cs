using System.Globalization;
using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>What is asked for on the register: the act, and for whom.</summary>
public sealed record BulkChoice
{
    /// <summary>The act as it stands in the address.</summary>
    public string Act { get; init; } = "";

    /// <summary>"page" for all pupils of the page, "all" for all that match the filter; otherwise those that are ticked.</summary>
    public string Whom { get; init; } = "";

    /// <summary>The ticked pupils.</summary>
    public List<Guid> Pupil { get; init; } = [];
}

/// <summary>A pupil in the preview.</summary>
public sealed class BulkFormRow
{
    /// <summary>Whether it is done for the pupil.</summary>
    public bool Take { get; set; }

    /// <summary>What the preview showed: see <see cref="BulkStep.Stamp"/>. Empty before the first.</summary>
    public string Stamp { get; set; } = "";
}

/// <summary>An act for many pupils, as it is typed and ticked.</summary>
public sealed class BulkForm
{
    /// <summary>The most weeks by which a review is moved.</summary>
    public const int MostWeeks = 26;

    /// <summary>The key of the act to be: sent twice, it is done once.</summary>
    public Guid ActId { get; set; }

    /// <summary>The act as it stands in the address.</summary>
    public string Act { get; set; } = "";

    /// <summary>The button: "check", "change" or "do".</summary>
    public string Do { get; set; } = "";

    /// <summary>The address of the list that the pupils were chosen from.</summary>
    public string From { get; set; } = "";

    /// <summary>The pupils, by their keys.</summary>
    public Dictionary<Guid, BulkFormRow> Rows { get; set; } = [];

    /// <summary>How review dates are moved: "date" or "weeks".</summary>
    public string How { get; set; } = "weeks";

    /// <summary>The day to which they are moved.</summary>
    public DateParts MoveTo { get; set; } = new();

    /// <summary>By how many weeks they are moved, as it was typed.</summary>
    public string Weeks { get; set; } = "";

    /// <summary>The strategy, said to the adult.</summary>
    public string Text { get; set; } = "";

    /// <summary>For whom it is.</summary>
    public string For { get; set; } = "Every adult";

    /// <summary>Whether it stands among the few that nobody may leave out.</summary>
    public bool MustDo { get; set; }

    /// <summary>Who is asked for a view.</summary>
    public AskedRole Role { get; set; }

    /// <summary>By when.</summary>
    public DateParts DueOn { get; set; } = new();

    /// <summary>What they are asked.</summary>
    public string Question { get; set; } = "";

    /// <summary>The act; null when there is none of that name.</summary>
    public BulkKind? Kind => BulkWords.Find(Act);

    /// <summary>Whether review dates are moved by weeks.</summary>
    public bool ByWeeks => How == "weeks";

    /// <summary>By how many weeks, once the form is valid.</summary>
    public int WeekCount => int.TryParse(Weeks.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) ? weeks : 0;

    /// <summary>To which day, once the form is valid.</summary>
    public DateOnly To => MoveTo.TryRead(out var date) ? date : default;

    /// <summary>By when, once the form is valid.</summary>
    public DateOnly Due => DueOn.TryRead(out var date) ? date : default;

    /// <summary>The list to go back to: never an address elsewhere.</summary>
    public string Back => From.StartsWith("/pupils?", StringComparison.Ordinal) ? From : "/pupils";

    /// <summary>What can be asked without knowing the pupils.</summary>
    public sealed class Validator : AbstractValidator<BulkForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(BulkForm form, Findings find, DateOnly today)
        {
            switch (form.Kind)
            {
                case BulkKind.MoveReviews when form.ByWeeks:
                    find.Hold(nameof(Weeks), form.WeekCount is >= 1 and <= MostWeeks, $"Enter a number of weeks from 1 to {MostWeeks}");
                    break;
                case BulkKind.MoveReviews:
                    find.Hold(nameof(How), form.How == "date", "Choose how the dates are moved");
                    find.Hold(nameof(MoveTo), !form.MoveTo.IsEmpty, "Enter the day to which the reviews are moved");
                    find.Hold(nameof(MoveTo), !(find.Date(nameof(MoveTo), form.MoveTo, "Enter a real date, such as 27 3 2027") < today), "The day to which the reviews are moved must be today or later");
                    break;
                case BulkKind.AddStrategy:
                    find.Require(nameof(Text), form.Text, "Enter the strategy");
                    find.Limit(nameof(Text), form.Text, TextLimits.Narrative, "The strategy");
                    find.Limit(nameof(For), form.For, TextLimits.Name, "For whom it is");
                    break;
                case BulkKind.AskForViews:
                    find.Hold(nameof(Role), Enum.IsDefined(form.Role), "Choose who is asked");
                    find.Hold(nameof(DueOn), !form.DueOn.IsEmpty, "Enter the day by which you need the answers");
                    find.Hold(nameof(DueOn), !(find.Date(nameof(DueOn), form.DueOn, "Enter a real date, such as 27 3 2027") < today), "The day by which you need the answers must be today or later");
                    // The sentence before it names the review.
                    find.Limit(nameof(Question), form.Question, TextLimits.Narrative - TextLimits.Line, "What you ask");
                    break;
                default:
                    break;
            }
        }
    }
}
