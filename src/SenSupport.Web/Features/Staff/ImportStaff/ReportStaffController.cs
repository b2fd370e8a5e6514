using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Email;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Staff.InviteStaff;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>What an import of staff did, and inviting those whom it added.</summary>
[Authorize(Policy = Policies.ManageStaff)]
[Route("staff/import/{importId:guid}/report")]
public sealed class ReportStaffController(SenSupportDbContext db, InviteStaffHandler invitations, SiteAddress site, TimeProvider clock, IValidator<ReportStaffForm> validator) : Controller
{
    /// <summary>The report.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid importId) => await ReadAsync(importId) is { } page ? View("ReportStaff", page) : NotFound();

    /// <summary>Invites those who are ticked and may be invited. Links that nobody sends are on the page that answers, and nowhere else.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Invite(Guid importId, ReportStaffForm form)
    {
        if (await ReadAsync(importId) is not { } page)
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("ReportStaff", page);
        }

        var by = SignedInStaff.From(User);
        var links = new List<LinkGiven>();
        foreach (var row in page.ToInvite.Where(row => form.Staff.Contains(row.Id)))
        {
            if (await invitations.InviteAsync(by, row.Id, site.Of(Request)) is { } link)
            {
                links.Add(link);
            }
        }

        return View("ReportStaff", (await ReadAsync(importId))! with { Links = links });
    }

    private async Task<ReportStaffPage?> ReadAsync(Guid importId) =>
        await db.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == importId && row.Kind == ImportKind.Staff && row.State == ImportState.Applied) is { } import
            ? new ReportStaffPage(import, await ReportStaffPage.RowsOf(db, importId).ToListAsync(), ReportStaffPage.Read(import), SignedInStaff.From(User), clock.GetUtcNow().UtcDateTime)
            : null;
}
