using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>A pupil's first page: the record for those who read it; details, contacts, codes and dates for the office.</summary>
[Authorize(Policy = Policies.ListPupils)]
[Route("pupils/{pupilId:guid}")]
public sealed class ViewPupilController(SenSupportDbContext db, DutyReader duties, KeptRecords kept, TimeProvider clock) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId)
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));
        if (staff.ReadsRecords && await PupilVersions.OfPupil.ToListAsync(db, staff, pupilId) is { } versions && versions.Exists(row => row.PupilId == pupilId))
        {
            var record = await ReadAsync(staff, pupilId, RecordVersion.Sum(versions), today);
            ViewData.SetPupil(record.Overview.Pupil.On(today));
            return View("ViewPupil", new ViewPupilPage(record, staff, today));
        }

        if (staff.Has(StaffRoles.Office)
            && await PupilHeaderReader.Rows(db, db.PupilsListedFor(staff).Where(listed => listed.Id == pupilId)).FirstOrDefaultAsync() is { } header)
        {
            ViewData.SetPupil(header.On(today) with { HasRecord = false });
            return View("PupilCodes", await PupilCodes.Find(db, staff, pupilId).FirstAsync());
        }

        return NotFound();
    }

    private async Task<PupilRecordShown> ReadAsync(SignedInStaff staff, Guid pupilId, UInt128 versions, DateOnly today) =>
        kept.Find<PupilRecordShown>(pupilId, versions, today) ?? kept.Keep(pupilId, versions, today, new PupilRecordShown(
            (await PupilOverview.OfPupil.FirstOrDefaultAsync(db, staff, pupilId))!,
            await LatestEvents.OfPupil.ToListAsync(db, staff, pupilId),
            await CurrentCycle.OfPupil.FirstOrDefaultAsync(db, staff, pupilId),
            await duties.OfPupilAsync(staff, pupilId)));
}
