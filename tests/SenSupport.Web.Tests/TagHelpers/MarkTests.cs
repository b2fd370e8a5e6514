using System.Net;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.TagHelpers;
using static SenSupport.Web.Tests.TagHelpers.Rendering;

namespace SenSupport.Web.Tests.TagHelpers;

public sealed class MarkTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData(AreaOfNeed.CommunicationAndInteraction, "ci")]
    [InlineData(AreaOfNeed.CognitionAndLearning, "cl")]
    [InlineData(AreaOfNeed.SocialEmotionalMentalHealth, "semh")]
    [InlineData(AreaOfNeed.SensoryPhysical, "sp")]
    public void Process_WhenNeedHasArea_ShowsMarkAndCode(AreaOfNeed area, string key) =>
        Assert.Equal(
            $"<span class=\"sen-area sen-area--{key}\"><span class=\"sen-area__mark sen-area__mark--{key}\"><svg aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-{key}\"></use></svg></span>"
            + "<span><span class=\"sen-area__code\">SLCN</span> <span class=\"sen-muted\">Speech</span></span></span>",
            new AreaTagHelper { Area = area, Code = "SLCN", Name = "Speech" }.Html());

    [Fact]
    public void Process_WhenNeedHasNoArea_ShowsNoMark() =>
        Assert.Equal("<span class=\"sen-area\"><span><span class=\"sen-area__code\">OTH</span></span></span>", new AreaTagHelper { Code = "OTH" }.Html());

    [Fact]
    public void Process_WhenMarkOnly_NamesAreaForScreenReaders() =>
        Assert.Contains(
            "<span class=\"govuk-visually-hidden\">Cognition and learning: </span>",
            new AreaTagHelper { Area = AreaOfNeed.CognitionAndLearning, MarkOnly = true }.Html());

    [Theory]
    [InlineData(SenStatus.SenSupport, false, "<span>SEN Support</span>")]
    [InlineData(SenStatus.SenSupport, true, "<strong class=\"govuk-tag govuk-tag--blue\">SEN Support</strong>")]
    [InlineData(SenStatus.EhcPlan, false, "<strong class=\"govuk-tag govuk-tag--purple\">EHC plan</strong>")]
    [InlineData(SenStatus.Monitoring, false, "<strong class=\"govuk-tag govuk-tag--grey\">Monitoring</strong>")]
    public void Process_WhenStatus_TagsWhatStandsOut(SenStatus status, bool always, string html) =>
        Assert.Equal(html, new StatusTagTagHelper { Status = status, Always = always }.Html());

    [Theory]
    [InlineData(CycleStage.Assess, "<i class=\"now\"></i><i></i><i></i><i></i>")]
    [InlineData(CycleStage.Do, "<i class=\"on\"></i><i class=\"on\"></i><i class=\"now\"></i><i></i>")]
    [InlineData(CycleStage.Closed, "<i class=\"on\"></i><i class=\"on\"></i><i class=\"on\"></i><i class=\"on\"></i>")]
    public void Process_WhenStage_FillsWhatIsDone(CycleStage stage, string squares)
    {
        var html = new StageTagHelper { Stage = stage, Cycle = 3 }.Html();

        Assert.Contains(squares, html);
        Assert.EndsWith($"{stage}<span class=\"sen-muted\"><span class=\"govuk-visually-hidden\">cycle </span>3</span></span>", html);
    }

    [Fact]
    public void Process_WhenScaleHasBoth_SaysThemInWords()
    {
        var html = WebUtility.HtmlDecode(new ScaleTagHelper { Now = 1, Before = -1 }.Html());

        Assert.Contains("role=\"img\" aria-label=\"More than expected (+1), before: less than expected (−1)\"", html);
        Assert.Contains("<span class=\"sen-scale__step sen-scale__step--before\">−1</span>", html);
        Assert.Contains("<span class=\"sen-scale__step sen-scale__step--now\">+1</span>", html);
    }

    [Fact]
    public void Process_WhenScaleIsEmpty_SaysSo() => Assert.Contains("aria-label=\"Not marked yet\"", new ScaleTagHelper().Html());

    [Theory]
    [InlineData(15, null)]
    [InlineData(14, "<span class=\"sen-nowrap sen-soon\">in 14 days</span>")]
    [InlineData(1, "<span class=\"sen-nowrap sen-soon\">tomorrow</span>")]
    [InlineData(0, "<span class=\"sen-nowrap sen-soon\">today</span>")]
    [InlineData(-1, "<span class=\"sen-nowrap sen-overdue\">1 day late</span>")]
    [InlineData(-4, "<span class=\"sen-nowrap sen-overdue\">4 days late</span>")]
    public void Process_WhenDateIsDue_SaysHowNear(int days, string? words)
    {
        var html = new DateTagHelper { Value = Today.AddDays(days), Today = Today, Due = true }.Html();

        Assert.Equal(words ?? "", html[(html.IndexOf("</time>", StringComparison.Ordinal) + "</time>".Length)..].Trim());
    }

    [Theory]
    [InlineData(false, "<time class=\"sen-nowrap\" datetime=\"2026-09-02\">2 September 2026</time>")]
    [InlineData(true, "<time class=\"sen-nowrap\" datetime=\"2026-09-02\">2 Sep 2026</time>")]
    public void Process_WhenDate_WritesItAsInEngland(bool brief, string html) =>
        Assert.Equal(html, new DateTagHelper { Value = new DateOnly(2026, 9, 2), Brief = brief }.Html());

    [Fact]
    public void Process_WhenNoDate_SaysWhatThePageSays() => Assert.Equal("Not set", new DateTagHelper { None = "Not set" }.Html());

    [Theory]
    [InlineData(TargetResult.PartlyMet, "#i-part", "Partly met")]
    [InlineData(TargetResult.Exceeded, "#i-star", "Exceeded")]
    [InlineData(null, "#i-clock", "No result yet")]
    public void Process_WhenResult_ShowsMarkAndWord(TargetResult? result, string icon, string word)
    {
        var html = new ResultTagHelper { Result = result }.Html();

        Assert.Contains(icon, html);
        Assert.EndsWith($"{word}</span>", html);
    }

    [Fact]
    public void Process_WhenDuty_ShowsParagraphAndWhatToDo()
    {
        var html = new DutyTagHelper { Title = "No review date", Code = "6.48" }.Html(inside: "Add the date");

        Assert.StartsWith("<div class=\"sen-duty\">", html);
        Assert.Contains("<strong>No review date</strong> <span class=\"sen-code\" title=\"SEND Code of Practice, paragraph 6.48\">Code 6.48</span>", html);
        Assert.Contains("<p class=\"sen-small\">Add the date</p>", html);
    }

    [Fact]
    public void Process_WhenSavebarHasDraft_SaysWhen() =>
        Assert.Contains("Draft saved 2.31pm. Not shared with anyone.", new SavebarTagHelper { SavedAt = "2.31pm" }.Html());

    [Fact]
    public void Process_WhenManyPages_LinksNeighboursAndKeepsFilters()
    {
        var page = Page("/pupils", "?search=wi%C5%9Bn&page=5&view=late");

        var html = new PaginationTagHelper { ViewContext = page, Page = 5, Pages = 12 }.Html();

        Assert.Contains("aria-current=\"page\" aria-label=\"Page 5\"", html);
        Assert.Contains("href=\"/pupils?search=wi%C5%9Bn&amp;view=late&amp;page=6\" rel=\"next\"", html);
        Assert.Contains("href=\"/pupils?search=wi%C5%9Bn&amp;view=late\"", html);
        Assert.Equal(2, html.Split("--ellipsis").Length - 1);
        Assert.DoesNotContain("Page 8", html);
    }

    [Fact]
    public void Process_WhenOnePage_WritesNothing() => Assert.Equal("", new PaginationTagHelper { ViewContext = Page(), Page = 1, Pages = 1 }.Html());
}
