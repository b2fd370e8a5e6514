using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>A part of a cycle that people write on a page of its own: how it is read from the cycle and written to it.</summary>
/// <typeparam name="TContent">What the part holds.</typeparam>
/// <param name="Name">The last step of its address, and its name in a sentence: "plan".</param>
/// <param name="Kind">The event that writing it leaves.</param>
/// <param name="Read">What the cycle holds of it now.</param>
/// <param name="Write">Writes it by the cycle's own rules.</param>
public sealed record CyclePart<TContent>(string Name, RecordEventKind Kind, Func<SupportCycle, TContent> Read, Action<SupportCycle, TContent, Acting> Write)
    where TContent : class;

/// <summary>The parts of a cycle.</summary>
public static class CycleParts
{
    /// <summary>The assessment.</summary>
    public static CyclePart<AssessmentContent> Assessment { get; } =
        new("assess", RecordEventKind.AssessmentRecorded, cycle => cycle.Assessment(), (cycle, content, by) => cycle.RecordAssessment(content, by));

    /// <summary>The plan.</summary>
    public static CyclePart<PlanContent> Plan { get; } =
        new("plan", RecordEventKind.PlanWritten, cycle => cycle.Plan(), (cycle, content, by) => cycle.WritePlan(content, by));

    /// <summary>The review.</summary>
    public static CyclePart<ReviewContent> Review { get; } =
        new("review", RecordEventKind.ReviewRecorded, cycle => cycle.ReviewWritten(), (cycle, content, by) => cycle.RecordReview(content, by));
}
