using SenSupport.Domain.Cycles;
using SenSupport.Web.Documents;

namespace SenSupport.Web.Features.Cycles.WritePlan;

/// <summary>The plan to read.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="MayWrite">Whether the person writes the pupil's plan.</param>
/// <param name="Plan">What it says.</param>
public sealed record ReadPlanPage(SupportCycle Cycle, bool MayWrite, SupportPlan Plan)
{
    /// <summary>The cycle's address.</summary>
    public string CycleAddress => $"/pupils/{Cycle.PupilId}/cycles/{Cycle.Number}";
}
