using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Groups.AddPupils;

/// <summary>Putting pupils into a teaching group: found by name, or a whole class at once.</summary>
[Authorize(Policy = Policies.KeepGroups)]
[Route("school/groups/{groupId:guid}/pupils")]
public sealed class AddPupilsController(SenSupportDbContext db, TimeProvider clock, IValidator<AddPupilsForm> validator) : Controller
{
    private const int MostShown = 100;

    /// <summary>The page. A class comes with every pupil ticked.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid groupId, string search = "", [FromQuery(Name = "class")] Guid? classId = null) =>
        await PageAsync(groupId, new AddPupilsForm { Search = search, Class = classId, From = DateParts.From(db.Today) }, tickClass: true);

    /// <summary>Adds those who are ticked.</summary>
    [HttpPost]
    public async Task<IActionResult> Add(Guid groupId, AddPupilsForm form)
    {
        if (await GroupReads.FindAsync(db, groupId, form.Version) is not { } group)
        {
            return NotFound();
        }

        if (!this.Check(validator, form))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(groupId, form, tickClass: false);
        }

        var staff = SignedInStaff.From(User);
        var ids = form.PupilIds.Distinct().ToList();
        var known = await db.PupilsKeptBy(staff).OnRoll().Where(pupil => ids.Contains(pupil.Id)).Select(pupil => pupil.Id).ToListAsync();
        if (known.Count < ids.Count)
        {
            return NotFound();
        }

        form.From.TryRead(out var from);
        var added = group.AddPupils(known, from, null, staff.Acting(clock));
        await db.SaveChangesAsync();
        TempData.SetNotice(added == 1 ? "1 pupil added." : $"{added} pupils added.");
        return Redirect($"/school/groups/{groupId}");
    }

    /// <summary>Pupils on roll by part of a name or UPN, and by class.</summary>
    public static IQueryable<PupilChoice> Choices(SenSupportDbContext db, SignedInStaff staff, Guid groupId, string search, Guid? classId)
    {
        var today = db.Today;
        var pupils = db.PupilsListedFor(staff).OnRoll();
        foreach (var word in SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = $"%{word}%";
            pupils = pupils.Where(pupil => EF.Functions.Like(pupil.SearchText, pattern));
        }

        if (classId is { } id)
        {
            pupils = pupils.Where(pupil => pupil.ClassId == id);
        }

        return pupils.OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id).Select(pupil => new PupilChoice(
            pupil.Id,
            pupil.Surname,
            pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
            db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
            pupil.NcYear,
            db.GroupPupils.Any(time => time.GroupId == groupId && time.PupilId == pupil.Id && (time.Until == null || time.Until >= today))));
    }

    private async Task<IActionResult> PageAsync(Guid groupId, AddPupilsForm form, bool tickClass)
    {
        var group = await db.TeachingGroups.AsNoTracking().Where(row => row.Id == groupId).Select(row => new { row.Name, row.ClosedOn, row.Version }).FirstOrDefaultAsync();
        if (group is null)
        {
            return NotFound();
        }

        if (group.ClosedOn is not null)
        {
            return Redirect($"/school/groups/{groupId}");
        }

        var asked = SearchText.Fold(form.Search).Length > 0 || form.Class is not null;
        var found = asked ? await Choices(db, SignedInStaff.From(User), groupId, form.Search, form.Class).Take(MostShown + 1).ToListAsync() : null;
        if (tickClass && form.Class is not null)
        {
            form.PupilIds = [.. found!.Where(pupil => !pupil.IsInGroup).Select(pupil => pupil.Id)];
        }

        form.Version = form.Version == Guid.Empty ? group.Version : form.Version;
        var classes = await db.Classes.AsNoTracking().OrderBy(row => row.Name).Select(row => new { row.Id, row.Name }).ToListAsync();
        return View("AddPupils", new AddPupilsPage(groupId, group.Name, [.. classes.Select(row => (row.Id, row.Name))], found?.Take(MostShown).ToList(), found?.Count > MostShown, form));
    }
}
