using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Pupils;

/// <summary>Finds pupils to choose one or several from, on pages that also work without JavaScript.</summary>
public static class PupilSearch
{
    /// <summary>How many are shown at most.</summary>
    public const int MostShown = 50;

    /// <summary>Pupils on roll whose record the person reads, by part of a name or UPN, and by class.</summary>
    public static IQueryable<FoundPupil> Found(SenSupportDbContext db, SignedInStaff staff, string search, Guid? classId) => db.PupilsReadBy(staff).OnRoll()
        .WithWords(SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(pupil => classId == null || pupil.ClassId == classId)
        .OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id)
        .AsFound(db);

    /// <summary>Those of the pupils whose names and UPN hold every word.</summary>
    /// <param name="pupils">The pupils.</param>
    /// <param name="words">Folded words. They hold letters and digits only, so that no % or _ of a search is a wildcard.</param>
    public static IQueryable<Pupil> WithWords(this IQueryable<Pupil> pupils, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var pattern = $"%{word}%";
            pupils = pupils.Where(pupil => EF.Functions.Like(pupil.SearchText, pattern));
        }

        return pupils;
    }

    /// <summary>Pupils as lists to choose from show them, in the order in which they come.</summary>
    public static IQueryable<FoundPupil> AsFound(this IQueryable<Pupil> pupils, SenSupportDbContext db) => pupils.Select(pupil => new FoundPupil
    {
        Id = pupil.Id,
        Surname = pupil.Surname,
        FirstName = pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
        Class = db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
        YearCode = pupil.NcYear,
        Status = pupil.Status,
    });

    /// <summary>The classes of pupils whom the person may see, to narrow a search by.</summary>
    public static IQueryable<FoundClass> Classes(SenSupportDbContext db, SignedInStaff staff)
    {
        var pupils = db.PupilsReadBy(staff).OnRoll();
        return db.Classes.Where(row => pupils.Any(pupil => pupil.ClassId == row.Id)).OrderBy(row => row.Name).Select(row => new FoundClass { Id = row.Id, Name = row.Name });
    }
}

/// <summary>A pupil to choose.</summary>
public sealed record FoundPupil
{
    /// <summary>The pupil.</summary>
    public Guid Id { get; init; }

    /// <summary>The surname.</summary>
    public string Surname { get; init; } = "";

    /// <summary>The first name in use.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>The class; null for none.</summary>
    public string? Class { get; init; }

    /// <summary>The census code of the year.</summary>
    public string YearCode { get; init; } = "";

    /// <summary>Where the pupil stands.</summary>
    public SenStatus Status { get; init; }

    /// <summary>As lists have it.</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>The class, or else the year.</summary>
    public string Place => Class ?? NcYear.Parse(YearCode).Name;
}

/// <summary>A class to narrow by.</summary>
public sealed record FoundClass
{
    /// <summary>The class.</summary>
    public Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";
}
