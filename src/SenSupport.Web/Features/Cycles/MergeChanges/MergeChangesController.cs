using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.MergeChanges;

/// <summary>Saves what somebody chose after a colleague had changed the same fields.</summary>
[Authorize(Policy = Policies.WriteRecords)]
public sealed class MergeChangesController(
    SenSupportDbContext db, CycleSaver saver, SavePlanHandler plans, DraftStore drafts, TimeProvider clock, IValidator<MergeChangesForm> validator) : Controller
{
    /// <summary>Saves, or asks again when somebody saved in the meantime.</summary>
    [HttpPost("/pupils/{pupilId:guid}/cycles/{number:int}/{part:regex(^(assess|plan|review)$)}/merge")]
    [Authorize(Policy = Policies.WriteRecords)]
    public Task<IActionResult> Save(Guid pupilId, int number, string part, MergeChangesForm form) => part switch
    {
        "assess" => SaveAsync(pupilId, number, form, CycleParts.Assessment),
        "plan" => SaveAsync(pupilId, number, form, CycleParts.Plan),
        _ => SaveAsync(pupilId, number, form, CycleParts.Review),
    };

    private async Task<IActionResult> SaveAsync<TContent>(Guid pupilId, int number, MergeChangesForm form, CyclePart<TContent> part)
        where TContent : class
    {
        var staff = SignedInStaff.From(User);
        var pupil = await PupilHeaderReader.FindAsync(db, staff, pupilId);
        var cycle = await saver.LoadAsync(staff, pupilId, number);
        if (pupil is null || cycle is null)
        {
            return NotFound();
        }

        DomainRuleException.Require((await validator.ValidateAsync(form)).IsValid, "A text that you wrote again is longer than 20,000 characters");
        TContent content;
        try
        {
            content = RecordFields.Read<TContent>(form.Settled(RecordFields.Of(part.Read(cycle))));
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            // The page writes these fields itself: only a forged form gets here.
            return NotFound();
        }

        if (content is ReviewContent review)
        {
            await RequireReadersAsync(cycle, review);
        }

        var outcome = content is PlanContent plan ? await plans.SaveAsync(cycle, form.Version, plan, staff) : await saver.SaveAsync(cycle, form.Version, content, part, staff);
        if (outcome.Kind == SaveKind.Saved)
        {
            await drafts.RemoveAsync(staff, $"/pupils/{pupilId}/cycles/{number}/{part.Name}");
            TempData.SetNotice("Saved with your choices.");
            return Redirect($"/pupils/{pupilId}/cycles/{number}");
        }

        return outcome.Conflict is { } conflict ? await this.RecordHasChangedAsync(db, conflict, pupil, number, SchoolClock.Today(clock)) : NotFound();
    }

    // The review's own page finds who does a next step by name; here the key comes back. Whoever had the step before keeps it, although they may not see the pupil any more.
    private async Task RequireReadersAsync(SupportCycle cycle, ReviewContent review)
    {
        var named = review.Steps
            .Where(step => step.OwnerId is not null && cycle.NextSteps.FirstOrDefault(saved => saved.Id == step.Id)?.OwnerId != step.OwnerId)
            .Select(step => step.OwnerId!.Value)
            .Distinct()
            .ToList();
        DomainRuleException.Require(
            named.Count == 0 || await PupilReaders.Of(db, [cycle.PupilId]).CountAsync(reader => named.Contains(reader.StaffId)) == named.Count,
            "Somebody who is named for a next step may not see this pupil’s record. Name somebody else");
    }
}
