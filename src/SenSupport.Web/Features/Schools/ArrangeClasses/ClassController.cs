using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ArrangeClasses;

/// <summary>Adding a class, changing it, and removing it when it is empty.</summary>
[Authorize(Policy = Policies.ArrangeSchool)]
[Route("school/classes")]
public sealed class ClassController(SenSupportDbContext db, ClassHandler handler, IValidator<ClassForm> validator) : Controller
{
    private const string List = "/school/classes";

    /// <summary>The page that adds one.</summary>
    [HttpGet("add")]
    public Task<IActionResult> New() => PageAsync(new ClassForm(), null);

    /// <summary>Adds one.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="go">"again" to add another one next.</param>
    [HttpPost("add")]
    public async Task<IActionResult> Add(ClassForm form, string go)
    {
        if (!await IsGoodAsync(form, null))
        {
            return await PageAsync(form, null);
        }

        await handler.AddAsync(SignedInStaff.From(User), form);
        TempData.SetNotice($"Class {form.Name.Trim()} added.");
        return Redirect(go == "again" ? $"{List}/add" : List);
    }

    /// <summary>The page that changes one.</summary>
    [HttpGet("{classId:guid}")]
    public async Task<IActionResult> Show(Guid classId) => await handler.FindAsync(classId) is { } known ? await PageAsync(ClassForm.Of(known), classId) : NotFound();

    /// <summary>Changes one.</summary>
    [HttpPost("{classId:guid}")]
    public async Task<IActionResult> Save(Guid classId, ClassForm form)
    {
        if (await handler.FindAsync(classId) is not { } known)
        {
            return NotFound();
        }

        if (!await IsGoodAsync(form, classId))
        {
            return await PageAsync(form, classId);
        }

        var (isKnown, conflict) = await handler.ChangeAsync(SignedInStaff.From(User), known, form);
        if (!isKnown)
        {
            return NotFound();
        }

        if (conflict is not null)
        {
            form.Version = known.Version;
            ViewData["Conflict"] = conflict;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await PageAsync(form, classId);
        }

        TempData.SetNotice($"Class {form.Name.Trim()} saved.");
        return Redirect(List);
    }

    /// <summary>Asks whether to remove one.</summary>
    [HttpGet("{classId:guid}/remove")]
    public async Task<IActionResult> Ask(Guid classId) =>
        await handler.FindAsync(classId) is { } known ? View("RemoveClass", new RemoveClassPage(classId, known.Name, await handler.PupilsAsync(classId))) : NotFound();

    /// <summary>Removes one.</summary>
    [HttpPost("{classId:guid}/remove")]
    public async Task<IActionResult> Remove(Guid classId)
    {
        if (await handler.FindAsync(classId) is not { } known)
        {
            return NotFound();
        }

        await handler.RemoveAsync(SignedInStaff.From(User), known);
        TempData.SetNotice($"Class {known.Name} removed.");
        return Redirect(List);
    }

    private async Task<bool> IsGoodAsync(ClassForm form, Guid? classId)
    {
        if (this.Check(validator, form))
        {
            if (await handler.IsTakenAsync(form.Name, classId))
            {
                ModelState.AddModelError(nameof(form.Name), $"There is a class {form.Name.Trim()} already. Enter another name");
            }
            else if (!await handler.CanTeachAsync(form.TeacherIds))
            {
                ModelState.AddModelError(nameof(form.TeacherIds), "Choose teachers from the list");
            }
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return ModelState.IsValid;
    }

    private async Task<IActionResult> PageAsync(ClassForm form, Guid? classId)
    {
        ViewData["Teachers"] = await ClassList.Choices(db).ToListAsync();
        ViewData["ClassId"] = classId;
        return View("Class", form);
    }
}

/// <summary>The page that asks before a class is removed.</summary>
/// <param name="Id">The class.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pupils">How many pupils are in it: then it stays.</param>
public sealed record RemoveClassPage(Guid Id, string Name, int Pupils);
