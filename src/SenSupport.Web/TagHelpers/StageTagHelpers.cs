using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Features.Shared;
using static SenSupport.Web.TagHelpers.Markup;

namespace SenSupport.Web.TagHelpers;

/// <summary>Where a cycle stands: four squares, the stage's name and the cycle's number. <c>&lt;sen-stage stage="@row.Stage" cycle="3" /&gt;</c>.</summary>
[HtmlTargetElement("sen-stage", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StageTagHelper : TagHelper
{
    /// <summary>The stage.</summary>
    public CycleStage Stage { get; set; }

    /// <summary>The cycle's number; none when null.</summary>
    public int? Cycle { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "sen-stage");
        var squares = Element("span", "sen-stage__steps").With("aria-hidden", "true");
        foreach (var step in new[] { CycleStage.Assess, CycleStage.Plan, CycleStage.Do, CycleStage.Review })
        {
            squares.Add(Element("i", step < Stage ? "on" : step == Stage ? "now" : null));
        }

        output.Content.AppendHtml(squares).Append(Stage.ToString());
        if (Cycle is { } number)
        {
            output.Content.AppendHtml(Element("span", "sen-muted", Hidden("cycle "), number));
        }
    }
}

/// <summary>
/// The five-step scale, to read: filled is now, dashed is the start. <c>&lt;sen-scale now="@target.Latest" before="@target.First" /&gt;</c>, each −2 to 2 or null.
/// </summary>
[HtmlTargetElement("sen-scale", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ScaleTagHelper : TagHelper
{
    /// <summary>The latest mark; null when there is none yet.</summary>
    public int? Now { get; set; }

    /// <summary>The mark at the start; null when there is none.</summary>
    public int? Before { get; set; }

    /// <summary>Whether the steps are small, for tables.</summary>
    public bool Small { get; set; }

    /// <summary>A step in figures, with a real minus sign: "−2" to "+2".</summary>
    public static string Figure(int step) => step switch
    {
        < 0 => string.Create(CultureInfo.InvariantCulture, $"−{-step}"),
        > 0 => string.Create(CultureInfo.InvariantCulture, $"+{step}"),
        _ => "0",
    };

    /// <summary>A step in words, against what is expected by now.</summary>
    public static string Words(int step) => step switch
    {
        <= -2 => "Much less than expected",
        -1 => "Less than expected",
        0 => "On track, as expected",
        1 => "More than expected",
        _ => "Much more than expected",
    };

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", Small ? "sen-scale sen-scale--small" : "sen-scale");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label());
        for (var step = -2; step <= 2; step++)
        {
            var css = step == Now ? "sen-scale__step sen-scale__step--now" : step == Before ? "sen-scale__step sen-scale__step--before" : "sen-scale__step";
            output.Content.AppendHtml(Element("span", css, Figure(step)));
        }
    }

    private string Label()
    {
        var now = Now is { } step ? $"{Words(step)} ({Figure(step)})" : "Not marked yet";
        return Before is { } start ? $"{now}, before: {char.ToLowerInvariant(Words(start)[0])}{Words(start)[1..]} ({Figure(start)})" : now;
    }
}

/// <summary>
/// A date: <c>&lt;sen-date value="@plan.ReviewDate" today="@Model.Today" due /&gt;</c>. <c>brief</c> for tables. With <c>due</c> it is also given in words from 14 days before
/// (amber) and once past (red). No date writes <c>none</c>, if set.
/// </summary>
[HtmlTargetElement("sen-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : TagHelper
{
    /// <summary>The date.</summary>
    public DateOnly? Value { get; set; }

    /// <summary>Today in London; needed with <see cref="Due"/>.</summary>
    public DateOnly? Today { get; set; }

    /// <summary>Whether something is due on this date.</summary>
    public bool Due { get; set; }

    /// <summary>Whether the month is shortened: "2 Dec 2026".</summary>
    public bool Brief { get; set; }

    /// <summary>What to write when there is no date.</summary>
    public string? None { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } date)
        {
            output.TagName = null;
            output.Content.SetContent(None ?? "");
            return;
        }

        output.Become("time", "sen-nowrap");
        output.Attributes.SetAttribute("datetime", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(Brief ? UkDate.Short(date) : UkDate.Long(date));
        if (Due && Today is { } today && UkDate.Relative(date, today) is { } words)
        {
            output.PostElement.Append(" ").AppendHtml(Element("span", date < today ? "sen-nowrap sen-overdue" : "sen-nowrap sen-soon", words));
        }
    }
}
