using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.DayOne.RecordDone;

/// <summary>What the school did for its pupils before it used SenSupport, recorded for many at once: an imported register does not show hundreds of things outstanding.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("school/done-before")]
public sealed class DoneBeforeController(DoneBeforeHandler handler, IValidator<DoneBeforeForm> validator) : Controller
{
    /// <summary>The choice of what was done and for whom; once it is made, the table of the pupils with their dates.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery] DoneBeforeChoice choice)
    {
        foreach (var (field, message) in choice.Show ? choice.Problems(handler.Today) : [])
        {
            ModelState.AddModelError(field, message);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return View("DoneBefore", await handler.PageAsync(SignedInStaff.From(User), choice, choice.Show && ModelState.IsValid));
    }

    /// <summary>Shows what would be recorded, goes back to the table, or records it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Record(DoneBeforeForm form)
    {
        var staff = SignedInStaff.From(User);
        if (form.Kinds.Count == 0 || form.Kinds.Exists(kind => !Enum.IsDefined(kind)) || await handler.PupilsAsync(staff, form) is not { } pupils)
        {
            return NotFound();
        }

        this.Check(validator, form);
        foreach (var (field, message) in handler.Problems(form, pupils))
        {
            ModelState.AddModelError(field, message);
        }

        if (!ModelState.IsValid || form.Do == "change")
        {
            Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            return View("DoneBefore", await handler.PageAsync(staff, form, pupils));
        }

        var check = new DoneBeforeCheck(form, pupils);
        if (form.Do != "record" || check.New.Count == 0)
        {
            return View("CheckDone", check);
        }

        var (records, count, at) = await handler.RecordAsync(staff, form);
        TempData.SetNotice(records == 0 ? "All of it was recorded already." : $"{Counted(records, "record")} kept for {Counted(count, "pupil")}. They stand in each timeline.");
        return Redirect($"/school/done-before?recorded={at.Ticks}");
    }

    /// <summary>Asks whether what was recorded a moment ago is to be taken back.</summary>
    [HttpGet("undo")]
    public async Task<IActionResult> AskUndo(long recorded) =>
        await handler.RecordedAsync(SignedInStaff.From(User), recorded) is { Count: > 0 } rows ? View("UndoDone", (recorded, rows)) : NotFound();

    /// <summary>Takes it back.</summary>
    [HttpPost("undo")]
    public async Task<IActionResult> Undo(long recorded)
    {
        var count = await handler.UndoAsync(SignedInStaff.From(User), recorded);
        if (count == 0)
        {
            return NotFound();
        }

        TempData.SetNotice($"{Counted(count, "record")} taken back.");
        return Redirect("/school/done-before");
    }

    private static string Counted(int number, string one) => $"{number:N0} {one}{(number == 1 ? "" : "s")}";
}
