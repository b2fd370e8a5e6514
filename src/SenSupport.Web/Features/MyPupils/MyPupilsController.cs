using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Features.Shared.Waiting;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.MyPupils;

/// <summary>The pupils a person works with: what helps each of them, and how it goes, on a phone in the classroom.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("my-pupils")]
public sealed class MyPupilsController(SenSupportDbContext db, KeptRecords kept, TimeProvider clock) : Controller
{
    /// <summary>The page.</summary>
    /// <param name="classId">Only pupils of this class.</param>
    /// <param name="target">The target that its pupil's card shows instead of the first.</param>
    [HttpGet]
    public async Task<IActionResult> Show([FromQuery(Name = "class")] Guid? classId, Guid? target)
    {
        var staff = SignedInStaff.From(User);
        var today = SchoolClock.Today(clock);
        var stamp = RecordVersion.NumberOf(await SchoolStamp.Current.FirstOrDefaultAsync(db, staff.SchoolId));
        var pupils = kept.Find<IReadOnlyList<MyPupilShown>>(staff, stamp, today) ?? kept.Keep(staff, stamp, today, await ReadAsync(staff, today));
        return View("MyPupils", new MyPupilsPage(pupils, classId, target, staff, today, await WaitingReads.OfPerson.ToListAsync(db, staff)));
    }

    // By name; kept while no record of the school changes. What changed of a pupil since it was read before is read again, for all such pupils at once.
    private async Task<IReadOnlyList<MyPupilShown>> ReadAsync(SignedInStaff staff, DateOnly today)
    {
        var versions = new Dictionary<Guid, UInt128>();
        foreach (var row in await MyPupilsReads.MyVersions.ToListAsync(db, staff))
        {
            versions[row.PupilId] = unchecked(versions.GetValueOrDefault(row.PupilId) + row.Number);
        }

        var shown = versions.Select(pupil => kept.Find<MyPupilShown>(pupil.Key, pupil.Value, today)).OfType<MyPupilShown>().ToList();
        Guid[] changed = [.. versions.Keys.Except(shown.Select(pupil => pupil.Pupil.Id))];
        if (changed.Length > 0)
        {
            var cycles = (await MyPupilsReads.Cycles.ToListAsync(db, changed)).ToLookup(cycle => cycle.PupilId);
            shown.AddRange((await MyPupilsReads.Pupils.ToListAsync(db, changed)).Select(pupil => kept.Keep(pupil.Id, versions[pupil.Id], today, new MyPupilShown(pupil, [.. cycles[pupil.Id]]))));
        }

        return [.. shown.OrderBy(pupil => pupil.Pupil.SortName, StringComparer.Ordinal).ThenBy(pupil => pupil.Pupil.Id)];
    }
}
