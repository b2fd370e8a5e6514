using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Features.Shared.Banks;

/// <summary>What the address of a bank says, as it was typed.</summary>
/// <param name="Search">Words.</param>
/// <param name="Area">An area of need, or "pupil" for those of the pupil whom an entry is chosen for.</param>
/// <param name="Need">A code of need, or "pupil".</param>
/// <param name="Phase">A phase.</param>
/// <param name="State">"own", "reworded", "used", "hidden" or "all"; what is offered otherwise.</param>
/// <param name="Sort">"a-z"; the most used first otherwise.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record BankAddress(string Search = "", string Area = "", string Need = "", string Phase = "", string State = "", string Sort = "", string Page = "");

/// <summary>Which entries of a bank are asked for.</summary>
public enum BankState
{
    /// <summary>Those that are offered.</summary>
    Offered,

    /// <summary>The school's own.</summary>
    Own,

    /// <summary>Those that the school reworded.</summary>
    Reworded,

    /// <summary>Those that stand in a plan.</summary>
    Used,

    /// <summary>Hidden and retired ones.</summary>
    Hidden,

    /// <summary>All.</summary>
    All,
}

/// <summary>The pupil whom an entry is chosen for, as far as a filter asks.</summary>
/// <param name="FirstName">The name in use.</param>
/// <param name="Areas">Areas of the pupil's needs.</param>
/// <param name="Needs">Codes of the pupil's needs.</param>
/// <param name="Phase">The phase; empty where the year has none.</param>
public sealed record BankPupil(string FirstName, IReadOnlyCollection<AreaOfNeed> Areas, IReadOnlyCollection<string> Needs, string Phase);

/// <summary>What is asked of a bank. Whatever the address says that does not exist counts as not said.</summary>
public sealed record BankFilter
{
    /// <summary>Entries a page.</summary>
    public const int Size = 20;

    /// <summary>What stands in an address for "those of the pupil".</summary>
    public const string OfPupil = "pupil";

    /// <summary>The page's own address.</summary>
    public required string Path { get; init; }

    /// <summary>The pupil whom an entry is chosen for; null in the bank itself.</summary>
    public BankPupil? Pupil { get; init; }

    /// <summary>Words, as they were typed.</summary>
    public string Search { get; init; } = "";

    /// <summary>An area's name, or "pupil"; empty for all.</summary>
    public string Area { get; init; } = "";

    /// <summary>A code of need, or "pupil"; empty for all.</summary>
    public string Need { get; init; } = "";

    /// <summary>A phase; empty for all.</summary>
    public string Phase { get; init; } = "";

    /// <summary>Which entries.</summary>
    public BankState State { get; init; }

