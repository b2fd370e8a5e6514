using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ChangeStatus;

/// <summary>A pupil's status, past and present.</summary>
/// <param name="Version">The record's version.</param>
/// <param name="Status">The current status.</param>
/// <param name="Periods">Every status, latest first.</param>
/// <param name="CurrentNeeds">How many needs are current.</param>
/// <param name="Done">What was recorded for duties.</param>
/// <param name="OpenCycle">The number of the open cycle; null when none is.</param>
public sealed record StatusPage(Guid Version, SenStatus Status, IReadOnlyList<StatusRow> Periods, int CurrentNeeds, IReadOnlyList<DutyRecordKind> Done, int? OpenCycle)
{
    /// <summary>The status of a pupil.</summary>
    public static IQueryable<StatusPage> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        select new StatusPage(
            pupil.Version,
            pupil.Status,
            pupil.StatusPeriods.OrderByDescending(period => period.Start).ThenByDescending(period => period.End == null)
                .Select(period => new StatusRow(period.Status, period.Start, period.End, period.Reason, period.MonitorUntil)).ToList(),
            pupil.Needs.Count(need => need.End == null),
            pupil.DutyRecords.Select(duty => duty.Kind).ToList(),
            db.Cycles.Where(cycle => cycle.OpenKey == pupil.Id).Select(cycle => (int?)cycle.Number).FirstOrDefault());

    /// <summary>With what a change of status touches.</summary>
    public static IQueryable<Pupil> With(IQueryable<Pupil> pupils) => pupils.Include(pupil => pupil.StatusPeriods).Include(pupil => pupil.Needs);

    /// <summary>The first day of the current status; null before the first.</summary>
    public DateOnly? Since => Periods.FirstOrDefault(period => period.End is null)?.Start;

    /// <summary>Whether a person may move the pupil to a status: SEN Support is opened and ended by the SENCo alone.</summary>
    public bool MayMove(SignedInStaff staff, SenStatus to) =>
        staff.IsSenco || (staff.KeepsSenRecords && Status != SenStatus.SenSupport && to != SenStatus.SenSupport);

    /// <summary>The statuses that a person may choose.</summary>
    public IReadOnlyList<SelectListItem> Choices(SignedInStaff staff) =>
        [.. Enum.GetValues<SenStatus>()
            .Where(status => (status != Status || Periods.Count == 0) && MayMove(staff, status))
            .Select(status => new SelectListItem($"{status.Name()} (code {status.ProvisionCode()})", $"{status}"))];

    /// <summary>What the Code asks of a school that gives SEN Support, and the record lacks: its title, what it means, and its paragraph.</summary>
    public IEnumerable<(string Title, string Detail, string Paragraph)> Outstanding()
    {
        if (Status.IsOnRegister() && CurrentNeeds == 0)
        {
            yield return ("No need recorded", "The school census asks for the primary need of every pupil with code K or E.", "6.27");
        }

        if (Status != SenStatus.SenSupport)
        {
            yield break;
        }

        if (!Done.Contains(DutyRecordKind.ParentsNotified))
        {
            yield return ("Parents not formally notified", "Parents must be told when the school decides to give SEN Support.", "6.48");
        }

        if (!Done.Contains(DutyRecordKind.EarlyDiscussion))
        {
            yield return ("No early discussion recorded", "Strengths, concerns, agreed outcomes and next steps are talked over with pupil and parents.", "6.39");
        }

        if (!Done.Contains(DutyRecordKind.SendiassExplained))
        {
            yield return ("Advice service not explained", "Parents are told about the local information, advice and support service.", "6.39");
        }
    }
}

/// <summary>A status with its dates.</summary>
public sealed record StatusRow(SenStatus Status, DateOnly Start, DateOnly? End, string Reason, DateOnly? MonitorUntil);
