using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Imports.Points;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckPoints;

/// <summary>What a file of assessment points would do.</summary>
/// <param name="Import">The import.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="File">The file.</param>
/// <param name="Plan">What it would do.</param>
/// <param name="Seen">What is shown, for the confirmation.</param>
/// <param name="Only">The only list that is shown; null for the overview.</param>
/// <param name="Search">What is searched for in it.</param>
/// <param name="Page">Its page.</param>
public sealed record CheckPointsPage(Import Import, SignedInStaff Staff, PointsFile File, PointsPlan Plan, string Seen, PreviewList? Only, string Search, int Page)
    : PreviewPage(Import, Staff, Seen, Only, Search, Page)
{
    /// <inheritdoc/>
    public override string Path => $"/imports/{Import.Id}/points";

    /// <inheritdoc/>
    public override string Format => File.Format;

    /// <inheritdoc/>
    public override int Rows => File.Rows;

    /// <inheritdoc/>
    public override MappedTable? Table => File.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<RefusedRow> Refused => Plan.Refused;

    /// <inheritdoc/>
    public override int RefusedLines => Plan.RefusedLines;

    /// <inheritdoc/>
    public override IReadOnlyList<ExchangeProblem> Warnings => Plan.Warnings;

    /// <summary>Points that are put right: they get what they lack, or what the file has instead.</summary>
    public IReadOnlyList<PlannedPoint> PutRight => [.. Plan.Differing, .. Plan.Completed];

    /// <summary>Whether it is asked what the whole file is about.</summary>
    public bool AsksDefaults => Table is not null && !(File.SaysMeasure && File.SaysDay);

    /// <summary>The day of the whole file as it is shown in the form.</summary>
    public DateParts On { get; init; } = new();

    /// <summary>The subject or test of the whole file as it is shown in the form.</summary>
    public string Measure { get; init; } = "";

    /// <summary>What the button says.</summary>
    public string Button => (Plan.Added.Count, Plan.Taken.Count - Plan.Added.Count) switch
    {
        (var added, 0) => $"Add {ImportWords.Count(added, "point")}",
        (0, var mended) => $"Put {ImportWords.Count(mended, "point")} right",
        var (added, mended) => $"Add {ImportWords.Count(added, "point")} and put {mended} right",
    };

    /// <summary>What is searched in.</summary>
    public static string WordsOf(PlannedPoint point) => $"{point.Pupil.ListName} {point.Pupil.Details.Upn} {point.Content.Measure}";
}
