using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.FindPupils;

/// <summary>
/// Reads the register in one command while no record of the school changes; otherwise in at most six: the stamp, the counts, what is outstanding, one page of rows, and how
/// many a filter finds.
/// </summary>
public sealed class FindPupilsHandler(SenSupportDbContext db, DutyReader duties, KeptRecords kept, IMemoryCache cache, TimeProvider clock)
{
    // So many matches are named when a filter hides them; more are only offered.
    private const int MostNamed = 3;

    /// <summary>The page that an address asks for.</summary>
    public async Task<RegisterPage> FindAsync(RegisterAddress asked, SignedInStaff staff)
    {
        var stamp = await SchoolStamp.Current.FirstOrDefaultAsync(db, staff.SchoolId);
        if (asked.Search.Length > 0)
        {
            // What people search for is seldom asked twice.
            return await ReadAsync(asked, staff, stamp);
        }

        var (versions, today) = (RecordVersion.NumberOf(stamp), SchoolClock.Today(clock));
        return kept.Find<RegisterPage>((staff, asked), versions, today) ?? kept.Keep((staff, asked), versions, today, await ReadAsync(asked, staff, stamp));
    }

    /// <summary>What an address asks, as far as it exists.</summary>
    public async Task<RegisterQuestion> AskAsync(RegisterAddress asked, SignedInStaff staff) => await AskAsync(asked, staff, await SchoolStamp.Current.FirstOrDefaultAsync(db, staff.SchoolId));

    private async Task<RegisterPage> ReadAsync(RegisterAddress asked, SignedInStaff staff, Guid stamp)
    {
        var question = await AskAsync(asked, staff, stamp);
        var (filter, counts, today, termEnds, outstanding) = question;
        var page = new RegisterPage(filter, staff, counts, today, termEnds is not null) { OutstandingCount = outstanding.Count };
        // A first page that is not full needs no count of its own.
        int? total = !filter.IsNarrowed ? page.CountOf(filter.View) : filter.Page > 1 ? await Found().CountAsync() : null;
        filter = filter with { Page = Math.Clamp(filter.Page, 1, total is > 0 ? ((total.Value - 1) / filter.Size) + 1 : 1) };
        var rows = total == 0 ? []
            : filter.Sort == RegisterColumn.Outstanding ? await RowsByOutstandingAsync(question with { Filter = filter }, staff)
            : await RegisterQueries.Rows(db, staff, filter, today, termEnds, question.PupilsOwed).Skip((filter.Page - 1) * filter.Size).Take(filter.Size).ToListAsync();
        rows = [.. rows.Select(row => row with { Outstanding = outstanding.GetValueOrDefault(row.Id) })];
        total ??= rows.Count < filter.Size ? rows.Count : await Found().CountAsync();
        if (total == 0)
        {
            var everywhere = new RegisterFilter { View = RegisterView.Everyone, Search = filter.Search };
            return filter.Search.Length == 0 || (filter.View == RegisterView.Everyone && !filter.IsNarrowedBesidesSearch)
                ? page
                : page with { Elsewhere = await RegisterQueries.Rows(db, staff, everywhere, today, null, []).Take(MostNamed + 1).ToListAsync() };
        }

        return page with { Filter = filter, Total = total.Value, Rows = rows, Only = asked.IsQuickSearch && filter.Search.Length > 0 && total == 1 && staff.ReadsRecords ? rows.FirstOrDefault()?.Id : null };

        IQueryable<Guid> Found() => RegisterQueries.Found(db, staff, filter, today, termEnds, question.PupilsOwed);
    }

    private async Task<RegisterQuestion> AskAsync(RegisterAddress asked, SignedInStaff staff, Guid stamp)
    {
        var today = SchoolClock.Today(clock);
        var counts = await RegisterQueries.Counts(db, staff, today).ToListAsync();
        var filter = RegisterFilter.Read(asked, staff.ReadsRecords, [.. counts.Select(count => count.Year)], [.. counts.Select(count => count.Class).OfType<string>()]);
        var termEnds = await EndOfTermAsync(staff, today);
        filter = termEnds is null && filter.Review == ReviewWhen.ThisTerm ? filter with { Review = null } : filter;
        return new RegisterQuestion(filter, counts, today, termEnds, await OutstandingAsync(staff, stamp));
    }

    private async Task<IReadOnlyDictionary<Guid, int>> OutstandingAsync(SignedInStaff staff, Guid stamp)
    {
        if (!staff.ReadsRecords)
        {
            return new Dictionary<Guid, int>();
        }

        var counts = (await duties.OfSchoolAsync(staff, stamp)).CountsFor(staff);
        if (staff.SeesWholeSchool)
        {
            return counts;
        }

        var seen = await RegisterQueries.Seen(db, staff, [.. counts.Keys]).ToListAsync();
        return seen.ToDictionary(id => id, id => counts[id]);
    }

    private async Task<List<RegisterRow>> RowsByOutstandingAsync(RegisterQuestion question, SignedInStaff staff)
    {
        var keys = await RegisterQueries.Keys(db, staff, question.Filter, question.Today, question.TermEnds, question.PupilsOwed).ToListAsync();
        Guid[] shown = [.. question.ByOutstanding(keys, key => key).Skip((question.Filter.Page - 1) * question.Filter.Size).Take(question.Filter.Size)];
        var rows = await RegisterQueries.Rows(db, staff, question.Today, shown).ToDictionaryAsync(row => row.Id);
        return [.. shown.Select(rows.GetValueOrDefault).OfType<RegisterRow>()];
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
/// <param name="Outstanding">How much is outstanding for each pupil whom the person sees and for whom anything is.</param>
public sealed record RegisterQuestion(
    RegisterFilter Filter, IReadOnlyList<RegisterCount> Counts, DateOnly Today, DateOnly? TermEnds, IReadOnlyDictionary<Guid, int> Outstanding)
{
    /// <summary>The pupils for whom anything is outstanding.</summary>
    public Guid[] PupilsOwed => [.. Outstanding.Keys];

    /// <summary>Rows that come by name, in the order of how much is outstanding, where the filter asks for it.</summary>
    public IEnumerable<T> ByOutstanding<T>(IEnumerable<T> rows, Func<T, Guid> key) => Filter switch
    {
        { Sort: RegisterColumn.Outstanding, Descending: true } => rows.OrderByDescending(row => Outstanding.GetValueOrDefault(key(row))),
        { Sort: RegisterColumn.Outstanding } => rows.OrderBy(row => Outstanding.GetValueOrDefault(key(row))),
        _ => rows,
    };
}
