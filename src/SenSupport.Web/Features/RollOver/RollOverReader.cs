using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.RollOver;

/// <summary>What the pages of the roll-over read.</summary>
public static class RollOverReader
{
    /// <summary>Pupils on roll, by name.</summary>
    public static IQueryable<RollOverPupil> Pupils(SenSupportDbContext db, SignedInStaff staff) =>
        db.PupilsListedFor(staff).OnRoll().OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id)
            .Select(pupil => new RollOverPupil(pupil.Id, pupil.Surname, pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs, pupil.NcYear, pupil.NcYearOrder, pupil.ClassId));

    /// <summary>Classes, by name.</summary>
    public static IQueryable<RollOverClass> Classes(SenSupportDbContext db) =>
        db.Classes.AsNoTracking().OrderBy(row => row.Name).Select(row => new RollOverClass(row.Id, row.Name, row.NcYear, row.Teachers.Count));

    /// <summary>Roll-overs that were applied, the latest first.</summary>
    public static IQueryable<RollOverDone> Done(SenSupportDbContext db) =>
        db.RollOvers.AsNoTracking().Where(row => row.AppliedAt != null).OrderByDescending(row => row.AppliedAt)
            .Select(row => new RollOverDone(row.Id, row.StartYear, row.AppliedAt!.Value, row.AppliedBy, row.MovedUp, row.Left, row.KeptDown, row.UndoneAt, row.UndoneBy));

    /// <summary>Teaching groups of years before the one that comes.</summary>
    public static IQueryable<TeachingGroup> GroupsToClose(SenSupportDbContext db, AcademicYear into) =>
        db.TeachingGroups.Where(group => group.ClosedOn == null && group.StartYear < into.StartYear);

    /// <summary>The plan for a year that is not applied yet.</summary>
    public static IQueryable<Domain.Schools.RollOver> Planned(SenSupportDbContext db, AcademicYear into) =>
        db.RollOvers.Where(row => row.StartYear == into.StartYear && row.AppliedAt == null).OrderByDescending(row => row.Id);

    /// <summary>The school and its plan as they are now; without a plan, our proposal.</summary>
    public static async Task<RollOverState> StateAsync(SenSupportDbContext db, SignedInStaff staff)
    {
        var into = Domain.Schools.RollOver.YearAt(db.Today);
        var school = await db.Schools.AsNoTracking().FirstAsync();
        var classes = (await Classes(db).ToListAsync()).OrderBy(row => NcYear.Parse(row.NcYear).Order).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var plan = await Planned(db, into).AsNoTracking().FirstOrDefaultAsync();
        var highest = NcYear.Parse(school.HighestYear);
        var proposal = RollOverProposal.For([.. classes.Select(row => new ClassToMove(row.Id, row.Name, row.NcYear))], highest);
        var known = plan?.Plan.Classes.Where(move => classes.Exists(row => row.Id == move.ClassId) && (move.ToClassId is null || classes.Exists(row => row.Id == move.ToClassId))).ToList() ?? [];
        var pupils = await Pupils(db, staff).ToListAsync();
        var current = new RollOverPlan(
            [.. classes.Select(row => known.Find(move => move.ClassId == row.Id) ?? proposal.First(move => move.ClassId == row.Id))],
            [.. plan?.Plan.Exceptions.Where(own => pupils.Exists(pupil => pupil.Id == own.PupilId) && (own.ToClassId is null || classes.Exists(row => row.Id == own.ToClassId))) ?? []],
            plan?.Plan.LastDay ?? LastDay(school, into),
            plan?.Plan.CloseGroups ?? true,
            plan?.Plan.ClearTeachers ?? false);
        return new RollOverState(
            into, highest, classes, pupils, current, plan?.Version ?? Guid.Empty, plan is null, await GroupsToClose(db, into).CountAsync(), await Done(db).ToListAsync(), db.Today);
    }

    // The end of the last term before the year that comes, or of the academic year where the school has not said.
    private static DateOnly LastDay(School school, AcademicYear into) =>
        school.Terms.LastOrDefault(term => term.Ends < into.Starts && term.Ends > into.Starts.AddMonths(-3))?.Ends ?? into.Starts.AddDays(-1);
}
