using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Duplicates;

/// <summary>A pupil as the search for duplicates looks at them, former pupils among them.</summary>
public sealed record TwinPupil(
    Guid Id, string Upn, string Surname, string Forename, string KnownAs, DateOnly BirthDate, SenStatus Status, string? Class, DateOnly? LeftOn, IReadOnlyList<string> FormerUpns)
{
    /// <summary>As lists have it.</summary>
    public string ListName => $"{Surname}, {(KnownAs.Length > 0 ? KnownAs : Forename)}";
}

/// <summary>Two pupils who may be one, and why. The first is the one to keep, as it seems: on roll, followed, with a UPN, and here for longer.</summary>
public sealed record TwinPair(TwinPupil One, TwinPupil Other, string Why)
{
    /// <summary>Both keys, the first one first.</summary>
    public (Guid One, Guid Other) Key => One.Id.CompareTo(Other.Id) < 0 ? (One.Id, Other.Id) : (Other.Id, One.Id);
}

/// <summary>A merge of the last weeks.</summary>
public sealed record RecentMerge(Guid Id, Guid KeptId, string KeptName, DateTime MergedAt, string MergedBy, DateOnly UndoUntil, Guid Version);

/// <summary>What the search for duplicates reads.</summary>
public static class DuplicateReads
{
    /// <summary>Every pupil of the school by what tells pupils apart; a few columns, so that comparing them in memory is quick also for thousands.</summary>
    public static IQueryable<TwinPupil> Pupils(SenSupportDbContext db) =>
        db.Pupils.AsNoTracking().OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id).Select(pupil => new TwinPupil(
            pupil.Id, pupil.Upn, pupil.Surname, pupil.Forename, pupil.KnownAs, pupil.BirthDate, pupil.Status,
            db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(), pupil.LeftOn, pupil.FormerUpns.Select(former => former.Upn).ToList()));

    /// <summary>Pairs of whom somebody said that they are two.</summary>
    public static IQueryable<NotSamePupil> Dismissed(SenSupportDbContext db) => db.NotSamePupils.AsNoTracking();

    /// <summary>Merges that can still be undone, the latest first.</summary>
    public static IQueryable<RecentMerge> Undoable(SenSupportDbContext db)
    {
        var today = db.Today;
        return
            from merge in db.PupilMerges.AsNoTracking()
            where merge.UndoneAt == null && merge.UndoUntil >= today
            join pupil in db.Pupils on merge.KeptId equals pupil.Id
            orderby merge.MergedAt descending
            select new RecentMerge(merge.Id, pupil.Id, (pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs) + " " + pupil.Surname, merge.MergedAt, merge.MergedBy, merge.UndoUntil, merge.Version);
    }

    /// <summary>Pairs that look alike: the same UPN, one that the other had before, or the same name and date of birth.</summary>
    public static IReadOnlyList<TwinPair> Pairs(IReadOnlyList<TwinPupil> pupils, IReadOnlyList<NotSamePupil> dismissed)
    {
        var pairs = new Dictionary<(Guid One, Guid Other), TwinPair>();
        var known = dismissed.Select(pair => (pair.OneId, pair.OtherId)).ToHashSet();
        Add(pupils.Where(pupil => pupil.Upn.Length > 0).GroupBy(pupil => pupil.Upn), "The same UPN");
        var byUpn = pupils.Where(pupil => pupil.Upn.Length > 0).ToLookup(pupil => pupil.Upn);
        foreach (var pupil in pupils)
        {
            foreach (var other in pupil.FormerUpns.SelectMany(upn => byUpn[upn]))
            {
                Keep(pupil, other, "A UPN that the other had before");
            }
        }

        Add(
            pupils.SelectMany(pupil => new[] { pupil.Forename, pupil.KnownAs }.Where(name => name.Length > 0)
                .Select(name => (Key: (SearchText.Fold($"{name} {pupil.Surname}"), pupil.BirthDate), pupil)).DistinctBy(row => row.Key)).GroupBy(row => row.Key, row => row.pupil),
            "The same name and date of birth");
        return [.. pairs.Values.OrderBy(pair => pair.One.ListName, StringComparer.OrdinalIgnoreCase)];

        static (bool OnRoll, bool OnRegister, bool Followed, bool HasUpn) Worth(TwinPupil pupil) => (pupil.LeftOn is null, pupil.Status.IsOnRegister(), pupil.Status != SenStatus.None, pupil.Upn.Length > 0);

        void Add<TKey>(IEnumerable<IGrouping<TKey, TwinPupil>> alike, string why)
        {
            foreach (var same in alike)
            {
                var list = same.DistinctBy(pupil => pupil.Id).ToList();
                for (var index = 1; index < list.Count; index++)
                {
                    Keep(list[0], list[index], why);
                }
            }
        }

        void Keep(TwinPupil one, TwinPupil other, string why)
        {
            var pair = Worth(one).CompareTo(Worth(other)) >= 0 ? new TwinPair(one, other, why) : new TwinPair(other, one, why);
            if (one.Id != other.Id && !known.Contains(pair.Key))
            {
                pairs.TryAdd(pair.Key, pair);
            }
        }
    }
}
