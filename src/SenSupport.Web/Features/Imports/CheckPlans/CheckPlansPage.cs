using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Features.Imports.Plans;
using SenSupport.Web.Features.Imports.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Imports.CheckPlans;

/// <summary>What a file of plans would do.</summary>
/// <param name="Import">The import.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="File">The file.</param>
/// <param name="Plan">What it would do.</param>
/// <param name="Today">The date in the school.</param>
/// <param name="Seen">What is shown, for the confirmation.</param>
/// <param name="Only">The only list that is shown; null for the overview.</param>
/// <param name="Search">What is searched for in it.</param>
/// <param name="Page">Its page.</param>
public sealed record CheckPlansPage(
    Import Import, SignedInStaff Staff, PlansFile File, PlansPlan Plan, DateOnly Today, string Seen, PreviewList? Only, string Search, int Page)
    : PreviewPage(Import, Staff, Seen, Only, Search, Page)
{
    /// <inheritdoc/>
    public override string Path => $"/imports/{Import.Id}/plans";

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

    /// <summary>Whether applying would do anything.</summary>
    public bool DoesSomething => Plan.Opened.Count + Plan.Added.Count > 0;

    /// <summary>What the button says.</summary>
    public string Button => (Plan.Opened.Count, Plan.Added.Count) switch
    {
        (var opened, 0) => $"Open {ImportWords.Count(opened, "cycle")}",
        (0, var added) => $"Add to {ImportWords.Count(added, "open plan")}",
        var (opened, added) => $"Open {ImportWords.Count(opened, "cycle")} and add to {added}",
    };

    /// <summary>The name of a pupil's class; empty without one.</summary>
    public string ClassOf(KnownPupil pupil) => pupil.Details.ClassId is { } id ? Classes.GetValueOrDefault(id, "") : "";

    /// <summary>What is searched in.</summary>
    public string WordsOf(PlannedPupil pupil) => $"{pupil.Pupil.ListName} {pupil.Pupil.Details.Upn} {ClassOf(pupil.Pupil)} {pupil.Why}";
}
