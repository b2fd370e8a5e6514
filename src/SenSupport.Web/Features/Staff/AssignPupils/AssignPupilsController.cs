using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.AssignPupils;

/// <summary>Whom a member of staff is responsible for and supports: one by one, or a class at once.</summary>
[Authorize(Policy = Policies.ManageStaff)]
[Route("staff/{staffId:guid}/pupils")]
public sealed class AssignPupilsController(SenSupportDbContext db, AssignPupilsHandler handler, IValidator<AssignPupilsForm> validator) : Controller
{
    /// <summary>The page, with what a search found.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid staffId, string search = "") => await FindAsync(staffId) is { } member ? await PageAsync(member, search) : NotFound();

    /// <summary>Adds or takes away.</summary>
    [HttpPost]
    public async Task<IActionResult> Save(Guid staffId, AssignPupilsForm form)
    {
        if (await FindAsync(staffId) is not { } member)
        {
            return NotFound();
        }

        if (this.Check(validator, form) && form.Remove.Count == 0 && !AssignPupilsHandler.MayHave(member.Roles, form.Care!.Value))
        {
            ModelState.AddModelError(nameof(form.Care), form.Care == Care.Responsible ? "Only teachers and SENCos are responsible for pupils: give the role first" : "Only those who work in class support pupils: give the role first");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(member, form.Search);
        }

        var changed = await handler.SaveAsync(SignedInStaff.From(User), member, form);
        TempData.SetNotice(changed == 0 ? "Nothing had to change." : changed == 1 ? "Saved for one pupil." : $"Saved for {changed} pupils.");
        return LocalRedirect($"/staff/{staffId}/pupils{(form.Search.Length > 0 ? QueryString.Create("search", form.Search) : "")}");
    }

    private Task<StaffMember?> FindAsync(Guid staffId) => db.Staff.AsNoTracking().FirstOrDefaultAsync(staff => staff.Id == staffId && staff.LeftOn == null);

    private async Task<ViewResult> PageAsync(StaffMember member, string search)
    {
        var words = SearchText.Fold(search.Length > 100 ? search[..100] : search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var classes = await AssignPupilsHandler.Classes(db).ToListAsync();
        return View("AssignPupils", new AssignPupilsPage(
            member,
            await StaffReads.PupilsOf(db, member.Id).ToListAsync(),
            [.. classes.Select(named => new SelectListItem(named.Name, $"{named.Id}"))],
            search,
            words.Length == 0 ? [] : await AssignPupilsHandler.Search(db, member.Id, words).ToListAsync()));
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Member">The person.</param>
/// <param name="Pupils">Those in their care now.</param>
/// <param name="Classes">The school's classes.</param>
/// <param name="Search">What was searched for.</param>
/// <param name="Found">Whom that found.</param>
public sealed record AssignPupilsPage(StaffMember Member, IReadOnlyList<StaffPupil> Pupils, IReadOnlyList<SelectListItem> Classes, string Search, IReadOnlyList<FoundPupil> Found)
{
    /// <summary>The two kinds of care, each with its pupils.</summary>
    public IEnumerable<(Care Care, string Title, IReadOnlyList<StaffPupil> Pupils)> Cares =>
    [
        (Care.Responsible, "Responsible for", [.. Pupils.Where(pupil => pupil.IsResponsible)]),
        (Care.Supports, "Supports", [.. Pupils.Where(pupil => pupil.IsSupported)]),
    ];

    /// <summary>Whether the person may have pupils in a care.</summary>
    public bool May(Care care) => AssignPupilsHandler.MayHave(Member.Roles, care);
}
