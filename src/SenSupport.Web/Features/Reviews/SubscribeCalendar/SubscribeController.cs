using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reviews.SubscribeCalendar;

/// <summary>The secret address of a person's calendar: making it, making another, ending it.</summary>
[Authorize(Policy = Policies.ReadRecords)]
[Route("reviews/subscribe")]
public sealed class SubscribeController(CalendarFeeds feeds, TimeProvider clock) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() =>
        View("Subscribe", await feeds.OfAsync(SignedInStaff.From(User)) is { } feed ? new SubscribePage(feed.CreatedAt, feed.NamesPupils) : new SubscribePage(null, false));

    /// <summary>Makes an address and shows it, this once.</summary>
    [HttpPost]
    [Authorize(Policy = Policies.ReadRecords)]
    public async Task<IActionResult> Make(SubscribeForm form) =>
        await feeds.MakeAsync(SignedInStaff.From(User), form.NamesPupils) is { } path
            ? View("Subscribe", new SubscribePage(clock.GetUtcNow().UtcDateTime, form.NamesPupils, $"{Request.Scheme}://{Request.Host}{Request.PathBase}{path}"))
            : NotFound();

    /// <summary>Ends the address.</summary>
    [HttpPost("end")]
    [Authorize(Policy = Policies.ReadRecords)]
    public async Task<IActionResult> End()
    {
        await feeds.EndAsync(SignedInStaff.From(User));
        return Redirect("/reviews/subscribe");
    }
}
