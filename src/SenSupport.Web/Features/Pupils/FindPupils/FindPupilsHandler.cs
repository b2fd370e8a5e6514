using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.FindPupils;

/// <summary>Reads the register in at most three commands: the counts, one page of rows, and how many a filter finds.</summary>
public sealed class FindPupilsHandler(SenSupportDbContext db, IMemoryCache cache, TimeProvider clock)
{
    // So many matches are named when a filter hides them; more are only offered.
    private const int MostNamed = 3;

    /// <summary>The page that an address asks for.</summary>
    public async Task<RegisterPage> FindAsync(RegisterAddress asked, SignedInStaff staff)
    {
        var (filter, counts, today, termEnds) = await AskAsync(asked, staff);
        var page = new RegisterPage(filter, staff, counts, today, termEnds is not null);
        // A first page that is not full needs no count of its own.
        int? total = !filter.IsNarrowed ? page.CountOf(filter.View) : filter.Page > 1 ? await Found().CountAsync() : null;
        filter = filter with { Page = Math.Clamp(filter.Page, 1, total is > 0 ? ((total.Value - 1) / filter.Size) + 1 : 1) };
        var rows = total == 0 ? [] : await RegisterQueries.Rows(db, staff, filter, today, termEnds).Skip((filter.Page - 1) * filter.Size).Take(filter.Size).ToListAsync();
        total ??= rows.Count < filter.Size ? rows.Count : await Found().CountAsync();
        if (total == 0)
        {
            var everywhere = new RegisterFilter { View = RegisterView.Everyone, Search = filter.Search };
            return filter.Search.Length == 0 || (filter.View == RegisterView.Everyone && !filter.IsNarrowedBesidesSearch)
                ? page
                : page with { Elsewhere = await RegisterQueries.Rows(db, staff, everywhere, today, null).Take(MostNamed + 1).ToListAsync() };
        }

        return page with { Filter = filter, Total = total.Value, Rows = rows, Only = asked.IsQuickSearch && total == 1 && staff.ReadsRecords ? rows.FirstOrDefault()?.Id : null };

        IQueryable<Guid> Found() => RegisterQueries.Found(db, staff, filter, today, termEnds);
    }

    /// <summary>What an address asks, as far as it exists.</summary>
    public async Task<RegisterQuestion> AskAsync(RegisterAddress asked, SignedInStaff staff)
    {
        var today = SchoolClock.Today(clock);
        var counts = await RegisterQueries.Counts(db, staff, today).ToListAsync();
        var filter = RegisterFilter.Read(asked, staff.ReadsRecords, [.. counts.Select(count => count.Year)], [.. counts.Select(count => count.Class).OfType<string>()]);
        var termEnds = await EndOfTermAsync(staff, today);
        return new RegisterQuestion(termEnds is null && filter.Review == ReviewWhen.ThisTerm ? filter with { Review = null } : filter, counts, today, termEnds);
    }

    // In a holiday, the term that comes.
    private async ValueTask<DateOnly?> EndOfTermAsync(SignedInStaff staff, DateOnly today) =>
        (await cache.TermsOfAsync(staff.SchoolId, db)).FirstOrDefault(term => term.Ends >= today)?.Ends;
}

/// <summary>What is asked of the register, with what it takes to answer.</summary>
/// <param name="Filter">What is asked, as far as it exists.</param>
/// <param name="Counts">Pupils by year and class.</param>
/// <param name="Today">The date in the school.</param>
/// <param name="TermEnds">The last day of the term; null where no term is known.</param>
public sealed record RegisterQuestion(RegisterFilter Filter, IReadOnlyList<RegisterCount> Counts, DateOnly Today, DateOnly? TermEnds);
