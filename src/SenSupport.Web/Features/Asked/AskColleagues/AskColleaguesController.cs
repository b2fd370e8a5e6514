using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Asking;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Asked.AskColleagues;

/// <summary>Asking colleagues for a short assessment of pupils, several at once, by those who write the pupils' records. Only who may see a pupil can be asked.</summary>
[Authorize(Policy = Policies.WriteRecords)]
[Route("asked/new")]
public sealed class AskColleaguesController(SenSupportDbContext db, TellColleaguesHandler mail, IValidator<AskForm> validator, TimeProvider clock) : Controller
{
    private const int DaysToAnswer = 7;

    private SignedInStaff Person => SignedInStaff.From(User);

    /// <summary>First the pupils; once they are chosen, who is asked about each.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery(Name = "pupil")] List<Guid> pupils, string search = "", [FromQuery(Name = "class")] Guid? classId = null, bool go = false)
    {
        if (pupils.Count > 0 && (go || search.Length == 0))
        {
            var page = await PageAsync(new AskForm { PupilIds = pupils, DueOn = DateParts.From(SchoolClock.Today(clock).AddDays(DaysToAnswer)) });
            if (page is null)
            {
                return NotFound();
            }

            page.Form.Asks = [.. page.Readers.Where(reader => reader.WorksWith && reader.StaffId != Person.StaffId).Select(AskColleaguesPage.Key)];
            return View("AskColleagues", page);
        }

        var asked = SearchText.Fold(search).Length > 0 || classId is not null;
        var written = db.PupilsWrittenBy(Person);
        var found = asked ? await PupilSearch.Found(db, Person, search, classId).Where(pupil => written.Any(own => own.Id == pupil.Id)).Take(PupilSearch.MostShown + 1).ToListAsync() : null;
        return View("ChoosePupils", new ChoosePupilsPage(search.Length > 100 ? search[..100] : search, classId, await PupilSearch.Classes(db, Person).ToListAsync(), found));
    }

    /// <summary>Asks those who are ticked. A request that waits already is not made twice.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Ask(AskForm form)
    {
        if (await PageAsync(form) is not { } page)
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("AskColleagues", page);
        }

        var asked = form.Asks.Distinct().Select(key => page.Readers.FirstOrDefault(reader => AskColleaguesPage.Key(reader) == key)).ToList();
        if (asked.Contains(null))
        {
            return NotFound();
        }

        var pupils = await db.PupilsWrittenBy(Person).Where(pupil => form.PupilIds.Contains(pupil.Id)).ToDictionaryAsync(pupil => pupil.Id);
        var waiting = (await Waiting(db, form.PupilIds).ToListAsync()).ToHashSet();
        List<PupilReader> fresh = [.. asked.OfType<PupilReader>().Where(reader => !waiting.Contains(new WaitingPair(reader.PupilId, reader.StaffId)))];
        db.AddRange(fresh.Select(reader => AssessmentRequest.Ask(pupils[reader.PupilId], reader.StaffId, reader.Name, form.Due, form.Question, Person.Acting(clock))));
        await db.SaveChangesAsync();
        var told = await mail.TellAsync(Request, fresh.DistinctBy(reader => reader.StaffId).Select(reader => (reader.Name, reader.Email)), form.Due, isReminder: false);
        TempData.SetNotice(
            $"{(fresh.Count == 1 ? "1 assessment is" : $"{fresh.Count} assessments are")} asked for{(fresh.Count < asked.Count ? $"; {asked.Count - fresh.Count} had been asked for before" : "")}.{(told > 0 ? $" {told} {(told == 1 ? "colleague" : "colleagues")} got an email." : "")}");
        return Redirect("/asked/sent");
    }

    /// <summary>Who has been asked about which of some pupils, and has not answered.</summary>
    public static IQueryable<WaitingPair> Waiting(SenSupportDbContext db, IReadOnlyList<Guid> pupilIds) =>
        from request in db.AssessmentRequests
        where pupilIds.Contains(request.PupilId) && request.AnsweredOn == null && request.WithdrawnOn == null
        select new WaitingPair(request.PupilId, request.AskedId);

    // Null where the person does not write the record of one of the pupils.
    private async Task<AskColleaguesPage?> PageAsync(AskForm form)
    {
        form.PupilIds = [.. form.PupilIds.Distinct().Take(PupilSearch.MostShown + 1)];
        var (ids, written) = (form.PupilIds, db.PupilsWrittenBy(Person));
        var pupils = await PupilSearch.Found(db, Person, "", null).Where(pupil => ids.Contains(pupil.Id) && written.Any(own => own.Id == pupil.Id)).ToListAsync();
        return form.PupilIds.Count == 0 || pupils.Count < form.PupilIds.Count ? null : new AskColleaguesPage(pupils, await PupilReaders.Of(db, [.. form.PupilIds]).ToListAsync(), form);
    }
}

/// <summary>A pupil and somebody who was asked.</summary>
public sealed record WaitingPair(Guid PupilId, Guid StaffId);

/// <summary>The choice of pupils.</summary>
/// <param name="Search">What was typed.</param>
/// <param name="ClassId">The class that was chosen.</param>
/// <param name="Classes">Classes to choose from.</param>
/// <param name="Found">Who was found; null where nothing was asked yet.</param>
public sealed record ChoosePupilsPage(string Search, Guid? ClassId, IReadOnlyList<FoundClass> Classes, IReadOnlyList<FoundPupil>? Found);

/// <summary>Who is asked about each pupil.</summary>
/// <param name="Pupils">The pupils.</param>
/// <param name="Readers">Who may be asked about each.</param>
/// <param name="Form">What is typed and ticked.</param>
public sealed record AskColleaguesPage(IReadOnlyList<FoundPupil> Pupils, IReadOnlyList<PupilReader> Readers, AskForm Form)
{
    /// <summary>The value of a tick.</summary>
    public static string Key(PupilReader reader) => $"{reader.PupilId}:{reader.StaffId}";

    /// <summary>Who may be asked about a pupil: those who work with them first.</summary>
    public IEnumerable<PupilReader> Of(FoundPupil pupil) => Readers.Where(reader => reader.PupilId == pupil.Id).OrderByDescending(reader => reader.WorksWith);
}
