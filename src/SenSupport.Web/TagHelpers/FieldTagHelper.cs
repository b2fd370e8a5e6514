using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SenSupport.Web.Features.Shared;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>
/// A form field: label, hint, error message and control in a GOV.UK form group. Name and id follow the expression, also in rows
/// (<c>Targets[0].Statement</c>). What was typed comes back as it was typed, also where it could not be read.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property of the form.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The page's context.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The label, or the legend of a group of fields.</summary>
    public string Label { get; set; } = "";

    /// <summary>An addition to the label that is only read out; tells fields of the same label apart, such as " (strategy 2)".</summary>
    public string? LabelSuffix { get; set; }

    /// <summary>Size of the label in GOV.UK's steps: s, m or l. None is ordinary text.</summary>
    public string? LabelSize { get; set; }

    /// <summary>Whether the label is only read out.</summary>
    public bool LabelHidden { get; set; }

    /// <summary>Help under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>The row that the field is part of, such as "Target 2". A message that begins with it says so in the error summary only.</summary>
    public string? Within { get; set; }

    /// <summary>The id that a field of this name gets; the error summary links to the same.</summary>
    public static string IdOf(string name)
    {
        var id = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            id.Append(char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_');
        }

        return id.ToString();
    }

    /// <summary>The name under which the value is posted.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The control's id.</summary>
    protected string Id => IdOf(Name);

    /// <summary>The first error of this field; null when there is none.</summary>
    protected string? Error => ErrorOf(Name);

    /// <summary>The value as it was typed, or as the form has it.</summary>
    protected string Value => Typed(Name) ?? Text(For.Model);

    /// <summary>What was posted under a name, joined by commas where there were several; null when nothing was.</summary>
    protected string? Typed(string name) => Entry(name) is { RawValue: not null } entry ? entry.AttemptedValue : null;

    /// <summary>A value as text in a field.</summary>
    protected static string Text(object? value) => value switch
    {
        DateOnly date => UkDate.Short(date),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Writes the form group round a control that takes an ordinary label.</summary>
    protected void WriteGroup(TagHelperOutput output, IHtmlContent control, IHtmlContent? after = null)
    {
        BecomeGroup(output);
        output.Content.AppendHtml(Element("label", LabelClass("govuk-label"), LabelContent()).With("for", Id));
        AppendHintAndError(output.Content);
        output.Content.AppendHtml(control);
        if (after is not null)
        {
            output.Content.AppendHtml(after);
        }
    }

    /// <summary>Writes the form group round several controls under one legend.</summary>
    protected void WriteFieldset(TagHelperOutput output, IHtmlContent controls, string? role = null)
    {
        BecomeGroup(output);
        var fieldset = Element("fieldset", "govuk-fieldset", Element("legend", LabelClass("govuk-fieldset__legend"), LabelContent()))
            .With("role", role)
            .With("aria-describedby", DescribedBy());
        AppendHintAndError(fieldset.InnerHtml);
        output.Content.SetHtmlContent(fieldset.Add(controls));
    }

    /// <summary>Writes the form group round one checkbox, whose label stands behind it.</summary>
    protected void WriteBox(TagHelperOutput output, IHtmlContent box)
    {
        BecomeGroup(output);
        AppendHintAndError(output.Content);
        output.Content.AppendHtml(Element(
            "div",
            "govuk-checkboxes govuk-checkboxes--small",
            Element("div", "govuk-checkboxes__item", box, Element("label", LabelClass("govuk-label") + " govuk-checkboxes__label", LabelContent()).With("for", Id))).With("data-module", "govuk-checkboxes"));
    }

    /// <summary>The ids of hint, error and anything else that describes the control; null when there is nothing.</summary>
    protected string? DescribedBy(string? more = null)
    {
        var ids = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error", more }.Where(id => id is not null));
        return ids.Length == 0 ? null : ids;
    }

    private ModelStateEntry? Entry(string name) => ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry : null;

    private string? ErrorOf(string name) => Entry(name)?.Errors.Select(error => error.ErrorMessage).FirstOrDefault(message => message.Length > 0);

    private void BecomeGroup(TagHelperOutput output)
    {
        output.Become("div", Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        if (Error is not null)
        {
            ErrorSummaryTagHelper.Note(ViewContext.HttpContext, Name);
        }
    }

    private void AppendHintAndError(IHtmlContentBuilder content)
    {
        if (Hint is not null)
        {
            content.AppendHtml(Element("div", "govuk-hint", Hint).With("id", $"{Id}-hint"));
        }

        if (Error is { } error)
        {
            content.AppendHtml(Element("p", "govuk-error-message", Hidden("Error: "), Beside(error)).With("id", $"{Id}-error"));
        }
    }

    private string Beside(string error) =>
        Within is { } row && error.StartsWith($"{row}: ", StringComparison.Ordinal) && error.Length > row.Length + 2 ? $"{char.ToUpperInvariant(error[row.Length + 2])}{error[(row.Length + 3)..]}" : error;

    private string LabelClass(string css) => $"{css}{(LabelSize is null ? "" : $" {css}--{LabelSize}")}{(LabelHidden ? " govuk-visually-hidden" : "")}";

    private HtmlContentBuilder LabelContent()
    {
        var content = new HtmlContentBuilder();
        content.Append(Label);
        if (LabelSuffix is not null)
        {
            content.AppendHtml(Hidden(LabelSuffix));
        }

        return content;
    }
}
