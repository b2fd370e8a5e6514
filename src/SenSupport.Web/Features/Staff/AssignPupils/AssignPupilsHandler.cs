using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.AssignPupils;

/// <summary>Puts pupils into a person's care and takes them away; each pupil's history says so.</summary>
public sealed class AssignPupilsHandler(SenSupportDbContext db, TimeProvider clock)
{
    private const int MostFound = 20;

    /// <summary>Pupils on roll who match a search, the first of them.</summary>
    public static IQueryable<FoundPupil> Search(SenSupportDbContext db, Guid staffId, string[] words)
    {
        var pupils = db.Pupils.AsNoTracking().Where(pupil => pupil.LeftOn == null);
        foreach (var word in words)
        {
            var pattern = $"%{word}%";
            pupils = pupils.Where(pupil => EF.Functions.Like(pupil.SearchText, pattern));
        }

        return pupils.OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id).Take(MostFound).Select(pupil => new FoundPupil
        {
            Id = pupil.Id,
            Surname = pupil.Surname,
            Forename = pupil.Forename,
            KnownAs = pupil.KnownAs,
            Class = db.Classes.Where(named => named.Id == pupil.ClassId).Select(named => named.Name).FirstOrDefault(),
            Teacher = db.Staff.Where(teacher => teacher.Id == pupil.ResponsibleTeacherId).Select(teacher => teacher.Name).FirstOrDefault(),
            IsResponsible = pupil.ResponsibleTeacherId == staffId,
            IsSupported = pupil.Supporters.Any(supporter => supporter.StaffId == staffId),
        });
    }

    /// <summary>The school's classes in their order.</summary>
    public static IQueryable<StaffClass> Classes(SenSupportDbContext db) => db.Classes.AsNoTracking().OrderBy(named => named.Name).Select(named => new StaffClass { Id = named.Id, Name = named.Name });

    /// <summary>Whether a person may have pupils in a care at all.</summary>
    public static bool MayHave(StaffRoles roles, Care care) =>
        (roles & (care == Care.Responsible ? StaffRoles.Teacher | StaffRoles.Senco : StaffRoles.TeachingAssistant | StaffRoles.Teacher | StaffRoles.SenAssistant | StaffRoles.Senco)) != 0;

    /// <summary>Does what the form asks, in one save. How many pupils changed.</summary>
    public async Task<int> SaveAsync(SignedInStaff by, StaffMember member, AssignPupilsForm form)
    {
        var acting = by.Acting(clock);
        var (staffId, removed) = (member.Id, form.Remove.ToArray());
        var pupils = await db.Pupils.Include(pupil => pupil.Supporters).AsSplitQuery()
            .Where(pupil => pupil.LeftOn == null && (pupil.Id == form.PupilId || (form.ClassId != null && pupil.ClassId == form.ClassId) || removed.Contains(pupil.Id)))
            .ToListAsync();
        foreach (var pupil in pupils)
        {
            var isAdded = pupil.Id == form.PupilId || (form.ClassId is not null && pupil.ClassId == form.ClassId);
            Change(pupil, isAdded);
        }

        var changed = pupils.Count(pupil => pupil.PendingEvents.Count > 0);
        await db.SaveChangesAsync();
        return changed;

        void Change(Pupil pupil, bool isAdded)
        {
            switch (form.Care, isAdded)
            {
                case (Care.Supports, true):
                    pupil.AddSupporter(staffId, acting);
                    break;
                case (Care.Supports, false):
                    pupil.RemoveSupporter(staffId, acting);
                    break;
                case (_, true) when pupil.ResponsibleTeacherId is null || form.PupilId is not null || form.AlsoTaken:
                    pupil.NameResponsibleTeacher(staffId, acting);
                    break;
                case (_, false) when pupil.ResponsibleTeacherId == staffId:
                    pupil.NameResponsibleTeacher(null, acting);
                    break;
            }
        }
    }
}

/// <summary>A pupil whom a search found.</summary>
public sealed record FoundPupil
{
    public Guid Id { get; init; }

    public string Surname { get; init; } = "";

    public string Forename { get; init; } = "";

    public string KnownAs { get; init; } = "";

    public string? Class { get; init; }

    /// <summary>Who is responsible now; null when nobody is.</summary>
    public string? Teacher { get; init; }

    public bool IsResponsible { get; init; }

    public bool IsSupported { get; init; }

    /// <summary>As lists have it.</summary>
    public string ListName => $"{Surname}, {(KnownAs.Length > 0 ? KnownAs : Forename)}";
}
