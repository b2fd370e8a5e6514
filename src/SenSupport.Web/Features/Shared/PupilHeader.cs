using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Features.Shared;

/// <summary>What the bar above every page about one pupil shows.</summary>
/// <param name="Id">The pupil.</param>
/// <param name="FullName">Known-as forename and surname.</param>
/// <param name="FirstName">The name used after the first mention.</param>
/// <param name="Status">Where the pupil stands today.</param>
/// <param name="StatusSince">First day of that status; null when it never was another.</param>
/// <param name="YearAndClass">For example "Year 4, 4W".</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="Age">Whole years today.</param>
/// <param name="Languages">For example "EAL (Polish)"; empty when English is the first language.</param>
/// <param name="Upn">Unique pupil number; empty when there is none.</param>
public sealed record PupilHeader(
    Guid Id, string FullName, string FirstName, SenStatus Status, DateOnly? StatusSince, string YearAndClass, DateOnly BirthDate, int Age, string Languages, string Upn)
{
    /// <summary>Whether the person reads the SEN record; the office sees codes and dates only, and no other page of the pupil.</summary>
    public bool HasRecord { get; init; } = true;

    /// <summary>The last day at the school; null while the pupil is on roll.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>Where a leaver went; empty where unknown.</summary>
    public string Destination { get; init; } = "";

    /// <summary>The photo's key; null without one.</summary>
    public Guid? PhotoId { get; init; }

    /// <summary>The sub navigation, with the page that an address belongs to marked.</summary>
    /// <param name="path">The address.</param>
    /// <param name="withDetails">Whether the person reads the details and contacts of every pupil.</param>
    public IReadOnlyList<PupilPage> Pages(PathString path, bool withDetails = false)
    {
        var root = $"/pupils/{Id}";
        if (!HasRecord)
        {
            return [Page("Details", root)];
        }

        IReadOnlyList<PupilPage> pages =
        [
            Page("Overview", root), Page("Profile", $"{root}/profile"), Page("Cycles", $"{root}/cycles"), Page("Impact", $"{root}/impact"), Page("Contact log", $"{root}/contact-log"), Page("Timeline", $"{root}/timeline"),
        ];
        return withDetails ? [.. pages, Page("Details", $"{root}/details") with { AriaCurrent = DetailsMark(path, root, pages) }] : pages;

        PupilPage Page(string text, string href) =>
            new(text, href, path.Equals(href) ? "page" : href != root && path.StartsWithSegments(href) ? "true" : null);
    }

    // Contacts, status, needs and the like stand beside the details: whatever no other page claims is theirs.
    private static string? DetailsMark(PathString path, string root, IReadOnlyList<PupilPage> others) =>
        !path.StartsWithSegments(root) || others.Any(page => page.AriaCurrent is not null) ? null : path.Equals($"{root}/details") ? "page" : "true";
}

/// <summary>One link of a pupil's sub navigation.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it goes.</param>
/// <param name="AriaCurrent">"page" on that very page, "true" on a page below it, otherwise null.</param>
public sealed record PupilPage(string Text, string Href, string? AriaCurrent);

/// <summary>Hands the pupil's header from a controller to the layout.</summary>
public static class PupilHeaderViewData
{
    /// <summary>Sets the pupil whom the page is about.</summary>
    public static void SetPupil(this ViewDataDictionary viewData, PupilHeader pupil) => viewData["Pupil"] = pupil;

    /// <summary>The pupil whom the page is about.</summary>
    /// <exception cref="InvalidOperationException">The controller set none.</exception>
    public static PupilHeader GetPupil(this ViewDataDictionary viewData) =>
        viewData["Pupil"] as PupilHeader ?? throw new InvalidOperationException("A page with the pupil layout needs ViewData.SetPupil.");
}
