using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Asking;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Asked.KeepRequest;

/// <summary>Reminding a colleague of a short assessment, and taking a request back: by whoever asked, or the SENCo and the SEN assistant.</summary>
[Authorize(Policy = Policies.WriteRecords)]
[Route("asked/{requestId:guid}")]
public sealed class KeepRequestController(SenSupportDbContext db, TellColleaguesHandler mail, TimeProvider clock) : Controller
{
    /// <summary>Reminds whoever was asked: a mark on their list, and an e-mail where e-mail is configured.</summary>
    [HttpPost("remind")]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Remind(Guid requestId)
    {
        if (await FindAsync(requestId) is not { } request)
        {
            return NotFound();
        }

        var before = request.RemindedOn;
        request.Remind(SignedInStaff.From(User).Acting(clock));
        await db.SaveChangesAsync();
        var asked = await db.Staff.Where(person => person.Id == request.AskedId).Select(person => new { person.Name, person.Email }).FirstAsync();
        var told = before == request.RemindedOn ? 0 : await mail.TellAsync(Request, [(asked.Name, asked.Email)], request.DueOn, isReminder: true, request.IsView ? AskForViewsHandler.What : TellColleaguesHandler.Assessment);
        TempData.SetNotice(told > 0 ? $"{asked.Name} is reminded, by email too." : $"{asked.Name} is reminded: it stands on their page.");
        return Redirect("/asked/sent");
    }

    /// <summary>Takes the request back.</summary>
    [HttpPost("withdraw")]
    [Authorize(Policy = Policies.WriteRecords)]
    public async Task<IActionResult> Withdraw(Guid requestId)
    {
        if (await FindAsync(requestId) is not { } request)
        {
            return NotFound();
        }

        request.Withdraw(SignedInStaff.From(User).Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice("The request is taken back.");
        return Redirect("/asked/sent");
    }

    private async Task<AssessmentRequest?> FindAsync(Guid requestId)
    {
        var staff = SignedInStaff.From(User);
        return await db.AssessmentRequests.FirstOrDefaultAsync(row => row.Id == requestId && (staff.KeepsSenRecords || row.AskedById == staff.StaffId)) is { } request
            && await db.PupilsReadBy(staff).AnyAsync(pupil => pupil.Id == request.PupilId) ? request : null;
    }
}
