using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Errors;

/// <summary>
/// The pages that stand in for an answer that could not be given, whatever the method of the request. It binds nothing and checks no request token: both would
/// read the body again, which may be what went wrong.
/// </summary>
[AllowAnonymous]
[WithoutSchool]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorsController : Controller
{
    /// <summary>The page for a status code.</summary>
    [Route("/errors/{code:int:range(400,599)}")]
    public async Task<IActionResult> Show()
    {
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = code;
        return View(new ErrorPage(code, ErrorWords.Of(code), await TypedText.InAsync(Request)));
    }
}
