using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.RecordReview;

/// <summary>The review as it is written on its page (CoP 6.53 to 6.55).</summary>
public sealed class RecordReviewForm
{
    /// <summary>The version of the cycle that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The day of the review.</summary>
    public DateParts HeldOn { get; set; } = new();

    /// <summary>Who was there.</summary>
    public string Present { get; set; } = "";

    /// <summary>A result for each target.</summary>
    public List<ResultRow> Results { get; set; } = [];

    /// <summary>Impact on progress.</summary>
    public string Impact { get; set; } = "";

    /// <summary>Quality of the support.</summary>
    public string Quality { get; set; } = "";

    /// <summary>The pupil's view.</summary>
    public string PupilView { get; set; } = "";

    /// <summary>The parents' view.</summary>
    public string ParentView { get; set; } = "";

    /// <summary>The staff's view.</summary>
    public string StaffView { get; set; } = "";

    /// <summary>What happens now.</summary>
    public ReviewDecision? Decision { get; set; }

    /// <summary>Next steps, who and by when.</summary>
    public string NextSteps { get; set; } = "";

    /// <summary>When the next cycle is to be reviewed.</summary>
    public DateParts NextReviewOn { get; set; } = new();

    /// <summary>On leaving SEN Support, until when the school watches.</summary>
    public DateParts MonitorUntil { get; set; } = new();

    /// <summary>Which button was pressed: "close", "send", "save", or "stay" for the Enter key.</summary>
    public string Then { get; set; } = "";

    /// <summary>What the page shows beside the fields; set by the server.</summary>
    [BindNever]
    public RecordReviewPage Page { get; set; } = null!;

    /// <summary>When what the fields hold was kept as a draft, in UTC; null when they are as they are saved. Set by the server.</summary>
    [BindNever]
    public DateTime? DraftSavedAt { get; set; }

    /// <summary>Whether the fields come from a draft of an earlier visit. Set by the server.</summary>
    [BindNever]
    public bool IsRestored { get; set; }

    /// <summary>The fields as they are saved.</summary>
    public static RecordReviewForm From(RecordReviewPage page)
    {
        var review = page.Written.Review;
        return new RecordReviewForm
        {
            Page = page,
            Version = page.Written.Version,
            HeldOn = DateParts.From(review.HeldOn),
            Present = review.Present,
            Results = [.. page.Written.Targets.Select(target => new ResultRow { Id = target.Id, Result = target.Result, Evidence = target.Evidence })],
            Impact = review.Impact,
            Quality = review.Quality,
            PupilView = review.PupilView,
            ParentView = review.ParentView,
            StaffView = review.StaffView,
            Decision = review.Decision,
            NextSteps = review.NextSteps,
            NextReviewOn = DateParts.From(review.NextReviewOn),
            MonitorUntil = DateParts.From(review.MonitorUntil ?? page.SuggestedMonitoringEnd),
        };
    }

    /// <summary>
    /// The review as it is to be stored; a suggested end of monitoring goes along only where the pupil leaves. A target that the page did not have yet keeps what is saved of it; a row of a target that was taken out of the plan
    /// meanwhile goes along only when something was written in it, so that the refusal gives it back.
    /// </summary>
    public ReviewContent ToContent(SupportCycle cycle)
    {
        var saved = cycle.ReviewWritten().Results;
        return new ReviewContent(
            Date(HeldOn),
            Present,
            [
                .. saved.Select(target => Results.Find(row => row.Id == target.Id)?.ToContent() ?? target),
                .. Results.Where(row => !row.IsEmpty && !saved.Any(target => target.Id == row.Id)).Select(row => row.ToContent()),
            ],
            Impact,
            Quality,
            PupilView,
            ParentView,
            StaffView,
            Decision,
            NextSteps,
            Date(NextReviewOn),
            Decision == ReviewDecision.LeaveSenSupport || Date(MonitorUntil) != Page.SuggestedMonitoringEnd ? Date(MonitorUntil) : null);
    }

