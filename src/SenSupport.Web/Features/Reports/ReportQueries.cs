using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reports;

/// <summary>What the figures are made of.</summary>
public static class ReportQueries
{
    /// <summary>
    /// Pupils of the school by year, status and primary need. It begins at all pupils of the school, since those who read figures may read no pupil's
    /// record: nothing but counts leaves it.
    /// </summary>
    public static IQueryable<ReportFigure> Figures(SenSupportDbContext db) =>
        from pupil in db.Pupils.AsNoTracking().OnRoll()
        from need in pupil.Needs.Where(need => need.End == null && need.Rank == 1).DefaultIfEmpty()
        group pupil by new { pupil.NcYearOrder, pupil.NcYear, pupil.Status, need!.Code, Area = (AreaOfNeed?)need.Area } into alike
        orderby alike.Key.NcYearOrder
        select new ReportFigure(alike.Key.NcYear, alike.Key.Status, alike.Key.Code, alike.Key.Area, alike.Count());
}

/// <summary>How many pupils there are of a year, a status and a primary need.</summary>
/// <param name="Year">National curriculum year.</param>
/// <param name="Status">Status.</param>
/// <param name="Need">Code of the primary need; null without one.</param>
/// <param name="Area">Its area.</param>
/// <param name="Pupils">How many.</param>
public sealed record ReportFigure(string Year, SenStatus Status, string? Need, AreaOfNeed? Area, int Pupils);
