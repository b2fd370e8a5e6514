using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>A profile that can be taken away.</summary>
public sealed record ProfileRow(Guid Id, DateOnly GivenOn, string HowGathered, string ImportantToMe);

/// <summary>A cycle, or one of its targets, that can receive an entry.</summary>
/// <param name="Id">The cycle, or the target.</param>
/// <param name="Words">The pupil, class and cycle, or the target's words.</param>
public sealed record ReceivingPlace(Guid Id, string Words);

/// <summary>Reads for putting right.</summary>
public static class PutRightReads
{
    /// <summary>The most places that are listed: who finds more searches for more of the name.</summary>
    public const int MostPlaces = 30;

    /// <summary>A pupil's profiles, latest first; whether the person may read them has been asked before.</summary>
    public static IQueryable<ProfileRow> Profiles(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        from profile in pupil.Profiles
        orderby profile.GivenOn descending
        select new ProfileRow(profile.Id, profile.GivenOn, profile.HowGathered, profile.ImportantToMe);

    /// <summary>Cycles of other pupils in which support is given, by part of the pupil's name.</summary>
    /// <param name="db">The records of the school.</param>
    /// <param name="staff">Who moves the entry.</param>
    /// <param name="notPupil">The pupil on whom it was saved.</param>
    /// <param name="name">Part of a name, as typed.</param>
    public static IQueryable<ReceivingPlace> Cycles(SenSupportDbContext db, SignedInStaff staff, Guid notPupil, string name)
    {
        var pattern = $"%{SearchText.Fold(name)}%";
        return from pupil in db.PupilsWrittenBy(staff).OnRoll()
               where pupil.Id != notPupil && EF.Functions.Like(pupil.SearchText, pattern)
               join cycle in db.Cycles on pupil.Id equals cycle.PupilId
               where cycle.Stage == CycleStage.Do || cycle.Stage == CycleStage.Review
               orderby pupil.SortName
               select new ReceivingPlace(
                   cycle.Id,
                   (pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs) + " " + pupil.Surname + (db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => ", " + row.Name).FirstOrDefault() ?? ""));
    }

    /// <summary>Targets of those cycles.</summary>
    /// <param name="db">The records of the school.</param>
    /// <param name="staff">Who moves the mark.</param>
    /// <param name="notPupil">The pupil on whom it was saved.</param>
    /// <param name="name">Part of a name, as typed.</param>
    public static IQueryable<ReceivingPlace> Targets(SenSupportDbContext db, SignedInStaff staff, Guid notPupil, string name)
    {
        var pattern = $"%{SearchText.Fold(name)}%";
        return from pupil in db.PupilsWrittenBy(staff).OnRoll()
               where pupil.Id != notPupil && EF.Functions.Like(pupil.SearchText, pattern)
               join cycle in db.Cycles on pupil.Id equals cycle.PupilId
               where cycle.Stage == CycleStage.Do || cycle.Stage == CycleStage.Review
               from target in cycle.Targets
               where target.StoppedOn == null
               orderby pupil.SortName, target.Position
               select new ReceivingPlace(target.Id, (pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs) + " " + pupil.Surname + ": " + target.Statement);
    }
}
