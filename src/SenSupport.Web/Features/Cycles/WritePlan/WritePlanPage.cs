using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Features.Shared.Pupils;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>What the page shows beside the form.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Cycle">The cycle as it is saved.</param>
/// <param name="MayName">Whether the person may name the responsible teacher.</param>
/// <param name="IsSenco">Whether the person shares plans.</param>
/// <param name="Staff">Everyone on the staff.</param>
/// <param name="Needs">Current needs by rank.</param>
/// <param name="Last">The cycle before; null when this is the first.</param>
/// <param name="DraftSavedAt">When the draft was kept from which the form is filled, in UTC; null when it is filled from what is saved.</param>
/// <param name="IsRestored">Whether the form was filled from a draft that had been left behind.</param>
/// <param name="AddedKey">The row that was just added.</param>
/// <param name="Suggestion">Where the review date is filled in from the school's rhythm; null where it is the plan's own.</param>
public sealed record WritePlanPage(
    PupilHeader Pupil,
    SupportCycle Cycle,
    bool MayName,
    bool IsSenco,
    IReadOnlyList<StaffChoice> Staff,
    IReadOnlyList<CurrentNeed> Needs,
    LastCycle? Last,
    DateTime? DraftSavedAt,
    bool IsRestored,
    string? AddedKey,
    ReviewSuggestion? Suggestion)
{
    /// <summary>The page's address.</summary>
    public string Address => $"{CycleAddress}/plan";

    /// <summary>The cycle's address.</summary>
    public string CycleAddress => $"/pupils/{Pupil.Id}/cycles/{Cycle.Number}";

    /// <summary>Who can be named as responsible: teachers, SENCos, and whoever is named now.</summary>
    public IEnumerable<StaffChoice> CanBeNamed => Staff.Where(person => (person.Roles & (StaffRoles.Teacher | StaffRoles.Senco)) != 0 || person.Id == Cycle.ResponsibleTeacherId);

    /// <summary>The responsible teacher as saved.</summary>
    public StaffChoice? Responsible => Staff.FirstOrDefault(person => person.Id == Cycle.ResponsibleTeacherId);

    /// <summary>What the plan round a target says, for the SMART helper.</summary>
    public SmartPlan ForHelper(WritePlanForm form) => new(
        form.StartsOn.TryRead(out var starts) ? starts : null, form.ReviewOn.TryRead(out var review) ? review : null, [.. Needs.Select(need => need.Area).Distinct()]);

    /// <summary>Interventions of the catalogue for the pupil's phase, to suggest in a row of provision.</summary>
    public IEnumerable<Intervention> Interventions => StartingBank.Interventions.Where(row => Phase.Length == 0 || row.Phases.Contains(Phase));

    /// <summary>How the plan's type looks, in the version that the cycle was opened with.</summary>
    public PlanTemplate Template { get; init; } = PlanTemplate.Usual;

    /// <summary>The note why what is planned is enough, since the cycle began (CoP 6.76); null without one.</summary>
    public EnoughNote? Enough { get; init; }

    /// <summary>The latest note why the provision is enough since a day.</summary>
    public static IQueryable<EnoughNote> EnoughSince(SenSupportDbContext db, Guid pupilId, DateOnly since) =>
        from pupil in db.Pupils
        where pupil.Id == pupilId
        from done in pupil.DutyRecords
        where done.Kind == DutyRecordKind.ProvisionEnough && done.On >= since
        orderby done.On descending
        select new EnoughNote(done.On, done.Who, done.Note);

    /// <summary>Strategies of the pupil's earlier cycles, and how those ended.</summary>
    public IReadOnlyList<EarlierUse> Earlier { get; init; } = [];

    /// <summary>What became of a strategy in earlier cycles; empty where it is new.</summary>
    public string EarlierWords(StrategyEntry row) => string.Join(". ", Earlier.Where(use => use.Is(row.FromBank, row.Text.Trim())).DistinctBy(use => use.Cycle).Select(use => use.Words));

    /// <summary>The phase of the pupil's year, as the banks name it; empty where it has none.</summary>
    public string Phase { get; init; } = "";

    /// <summary>The filters with which a bank opens for a pupil: the pupil's areas, needs and phase.</summary>
    public static async Task<string> BankQueryAsync(SenSupportDbContext db, PupilHeaderRow pupil)
    {
        var needs = await CurrentNeeds(db, pupil.Id).AnyAsync();
        var phase = BankPhase.Of(pupil.YearCode);
        var query = string.Join('&', new[] { needs ? "area=pupil&need=pupil" : "", phase.Length > 0 ? $"phase={phase}" : "" }.Where(part => part.Length > 0));
        return query.Length == 0 ? "" : $"?{query}";
    }

    /// <summary>Staff, each with the class that they teach, if any. Who left keeps the name and has no role any more.</summary>
    public static IQueryable<StaffChoice> StaffChoices(SenSupportDbContext db) =>
        from person in db.Staff
        orderby person.Name
        select new StaffChoice(
            person.Id,
            person.Name,
            person.LeftOn == null ? person.Roles : StaffRoles.None,
            db.ClassTeachers.Where(teacher => teacher.StaffId == person.Id).Join(db.Classes, teacher => teacher.ClassId, row => row.Id, (_, row) => row.Name).OrderBy(name => name).FirstOrDefault());

    /// <summary>A pupil's current needs by rank.</summary>
    public static IQueryable<CurrentNeed> CurrentNeeds(SenSupportDbContext db, Guid pupilId) =>
        db.Pupils.Where(pupil => pupil.Id == pupilId).SelectMany(pupil => pupil.Needs).Where(need => need.End == null).OrderBy(need => need.Rank).Select(need => new CurrentNeed(need.Code, need.Area));

    /// <summary>The cycle before one.</summary>
    public static IQueryable<LastCycle> Before(SenSupportDbContext db, Guid pupilId, int number) =>
        db.Cycles.Where(cycle => cycle.PupilId == pupilId && cycle.Number == number - 1).Select(cycle => new LastCycle(cycle.Number, cycle.Review.HeldOn ?? cycle.ClosedOn));
}

