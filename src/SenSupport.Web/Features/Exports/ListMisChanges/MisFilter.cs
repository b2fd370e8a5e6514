using Microsoft.AspNetCore.Http.Extensions;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Exports.ListMisChanges;

/// <summary>What is shown of the list.</summary>
public enum MisShow
{
    /// <summary>What nobody has keyed in.</summary>
    Open,

    /// <summary>What somebody has.</summary>
    Done,

    /// <summary>Both.</summary>
    All,
}

/// <summary>What is asked of the list of changes.</summary>
/// <param name="Since">The first day.</param>
/// <param name="Show">Keyed in or not.</param>
/// <param name="Kind">What changed; null for everything.</param>
/// <param name="Page">From 1.</param>
public sealed record MisFilter(DateOnly Since, MisShow Show = MisShow.Open, MisKind? Kind = null, int Page = 1)
{
    /// <summary>The moment from which on.</summary>
    public DateTime SinceUtc => SchoolClock.StartOf(Since);

    /// <summary>Reads an address: whatever it says that does not exist counts as not said. Without a date, the list begins with the academic year.</summary>
    public static MisFilter Read(MisAddress asked, DateOnly today) => new(
        DateText.TryRead(asked.Since, out var since) ? since : AcademicYear.Of(today).Starts,
        Enum.TryParse<MisShow>(asked.Show, ignoreCase: true, out var show) && Enum.IsDefined(show) ? show : MisShow.Open,
        Enum.TryParse<MisKind>(asked.Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        Math.Clamp(asked.Page, 1, 100_000));

    /// <summary>The address that asks this, of the page or of its CSV.</summary>
    public string Address(string path = "/exports/mis-changes")
    {
        var query = new QueryBuilder { { "since", $"{Since:yyyy-MM-dd}" } };
        if (Show != MisShow.Open)
        {
            query.Add("show", $"{Show}".ToLowerInvariant());
        }

        if (Kind is { } kind)
        {
            query.Add("kind", $"{kind}".ToLowerInvariant());
        }

        if (Page > 1)
        {
            query.Add("page", $"{Page}");
        }

        return $"{path}{query}";
    }
}

/// <summary>The list's address as it came, nothing of it checked.</summary>
public sealed record MisAddress
{
    /// <summary>A date.</summary>
    public string Since { get; init; } = "";

    /// <summary>"open", "done" or "all".</summary>
    public string Show { get; init; } = "";

    /// <summary>A kind of change.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The page.</summary>
    public int Page { get; init; } = 1;
}
