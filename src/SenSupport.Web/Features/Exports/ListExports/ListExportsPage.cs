using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Exports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.ListExports;

/// <summary>Something that was taken out.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="StaffName">Who did it.</param>
/// <param name="What">What it was.</param>
/// <param name="Details">File, part and count.</param>
public sealed record PastExport(DateTime At, string StaffName, string What, IReadOnlyList<FieldChange> Details)
{
    /// <summary>Which part.</summary>
    public string Part => Of(ExportLog.Part);

    /// <summary>How many pupils or rows.</summary>
    public string Count => Of(ExportLog.Count);

    /// <summary>The file's name.</summary>
    public string File => Of(ExportLog.File);

    private string Of(string path) => Details.FirstOrDefault(detail => detail.Path == path)?.New ?? "";
}

/// <summary>What can be taken out by a person, and what was by anybody.</summary>
/// <param name="Staff">Who looks.</param>
/// <param name="Past">A page of what was taken out.</param>
/// <param name="Total">How much that is on all pages.</param>
/// <param name="Page">From 1.</param>
public sealed record ListExportsPage(SignedInStaff Staff, IReadOnlyList<PastExport> Past, int Total, int Page)
{
    /// <summary>Exports on a page.</summary>
    public const int PageSize = 25;

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>Whether files hold codes and dates only: the office's do.</summary>
    public bool CodesOnly => !Staff.SeesWholeSchool;
}
