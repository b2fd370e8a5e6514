using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>The logo of a person's own school, for pages and documents.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class ShowLogoController(SenSupportDbContext db) : Controller
{
    /// <summary>The picture, as what it was found to be.</summary>
    [HttpGet("/school/logo")]
    public async Task<IActionResult> Show() =>
        await SettingsHandler.Logo(db, SignedInStaff.From(User).SchoolId).AsNoTracking().FirstOrDefaultAsync() is { } logo ? File(logo.Bytes, logo.ContentType) : NotFound();
}
