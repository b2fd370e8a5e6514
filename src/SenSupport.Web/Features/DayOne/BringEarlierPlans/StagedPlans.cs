using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.DayOne.BringEarlierPlans;

/// <summary>A pupil to whom a plan can belong.</summary>
public sealed record PlanPupil(Guid Id, string Upn, string Surname, string Forename, string KnownAs, string YearCode, string? ClassName, DateOnly BirthDate)
{
    /// <summary>As the list of pupils offers it: "Wiśniewska, Zofia, 4W".</summary>
    public string Label => $"{Surname}, {(KnownAs.Length > 0 ? KnownAs : Forename)}, {ClassName ?? NcYear.Parse(YearCode).Name}";
}

/// <summary>The pupils of a school, found by what a file's name or a person says.</summary>
public sealed class PlanPupils
{
    private readonly Dictionary<string, PlanPupil> byLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanPupil> byUpn;
    private readonly List<(PlanPupil Pupil, string Surname, string[] First)> byName;

    /// <summary>Of these pupils.</summary>
    public PlanPupils(IReadOnlyList<PlanPupil> pupils)
    {
        foreach (var same in pupils.GroupBy(pupil => SearchText.Fold(pupil.Label)))
        {
            // Two of one name in one class are told apart by their birth dates.
            foreach (var pupil in same)
            {
                var label = same.Count() == 1 ? pupil.Label : $"{pupil.Label}, born {pupil.BirthDate:d MMM yyyy}";
                byLabel[SearchText.Fold(label)] = pupil;
                Labels[pupil.Id] = label;
            }
        }

        byUpn = pupils.Where(pupil => pupil.Upn.Length > 0).GroupBy(pupil => pupil.Upn).ToDictionary(same => same.Key, same => same.First());
        byName = [.. pupils.Select(pupil => (pupil, SearchText.Fold(pupil.Surname), new[] { SearchText.Fold(pupil.Forename), SearchText.Fold(pupil.KnownAs) }.Where(name => name.Length > 0).Distinct().ToArray()))];
    }

    /// <summary>What each pupil is called in the list.</summary>
    public Dictionary<Guid, string> Labels { get; } = [];

    /// <summary>The pupil whom a person named: as the list has it, or by UPN; null when there is none such.</summary>
    public PlanPupil? Named(string text) => byLabel.GetValueOrDefault(SearchText.Fold(text)) ?? byUpn.GetValueOrDefault(Upn.Normalise(text));

    /// <summary>The one pupil whose UPN, or whose surname and first name, stand in a file's name; null when there is none, or more than one.</summary>
    public PlanPupil? InFileName(string fileName)
    {
        var words = SearchText.Fold(Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ').Replace('.', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Select(word => byUpn.GetValueOrDefault(word.ToUpperInvariant())).FirstOrDefault(pupil => pupil is not null) is { } known)
        {
            return known;
        }

        var text = $" {string.Join(' ', words)} ";
        var found = byName.Where(pupil => Holds(pupil.Surname) && pupil.First.Any(Holds)).Take(2).ToList();
        return found.Count == 1 ? found[0].Pupil : null;

        bool Holds(string name) => text.Contains($" {name.Replace('-', ' ')} ", StringComparison.Ordinal);
    }
}

/// <summary>Reads of files that were sent, and of the pupils they may belong to.</summary>
public static class StagedPlans
{
    /// <summary>How long files wait to be placed.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>The person's own files of one batch, in the order in which they were sent.</summary>
    public static IQueryable<StagedFile> Of(SenSupportDbContext db, SignedInStaff staff, Guid batchId)
    {
        var staffId = staff.StaffId;
        return db.StagedFiles.AsNoTracking().Where(file => file.BatchId == batchId && file.StaffId == staffId).OrderBy(file => file.Id);
    }

    /// <summary>The person's batches that wait.</summary>
    public static IQueryable<WaitingBatch> Waiting(SenSupportDbContext db, SignedInStaff staff)
    {
        var staffId = staff.StaffId;
        return db.StagedFiles.Where(file => file.StaffId == staffId && file.Problem == "").GroupBy(file => file.BatchId)
            .Select(batch => new WaitingBatch { BatchId = batch.Key, Count = batch.Count(), SentAt = batch.Max(file => file.SentAt) })
            .OrderByDescending(batch => batch.SentAt);
    }

    /// <summary>Pupils on roll whose records the person writes, by name.</summary>
    public static IQueryable<PlanPupil> Pupils(SenSupportDbContext db, SignedInStaff staff) =>
        from pupil in db.PupilsWrittenBy(staff).OnRoll()
        orderby pupil.SortName, pupil.Id
        select new PlanPupil(
            pupil.Id, pupil.Upn, pupil.Surname, pupil.Forename, pupil.KnownAs, pupil.NcYear, db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(), pupil.BirthDate);
}

/// <summary>Files that wait to be placed.</summary>
public sealed record WaitingBatch
{
    public Guid BatchId { get; init; }

    public int Count { get; init; }

    public DateTime SentAt { get; init; }
}
