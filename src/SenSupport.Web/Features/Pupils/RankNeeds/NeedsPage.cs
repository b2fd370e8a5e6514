using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Pupils.RankNeeds;

/// <summary>A pupil's needs.</summary>
/// <param name="Version">The record's version.</param>
/// <param name="Status">The SEN status.</param>
/// <param name="Needs">Every need: current ones by rank, then closed ones, latest first.</param>
public sealed record NeedsPage(Guid Version, SenStatus Status, IReadOnlyList<NeedLine> Needs)
{
    /// <summary>The needs of a pupil.</summary>
    public static IQueryable<NeedsPage> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        select new NeedsPage(
            pupil.Version,
            pupil.Status,
            pupil.Needs.OrderBy(need => need.End != null).ThenByDescending(need => need.End).ThenBy(need => need.Rank)
                .Select(need => new NeedLine(need.Id, need.Code, need.Area, need.Rank, need.Start, need.End)).ToList());

    /// <summary>The needs that count today, by rank.</summary>
    public IReadOnlyList<NeedLine> Current { get; } = [.. Needs.Where(need => need.End is null)];

    /// <summary>The needs that counted before.</summary>
    public IReadOnlyList<NeedLine> Closed { get; } = [.. Needs.Where(need => need.End is not null)];

    /// <summary>The types that may be added on a day, by area; those that are current already are left out.</summary>
    public IReadOnlyList<SelectListItem> Types(DateOnly today)
    {
        var groups = new Dictionary<string, SelectListGroup>();
        return
        [
            .. NeedType.All
                .Where(type => type.IsValidOn(today) && !Current.Any(need => need.Code == type.Code) && (type.Code != "NSA" || Status == SenStatus.SenSupport))
                .Select(type => new SelectListItem($"{type.Code}, {type.Name}", type.Code) { Group = GroupOf(type.Area?.Name() ?? "You choose the area") }),
        ];

        SelectListGroup GroupOf(string name) => groups.TryGetValue(name, out var known) ? known : groups[name] = new SelectListGroup { Name = name };
    }

    /// <summary>The four areas.</summary>
    public static IEnumerable<SelectListItem> Areas => Enum.GetValues<AreaOfNeed>().Select(area => new SelectListItem(area.Name(), $"{area}"));

    /// <summary>With the needs, to change.</summary>
    public static IQueryable<Pupil> With(IQueryable<Pupil> pupils) => pupils.Include(pupil => pupil.Needs);

    /// <summary>Puts a need after the others.</summary>
    public static void Add(Pupil pupil, AddNeedForm form, Acting by) =>
        pupil.RecordNeeds([.. Ranked(pupil).Select(Pair), (form.Code, form.ToArea)], form.FromDate, by);

    /// <summary>Moves a need in rank.</summary>
    public static void Move(Pupil pupil, Guid needId, int steps, Acting by)
    {
        var order = Ranked(pupil);
        var from = order.FindIndex(need => need.Id == needId);
        DomainRuleException.Require(from >= 0, "This need is closed already");
        var to = Math.Clamp(from + steps, 0, order.Count - 1);
        (order[from], order[to]) = (order[to], order[from]);
        pupil.RecordNeeds([.. order.Select(Pair)], by.Today, by);
    }

    /// <summary>Closes a need; those after it move up.</summary>
    public static void Close(Pupil pupil, Guid needId, DateOnly from, Acting by) =>
        pupil.RecordNeeds([.. Ranked(pupil).Where(need => need.Id != needId).Select(Pair)], from, by);

    private static List<Need> Ranked(Pupil pupil) => [.. pupil.CurrentNeeds];

    private static (string Code, AreaOfNeed Area) Pair(Need need) => (need.Code, need.Area);
}

/// <summary>A need with its dates.</summary>
public sealed record NeedLine(Guid Id, string Code, AreaOfNeed Area, int Rank, DateOnly Start, DateOnly? End)
{
    /// <summary>The type in full.</summary>
    public string Name => NeedType.Find(Code)?.Name ?? "";
}
