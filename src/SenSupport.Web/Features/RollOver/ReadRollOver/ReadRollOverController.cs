using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.RollOver.ReadRollOver;

/// <summary>The record of a roll-over, and taking it back.</summary>
[Authorize(Policy = Policies.KeepGroups)]
[Route("school/roll-over/records/{rollOverId:guid}")]
public sealed class ReadRollOverController(SenSupportDbContext db, RollOverHandler handler) : Controller
{
    /// <summary>Who did it, when, what it did, and until when it can be undone.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid rollOverId)
    {
        if (await Applied(rollOverId).AsNoTracking().FirstOrDefaultAsync() is not { } record)
        {
            return NotFound();
        }

        var names = await RollOverReader.Classes(db).ToDictionaryAsync(row => row.Id, row => row.Name);
        return View("ReadRollOver", new ReadRollOverPage(record, record.UndoneAt is null ? await handler.BlocksAsync(record) : new RollOverBlocks(0, []), names));
    }

    /// <summary>Takes it back.</summary>
    [HttpPost("undo")]
    public async Task<IActionResult> Undo(Guid rollOverId, [FromForm] Guid version)
    {
        if (await Applied(rollOverId).FirstOrDefaultAsync() is not { } record)
        {
            return NotFound();
        }

        db.Entry(record).Property(row => row.Version).OriginalValue = version;
        await handler.UndoAsync(SignedInStaff.From(User), record);
        TempData.SetNotice("The roll-over is undone: everyone is where they were before.");
        return Redirect("/school/roll-over");
    }

    private IQueryable<Domain.Schools.RollOver> Applied(Guid id) => db.RollOvers.Where(row => row.Id == id && row.AppliedAt != null);
}

/// <summary>The record of a roll-over.</summary>
/// <param name="Record">The record.</param>
/// <param name="Blocks">What stands in the way of taking it back.</param>
/// <param name="Names">Classes' names.</param>
public sealed record ReadRollOverPage(Domain.Schools.RollOver Record, RollOverBlocks Blocks, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>How many went from where to where.</summary>
    public IEnumerable<(string From, string To, int Count)> Ways =>
        from pupil in Record.Moves.Pupils
        group pupil by (pupil.ClassId, To: pupil.Left ? null : pupil.ToClassId, pupil.Left) into way
        let start = NameOf(way.Key.ClassId)
        orderby start, way.Count() descending
        select (start, way.Key.Left ? "Left the school" : NameOf(way.Key.To), way.Count());

    private string NameOf(Guid? classId) => classId is { } id ? Names.GetValueOrDefault(id, "A class that was removed") : "No class";
}
