using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>What was done for many pupils lately, and putting it back.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
[Route("pupils/bulk/acts")]
public sealed class BulkActsController(BulkHandler handler, SenSupportDbContext db, TimeProvider clock) : Controller
{
    private const int DaysShown = 30;

    private SignedInStaff Person => SignedInStaff.From(User);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The acts of the last month.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List() => View("BulkActs", new BulkActsPage(await BulkReads.Acts(db, Now.AddDays(-DaysShown)).ToListAsync(), Now));

    /// <summary>One act: what was changed of whom, and what can be put back.</summary>
    [HttpGet("{actId:guid}")]
    public async Task<IActionResult> Show(Guid actId, string from = "") =>
        await handler.ActAsync(Person, actId, new BulkForm { From = from }.Back) is { } page ? View("BulkAct", page) : NotFound();

    /// <summary>Puts it back as far as nothing of it was changed since.</summary>
    [HttpPost("{actId:guid}/undo")]
    public async Task<IActionResult> Undo(Guid actId)
    {
        if (await handler.UndoAsync(Person, actId) is not { } undone)
        {
            return NotFound();
        }

        TempData.SetNotice(undone.Left == 0 ? $"Put back: {Changes(undone.Restored)}." : $"Put back: {Changes(undone.Restored)}. Left as {(undone.Left == 1 ? "it is" : "they are")}: {Changes(undone.Left)}, with the reason below.");
        return Redirect($"/pupils/bulk/acts/{actId}");
    }

    private static string Changes(int count) => count == 1 ? "1 change" : $"{count:N0} changes";
}

/// <summary>The list of acts.</summary>
/// <param name="Acts">The acts, the latest first.</param>
/// <param name="Now">The moment, in UTC.</param>
public sealed record BulkActsPage(IReadOnlyList<BulkActLine> Acts, DateTime Now)
{
    /// <summary>Whether an act can still be put back.</summary>
    public bool CanBeUndone(BulkActLine act) => act.UndoneAt is null && Now - act.At <= BulkAct.UndoLasts;
}
