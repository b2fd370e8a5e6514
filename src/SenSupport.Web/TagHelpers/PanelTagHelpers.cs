using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>
/// One thing that is outstanding: what is missing, its paragraph of the Code, and inside what to do about it.
/// <c>&lt;sen-duty title="No review date" code="6.48"&gt;Agree one with the parents. &lt;a …&gt;Add the date&lt;/a&gt;&lt;/sen-duty&gt;</c>. Red only when a date has passed.
/// </summary>
[HtmlTargetElement("sen-duty")]
public sealed class DutyTagHelper : TagHelper
{
    /// <summary>What is missing.</summary>
    public string Title { get; set; } = "";

    /// <summary>The paragraph of the SEND Code of Practice, such as "6.48"; none when null.</summary>
    public string? Code { get; set; }

    /// <summary>Whether a date has passed.</summary>
    public bool Late { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("div", Late ? "sen-duty sen-duty--late" : "sen-duty");
        var code = Code is null ? null : Element("span", "sen-code", $"Code {Code}").With("title", $"SEND Code of Practice, paragraph {Code}");
        output.Content.AppendHtml(Icon(Late ? "clock" : "warn"));
        output.Content.AppendHtml(Element(
            "div",
            null,
            Element("p", "sen-duty__top", Element("strong", null, Title), code is null ? null : " ", code),
            inside.IsEmptyOrWhiteSpace ? null : Element("p", "sen-small", inside)));
    }
}

/// <summary>
/// The bar at the foot of a form that is kept as a draft, with the form's buttons inside: <c>&lt;sen-savebar saved-at="2.31pm"&gt;&lt;button …&gt;&lt;/sen-savebar&gt;</c>. The form
/// itself carries <c>data-sen-draft</c> with the page's address.
/// </summary>
[HtmlTargetElement("sen-savebar")]
public sealed class SavebarTagHelper : TagHelper
{
    /// <summary>The time of the draft that the fields were filled from, such as "2.31pm"; null when there is none.</summary>
    public string? SavedAt { get; set; }

    /// <summary>What follows the time.</summary>
    public string Note { get; set; } = "Not shared with anyone.";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var buttons = await output.GetChildContentAsync();
        output.Become("div", "sen-savebar");
        var state = Element(
            "p",
            "sen-savebar__state",
            Icon("tick", string.IsNullOrEmpty(SavedAt) ? "sen-icon sen-hidden" : "sen-icon"),
            Element("span", null, string.IsNullOrEmpty(SavedAt) ? "" : $"Draft saved {SavedAt}. {Note}"))
            .When(true, "data-sen-save-state")
            .With("data-saved-at", SavedAt ?? "")
            .With("data-note", Note);
        output.Content.AppendHtml(buttons).AppendHtml(state);
    }
}
