using BenchmarkDotNet.Attributes;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Web.Documents;

namespace SenSupport.Benchmarks;

/// <summary>Composing a SEN Support Plan of five pages.</summary>
[MemoryDiagnoser]
public class PlanPdfBenchmark
{
    private SupportPlan plan = null!;

    /// <summary>The plan that is composed.</summary>
    internal SupportPlan Plan => plan;

    /// <summary>Makes a full plan.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var words = string.Concat(Enumerable.Repeat("Works with a partner for ten minutes when the task is shown first. ", 4));
        plan = new SupportPlan
        {
            School = "Hollin Beck Primary School",
            FirstName = "Zofia",
            Forename = "Zofia",
            Surname = "Wiśniewska",
            BirthDate = new DateOnly(2018, 3, 14),
            CycleNumber = 4,
            Version = 2,
            At = new DateTime(2026, 9, 21, 14, 0, 0, DateTimeKind.Utc),
            Needs = [new PlanNeed(1, "SLCN", "Speech, language and communication needs", AreaOfNeed.CommunicationAndInteraction)],
            Strengths = words,
            Difficulties = words,
            Strands = [.. StrandKinds.All.Select(kind => new PlanStrand(kind, words, "Tom Whitaker", new DateOnly(2026, 9, 10)))],
            Outcomes = [new PlanOutcome(words, null, [.. Enumerable.Range(1, 4).Select(number => new PlanTarget(number, AreaOfNeed.CommunicationAndInteraction, words, words, words, words, new DateOnly(2026, 12, 1), ""))])],
            Strategies = [.. Enumerable.Range(1, 9).Select(_ => new PlanLine(words, "Every adult", true))],
            Provision = [.. Enumerable.Range(1, 4).Select(_ => new PlanProvision("Narrative group", "Harjit Kaur", "Rainbow room", 20, 3, 4, new DateOnly(2026, 9, 21), new DateOnly(2026, 12, 1), "1, 2"))],
            Notes = [.. Enumerable.Range(1, 6).Select(day => new PlanNote(new DateOnly(2026, 10, day), words, "Harjit Kaur"))],
        };
    }

    /// <summary>Composes it.</summary>
    [Benchmark]
    public byte[] Compose() => SupportPlanPdf.Compose(plan);
}
