using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Groups;

/// <summary>What the pages about one teaching group read.</summary>
public static class GroupReads
{
    /// <summary>A group with everyone in it, to change.</summary>
    public static IQueryable<TeachingGroup> Whole(SenSupportDbContext db, Guid groupId) =>
        db.TeachingGroups.Where(group => group.Id == groupId).Include(group => group.Pupils).Include(group => group.Teachers).AsSplitQuery();

    /// <summary>A group with everyone in it as the form saw it: saving it over a colleague's change is refused.</summary>
    public static async Task<TeachingGroup?> FindAsync(SenSupportDbContext db, Guid groupId, Guid version)
    {
        if (await Whole(db, groupId).FirstOrDefaultAsync() is not { } group)
        {
            return null;
        }

        db.Entry(group).Property(row => row.Version).OriginalValue = version;
        return group;
    }

    /// <summary>Whether another group of the academic year has the name, whatever its capitals.</summary>
    public static IQueryable<Guid> Named(SenSupportDbContext db, int startYear, string name, Guid besides)
    {
        var folded = name.Trim().ToLowerInvariant();
        return db.TeachingGroups.AsNoTracking().Where(group => group.StartYear == startYear && group.Id != besides && group.Name.ToLower() == folded).Select(group => group.Id);
    }

    /// <summary>Subjects in use, to suggest.</summary>
    public static IQueryable<string> Subjects(SenSupportDbContext db) =>
        db.TeachingGroups.AsNoTracking().Where(group => group.Subject != "").Select(group => group.Subject).Distinct().OrderBy(subject => subject);
}