/// <summary>A review date that nobody chose yet.</summary>
/// <param name="On">The date.</param>
/// <param name="Words">Where it comes from.</param>
public sealed record ReviewSuggestion(DateOnly On, string Words)
{
    /// <summary>The suggestion for a plan, by the school's rhythm from its start; from today where it has no start, or where that is too long ago.</summary>
    public static ReviewSuggestion For(School school, DateOnly? starts, DateOnly today)
    {
        var weeks = school.ReviewWeeks == 1 ? "1 week" : $"{school.ReviewWeeks} weeks";
        return starts is { } start && school.SuggestedReview(start) is var on && on > today
            ? new(on, $"A suggestion, not saved yet: within {weeks} of the start, by the school’s settings")
            : new(school.SuggestedReview(today), $"A suggestion, not saved yet: within {weeks} from today, by the school’s settings");
    }
}

/// <summary>A member of staff to choose.</summary>
public sealed record StaffChoice(Guid Id, string Name, StaffRoles Roles, string? ClassName)
{
    /// <summary>"Tom Whitaker, 4W".</summary>
    public string Words => ClassName is null ? Name : $"{Name}, {ClassName}";
}

/// <summary>A current need.</summary>
public sealed record CurrentNeed(string Code, AreaOfNeed Area);

/// <summary>Why what is planned is enough, as it was noted.</summary>
public sealed record EnoughNote(DateOnly On, string Who, string Note);

/// <summary>The cycle before, and when it was reviewed.</summary>
public sealed record LastCycle(int Number, DateOnly? ReviewedOn);

/// <summary>An area of need, and what the plan has for it (CoP 6.44, 6.76).</summary>
/// <param name="Area">The area.</param>
/// <param name="Codes">The pupil's needs in it.</param>
/// <param name="Targets">Targets of this area.</param>
/// <param name="Rows">Rows of provision that serve one of them.</param>
/// <param name="Strategies">Strategies of this area.</param>
public sealed record AreaCovered(AreaOfNeed Area, string Codes, int Targets, int Rows, int Strategies)
{
    /// <summary>Whether the plan has nothing for it.</summary>
    public bool IsBare => Targets + Strategies == 0;

    /// <summary>"1 target, 2 rows of provision".</summary>
    public string Words => string.Join(", ", Counted(Targets, "no target", "target", "targets"), Counted(Rows, "no provision", "row of provision", "rows of provision"), Counted(Strategies, "no strategy", "strategy", "strategies"));

    /// <summary>What a form has for each area in which there are needs.</summary>
    public static IReadOnlyList<AreaCovered> Of(IEnumerable<CurrentNeed> needs, WritePlanForm form) =>
    [
        .. needs.GroupBy(need => need.Area).Select(area =>
        {
            var targets = form.Targets.Where(target => target.AreaChosen == area.Key && target.Statement.Length > 0).Select(target => target.Key).ToHashSet();
            return new AreaCovered(area.Key, string.Join(", ", area.Select(need => need.Code)), targets.Count, form.Provision.Count(row => row.Serves.Exists(targets.Contains)), form.Strategies.Count(row => row.AreaChosen == area.Key && row.Text.Length > 0));
        }),
    ];

    private static string Counted(int count, string none, string one, string many) => count switch { 0 => none, 1 => $"1 {one}", _ => $"{count} {many}" };
}

/// <summary>Hands the page to its views, and a row to the view that draws it.</summary>
public static class PlanViewData
{
    /// <summary>Sets the page.</summary>
    public static void SetPlanPage(this ViewDataDictionary viewData, WritePlanPage page) => viewData["PlanPage"] = page;

    /// <summary>The page.</summary>
    public static WritePlanPage GetPlanPage(this ViewDataDictionary viewData) => (WritePlanPage)viewData["PlanPage"]!;

    /// <summary>The number of the row that is drawn, from 1.</summary>
    public static int RowNumber(this ViewDataDictionary viewData) => (int)viewData["RowNumber"]!;

    /// <summary>Whether the row that is drawn was just added.</summary>
    public static bool IsAdded(this ViewDataDictionary viewData, PlanEntry row) => viewData.GetPlanPage().AddedKey == row.Key;

    /// <summary>The form that a row belongs to.</summary>
    public static WritePlanForm PlanForm(this ViewDataDictionary viewData) => (WritePlanForm)viewData["PlanForm"]!;

    /// <summary>View data for one row: its fields are named by its key.</summary>
    /// <param name="viewData">The page's.</param>
    /// <param name="list">The form's property: "Targets".</param>
    /// <param name="row">The row.</param>
    /// <param name="index">Its place from 0.</param>
    public static ViewDataDictionary Row(this ViewDataDictionary<WritePlanForm> viewData, string list, PlanEntry row, int index)
    {
        var inner = new ViewDataDictionary(viewData) { ["RowNumber"] = index + 1, ["PlanForm"] = viewData.Model };
        inner.TemplateInfo.HtmlFieldPrefix = $"{list}[{row.Key}]";
        return inner;
    }
}
