using SenSupport.Domain.Pupils;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.DayOne.RecordDone;

/// <summary>What was done, when, and for whom: the address holds it, so that it can be changed without losing any of it.</summary>
public sealed class DoneBeforeChoice
{
    /// <summary>Kinds that were ticked.</summary>
    public List<DutyRecordKind> Kinds { get; set; } = [];

    /// <summary>A date for each kind, as it was typed.</summary>
    public Dictionary<DutyRecordKind, string> Dates { get; set; } = [];

    /// <summary>The date of every kind that has none of its own.</summary>
    public string Date { get; set; } = "";

    /// <summary>National curriculum year; empty for all.</summary>
    public string Year { get; set; } = "";

    /// <summary>Name of a class; empty for all.</summary>
    public string Class { get; set; } = "";

    /// <summary>Status; none for everybody on the SEN register.</summary>
    public SenStatus? Status { get; set; }

    /// <summary>Whether the pupils are asked for.</summary>
    public bool Show { get; set; }

    /// <summary>When things were recorded a moment ago, as ticks of UTC: they can be taken back.</summary>
    public long? Recorded { get; set; }

    /// <summary>The kinds in the order of the Code: those that were ticked, and those that were given a date.</summary>
    public IReadOnlyList<DutyRecordKind> Chosen() =>
        [.. DutyRecordKinds.BroughtIn.Where(kind => Kinds.Contains(kind) || !string.IsNullOrWhiteSpace(Dates.GetValueOrDefault(kind)))];

    /// <summary>What the pupils' dates of a kind begin with.</summary>
    public string DateOf(DutyRecordKind kind) => Dates.GetValueOrDefault(kind) is { } own && !string.IsNullOrWhiteSpace(own) ? own.Trim() : Date.Trim();

    /// <summary>What is wrong with it, each with its field.</summary>
    public IEnumerable<(string Field, string Message)> Problems(DateOnly today)
    {
        if (Chosen().Count == 0)
        {
            yield return (nameof(Kinds), "Choose what was done");
        }

        foreach (var (field, text) in Dates.Select(date => ($"{nameof(Dates)}[{date.Key}]", date.Value)).Prepend((nameof(Date), Date)).Where(date => !string.IsNullOrWhiteSpace(date.Item2)))
        {
            if (!DateText.TryRead(text, out var date))
            {
                yield return (field, "Enter a date such as 26 Mar 2026");
            }
            else if (date > today)
            {
                yield return (field, "The date must be today or in the past");
            }
        }
    }
}
