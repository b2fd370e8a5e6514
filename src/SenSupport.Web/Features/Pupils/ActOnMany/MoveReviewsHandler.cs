using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>Moves the review dates of open cycles (CoP 6.48), to a day or by weeks, and never to a day on which pupils are not at school.</summary>
public sealed class MoveReviewsHandler(SenSupportDbContext db) : PlanWork(db)
{
    // How far before a day in a holiday the last school day is looked for; in a longer one the first day after it is taken.
    private const int WeeksBefore = 3;
    private readonly SenSupportDbContext db = db;

    /// <inheritdoc/>
    public override BulkKind Kind => BulkKind.MoveReviews;

    /// <inheritdoc/>
    protected override string What => "The review date";

    /// <inheritdoc/>
    public override string InWords(BulkForm form) => form.ByWeeks ? $"Review dates moved by {(form.WeekCount == 1 ? "1 week" : $"{form.WeekCount} weeks")}" : $"Review dates moved to {UkDate.Long(form.To)}";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<BulkStep>> StepsAsync(SignedInStaff staff, BulkForm form, IReadOnlyList<FoundPupil> pupils, DateOnly today)
    {
        var calendar = (await SchoolTerms.Of(db, staff.SchoolId).FirstAsync()).Calendar();
        return await StepsAsync(staff, pupils, cycle => Moved(cycle, form, calendar, today));
    }

    /// <inheritdoc/>
    protected override bool Touches(BulkActRow row, FieldChange change) => change.Path == "reviewOn";

    /// <inheritdoc/>
    protected override PlanContent Without(PlanContent plan, BulkActRow row) => plan with { ReviewOn = row.OldReviewOn };

    private static PlanChange Moved(SupportCycle cycle, BulkForm form, SchoolCalendar calendar, DateOnly today)
    {
        var plan = cycle.Plan();
        if (form.ByWeeks && plan.ReviewOn is null)
        {
            return new PlanChange("", plan, Problem: "There is no review date to count from");
        }

        var wanted = form.ByWeeks ? plan.ReviewOn!.Value.AddDays(7 * form.WeekCount) : form.To;
        var date = form.ByWeeks ? calendar.DayWithin(plan.ReviewOn!.Value, form.WeekCount) : calendar.DayWithin(wanted.AddDays(-7 * WeeksBefore), WeeksBefore);
        var words = $"{(plan.ReviewOn is { } old ? $"From {UkDate.Short(old)} to" : "To")} {UkDate.Short(date)}{(date == wanted ? "" : $", as {UkDate.Short(wanted)} is not a school day")}";
        return new PlanChange(words, plan with { ReviewOn = date }, Problem:
            date == plan.ReviewOn ? $"The review is on {UkDate.Short(date)} already"
            : date < today ? $"{UkDate.Short(date)} has passed: move it by more weeks, or to a day"
            : date <= plan.StartsOn ? $"The plan starts on {UkDate.Short(plan.StartsOn.Value)}: the review comes after it"
            : "");
    }
}
