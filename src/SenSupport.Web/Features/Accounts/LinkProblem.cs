using Microsoft.AspNetCore.Mvc;

namespace SenSupport.Web.Features.Accounts;

/// <summary>One answer to every link that is good for nothing: used, too old, taken back, or never made. A stranger learns nothing from it.</summary>
public static class LinkProblem
{
    /// <summary>The page that says what to do, with status 404.</summary>
    public static ViewResult LinkIsNoGood(this Controller controller)
    {
        controller.Response.StatusCode = StatusCodes.Status404NotFound;
        return controller.View("LinkIsNoGood");
    }
}
