using Microsoft.AspNetCore.Razor.TagHelpers;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>An icon of the sprite: <c>&lt;sen-icon name="tick" /&gt;</c> (ci, cl, semh, sp, brand, warn, tick, part, cross, star, clock, info). Decoration only.</summary>
[HtmlTargetElement("sen-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Which icon.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("svg", output.Attributes.ContainsName("class") ? null : "sen-icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(Element("use", null).With("href", $"#i-{Name}"));
    }
}

/// <summary>
/// A need: the mark of its area, its code and name. <c>&lt;sen-area area="@need.Area" code="SLCN" name="Speech, language and communication needs" /&gt;</c>; with
/// <c>mark-only</c> the area's name is read out instead. No area, no mark.
/// </summary>
[HtmlTargetElement("sen-area", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AreaTagHelper : TagHelper
{
    /// <summary>The area; null where the type belongs to none and the SENCo chose none.</summary>
    public AreaOfNeed? Area { get; set; }

    /// <summary>The need's code.</summary>
    public string? Code { get; set; }

    /// <summary>The need's name, after the code.</summary>
    public string? Name { get; set; }

    /// <summary>How many more needs there are, after the name: "+2".</summary>
    public int More { get; set; }

    /// <summary>Whether only the mark is shown.</summary>
    public bool MarkOnly { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var key = Area switch
        {
            AreaOfNeed.CommunicationAndInteraction => "ci",
            AreaOfNeed.CognitionAndLearning => "cl",
            AreaOfNeed.SocialEmotionalMentalHealth => "semh",
            AreaOfNeed.SensoryPhysical => "sp",
            _ => null,
        };
        if (MarkOnly)
        {
            // Within a grid the empty place keeps the columns in line.
            output.Become("span", key is null ? null : $"sen-area__mark sen-area__mark--{key}");
            if (key is not null)
            {
                output.Content.AppendHtml(Icon(key)).AppendHtml(Hidden($"{Area!.Value.Name()}: "));
            }

            return;
        }

        output.Become("span", key is null ? "sen-area" : $"sen-area sen-area--{key}");
        if (key is not null)
        {
            output.Content.AppendHtml(Element("span", $"sen-area__mark sen-area__mark--{key}", Icon(key)));
        }

        output.Content.AppendHtml(Element(
            "span",
            null,
            Code is null ? null : Element("span", "sen-area__code", Code),
            Code is null || Name is null ? null : " ",
            Name is null ? null : Element("span", "sen-muted", Name),
            More == 0 ? null : " ",
            More == 0 ? null : Element("span", "sen-nowrap", $"+{More}", Hidden(More == 1 ? " more need" : " more needs"))));
    }
}

/// <summary>
/// A pupil's status: <c>&lt;sen-status-tag status="@row.Status" /&gt;</c>. In lists SEN Support is plain text, since nearly every row has it; <c>always</c> gives it a tag too.
/// </summary>
[HtmlTargetElement("sen-status-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagTagHelper : TagHelper
{
    /// <summary>The status.</summary>
    public SenStatus Status { get; set; }

    /// <summary>Whether SEN Support and no SEN are tags as well.</summary>
    public bool Always { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var colour = Status switch
        {
            SenStatus.EhcPlan => "purple",
            SenStatus.Monitoring => "grey",
            SenStatus.SenSupport when Always => "blue",
            SenStatus.None when Always => "outline",
            _ => null,
        };
        output.Become(colour is null ? "span" : "strong", colour is null ? null : $"govuk-tag govuk-tag--{colour}");
        output.Content.SetContent(Status.Name());
    }
}

/// <summary>A target's result: <c>&lt;sen-result result="@target.Result" /&gt;</c>; mark and word. None yet says so.</summary>
[HtmlTargetElement("sen-result", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ResultTagHelper : TagHelper
{
    /// <summary>The result; null when none is recorded.</summary>
    public TargetResult? Result { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (css, icon, word) = Result switch
        {
            TargetResult.Met => ("met", "tick", "Met"),
            TargetResult.Exceeded => ("met", "star", "Exceeded"),
            TargetResult.PartlyMet => ("part", "part", "Partly met"),
            TargetResult.NotMet => ("not", "cross", "Not met"),
            _ => ("none", "clock", "No result yet"),
        };
        output.Become("span", $"sen-result sen-result--{css}");
        output.Content.AppendHtml(Icon(icon)).Append(word);
    }
}
