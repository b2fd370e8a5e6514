using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Home;

/// <summary>The first page of the day for those who see the whole school. Everyone else is sent to where their day starts.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class HomeController(HomeHandler handler) : Controller
{
    /// <summary>What needs attention first.</summary>
    /// <param name="show">"all" for every task instead of the most urgent.</param>
    [HttpGet("/")]
    public async Task<IActionResult> Show(string show)
    {
        var staff = SignedInStaff.From(User);
        return staff.SeesWholeSchool ? View("Home", await handler.ReadAsync(staff, show == "all")) : Redirect(staff.HomePath);
    }
}
