using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils;

/// <summary>What the pages share on which a pupil's details, contacts, status, needs and papers are kept.</summary>
public abstract class KeepPupilController(SenSupportDbContext db, PupilSaver saver, TimeProvider clock) : Controller
{
    /// <summary>The database.</summary>
    protected SenSupportDbContext Db { get; } = db;

    /// <summary>Saves changes.</summary>
    protected PupilSaver Saver { get; } = saver;

    /// <summary>Who is signed in.</summary>
    protected SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>Today in the school.</summary>
    protected DateOnly Today => SchoolClock.Today(clock);

    /// <summary>The pupil's header, if the person keeps the record or reads all of the school's; null otherwise. The page's layout gets it, too.</summary>
    protected async Task<PupilHeaderRow?> OpenAsync(Guid pupilId)
    {
        var staff = Person;
        var pupils = staff.KeepsPupils ? Db.PupilsKeptBy(staff) : Db.PupilsReadBy(staff);
        var pupil = await PupilHeaderReader.Rows(Db, pupils.Where(kept => kept.Id == pupilId)).FirstOrDefaultAsync();
        if (pupil is not null)
        {
            ViewData.SetPupil(pupil.On(Today) with { HasRecord = staff.SeesWholeSchool });
        }

        return pupil;
    }

    /// <summary>The page with status 409: what a colleague did stands above the form, which carries the version that is saved now.</summary>
    protected void ShowMeanwhile(ChangedMeanwhile meanwhile)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ViewData["Meanwhile"] = meanwhile;

        // The version that was posted must not stand in for the one that is saved.
        ModelState.Remove("Version");
    }

    /// <summary>The page with status 409: each field that both changed says what is saved now.</summary>
    /// <param name="conflict">What both changed.</param>
    /// <param name="fieldOf">The posted name of the field at a path of the record.</param>
    /// <param name="names">Names of the classes and documents that a value may be the key of.</param>
    protected void ShowConflict(RecordConflict conflict, Func<string, string> fieldOf, IReadOnlyDictionary<string, string> names)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Clear();
        foreach (var found in conflict.Merge.Conflicts)
        {
            var saved = found.Theirs.Length == 0 ? "left this empty" : $"changed this to “{Shared.Records.FieldNames.Value(found.Path, found.Theirs, names)}”";
            ModelState.AddModelError(fieldOf(found.Path), $"{conflict.SavedBy} {saved} at {SchoolClock.TimeText(conflict.SavedAt)}. Save again to keep yours, or enter theirs");
        }
    }

    /// <summary>The notice after a save: with whom it was merged, if it was.</summary>
    protected void SaySaved(string sentence, string? mergedWith) =>
        TempData.SetNotice(mergedWith is null ? sentence : $"{sentence} {mergedWith} had changed other things meanwhile: both are kept.");

    /// <summary>Status 400 where the form has errors.</summary>
    protected void ShowErrors()
    {
        if (!ModelState.IsValid && Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
