using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.ListImports;

/// <summary>The history of imports.</summary>
public sealed record ListImportsPage(SignedInStaff Staff, string Search, ImportState? State, int Page, int Pages, int Total, IReadOnlyList<ImportRow> Rows, bool HasAny)
{
    /// <summary>Imports whose file or person has the text in its name.</summary>
    public static IQueryable<Import> Found(SenSupportDbContext db, SignedInStaff staff, string search, ImportState? state)
    {
        var imports = ImportFiles.ImportsOf(db, staff);
        if (state is { } only)
        {
            imports = imports.Where(import => import.State == only);
        }

        // Case is folded by both databases for letters without accents. Whatever is a wildcard somewhere stands for any one character.
        var pattern = $"%{string.Concat(search.Select(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '.' ? character : '_'))}%";
        return search.Length == 0 ? imports : imports.Where(import => EF.Functions.Like(import.FileName, pattern) || EF.Functions.Like(import.StaffName, pattern));
    }

    /// <summary>Their rows, latest first.</summary>
    public static IQueryable<ImportRow> InRows(IQueryable<Import> imports) => imports.OrderByDescending(import => import.At).ThenBy(import => import.Id).Select(import => new ImportRow
    {
        Id = import.Id,
        At = import.At,
        StaffName = import.StaffName,
        FileName = import.FileName,
        Sha256 = import.Sha256,
        Kind = import.Kind,
        State = import.State,
        Rows = import.Rows,
        Added = import.Added,
        Changed = import.Changed,
        Skipped = import.Skipped,
        HasFile = import.FileId != null,
        IsPartlyUndone = import.State == ImportState.Applied && import.UndoneAt != null,
    });
}

/// <summary>An import in the history.</summary>
public sealed record ImportRow
{
    public Guid Id { get; init; }

    public DateTime At { get; init; }

    public string StaffName { get; init; } = "";

    public string FileName { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public ImportKind Kind { get; init; }

    public ImportState State { get; init; }

    public int Rows { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Skipped { get; init; }

    public bool HasFile { get; init; }

    public bool IsPartlyUndone { get; init; }
}
