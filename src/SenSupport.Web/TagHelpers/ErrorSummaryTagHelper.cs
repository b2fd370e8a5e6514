using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>
/// The list of what has to be mended, each linked to its field. The layout holds one on every page; a page that wants other words writes its own
/// <c>&lt;govuk-error-summary title="The plan cannot be saved yet" text="Everything you typed is kept." /&gt;</c>, and the layout's stays away.
/// </summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    private static readonly object Written = new();

    /// <summary>The page's context.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The heading.</summary>
    public string Title { get; set; } = "There is a problem";

    /// <summary>A sentence before the list.</summary>
    public string? Text { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(field => field.Value?.Errors.Select(error => (Field: field.Key, Message: error.ErrorMessage)) ?? [])
            .Where(error => error.Message.Length > 0)
            .Distinct()
            .ToList();
        if (errors.Count == 0 || !ViewContext.HttpContext.Items.TryAdd(Written, true))
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        var list = Element("ul", "govuk-list govuk-error-summary__list");
        foreach (var (field, message) in errors)
        {
            list.Add(Element("li", null, field.Length == 0 ? message : Element("a", null, message).With("href", $"#{FieldTagHelper.IdOf(field)}")));
        }

        output.Content.SetHtmlContent(Element(
            "div",
            null,
            Element("h2", "govuk-error-summary__title", Title),
            Element("div", "govuk-error-summary__body", Text is null ? null : Element("p", null, Text), list)).With("role", "alert"));
    }
}
