using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared.Pupils;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>What of a cycle can be put right.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Cycle">The cycle with everything in it.</param>
/// <param name="Profiles">The pupil's profiles.</param>
public sealed record PutRightPage(PupilHeaderRow Pupil, SupportCycle Cycle, IReadOnlyList<ProfileRow> Profiles)
{
    /// <summary>The cycle's address.</summary>
    public string CyclePath => $"/pupils/{Pupil.Id}/cycles/{Cycle.Number}";

    /// <summary>The address of the page.</summary>
    public string Path => $"{CyclePath}/put-right";
}

/// <summary>One act that asks first and wants a reason.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Title">The question.</param>
/// <param name="Effects">What it does, one sentence each.</param>
/// <param name="Action">Where the form posts to.</param>
/// <param name="Button">The button's words.</param>
public sealed record AskPage(PupilHeaderRow Pupil, SupportCycle Cycle, string Title, IReadOnlyList<string> Effects, string Action, string Button)
{
    /// <summary>The page to go back to.</summary>
    public string Back { get; init; } = $"/pupils/{Pupil.Id}/cycles/{Cycle.Number}/put-right";

    /// <summary>What it is about, in its own words; empty when the title says it.</summary>
    public string About { get; init; } = "";

    /// <summary>Where an entry can go; null before a search.</summary>
    public IReadOnlyList<ReceivingPlace>? Places { get; init; }

    /// <summary>Whether the cycle changed after the page was opened.</summary>
    public bool HasChanged { get; init; }
}
