using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Concerns;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Concerns.ViewConcern;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Concerns.DecideConcern;

/// <summary>Deciding what becomes of a concern, writing the school's view beside it, and what was found by whoever looked into it.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("concerns/{concernId:guid}")]
public sealed class DecideConcernController(
    SenSupportDbContext db, IValidator<DecisionForm> decisions, IValidator<SchoolViewForm> views, IValidator<FindingsForm> findings, TimeProvider clock) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>Decides. SEN Support is opened by the SENCo alone, on the pupil's status page, which comes next.</summary>
    [HttpPost("outcome")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> Decide(Guid concernId, DecisionForm form)
    {
        if (await PageAsync(concernId) is not { } page)
        {
            return NotFound();
        }

        this.Check(decisions, form);
        if (ModelState.IsValid && ((form.State == ConcernState.SenSupport && !Person.IsSenco) || (form.State == ConcernState.LookInto && !page.Readers.Any(reader => $"{reader.StaffId}" == form.AssignedId))))
        {
            return NotFound();
        }

        return await SaveAsync(page with { Decision = form }, form.Version, version => form.Version = version, async concern =>
        {
            var acting = Person.Acting(clock);
            switch (form.State)
            {
                case ConcernState.LookInto:
                    var asked = page.Readers.First(reader => $"{reader.StaffId}" == form.AssignedId);
                    concern.LookInto(asked.StaffId, asked.Name, form.Due, form.Reason, acting);
                    return $"{asked.Name} looks into it by {UkDate.Long(form.Due)}.";
                case ConcernState.Monitor:
                    concern.Monitor(form.Due, form.Reason, acting);
                    var pupil = await PupilSaver.ToChange(db, Person, concern.PupilId).Include(row => row.StatusPeriods).Include(row => row.Needs).FirstAsync();
                    pupil.Monitor(form.Due, form.Reason, acting);
                    return $"{pupil.FirstName} is monitored until {UkDate.Long(form.Due)}.";
                case ConcernState.SenSupport:
                    concern.LeadToSenSupport(form.Reason, acting);
                    return $"Now open SEN Support for {page.Pupil.FirstName}.";
                default:
                    concern.TakeNoAction(form.Reason, acting);
                    return "No further action. Whoever raised the concern is told why.";
            }
        }, () => form.State == ConcernState.SenSupport ? $"/pupils/{page.Pupil.Id}/status?concern={concernId}" : $"/concerns/{concernId}");
    }

    /// <summary>Writes the school's own view.</summary>
    [HttpPost("school-view")]
    [Authorize(Policy = Policies.KeepSenRecords)]
    public async Task<IActionResult> WriteSchoolView(Guid concernId, SchoolViewForm form)
    {
        if (await PageAsync(concernId) is not { } page)
        {
            return NotFound();
        }

        this.Check(views, form);
        return await SaveAsync(page with { View = form }, form.Version, version => form.Version = version, concern =>
        {
            concern.WriteSchoolView(form.SchoolView, Person.Acting(clock));
            return Task.FromResult("The school’s view is saved.");
        }, () => $"/concerns/{concernId}");
    }

    /// <summary>Writes what was found: by whoever was asked to look into it, or those who decide.</summary>
    [HttpPost("findings")]
    [Authorize(Policy = Policies.ReadRecords)]
    public async Task<IActionResult> WriteFindings(Guid concernId, FindingsForm form)
    {
        if (await PageAsync(concernId) is not { MayWriteFindings: true } page)
        {
            return NotFound();
        }

        this.Check(findings, form);
        return await SaveAsync(page with { Found = form }, form.Version, version => form.Version = version, concern =>
        {
            concern.RecordFindings(form.Findings, Person.Acting(clock));
            return Task.FromResult("What you found is saved. The SENCo decides what comes next.");
        }, () => $"/concerns/{concernId}");
    }

    private async Task<ConcernPage?> PageAsync(Guid concernId)
    {
        var page = await ConcernPage.ReadAsync(db, Person, concernId, SchoolClock.Today(clock));
        if (page is not null)
        {
            ViewData.SetPupil(page.Pupil.On(page.Today));
        }

        return page;
    }

    // With errors, or what a colleague did meanwhile, the page comes back with what was typed.
    private async Task<IActionResult> SaveAsync(ConcernPage page, Guid begunFrom, Action<Guid> renew, Func<Concern, Task<string>> act, Func<string> next)
    {
        var concern = await db.Concerns.FirstAsync(row => row.Id == page.Concern.Id);
        if (await RecordHistory.MeanwhileAsync(db, concern, begunFrom) is not { IsKnown: true } stale)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || stale.Meanwhile is not null)
        {
            Response.StatusCode = ModelState.IsValid ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            ViewData["Meanwhile"] = ModelState.IsValid ? stale.Meanwhile : null;
            if (ModelState.IsValid)
            {
                ModelState.Remove("Version");
                renew(concern.Version);
            }

            return View("ViewConcern", page);
        }

        TempData.SetNotice(await act(concern));
        await db.SaveChangesAsync();
        return Redirect(next());
    }
}
