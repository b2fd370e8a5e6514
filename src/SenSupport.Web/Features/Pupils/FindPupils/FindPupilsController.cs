using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.FindPupils;

/// <summary>The register: finds, filters and sorts pupils.</summary>
[Authorize(Policy = Policies.ListPupils)]
public sealed class FindPupilsController(FindPupilsHandler handler) : Controller
{
    /// <summary>The list. A quick search that finds exactly one pupil opens that pupil.</summary>
    [HttpGet("/pupils")]
    public async Task<IActionResult> Find([FromQuery] RegisterAddress asked)
    {
        var page = await handler.FindAsync(asked, SignedInStaff.From(User));
        return page.Only is { } only ? Redirect($"/pupils/{only}") : View("FindPupils", page);
    }
}
