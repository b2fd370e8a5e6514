using System.Text.Json.Serialization;
using SenSupport.Domain.Cycles;

namespace SenSupport.Web.Documents;

/// <summary>What became of a target of the cycle before, from which another one was made (CoP 6.54).</summary>
/// <param name="Way">How it was reformulated; null where nobody said.</param>
/// <param name="From">The cycle and how the target ended there: "cycle 1 (partly met)".</param>
/// <param name="Note">What was changed, or why it was kept as it is; may be empty.</param>
/// <param name="Before">The old words, where they are other ones now; empty where they are the same.</param>
public sealed record PlanCarried(Reformulation? Way, string From, string Note, string Before)
{
    /// <summary>Whether it was kept as it is, for a reason.</summary>
    [JsonIgnore]
    public bool IsKept => Way == Reformulation.KeptAsItIs && Before.Length == 0;

    /// <summary>Whether it was copied and nobody said what is to be different.</summary>
    [JsonIgnore]
    public bool IsCopied => Way is null && Before.Length == 0;

    /// <summary>In one line: "Kept as it is from cycle 1 (not met), because: he was away".</summary>
    [JsonIgnore]
    public string Line
    {
        get
        {
            var words = Way switch
            {
                _ when IsKept => $"Kept as it is from {From}, because",
                _ when IsCopied => $"Copied from {From}, not reformulated",
                null or Reformulation.KeptAsItIs => $"Worded anew from {From}",
                Reformulation.OtherProvision => $"Other provision than in {From}",
                var way => $"{way.Value.Name()} than in {From}{(Before.Length == 0 ? ", in the same words" : "")}",
            };
            return Note.Length == 0 ? words : $"{words}: {Note}";
        }
    }

    internal static PlanCarried? Of(Target target, int from)
    {
        if (target.CarriedFromId is null)
        {
            return null;
        }

        string[] before =
        [
            target.Statement == target.CarriedStatement ? "" : target.CarriedStatement,
            IsOther(target.Measure, target.CarriedMeasure) ? $"Measured by: {target.CarriedMeasure}" : "",
            IsOther(target.SuccessCriterion, target.CarriedSuccessCriterion) ? $"Success: {target.CarriedSuccessCriterion}" : "",
        ];
        return new(
            target.Reformulated,
            $"cycle {from} ({target.CarriedResult?.Name().ToLowerInvariant() ?? "no result"})",
            target.ReformulatedNote,
            string.Join('\n', before.Where(part => part.Length > 0)));
    }

    private static bool IsOther(string now, string before) => before.Length > 0 && now != before;
}
