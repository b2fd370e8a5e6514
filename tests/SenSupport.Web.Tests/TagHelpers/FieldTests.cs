using Microsoft.AspNetCore.Mvc.Rendering;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.TagHelpers;
using static SenSupport.Web.Tests.TagHelpers.Rendering;

namespace SenSupport.Web.Tests.TagHelpers;

public sealed class FieldTests
{
    private static readonly SelectListItem[] Results = [new("Not met", "0"), new("Met", "2")];

    [Fact]
    public void Process_WhenInputIsPlain_WritesLabelAndField()
    {
        var input = Field<InputTagHelper>(Page(), "Where", "Rainbow “room” <b>");
        input.Label = "Where";

        Assert.Equal(
            "<div class=\"govuk-form-group s2\"><label class=\"govuk-label\" for=\"Where\">Where</label>"
            + "<input class=\"govuk-input\" id=\"Where\" name=\"Where\" type=\"text\" value=\"Rainbow “room” &lt;b&gt;\" /></div>",
            input.Html(css: "s2"));
    }

    [Fact]
    public void Process_WhenInRow_NamesFieldByExpressionAndLinksByItsId()
    {
        var input = Field<InputTagHelper>(Page(), "Targets[3].By", "26 Mar 2027");

        var html = input.Html();

        Assert.Contains("id=\"Targets_3__By\" name=\"Targets[3].By\"", html);
        Assert.Contains("for=\"Targets_3__By\"", html);
    }

    [Fact]
    public void Process_WhenInsidePartial_AddsPrefixOfRow()
    {
        var page = Page();
        page.ViewData.TemplateInfo.HtmlFieldPrefix = "Targets[1]";

        Assert.Contains("name=\"Targets[1].By\"", Field<InputTagHelper>(page, "By", null).Html());
    }

    [Fact]
    public void Process_WhenValueWasRefused_ReturnsWhatWasTypedWithItsError()
    {
        var page = Page();
        page.Refuse("Minutes", "twenty", "Minutes must be between 1 and 480");
        var input = Field<InputTagHelper>(page, "Minutes", 0);
        input.Hint = "For one session";

        var html = input.Html();

        Assert.Contains("class=\"govuk-form-group govuk-form-group--error\"", html);
        Assert.Contains("<p class=\"govuk-error-message\" id=\"Minutes-error\"><span class=\"govuk-visually-hidden\">Error: </span>Minutes must be between 1 and 480</p>", html);
        Assert.Contains("value=\"twenty\"", html);
        Assert.Contains("govuk-input--error", html);
        Assert.Contains("aria-describedby=\"Minutes-hint Minutes-error\"", html);
    }

    [Fact]
    public void Process_WhenPassword_NeverWritesItBack()
    {
        var page = Page();
        page.Refuse("Password", "Demo-School-2026", "Enter your password");
        var input = Field<InputTagHelper>(page, "Password", "Demo-School-2026");
        input.Type = "password";

        var html = input.Html();

        Assert.DoesNotContain("Demo-School-2026", html);
        Assert.Contains("data-module=\"govuk-password-input\"", html);
    }

    [Fact]
    public void Process_WhenLabelHasSuffix_ReadsItOutOnly()
    {
        var input = Field<InputTagHelper>(Page(), "Who", null);
        input.Label = "For";
        input.LabelSuffix = " (strategy 1)";

        Assert.Contains(">For<span class=\"govuk-visually-hidden\"> (strategy 1)</span></label>", input.Html());
    }

    [Fact]
    public void Process_WhenTextBeginsWithLineBreak_KeepsIt()
    {
        var area = Field<TextareaTagHelper>(Page(), "AtHome", "\nBooks go home");

        Assert.Contains("rows=\"2\">\n&#xA;Books go home</textarea>", area.Html());
    }

    [Fact]
    public void Process_WhenTextHasLimit_CountsWithoutCuttingOff()
    {
        var area = Field<TextareaTagHelper>(Page(), "AtHome", "");
        area.MaxLength = 20_000;

        var html = area.Html();

        Assert.Contains("data-module=\"govuk-character-count\" data-maxlength=\"20000\"", html);
        Assert.Contains("aria-describedby=\"AtHome-info\"", html);
        Assert.DoesNotContain(" maxlength=", html);
    }

    [Fact]
    public void Process_WhenSelectHasValue_SelectsItAndOffersEmptyFirst()
    {
        var select = Field<SelectTagHelper>(Page(), "Result", "2");
        select.Items = Results;
        select.Empty = "Choose";

        Assert.Contains("<option value=\"\">Choose</option><option value=\"0\">Not met</option><option selected=\"selected\" value=\"2\">Met</option>", select.Html());
    }

