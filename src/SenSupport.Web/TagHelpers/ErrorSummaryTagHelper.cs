using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>
/// The list of what has to be mended, each linked to its field, in the order of the page. The layout writes it (<c>place</c>) on every page that has errors; a page
/// that wants other words says so anywhere: <c>&lt;govuk-error-summary title="The plan cannot be saved yet" text="Everything you typed is kept." /&gt;</c>.
/// </summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    private static readonly object WordsKey = new(), FieldsKey = new();

    /// <summary>The page's context.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The heading.</summary>
    public string Title { get; set; } = "There is a problem";

    /// <summary>A sentence before the list.</summary>
    public string? Text { get; set; }

    /// <summary>Whether the summary stands here; otherwise only its words are set. The layout comes after the page's fields, so it knows their order.</summary>
    public bool Place { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = ViewContext.HttpContext.Items;
        if (!Place)
        {
            items[WordsKey] = (Title, Text);
            output.SuppressOutput();
            return;
        }

        var order = items[FieldsKey] as List<string> ?? [];
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(field => field.Value?.Errors.Select(error => (Field: field.Key, Message: error.ErrorMessage)) ?? [])
            .Where(error => error.Message.Length > 0)
            .Distinct()
            .OrderBy(error => order.IndexOf(error.Field) is var index and >= 0 ? index : int.MaxValue)
            .ToList();
        if (errors.Count == 0)
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

        var (title, text) = items[WordsKey] is ValueTuple<string, string?> words ? words : (Title, Text);
        output.Content.SetHtmlContent(Element(
            "div",
            null,
            Element("h2", "govuk-error-summary__title", title),
            Element("div", "govuk-error-summary__body", text is null ? null : Element("p", null, text), list)).With("role", "alert"));
    }

    /// <summary>Notes that a field with an error was written, so that the summary follows the order of the page.</summary>
    internal static void Note(HttpContext http, string field)
    {
        if (http.Items[FieldsKey] is not List<string> order)
        {
            http.Items[FieldsKey] = order = [];
        }

        order.Add(field);
    }
}