    /// <summary>Whether the order is that of the alphabet rather than the most used first.</summary>
    public bool ByName { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything besides the usual is asked.</summary>
    public bool IsNarrowed => Search.Length > 0 || Area.Length > 0 || Need.Length > 0 || Phase.Length > 0 || State != BankState.Offered;

    /// <summary>Reads an address.</summary>
    public static BankFilter Read(string path, BankAddress asked, BankPupil? pupil = null) => new()
    {
        Path = path,
        Pupil = pupil,
        Search = asked.Search.Trim() is { Length: > 100 } longer ? longer[..100] : asked.Search.Trim(),
        Area = asked.Area == OfPupil && pupil is not null ? OfPupil : Enum.TryParse<AreaOfNeed>(asked.Area, out var area) && Enum.IsDefined(area) ? $"{area}" : "",
        Need = asked.Need == OfPupil && pupil is not null ? OfPupil : NeedType.Find(asked.Need)?.Code ?? "",
        Phase = BankEntry.AllPhases.Contains(asked.Phase) ? asked.Phase : "",
        State = Enum.TryParse<BankState>(asked.State, ignoreCase: true, out var state) && Enum.IsDefined(state) && (pupil is null || state is BankState.Own or BankState.Used) ? state : BankState.Offered,
        ByName = asked.Sort == "a-z",
        Page = int.TryParse(asked.Page, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>The entries that it finds, in its order.</summary>
    public IReadOnlyList<BankItem> Find(IEnumerable<BankItem> bank)
    {
        var words = SearchText.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = bank.Where(item => IsAsked(item) && Matches(item)).Where(item => words.Length == 0 || (item.Folded is var text && words.All(word => text.Contains(word, StringComparison.Ordinal))));
        return [.. ByName ? found.OrderBy(item => SearchText.Fold(item.Title), StringComparer.Ordinal) : found.OrderByDescending(item => item.Uses)];
    }

    /// <summary>The filters in use, each with the address without it.</summary>
    public IEnumerable<(string Text, string Address)> Tags()
    {
        if (Search.Length > 0)
        {
            yield return (Search, (this with { Search = "", Page = 1 }).Address());
        }

        if (Area.Length > 0)
        {
            yield return (Area == OfPupil ? $"{Pupil!.FirstName}’s areas of need" : Enum.Parse<AreaOfNeed>(Area).Name(), (this with { Area = "", Page = 1 }).Address());
        }

        if (Need.Length > 0)
        {
            yield return (Need == OfPupil ? $"{Pupil!.FirstName}’s needs: {string.Join(", ", Pupil.Needs)}" : Need, (this with { Need = "", Page = 1 }).Address());
        }

        if (Phase.Length > 0)
        {
            yield return (Phase, (this with { Phase = "", Page = 1 }).Address());
        }

        if (State != BankState.Offered)
        {
            yield return (NameOf(State), (this with { State = BankState.Offered, Page = 1 }).Address());
        }
    }

    /// <summary>What a state is called.</summary>
    public static string NameOf(BankState state) => state switch
    {
        BankState.Offered => "Offered to everyone",
        BankState.Own => "Our school’s own",
        BankState.Reworded => "Reworded by us",
        BankState.Used => "In our plans",
        BankState.Hidden => "Hidden",
        _ => "All, hidden ones too",
    };

    /// <summary>The address that says this.</summary>
    public string Address()
    {
        var query = new QueryBuilder();
        Add("search", Search);
        Add("area", Area);
        Add("need", Need);
        Add("phase", Phase);
        Add("state", State == BankState.Offered ? "" : State.ToString().ToLowerInvariant());
        Add("sort", ByName ? "a-z" : "");
        Add("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : "");
        return $"{Path}{query}";

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }
    }

    private bool IsAsked(BankItem item) => State switch
    {
        BankState.Own => item.IsOwn && !item.IsHidden,
        BankState.Reworded => item.IsReworded && !item.IsHidden,
        BankState.Used => item.Uses > 0 && !item.IsHidden,
        BankState.Hidden => item.IsHidden,
        BankState.All => true,
        _ => !item.IsHidden,
    };

    // An entry that names no need or phase suits every one.
    private bool Matches(BankItem item) =>
        (Area.Length == 0 || (Area == OfPupil ? Pupil!.Areas.Count == 0 || Pupil.Areas.Contains(item.Area) : $"{item.Area}" == Area))
        && (Need.Length == 0 || item.Needs.Count == 0 || (Need == OfPupil ? Pupil!.Needs.Count == 0 || item.Needs.Any(Pupil.Needs.Contains) : item.Needs.Contains(Need)))
        && (Phase.Length == 0 || item.Phases.Count == 0 || item.Phases.Contains(Phase));
}

/// <summary>One page of what a filter finds.</summary>
/// <param name="Filter">What is asked, with the page that there is.</param>
/// <param name="Items">The page's entries.</param>
/// <param name="Total">How many are found.</param>
/// <param name="InBank">How many the bank offers.</param>
public sealed record BankResult(BankFilter Filter, IReadOnlyList<BankItem> Items, int Total, int InBank)
{
    /// <summary>The number of pages.</summary>
    public int Pages => Math.Max(1, (Total + BankFilter.Size - 1) / BankFilter.Size);

    /// <summary>The number of the first entry on the page, from 1.</summary>
    public int First => ((Filter.Page - 1) * BankFilter.Size) + 1;

    /// <summary>What a filter finds in a bank.</summary>
    public static BankResult Of(BankFilter filter, IReadOnlyList<BankItem> bank)
    {
        var found = filter.Find(bank);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (found.Count + BankFilter.Size - 1) / BankFilter.Size));
        return new BankResult(filter with { Page = page }, [.. found.Skip((page - 1) * BankFilter.Size).Take(BankFilter.Size)], found.Count, bank.Count(item => !item.IsHidden));
    }
}
