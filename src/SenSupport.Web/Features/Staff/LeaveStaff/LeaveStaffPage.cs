using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Staff.LeaveStaff;

/// <summary>What a person hands over.</summary>
public enum ChargeKind
{
    /// <summary>Pupils of one class for whom they are responsible.</summary>
    Responsible,

    /// <summary>Pupils of one class whom they support.</summary>
    Supports,

    /// <summary>A class that they teach.</summary>
    Class,
}

/// <summary>One thing that a person hands over.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ClassId">The class; none for pupils without one.</param>
/// <param name="Title">What it is called: "Responsible for 6 pupils of 4W".</param>
/// <param name="Names">The pupils.</param>
/// <param name="PupilIds">Their keys.</param>
public sealed record Charge(ChargeKind Kind, Guid? ClassId, string Title, IReadOnlyList<string> Names, IReadOnlyList<Guid> PupilIds)
{
    /// <summary>The key under which it is posted.</summary>
    public string Key => $"{Kind}-{ClassId ?? Guid.Empty:N}";

    /// <summary>What is said where nobody takes it over.</summary>
    public string Nobody => Kind == ChargeKind.Class ? "Nobody for now: the class is without them" : "Nobody for now";

    /// <summary>Whether somebody with these roles can take it over.</summary>
    public bool IsFor(StaffRoles roles) => (roles & Kind switch
    {
        ChargeKind.Responsible => StaffRoles.Teacher | StaffRoles.Senco,
        ChargeKind.Supports => StaffRoles.TeachingAssistant | StaffRoles.Teacher | StaffRoles.SenAssistant | StaffRoles.Senco,
        _ => StaffRoles.Teacher,
    }) != 0;
}

/// <summary>What the page shows.</summary>
/// <param name="Member">Who leaves.</param>
/// <param name="Charges">What they hand over.</param>
/// <param name="Colleagues">Who could take it over.</param>
/// <param name="Writing">What they were writing.</param>
/// <param name="Drafts">How many pages they had typed on without saving.</param>
/// <param name="MayRead">Whether the viewer reads records.</param>
public sealed record LeaveStaffPage(
    StaffMember Member, IReadOnlyList<Charge> Charges, IReadOnlyList<Colleague> Colleagues, IReadOnlyList<OpenWriting> Writing, int Drafts, bool MayRead)
{
    /// <summary>Who can take one thing over.</summary>
    public IEnumerable<SelectListItem> Choices(Charge charge) =>
        Colleagues.Where(colleague => charge.IsFor(colleague.Roles)).Select(colleague => new SelectListItem(colleague.JobTitle.Length > 0 ? $"{colleague.Name} ({colleague.JobTitle})" : colleague.Name, $"{colleague.Id}"));

    /// <summary>What a person hands over, in the order of the classes.</summary>
    public static IReadOnlyList<Charge> ChargesOf(IReadOnlyList<StaffPupil> pupils, IReadOnlyList<StaffClass> classes) =>
    [
        .. classes.Select(named => new Charge(ChargeKind.Class, named.Id, $"Teaches {named.Name}", [], [])),
        .. Grouped(ChargeKind.Responsible, "Responsible for", pupils.Where(pupil => pupil.IsResponsible)),
        .. Grouped(ChargeKind.Supports, "Supports", pupils.Where(pupil => pupil.IsSupported)),
    ];

    /// <summary>Everybody else on the staff.</summary>
    public static IQueryable<Colleague> ColleaguesOf(SenSupportDbContext db, Guid staffId) =>
        db.Staff.AsNoTracking().Where(staff => staff.Id != staffId && staff.LeftOn == null).OrderBy(staff => staff.SortName)
            .Select(staff => new Colleague { Id = staff.Id, Name = staff.Name, JobTitle = staff.JobTitle, Roles = staff.Roles });

    /// <summary>Open cycles whose plan names the person as responsible.</summary>
    public static IQueryable<OpenWriting> WritingOf(SenSupportDbContext db, Guid staffId) =>
        from cycle in db.Cycles.AsNoTracking()
        join pupil in db.Pupils on cycle.PupilId equals pupil.Id
        where cycle.Stage != CycleStage.Closed && cycle.ResponsibleTeacherId == staffId
        orderby pupil.SortName
        select new OpenWriting { PupilId = pupil.Id, Surname = pupil.Surname, Forename = pupil.Forename, KnownAs = pupil.KnownAs, Number = cycle.Number, Stage = cycle.Stage };

    /// <summary>Pages on which the person typed without saving.</summary>
    public static IQueryable<string> DraftsOf(SenSupportDbContext db, Guid staffId) => db.Drafts.Where(draft => draft.StaffId == staffId).Select(draft => draft.Page);

    private static IEnumerable<Charge> Grouped(ChargeKind kind, string words, IEnumerable<StaffPupil> pupils) =>
        from pupil in pupils
        group pupil by (pupil.ClassId, pupil.Class) into named
        orderby named.Key.Class
        let count = named.Count()
        select new Charge(
            kind,
            named.Key.ClassId,
            $"{words} {(count == 1 ? "1 pupil" : $"{count} pupils")} {(named.Key.Class is null ? "without a class" : $"of {named.Key.Class}")}",
            [.. named.Select(pupil => pupil.ListName)],
            [.. named.Select(pupil => pupil.Id)]);
}

/// <summary>Somebody who could take over.</summary>
public sealed record Colleague
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string JobTitle { get; init; } = "";

    public StaffRoles Roles { get; init; }
}

/// <summary>An open cycle whose plan names the person.</summary>
public sealed record OpenWriting
{
    public Guid PupilId { get; init; }

    public string Surname { get; init; } = "";

    public string Forename { get; init; } = "";

    public string KnownAs { get; init; } = "";

    public int Number { get; init; }

    public CycleStage Stage { get; init; }

    /// <summary>As lists have it.</summary>
    public string ListName => $"{Surname}, {(KnownAs.Length > 0 ? KnownAs : Forename)}";
}
