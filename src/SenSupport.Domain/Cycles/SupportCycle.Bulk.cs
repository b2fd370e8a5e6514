using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <content>Putting back what was done for many pupils at once.</content>
public sealed partial class SupportCycle
{
    /// <summary>Puts a plan back as it was.</summary>
    /// <param name="before">What it said.</param>
    /// <param name="wasShared">Whether that is just what was shared last: then nothing waits to be shared.</param>
    /// <param name="by">Who puts it back.</param>
    /// <exception cref="DomainRuleException">The cycle is closed, or the content cannot be stored.</exception>
    public void PutBackPlan(PlanContent before, bool wasShared, Acting by)
    {
        WritePlan(before, by);
        if (wasShared && PlanState == WritingState.Writing)
        {
            PlanState = WritingState.Final;
        }
    }

    /// <summary>Says in the history that the opening of the cycle is taken back. The caller removes the cycle in the same save.</summary>
    /// <exception cref="DomainRuleException">The cycle is past Assess.</exception>
    public void TakeBackOpening(Acting by)
    {
        RequireStage($"Cycle {Number} is past its assessment", CycleStage.Assess);
        Record(PupilId, null, RecordEventKind.CycleTakenBack, by, $"Cycle {Number}");
    }
}
