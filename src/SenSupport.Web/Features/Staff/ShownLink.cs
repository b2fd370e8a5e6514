using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace SenSupport.Web.Features.Staff;

/// <summary>A link that is shown once, on the page that follows, to be copied.</summary>
public static class ShownLink
{
    private const string Key = "ShownLink";

    /// <summary>Keeps the link for the next page, in the notice's own protected cookie.</summary>
    public static void SetLink(this ITempDataDictionary tempData, string address) => tempData[Key] = address;

    /// <summary>Takes the link; null when there is none. Without its cookie nothing is looked at, because looking would write one.</summary>
    public static string? TakeLink(this Controller controller)
    {
        var options = controller.HttpContext.RequestServices.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value;
        return controller.Request.Cookies.ContainsKey(options.Cookie.Name ?? CookieTempDataProvider.CookieName) ? controller.TempData[Key] as string : null;
    }
}
