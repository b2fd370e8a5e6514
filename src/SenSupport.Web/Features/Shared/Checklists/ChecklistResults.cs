using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SenSupport.Domain.Banks;

namespace SenSupport.Web.Features.Shared.Checklists;

/// <summary>The checklists that were filled in for a cycle.</summary>
/// <param name="Address">Where checklists of the cycle are filled in.</param>
/// <param name="MayAnswer">Whether the person fills them in, and the cycle is open.</param>
/// <param name="Answers">What was filled in, the latest first.</param>
public sealed record ChecklistResults(string Address, bool MayAnswer, IReadOnlyList<ChecklistAnswers> Answers)
{
    /// <summary>Where the view looks for them.</summary>
    public static void Set(ViewDataDictionary viewData, ChecklistResults results) => viewData["Checklists"] = results;

    /// <summary>What was set; null where nothing was.</summary>
    public static ChecklistResults? Get(ViewDataDictionary viewData) => viewData["Checklists"] as ChecklistResults;
}
