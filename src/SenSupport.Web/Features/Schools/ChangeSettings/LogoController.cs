using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Images;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ChangeSettings;

/// <summary>Giving the school a logo for its documents, or taking it away.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("school/settings/logo")]
public sealed class LogoController(SettingsHandler handler, IValidator<LogoForm> validator) : SettingsController(handler)
{
    private static readonly ImageLimits Limits = new(SchoolLogo.MostBytes, 4000, 8_000_000);

    private readonly SettingsHandler handler = handler;

    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        var school = await handler.ReadAsync(SignedInStaff.From(User));
        ViewData["HasLogo"] = school.LogoId is not null;
        return View("Logo", new LogoForm { Version = school.Version });
    }

    /// <summary>Saves the picture.</summary>
    [HttpPost]
    public async Task<IActionResult> Save(LogoForm form)
    {
        var staff = SignedInStaff.From(User);
        ViewData["HasLogo"] = (await handler.ReadAsync(staff)).LogoId is not null;
        if (this.Check(validator, form) && await ReadAsync(form.Logo!) is { } picture)
        {
            return Answer("Logo", form, await handler.SaveLogoAsync(staff, form.Version, picture.ContentType, picture.Bytes));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Logo", form);
    }

    /// <summary>Takes the logo away.</summary>
    /// <param name="version">The version of the school that the page was made from.</param>
    [HttpPost("remove")]
    public async Task<IActionResult> Remove(Guid version) => Answer("Logo", new LogoForm(), await handler.SaveLogoAsync(SignedInStaff.From(User), version, "", null));

    private async Task<ImageFile?> ReadAsync(IFormFile file)
    {
        try
        {
            ImageProblemException.Require(file.Length <= Limits.MostBytes, "The file must be 1 MB or smaller");
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes);
            return ImageFile.Read(bytes.ToArray(), Limits);
        }
        catch (ImageProblemException problem)
        {
            ModelState.AddModelError(nameof(LogoForm.Logo), problem.Message);
            return null;
        }
    }
}
