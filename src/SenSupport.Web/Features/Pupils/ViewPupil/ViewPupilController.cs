using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>A pupil's first page: the record for those who read it; details, contacts, codes and dates for the office.</summary>
[Authorize(Policy = Policies.ListPupils)]
[Route("pupils/{pupilId:guid}")]
public sealed class ViewPupilController(SenSupportDbContext db, DutyReader duties, TimeProvider clock) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId)
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));
        if (staff.ReadsRecords && await PupilLately.OfPupil.FirstOrDefaultAsync(db, staff, pupilId) is { } lately)
        {
            var overview = await PupilOverview.OfPupil.FirstOrDefaultAsync(db, pupilId);
            var cycle = await CurrentCycle.OfPupil.FirstOrDefaultAsync(db, pupilId);
            ViewData.SetPupil(lately.Pupil.On(today));
            return View("ViewPupil", new ViewPupilPage(lately, overview!, cycle, await duties.OfPupilAsync(staff, pupilId), staff, today));
        }

        if (staff.Has(StaffRoles.Office)
            && await PupilHeaderReader.Rows(db, db.PupilsListedFor(staff).Where(listed => listed.Id == pupilId)).FirstOrDefaultAsync() is { } header)
        {
            ViewData.SetPupil(header.On(today) with { HasRecord = false });
            return View("PupilCodes", await PupilCodes.Find(db, staff, pupilId).FirstAsync());
        }

        return NotFound();
    }
}
