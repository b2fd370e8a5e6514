using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>
/// Links to the pages of a list: <c>&lt;govuk-pagination page="2" pages="6" label="Pages of the register" /&gt;</c>. Each link is this page's own address with
/// another <c>page</c>, so that filters and order stay. Nothing is written for a single page.
/// </summary>
[HtmlTargetElement("govuk-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>The page's context.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The current page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>The number of pages.</summary>
    public int Pages { get; set; }

    /// <summary>What the navigation is called for screen readers.</summary>
    public string Label { get; set; } = "Pages";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("nav", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", Label);
        if (Page > 1)
        {
            output.Content.AppendHtml(Step("Previous", "prev", Page - 1));
        }

        var list = Element("ul", "govuk-pagination__list");
        var last = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(IsShown))
        {
            list.Add(page > last + 1 ? Element("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "⋯") : null, Item(page));
            last = page;
        }

        output.Content.AppendHtml(list);
        if (Page < Pages)
        {
            output.Content.AppendHtml(Step("Next", "next", Page + 1));
        }
    }

    private bool IsShown(int page) => page == 1 || page == Pages || Math.Abs(page - Page) <= 1 || Pages <= 6;

    private TagBuilder Item(int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var current = page == Page;
        return Element(
            "li",
            current ? "govuk-pagination__item govuk-pagination__item--current" : "govuk-pagination__item",
            Link(page, number).With("aria-label", $"Page {number}").With("aria-current", current ? "page" : null));
    }

    private TagBuilder Step(string word, string rel, int page) =>
        Element("div", $"govuk-pagination__{rel}", Link(page, Element("span", "govuk-pagination__link-title", word, Hidden(" page"))).With("rel", rel));

    private TagBuilder Link(int page, object content) => Element("a", "govuk-link govuk-pagination__link", content).With("href", AddressOf(page));

    private string AddressOf(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(part => part.Key != "page").SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? "")));
        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return $"{request.PathBase}{request.Path}{query}";
    }
}
