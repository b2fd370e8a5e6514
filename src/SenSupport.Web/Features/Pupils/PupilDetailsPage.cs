using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils;

/// <summary>What stands beside the fields of a pupil's details.</summary>
/// <param name="Classes">The school's classes.</param>
/// <param name="Saved">What is saved; null for a new pupil.</param>
/// <param name="Same">Pupils who are likely the same person; asked once.</param>
/// <param name="MayChange">Whether the person keeps the details, or only reads them.</param>
public sealed record PupilDetailsPage(IReadOnlyList<SelectListItem> Classes, SavedDetails? Saved, IReadOnlyList<LikelySame> Same, bool MayChange)
{
    /// <summary>Before anything is read.</summary>
    public static PupilDetailsPage Empty { get; } = new([], null, [], true);

    /// <summary>The year groups.</summary>
    public static IEnumerable<SelectListItem> Years => NcYear.Codes.Select(code => new SelectListItem(YearName(code), code));

    /// <summary>The sexes as the common transfer file has them, and none.</summary>
    public static IReadOnlyList<SelectListItem> Sexes { get; } = [new("Female", nameof(Sex.Female)), new("Male", nameof(Sex.Male)), new("Not recorded", "")];

    /// <summary>The times of a flag that are over, latest first.</summary>
    public IEnumerable<string> Earlier(PupilFlags flag) =>
        Saved?.FlagPeriods.Where(period => period.Flag == flag && period.End is not null && !(Saved.Holding.HasFlag(flag) && period == Saved.Latest(flag))).OrderByDescending(period => period.End).Select(period => period.InWords) ?? [];

    /// <summary>The school's classes by year and name.</summary>
    public static IQueryable<SchoolClass> AllClasses(SenSupportDbContext db) => db.Classes.AsNoTracking().OrderBy(row => row.Name);

    /// <summary>The classes to choose from.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ClassesAsync(SenSupportDbContext db) =>
        [.. (await AllClasses(db).ToListAsync()).OrderBy(row => NcYear.TryParse(row.NcYear, out var year) ? year.Order : int.MaxValue).ThenBy(row => row.Name, StringComparer.CurrentCulture).Select(row => new SelectListItem(row.Name, $"{row.Id}"))];

    private static string YearName(string code) => code switch
    {
        "E1" or "E2" => $"Early years {code[1]} ({code})",
        "N1" or "N2" => $"Nursery {code[1]} ({code})",
        _ => NcYear.Parse(code).Name,
    };
}

/// <summary>A pupil's details as they are saved.</summary>
public sealed record SavedDetails(
    Guid Version,
    string Upn,
    string Surname,
    string Forename,
    string KnownAs,
    DateOnly BirthDate,
    Sex? Sex,
    string NcYear,
    Guid? ClassId,
    string FirstLanguage,
    PupilFlags Flags,
    decimal? Attendance,
    DateOnly? AttendanceOn,
    bool InSenUnit,
    bool InResourcedProvision,
    IReadOnlyList<string> FormerUpns,
    IReadOnlyList<FlagTime> FlagPeriods,
    DateOnly Today)
{
    /// <summary>The details of a pupil.</summary>
    public static IQueryable<SavedDetails> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        select new SavedDetails(
            pupil.Version,
            pupil.Upn,
            pupil.Surname,
            pupil.Forename,
            pupil.KnownAs,
            pupil.BirthDate,
            pupil.Sex,
            pupil.NcYear,
            pupil.ClassId,
            pupil.FirstLanguage,
            pupil.Flags,
            pupil.Attendance,
            pupil.AttendanceOn,
            pupil.InSenUnit,
            pupil.InResourcedProvision,
            pupil.FormerUpns.Select(row => row.Upn).ToList(),
            pupil.FlagPeriods.OrderBy(period => period.Id).Select(period => new FlagTime(period.Flag, period.Start, period.End)).ToList(),
            db.Today);

    /// <summary>What <see cref="PupilDetails"/> has of them, without the flags.</summary>
    public PupilDetails Details() => new(
        Upn, Surname, Forename, KnownAs, BirthDate, Sex, NcYear, ClassId, FirstLanguage, PupilFlags.None, Attendance, AttendanceOn, InSenUnit, InResourcedProvision);

    /// <summary>The flags that hold today, as <see cref="Pupil.FlagsOn"/> has them.</summary>
    public PupilFlags Holding =>
        FlagPeriods.GroupBy(time => time.Flag).Where(times => times.All(time => time.End < Today)).Aggregate(Flags, (holding, times) => holding & ~times.Key);

    /// <summary>The latest time of a flag; null when it never held.</summary>
    public FlagTime? Latest(PupilFlags flag) => FlagPeriods.LastOrDefault(period => period.Flag == flag);

    /// <summary>The rows of the form.</summary>
    public List<FlagRow> FlagRows() =>
        [.. PupilDetailsForm.EveryFlag.Select(flag => FlagRow.Of(Holding.HasFlag(flag), Latest(flag)?.Start, Latest(flag)?.End))];
}

/// <summary>A time of a flag.</summary>
public sealed record FlagTime(PupilFlags Flag, DateOnly? Start, DateOnly? End)
{
    /// <summary>As it is read: "3 Mar 2026 to 4 May 2026".</summary>
    public string InWords => (Start, End) switch
    {
        (null, { } end) => $"until {Shared.UkDate.Short(end)}",
        ({ } start, { } end) => $"{Shared.UkDate.Short(start)} to {Shared.UkDate.Short(end)}",
        ({ } start, null) => $"from {Shared.UkDate.Short(start)}",
        _ => "set",
    };
}

/// <summary>A pupil who is likely the same person as the one that is being written.</summary>
public sealed record LikelySame(Guid Id, string Forename, string Surname, string KnownAs, DateOnly BirthDate, string Upn, string? Class, DateOnly? LeftOn, bool HadUpnBefore)
{
    /// <summary>Pupils with the same UPN, now or before, or with the same name and birth date; leavers among them.</summary>
    public static IQueryable<LikelySame> Find(SenSupportDbContext db, SignedInStaff staff, Guid exceptId, string upn, string surname, string forename, string knownAs, DateOnly birthDate) =>
        from pupil in db.PupilsKeptBy(staff)
        where pupil.Id != exceptId
            && ((upn != "" && (pupil.Upn == upn || pupil.FormerUpns.Any(row => row.Upn == upn)))
                || (pupil.BirthDate == birthDate
                    && EF.Functions.Like(pupil.SearchText, $"%{surname}%")
                    && (EF.Functions.Like(pupil.SearchText, $"%{forename}%") || (knownAs != "" && EF.Functions.Like(pupil.SearchText, $"%{knownAs}%")))))
        orderby pupil.SortName, pupil.Id
        select new LikelySame(
            pupil.Id,
            pupil.Forename,
            pupil.Surname,
            pupil.KnownAs,
            pupil.BirthDate,
            pupil.Upn,
            db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
            pupil.LeftOn,
            upn != "" && pupil.Upn != upn && pupil.FormerUpns.Any(row => row.Upn == upn));

    /// <summary>The pupils whom somebody's details fit.</summary>
    public static Task<List<LikelySame>> FindAsync(SenSupportDbContext db, SignedInStaff staff, Guid exceptId, PupilDetails details) =>
        Find(db, staff, exceptId, Domain.Pupils.Upn.Normalise(details.Upn), SearchText.Fold(details.Surname), SearchText.Fold(details.Forename), SearchText.Fold(details.KnownAs), details.BirthDate)
            .Take(10)
            .ToListAsync();
}
