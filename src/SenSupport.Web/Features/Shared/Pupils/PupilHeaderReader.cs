using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Pupils;

/// <summary>Reads the bar above every page about one pupil.</summary>
public static class PupilHeaderReader
{
    private static readonly CompiledPersonRead<PupilHeaderRow> Readable = new(RowReadBy);

    /// <summary>What is stored of the header, for pupils out of those a person may see.</summary>
    public static IQueryable<PupilHeaderRow> Rows(SenSupportDbContext db, IQueryable<Pupil> pupils) => WithHeader(db, pupils).Select(both => both.Header);

    /// <summary>Pupils, each with what is stored of the header, for a read that asks for more of them.</summary>
    public static IQueryable<PupilWithHeader> WithHeader(SenSupportDbContext db, IQueryable<Pupil> pupils) =>
        from pupil in pupils
        select new PupilWithHeader
        {
            Pupil = pupil,
            Header = new PupilHeaderRow(
                pupil.Id,
                pupil.Surname,
                pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
                pupil.Status,
                pupil.StatusPeriods.Where(period => period.End == null).Select(period => (DateOnly?)period.Start).FirstOrDefault(),
                pupil.NcYear,
                db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
                pupil.BirthDate,
                // A flag whose last day has passed holds no more.
                pupil.Flags & ~(PupilFlags)pupil.FlagPeriods
                    .Where(past => past.End < db.Today && !pupil.FlagPeriods.Any(other => other.Flag == past.Flag && (other.End == null || other.End >= db.Today)))
                    .Select(past => (int)past.Flag).Distinct().Sum(),
                pupil.FirstLanguage,
                pupil.Upn,
                pupil.Sex,
                pupil.ResponsibleTeacherId,
                pupil.LeftOn,
                pupil.Destination,
                pupil.PhotoId),
        };

    /// <summary>The header of a pupil whose record the person reads; null when there is none such.</summary>
    public static async Task<PupilHeaderRow?> FindAsync(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) => await Readable.FirstOrDefaultAsync(db, staff, pupilId);

    private static IQueryable<PupilHeaderRow> RowReadBy(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) => Rows(db, db.PupilsReadBy(staff).Where(pupil => pupil.Id == pupilId));
}

/// <summary>Part of a query only: a pupil and the header, from which a read takes what it shows.</summary>
public sealed class PupilWithHeader
{
    public Pupil Pupil { get; init; } = null!;

    public PupilHeaderRow Header { get; init; } = null!;
}

/// <summary>What is stored of a pupil's header, and what pages need of the pupil beside it.</summary>
public sealed record PupilHeaderRow(
    Guid Id,
    string Surname,
    string FirstName,
    SenStatus Status,
    DateOnly? StatusSince,
    string YearCode,
    string? ClassName,
    DateOnly BirthDate,
    PupilFlags Flags,
    string FirstLanguage,
    string Upn,
    Sex? Sex,
    Guid? ResponsibleTeacherId,
    DateOnly? LeftOn,
    string Destination,
    Guid? PhotoId)
{
    /// <summary>First name in use, and surname.</summary>
    public string FullName => $"{FirstName} {Surname}";

    /// <summary>The header as it is shown on a day.</summary>
    public PupilHeader On(DateOnly today) => new(
        Id,
        FullName,
        FirstName,
        Status,
        StatusSince,
        string.Join(", ", new[] { NcYear.Parse(YearCode).Name, ClassName }.Where(part => !string.IsNullOrEmpty(part))),
        BirthDate,
        Age.On(today, BirthDate),
        Languages,
        Upn)
    { LeftOn = LeftOn, Destination = Destination, PhotoId = PhotoId };

    private string Languages => (Flags.HasFlag(PupilFlags.Eal), FirstLanguage) switch
    {
        (true, { Length: > 0 }) => $"EAL ({FirstLanguage})",
        (true, _) => "EAL",
        (false, { Length: > 0 } and not "English") => FirstLanguage,
        _ => "",
    };
}
