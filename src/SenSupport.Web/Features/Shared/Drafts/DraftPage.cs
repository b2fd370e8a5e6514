using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SenSupport.Web.Features.Shared.Drafts;

/// <summary>A page whose form is kept as a draft while it is filled in: the parts of a cycle, its checklists, and views for its review.</summary>
/// <param name="Path">The page's address, in one spelling.</param>
/// <param name="PupilId">The pupil whom it is about.</param>
/// <param name="CycleNumber">The pupil's cycle.</param>
/// <param name="Part">What follows the cycle in the address: assess, plan, do, review, a checklist of the assessment, or a view for the review.</param>
public sealed partial record DraftPage(string Path, Guid PupilId, int CycleNumber, string Part)
{
    /// <summary>Reads the address of a page; false when no draft is kept for it.</summary>
    public static bool TryRead(string? path, [NotNullWhen(true)] out DraftPage? page)
    {
        page = null;
        if (Shape().Match(path ?? "") is { Success: true } match && Guid.TryParse(match.Groups[1].ValueSpan, out var pupil))
        {
            var (number, part) = (int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), match.Groups[3].Value.ToLowerInvariant());
            page = new DraftPage(string.Create(CultureInfo.InvariantCulture, $"/pupils/{pupil}/cycles/{number}/{part}"), pupil, number, part);
        }

        return page is not null;
    }

    [GeneratedRegex(@"\A/pupils/([0-9a-f-]{36})/cycles/([0-9]{1,5})/(assess(?:/checklists/[a-z0-9-]{1,80})?|plan|do|review(?:/views/(?:new/[a-z]{1,10}|[0-9a-f-]{36}))?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
