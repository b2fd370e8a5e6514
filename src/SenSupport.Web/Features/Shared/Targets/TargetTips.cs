using SenSupport.Domain.Cycles;

namespace SenSupport.Web.Features.Shared.Targets;

/// <summary>What the SMART helper says of a target, to be shown below it. It never stops anything.</summary>
/// <param name="Statement">What the pupil will do; while it is empty nothing is said.</param>
/// <param name="Tips">What it lacks.</param>
/// <param name="AllTheSame">That the person can go on, whatever is said.</param>
public sealed record TargetTips(string Statement, IReadOnlyList<SmartTip> Tips, string AllTheSame = "You can share the plan all the same.")
{
    /// <summary>The piece of the page that shows them.</summary>
    public const string View = "/Features/Shared/Targets/_Tips.cshtml";

    /// <summary>The letter and what it stands for.</summary>
    public static (string Letter, string Name) Of(SmartLetter letter) => letter switch
    {
        SmartLetter.Specific => ("S", "Specific"),
        SmartLetter.Measurable => ("M", "Measurable"),
        SmartLetter.Achievable => ("A", "Achievable"),
        SmartLetter.Relevant => ("R", "Relevant"),
        _ => ("T", "Time-bound"),
    };
}
