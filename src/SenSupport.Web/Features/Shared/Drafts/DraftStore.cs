using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Drafts;

/// <summary>What people have typed and not saved, a draft a person and page. Nobody else ever sees it.</summary>
public sealed class DraftStore(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>The person's draft of a page; null when there is none. Whether they may still see the page is the page's to know.</summary>
    public Task<Draft?> FindAsync(SignedInStaff staff, string page) => Of(db, staff, page).FirstOrDefaultAsync();

    /// <summary>Whether a draft of this page may be kept: its pupil's record is the person's to read.</summary>
    public Task<bool> MayKeepAsync(SignedInStaff staff, DraftPage page) => db.PupilsReadBy(staff).AnyAsync(pupil => pupil.Id == page.PupilId);

    /// <summary>Keeps the fields in place of those kept before.</summary>
    /// <returns>When they were kept, in UTC.</returns>
    /// <exception cref="ArgumentException">No draft is kept for such a page.</exception>
    public async Task<DateTime> KeepAsync(SignedInStaff staff, string page, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        if (!DraftPage.TryRead(page, out var known))
        {
            throw new ArgumentException("No draft is kept for such a page", nameof(page));
        }

        var (text, now) = (DraftFields.Write(fields), clock.GetUtcNow().UtcDateTime);
        if (!await ReplaceAsync(staff, known, text, now))
        {
            var draft = db.Drafts.Add(new Draft { SchoolId = staff.SchoolId, StaffId = staff.StaffId, Page = known.Path, PupilId = known.PupilId, Fields = text, SavedAt = now });
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException)
            {
                // The same person's other request was first: theirs is there now, and ours replaces it.
                draft.State = EntityState.Detached;
                if (!await ReplaceAsync(staff, known, text, now))
                {
                    throw;
                }
            }
        }

        return now;
    }

    /// <summary>Removes the draft, for what was typed is saved or given up.</summary>
    public Task RemoveAsync(SignedInStaff staff, string page) => Of(db, staff, page).ExecuteDeleteAsync();

    /// <summary>The person's drafts of pupils whom they may still see, the latest first; without their fields.</summary>
    public async Task<IReadOnlyList<Draft>> ListAsync(SignedInStaff staff) => await Mine(db, staff).ToListAsync();

    /// <summary>The person's draft of one page.</summary>
    public static IQueryable<Draft> Of(SenSupportDbContext db, SignedInStaff staff, string page)
    {
        var (staffId, path) = (staff.StaffId, DraftPage.TryRead(page, out var known) ? known.Path : page);
        return db.Drafts.AsNoTracking().Where(draft => draft.StaffId == staffId && draft.Page == path);
    }

    /// <summary>The person's drafts, the latest first, without their fields.</summary>
    public static IQueryable<Draft> Mine(SenSupportDbContext db, SignedInStaff staff)
    {
        var (staffId, pupils) = (staff.StaffId, db.PupilsReadBy(staff));
        return db.Drafts.AsNoTracking()
            .Where(draft => draft.StaffId == staffId && pupils.Any(pupil => pupil.Id == draft.PupilId))
            .OrderByDescending(draft => draft.SavedAt)
            .Select(draft => new Draft { SchoolId = draft.SchoolId, StaffId = draft.StaffId, Page = draft.Page, PupilId = draft.PupilId, SavedAt = draft.SavedAt });
    }

    private async Task<bool> ReplaceAsync(SignedInStaff staff, DraftPage page, string fields, DateTime now) =>
        await Of(db, staff, page.Path).ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Fields, fields).SetProperty(draft => draft.SavedAt, now)) == 1;
}
