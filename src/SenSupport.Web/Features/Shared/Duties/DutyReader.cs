using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Duties;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Duties;

/// <summary>
/// What is outstanding, for one pupil and for the whole school. A school's is kept in memory beside the school's stamp; when that is another one, each pupil's beside the
/// versions of the records that it was found from says whose changed, and only theirs is found anew. So nothing is stale after a save, whichever server saved it.
/// </summary>
public sealed class DutyReader(SenSupportDbContext db, KeptRecords kept, TimeProvider clock)
{
    /// <summary>One pupil's duties, in two commands; whether the person may read the record has been asked before.</summary>
    public async Task<PupilDuties> OfPupilAsync(SignedInStaff staff, Guid pupilId) =>
        await FindAsync(staff, pupilId) ?? throw new InvalidOperationException("Whether there is such a pupil has been asked before");

    /// <summary>The duties of every pupil on roll, in one command when nothing changed.</summary>
    public async Task<SchoolDuties> OfSchoolAsync(SignedInStaff staff) => await OfSchoolAsync(staff, await SchoolStamp.Current.FirstOrDefaultAsync(db, staff.SchoolId));

    /// <summary>The duties of every pupil on roll, in no command when nothing changed since the stamp was read.</summary>
    public async Task<SchoolDuties> OfSchoolAsync(SignedInStaff staff, Guid stamp)
    {
        var (key, today) = (staff.SchoolId, SchoolClock.Today(clock));
        var stampNumber = RecordVersion.NumberOf(stamp);
        if (kept.Find<FoundDuties>(key, stampNumber, today) is { } same)
        {
            return same.Duties;
        }

        var versions = new Dictionary<Guid, UInt128>();
        foreach (var row in await DutyReads.SchoolVersions.ToListAsync(db, staff))
        {
            versions[row.PupilId] = unchecked(versions.GetValueOrDefault(row.PupilId) + row.Number);
        }

        versions.Remove(Guid.Empty, out var others);
        var known = kept.FindLast<FoundDuties>(key) is { } last && last.Today == today && last.Others == others ? last.Pupils : [];
        var found = known.Where(pupil => versions.TryGetValue(pupil.Key, out var version) && version == pupil.Value.Versions).ToDictionary();
        Guid[] changed = [.. versions.Keys.Where(pupil => !found.ContainsKey(pupil))];
        if (changed is [var only])
        {
            if (await FindAsync(staff, only) is { } pupil)
            {
                found[only] = (versions[only], pupil);
            }
        }
        else if (changed.Length > 0)
        {
            var cycles = (await DutyReads.Cycles(db, changed).AsSplitQuery().ToListAsync()).ToLookup(cycle => cycle.PupilId);
            foreach (var pupil in await DutyReads.Pupils(db, changed).AsSplitQuery().ToListAsync())
            {
                found[pupil.Id] = (versions[pupil.Id], Found(pupil, cycles[pupil.Id], await SchoolAsync(key, pupil.SchoolVersion), today));
            }
        }

        var duties = new SchoolDuties([.. found.Values.Select(pupil => pupil.Duties).OrderBy(pupil => pupil.SortName, StringComparer.Ordinal).ThenBy(pupil => pupil.PupilId)]);
        return kept.Keep(key, stampNumber, today, new FoundDuties(today, others, found, duties)).Duties;
    }

    /// <summary>The settings that duties go by, as they are in a version of the school.</summary>
    public async ValueTask<DutySchool> SchoolAsync(Guid schoolId, Guid version)
    {
        var today = SchoolClock.Today(clock);
        if (kept.Find<DutySchool>(schoolId, RecordVersion.NumberOf(version), today) is { } known)
        {
            return known;
        }

        var school = await DutyReads.School(db, schoolId).FirstAsync();
        return kept.Keep(schoolId, RecordVersion.NumberOf(school.Version), today, DutySchool.Of(school));
    }

    private async Task<PupilDuties?> FindAsync(SignedInStaff staff, Guid pupilId) =>
        await DutyReads.OnePupil.FirstOrDefaultAsync(db, staff, pupilId) is { } pupil
            ? Found(pupil, await DutyReads.CyclesOfOne.ToListAsync(db, staff, pupilId), await SchoolAsync(staff.SchoolId, pupil.SchoolVersion), SchoolClock.Today(clock))
            : null;

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

    // Each pupil's duties beside the versions that they were found from; others: the versions of the school's settings and of who teaches whom.
    private sealed record FoundDuties(DateOnly Today, UInt128 Others, Dictionary<Guid, (UInt128 Versions, PupilDuties Duties)> Pupils, SchoolDuties Duties);
}
