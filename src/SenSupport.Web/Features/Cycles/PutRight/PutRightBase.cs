using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>What the acts share that put something right: the cycle is found first, then the form is checked, then the version.</summary>
public abstract class PutRightBase(SenSupportDbContext db, PutRightHandler handler, TimeProvider clock) : Controller
{
    /// <summary>The database.</summary>
    protected SenSupportDbContext Db { get; } = db;

    /// <summary>What puts things right.</summary>
    protected PutRightHandler Handler { get; } = handler;

    /// <summary>Who is signed in.</summary>
    protected SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>Today in the school.</summary>
    protected DateOnly Today => SchoolClock.Today(clock);

    /// <summary>The pupil's header and the cycle with everything in it; null when there is none such for the person.</summary>
    protected async Task<(PupilHeaderRow Pupil, SupportCycle Cycle)?> FindAsync(Guid pupilId, int number)
    {
        if (await PupilHeaderReader.FindAsync(Db, Person, pupilId) is not { } pupil || await Handler.LoadAsync(Person, pupilId, number) is not { } cycle)
        {
            return null;
        }

        ViewData.SetPupil(pupil.On(Today));
        return (pupil, cycle);
    }

    /// <summary>The page that asks, with the form as it was typed; 400 where it has errors.</summary>
    protected ViewResult Ask(string view, AskPage page, ReasonForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        form.Version = page.Cycle.Version;
        ModelState.Remove(nameof(form.Version));
        ViewData["Page"] = page;
        return View($"/Features/Cycles/PutRight/{view}.cshtml", form);
    }

    /// <summary>The same with status 409: the cycle changed after the page was opened.</summary>
    protected ViewResult AskAgain(string view, AskPage page, ReasonForm form)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Ask(view, page with { HasChanged = true }, form);
    }

    /// <summary>Goes on to a page with a notice.</summary>
    protected RedirectResult Done(string sentence, string path)
    {
        TempData.SetNotice(sentence);
        return Redirect(path);
    }
}
