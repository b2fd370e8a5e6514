using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.ChangePassword;

/// <summary>Changing one's own password, which signs out everywhere else.</summary>
[Authorize(Policy = Policies.Staff)]
[Route("account/password")]
public sealed class ChangePasswordController(
    UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> claims, PasswordSignIn passwords, SecurityStamps stamps, IValidator<ChangePasswordForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public IActionResult Show() => View("ChangePassword", new ChangePasswordForm());

    /// <summary>Changes the password; this session goes on, every other ends at its next request.</summary>
    [HttpPost]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Change(ChangePasswordForm form)
    {
        var account = await accounts.FindByIdAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        if (account is not null && this.Check(validator, form) && await IsChangedAsync(account, form))
        {
            stamps.Drop(account.Id);
            await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, await claims.CreateAsync(account));
            TempData.SetNotice("Password changed. Wherever else you were signed in, you are signed out.");
            return LocalRedirect("/account/password");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("ChangePassword", form);
    }

    private async Task<bool> IsChangedAsync(Account account, ChangePasswordForm form)
    {
        if (!await passwords.IsRightAsync(account, form.CurrentPassword))
        {
            ModelState.AddModelError(nameof(form.CurrentPassword), "The current password is not right. After five wrong tries you have to wait before the next.");
            return false;
        }

        var changed = await accounts.ChangePasswordAsync(account, form.CurrentPassword, form.NewPassword);
        ModelState.AddProblems(nameof(form.NewPassword), changed);
        return changed.Succeeded;
    }
}
