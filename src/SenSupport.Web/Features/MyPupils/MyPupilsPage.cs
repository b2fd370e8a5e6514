using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared.Waiting;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.MyPupils;

/// <summary>A class by which the cards can be narrowed.</summary>
public sealed record ClassChip(Guid? Id, string Name, int Count, bool IsCurrent);

/// <summary>Something that the person is asked for.</summary>
/// <param name="What">What to do, in bold: "Mark Ellie’s targets."</param>
/// <param name="Detail">Since when or why.</param>
/// <param name="Due">The day it is due; null when there is none.</param>
/// <param name="Action">The words of the link.</param>
/// <param name="Href">Where it ends.</param>
public sealed record Ask(string What, string Detail, DateOnly? Due, string Action, string Href);

/// <summary>A pupil's card.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="How">How best to support, in a line; empty when nobody has said.</param>
/// <param name="Always">What nobody may leave out: a few, in the plan's order.</param>
/// <param name="MoreStrategies">How many more must-do strategies there are.</param>
/// <param name="PlanPath">The cycle whose plan is in force; null when none is.</param>
/// <param name="IsNewPlan">Whether the plan was shared in the last fortnight.</param>
/// <param name="OpenCycle">The open cycle; null when none is.</param>
/// <param name="Targets">Targets that are being worked on.</param>
/// <param name="Shown">The place of the target that is shown.</param>
public sealed record PupilCard(
    MyPupil Pupil, string How, IReadOnlyList<string> Always, int MoreStrategies, string? PlanPath, bool IsNewPlan, MyPupilCycle? OpenCycle, IReadOnlyList<MyPupilTarget> Targets, int Shown)
{
    /// <summary>First letters of first name and surname.</summary>
    public string Initials => string.Concat(new[] { Pupil.FirstName, Pupil.Surname }.Where(name => name.Length > 0).Select(name => char.IsHighSurrogate(name[0]) ? "" : $"{char.ToUpperInvariant(name[0])}"));

    /// <summary>The id of the card, to come back to it.</summary>
    public string Anchor => $"pupil-{Pupil.Id}";

    /// <summary>The address of the pupil's page.</summary>
    public string Path => $"/pupils/{Pupil.Id}";
}

/// <summary>My pupils: what is asked of the person, then a card for each pupil.</summary>
public sealed class MyPupilsPage
{
    private const int AlwaysShown = 4, NewPlanDays = 14, MarkDays = 21, HowLength = 160;

    private readonly Dictionary<Guid, MyPupilCycle> open;
    private readonly Dictionary<Guid, MyPupilCycle> inForce;
    private readonly SignedInStaff staff;

    /// <summary>Makes the page.</summary>
    public MyPupilsPage(
        IReadOnlyList<MyPupilShown> shown, Guid? classId, Guid? target, SignedInStaff staff, DateOnly today, IReadOnlyList<WaitingRow> waiting)
    {
        (this.staff, Today, ClassId) = (staff, today, classId);
        var pupils = shown.Select(row => row.Pupil).ToList();
        var cycles = shown.SelectMany(row => row.Cycles).ToList();
        open = cycles.Where(cycle => cycle.IsOpen).ToDictionary(cycle => cycle.PupilId);
        inForce = cycles.Where(cycle => cycle.LatestPlanVersion > 0).GroupBy(cycle => cycle.PupilId).ToDictionary(group => group.Key, group => group.MaxBy(cycle => cycle.Number)!);
        Total = pupils.Count;
        Chips = ChipsOf(pupils, classId);
        Asks = [.. waiting.Select(row => new Ask(row.What, row.Detail, row.Due, row.Action, row.Path)).Concat(pupils.SelectMany(AsksFor)).OrderBy(ask => ask.Due ?? DateOnly.MaxValue)];
        Cards = [.. pupils.Where(pupil => classId is null || pupil.ClassId == classId).Select(pupil => CardOf(pupil, target))];
    }

    /// <summary>Today in the school.</summary>
    public DateOnly Today { get; }

    /// <summary>The class that is shown; null for all.</summary>
    public Guid? ClassId { get; }

    /// <summary>How many pupils there are in all classes.</summary>
    public int Total { get; }

    /// <summary>Classes to choose from; none when there is only one.</summary>
    public IReadOnlyList<ClassChip> Chips { get; }

    /// <summary>What is asked of the person, what is due first at the top.</summary>
    public IReadOnlyList<Ask> Asks { get; }

