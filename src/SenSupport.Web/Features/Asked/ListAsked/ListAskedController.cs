using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Asked.ListAsked;

/// <summary>The short assessments that a person is asked for.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("asked")]
public sealed class ListAskedController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    private const int PageSize = 50, MostSteps = 100;

    /// <summary>What waits for an answer, what is due first; then what was answered.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List(int page = 1)
    {
        var staff = SignedInStaff.From(User);
        var total = await Mine(db, staff).CountAsync();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await Mine(db, staff).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();
        return View("ListAsked", new ListAskedPage(rows, await Steps(db, staff).Take(MostSteps).ToListAsync(), page, pages, staff, SchoolClock.Today(clock)));
    }

    /// <summary>Next steps of reviews that are the person's to do, of pupils whom they may see, the earliest first.</summary>
    public static IQueryable<OwnStepRow> Steps(SenSupportDbContext db, SignedInStaff staff)
    {
        var staffId = staff.StaffId;
        return
            from cycle in db.Cycles
            from step in cycle.NextSteps
            where step.OwnerId == staffId && step.DoneOn == null
            join pupil in db.PupilsReadBy(staff) on cycle.PupilId equals pupil.Id
            orderby step.ByWhen == null ? 1 : 0, step.ByWhen, pupil.SortName, step.Id
            select new OwnStepRow(
                step.Id, pupil.Id, cycle.Number, pupil.Surname, pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
                db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(), step.What, step.ByWhen);
    }

    /// <summary>What the person is asked for, and answered; not what was taken back.</summary>
    public static IQueryable<RequestRow> Mine(SenSupportDbContext db, SignedInStaff staff)
    {
        var staffId = staff.StaffId;
        return RequestRow.Of(db, staff).Where(row => row.AskedId == staffId && row.WithdrawnOn == null)
            .OrderBy(row => row.AnsweredOn != null).ThenBy(row => row.AnsweredOn == null ? row.DueOn : DateOnly.MaxValue).ThenByDescending(row => row.AnsweredOn).ThenBy(row => row.SortName).ThenBy(row => row.Id);
    }
}

/// <summary>A next step of a review that is the person's to do.</summary>
public sealed record OwnStepRow(Guid Id, Guid PupilId, int Cycle, string Surname, string FirstName, string? Class, string What, DateOnly? ByWhen)
{
    /// <summary>As lists have it.</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>The address of the review.</summary>
    public string ReviewPath => $"/pupils/{PupilId}/cycles/{Cycle}/review";
}

/// <summary>The page.</summary>
/// <param name="Rows">The requests of this page.</param>
/// <param name="Steps">Next steps of reviews that are the person's.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Today">Today in the school.</param>
public sealed record ListAskedPage(IReadOnlyList<RequestRow> Rows, IReadOnlyList<OwnStepRow> Steps, int Page, int Pages, SignedInStaff Staff, DateOnly Today);
