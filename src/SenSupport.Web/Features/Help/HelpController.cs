using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace SenSupport.Web.Features.Help;

/// <summary>Help by task and by role, privacy and accessibility. Open to everyone: a person who cannot sign in needs it most.</summary>
[AllowAnonymous]
public sealed class HelpController : Controller
{
    /// <summary>Help by task.</summary>
    [HttpGet("/help")]
    public IActionResult Index() => View();

    /// <summary>Working with the keyboard.</summary>
    [HttpGet("/help/keyboard")]
    public IActionResult Keyboard() => View();

    /// <summary>Help for one role.</summary>
    [HttpGet("/help/{role}")]
    public IActionResult ForRole(string role) => HelpRole.All.FirstOrDefault(known => known.Address == role) is { } found ? View(found.View, found) : NotFound();

    /// <summary>What is kept about whom, and why.</summary>
    [HttpGet("/privacy")]
    public IActionResult Privacy() => View();

    /// <summary>How far everyone can use it.</summary>
    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View();
}
