using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Concerns.MyConcerns;

/// <summary>The concerns that a person recorded, with what became of them, and those that they were asked to look into.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("concerns/mine")]
public sealed class MyConcernsController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    private const int PageSize = 50;

    /// <summary>The list: news first, then the latest.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List(int page = 1)
    {
        var staff = SignedInStaff.From(User);
        var total = await Rows(db, staff).CountAsync();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await Rows(db, staff).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();
        return View("MyConcerns", new MyConcernsPage(rows, page, pages, staff, SchoolClock.Today(clock)));
    }

    /// <summary>Concerns that the person recorded or looks into, of pupils whom they may see.</summary>
    public static IQueryable<ConcernRow> Rows(SenSupportDbContext db, SignedInStaff staff)
    {
        var staffId = staff.StaffId;
        return
            from concern in db.ConcernsReadBy(staff)
            where concern.RecordedById == staffId || concern.AssignedId == staffId
            join pupil in db.PupilsReadBy(staff) on concern.PupilId equals pupil.Id
            orderby concern.RecordedById == staffId && concern.HasNews descending, concern.AssignedId == staffId && concern.Findings == "" descending, concern.RaisedOn descending, concern.Id
            select new ConcernRow
            {
                Id = concern.Id,
                PupilId = pupil.Id,
                Surname = pupil.Surname,
                FirstName = pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
                Class = db.Classes.Where(named => named.Id == pupil.ClassId).Select(named => named.Name).FirstOrDefault(),
                Source = concern.Source,
                SaidBy = concern.SaidBy,
                RecordedBy = concern.RecordedBy,
                RecordedById = concern.RecordedById,
                RaisedOn = concern.RaisedOn,
                Seen = concern.Seen.Substring(0, 200),
                State = concern.State,
                Reason = concern.Reason,
                DecidedBy = concern.DecidedBy,
                DecidedOn = concern.DecidedOn,
                AssignedId = concern.AssignedId,
                Assigned = db.Staff.Where(person => person.Id == concern.AssignedId).Select(person => person.Name).FirstOrDefault(),
                DueOn = concern.DueOn,
                HasFindings = concern.Findings != "",
                HasNews = concern.HasNews && concern.RecordedById == staffId,
            };
    }
}

/// <summary>The page.</summary>
/// <param name="Rows">The concerns of this page.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Today">Today in the school.</param>
public sealed record MyConcernsPage(IReadOnlyList<ConcernRow> Rows, int Page, int Pages, SignedInStaff Staff, DateOnly Today);
