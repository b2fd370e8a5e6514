using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Groups.ViewGroup;

/// <summary>A teaching group: who is in it and who teaches it, now and before; teachers are named here.</summary>
[Authorize(Policy = Policies.SeeGroups)]
[Route("school/groups/{groupId:guid}")]
public sealed class ViewGroupController(SenSupportDbContext db, TimeProvider clock, IValidator<TeacherForm> validator) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid groupId) => await PageAsync(groupId, null) is { } page ? View("ViewGroup", page) : NotFound();

    /// <summary>Names a teacher.</summary>
    [HttpPost("teachers")]
    [Authorize(Policy = Policies.KeepGroups)]
    public async Task<IActionResult> AddTeacher(Guid groupId, [Bind(Prefix = "Form")] TeacherForm form)
    {
        if (await GroupReads.FindAsync(db, groupId, form.Version) is not { } group)
        {
            return NotFound();
        }

        foreach (var problem in (await validator.ValidateAsync(form)).Errors)
        {
            ModelState.AddModelError($"Form.{problem.PropertyName}", problem.ErrorMessage);
        }

        var person = form.StaffId is { } id ? (await ViewGroupPage.Teaching(db).ToListAsync()).Find(staff => staff.Id == id) : null;
        if (form.StaffId is not null && person is null)
        {
            ModelState.AddModelError("Form.StaffId", "Choose a teacher of this school");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(groupId, form) is { } page ? View("ViewGroup", page) : NotFound();
        }

        form.From.TryRead(out var from);
        group.AddTeacher(person!.Id, from, null, SignedInStaff.From(User).Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice(from <= db.Today ? $"{person.Name} teaches {group.Name} and reads its pupils’ records from now on." : $"{person.Name} teaches {group.Name} from {UkDate.Long(from)}.");
        return Redirect($"/school/groups/{groupId}");
    }

    private async Task<ViewGroupPage?> PageAsync(Guid groupId, TeacherForm? form)
    {
        if (await ViewGroupPage.Find(db, groupId).FirstOrDefaultAsync() is not { } group)
        {
            return null;
        }

        var mayKeep = SignedInStaff.From(User).KeepsGroups;
        return new ViewGroupPage(
            group,
            await ViewGroupPage.PupilTimes(db, groupId).ToListAsync(),
            await ViewGroupPage.TeacherTimes(db, groupId).ToListAsync(),
            mayKeep ? await ViewGroupPage.Teaching(db).ToListAsync() : [],
            form ?? new TeacherForm { From = DateParts.From(db.Today), Version = group.Version },
            mayKeep,
            db.Today);
    }
}
