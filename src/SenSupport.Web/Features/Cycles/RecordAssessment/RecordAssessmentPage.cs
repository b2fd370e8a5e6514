using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Earlier;

namespace SenSupport.Web.Features.Cycles.RecordAssessment;

/// <summary>What the page shows beside the form.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Cycle">The cycle as it is saved.</param>
/// <param name="StaffNames">Names to suggest as those who contributed.</param>
/// <param name="DraftSavedAt">When the draft was kept from which the form is filled, in UTC; null when it is filled from what is saved.</param>
/// <param name="IsRestored">Whether the form was filled from a draft that had been left behind.</param>
public sealed record RecordAssessmentPage(PupilHeader Pupil, SupportCycle Cycle, IReadOnlyList<string> StaffNames, DateTime? DraftSavedAt, bool IsRestored)
{
    /// <summary>What previous settings sent, latest first: the first assessment starts from it (CoP 6.57). Empty in later cycles.</summary>
    public IReadOnlyList<ReceivedRow> Received { get; init; } = [];

    /// <summary>The cycle's address.</summary>
    public string CycleAddress => $"/pupils/{Pupil.Id}/cycles/{Cycle.Number}";

    /// <summary>The page's address.</summary>
    public string Address => $"{CycleAddress}/assess";

    /// <summary>Names of the staff.</summary>
    public static IQueryable<string> Names(SenSupportDbContext db) => db.Staff.Where(person => person.LeftOn == null).OrderBy(person => person.Name).Select(person => person.Name);
}

/// <summary>Hands the page to its view, and a strand's name to its fields.</summary>
public static class AssessmentViewData
{
    /// <summary>Sets the page.</summary>
    public static void SetAssessmentPage(this ViewDataDictionary viewData, RecordAssessmentPage page) => viewData["AssessmentPage"] = page;

    /// <summary>The page.</summary>
    public static RecordAssessmentPage GetAssessmentPage(this ViewDataDictionary viewData) => (RecordAssessmentPage)viewData["AssessmentPage"]!;

    /// <summary>View data for one strand: its fields are named by it.</summary>
    public static ViewDataDictionary Strand(this ViewDataDictionary viewData, StrandEntry strand)
    {
        var inner = new ViewDataDictionary(viewData);
        inner.TemplateInfo.HtmlFieldPrefix = $"Strands[{strand.Key}]";
        return inner;
    }
}
