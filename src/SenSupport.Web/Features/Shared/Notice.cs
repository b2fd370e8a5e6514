using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SenSupport.Web.Features.Shared;

/// <summary>What was just done, said once on the page that follows.</summary>
public static class Notice
{
    private const string Key = "Notice";

    /// <summary>Sets the sentence, for example "Plan saved as a draft."</summary>
    public static void SetNotice(this ITempDataDictionary tempData, string sentence) => tempData[Key] = sentence;

    /// <summary>Takes the sentence, so that it is shown once; null when there is none.</summary>
    public static string? TakeNotice(this ITempDataDictionary tempData) => tempData[Key] as string;
}
