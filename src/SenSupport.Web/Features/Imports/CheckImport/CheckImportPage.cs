using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckImport;

/// <summary>What a file would change.</summary>
/// <param name="Import">The import.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="File">The file.</param>
/// <param name="Plan">What it would do.</param>
/// <param name="Choices">What was chosen.</param>
/// <param name="Seen">What is shown, for the confirmation.</param>
/// <param name="Only">The only list that is shown; null for the overview.</param>
/// <param name="Search">What is searched for in it.</param>
/// <param name="Page">Its page.</param>
public sealed record CheckImportPage(
    Import Import, SignedInStaff Staff, PupilFile File, PupilPlan Plan, PupilChoices Choices, string Seen, PreviewList? Only, string Search, int Page)
    : PreviewPage(Import, Staff, Seen, Only, Search, Page)
{
    /// <inheritdoc/>
    public override string Path => $"/imports/{Import.Id}";

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

    /// <summary>Names of the school's classes.</summary>
    public IReadOnlyDictionary<Guid, string> Classes { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Who decides on SEN, for those who do not.</summary>
    public string Senco { get; init; } = "";

    /// <summary>The last day of those who left, as it is typed.</summary>
    public DateParts LastDay => DateParts.From(Choices.LastDay);

    /// <summary>Pupils who are to be recorded as having left.</summary>
    public int Left => Plan.Missing.Count(pupil => Choices.Left.Contains(pupil.Id));

    /// <summary>Whether applying would do anything.</summary>
    public bool DoesSomething => Plan.Added.Count + Plan.Changed.Count + Left > 0;

    /// <summary>What the button says.</summary>
    public string Button
    {
        get
        {
            var parts = new[]
            {
                (Plan.Added.Count, $"add {Plan.Added.Count}"), (Plan.Changed.Count, $"change {Plan.Changed.Count}"), (Left, Left == 1 ? "record 1 leaver" : $"record {Left} leavers"),
            }.Where(part => part.Item1 > 0).Select(part => part.Item2).ToList();
            var text = parts.Count > 1 ? $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}" : parts.FirstOrDefault("");
            return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
        }
    }

    /// <summary>The name of a pupil's class; empty without one.</summary>
    public string ClassOf(KnownPupil pupil) => pupil.Details.ClassId is { } id ? Classes.GetValueOrDefault(id, "") : "";

    /// <summary>A value as a change shows it.</summary>
    public static string Shown(string value) => value.Length == 0 ? "empty" : value;
}
