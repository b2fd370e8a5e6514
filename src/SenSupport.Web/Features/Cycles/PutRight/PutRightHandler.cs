using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>Puts right what was done by mistake, in a cycle and in everything that was kept of it: its history and its shared versions.</summary>
public sealed class PutRightHandler(SenSupportDbContext db, CycleSaver saver, TimeProvider clock)
{
    /// <summary>A cycle with everything in it, to change; null when there is none such for the person.</summary>
    public async Task<SupportCycle?> LoadAsync(SignedInStaff staff, Guid pupilId, int number)
    {
        if (await saver.LoadAsync(staff, pupilId, number) is not { } cycle)
        {
            return null;
        }

        await db.Entry(cycle).Collection(loaded => loaded.Notes).LoadAsync();
        await db.Entry(cycle).Collection(loaded => loaded.PlanVersions).LoadAsync();
        return cycle;
    }

    /// <summary>The pupil's other cycles, as they stand.</summary>
    public static IQueryable<SupportCycle> Others(SenSupportDbContext db, Guid pupilId, int number) => db.Cycles.AsNoTracking().Where(cycle => cycle.PupilId == pupilId && cycle.Number != number);

    /// <summary>The cycle in which a note's new place is, or that has a mark's new target.</summary>
    public static IQueryable<SupportCycle> Receiver(SenSupportDbContext db, SignedInStaff staff, Guid place) => db.Cycles
        .Where(cycle => (cycle.Id == place || cycle.Targets.Any(target => target.Id == place)) && db.PupilsWrittenBy(staff).Any(pupil => pupil.Id == cycle.PupilId))
        .Include(cycle => cycle.Strands)
        .Include(cycle => cycle.Targets)
        .Include(cycle => cycle.Marks)
        .AsTracking()
        .AsSplitQuery();

    /// <summary>The pupil with the profiles, to change.</summary>
    public static IQueryable<Pupil> WithProfiles(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        db.PupilsKeptBy(staff).Where(pupil => pupil.Id == pupilId).Include(pupil => pupil.Profiles).AsTracking();

    /// <summary>A pupil's cycles with their shared versions, to change.</summary>
    public static IQueryable<SupportCycle> WithVersions(SenSupportDbContext db, Guid pupilId) => db.Cycles.Where(cycle => cycle.PupilId == pupilId).Include(cycle => cycle.PlanVersions).AsTracking();

    /// <summary>Opens a closed cycle again.</summary>
    public async Task ReopenAsync(SupportCycle cycle, string reason, SignedInStaff staff)
    {
        cycle.Reopen(reason, await Others(db, cycle.PupilId, cycle.Number).ToListAsync(), staff.Acting(clock));
        await db.SaveChangesAsync();
    }

    /// <summary>Stops a target, or goes on with it.</summary>
    public async Task ActAsync(SupportCycle cycle, Action<SupportCycle, Acting> act, SignedInStaff staff)
    {
        act(cycle, staff.Acting(clock));
        await db.SaveChangesAsync();
    }

    /// <summary>Moves a note or a mark; false when its new place is none of the person's.</summary>
    public async Task<bool> MoveAsync(SupportCycle cycle, Guid entryId, Guid place, string reason, SignedInStaff staff)
    {
        if (await Receiver(db, staff, place).FirstOrDefaultAsync() is not { } to)
        {
            return false;
        }

        var by = staff.Acting(clock);
        if (cycle.Notes.FirstOrDefault(note => note.Id == entryId) is { } note)
        {
            cycle.MoveNote(entryId, to, reason, by);
            await TakeAwayNoteAsync(cycle, note.On, note.Text, null, by);
        }
        else
        {
            var mark = cycle.Marks.FirstOrDefault(known => known.Id == entryId);
            cycle.MoveMark(entryId, to, place, reason, by);
            await TakeAwayMarkAsync(cycle, mark!, by);
        }

        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>Puts a note right, or takes it away.</summary>
    public async Task CorrectNoteAsync(SupportCycle cycle, DeliveryNote note, CorrectTextForm form, SignedInStaff staff)
    {
        var (by, on, text) = (staff.Acting(clock), note.On, note.Text);
        cycle.CorrectNote(note.Id, form.Instead, form.Reason, by);
        await TakeAwayNoteAsync(cycle, on, text, Or(form.Instead), by);
        await db.SaveChangesAsync();
    }

    /// <summary>Puts a strand of the assessment right, or takes it away.</summary>
    public async Task CorrectStrandAsync(SupportCycle cycle, AssessmentStrand strand, CorrectTextForm form, SignedInStaff staff)
    {
        var (by, kind, text) = (staff.Acting(clock), strand.Kind, strand.Text);
        cycle.CorrectStrand(kind, form.Instead, form.Reason, by);
        await ContentTaken.TakeAwayAsync(db, cycle.Id, change => change.Path == SupportCycle.StrandPath(kind), by);
        cycle.TakeOutOfVersions(frozen => SupportPlan.WithoutStrand(frozen, kind, text, Or(form.Instead)));
        await db.SaveChangesAsync();
    }

    /// <summary>Takes a profile away; false when there is none such.</summary>
    public async Task<bool> RemoveProfileAsync(Guid pupilId, Guid profileId, string reason, SignedInStaff staff)
    {
        if (await WithProfiles(db, staff, pupilId).FirstOrDefaultAsync() is not { } pupil || !pupil.Profiles.Any(known => known.Id == profileId))
        {
            return false;
        }

        var by = staff.Acting(clock);
        var gone = pupil.RemoveProfile(profileId, reason, by);
        var said = RecordFields.Of(new PupilVoice(gone.HowGathered, gone.Admired, gone.ImportantToMe, gone.HowBestToSupport, gone.FindsHard, gone.Hopes));
        foreach (var row in (await ContentTaken.History(db, pupilId).ToListAsync()).Where(row => row.Kind == RecordEventKind.ProfileRecorded && row.Changes.All(change => said.GetValueOrDefault(change.Path) == change.New)))
        {
            row.TakeAway(_ => true, by);
        }

        var voice = new PlanVoice(gone.Admired, gone.ImportantToMe, gone.HowBestToSupport, gone.FindsHard, gone.Hopes, gone.HowGathered, gone.GivenOn);
        foreach (var cycle in await WithVersions(db, pupilId).ToListAsync())
        {
            cycle.TakeProfileOut(frozen => SupportPlan.WithoutVoice(frozen, voice), by);
        }

        await db.SaveChangesAsync();
        return true;
    }

    private static string? Or(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task TakeAwayNoteAsync(SupportCycle cycle, DateOnly on, string text, string? instead, Acting by)
    {
        await ContentTaken.TakeAwayAsync(db, cycle.Id, change => change.Path == "note" && (change.New == text || change.Old == text), by);
        cycle.TakeOutOfVersions(frozen => SupportPlan.WithoutNote(frozen, on, text, instead));
    }

    // An event has no key of its mark: it is the one of the same person, day and value.
    private async Task TakeAwayMarkAsync(SupportCycle cycle, ProgressMark mark, Acting by) =>
        (await ContentTaken.History(db, cycle.Id).Where(row => row.Kind == RecordEventKind.ProgressMarked && row.StaffId == mark.StaffId).ToListAsync())
            .LastOrDefault(row => DateOnly.FromDateTime(SchoolClock.Local(row.At)) == mark.On
                && row.Changes.Any(change => change.Path == $"targets/{mark.TargetId}/mark" && change.New == ProgressScale.Number(mark.Mark)))
            ?.TakeAway(_ => true, by);
}
