using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Email;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.InviteStaff;

/// <summary>Invitations to sign in, and links to another password.</summary>
[Authorize(Policy = Policies.ManageStaff)]
[Route("staff/{staffId:guid}")]
public sealed class InviteStaffController(InviteStaffHandler handler, SiteAddress site) : Controller
{
    /// <summary>Invites the person, or invites them again.</summary>
    [HttpPost("invite")]
    public async Task<IActionResult> Invite(Guid staffId) => Shown(staffId, "Invitation made.", await handler.InviteAsync(SignedInStaff.From(User), staffId, site.Of(Request)));

    /// <summary>Takes the invitation back.</summary>
    [HttpPost("withdraw-invitation")]
    public async Task<IActionResult> Withdraw(Guid staffId)
    {
        if (!await handler.WithdrawAsync(SignedInStaff.From(User), staffId))
        {
            return NotFound();
        }

        TempData.SetNotice("Invitation withdrawn. Its link does not work any more.");
        return LocalRedirect($"/staff/{staffId}");
    }

    /// <summary>Makes a link with which the person chooses another password.</summary>
    [HttpPost("password-link")]
    public async Task<IActionResult> GivePasswordLink(Guid staffId) =>
        Shown(staffId, "Link to a new password made.", await handler.GivePasswordLinkAsync(SignedInStaff.From(User), staffId, site.Of(Request)));

    private IActionResult Shown(Guid staffId, string done, LinkGiven? link)
    {
        if (link is null)
        {
            return NotFound();
        }

        TempData.SetNotice($"{done} {link.Words}");
        if (link.ToCopy is { } address)
        {
            TempData.SetLink(address);
        }

        return LocalRedirect($"/staff/{staffId}");
    }
}
