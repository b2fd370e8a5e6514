using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Running;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>What an import did, pupil by pupil, and how far a running one is.</summary>
public sealed class ReportImportHandler(SenSupportDbContext db, ImportQueue queue)
{
    private const int Size = 50;

    /// <summary>The report.</summary>
    public async Task<ReportImportPage> PageAsync(Import import, SignedInStaff staff, PreviewAddress asked)
    {
        var entries = await Entries(db, import.Id).ToListAsync();
        var search = (asked.Search ?? "").Trim() is { Length: > 100 } text ? text[..100] : (asked.Search ?? "").Trim();
        var words = SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = words.Length == 0 ? entries : entries.FindAll(entry => SearchText.Fold($"{entry.Name} {entry.Summary}") is var folded && words.All(word => folded.Contains(word, StringComparison.Ordinal)));
        var pages = Math.Max(1, (found.Count + Size - 1) / Size);
        var page = int.TryParse(asked.Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, pages) : 1;
        var lines = import.Report.Length == 0 ? [] : JsonSerializer.Deserialize<List<ReportLine>>(import.Report) ?? [];
        return new ReportImportPage(import, staff, entries, search, found.Count, [.. found.Skip((page - 1) * Size).Take(Size)], page, pages, lines)
        {
            NewOnRegister = staff.KeepsSenRecords && import is { Kind: ImportKind.Pupils, State: ImportState.Applied } ? await NewOnRegister(db, import.Id).CountAsync() : 0,
        };
    }

    /// <summary>How far a running import is, by this server's own knowledge or by what another one wrote last.</summary>
    public ImportProgressPage ProgressOf(Import import)
    {
        var (done, total) = queue.ProgressOf(import.Id) is { Total: > 0 } at ? at : (import.Done, import.Total);
        return new ImportProgressPage(import, done, total);
    }

    // Pupils whom the import brought and who are on the register now.
    internal static IQueryable<Guid> NewOnRegister(SenSupportDbContext db, Guid importId) =>
        from entry in db.ImportEntries
        where entry.ImportId == importId && entry.Act == ImportAct.Added && !entry.IsUndone
        join pupil in db.Pupils on entry.RecordId equals pupil.Id
        where pupil.Status == SenStatus.SenSupport || pupil.Status == SenStatus.EhcPlan
        select pupil.Id;

    internal static IQueryable<ReportRow> Entries(SenSupportDbContext db, Guid importId) =>
        from entry in db.ImportEntries.AsNoTracking()
        where entry.ImportId == importId
        orderby entry.Line == 0, entry.Line, entry.Name
        select new ReportRow { RecordId = entry.RecordId, Line = entry.Line, Name = entry.Name, Act = entry.Act, Summary = entry.Summary, IsUndone = entry.IsUndone };
}

/// <summary>A record that an import touched.</summary>
public sealed record ReportRow
{
    public Guid RecordId { get; init; }

    public int Line { get; init; }

    public string Name { get; init; } = "";

    public ImportAct Act { get; init; }

    public string Summary { get; init; } = "";

    public bool IsUndone { get; init; }

}

/// <summary>What an import did.</summary>
/// <param name="Import">The import.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Entries">All that it touched.</param>
/// <param name="Search">What is searched for.</param>
/// <param name="Found">How many are found.</param>
/// <param name="Rows">Those on this page.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="NotDone">What was not taken, and why.</param>
public sealed record ReportImportPage(
    Import Import, SignedInStaff Staff, IReadOnlyList<ReportRow> Entries, string Search, int Found, IReadOnlyList<ReportRow> Rows, int Page, int Pages, IReadOnlyList<ReportLine> NotDone)
{
    /// <summary>How many of the new pupils are on the register, where it is the person's to record what was done for them before; 0 otherwise.</summary>
    public int NewOnRegister { get; init; }

    /// <summary>What the import brought, in words.</summary>
    public ImportKindWords Words => ImportKindWords.Of(Import.Kind);

    /// <summary>The figures on top.</summary>
    public IReadOnlyList<(int Number, string Words)> Figures => Words.Figures(Import, Left);

    /// <summary>Whether a row's pupil is there to be opened.</summary>
    public bool IsThere(ReportRow row) => Import.Kind != ImportKind.Pupils || row.Act != ImportAct.Added || !row.IsUndone;

    /// <summary>What was done, in a word or two.</summary>
    public string Done(ReportRow row) => $"{Words.Act(row.Act)}{(row.IsUndone ? ", undone" : "")}";

    /// <summary>How many were put back.</summary>
    public int Undone => Entries.Count(entry => entry.IsUndone);

    /// <summary>How many left.</summary>
    public int Left => Entries.Count(entry => entry.Act == ImportAct.Left);

    /// <summary>The heading.</summary>
    public string Heading => Import.State switch
    {
        ImportState.Undone => "Import undone",
        ImportState.Discarded => "Import discarded",
        ImportState.Previewed => "The file is no longer there",
        _ => Undone > 0 ? "Import partly undone" : "Import applied",
    };
}

/// <summary>How far a running import is.</summary>
public sealed record ImportProgressPage(Import Import, int Done, int Total)
{
    /// <summary>In words.</summary>
    public string Words => Total == 0 ? "Starting" : Import.State == ImportState.Undoing ? $"{Done} of {Total} pupils put back" : $"{Done} of {Total} pupils done";
}
