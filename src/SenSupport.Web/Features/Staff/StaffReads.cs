using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Staff;

/// <summary>Reads that several pages about staff share. All of them pass the school filter of the context.</summary>
public static class StaffReads
{
    /// <summary>People of the school with an e-mail address, whoever they are and also when they left: it belongs to one of them.</summary>
    public static IQueryable<StaffMember> WithEmail(SenSupportDbContext db, string email) => db.Staff.AsNoTracking().Where(staff => staff.Email == email);

    /// <summary>The classes of a member of staff.</summary>
    public static IQueryable<StaffClass> ClassesOf(SenSupportDbContext db, Guid staffId) =>
        from named in db.Classes.AsNoTracking()
        where named.Teachers.Any(teacher => teacher.StaffId == staffId)
        orderby named.Name
        select new StaffClass { Id = named.Id, Name = named.Name };

    /// <summary>The pupils on roll for whom a member of staff is responsible, or whom they support.</summary>
    public static IQueryable<StaffPupil> PupilsOf(SenSupportDbContext db, Guid staffId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.LeftOn == null && (pupil.ResponsibleTeacherId == staffId || pupil.Supporters.Any(supporter => supporter.StaffId == staffId))
        orderby pupil.SortName, pupil.Id
        select new StaffPupil
        {
            Id = pupil.Id,
            Surname = pupil.Surname,
            Forename = pupil.Forename,
            KnownAs = pupil.KnownAs,
            ClassId = pupil.ClassId,
            Class = db.Classes.Where(named => named.Id == pupil.ClassId).Select(named => named.Name).FirstOrDefault(),
            IsResponsible = pupil.ResponsibleTeacherId == staffId,
            IsSupported = pupil.Supporters.Any(supporter => supporter.StaffId == staffId),
        };

    /// <summary>Whether an account is used at another school, too: then nobody of this one may lay hands on it.</summary>
    public static IQueryable<Guid> ElsewhereWith(SenSupportDbContext db, Guid accountId, Guid schoolId) =>
        db.Staff.IgnoreQueryFilters().Where(staff => staff.AccountId == accountId && staff.SchoolId != schoolId).Select(staff => staff.Id);
}

/// <summary>A class that a member of staff teaches.</summary>
public sealed record StaffClass
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";
}

/// <summary>A pupil in the care of a member of staff.</summary>
public sealed record StaffPupil
{
    public Guid Id { get; init; }

    public string Surname { get; init; } = "";

    public string Forename { get; init; } = "";

    public string KnownAs { get; init; } = "";

    public Guid? ClassId { get; init; }

    /// <summary>The class; null without one.</summary>
    public string? Class { get; init; }

    public bool IsResponsible { get; init; }

    public bool IsSupported { get; init; }

    /// <summary>As lists have it: "Wiśniewska, Zofia".</summary>
    public string ListName => $"{Surname}, {(KnownAs.Length > 0 ? KnownAs : Forename)}";
}
