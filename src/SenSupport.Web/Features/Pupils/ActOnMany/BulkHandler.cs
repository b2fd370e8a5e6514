using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Pupils.FindPupils;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>Does something for many pupils in one transaction, after a preview of each.</summary>
public sealed class BulkHandler(
    SenSupportDbContext db, FindPupilsHandler register, MoveReviewsHandler move, AddStrategyHandler add, StartCyclesHandler start, AskManyForViewsHandler ask, TimeProvider clock)
{
    private const int DaysToAnswer = 7;

    /// <summary>Today in the school.</summary>
    public DateOnly Today => SchoolClock.Today(clock);

    /// <summary>The pupils whom a choice on the register names, as far as the person writes their records. Null when a ticked one is not among them.</summary>
    public async Task<IReadOnlyList<FoundPupil>?> ChosenAsync(SignedInStaff staff, BulkChoice choice, RegisterAddress asked)
    {
        if (choice.Whom is not ("page" or "all"))
        {
            Guid[] ticked = [.. choice.Pupil.Distinct()];
            var found = await BulkReads.Pupils(db, staff, ticked).ToListAsync();
            return found.Count == ticked.Length ? found : null;
        }

        var question = await register.AskAsync(asked, staff);
        var filter = question.Filter;
        var keys = await RegisterQueries.Keys(db, staff, filter, question.Today, question.TermEnds, question.PupilsOwed).ToListAsync();
        var chosen = question.ByOutstanding(keys, key => key);
        return await BulkReads.Pupils(db, staff, [.. choice.Whom == "all" ? chosen : chosen.Skip((filter.Page - 1) * filter.Size).Take(filter.Size)]).ToListAsync();
    }

    /// <summary>The pupils of a posted form; null when one is not among those whose records the person writes.</summary>
    public async Task<IReadOnlyList<FoundPupil>?> PupilsAsync(SignedInStaff staff, BulkForm form)
    {
        var pupils = await BulkReads.Pupils(db, staff, [.. form.Rows.Keys]).ToListAsync();
        return pupils.Count == form.Rows.Count && pupils.Count is > 0 and <= BulkPage.MostPupils ? pupils : null;
    }

    /// <summary>The form with which an act begins.</summary>
    public BulkForm Begin(BulkKind kind, IReadOnlyList<FoundPupil> pupils, string from) => new()
    {
        ActId = Guid.CreateVersion7(),
        Act = kind.Address(),
        From = from,
        Rows = pupils.Take(BulkPage.MostPupils).ToDictionary(pupil => pupil.Id, _ => new BulkFormRow { Take = true }),
        DueOn = DateParts.From(Today.AddDays(DaysToAnswer)),
        Question = "What helps, what is still hard, and what would you change?",
    };

    /// <summary>What would be done for each pupil.</summary>
    public async Task<BulkCheck> CheckAsync(SignedInStaff staff, BulkKind kind, BulkForm form, IReadOnlyList<FoundPupil> pupils, bool hasMore = false) =>
        new(form, kind, Work(kind).InWords(form), await Work(kind).StepsAsync(staff, form, pupils, Today), new HashSet<Guid>(), hasMore);

    /// <summary>Does it for all who are ticked, or for none: none when of any of them something changed since the preview.</summary>
    /// <exception cref="Domain.Records.DomainRuleException">A record's rules do not allow it.</exception>
    public async Task<BulkOutcome> DoAsync(SignedInStaff staff, BulkKind kind, BulkForm form, IReadOnlyList<FoundPupil> pupils)
    {
        if (await BulkReads.Act(db, form.ActId).AsNoTracking().FirstOrDefaultAsync() is { } done)
        {
            return new BulkOutcome(done.Id, new HashSet<Guid>(), done.Rows.DistinctBy(row => row.PupilId).Count());
        }

        var steps = await Work(kind).StepsAsync(staff, form, pupils, Today);
        var changed = ChangedSince(form, steps);
        var possible = steps.Where(step => step.IsPossible && form.Rows[step.Pupil.Id].Take).ToList();
        if (changed.Count > 0 || possible.Count == 0)
        {
            return new BulkOutcome(null, changed, 0);
        }

        var by = staff.Acting(clock);
        db.Add(BulkAct.Of(form.ActId, staff.SchoolId, kind, Work(kind).InWords(form), [.. possible.SelectMany(step => step.Do(by))], by));
        try
        {
            await db.SaveChangesAsync();
            return new BulkOutcome(form.ActId, changed, possible.Count) { Told = [.. possible.SelectMany(step => step.Told).Distinct()] };
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague saved one of the records between our reading and our writing: nothing was done, and the page shows what it would do now.
            db.ChangeTracker.Clear();
            return new BulkOutcome(null, ChangedSince(form, await Work(kind).StepsAsync(staff, form, pupils, Today)), 0);
        }
    }

    /// <summary>An act with what would become of each row if it were put back now; null when there is none such.</summary>
    public async Task<BulkActPage?> ActAsync(SignedInStaff staff, Guid actId, string back)
    {
        if (await BulkReads.Act(db, actId).FirstOrDefaultAsync() is not { } act)
        {
            return null;
        }

        var canUndo = act.CanBeUndone(clock.GetUtcNow().UtcDateTime);
        var left = canUndo ? (await Work(act.Kind).UndoAsync(staff, act)).ToDictionary(step => step.Row.RecordId, step => step.Left) : act.Rows.ToDictionary(row => row.RecordId, row => row.Left);
        var names = await BulkReads.Named(db, BulkReads.Records(db, staff, [.. act.Rows.Select(row => row.PupilId)])).ToListAsync();
        var places = names.Index().ToDictionary(name => name.Item.Id, name => name.Index);
        return new BulkActPage(
            act,
            [.. act.Rows.OrderBy(row => places.GetValueOrDefault(row.PupilId, int.MaxValue)).ThenBy(row => row.Change, StringComparer.Ordinal)
                .Select(row => new BulkActPageRow(places.TryGetValue(row.PupilId, out var place) ? names[place] : null, row.Change, left[row.RecordId]))],
            canUndo,
            back);
    }

    /// <summary>Puts an act back, as far as nothing of it was changed since.</summary>
    /// <returns>How many rows were put back and how many were left; null when there is no such act.</returns>
    /// <exception cref="Domain.Records.DomainRuleException">It was put back already, or its day is over.</exception>
    public async Task<(int Restored, int Left)?> UndoAsync(SignedInStaff staff, Guid actId)
    {
        if (await BulkReads.Act(db, actId).FirstOrDefaultAsync() is not { } act)
        {
            return null;
        }

        var by = staff.Acting(clock);
        var steps = await Work(act.Kind).UndoAsync(staff, act);
        act.Undo(steps.Where(step => step.Left.Length > 0).ToDictionary(step => step.Row.RecordId, step => step.Left), by);
        foreach (var step in steps.Where(step => step.Left.Length == 0))
        {
            step.PutBack(by);
        }

        await db.SaveChangesAsync();
        return (steps.Count(step => step.Left.Length == 0), steps.Count(step => step.Left.Length > 0));
    }

    private static HashSet<Guid> ChangedSince(BulkForm form, IReadOnlyList<BulkStep> steps) =>
        [.. steps.Where(step => form.Rows[step.Pupil.Id] is { Take: true } row && row.Stamp != step.Stamp).Select(step => step.Pupil.Id)];

    private BulkWork Work(BulkKind kind) => kind switch
    {
        BulkKind.MoveReviews => move,
        BulkKind.AddStrategy => add,
        BulkKind.StartCycles => start,
        _ => ask,
    };
}
