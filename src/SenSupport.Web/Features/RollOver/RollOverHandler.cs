using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.RollOver;

/// <summary>Keeps the plan, applies it in one save, and takes it back.</summary>
public sealed class RollOverHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>Keeps the plan. A plan that somebody else changed since the page was opened is not overwritten.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it.</exception>
    public async Task KeepAsync(SignedInStaff staff, RollOverState state, RollOverPlan plan, Guid version)
    {
        var kept = await RollOverReader.Planned(db, state.Into).FirstOrDefaultAsync();
        if (kept is null)
        {
            db.Add(Domain.Schools.RollOver.Begin(staff.SchoolId, state.Into, plan));
        }
        else
        {
            db.Entry(kept).Property(row => row.Version).OriginalValue = version;
            kept.Change(plan);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Moves everyone, in one save with the history of each.</summary>
    /// <returns>The record of it.</returns>
    public async Task<Domain.Schools.RollOver> ApplyAsync(SignedInStaff staff, RollOverState state)
    {
        var acting = staff.Acting(clock);
        var pupils = await db.Pupils.OnRoll().ToDictionaryAsync(pupil => pupil.Id);
        var classes = await db.Classes.Include(row => row.Teachers).ToDictionaryAsync(row => row.Id);
        var rolledClasses = new List<RolledClass>();
        var added = new Dictionary<string, SchoolClass>(StringComparer.OrdinalIgnoreCase);
        var rolled = new List<RolledPupil>();
        foreach (var (row, move) in state.Placed)
        {
            var pupil = pupils[row.Id];
            var (year, classId, before) = (pupil.NcYear, pupil.ClassId, pupil.Version);
            if (move.Step == RollOverStep.Leaves)
            {
                pupil.Leave(state.Plan.LastDay, "", $"Year roll-over into {state.Into}", acting);
            }
            else if (move.Step != RollOverStep.KeptDown)
            {
                var to = move.NewClass.Length > 0 ? NewClass(move).Id : move.ClassId;
                pupil.MoveUp(move.NcYear, to, state.InWords(move), acting);
            }

            if (pupil.Version != before)
            {
                rolled.Add(new RolledPupil(pupil.Id, year, classId, pupil.ClassId, pupil.LeftOn is not null, pupil.Version));
            }
        }

        if (state.Plan.ClearTeachers)
        {
            foreach (var row in classes.Values.Where(row => row.Teachers.Count > 0))
            {
                Guid[] teachers = [.. row.Teachers.Select(teacher => teacher.StaffId)];
                row.Change(row.Name, row.NcYear, [], acting);
                rolledClasses.Add(new RolledClass(row.Id, false, teachers, row.Version));
            }
        }

        var groups = new List<RolledGroup>();
        foreach (var group in state.Plan.CloseGroups ? await RollOverReader.GroupsToClose(db, state.Into).Include(group => group.Pupils).Include(group => group.Teachers).AsSplitQuery().ToListAsync() : [])
        {
            var ended = group.Close(state.Plan.LastDay, acting);
            groups.Add(new RolledGroup(group.Id, ended, group.Version));
        }

        var record = await RollOverReader.Planned(db, state.Into).FirstOrDefaultAsync();
        if (record is null)
        {
            db.Add(record = Domain.Schools.RollOver.Begin(staff.SchoolId, state.Into, state.Plan));
        }
        else
        {
            record.Change(state.Plan);
        }

        record.Apply(
            new RollOverMoves(rolled, [.. rolledClasses, .. added.Values.Select(row => new RolledClass(row.Id, true, [], row.Version))], groups), state.MovingUp, state.Leaving, state.KeptDown, acting);
        await db.SaveChangesAsync();
        return record;

        SchoolClass NewClass(PlannedMove move)
        {
            if (!added.TryGetValue(move.NewClass, out var row))
            {
                added[move.NewClass] = row = SchoolClass.Add(staff.SchoolId, move.NewClass, move.NcYear, acting);
                db.Add(row);
            }

            return row;
        }
    }

    /// <summary>What was changed after a roll-over, and so stands in the way of taking it back: a few of it, and how much there is.</summary>
    public async Task<RollOverBlocks> BlocksAsync(Domain.Schools.RollOver record)
    {
        var pupils = await db.Pupils.AsNoTracking().Select(pupil => new { pupil.Id, pupil.Version, Name = (pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs) + " " + pupil.Surname }).ToDictionaryAsync(row => row.Id);
        var classes = await db.Classes.AsNoTracking().Select(row => new { row.Id, row.Version, row.Name }).ToDictionaryAsync(row => row.Id);
        var groups = await db.TeachingGroups.AsNoTracking().Select(row => new { row.Id, row.Version, row.Name }).ToDictionaryAsync(row => row.Id);
        List<(Guid Id, string Name)> changed =
        [
            .. record.Moves.Pupils.Where(row => pupils.GetValueOrDefault(row.Id)?.Version != row.Version).Select(row => (row.Id, pupils.GetValueOrDefault(row.Id)?.Name ?? "A pupil whose record was merged")),
            .. record.Moves.Classes.Where(row => classes.GetValueOrDefault(row.Id)?.Version != row.Version).Select(row => (row.Id, classes.GetValueOrDefault(row.Id)?.Name is { } name ? $"Class {name}" : "A class that was removed")),
            .. record.Moves.Groups.Where(row => groups.GetValueOrDefault(row.Id)?.Version != row.Version).Select(row => (row.Id, groups.GetValueOrDefault(row.Id)?.Name is { } name ? $"Group {name}" : "A group")),
        ];
        var shown = changed.Take(RollOverBlocks.MostShown).ToList();
        var ids = shown.ConvertAll(row => row.Id);
        var events = await Changes(db, ids, record.AppliedAt!.Value).ToListAsync();
        return new RollOverBlocks(changed.Count, [.. shown.Select(row => new RollOverBlock(row.Name, events.FirstOrDefault(known => known.RecordId == row.Id)))]);
    }

    /// <summary>What happened to records after a moment, the first change first.</summary>
    public static IQueryable<LaterChange> Changes(SenSupportDbContext db, IReadOnlyList<Guid> recordIds, DateTime after) =>
        db.Events.AsNoTracking().Where(row => recordIds.Contains(row.RecordId) && row.At > after).OrderBy(row => row.At).ThenBy(row => row.Id)
            .Select(row => new LaterChange(row.RecordId, row.Kind, row.Summary, row.StaffName, row.At));

    /// <summary>Takes a roll-over back, in one save.</summary>
    /// <exception cref="DomainRuleException">Something that it touched was changed since.</exception>
    public async Task UndoAsync(SignedInStaff staff, Domain.Schools.RollOver record)
    {
        var blocks = await BlocksAsync(record);
        DomainRuleException.Require(blocks.Count == 0, $"{blocks.First.FirstOrDefault()?.Name} was changed after the roll-over, so it can no longer be undone");
        var acting = staff.Acting(clock);
        record.Undo(acting);
        var ids = record.Moves.Pupils.Select(row => row.Id).ToHashSet();
        var pupils = (await db.Pupils.ToListAsync()).Where(pupil => ids.Contains(pupil.Id)).ToDictionary(pupil => pupil.Id);
        foreach (var row in record.Moves.Pupils)
        {
            pupils[row.Id].MoveBack(row.NcYear, row.ClassId, acting);
        }

        var classes = await db.Classes.Include(row => row.Teachers).ToDictionaryAsync(row => row.Id);
        foreach (var row in record.Moves.Classes)
        {
            var schoolClass = classes[row.Id];
            if (!row.Added)
            {
                schoolClass.Change(schoolClass.Name, schoolClass.NcYear, row.Teachers, acting);
            }
            else if (!await db.Pupils.IgnoreQueryFilters().AnyAsync(pupil => pupil.ClassId == row.Id && !ids.Contains(pupil.Id)))
            {
                // Somebody who joined it since keeps it.
                schoolClass.Remove(0, acting);
                db.Remove(schoolClass);
            }
        }

        var groupIds = record.Moves.Groups.Select(row => row.Id).ToList();
        var groups = await db.TeachingGroups.Where(group => groupIds.Contains(group.Id)).Include(group => group.Pupils).Include(group => group.Teachers).AsSplitQuery().ToListAsync();
        foreach (var group in groups)
        {
            group.Reopen(record.Moves.Groups.First(row => row.Id == group.Id).Ended, acting);
        }

        await db.SaveChangesAsync();
    }
}

/// <summary>A change that came after.</summary>
public sealed record LaterChange(Guid RecordId, RecordEventKind Kind, string Summary, string StaffName, DateTime At);

/// <summary>Something that was changed after the roll-over.</summary>
/// <param name="Name">The pupil, class or group.</param>
/// <param name="Change">The first change; null where the history no longer has it.</param>
public sealed record RollOverBlock(string Name, LaterChange? Change);

/// <summary>What stands in the way of taking a roll-over back.</summary>
/// <param name="Count">How many pupils, classes and groups were changed.</param>
/// <param name="First">A few of them.</param>
public sealed record RollOverBlocks(int Count, IReadOnlyList<RollOverBlock> First)
{
    /// <summary>So many are named.</summary>
    public const int MostShown = 10;
}
