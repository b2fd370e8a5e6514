using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SenSupport.Web.TagHelpers;

/// <summary>Short ways to write elements. Text is always encoded.</summary>
internal static class Markup
{
    /// <summary>An element with a class (null for none) and content: text, or other elements.</summary>
    public static TagBuilder Element(string name, string? css, params object?[] content)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrEmpty(css))
        {
            element.Attributes["class"] = css;
        }

        if (name is "input")
        {
            element.TagRenderMode = TagRenderMode.SelfClosing;
        }

        return element.Add(content);
    }

    /// <summary>Appends text or elements; null adds nothing.</summary>
    public static TagBuilder Add(this TagBuilder element, params object?[] content)
    {
        foreach (var part in content)
        {
            _ = part switch
            {
                null => element.InnerHtml,
                IHtmlContent html => element.InnerHtml.AppendHtml(html),
                _ => element.InnerHtml.Append(Convert.ToString(part, CultureInfo.InvariantCulture) ?? ""),
            };
        }

        return element;
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    /// <summary>Sets an attribute without value when a condition holds.</summary>
    public static TagBuilder When(this TagBuilder element, bool condition, string attribute) => condition ? element.With(attribute, attribute) : element;

    /// <summary>An icon of the sprite; decoration only, never the sole carrier of meaning.</summary>
    public static IHtmlContent Icon(string name, string? css = null) =>
        Element("svg", css, Element("use", null).With("href", $"#i-{name}")).With("aria-hidden", "true").With("focusable", "false");

    /// <summary>Text for screen readers only.</summary>
    public static IHtmlContent Hidden(string text) => Element("span", "govuk-visually-hidden", text);

    /// <summary>Turns the helper's own element into another one, with classes before those that the page gave.</summary>
    public static void Become(this TagHelperOutput output, string name, string? css)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (css is null)
        {
            return;
        }

        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.RemoveAll("class");
        foreach (var value in $"{css} {own}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            output.AddClass(value, HtmlEncoder.Default);
        }
    }
}
