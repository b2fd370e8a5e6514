using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.DayOne.RecordDone;

/// <summary>Records what was done before, for many pupils in one transaction, and takes it back.</summary>
public sealed class DoneBeforeHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>How long what was recorded for many at once can be taken back at once.</summary>
    public static readonly TimeSpan UndoLasts = TimeSpan.FromHours(24);

    private const int Tries = 3;

    /// <summary>Today in the school.</summary>
    public DateOnly Today => SchoolClock.Today(clock);

    /// <summary>The page for a choice; with the pupils where they are asked for.</summary>
    public async Task<DoneBeforePage> PageAsync(SignedInStaff staff, DoneBeforeChoice choice, bool withPupils)
    {
        var kinds = choice.Chosen();
        var pupils = withPupils ? await DoneBeforeReads.Asked(db, staff, choice.Year, choice.Class, choice.Status).Take(DoneBeforePage.MostPupils + 1).ToListAsync() : [];
        var shown = pupils.Take(DoneBeforePage.MostPupils).ToList();
        var form = new DoneBeforeForm { Kinds = [.. kinds] };
        foreach (var pupil in shown)
        {
            var dates = kinds.ToDictionary(kind => kind, kind => pupil.DateFor(kind, choice));
            form.Rows[pupil.Id] = new DoneBeforeRow { Take = kinds.Any(kind => pupil.LatestOf(kind) is null), Dates = dates };
        }

        return (await PageAsync(staff, choice, shown, withPupils ? form : null)) with { HasMore = pupils.Count > shown.Count };
    }

    /// <summary>The page with a table as it was posted.</summary>
    public Task<DoneBeforePage> PageAsync(SignedInStaff staff, DoneBeforeForm form, IReadOnlyList<DoneBeforePupil> pupils) =>
        PageAsync(staff, new DoneBeforeChoice { Kinds = form.Kinds, Show = true }, pupils, form);

    /// <summary>The pupils of a posted table; null when one is not among those whose records the person keeps.</summary>
    public async Task<IReadOnlyList<DoneBeforePupil>?> PupilsAsync(SignedInStaff staff, DoneBeforeForm form)
    {
        var pupils = await DoneBeforeReads.Given(db, staff, [.. form.Rows.Keys]).ToListAsync();
        return pupils.Count == form.Rows.Count ? pupils : null;
    }

    /// <summary>What is wrong with the dates, each with its field; the message names the pupil.</summary>
    public IEnumerable<(string Field, string Message)> Problems(DoneBeforeForm form, IReadOnlyList<DoneBeforePupil> pupils)
    {
        foreach (var pupil in pupils.Where(pupil => form.Rows[pupil.Id].Take))
        {
            foreach (var (kind, text) in form.Rows[pupil.Id].Dates.Where(date => form.Kinds.Contains(date.Key) && !string.IsNullOrWhiteSpace(date.Value)))
            {
                var problem = !DateText.TryRead(text, out var on) ? "enter a date such as 26 Mar 2026"
                    : on > Today ? "the date must be today or in the past"
                    : on <= pupil.BirthDate ? "the date must be after the date of birth"
                    : null;
                if (problem is not null)
                {
                    yield return ($"Rows[{pupil.Id}].Dates[{kind}]", $"{pupil.FirstName} {pupil.Surname}: {problem}");
                }
            }
        }
    }

    /// <summary>Records it for all of the pupils, or for none.</summary>
    /// <returns>How much is new, for how many pupils, and when it was recorded.</returns>
    /// <exception cref="DomainRuleException">A record cannot be true.</exception>
    public async Task<(int Records, int Pupils, DateTime At)> RecordAsync(SignedInStaff staff, DoneBeforeForm form)
    {
        var entries = form.Entries().ToLookup(entry => entry.PupilId);
        for (var attempt = 1; ; attempt++)
        {
            var by = staff.Acting(clock);
            var pupils = await DoneBeforeReads.ToChange(db, staff, [.. entries.Select(pupil => pupil.Key)]).ToListAsync();
            var before = pupils.Sum(pupil => pupil.DutyRecords.Count);
            foreach (var pupil in pupils)
            {
                foreach (var (_, kind, on) in entries[pupil.Id])
                {
                    pupil.RecordDuty(kind, on, "", "", form.Note, by);
                }
            }

            var changed = pupils.Where(pupil => pupil.PendingEvents.Count > 0).ToList();
            var records = pupils.Sum(pupil => pupil.DutyRecords.Count) - before;
            try
            {
                await db.SaveChangesAsync();
                return (records, changed.Count, by.At);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // A colleague saved one of the pupils meanwhile. Records are only ever added, so they go beside whatever that was.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>What the person recorded at a moment, where it can still be taken back at once.</summary>
    public async Task<IReadOnlyList<UndoneRow>> RecordedAsync(SignedInStaff staff, long ticks)
    {
        var at = new DateTime(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        return clock.GetUtcNow().UtcDateTime - at > UndoLasts ? [] : await Recorded(db, staff, at).ToListAsync();
    }

    /// <summary>Takes it back for all of the pupils, or for none.</summary>
    /// <returns>How many records were taken away.</returns>
    public async Task<int> UndoAsync(SignedInStaff staff, long ticks)
    {
        var recorded = (await RecordedAsync(staff, ticks)).ToLookup(row => row.PupilId, row => row.Summary);
        var by = staff.Acting(clock);
        var count = 0;
        foreach (var pupil in await DoneBeforeReads.ToChange(db, staff, [.. recorded.Select(pupil => pupil.Key)]).ToListAsync())
        {
            foreach (var record in pupil.DutyRecords.Where(record => recorded[pupil.Id].Contains(record.InWords())).ToList())
            {
                pupil.RemoveDuty(record.Kind, record.On, by);
                count++;
            }
        }

        await db.SaveChangesAsync();
        return count;
    }

    internal static IQueryable<UndoneRow> Recorded(SenSupportDbContext db, SignedInStaff staff, DateTime at)
    {
        var staffId = staff.StaffId;
        return from row in db.Events.AsNoTracking()
               where row.At == at && row.StaffId == staffId && row.Kind == RecordEventKind.DutyRecorded
               join pupil in db.PupilsWrittenBy(staff) on row.PupilId equals pupil.Id
               orderby pupil.SortName, row.Summary
               select new UndoneRow(pupil.Id, pupil.Surname + ", " + (pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs), row.Summary);
    }

    private async Task<DoneBeforePage> PageAsync(SignedInStaff staff, DoneBeforeChoice choice, IReadOnlyList<DoneBeforePupil> pupils, DoneBeforeForm? form) => new(
        choice, choice.Chosen(), pupils, form, await DoneBeforeReads.Years(db, staff).ToListAsync(), await DoneBeforeReads.Classes(db).ToListAsync());
}

/// <summary>Something that was recorded, to be taken back.</summary>
public sealed record UndoneRow(Guid PupilId, string ListName, string Summary);
