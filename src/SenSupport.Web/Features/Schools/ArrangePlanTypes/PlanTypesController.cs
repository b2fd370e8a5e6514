using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ArrangePlanTypes;

/// <summary>The school's types of plan: what they are called, which sections they have, and which one new cycles begin with.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("school/plan-types")]
public sealed class PlanTypesController(SenSupportDbContext db, PlanTypeHandler handler, IValidator<PlanTypeForm> validator) : Controller
{
    private const string List = "/school/plan-types";

    /// <summary>The list.</summary>
    [HttpGet]
    public async Task<IActionResult> Index()
    {
        ViewData["Uses"] = await PlanTypeHandler.Uses(db).ToListAsync();
        return View("ListPlanTypes", await PlanTypeReads.AllAsync(db, SignedInStaff.From(User).SchoolId));
    }

    /// <summary>The page that adds one, which begins like the usual plan.</summary>
    [HttpGet("add")]
    public IActionResult New() => Page(null, PlanTypeForm.Of(PlanTemplate.Usual, Guid.Empty, ""));

    /// <summary>Adds one.</summary>
    [HttpPost("add")]
    public Task<IActionResult> Add(PlanTypeForm form, string? move, string? go) => SaveAsync(null, form, move, go);

    /// <summary>The page that changes one.</summary>
    [HttpGet("{key}")]
    public async Task<IActionResult> Show(string key) =>
        await handler.FindAsync(SignedInStaff.From(User), key) is { } item ? Page(item, PlanTypeForm.Of(item.Type.Template, item.Type.Version)) : NotFound();

    /// <summary>Changes one.</summary>
    [HttpPost("{key}")]
    public async Task<IActionResult> Change([FromRoute] string key, PlanTypeForm form, string? move, string? go) =>
        await handler.FindAsync(SignedInStaff.From(User), key) is { } item ? await SaveAsync(item, form, move, go) : NotFound();

    /// <summary>Takes one out of what is offered.</summary>
    [HttpPost("{key}/retire")]
    public Task<IActionResult> Retire([FromRoute] string key, [FromForm] Guid version) => RetireAsync(key, version, true);

    /// <summary>Offers one again.</summary>
    [HttpPost("{key}/offer")]
    public Task<IActionResult> Offer([FromRoute] string key, [FromForm] Guid version) => RetireAsync(key, version, false);

    /// <summary>Lets new cycles begin with one.</summary>
    [HttpPost("{key}/default")]
    public async Task<IActionResult> ChooseDefault([FromRoute] string key)
    {
        var staff = SignedInStaff.From(User);
        if (await handler.FindAsync(staff, key) is not { } item)
        {
            return NotFound();
        }

        await handler.ChooseDefaultAsync(staff, item.Type);
        TempData.SetNotice($"New cycles begin with: {item.Type.Template.Name}.");
        return Redirect(List);
    }

    private async Task<IActionResult> RetireAsync(string key, Guid version, bool isRetired)
    {
        var staff = SignedInStaff.From(User);
        if (await handler.FindAsync(staff, key) is not { } item)
        {
            return NotFound();
        }

        await handler.ChangeAsync(staff, key, version, (type, by) => type.Retire(isRetired, item.IsDefault, by));
        TempData.SetNotice(isRetired ? $"{item.Type.Template.Name} is retired. Cycles that are written with it go on as they are." : $"{item.Type.Template.Name} is offered again.");
        return Redirect(List);
    }

    private async Task<IActionResult> SaveAsync(PlanTypeItem? item, PlanTypeForm form, string? move, string? go)
    {
        var staff = SignedInStaff.From(User);
        if (!form.IsWhole)
        {
            return NotFound();
        }

        if (move is not null)
        {
            // What was posted under a place belongs to another section now.
            ModelState.Clear();
            return form.Move(move) ? Page(item, form) : NotFound();
        }

        if (this.Check(validator, form) && await handler.IsTakenAsync(staff, form.Name, item?.Type.Key))
        {
            ModelState.AddModelError(nameof(form.Name), $"There is a plan called {form.Name.Trim()} already. Enter another name");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(item, form);
        }

        if (go == "pdf")
        {
            return File(SupportPlanPdf.Compose(ExamplePlan.Of(form.Template(), staff.SchoolName), await DocumentLogo.ReadAsync(db, HttpContext.RequestAborted)), "application/pdf");
        }

        if (go == "preview")
        {
            ViewData["Preview"] = ExamplePlan.Of(form.Template(), staff.SchoolName);
            return Page(item, form);
        }

        if (item is null)
        {
            await handler.AddAsync(staff, form.Template());
            TempData.SetNotice($"{form.Name.Trim()} added. It is offered when a cycle begins.");
            return Redirect(List);
        }

        var number = await handler.ChangeAsync(staff, item.Type.Key, form.Version, (type, by) => type.Change(form.Template(), by));
        TempData.SetNotice(number == item.Type.LatestVersion ? "Nothing was changed." : $"Version {number} is in use for new cycles. Cycles that have begun keep theirs.");
        return Redirect(List);
    }

    private ViewResult Page(PlanTypeItem? item, PlanTypeForm form)
    {
        ViewData["Item"] = item;
        return View("WritePlanType", form);
    }
}
