using SenSupport.Web.Features.Cycles.WritePlan;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Banks;

namespace SenSupport.Web.Features.Cycles.AddFromBank;

/// <summary>What can be added to a plan from a bank.</summary>
public enum BankChoice
{
    /// <summary>Targets.</summary>
    Targets,

    /// <summary>Strategies.</summary>
    Strategies,

    /// <summary>Provision, from the catalogue of interventions.</summary>
    Provision,
}

/// <summary>A bank as it is looked through for one plan.</summary>
/// <param name="Choice">Which bank.</param>
/// <param name="Pupil">The pupil.</param>
/// <param name="PlanAddress">The plan's address.</param>
/// <param name="Result">What is found.</param>
/// <param name="InPlan">Keys of the entries that the plan has already.</param>
/// <param name="Earlier">What was seen of a strategy in earlier cycles, by its key.</param>
public sealed record AddFromBankPage(
    BankChoice Choice, PupilHeader Pupil, string PlanAddress, BankResult Result, IReadOnlySet<string> InPlan, IReadOnlyDictionary<string, IReadOnlyList<EarlierUse>> Earlier)
{
    /// <summary>The page's heading.</summary>
    public string Title => Choice switch
    {
        BankChoice.Targets => "Targets from the bank",
        BankChoice.Strategies => "Strategies from the bank",
        _ => "Provision from the catalogue",
    };

    /// <summary>What is said below it.</summary>
    public string Lead => Choice switch
    {
        BankChoice.Targets => $"Words and numbers are a starting point: change them for {Pupil.FirstName} in the plan. The baseline stays empty until you write what you measured.",
        BankChoice.Strategies => "You can change the words in the plan, and tick the few that nobody may leave out.",
        _ => "Minutes, times, weeks and group size go into the plan as the catalogue has them. Change what your school does otherwise.",
    };

    /// <summary>Where the plan shows what was added.</summary>
    public static string SectionOf(BankChoice choice) => choice switch { BankChoice.Targets => "targets", BankChoice.Strategies => "strategies", _ => "provision" };
}
