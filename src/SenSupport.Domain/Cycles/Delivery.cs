namespace SenSupport.Domain.Cycles;

/// <summary>A note on how the support goes: sessions, what was adjusted, what was seen (CoP 6.52).</summary>
public sealed class DeliveryNote
{
    private DeliveryNote()
    {
    }

    /// <summary>The note's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The day it is about.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The note.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Their name at the time.</summary>
    public string StaffName { get; private set; } = "";

    internal void Correct(string text) => Text = text;

    internal static DeliveryNote Of(DateOnly on, string text, Guid staffId, string staffName) =>
        new() { Id = Guid.CreateVersion7(), On = on, Text = text, StaffId = staffId, StaffName = staffName };
}

/// <summary>One mark of progress towards a target, against what was expected by then.</summary>
public sealed class ProgressMark
{
    private ProgressMark()
    {
    }

    /// <summary>The mark's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The target.</summary>
    public Guid TargetId { get; private set; }

    /// <summary>−2 much less than expected by then, to 2 much more.</summary>
    public int Mark { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who marked.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Their name at the time.</summary>
    public string StaffName { get; private set; } = "";

    internal static ProgressMark Of(Guid targetId, int mark, DateOnly on, Guid staffId, string staffName) =>
        new() { Id = Guid.CreateVersion7(), TargetId = targetId, Mark = mark, On = on, StaffId = staffId, StaffName = staffName };
}

/// <summary>The five-step scale, always in words and number.</summary>
public static class ProgressScale
{
    /// <summary>The steps from much less to much more.</summary>
    public static IReadOnlyList<int> Steps { get; } = [-2, -1, 0, 1, 2];

    /// <summary>The word for a step.</summary>
    public static string Word(int mark) => mark switch
    {
        -2 => "Much less",
        -1 => "Less",
        0 => "On track",
        1 => "More",
        _ => "Much more",
    };

    /// <summary>The number with a sign: "−2", "0", "+1".</summary>
    public static string Number(int mark) => mark switch { < 0 => $"−{-mark}", 0 => "0", _ => $"+{mark}" };
}
