using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>A strategy in an earlier cycle, and how that cycle's targets ended.</summary>
/// <param name="Cycle">The cycle's number.</param>
/// <param name="FromBank">The entry it was made from; empty for own words.</param>
/// <param name="Text">Its words.</param>
/// <param name="Met">Targets met or exceeded.</param>
/// <param name="Reviewed">Targets with a result.</param>
public sealed record EarlierUse(int Cycle, string FromBank, string Text, int Met, int Reviewed)
{
    /// <summary>"Cycle 1: 2 of 3 targets met".</summary>
    public string Words => Reviewed == 0 ? $"Used in cycle {Cycle}, not reviewed" : $"Used in cycle {Cycle}: {Met} of {Reviewed} {(Reviewed == 1 ? "target" : "targets")} met";

    /// <summary>Whether it is an entry of the bank. One that was typed in the bank's words counts as the bank's.</summary>
    public bool Is(string key, string title) => (key.Length > 0 && FromBank == key) || (FromBank.Length == 0 && title.Length > 0 && Text.StartsWith(title, StringComparison.OrdinalIgnoreCase));

    /// <summary>Strategies of a pupil's earlier cycles.</summary>
    public static IQueryable<EarlierUse> Before(SenSupportDbContext db, Guid pupilId, int number) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId && cycle.Number < number
        orderby cycle.Number
        from strategy in cycle.Strategies
        select new EarlierUse(
            cycle.Number,
            strategy.FromBank,
            strategy.Text,
            cycle.Targets.Count(target => target.Result == TargetResult.Met || target.Result == TargetResult.Exceeded),
            cycle.Targets.Count(target => target.Result != null));
}
