using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.DayOne.BringEarlierPlans;

/// <summary>Takes many files at once, shows whose they seem to be, and keeps them with their pupils.</summary>
public sealed class BringPlansHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>Keeps the files until they are placed.</summary>
    /// <returns>The batch; null when none of the files could be taken, with what is wrong with each.</returns>
    public async Task<(Guid? Batch, IReadOnlyList<string> Problems)> TakeAsync(SignedInStaff staff, IReadOnlyList<IFormFile> files, CancellationToken cancel)
    {
        await ClearAsync();
        var (batch, now) = (Guid.CreateVersion7(), clock.GetUtcNow().UtcDateTime);
        var problems = new List<string>();
        foreach (var file in files)
        {
            var (document, problem) = await DocumentUpload.ReadAsync(file, cancel);
            var content = document?.Content(staff.SchoolId);
            var name = document?.FileName ?? FileNames.Clean(file.FileName);
            if (content is not null)
            {
                db.Add(content);
            }
            else
            {
                problems.Add($"{name} {problem}");
            }

            db.Add(new StagedFile
            {
                Id = content?.Id ?? Guid.CreateVersion7(),
                SchoolId = staff.SchoolId,
                StaffId = staff.StaffId,
                BatchId = batch,
                FileName = name,
                Size = document?.Bytes.Length ?? 0,
                SentAt = now,
                Problem = problem,
            });
        }

        if (problems.Count == files.Count)
        {
            db.ChangeTracker.Clear();
            return (null, problems);
        }

        await db.SaveChangesAsync(cancel);
        return (batch, problems);
    }

    /// <summary>The files of a batch with the pupils of the school; null when the person has no such batch.</summary>
    public async Task<PlacePlansPage?> PageAsync(SignedInStaff staff, Guid batchId)
    {
        var files = await StagedPlans.Of(db, staff, batchId).ToListAsync();
        return files.Count == 0 ? null : new PlacePlansPage(batchId, [.. files.Where(file => file.Problem.Length == 0)], [.. files.Where(file => file.Problem.Length > 0)], new PlanPupils(await StagedPlans.Pupils(db, staff).ToListAsync()));
    }

    /// <summary>Keeps the ticked files with their pupils, all in one, and forgets the others.</summary>
    /// <returns>How many plans were kept, and of how many pupils.</returns>
    /// <exception cref="Domain.Records.DomainRuleException">A plan cannot be kept as it is.</exception>
    public async Task<(int Plans, int Pupils)> KeepAsync(SignedInStaff staff, PlacePlansPage page, PlacePlansForm form)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var rows = page.Files.Where(file => form.Rows.GetValueOrDefault(file.Id)?.Keep == true).Select(file => (File: file, Row: form.Rows[file.Id])).ToLookup(row => page.Pupils.Named(row.Row.Pupil)!.Id);
        var pupils = await ToChange(db, staff, [.. rows.Select(pupil => pupil.Key)]).ToListAsync();
        var by = staff.Acting(clock);
        var kept = new List<Guid>();
        foreach (var pupil in pupils)
        {
            foreach (var (file, row) in rows[pupil.Id])
            {
                var (start, end) = (form.StartOf(row)!.Value, form.EndOf(row));
                pupil.AttachDocument(new DocumentDetails(file.Id, row.Name, file.FileName, file.Size, end <= by.Today ? end : null), by);
                pupil.RecordPastPlan(new PastPlanDetails(row.Name, start, end, row.Result, file.Id), by);
                kept.Add(file.Id);
            }
        }

        await db.SaveChangesAsync();
        await DropAsync(staff, page.BatchId, kept);
        await transaction.CommitAsync();
        return (kept.Count, pupils.Count);
    }

    /// <summary>Deletes a batch that is not to be kept; false when the person has no such batch.</summary>
    public async Task<bool> DiscardAsync(SignedInStaff staff, Guid batchId)
    {
        if (!await StagedPlans.Of(db, staff, batchId).AnyAsync())
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await DropAsync(staff, batchId, []);
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Deletes what has waited too long in this school, so that no child's plan lies about.</summary>
    public async Task ClearAsync()
    {
        var oldest = clock.GetUtcNow().UtcDateTime - StagedPlans.Waits;
        await db.FileContents.Where(content => db.StagedFiles.Any(file => file.Id == content.Id && file.SentAt < oldest)).ExecuteDeleteAsync();
        await db.StagedFiles.Where(file => file.SentAt < oldest).ExecuteDeleteAsync();
    }

    internal static IQueryable<Pupil> ToChange(SenSupportDbContext db, SignedInStaff staff, Guid[] ids) =>
        db.PupilsWrittenBy(staff).Where(pupil => ids.Contains(pupil.Id)).Include(pupil => pupil.Documents).Include(pupil => pupil.PastPlans).AsTracking().AsSplitQuery();

    private async Task DropAsync(SignedInStaff staff, Guid batchId, IReadOnlyList<Guid> kept)
    {
        var staffId = staff.StaffId;
        await db.FileContents.Where(content => !kept.Contains(content.Id) && db.StagedFiles.Any(file => file.Id == content.Id && file.BatchId == batchId && file.StaffId == staffId)).ExecuteDeleteAsync();
        await db.StagedFiles.Where(file => file.BatchId == batchId && file.StaffId == staffId).ExecuteDeleteAsync();
    }
}

/// <summary>Files that wait, and whose they may be.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Files">Those that were taken.</param>
/// <param name="Refused">Those that were not.</param>
/// <param name="Pupils">The pupils of the school.</param>
public sealed record PlacePlansPage(Guid BatchId, IReadOnlyList<StagedFile> Files, IReadOnlyList<StagedFile> Refused, PlanPupils Pupils)
{
    /// <summary>The form as it begins: each file with the pupil whose name or UPN stands in its own.</summary>
    public PlacePlansForm Begun() => new()
    {
        Rows = Files.ToDictionary(file => file.Id, file => new PlacedRow
        {
            Keep = true,
            Name = Path.GetFileNameWithoutExtension(file.FileName),
            Pupil = Pupils.InFileName(file.FileName) is { } pupil ? Pupils.Labels[pupil.Id] : "",
        }),
    };
}
