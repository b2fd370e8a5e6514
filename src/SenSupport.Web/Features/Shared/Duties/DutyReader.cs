using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SenSupport.Domain.Duties;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Duties;

/// <summary>
/// What is outstanding, for one pupil and for the whole school. A school's is kept in memory, each pupil's beside the versions of the records that it was found from: a
/// page reads the versions, and finds anew what changed since. So nothing is stale after a save, whichever server saved it.
/// </summary>
public sealed class DutyReader(SenSupportDbContext db, IMemoryCache cache, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>One pupil's duties, in two commands; whether the person may read the record has been asked before.</summary>
    public async Task<PupilDuties> OfPupilAsync(SignedInStaff staff, Guid pupilId)
    {
        var today = SchoolClock.Today(clock);
        var pupil = await DutyReads.OnePupil.FirstOrDefaultAsync(db, staff, pupilId) ?? throw new InvalidOperationException("Whether there is such a pupil has been asked before");
        var cycles = await DutyReads.CyclesOfOne.ToListAsync(db, staff, pupilId);
        return Found(pupil, cycles, await SchoolAsync(staff.SchoolId, pupil.SchoolVersion), today);
    }

    /// <summary>The duties of every pupil on roll, in one command when nothing changed.</summary>
    public async Task<SchoolDuties> OfSchoolAsync(SignedInStaff staff)
    {
        var schoolId = staff.SchoolId;
        var today = SchoolClock.Today(clock);
        var versions = new Dictionary<Guid, UInt128>();
        foreach (var row in await DutyReads.SchoolVersions.ToListAsync(db, staff))
        {
            versions[row.PupilId] = unchecked(versions.GetValueOrDefault(row.PupilId) + row.Number);
        }

        versions.Remove(Guid.Empty, out var others);
        var key = (nameof(DutyReader), schoolId);
        var known = cache.TryGetValue(key, out Kept? kept) && kept!.Today == today && kept.Others == others ? kept.Pupils : [];
        var changed = versions.Where(version => !(known.TryGetValue(version.Key, out var pupil) && pupil.Versions == version.Value)).Select(version => version.Key).ToArray();
        if (changed.Length == 0 && known.Count == versions.Count && kept is not null)
        {
            return kept.Duties;
        }

        var found = versions.Where(version => known.ContainsKey(version.Key)).ToDictionary(version => version.Key, version => known[version.Key]);
        if (changed.Length > 0)
        {
            var cycles = (await DutyReads.Cycles(db, changed).AsSplitQuery().ToListAsync()).ToLookup(cycle => cycle.PupilId);
            foreach (var pupil in await DutyReads.Pupils(db, changed).AsSplitQuery().ToListAsync())
            {
                found[pupil.Id] = (versions[pupil.Id], Found(pupil, cycles[pupil.Id], await SchoolAsync(schoolId, pupil.SchoolVersion), today));
            }
        }

        var now = new Kept(today, others, found, new SchoolDuties([.. found.Values.Select(pupil => pupil.Duties).OrderBy(pupil => pupil.SortName, StringComparer.Ordinal).ThenBy(pupil => pupil.PupilId)]));
        return cache.Set(key, now, new MemoryCacheEntryOptions { SlidingExpiration = KeptFor }).Duties;
    }

    /// <summary>The settings that duties go by, as they are in a version of the school.</summary>
    public async ValueTask<DutySchool> SchoolAsync(Guid schoolId, Guid version)
    {
        var key = (nameof(DutySchool), schoolId);
        if (cache.TryGetValue(key, out (Guid Version, DutySchool Settings) known) && known.Version == version)
        {
            return known.Settings;
        }

        var school = await DutyReads.School(db, schoolId).FirstAsync();
        return cache.Set(key, (school.Version, Settings: DutySchool.Of(school)), KeptFor).Settings;
    }

    private static PupilDuties Found(DutyPupil pupil, IEnumerable<DutyCycle> cycles, DutySchool school, DateOnly today)
    {
        var facts = pupil.Facts(cycles);
        return new PupilDuties
        {
            PupilId = pupil.Id,
            Surname = pupil.Surname,
            FirstName = pupil.FirstName,
            SortName = pupil.SortName,
            NcYear = pupil.NcYear,
            NcYearOrder = pupil.NcYearOrder,
            Class = pupil.Class,
            Outstanding = DutyRules.Outstanding(facts, school, today),
            SetAside = [.. pupil.SetAside.OrderBy(set => set.Kind)],
            AnnualReviewOn = DutyRules.AnnualReviewOn(facts, school, today),
            Rights = YoungPersonRights.Of(facts, school, today),
        };
    }

    private sealed record Kept(DateOnly Today, UInt128 Others, Dictionary<Guid, (UInt128 Versions, PupilDuties Duties)> Pupils, SchoolDuties Duties);
}
