using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duties.ListDuties;

/// <summary>The duties of chapter 6 for the whole school: how much of each is outstanding, and for whom.</summary>
[Authorize(Policy = Policies.SeeWholeSchool)]
public sealed class ListDutiesController(DutyReader duties) : Controller
{
    /// <summary>The duties with their counts; with one chosen, the pupils for whom it is outstanding.</summary>
    [HttpGet("/duties")]
    public async Task<IActionResult> Show([FromQuery] DutiesAddress asked)
    {
        var staff = SignedInStaff.From(User);
        return View("ListDuties", new ListDutiesPage(asked, staff, (await duties.OfSchoolAsync(staff)).Pupils));
    }
}
