using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Cycles;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.CloseCycle;

/// <summary>What is checked before a cycle is closed.</summary>
/// <param name="Written">The review.</param>
/// <param name="Pupil">The pupil.</param>
/// <param name="Staff">Who closes it.</param>
/// <param name="Today">Today in the school.</param>
/// <param name="HasChanged">Whether it changed since the person checked it.</param>
public sealed record CloseCyclePage(WrittenReview Written, PupilHeaderRow Pupil, SignedInStaff Staff, DateOnly Today, bool HasChanged = false)
{
    /// <summary>Whether the review takes the pupil off SEN Support, which is the SENCo's to do.</summary>
    public bool Leaves => Written.Review.Decision == ReviewDecision.LeaveSenSupport;

    /// <summary>Whether the person may close it.</summary>
    public bool MayClose => CloseCycleHandler.MayClose(Staff, Written.Review.Decision);

    /// <summary>What is outstanding. It never stops the closing.</summary>
    public IReadOnlyList<CycleGap> Duties =>
        CycleGap.Of(Written.Gaps | (Written.Review.Decision is null ? CycleGaps.NoDecision : CycleGaps.None), isOpen: false, Written.ReviewOn, Today);

    /// <summary>The numbers of the targets without a result.</summary>
    public IReadOnlyList<int> WithoutResult => [.. Written.Targets.Where(target => target.Result is null && target.StoppedOn is null).Select(target => target.Number)];

    /// <summary>What closing does, one sentence each.</summary>
    public IEnumerable<string> Consequences()
    {
        yield return $"The review is finished, and nothing in cycle {Written.Number} changes any more. It stays readable.";
        if (Leaves)
        {
            foreach (var sentence in Leaving())
            {
                yield return sentence;
            }

            yield break;
        }

        yield return $"Cycle {Written.Number + 1} can be started. Long-term outcomes and strategies come over to it.";
        if (Written.NotMet.Count > 0)
        {
            yield return $"{Numbers(Written.NotMet)} will be brought over, to be reformulated.";
        }
        else if (Written.Targets.Count > 0)
        {
            yield return Written.Targets.Any(target => target.StoppedOn is not null) ? "Every target was met or stopped, so none is brought over." : "Every target was met, so none is brought over.";
        }

        if (Written.Review.NextReviewOn is { } next && next > Today)
        {
            yield return $"Its review is due on {UkDate.Long(next)}.";
        }
    }

    private IEnumerable<string> Leaving()
    {
        if (Pupil.Status != SenStatus.SenSupport)
        {
            yield return $"{Pupil.FirstName} is not at SEN Support but at {Pupil.Status.Name()}: the status stays as it is.";
            yield break;
        }

        yield return Written.Review.MonitorUntil switch
        {
            { } until when until > Today => $"{Pupil.FirstName} leaves SEN Support today and is monitored until {UkDate.Long(until)}.",
            { } past => $"{Pupil.FirstName} leaves SEN Support today and is monitored, without an end date: {UkDate.Long(past)} has passed.",
            null => $"{Pupil.FirstName} leaves SEN Support today and is monitored. No end date is set.",
        };
        yield return "The needs on the record are closed today. They stay readable.";
        yield return "The parents are to be told that SEN Support has ended.";
    }

    private static string Numbers(IReadOnlyList<int> numbers) =>
        numbers.Count == 1 ? $"Target {numbers[0]}" : $"Targets {string.Join(", ", numbers.SkipLast(1))} and {numbers[^1]}";
}
