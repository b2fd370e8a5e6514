namespace SenSupport.Domain.Duties;

/// <summary>Something that the Code of Practice asks for a pupil and the record lacks. It is shown with its paragraph and a way to put it right; it never stops anything.</summary>
/// <param name="Kind">The duty.</param>
/// <param name="Title">What is missing, in a few words.</param>
/// <param name="Reason">Why it is outstanding, in a sentence or two.</param>
/// <param name="Since">The first day on which it is; null where nobody knows.</param>
/// <param name="Act">What puts it right.</param>
/// <param name="Instead">What else does, where there is another way.</param>
public sealed record OutstandingDuty(DutyKind Kind, string Title, string Reason, DateOnly? Since, DutyAct Act, DutyAct? Instead = null);

/// <summary>A page on which a duty is put right.</summary>
/// <param name="Words">The words of its link.</param>
/// <param name="Page">Where it is, below the pupil's own address: "cycles/3/plan#ReviewOn".</param>
public sealed record DutyAct(string Words, string Page)
{
    /// <summary>Whether it is part of a cycle, which the responsible teacher writes too; the others are the SENCo's and the SEN assistant's.</summary>
    public bool IsInCycle => Page.StartsWith("cycles/", StringComparison.Ordinal);
}
