using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Census;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.CheckCensus;

/// <summary>A pupil on roll on a census day, as the records have them.</summary>
public sealed record CensusRow
{
    /// <summary>The pupil.</summary>
    public Guid Id { get; init; }

    /// <summary>UPN.</summary>
    public string Upn { get; init; } = "";

    /// <summary>Surname.</summary>
    public string Surname { get; init; } = "";

    /// <summary>Forename.</summary>
    public string Forename { get; init; } = "";

    /// <summary>Known-as name.</summary>
    public string KnownAs { get; init; } = "";

    /// <summary>Date of birth.</summary>
    public DateOnly BirthDate { get; init; }

    /// <summary>Sex.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Year group.</summary>
    public string NcYear { get; init; } = "";

    /// <summary>The class; null without one.</summary>
    public string? Class { get; init; }

    /// <summary>The status on the day; null where none was ever recorded.</summary>
    public SenStatus? Status { get; init; }

    /// <summary>Needs that are current on the day, by rank.</summary>
    public IReadOnlyList<RankedNeed> Needs { get; init; } = [];

    /// <summary>Place in a SEN unit.</summary>
    public bool InSenUnit { get; init; }

    /// <summary>Place in resourced provision.</summary>
    public bool InResourcedProvision { get; init; }

    /// <summary>As the census takes them. Monitoring is the school's own state: it counts as N, and the needs that are watched are no part of the census.</summary>
    public CensusPupil ToCensus() => new(
        Id, Upn, Surname, Forename, BirthDate, Sex, Domain.Schools.NcYear.TryParse(NcYear, out var year) ? year : null, (Status ?? SenStatus.None).ProvisionCode(), Status == SenStatus.Monitoring ? [] : Needs, InSenUnit, InResourcedProvision);
}

/// <summary>What a census takes from the records.</summary>
public static class CensusReads
{
    /// <summary>The pupils on roll on a day with their status and needs of that day, by name. Names, year and class are those of today.</summary>
    public static IQueryable<CensusRow> Rows(SenSupportDbContext db, SignedInStaff staff, DateOnly day) =>
        from pupil in db.PupilsListedFor(staff)
        where pupil.LeftOn == null || pupil.LeftOn >= day
        orderby pupil.SortName, pupil.Id
        select new CensusRow
        {
            Id = pupil.Id,
            Upn = pupil.Upn,
            Surname = pupil.Surname,
            Forename = pupil.Forename,
            KnownAs = pupil.KnownAs,
            BirthDate = pupil.BirthDate,
            Sex = pupil.Sex,
            NcYear = pupil.NcYear,
            Class = db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
            Status = pupil.StatusPeriods.Where(period => period.Start <= day && (period.End == null || period.End >= day)).OrderByDescending(period => period.Start).Select(period => (SenStatus?)period.Status).FirstOrDefault(),
            Needs = pupil.Needs.Where(need => need.Start <= day && (need.End == null || need.End >= day)).OrderBy(need => need.Rank).Select(need => new RankedNeed(need.Rank, need.Code, need.Start, need.End)).ToList(),
            InSenUnit = pupil.InSenUnit,
            InResourcedProvision = pupil.InResourcedProvision,
        };

    /// <summary>The school with its numbers.</summary>
    public static IQueryable<School> School(SenSupportDbContext db) => db.Schools.AsNoTracking();
}
