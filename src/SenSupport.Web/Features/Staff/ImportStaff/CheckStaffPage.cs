using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Staff;
using SenSupport.Web.Features.Shared.Imports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>What a file of staff would do.</summary>
/// <param name="Import">The import.</param>
/// <param name="By">Who looks.</param>
/// <param name="File">The file.</param>
/// <param name="Plan">What it would do.</param>
/// <param name="Seen">What is shown, for the confirmation.</param>
public sealed record CheckStaffPage(Import Import, SignedInStaff By, StaffFile File, StaffPlan Plan, string Seen)
{
    private readonly Lazy<StaffChoices> choices = new(() => StaffChoices.Read(Import.Choices));

    /// <summary>Whether the result has changed since it was shown.</summary>
    public bool HasChanged { get; init; }

    /// <summary>The address of the preview.</summary>
    public string Address => $"/staff/import/{Import.Id}";

    /// <summary>The columns of the file, to be corrected.</summary>
    public ColumnsPanel Columns => new(Address, File.Columns, ColumnsPanel.FieldsOf(StaffRows.Fields), File.Missing);

    /// <summary>What somebody chose for a word; null where nobody did.</summary>
    public StaffRoles? Chosen(RoleWord word) => choices.Value.Words.TryGetValue(word.Key, out var role) ? role : null;

    /// <summary>How many answers are waited for.</summary>
    public int Open => Plan.Undecided + Plan.Asked.Count;

    /// <summary>How many rows cannot be used as they are.</summary>
    public int Refused => Plan.Problems.Where(problem => !problem.IsWarning && problem.Line is not null).Select(problem => problem.Line).Distinct().Count();

    /// <summary>What the button says.</summary>
    public string Button => (Plan.Added.Count, Plan.Changed.Count) switch
    {
        (var added, 0) => $"Add {People(added)}",
        (0, var changed) => $"Change {People(changed)}",
        var (added, changed) => $"Add {added} and change {changed}",
    };

    /// <summary>"1 person", "30 people".</summary>
    public static string People(int count) => count == 1 ? "1 person" : $"{count:N0} people";
}
