using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>The school's settings, to read: the SENCo, the head and the office.</summary>
[Authorize(Policy = Policies.ReadSchool)]
public sealed class ReadSettingsController(SenSupportDbContext db, SettingsHandler handler) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("/school/settings")]
    public async Task<IActionResult> Show()
    {
        var staff = SignedInStaff.From(User);
        return View("ReadSettings", new SettingsPage(await handler.ReadAsync(staff), await SettingsPage.Events(db, staff.SchoolId).ToListAsync(), staff));
    }
}