    /// <summary>A card a pupil.</summary>
    public IReadOnlyList<PupilCard> Cards { get; }

    /// <summary>Whether the person marks and notes.</summary>
    public bool MayDeliver => staff.MayDeliver;

    /// <summary>This page's address with a target shown on its card, or as it is.</summary>
    public string Address(Guid? target = null)
    {
        var query = string.Join('&', new[] { ClassId is { } id ? $"class={id}" : "", target is { } shown ? $"target={shown}" : "" }.Where(part => part.Length > 0));
        return query.Length == 0 ? "/my-pupils" : $"/my-pupils?{query}";
    }

    private static IReadOnlyList<ClassChip> ChipsOf(List<MyPupil> pupils, Guid? classId)
    {
        var classes = pupils.Where(pupil => pupil.ClassId is not null).GroupBy(pupil => (pupil.ClassId, pupil.ClassName)).OrderBy(group => group.Key.ClassName, StringComparer.OrdinalIgnoreCase).ToList();
        return classes.Count < 2
            ? []
            : [new ClassChip(null, "All", pupils.Count, classId is null), .. classes.Select(group => new ClassChip(group.Key.ClassId, group.Key.ClassName ?? "", group.Count(), group.Key.ClassId == classId))];
    }

    private IEnumerable<Ask> AsksFor(MyPupil pupil)
    {
        if (!open.TryGetValue(pupil.Id, out var cycle))
        {
            yield break;
        }

        var path = $"/pupils/{pupil.Id}/cycles/{cycle.Number}";
        var writes = pupil.ResponsibleTeacherId == staff.StaffId && staff.MayWrite(pupil.ResponsibleTeacherId);
        if (writes && cycle.PlanState == WritingState.Returned)
        {
            yield return new Ask($"Look at {pupil.FirstName}’s plan again.", "The SENCo returned it with a note.", null, "Open", $"{path}/plan");
        }

        if (writes && cycle.ReviewState == WritingState.Returned)
        {
            yield return new Ask($"Look at {pupil.FirstName}’s review again.", "The SENCo returned it with a note.", null, "Open", $"{path}/review");
        }
        else if (writes && cycle is { Stage: CycleStage.Do or CycleStage.Review, ReviewState: WritingState.Writing } && ReviewDate.Urgency(cycle.ReviewOn, Today) != ReviewUrgency.None)
        {
            yield return new Ask($"Write {pupil.FirstName}’s review.", "Due", cycle.ReviewOn, "Write it", $"{path}/review");
        }

        if (MayDeliver && cycle.Stage == CycleStage.Do && cycle.Targets.Where(target => (target.MarkedOn ?? cycle.SupportedFrom) <= Today.AddDays(-MarkDays)).ToList() is { Count: > 0 } waiting)
        {
            var last = cycle.Targets.Max(target => target.MarkedOn);
            var detail = last is { } on ? $"Last marked {Shared.UkDate.Long(on)}" : $"Not marked since the support began{(cycle.SupportedFrom is { } from ? $" on {Shared.UkDate.Long(from)}" : "")}";
            yield return new Ask($"Mark {pupil.FirstName}’s {(waiting.Count == 1 ? "target" : "targets")}.", detail, null, "Mark", $"{path}/do");
        }
    }

    private PupilCard CardOf(MyPupil pupil, Guid? target)
    {
        var plan = inForce.GetValueOrDefault(pupil.Id);
        var own = open.GetValueOrDefault(pupil.Id) is { Stage: CycleStage.Do or CycleStage.Review } worked ? worked.Targets : [];
        IReadOnlyList<string> strategies = plan?.Strategies ?? [];
        return new PupilCard(
            pupil,
            Line(pupil.HowBestToSupport ?? ""),
            [.. strategies.Take(AlwaysShown)],
            Math.Max(0, strategies.Count - AlwaysShown),
            plan is null ? null : $"/pupils/{pupil.Id}/cycles/{plan.Number}",
            plan?.SharedAt is { } at && DateOnly.FromDateTime(SchoolClock.Local(at)) > Today.AddDays(-NewPlanDays),
            open.GetValueOrDefault(pupil.Id),
            own,
            own.Index().FirstOrDefault(row => row.Item.Id == target).Index);
    }

    // What a pupil said may be long: the card has its first lines, the profile has it all.
    private static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= HowLength)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', HowLength);
        return $"{line[..(end > 0 ? end : HowLength)].TrimEnd(',', ';', '.')}…";
    }
}
