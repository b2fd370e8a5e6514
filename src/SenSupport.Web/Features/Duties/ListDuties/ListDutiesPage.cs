using System.Globalization;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duties.ListDuties;

/// <summary>The address as it came, nothing of it checked: whatever it says that does not exist counts as not said.</summary>
public sealed record DutiesAddress
{
    public string Duty { get; init; } = "";

    public string Year { get; init; } = "";

    public string Class { get; init; } = "";

    /// <summary>"must" or "should".</summary>
    public string By { get; init; } = "";

    public string Page { get; init; } = "";
}

/// <summary>What the list of duties shows.</summary>
public sealed class ListDutiesPage
{
    private const int Size = 25;

    /// <summary>The page that an address asks for.</summary>
    public ListDutiesPage(DutiesAddress asked, SignedInStaff staff, IReadOnlyList<PupilDuties> pupils)
    {
        Staff = staff;
        Years = [.. pupils.OrderBy(pupil => pupil.NcYearOrder).Select(pupil => pupil.NcYear).Distinct()];
        Classes = [.. pupils.OrderBy(pupil => pupil.NcYearOrder).ThenBy(pupil => pupil.Class, StringComparer.Ordinal).Select(pupil => pupil.Class).OfType<string>().Distinct()];
        Duty = Enum.TryParse<DutyKind>(asked.Duty, out var duty) && Enum.IsDefined(duty) ? duty : null;
        (Year, Class) = (Years.Contains(asked.Year) ? asked.Year : "", Classes.Contains(asked.Class) ? asked.Class : "");
        Must = asked.By switch { "must" => true, "should" => false, _ => null };
        var among = pupils.Where(pupil => (Year.Length == 0 || pupil.NcYear == Year) && (Class.Length == 0 || pupil.Class == Class)).ToList();
        var found = among.SelectMany(pupil => pupil.Outstanding.Select(outstanding => new OutstandingRow(pupil, outstanding))).ToLookup(row => row.Duty.Kind);
        Kinds = [.. DutyKinds.All.Where(kind => Must is null || kind.IsMust() == Must)
            .Select(kind => new DutyCount(kind, found[kind].Count(), found[kind].Min(row => row.Duty.Since), among.Count(pupil => pupil.SetAside.Any(set => set.Kind == kind))))];
        if (Duty is { } chosen)
        {
            List<OutstandingRow> rows = [.. found[chosen].OrderBy(row => row.Duty.Since ?? DateOnly.MinValue)];
            Total = rows.Count;
            Pages = (Total + Size - 1) / Size;
            Page = Math.Clamp(int.TryParse(asked.Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1, 1, Math.Max(1, Pages));
            Rows = [.. rows.Skip((Page - 1) * Size).Take(Size)];
            SetAside = [.. among.SelectMany(pupil => pupil.SetAside.Where(set => set.Kind == chosen).Select(set => (pupil, set)))];
        }
    }

    /// <summary>Who looks.</summary>
    public SignedInStaff Staff { get; }

    /// <summary>The duty that is chosen; null for all.</summary>
    public DutyKind? Duty { get; }

    /// <summary>The year that is chosen; empty for all.</summary>
    public string Year { get; }

    /// <summary>The class that is chosen; empty for all.</summary>
    public string Class { get; }

    /// <summary>Whether only what law asks is shown, or only what the Code asks; null for both.</summary>
    public bool? Must { get; }

    /// <summary>The years to choose from.</summary>
    public IReadOnlyList<string> Years { get; }

    /// <summary>The classes to choose from.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The duties with how often each is outstanding.</summary>
    public IReadOnlyList<DutyCount> Kinds { get; }

    /// <summary>How much is outstanding in all.</summary>
    public int Count => Kinds.Sum(kind => kind.Count);

    /// <summary>For how many pupils the chosen duty is outstanding.</summary>
    public int Total { get; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; }

    /// <summary>The rows of this page, the oldest first.</summary>
    public IReadOnlyList<OutstandingRow> Rows { get; } = [];

    /// <summary>Pupils to whom the chosen duty does not apply.</summary>
    public IReadOnlyList<(PupilDuties Pupil, SetAsideRow Set)> SetAside { get; } = [];

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Year.Length > 0 || Class.Length > 0 || Must is not null;

    /// <summary>What the window is called.</summary>
    public string Title => string.Join(", ", new[]
    {
        Duty is { } duty ? duty.Name() : "Duties",
        Year.Length > 0 ? NcYear.Parse(Year).Name : "",
        Class,
        Must is { } must ? must ? "must" : "should" : "",
        Page > 1 ? $"page {Page} of {Pages}" : "",
    }.Where(part => part.Length > 0));

    /// <summary>The address of a duty, with the filters that are in use; of all duties when null.</summary>
    public string AddressOf(DutyKind? kind)
    {
        var query = string.Join('&', new[]
        {
            kind is { } duty ? $"duty={duty}" : "",
            Year.Length > 0 ? $"year={Uri.EscapeDataString(Year)}" : "",
            Class.Length > 0 ? $"class={Uri.EscapeDataString(Class)}" : "",
            Must is { } must ? $"by={(must ? "must" : "should")}" : "",
        }.Where(part => part.Length > 0));
        return query.Length > 0 ? $"/duties?{query}" : "/duties";
    }
}

/// <summary>A duty with how often it is outstanding.</summary>
/// <param name="Kind">The duty.</param>
/// <param name="Count">For how many pupils.</param>
/// <param name="Oldest">The first day of the oldest.</param>
/// <param name="SetAside">To how many pupils it does not apply.</param>
public sealed record DutyCount(DutyKind Kind, int Count, DateOnly? Oldest, int SetAside);

/// <summary>A pupil for whom a duty is outstanding.</summary>
public sealed record OutstandingRow(PupilDuties Pupil, OutstandingDuty Duty);
