using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SenSupport.Web.Features.Shared.Forms;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>
/// A date in three fields over a <see cref="DateParts"/>: <c>&lt;govuk-date-input asp-for="ReviewDate" label="Review date" /&gt;</c>. An error belongs to the
/// property itself (key <c>ReviewDate</c>); the error summary's link ends on the day.
/// </summary>
[HtmlTargetElement("govuk-date-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateInputTagHelper : FieldTagHelper
{
    /// <summary>"bday" for a date of birth, so that the browser may fill it in.</summary>
    public string? Autocomplete { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = For.Model as DateParts ?? new DateParts();
        var fields = Element(
            "div",
            "govuk-date-input",
            Part("Day", Id, parts.Day, 2, "day"),
            Part("Month", $"{Id}_Month", parts.Month, 2, "month"),
            Part("Year", $"{Id}_Year", parts.Year, 4, "year")).With("id", $"{Id}-group");
        WriteFieldset(output, fields, "group");
    }

    private IHtmlContent Part(string part, string id, string? value, int width, string fill)
    {
        var name = $"{Name}.{part}";
        var css = $"govuk-input govuk-date-input__input govuk-input--width-{width}{(Error is null ? "" : " govuk-input--error")}";
        var input = Element("input", css)
            .With("id", id).With("name", name).With("type", "text").With("inputmode", part == "Month" ? null : "numeric")
            .With("value", Typed(name) ?? value ?? "")
            .With("autocomplete", Autocomplete is null ? null : $"{Autocomplete}-{fill}");
        return Element(
            "div",
            "govuk-date-input__item",
            Element("div", "govuk-form-group", Element("label", "govuk-label govuk-date-input__label", part).With("for", id), input));
    }
}
