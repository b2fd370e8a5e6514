using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Cycles.WritePlan;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.AddFromBank;

/// <summary>Choosing from a bank for a plan that is being written. What is chosen goes into the writer's draft: nothing is saved until the plan is.</summary>
[Authorize(Policy = Policies.WriteRecords)]
[Route("pupils/{pupilId:guid}/cycles/{number:int}/plan/add")]
public sealed class AddFromBankController(SenSupportDbContext db, CycleSaver saver, AddFromBankHandler banks, DraftStore drafts, TimeProvider clock) : Controller
{
    /// <summary>Targets to choose from.</summary>
    [HttpGet("targets")]
    public Task<IActionResult> Targets(Guid pupilId, int number, [FromQuery] BankAddress asked) => ListAsync(BankChoice.Targets, pupilId, number, asked);

    /// <summary>Strategies to choose from.</summary>
    [HttpGet("strategies")]
    public Task<IActionResult> Strategies(Guid pupilId, int number, [FromQuery] BankAddress asked) => ListAsync(BankChoice.Strategies, pupilId, number, asked);

    /// <summary>Provision to choose from.</summary>
    [HttpGet("provision")]
    public Task<IActionResult> Provision(Guid pupilId, int number, [FromQuery] BankAddress asked) => ListAsync(BankChoice.Provision, pupilId, number, asked);

    /// <summary>Adds targets.</summary>
    [HttpPost("targets")]
    public Task<IActionResult> AddTargets(Guid pupilId, int number, [FromForm] List<string> keys, [FromForm] bool outcomes, [FromForm] string more = "") => AddAsync(BankChoice.Targets, pupilId, number, keys, outcomes, more);

    /// <summary>Adds strategies.</summary>
    [HttpPost("strategies")]
    public Task<IActionResult> AddStrategies(Guid pupilId, int number, [FromForm] List<string> keys, [FromForm] string more = "") => AddAsync(BankChoice.Strategies, pupilId, number, keys, false, more);

    /// <summary>Adds rows of provision.</summary>
    [HttpPost("provision")]
    public Task<IActionResult> AddProvision(Guid pupilId, int number, [FromForm] List<string> keys, [FromForm] string more = "") => AddAsync(BankChoice.Provision, pupilId, number, keys, false, more);

    private async Task<IActionResult> ListAsync(BankChoice choice, Guid pupilId, int number, BankAddress asked)
    {
        var staff = SignedInStaff.From(User);
        if (await LoadAsync(staff, pupilId, number) is not var (pupil, cycle))
        {
            return NotFound();
        }

        var bank = await banks.ReadAsync(choice, pupil);
        var result = BankResult.Of(BankFilter.Read(Request.Path, asked, await banks.AboutAsync(pupil)), bank);
        var form = await FormAsync(staff, cycle);
        var header = pupil.On(SchoolClock.Today(clock));
        ViewData.SetPupil(header);
        return View("AddFromBank", new AddFromBankPage(
            choice,
            header,
            PlanAddress(pupilId, number),
            result,
            choice switch
            {
                BankChoice.Targets => form.Targets.Select(row => row.FromBank).ToHashSet(),
                BankChoice.Strategies => form.Strategies.Select(row => row.FromBank).ToHashSet(),
                _ => bank.Where(item => form.Provision.Exists(row => row.What.Trim() == item.Title)).Select(item => item.Key).ToHashSet(),
            },
            choice == BankChoice.Strategies ? await banks.EarlierAsync(pupilId, number, result.Items) : new Dictionary<string, IReadOnlyList<EarlierUse>>()));
    }

    private async Task<IActionResult> AddAsync(BankChoice choice, Guid pupilId, int number, List<string> keys, bool withOutcomes, string more)
    {
        var staff = SignedInStaff.From(User);
        if (await LoadAsync(staff, pupilId, number) is not var (pupil, cycle))
        {
            return NotFound();
        }

        var bank = (await banks.ReadAsync(choice, pupil)).ToDictionary(item => item.Key);
        var chosen = keys.Distinct().ToList();
        if (!chosen.TrueForAll(bank.ContainsKey))
        {
            return NotFound();
        }

        // An entry that was retired while the page was open is no longer offered, and what else was ticked goes in all the same.
        var (offered, retired) = (chosen.Where(key => !bank[key].IsHidden).Select(key => bank[key]).ToList(), chosen.Count(key => bank[key].IsHidden));
        var plan = PlanAddress(pupilId, number);
        var form = await FormAsync(staff, cycle);
        var added = AddFromBankHandler.Add(form, choice, offered, withOutcomes, SchoolClock.Today(clock));
        if (added is not null)
        {
            await drafts.KeepAsync(staff, plan, FormFields.Of(form));
        }

        TempData.SetNotice(Words(choice, offered.Count, retired));
        var list = more.StartsWith($"{Request.Path}?", StringComparison.Ordinal) ? more : $"{Request.Path}";
        return LocalRedirect(added is null || more.Length > 0 ? list : $"{plan}?added={added}#added");
    }

    private static string Words(BankChoice choice, int count, int retired)
    {
        var what = (choice, count) switch
        {
            (_, 0) => "Nothing was added: tick what you would like in the plan.",
            (BankChoice.Targets, 1) => "1 target is in the plan. Write where the pupil is now; save the plan to keep it.",
            (BankChoice.Targets, _) => $"{count} targets are in the plan. Write where the pupil is now; save the plan to keep them.",
            (BankChoice.Strategies, 1) => "1 strategy is in the plan. Save the plan to keep it.",
            (BankChoice.Strategies, _) => $"{count} strategies are in the plan. Save the plan to keep them.",
            (_, 1) => "1 row of provision is in the plan. Save the plan to keep it.",
            _ => $"{count} rows of provision are in the plan. Save the plan to keep them.",
        };
        return retired == 0 ? what : $"{(count == 0 ? "Nothing was added." : what)} {(retired == 1 ? "1 entry was" : $"{retired} entries were")} retired from the bank meanwhile.";
    }

    private async Task<(PupilHeaderRow Pupil, SupportCycle Cycle)?> LoadAsync(SignedInStaff staff, Guid pupilId, int number) =>
        await PupilHeaderReader.FindAsync(db, staff, pupilId) is { } pupil && await saver.LoadAsync(staff, pupilId, number) is { IsOpen: true, Stage: not CycleStage.Assess } cycle ? (pupil, cycle) : null;

    private async Task<WritePlanForm> FormAsync(SignedInStaff staff, SupportCycle cycle)
    {
        if (await drafts.FindAsync(staff, PlanAddress(cycle.PupilId, cycle.Number)) is not { } draft)
        {
            return WritePlanForm.Of(cycle);
        }

        var form = new WritePlanForm();
        await this.ApplyAsync(form, draft);
        form.DropEmptyPlaces();
        return form;
    }

    private static string PlanAddress(Guid pupilId, int number) => $"/pupils/{pupilId}/cycles/{number}/plan";
}