    [Fact]
    public void Process_WhenDateWasRefused_ReturnsThreePartsAndEndsOnDay()
    {
        var page = Page();
        page.ViewData.ModelState.SetModelValue("ReviewDate.Day", "31", "31");
        page.ViewData.ModelState.SetModelValue("ReviewDate.Month", "Feb", "Feb");
        page.ViewData.ModelState.AddModelError("ReviewDate", "Enter a real date");
        var date = Field<DateInputTagHelper>(page, "ReviewDate", new DateParts { Day = "31", Month = "Feb", Year = "2027" });
        date.Label = "Review date";

        var html = date.Html();

        Assert.Contains("<fieldset aria-describedby=\"ReviewDate-error\" class=\"govuk-fieldset\" role=\"group\">", html);
        Assert.Contains("id=\"ReviewDate\" inputmode=\"numeric\" name=\"ReviewDate.Day\" type=\"text\" value=\"31\"", html);
        Assert.Contains("id=\"ReviewDate_Month\" name=\"ReviewDate.Month\" type=\"text\" value=\"Feb\"", html);
        Assert.Contains("id=\"ReviewDate_Year\" inputmode=\"numeric\" name=\"ReviewDate.Year\" type=\"text\" value=\"2027\"", html);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Process_WhenRadios_GivesFirstTheFieldsIdAndChecksTheValue(bool tiles)
    {
        var radios = Field<RadiosTagHelper>(Page(), "Rows[0].Result", "2");
        radios.Items = Results;
        radios.Tiles = tiles;

        var html = radios.Html();

        Assert.Contains("id=\"Rows_0__Result\" name=\"Rows[0].Result\" type=\"radio\" value=\"0\" />", html);
        Assert.Contains("checked=\"checked\"", html);
        Assert.Contains("id=\"Rows_0__Result-2\" name=\"Rows[0].Result\" type=\"radio\" value=\"2\" />", html);
        Assert.Equal(tiles, html.Contains("sen-choice"));
    }

    [Fact]
    public void Process_WhenCheckboxesHoldList_ChecksEachOfIt()
    {
        var boxes = Field<CheckboxesTagHelper>(Page(), "TargetIds", new List<int> { 0 });
        boxes.Items = Results;

        var html = boxes.Html();

        Assert.Contains("<input checked=\"checked\" class=\"govuk-checkboxes__input\" id=\"TargetIds\" name=\"TargetIds\" type=\"checkbox\" value=\"0\" />", html);
        Assert.Contains("<input class=\"govuk-checkboxes__input\" id=\"TargetIds-2\"", html);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Process_WhenCheckbox_IsTickedByValue(bool ticked) =>
        Assert.Equal(ticked, Field<CheckboxTagHelper>(Page(), "MustDo", ticked).Html().Contains("checked=\"checked\""));

    [Fact]
    public void Process_WhenErrors_SummaryLinksToTheFieldsOwnIds()
    {
        var page = Page();
        page.Refuse("Targets[1].Statement", "", "Target 2: write what Zofia will do");
        page.ViewData.ModelState.AddModelError("", "The plan was shared meanwhile");
        var link = $"#{FieldTagHelper.IdOf("Targets[1].Statement")}";

        var html = new ErrorSummaryTagHelper { ViewContext = page, Text = "Everything you typed is kept.", Place = true }.Html();

        Assert.Contains($"<li><a href=\"{link}\">Target 2: write what Zofia will do</a></li>", html);
        Assert.Contains("<li>The plan was shared meanwhile</li>", html);
        Assert.Contains("<p>Everything you typed is kept.</p>", html);
        Assert.Contains($"id=\"{link[1..]}\"", Field<TextareaTagHelper>(page, "Targets[1].Statement", "").Html());
    }

    [Fact]
    public void Process_WhenNothingIsWrong_WritesNoSummary() => Assert.Equal("", new ErrorSummaryTagHelper { ViewContext = Page(), Place = true }.Html());

    [Fact]
    public void Process_WhenPageSetsWordsOfSummary_TheLayoutUsesThem()
    {
        var page = Page();
        page.Refuse("Name", "", "Enter a name");

        Assert.Equal("", new ErrorSummaryTagHelper { ViewContext = page, Title = "The plan cannot be saved yet" }.Html());
        Assert.Contains("<h2 class=\"govuk-error-summary__title\">The plan cannot be saved yet</h2>", new ErrorSummaryTagHelper { ViewContext = page, Place = true }.Html());
    }

    [Fact]
    public void Process_WhenSeveralErrors_SummaryFollowsTheOrderOfThePage()
    {
        var page = Page();
        page.Refuse("AtHome", "", "third");
        page.Refuse("Targets[1].Statement", "", "first");
        page.Refuse("Minutes", "", "second");
        Field<TextareaTagHelper>(page, "Targets[1].Statement", "").Html();
        Field<InputTagHelper>(page, "Minutes", "").Html();

        var html = new ErrorSummaryTagHelper { ViewContext = page, Place = true }.Html();

        Assert.Equal(["first", "second", "third"], new[] { "third", "second", "first" }.OrderBy(word => html.IndexOf(word, StringComparison.Ordinal)));
    }
}
