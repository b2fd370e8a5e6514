using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.DownloadPlan;

/// <summary>
/// The plan as PDF: a shared version as it was shared, by default the latest. Of a closed cycle the latest version also says how it went. Before anything is
/// shared, those who write the plan get it marked as a draft.
/// </summary>
[Authorize(Policy = Policies.ReadRecords)]
public sealed class DownloadPlanController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    /// <summary>What a shared version kept, with the cycle's stage.</summary>
    public static IQueryable<SharedPlan> Shared(SenSupportDbContext db, Guid pupilId, int number, int? version) =>
        from cycle in db.Cycles.AsNoTracking()
        where cycle.PupilId == pupilId && cycle.Number == number
        select new SharedPlan(
            cycle.Stage == Domain.Cycles.CycleStage.Closed,
            cycle.PlanVersions.Where(kept => kept.Number == (version ?? cycle.LatestPlanVersion)).Select(kept => kept.Frozen).FirstOrDefault(),
            cycle.PlanVersions.Any(kept => kept.Number == version && kept.WithdrawnAt != null));

    /// <summary>Downloads the plan.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">The cycle.</param>
    /// <param name="version">A number, "draft", or nothing for the latest.</param>
    [HttpGet("/pupils/{pupilId:guid}/cycles/{number:int}/plan.pdf")]
    public async Task<IActionResult> Download(Guid pupilId, int number, string? version)
    {
        var staff = SignedInStaff.From(User);
        var pupil = await PupilHeaderReader.FindAsync(db, staff, pupilId);
        var wanted = int.TryParse(version, out var parsed) ? parsed : (int?)null;
        var asksForDraft = version == "draft";
        if (pupil is null || (!string.IsNullOrEmpty(version) && wanted is null && !asksForDraft))
        {
            return NotFound();
        }

        var shared = await Shared(db, pupilId, number, wanted).FirstOrDefaultAsync();
        if (shared is null || (wanted is not null && shared.Frozen is null) || (shared.IsWithdrawn && !staff.IsSenco))
        {
            return NotFound();
        }

        SupportPlan plan;
        if (shared.Frozen is { } frozen && !asksForDraft)
        {
            plan = SupportPlan.Thaw(frozen);
            if (wanted is null && shared.IsClosed && await SupportPlanReader.ReadAsync(db, pupilId, number, null, plan.At) is { } now)
            {
                plan = plan with { Notes = now.Notes, Review = now.Review };
            }
        }
        else if (staff.MayWrite(pupil.ResponsibleTeacherId) && await SupportPlanReader.ReadAsync(db, pupilId, number, null, clock.GetUtcNow().UtcDateTime) is { } draft)
        {
            plan = draft;
        }
        else
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(FileName(plan));
        Response.Headers.ContentDisposition = disposition.ToString();
        return File(SupportPlanPdf.Compose(plan, await DocumentLogo.ReadAsync(db, HttpContext.RequestAborted)), "application/pdf");
    }

    /// <summary>The name under which the plan is saved, for example "SEN-Support-Plan-Wiśniewska-Zofia-cycle-3-v2.pdf".</summary>
    public static string FileName(SupportPlan plan) =>
        $"{Part(plan.Template.Name, "Plan")}-{Part(plan.Surname)}-{Part(plan.FirstName)}-cycle-{plan.CycleNumber}-{(plan.Version == 0 ? "draft" : $"v{plan.Version}")}.pdf";

    // Letters of any alphabet stay; what a file name cannot hold, or another system might read as something else, does not.
    private static string Part(string name, string otherwise = "pupil")
    {
        var kept = string.Join('-', new string([.. name.Normalize().Select(character => char.IsLetterOrDigit(character) ? character : character is '\'' or '’' ? '\0' : ' ')])
            .Replace("\0", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return kept.Length > 60 ? kept[..60] : kept.Length > 0 ? kept : otherwise;
    }
}

/// <summary>A shared version of a plan.</summary>
/// <param name="IsClosed">Whether the cycle is closed.</param>
/// <param name="Frozen">What was kept; null when there is no such version.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn: then only the SENCo reads it.</param>
public sealed record SharedPlan(bool IsClosed, string? Frozen, bool IsWithdrawn);
