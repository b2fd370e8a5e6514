using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>A field of several lines: <c>&lt;govuk-textarea asp-for="AtHome" label="At home" rows="3" max-length="20000" /&gt;</c>. It grows with its text.</summary>
[HtmlTargetElement("govuk-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    /// <summary>Lines shown while it is empty.</summary>
    public int Rows { get; set; } = 2;

    /// <summary>Most characters that can be stored. The count appears near the limit; more can be typed, so that nothing pasted is cut off unseen.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Per cent of the limit from which the count is shown.</summary>
    public int Threshold { get; set; } = 75;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var limit = MaxLength?.ToString(CultureInfo.InvariantCulture);
        var info = limit is null ? null : $"{Id}-info";
        var css = "govuk-textarea" + (limit is null ? "" : " govuk-js-character-count") + (Error is null ? "" : " govuk-textarea--error");

        // A browser drops the first line break after the tag: without one of our own, a text that begins with a break would lose it.
        var textarea = Element("textarea", css, new HtmlString("\n"), Value)
            .With("id", Id).With("name", Name).With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("aria-describedby", DescribedBy(info));
        var count = limit is null ? null : Element("div", "govuk-hint govuk-character-count__message", $"You can enter up to {MaxLength:N0} characters").With("id", info);
        WriteGroup(output, textarea, count);
        if (limit is not null)
        {
            output.Become("div", "govuk-character-count");
            output.Attributes.SetAttribute("data-module", "govuk-character-count");
            output.Attributes.SetAttribute("data-maxlength", limit);
            output.Attributes.SetAttribute("data-threshold", Threshold);
        }
    }
}
