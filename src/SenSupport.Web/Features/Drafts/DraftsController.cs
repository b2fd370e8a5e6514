using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Drafts;

/// <summary>Keeps what is being typed, every few seconds, and gives it up when asked.</summary>
[Authorize(Policy = Policies.Deliver)]
[Route("drafts")]
public sealed class DraftsController(DraftStore drafts) : Controller
{
    /// <summary>Keeps the posted form as the person's draft of a page; answers when, as the page shows it.</summary>
    [HttpPost]
    [SkipStatusCodePages]
    public async Task<IActionResult> Keep([FromQuery] string page = "")
    {
        var staff = SignedInStaff.From(User);
        if (!DraftPage.TryRead(page, out var known) || !await drafts.MayKeepAsync(staff, known))
        {
            return NotFound();
        }

        return Ok(new { savedAt = SchoolClock.TimeText(await drafts.KeepAsync(staff, known.Path, Request.Form)) });
    }

    /// <summary>Gives the draft up and shows the page as it was last saved.</summary>
    [HttpPost("discard")]
    public async Task<IActionResult> Discard([FromQuery] string page = "")
    {
        if (!DraftPage.TryRead(page, out var known))
        {
            return NotFound();
        }

        await drafts.RemoveAsync(SignedInStaff.From(User), known.Path);
        return LocalRedirect(known.Path);
    }
}
