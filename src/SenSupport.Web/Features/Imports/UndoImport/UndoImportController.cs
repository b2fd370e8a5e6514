using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Plans;
using SenSupport.Web.Features.Imports.Points;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Imports.Running;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.UndoImport;

/// <summary>Puts back what an import changed: all of it, or what nobody changed since.</summary>
[Authorize(Policy = Policies.KeepPupils)]
[Route("imports/{importId:guid}/undo")]
public sealed class UndoImportController(SenSupportDbContext db, UndoPupilsHandler pupils, UndoPlansHandler plans, UndoPointsHandler points, ImportPreviewHandler previews, ImportQueue queue, TimeProvider clock, IValidator<UndoImportForm> validator) : Controller
{
    /// <summary>What would be put back, and what cannot be.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid importId) =>
        await FindAsync(importId) is not { } import ? NotFound()
        : import.State != ImportState.Applied ? Redirect($"/imports/{importId}")
        : View("UndoImport", new UndoImportPage(import, await PlanAsync(import)));

    /// <summary>Undoes the import, or one pupil of it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Undo(Guid importId, UndoImportForm form)
    {
        if (await FindAsync(importId) is not { } import || !this.Check(validator, form))
        {
            return NotFound();
        }

        var (version, now, staff) = (Guid.CreateVersion7(), clock.GetUtcNow().UtcDateTime, SignedInStaff.From(User));
        var plan = import.State == ImportState.Applied ? await PlanAsync(import) : [];
        var possible = plan.Count(entry => entry.CanBeUndone && (form.Pupil is null || entry.Entry.RecordId == form.Pupil));
        if (import.State == ImportState.Applied && possible == 0)
        {
            TempData.SetNotice("Nothing was undone: it has been changed since the import.");
            return Redirect($"/imports/{importId}/undo");
        }

        // Of two clicks, one does; the other finds it done.
        var started = await db.Imports.Where(row => row.Id == importId && row.State == ImportState.Applied && row.Version == import.Version).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, ImportState.Undoing)
            .SetProperty(row => row.Version, version)
            .SetProperty(row => row.ActedById, staff.StaffId)
            .SetProperty(row => row.ActedBy, staff.Name)
            .SetProperty(row => row.Done, 0)
            .SetProperty(row => row.Total, possible)
            .SetProperty(row => row.ProgressAt, now)
            .SetProperty(row => row.Problem, ""));
        if (started == 1)
        {
            queue.Add(new ImportJob(import.SchoolId, importId, version, form.Pupil));
        }

        return Redirect($"/imports/{importId}");
    }

    private Task<Import?> FindAsync(Guid importId) => previews.FindAsync(importId, SignedInStaff.From(User));

    private Task<IReadOnlyList<UndoableEntry>> PlanAsync(Import import) => import.Kind switch
    {
        ImportKind.Plans => plans.PlanAsync(import.Id),
        ImportKind.Points => points.PlanAsync(import.Id),
        _ => pupils.PlanAsync(import.Id),
    };
}

/// <summary>What undoing an import would do.</summary>
/// <param name="Import">The import.</param>
/// <param name="Entries">All that is not undone yet.</param>
public sealed record UndoImportPage(Import Import, IReadOnlyList<UndoableEntry> Entries)
{
    /// <summary>Those that can be put back.</summary>
    public IReadOnlyList<UndoableEntry> Possible => [.. Entries.Where(entry => entry.CanBeUndone)];

    /// <summary>Those that cannot.</summary>
    public IReadOnlyList<UndoableEntry> Impossible => [.. Entries.Where(entry => !entry.CanBeUndone)];

    /// <summary>What the import brought, in words.</summary>
    public ImportKindWords Words => ImportKindWords.Of(Import.Kind);

    /// <summary>What would happen, in sentences.</summary>
    public IEnumerable<string> Sentences => Words.Undoing(Removed, Restored);

    /// <summary>Records that would be removed again.</summary>
    public int Removed => Possible.Count(entry => entry.Entry.Act == ImportAct.Added);

    /// <summary>Pupils who would be as they were.</summary>
    public int Restored => Possible.Count - Removed;
}
