using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duties;

/// <summary>What the pages share on which a duty of one pupil is put right.</summary>
public abstract class PupilDutyController(SenSupportDbContext db, PupilSaver saver, TimeProvider clock) : Controller
{
    /// <summary>The database.</summary>
    protected SenSupportDbContext Db { get; } = db;

    /// <summary>Who is signed in.</summary>
    protected SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>Today in the school.</summary>
    protected DateOnly Today => SchoolClock.Today(Clock);

    /// <summary>The clock.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>The pupil, if the person reads the record; the page's layout gets it, too.</summary>
    protected async Task<PupilHeaderRow?> OpenAsync(Guid pupilId)
    {
        var pupil = await PupilHeaderReader.FindAsync(Db, Person, pupilId);
        if (pupil is not null)
        {
            ViewData.SetPupil(pupil.On(Today));
        }

        return pupil;
    }

    /// <summary>Changes the pupil and goes back to the pupil's page.</summary>
    protected async Task<IActionResult> SaveAsync(Guid pupilId, Func<IQueryable<Pupil>, IQueryable<Pupil>> with, Action<Pupil, Domain.Records.Acting> act, string notice)
    {
        var outcome = await saver.ActAsync(Person, pupilId, null, _ => false, with, act);
        return outcome.IsDone ? Back(pupilId, notice) : NotFound();
    }

    /// <summary>Goes back to the pupil's page and says what was done.</summary>
    protected IActionResult Back(Guid pupilId, string notice)
    {
        TempData.SetNotice(notice);
        return Redirect($"/pupils/{pupilId}#h-out");
    }
}
