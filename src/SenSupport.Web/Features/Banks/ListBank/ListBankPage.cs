using SenSupport.Domain.Banks;
using SenSupport.Web.Features.Shared.Banks;

namespace SenSupport.Web.Features.Banks.ListBank;

/// <summary>A bank as its page shows it.</summary>
/// <param name="Kind">Which bank.</param>
/// <param name="Result">What is found.</param>
/// <param name="MayKeep">Whether the person changes the bank.</param>
public sealed record ListBankPage(BankKind Kind, BankResult Result, bool MayKeep)
{
    /// <summary>The page's heading.</summary>
    public string Title => Kind == BankKind.Target ? "Target bank" : "Strategy bank";

    /// <summary>What it is for.</summary>
    public string Lead => Kind == BankKind.Target
        ? "Targets to choose from when a plan is written. The pupil’s name goes in by itself; every number is a starting point."
        : "What adults do in lessons, to choose from when a plan is written.";

    /// <summary>What the button for another entry says.</summary>
    public string AddText => Kind == BankKind.Target ? "Add a target" : "Add a strategy";
}
