using SenSupport.Domain.Concerns;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Concerns;

/// <summary>A concern in a list.</summary>
public sealed record ConcernRow
{
    public Guid Id { get; init; }

    public Guid PupilId { get; init; }

    public string Surname { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string? Class { get; init; }

    public ConcernSource Source { get; init; }

    public string SaidBy { get; init; } = "";

    public string RecordedBy { get; init; } = "";

    public Guid RecordedById { get; init; }

    public DateOnly RaisedOn { get; init; }

    /// <summary>The beginning of what was seen.</summary>
    public string Seen { get; init; } = "";

    public ConcernState State { get; init; }

    public string Reason { get; init; } = "";

    public string DecidedBy { get; init; } = "";

    public DateOnly? DecidedOn { get; init; }

    public Guid? AssignedId { get; init; }

    public string? Assigned { get; init; }

    public DateOnly? DueOn { get; init; }

    public bool HasFindings { get; init; }

    public bool HasNews { get; init; }

    /// <summary>As lists have it: "Wiśniewska, Zofia".</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>The concern's address.</summary>
    public string Path => $"/concerns/{Id}";

    /// <summary>What was seen, cut to a line or two.</summary>
    public string Excerpt
    {
        get
        {
            var line = string.Join(' ', Seen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return line.Length <= 140 ? line : $"{line[..(line.LastIndexOf(' ', 140) is var end and > 0 ? end : 140)]}…";
        }
    }

    /// <summary>How many days old it is.</summary>
    public int Age(DateOnly today) => today.DayNumber - RaisedOn.DayNumber;

    /// <summary>What becomes of it, in a line.</summary>
    public string Outcome => State switch
    {
        ConcernState.LookInto => $"{Assigned ?? "Somebody"} looks into it{(HasFindings ? ": written up" : DueOn is { } by ? $", by {UkDate.Long(by)}" : "")}",
        ConcernState.Monitor => DueOn is { } until ? $"Monitored until {UkDate.Long(until)}" : "Monitored",
        _ => State.Name(),
    };
}
