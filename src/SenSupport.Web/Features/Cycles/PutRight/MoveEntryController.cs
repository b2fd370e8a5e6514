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

/// <summary>Moving a note or a mark that was saved on the wrong pupil: the right one is looked for by name.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/put-right/entries/{entryId:guid}/move")]
public sealed class MoveEntryController(SenSupportDbContext db, PutRightHandler handler, TimeProvider clock, IValidator<MoveEntryForm> validator) : PutRightBase(db, handler, clock)
{
    /// <summary>Asks where it belongs.</summary>
    [HttpGet]
    public async Task<IActionResult> AskWhere(Guid pupilId, int number, Guid entryId, string? search) =>
        await FindEntryAsync(pupilId, number, entryId, search) is { } page ? Ask("MoveEntry", page, new MoveEntryForm { Search = search ?? "" }) : NotFound();

    /// <summary>Moves it.</summary>
    [HttpPost]
    public async Task<IActionResult> Move(Guid pupilId, int number, Guid entryId, MoveEntryForm form)
    {
        if (await FindEntryAsync(pupilId, number, entryId, form.Search) is not { } page)
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            return Ask("MoveEntry", page, form);
        }

        if (form.Version != page.Cycle.Version)
        {
            return AskAgain("MoveEntry", page, form);
        }

        return await Handler.MoveAsync(page.Cycle, entryId, form.To!.Value, form.Reason, Person) ? Done("It is moved. This record’s timeline keeps that it was here, not what it said.", page.Back) : NotFound();
    }

    private async Task<AskPage?> FindEntryAsync(Guid pupilId, int number, Guid entryId, string? search)
    {
        if (await FindAsync(pupilId, number) is not var (pupil, cycle))
        {
            return null;
        }

        var note = cycle.Notes.FirstOrDefault(known => known.Id == entryId);
        var mark = cycle.Marks.FirstOrDefault(known => known.Id == entryId);
        if (note is null && mark is null)
        {
            return null;
        }

        var places = string.IsNullOrWhiteSpace(search) ? null
            : await (note is null ? PutRightReads.Targets(Db, Person, pupilId, search) : PutRightReads.Cycles(Db, Person, pupilId, search)).Take(PutRightReads.MostPlaces).ToListAsync();
        return new AskPage(
            pupil,
            cycle,
            $"Move this {(note is null ? "mark" : "note")} to another pupil",
            [$"It leaves {pupil.FirstName}’s record, its timeline and its shared plans, and stands in the other pupil’s with its day and its writer."],
            $"/pupils/{pupilId}/cycles/{number}/put-right/entries/{entryId}/move",
            $"Move the {(note is null ? "mark" : "note")}")
        {
            About = note is not null ? $"{UkDate.Long(note.On)}, {note.StaffName}\n{note.Text}" : $"{UkDate.Long(mark!.On)}, {mark.StaffName}: {ProgressScale.Number(mark.Mark)} {ProgressScale.Word(mark.Mark)}",
            Places = places,
        };
    }
}
