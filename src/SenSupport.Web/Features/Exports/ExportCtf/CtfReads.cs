using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Ctf;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.ExportCtf;

/// <summary>A pupil to choose for the file.</summary>
public sealed record CtfChoice
{
    /// <summary>The pupil.</summary>
    public Guid Id { get; init; }

    /// <summary>Surname.</summary>
    public string Surname { get; init; } = "";

    /// <summary>Forename.</summary>
    public string Forename { get; init; } = "";

    /// <summary>UPN.</summary>
    public string Upn { get; init; } = "";

    /// <summary>Year group.</summary>
    public string NcYear { get; init; } = "";

    /// <summary>SEN status.</summary>
    public SenStatus Status { get; init; }

    /// <summary>The last day; null while on roll.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>Where to, as it was recorded.</summary>
    public string Destination { get; init; } = "";
}

/// <summary>What a common transfer file takes from the records.</summary>
public static class CtfReads
{
    /// <summary>The most pupils that the page offers at once.</summary>
    public const int MostOffered = 100;

    /// <summary>Pupils to choose from: those that a search finds, whether on roll or not; without a search, those who left since a day, latest first.</summary>
    public static IQueryable<CtfChoice> Offered(SenSupportDbContext db, SignedInStaff staff, string search, DateOnly leftSince)
    {
        var words = SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pupils = db.PupilsListedFor(staff);
        if (words.Length == 0)
        {
            pupils = pupils.Where(pupil => pupil.LeftOn >= leftSince);
        }

        foreach (var word in words)
        {
            // Folded words hold letters and digits only, so that no % or _ of the search is a wildcard.
            var pattern = $"%{word}%";
            pupils = pupils.Where(pupil => EF.Functions.Like(pupil.SearchText, pattern));
        }

        return Choices(pupils.OrderByDescending(pupil => pupil.LeftOn).ThenBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id)).Take(MostOffered + 1);
    }

    /// <summary>Those whose last day was on a day or after it, or is still to come.</summary>
    public static IQueryable<CtfChoice> LeftSince(SenSupportDbContext db, SignedInStaff staff, DateOnly since) =>
        Choices(db.PupilsListedFor(staff).Where(pupil => pupil.LeftOn >= since).OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id)).Take(ExportCtfForm.Validator.MostPupils);

    /// <summary>Pupils who are chosen already.</summary>
    public static IQueryable<CtfChoice> Chosen(SenSupportDbContext db, SignedInStaff staff, IReadOnlyCollection<Guid> ids) =>
        Choices(db.PupilsListedFor(staff).Where(pupil => ids.Contains(pupil.Id)).OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id));

    /// <summary>Pupils with what the file says of them, by name.</summary>
    public static IQueryable<Pupil> Pupils(SenSupportDbContext db, SignedInStaff staff, IReadOnlyCollection<Guid> ids) =>
        db.PupilsListedFor(staff).Where(pupil => ids.Contains(pupil.Id))
            .Include(pupil => pupil.StatusPeriods).Include(pupil => pupil.Needs).Include(pupil => pupil.FormerUpns).AsSplitQuery()
            .OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id);

    /// <summary>The school with its numbers.</summary>
    public static IQueryable<School> School(SenSupportDbContext db) => db.Schools.AsNoTracking();

    /// <summary>A pupil as the file has them. Monitoring is the school's own state and goes out as N.</summary>
    public static CtfPupil ToCtf(Pupil pupil)
    {
        var history = new List<SenPeriod>();
        foreach (var period in pupil.StatusPeriods.OrderBy(period => period.Start))
        {
            if (history.Count == 0 || history[^1].Code != period.Status.ProvisionCode())
            {
                history.Add(new SenPeriod(period.Status.ProvisionCode(), period.Start));
            }
        }

        return new CtfPupil(
            pupil.Upn,
            pupil.Surname,
            pupil.Forename,
            pupil.BirthDate,
            pupil.Sex,
            NcYear.TryParse(pupil.NcYear, out var year) ? year : null,
            [.. pupil.FormerUpns.Select(former => former.Upn)],
            history,
            [.. pupil.Needs.OrderBy(need => need.Rank).ThenBy(need => need.End is not null).ThenBy(need => need.Start).Select(need => new RankedNeed(need.Rank, need.Code, need.Start, need.End))]);
    }

    private static IQueryable<CtfChoice> Choices(IQueryable<Pupil> pupils) => pupils.Select(pupil => new CtfChoice
    {
        Id = pupil.Id,
        Surname = pupil.Surname,
        Forename = pupil.Forename,
        Upn = pupil.Upn,
        NcYear = pupil.NcYear,
        Status = pupil.Status,
        LeftOn = pupil.LeftOn,
        Destination = pupil.Destination,
    });
}