    /// <summary>Adds the targets that came into the plan after the draft was begun.</summary>
    public void AddNewTargets() => Results.AddRange(Page.Written.Targets
        .Where(target => !Results.Exists(row => row.Id == target.Id))
        .Select(target => new ResultRow { Id = target.Id, Result = target.Result, Evidence = target.Evidence }));

    private static DateOnly? Date(DateParts parts) => parts.TryRead(out var date) ? date : null;

    /// <summary>A target's result.</summary>
    public sealed class ResultRow
    {
        /// <summary>The target.</summary>
        public Guid Id { get; set; }

        /// <summary>How it ended.</summary>
        public TargetResult? Result { get; set; }

        /// <summary>The evidence.</summary>
        public string Evidence { get; set; } = "";

        /// <summary>Whether nothing was written.</summary>
        public bool IsEmpty => Result is null && string.IsNullOrWhiteSpace(Evidence);

        /// <summary>The row as it is to be stored.</summary>
        public ResultContent ToContent() => new(Id, Result, Evidence);
    }

    /// <summary>The messages of the page. Only what cannot be stored or cannot be true is an error.</summary>
    public sealed class Validator : AbstractValidator<RecordReviewForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(form => form.HeldOn)
                .Must(IsDateOrEmpty).WithMessage("Enter the day, month and year when the review was held, such as 2 12 2026")
                .Must((form, held) => !(Date(held) > form.Page.Today)).WithMessage(form => $"The review must have been held today or earlier. Today is {UkDate.Long(form.Page.Today)}")
                .Must((form, held) => !(Date(held) < form.Page.Written.OpenedOn)).WithMessage(form => $"The review must be on or after {UkDate.Long(form.Page.Written.OpenedOn)}, when the cycle was opened");
            RuleFor(form => form.NextReviewOn)
                .Must(IsDateOrEmpty).WithMessage("Enter the day, month and year of the next review, such as 26 3 2027")
                .Must((form, next) => !(Date(next) <= Held(form))).WithMessage(form => $"The next review must be after {UkDate.Long(Held(form))}, {WhatThatIs(form)}");
            RuleFor(form => form.MonitorUntil)
                .Must(IsDateOrEmpty).WithMessage("Enter the day, month and year until when the school monitors, such as 26 3 2027")
                .Must((form, until) => !(Date(until) <= Held(form))).WithMessage(form => $"Monitoring must end after {UkDate.Long(Held(form))}, {WhatThatIs(form)}");
            RuleFor(form => form.Present).MaximumLength(TextLimits.Narrative).WithMessage("Who was present must be 20,000 characters or fewer");
            RuleFor(form => form.Impact).MaximumLength(TextLimits.Narrative).WithMessage("Impact on progress must be 20,000 characters or fewer");
            RuleFor(form => form.Quality).MaximumLength(TextLimits.Narrative).WithMessage("Quality of the support must be 20,000 characters or fewer");
            RuleFor(form => form.PupilView).MaximumLength(TextLimits.Narrative).WithMessage(form => $"{form.Page.Pupil.FirstName}’s view must be 20,000 characters or fewer");
            RuleFor(form => form.ParentView).MaximumLength(TextLimits.Narrative).WithMessage("The parents’ view must be 20,000 characters or fewer");
            RuleFor(form => form.StaffView).MaximumLength(TextLimits.Narrative).WithMessage("The staff’s view must be 20,000 characters or fewer");
            RuleFor(form => form.NextSteps).MaximumLength(TextLimits.Narrative).WithMessage("Next steps must be 20,000 characters or fewer");
            RuleForEach(form => form.Results).ChildRules(row => row
                .RuleFor(target => target.Evidence)
                .MaximumLength(TextLimits.Narrative)
                .WithMessage("The evidence for a target must be 20,000 characters or fewer"));
        }

        private static bool IsDateOrEmpty(DateParts parts) => parts.IsEmpty || parts.TryRead(out _);

        private static DateOnly Held(RecordReviewForm form) => Date(form.HeldOn) ?? form.Page.Today;

        private static string WhatThatIs(RecordReviewForm form) => Date(form.HeldOn) is null ? "which is today" : "when this one was held";
    }
}
