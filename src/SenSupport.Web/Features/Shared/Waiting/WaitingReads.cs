using SenSupport.Domain.Concerns;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Waiting;

/// <summary>What waits for somebody before SEN Support.</summary>
public enum WaitingKind
{
    /// <summary>A concern of the person's own has an outcome that they have not seen.</summary>
    News,

    /// <summary>The person is asked to look into a concern.</summary>
    LookInto,

    /// <summary>The person is asked for a short assessment.</summary>
    Asked,

    /// <summary>The person is asked for a view for a review.</summary>
    AskedView,

    /// <summary>A next step of a review is the person's, and due.</summary>
    NextStep,

    /// <summary>Nobody has decided on a concern yet.</summary>
    OpenConcern,

    /// <summary>A pupil's monitoring ends.</summary>
    MonitoringEnds,
}

/// <summary>One thing that waits.</summary>
public sealed record WaitingRow
{
    /// <summary>What it is.</summary>
    public WaitingKind Kind { get; init; }

    /// <summary>The concern, the request, or the pupil.</summary>
    public Guid Id { get; init; }

    /// <summary>The pupil's surname.</summary>
    public string Surname { get; init; } = "";

    /// <summary>The pupil's first name in use.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>The day by which, until which, or since when.</summary>
    public DateOnly? On { get; init; }

    /// <summary>As lists have it.</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>Where it is done.</summary>
    public string Path => Kind switch { WaitingKind.Asked or WaitingKind.AskedView => $"/asked/{Id}", WaitingKind.NextStep => "/asked", WaitingKind.MonitoringEnds => $"/pupils/{Id}/status", _ => $"/concerns/{Id}" };

    /// <summary>What to do, in bold.</summary>
    public string What => Kind switch
    {
        WaitingKind.News => $"Your concern about {FirstName} {Surname} has an outcome.",
        WaitingKind.LookInto => $"Look into a concern about {FirstName} {Surname}.",
        WaitingKind.AskedView => $"Your view for the review of {FirstName} {Surname}.",
        WaitingKind.NextStep => $"A next step of yours for {FirstName} {Surname}.",
        _ => $"Short assessment of {FirstName} {Surname}.",
    };

    /// <summary>What follows.</summary>
    public string Detail => Kind switch { WaitingKind.News => "", WaitingKind.LookInto or WaitingKind.NextStep => "By", _ => "Two minutes, by" };

    /// <summary>The words of the link.</summary>
    public string Action => Kind switch { WaitingKind.News => "Read it", WaitingKind.LookInto or WaitingKind.NextStep => "Open", _ => "Answer" };

    /// <summary>When it is due; null for news.</summary>
    public DateOnly? Due => Kind == WaitingKind.News ? null : On;
}

/// <summary>Reads what waits, in one command.</summary>
public static class WaitingReads
{
    /// <summary>Within how many days the end of monitoring is shown.</summary>
    public const int SoonDays = 14;

    /// <summary>The same as <see cref="Own"/>, compiled.</summary>
    public static readonly CompiledPersonRead<WaitingRow> OfPerson = new((db, staff, _) => Own(db, staff));

    /// <summary>What waits for the person: news of their concerns, what they are asked for, and next steps that are due in two weeks; of pupils whom they may see.</summary>
    public static IQueryable<WaitingRow> Own(SenSupportDbContext db, SignedInStaff staff)
    {
        var staffId = staff.StaffId;
        var concerns =
            from concern in db.Concerns
            where (concern.RecordedById == staffId && concern.HasNews) || (concern.AssignedId == staffId && concern.State == ConcernState.LookInto && concern.Findings == "")
            join pupil in db.PupilsReadBy(staff) on concern.PupilId equals pupil.Id
            select new WaitingRow
            {
                Kind = concern.AssignedId == staffId && concern.State == ConcernState.LookInto && concern.Findings == "" ? WaitingKind.LookInto : WaitingKind.News,
                Id = concern.Id,
                Surname = pupil.Surname,
                FirstName = pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
                On = concern.DueOn,
            };
        var asked =
            from request in db.AssessmentRequests
            where request.AskedId == staffId && request.AnsweredOn == null && request.WithdrawnOn == null
            join pupil in db.PupilsReadBy(staff) on request.PupilId equals pupil.Id
            select new WaitingRow { Kind = request.CycleId == null ? WaitingKind.Asked : WaitingKind.AskedView, Id = request.Id, Surname = pupil.Surname, FirstName = pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs, On = request.DueOn };
        var steps =
            from cycle in db.Cycles
            from step in cycle.NextSteps
            where step.OwnerId == staffId && step.DoneOn == null && step.ByWhen <= db.Today.AddDays(SoonDays)
            join pupil in db.PupilsReadBy(staff) on cycle.PupilId equals pupil.Id
            select new WaitingRow { Kind = WaitingKind.NextStep, Id = step.Id, Surname = pupil.Surname, FirstName = pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs, On = step.ByWhen };
        return concerns.Concat(asked).Concat(steps);
    }

    /// <summary>The same as <see cref="OfSchool"/>, compiled.</summary>
    public static readonly CompiledPersonRead<WaitingRow> OfWholeSchool = new((db, staff, _) => OfSchool(db, staff, db.Today));

    /// <summary>What waits for the person, and in the whole school: concerns that nobody has decided on, and monitoring that has ended or ends soon.</summary>
    public static IQueryable<WaitingRow> OfSchool(SenSupportDbContext db, SignedInStaff staff, DateOnly today)
    {
        var open =
            from concern in db.Concerns
            where concern.State == ConcernState.Open
            join pupil in db.PupilsReadBy(staff) on concern.PupilId equals pupil.Id
            select new WaitingRow { Kind = WaitingKind.OpenConcern, Id = concern.Id, Surname = pupil.Surname, FirstName = pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs, On = concern.RaisedOn };
        var ending =
            from pupil in db.PupilsReadBy(staff).OnRoll()
            where pupil.Status == SenStatus.Monitoring
            from period in pupil.StatusPeriods
            where period.End == null && period.MonitorUntil <= today.AddDays(SoonDays)
            select new WaitingRow { Kind = WaitingKind.MonitoringEnds, Id = pupil.Id, Surname = pupil.Surname, FirstName = pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs, On = period.MonitorUntil };
        return Own(db, staff).Concat(open).Concat(ending);
    }
}
