using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Pupils.LeaveSchool;

/// <summary>Whether a pupil has left, and what is open.</summary>
/// <param name="BirthDate">Date of birth: the last day is after it.</param>
/// <param name="LeftOn">The last day; null while on roll.</param>
/// <param name="Destination">Where to.</param>
/// <param name="Cycle">The open cycle; null when none is.</param>
public sealed record LeavePage(DateOnly BirthDate, DateOnly? LeftOn, string Destination, OpenCycle? Cycle)
{
    /// <summary>The leaving of a pupil.</summary>
    public static IQueryable<LeavePage> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        select new LeavePage(
            pupil.BirthDate,
            pupil.LeftOn,
            pupil.Destination,
            db.Cycles.Where(cycle => cycle.OpenKey == pupil.Id).Select(cycle => new OpenCycle(cycle.Number, cycle.Stage, cycle.Gaps, cycle.ReviewOn)).FirstOrDefault());
}

/// <summary>The cycle that is open when a pupil leaves.</summary>
public sealed record OpenCycle(int Number, CycleStage Stage, CycleGaps Gaps, DateOnly? ReviewOn)
{
    /// <summary>What it lacks.</summary>
    public IReadOnlyList<CycleGap> Outstanding(DateOnly today) => CycleGap.Of(Gaps, true, ReviewOn, today);
}

/// <summary>What is checked before a pupil leaves.</summary>
/// <param name="Form">What was entered.</param>
/// <param name="Page">What is open.</param>
/// <param name="ReadsRecord">Whether the person reads the SEN record; the office is told only that a cycle is open.</param>
/// <param name="Today">Today in the school.</param>
public sealed record CheckLeavePage(LeaveForm Form, LeavePage Page, bool ReadsRecord, DateOnly Today);
