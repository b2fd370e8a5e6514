using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Assessments;
using SenSupport.Web.Features.Shared.Cycles;
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

    /// <summary>What else is said of next steps, in words.</summary>
    public string NextSteps { get; set; } = "";

    /// <summary>Next steps, each with who and by when.</summary>
    public List<NextStepEntry> Steps { get; set; } = [];

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

    /// <summary>The next step that was just added. Set by the server.</summary>
    [BindNever]
    public Guid? AddedStep { get; set; }

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
            Steps = page.Written.Steps.Count > 0 ? [.. page.Written.Steps.Select(NextStepEntry.Of)] : [new NextStepEntry()],
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
            Decision == ReviewDecision.LeaveSenSupport || Date(MonitorUntil) != Page.SuggestedMonitoringEnd ? Date(MonitorUntil) : null)
        {
            Steps = [.. Steps.Where(step => !step.IsBlank).Select(step => step.ToContent(Page))],
        };
    }

    /// <summary>Puts a collected view into the review's field for it, under what stands there; one that stands there already changes nothing.</summary>
    public void Put(CollectedView view)
    {
        var (words, name) = (view.Words(Page.Pupil.FirstName), view.Field);
        var field = name switch { nameof(PupilView) => PupilView, nameof(ParentView) => ParentView, _ => StaffView };
        if (field.Contains(words, StringComparison.Ordinal))
        {
            return;
        }

        field = field.Trim() is { Length: > 0 } typed ? $"{typed}\n\n{words}" : words;
        (PupilView, ParentView, StaffView) = (name == nameof(PupilView) ? field : PupilView, name == nameof(ParentView) ? field : ParentView, name == nameof(StaffView) ? field : StaffView);
    }

    /// <summary>Adds the targets that came into the plan after the draft was begun.</summary>
    public void AddNewTargets() => Results.AddRange(Page.Written.Targets
        .Where(target => !Results.Exists(row => row.Id == target.Id))
        .Select(target => new ResultRow { Id = target.Id, Result = target.Result, Evidence = target.Evidence }));

    /// <summary>Adds a next step, or removes one that is given as "step-key". False where there is none such.</summary>
    public bool AddOrRemove(string? add, string? remove)
    {
        if (add == "step" && Steps.Count < ReviewContent.MostSteps)
        {
            Steps.Add(new NextStepEntry());
            AddedStep = Steps[^1].Id;
            return true;
        }

        return remove is ['s', 't', 'e', 'p', '-', ..] && Guid.TryParse(remove[5..], out var id) && Steps.RemoveAll(step => step.Id == id) > 0;
    }

    /// <summary>Takes out rows that were announced and not posted, which only a forged form does.</summary>
    public void DropEmptyPlaces() => Steps.RemoveAll(step => step is null);

    private static DateOnly? Date(DateParts parts) => parts.TryRead(out var date) ? date : null;

    /// <summary>A next step as it is typed. Its key is its own from the first page on, so that a page that is sent twice adds it once.</summary>
    public sealed class NextStepEntry
    {
        /// <summary>The step.</summary>
        public Guid Id { get; set; } = Guid.CreateVersion7();

        /// <summary>What is to be done.</summary>
        public string What { get; set; } = "";

        /// <summary>Who does it, by name.</summary>
        public string Who { get; set; } = "";

        /// <summary>By when, on one line.</summary>
        public string ByWhen { get; set; } = "";

        /// <summary>Whether nothing was typed in it.</summary>
        public bool IsBlank => string.IsNullOrWhiteSpace(What + Who + ByWhen);

        internal static NextStepEntry Of(ReviewedStep step) => new() { Id = step.Id, What = step.What, Who = step.Who, ByWhen = step.ByWhen is { } by ? UkDate.Short(by) : "" };

        // A name that only one colleague has is that colleague; whoever was named before stays so, although they may not see the pupil any more.
        internal NextStepContent ToContent(RecordReviewPage page)
        {
            var who = Who.Trim();
            var saved = page.Written.Steps.FirstOrDefault(step => step.Id == Id);
            var found = page.Readers.Where(reader => string.Equals(reader.Name, who, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
            var ownerId = saved is { OwnerId: not null } && saved.Who == who ? saved.OwnerId : found is [var only] ? only.StaffId : null;
            return new NextStepContent(Id, What, ownerId, ownerId is null ? who : "", DateText.TryRead(ByWhen, out var by) ? by : null);
        }
    }

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
            RuleFor(form => form).Custom((form, context) => CheckSteps(form, new Findings(context.AddFailure)));
            RuleForEach(form => form.Results).ChildRules(row => row
                .RuleFor(target => target.Evidence)
                .MaximumLength(TextLimits.Narrative)
                .WithMessage("The evidence for a target must be 20,000 characters or fewer"));
        }

        private static void CheckSteps(RecordReviewForm form, Findings found)
        {
            found.Hold(nameof(NextSteps), form.Steps.Count(step => !step.IsBlank) <= ReviewContent.MostSteps, $"A review has {ReviewContent.MostSteps} next steps at most");
            foreach (var (index, step) in form.Steps.Index().Where(entry => !entry.Item.IsBlank))
            {
                var (at, name) = ($"Steps[{step.Id:N}]", $"Next step {index + 1}");
                found.Require($"{at}.What", step.What, $"{name}: enter what is to be done, or remove it");
                found.Limit($"{at}.What", step.What, TextLimits.Narrative, name);
                found.Limit($"{at}.Who", step.Who, TextLimits.Line, $"{name}: who does it");
                found.DateLine($"{at}.ByWhen", step.ByWhen, $"{name}: enter a date such as 26 Mar 2027");
            }
        }

        private static bool IsDateOrEmpty(DateParts parts) => parts.IsEmpty || parts.TryRead(out _);

        private static DateOnly Held(RecordReviewForm form) => Date(form.HeldOn) ?? form.Page.Today;

        private static string WhatThatIs(RecordReviewForm form) => Date(form.HeldOn) is null ? "which is today" : "when this one was held";
    }
}
