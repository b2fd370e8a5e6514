using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>A field of one line: <c>&lt;govuk-input asp-for="Minutes" label="Minutes" inputmode="numeric" width="4" /&gt;</c>. With type "password" it can be shown.</summary>
[HtmlTargetElement("govuk-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper : FieldTagHelper
{
    /// <summary>The input's type: text, email, search, password.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Width in characters as GOV.UK has it: 2, 3, 4, 5, 10, 20 or 30. None is as wide as its place.</summary>
    public int? Width { get; set; }

    /// <summary>Which keyboard a phone shows, such as "numeric".</summary>
    public string? Inputmode { get; set; }

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>"false" for names and codes.</summary>
    public string? Spellcheck { get; set; }

    /// <summary>Id of a data list of suggestions.</summary>
    public string? List { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var password = Type == "password";
        var css = "govuk-input"
            + (Width is { } width ? $" govuk-input--width-{width}" : "")
            + (password ? " govuk-password-input__input govuk-js-password-input-input" : "")
            + (Error is null ? "" : " govuk-input--error");
        var input = Element("input", css)
            .With("id", Id).With("name", Name).With("type", Type)
            .With("value", password ? null : Value)
            .With("inputmode", Inputmode).With("autocomplete", Autocomplete).With("spellcheck", password ? "false" : Spellcheck).With("list", List)
            .With("autocapitalize", password ? "none" : null)
            .With("aria-describedby", DescribedBy());
        WriteGroup(output, password ? WithShowButton(input) : input);
        if (password)
        {
            output.Become("div", "govuk-password-input");
            output.Attributes.SetAttribute("data-module", "govuk-password-input");
        }
    }

    private IHtmlContent WithShowButton(IHtmlContent input) =>
        Element(
            "div",
            "govuk-input__wrapper govuk-password-input__wrapper",
            input,
            Element("button", "govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle", "Show")
                .With("type", "button").With("data-module", "govuk-button").With("aria-controls", Id).With("aria-label", "Show password").When(true, "hidden"));
}
