using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Needs;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Banks;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Checklists;

/// <summary>A checklist of the school as it is now.</summary>
/// <param name="Key">Its id in the starting bank.</param>
/// <param name="Version">The version of the school's row; empty where the school has none.</param>
/// <param name="Number">The number of the version in use: 1 is the one it came with.</param>
/// <param name="Content">Its words.</param>
/// <param name="IsHidden">Whether nobody is offered it any more.</param>
public sealed record ChecklistItem(string Key, Guid Version, int Number, ChecklistContent Content, bool IsHidden)
{
    /// <summary>Its strands in order.</summary>
    public IEnumerable<IGrouping<string, ChecklistStatement>> Strands => Content.Statements.GroupBy(row => row.Strand);
}

/// <summary>Reads checklists: those of the starting bank with what the school changed, and what was answered.</summary>
public static class ChecklistReads
{
    private static readonly Lazy<OrderedDictionary<string, ChecklistContent>> All = new(() => new(StartingBank.File<FileRow>("checklists").Select(row => KeyValuePair.Create(row.Id, row.Content()))));

    /// <summary>Checklists that SenSupport brings along, by id.</summary>
    public static IReadOnlyDictionary<string, ChecklistContent> Starting => All.Value;

    /// <summary>What the school changed, with every version.</summary>
    public static IQueryable<Checklist> Rows(SenSupportDbContext db) => db.Checklists.AsNoTracking().Include(row => row.Versions);

    /// <summary>The school's row of one checklist, tracked.</summary>
    public static IQueryable<Checklist> Row(SenSupportDbContext db, string key) => db.Checklists.AsTracking().Include(row => row.Versions).Where(row => row.Key == key);

    /// <summary>What was answered in a cycle of a pupil whose record the person reads, the latest first.</summary>
    public static IQueryable<ChecklistAnswers> Answers(SenSupportDbContext db, SignedInStaff staff, Guid pupilId, int number)
    {
        var pupils = db.PupilsReadBy(staff);
        return
            from answers in db.ChecklistAnswers.AsNoTracking()
            join cycle in db.Cycles on answers.CycleId equals cycle.Id
            where cycle.PupilId == pupilId && cycle.Number == number && pupils.Any(pupil => pupil.Id == cycle.PupilId)
            orderby answers.ObservedOn descending, answers.Id descending
            select answers;
    }

    /// <summary>All checklists of the school, hidden ones too.</summary>
    public static async Task<IReadOnlyList<ChecklistItem>> ReadAsync(SenSupportDbContext db)
    {
        var rows = (await Rows(db).ToListAsync()).ToDictionary(row => row.Key);
        return [.. Starting.Select(entry => Item(entry.Key, rows.GetValueOrDefault(entry.Key), null)!)];
    }

    /// <summary>A checklist in one of its versions, or in the one in use; null where there is none such.</summary>
    public static async Task<ChecklistItem?> FindAsync(SenSupportDbContext db, string key, int? number = null) =>
        Starting.ContainsKey(key) ? Item(key, await Rows(db).FirstOrDefaultAsync(row => row.Key == key), number) : null;

    private static ChecklistItem? Item(string key, Checklist? row, int? number)
    {
        var wanted = number ?? row?.LatestVersion ?? 1;
        var content = wanted == 1 ? Starting[key] : row?.Versions.FirstOrDefault(version => version.Number == wanted)?.Content;
        return content is null ? null : new ChecklistItem(key, row?.Version ?? Guid.Empty, wanted, content, row?.IsHidden ?? false);
    }

    private sealed record FileRow(
        string Id, AreaOfNeed Area, IReadOnlyList<string> Phases, string Title, string HowToUse, string Note, IReadOnlyList<ChecklistStep> Scale, IReadOnlyList<ChecklistStatement> Statements)
    {
        public ChecklistContent Content() => new(Area, Phases, Title, HowToUse, Note, Scale, Statements);
    }
}
