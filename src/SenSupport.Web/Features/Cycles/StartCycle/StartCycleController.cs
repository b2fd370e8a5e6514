using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.StartCycle;

/// <summary>Starts a pupil's next cycle.</summary>
[Authorize(Policy = Policies.WriteRecords)]
[Route("pupils/{pupilId:guid}/cycles")]
public sealed class StartCycleController(StartCycleHandler handler) : Controller
{
    /// <summary>Starts it, and goes to its page.</summary>
    [HttpPost]
    public async Task<IActionResult> Start(Guid pupilId)
    {
        if (await handler.StartAsync(SignedInStaff.From(User), pupilId) is not { } number)
        {
            return NotFound();
        }

        TempData.SetNotice($"Cycle {number} has begun. Assess comes first.");
        return Redirect($"/pupils/{pupilId}/cycles/{number}");
    }
}
