using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>Putting right or taking away what should never have been written: a note, a strand of the assessment, a profile.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/put-right")]
public sealed class CorrectTextController(
    SenSupportDbContext db, PutRightHandler handler, TimeProvider clock, IValidator<CorrectTextForm> validator, IValidator<ReasonForm> reasons) : PutRightBase(db, handler, clock)
{
    private const string Gone = "What it says now is taken out of the record, its timeline and the shared plans. That something stood there, and who took it away, stays.";

    /// <summary>Asks what a note is to say instead.</summary>
    [HttpGet("notes/{noteId:guid}")]
    public Task<IActionResult> Note(Guid pupilId, int number, Guid noteId) => CorrectAsync(pupilId, number, noteId, null, null);

    /// <summary>Puts a note right, or takes it away.</summary>
    [HttpPost("notes/{noteId:guid}")]
    public Task<IActionResult> CorrectNote(Guid pupilId, int number, Guid noteId, CorrectTextForm form) => CorrectAsync(pupilId, number, noteId, null, form);

    /// <summary>Asks what a strand is to say instead.</summary>
    [HttpGet("strands/{kind}")]
    public Task<IActionResult> Strand(Guid pupilId, int number, StrandKind kind) => CorrectAsync(pupilId, number, null, kind, null);

    /// <summary>Puts a strand right, or takes it away.</summary>
    [HttpPost("strands/{kind}")]
    public Task<IActionResult> CorrectStrand(Guid pupilId, int number, StrandKind kind, CorrectTextForm form) => CorrectAsync(pupilId, number, null, kind, form);

    /// <summary>Asks before a profile is taken away.</summary>
    [HttpGet("profiles/{profileId:guid}")]
    public Task<IActionResult> Profile(Guid pupilId, int number, Guid profileId) => RemoveAsync(pupilId, number, profileId, null);

    /// <summary>Takes a profile away.</summary>
    [HttpPost("profiles/{profileId:guid}")]
    public Task<IActionResult> RemoveProfile(Guid pupilId, int number, Guid profileId, ReasonForm form) => RemoveAsync(pupilId, number, profileId, form);

    private async Task<IActionResult> CorrectAsync(Guid pupilId, int number, Guid? noteId, StrandKind? kind, CorrectTextForm? form)
    {
        if (await FindAsync(pupilId, number) is not var (pupil, cycle))
        {
            return NotFound();
        }

        var note = cycle.Notes.FirstOrDefault(known => known.Id == noteId);
        var strand = cycle.Strands.FirstOrDefault(known => known.Kind == kind && known.Text.Length > 0);
        if (note is null && strand is null)
        {
            return NotFound();
        }

        var page = new AskPage(
            pupil,
            cycle,
            note is not null ? "Correct or remove a note" : $"Correct or remove “{strand!.Kind.Name()}”",
            [Gone],
            note is not null ? $"/pupils/{pupilId}/cycles/{number}/put-right/notes/{note.Id}" : $"/pupils/{pupilId}/cycles/{number}/put-right/strands/{strand!.Kind}",
            "Put it right")
        { About = note is not null ? $"{UkDate.Long(note.On)}, {note.StaffName}\n{note.Text}" : strand!.Text };
        if (form is null || !this.Check(validator, form))
        {
            return Ask("CorrectText", page, form ?? new CorrectTextForm());
        }

        if (form.Version != cycle.Version)
        {
            return AskAgain("CorrectText", page, form);
        }

        await (note is not null ? Handler.CorrectNoteAsync(cycle, note, form, Person) : Handler.CorrectStrandAsync(cycle, strand!, form, Person));
        return Done(string.IsNullOrWhiteSpace(form.Instead) ? "It is removed." : "It is put right.", page.Back);
    }

    private async Task<IActionResult> RemoveAsync(Guid pupilId, int number, Guid profileId, ReasonForm? form)
    {
        if (await FindAsync(pupilId, number) is not var (pupil, cycle) || (await PutRightReads.Profiles(Db, pupilId).ToListAsync()).Find(known => known.Id == profileId) is not { } profile)
        {
            return NotFound();
        }

        var page = new AskPage(
            pupil, cycle, $"Remove {pupil.FirstName}’s profile of {UkDate.Long(profile.GivenOn)}?", [Gone, "The profile before it is the current one again."], $"/pupils/{pupilId}/cycles/{number}/put-right/profiles/{profileId}", "Remove the profile")
        {
            About = profile.ImportantToMe,
        };
        if (form is null || !this.Check(reasons, form))
        {
            return Ask("Ask", page, form ?? new ReasonForm());
        }

        return await Handler.RemoveProfileAsync(pupilId, profileId, form.Reason, Person) ? Done("The profile is removed.", page.Back) : NotFound();
    }
}
