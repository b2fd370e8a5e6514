using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared;

/// <summary>A school's terms, kept in memory for five minutes: several pages name the term, and it changes once a year.</summary>
public static class SchoolTerms
{
    /// <summary>The terms of the request's school, earliest first.</summary>
    public static async ValueTask<IReadOnlyList<SchoolTerm>> TermsOfAsync(this IMemoryCache cache, Guid schoolId, SenSupportDbContext db) =>
        cache.TryGetValue(Key(schoolId), out IReadOnlyList<SchoolTerm>? known)
            ? known!
            : cache.Set(Key(schoolId), (await Of(db, schoolId).FirstOrDefaultAsync())?.Terms ?? [], TimeSpan.FromMinutes(5));

    /// <summary>Forgets a school's terms after they changed.</summary>
    public static void DropTerms(this IMemoryCache cache, Guid schoolId) => cache.Remove(Key(schoolId));

    /// <summary>The school with its terms.</summary>
    public static IQueryable<School> Of(SenSupportDbContext db, Guid schoolId) => db.Schools.AsNoTracking().Where(school => school.Id == schoolId);

    private static (string, Guid) Key(Guid schoolId) => (nameof(SchoolTerms), schoolId);
}
