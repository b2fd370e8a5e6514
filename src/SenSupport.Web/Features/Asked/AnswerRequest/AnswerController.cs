using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Asked.AnswerRequest;

/// <summary>Answering a short assessment, by whoever was asked; reading the answer, for those who see the whole school and whoever asked.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("asked/{requestId:guid}")]
public sealed class AnswerController(SenSupportDbContext db, IValidator<AnswerForm> validator, TimeProvider clock) : Controller
{
    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>The form, or the answer.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid requestId) =>
        await FindAsync(requestId) is not { } request ? NotFound()
        : request.IsWaiting && request.AskedId == Person.StaffId ? View("Answer", new AnswerForm())
        : View("ReadAnswer", request);

    /// <summary>Answers. It stands in the pupil's assessment from then on, and does not change any more.</summary>
    [HttpPost("")]
    [Authorize(Policy = Policies.ReadRecords)]
    public async Task<IActionResult> Answer(Guid requestId, AnswerForm form)
    {
        if (await FindAsync(requestId) is not { } request || request.AskedId != Person.StaffId)
        {
            return NotFound();
        }

        if (request.AnsweredOn is not null)
        {
            // The same form sent twice.
            return Redirect($"/asked/{requestId}");
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Answer", form);
        }

        request.Answer(request.IsView ? form.Answer() with { Statements = [] } : form.Answer(), Person.Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice($"Thank you. {request.AskedBy} sees your answer.");
        return Redirect("/asked");
    }

    private async Task<AssessmentRequest?> FindAsync(Guid requestId)
    {
        var staff = Person;
        if (await db.AssessmentRequests.FirstOrDefaultAsync(row => row.Id == requestId && (staff.SeesWholeSchool || row.AskedId == staff.StaffId || row.AskedById == staff.StaffId)) is not { } request
            || await PupilHeaderReader.FindAsync(db, staff, request.PupilId) is not { } pupil)
        {
            return null;
        }

        ViewData.SetPupil(pupil.On(SchoolClock.Today(clock)));
        ViewData["Request"] = request;
        return request;
    }
}
