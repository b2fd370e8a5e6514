using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>Choices under one legend: what radios and checkboxes share.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>The choices. Which are chosen follows from the field's value, not from the items.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Whether the controls are small, for dense pages.</summary>
    public bool Small { get; set; } = true;

    /// <summary>Whether the choices stand in one line.</summary>
    public bool Inline { get; set; }

    /// <summary>The id of a choice: the first one has the field's own, where the error summary's link ends.</summary>
    protected string IdAt(int index) => index == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{index + 1}");

    /// <summary>The choices as GOV.UK draws them.</summary>
    protected IHtmlContent List(string type, string block, Func<string, bool> isChosen)
    {
        var list = Element("div", $"{block}{(Small ? $" {block}--small" : "")}{(Inline ? $" {block}--inline" : "")}").With("data-module", block);
        foreach (var (index, item) in Items.Index())
        {
            list.Add(Element(
                "div",
                $"{block}__item",
                Control(type, $"{block}__input", index, item, isChosen),
                Element("label", $"govuk-label {block}__label", item.Text).With("for", IdAt(index))));
        }

        return list;
    }

    /// <summary>One radio button or box.</summary>
    protected TagBuilder Control(string type, string? css, int index, SelectListItem item, Func<string, bool> isChosen)
    {
        var value = item.Value ?? item.Text;
        return Element("input", css).With("id", IdAt(index)).With("name", Name).With("type", type).With("value", value)
            .When(isChosen(value), "checked").When(item.Disabled, "disabled");
    }
}

/// <summary>Radio buttons: <c>&lt;govuk-radios asp-for="Decision" label="Decision" items="Model.Decisions" /&gt;</c>; with <c>tiles</c> as a row of framed choices (a target's result).</summary>
[HtmlTargetElement("govuk-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    /// <summary>Whether the choices are framed and stand in a row.</summary>
    public bool Tiles { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Value;
        WriteFieldset(output, Tiles ? Framed(chosen) : List("radio", "govuk-radios", value => value == chosen));
    }

    private TagBuilder Framed(string chosen)
    {
        var row = Element("div", "sen-choice");
        foreach (var (index, item) in Items.Index())
        {
            row.Add(Element("label", null, Control("radio", null, index, item, value => value == chosen), item.Text).With("for", IdAt(index)));
        }

        return row;
    }
}

/// <summary>Boxes of which any number is ticked, over a list: <c>&lt;govuk-checkboxes asp-for="TargetIds" label="Serves" items="Model.Targets" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = ((For.Model as IEnumerable)?.Cast<object?>().Select(Text) ?? []).ToHashSet();
        WriteFieldset(output, List("checkbox", "govuk-checkboxes", chosen.Contains));
    }
}

/// <summary>One box over a bool: <c>&lt;govuk-checkbox asp-for="MustDo" label="Must do" label-suffix=", strategy 1" /&gt;</c>. Not ticked posts nothing: the property's default must be false.</summary>
[HtmlTargetElement("govuk-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var box = Element("input", "govuk-checkboxes__input")
            .With("id", Id).With("name", Name).With("type", "checkbox").With("value", "true")
            .When(Value is "true", "checked")
            .With("aria-describedby", DescribedBy());
        WriteBox(output, box);
    }
}
