using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duties.NameTeacher;

/// <summary>Names the teacher who is responsible for a pupil's support (CoP 6.52) where no plan does so yet.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("pupils/{pupilId:guid}/records/teacher")]
public sealed class NameTeacherController(SenSupportDbContext db, PupilSaver saver, IValidator<NameTeacherForm> validator, TimeProvider clock) : PupilDutyController(db, saver, clock)
{
    /// <summary>The form.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId) =>
        await OpenAsync(pupilId) is { } pupil ? await PageAsync(new NameTeacherForm { TeacherId = $"{pupil.ResponsibleTeacherId}" }) : NotFound();

    /// <summary>Names them.</summary>
    [HttpPost]
    public async Task<IActionResult> Save(Guid pupilId, NameTeacherForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(form);
        }

        var teacher = Guid.Parse(form.TeacherId);
        return await Teachers(Db).AnyAsync(person => person.Id == teacher)
            ? await SaveAsync(pupilId, pupils => pupils, (pupil, by) => pupil.NameResponsibleTeacher(teacher, by), "Responsible teacher named.")
            : NotFound();
    }

    /// <summary>Staff who may be responsible for a pupil.</summary>
    internal static IQueryable<StaffMember> Teachers(SenSupportDbContext db) =>
        db.Staff.AsNoTracking().Where(person => person.LeftOn == null && (person.Roles & (StaffRoles.Teacher | StaffRoles.Senco)) != 0).OrderBy(person => person.SortName).ThenBy(person => person.Id);

    private async Task<ViewResult> PageAsync(NameTeacherForm form)
    {
        ViewData["Teachers"] = (await Teachers(Db).ToListAsync()).Select(person => new SelectListItem(person.Name, $"{person.Id}")).ToList();
        return View("NameTeacher", form);
    }
}

/// <summary>Who is responsible.</summary>
public sealed class NameTeacherForm
{
    /// <summary>The teacher's key.</summary>
    public string TeacherId { get; set; } = "";

    /// <summary>Somebody must be chosen.</summary>
    public sealed class Validator : AbstractValidator<NameTeacherForm>
    {
        /// <summary>Sets the rule.</summary>
        public Validator() => RuleFor(form => form.TeacherId).Must(id => Guid.TryParse(id, out _)).WithMessage("Choose a teacher");
    }
}
