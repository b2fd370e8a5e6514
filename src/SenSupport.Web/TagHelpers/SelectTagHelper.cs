using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>A list to choose one from: <c>&lt;govuk-select asp-for="Area" label="Area of need" items="Model.Areas" empty="Choose an area" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>The choices. Which one is selected follows from the field's value, not from the items.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Text of a first choice without value; none when null.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = Value;
        var select = Element("select", Error is null ? "govuk-select" : "govuk-select govuk-select--error")
            .With("id", Id).With("name", Name).With("aria-describedby", DescribedBy());
        if (Empty is not null)
        {
            select.Add(Element("option", null, Empty).With("value", ""));
        }

        SelectListGroup? group = null;
        var target = select;
        foreach (var item in Items)
        {
            if (item.Group is { } named && named != group)
            {
                target = Element("optgroup", null).With("label", named.Name);
                select.Add(target);
            }

            group = item.Group;
            target = group is null ? select : target;
            target.Add(Element("option", null, item.Text).With("value", item.Value ?? item.Text).When((item.Value ?? item.Text) == value, "selected").When(item.Disabled, "disabled"));
        }

        WriteGroup(output, select);
    }
}
