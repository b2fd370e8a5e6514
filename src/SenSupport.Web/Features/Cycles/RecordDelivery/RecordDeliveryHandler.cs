using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordDelivery;

/// <summary>What became of a note.</summary>
/// <param name="IsFound">Whether there is such a cycle for the person.</param>
/// <param name="EarliestDay">Where the note's day is outside the cycle, the first day that is not; otherwise null, and the note is added.</param>
public sealed record NoteOutcome(bool IsFound, DateOnly? EarliestDay);

/// <summary>Adds marks and notes. They only ever add, so two people may do it at once: whoever comes second tries again on what the first one saved.</summary>
public sealed class RecordDeliveryHandler(SenSupportDbContext db, CycleSaver saver, TimeProvider clock)
{
    private const int Tries = 4;

    /// <summary>Marks a target. False when there is no such cycle for the person.</summary>
    /// <exception cref="DomainRuleException">Support has not begun, the cycle is closed, or the target is not in it.</exception>
    public async Task<bool> MarkAsync(SignedInStaff staff, Guid pupilId, int number, Guid target, int mark) =>
        await SaveAsync(staff, pupilId, number, (cycle, by) => cycle.MarkProgress(target, mark, by));

    /// <summary>Adds a note.</summary>
    /// <exception cref="DomainRuleException">Support has not begun, or the cycle is closed.</exception>
    public async Task<NoteOutcome> AddNoteAsync(SignedInStaff staff, Guid pupilId, int number, DateOnly on, string text)
    {
        DateOnly? earliest = null;
        var found = await SaveAsync(staff, pupilId, number, (cycle, by) =>
        {
            if (cycle is { Stage: CycleStage.Do or CycleStage.Review } && (on < cycle.OpenedOn || on > by.Today))
            {
                earliest = cycle.OpenedOn;
                return;
            }

            cycle.AddNote(on, text, by);
        });
        return new NoteOutcome(found, earliest);
    }

    /// <summary>Records a week's sessions. False when there is no such cycle for the person.</summary>
    /// <exception cref="DomainRuleException">Support has not begun, the cycle is closed, the week lies outside it, or a provision is not in it.</exception>
    public async Task<bool> RecordSessionsAsync(SignedInStaff staff, Guid pupilId, int number, DateOnly week, IReadOnlyList<SessionCount> counts) =>
        await SaveAsync(staff, pupilId, number, (cycle, by) => cycle.RecordSessions(week, counts, by), cycle => db.Entry(cycle).Collection(loaded => loaded.SessionWeeks).LoadAsync());

    private async Task<bool> SaveAsync(SignedInStaff staff, Guid pupilId, int number, Action<SupportCycle, Acting> act, Func<SupportCycle, Task>? load = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await saver.LoadToDeliverAsync(staff, pupilId, number) is not { } cycle)
            {
                return false;
            }

            if (load is not null)
            {
                await load(cycle);
            }

            act(cycle, staff.Acting(clock));
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
