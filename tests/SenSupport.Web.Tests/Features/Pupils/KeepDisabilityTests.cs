using System.Net;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class KeepDisabilityTests(TestApp app)
{
    private const string Texts = "form[action$='/disability']", Adding = "form[action$='/adjustments']";

    [Fact]
    public async Task Save_WhenDescribed_AsksForAnAdjustmentOrAReasonUntilThereIsOne()
    {
        var pupil = await app.School.AddPupilAsync("Disabled");
        var client = await app.AsAsync("assistant");
        await client.PostAsync($"{pupil.Path}/disability", (await client.GetPageAsync($"{pupil.Path}/disability")).FormFields(Texts).With(("Disability", "Hearing <b>loss</b>")));
        var page = await client.GetPageAsync($"{pupil.Path}/disability");
        Assert.Contains("No adjustment, and no reason why not", page.QuerySelector(".sen-duty").Words());
        Assert.StartsWith("Disability and adjustments changed", await client.TimelineAsync(pupil));

        await client.PostAsync($"{pupil.Path}/disability/adjustments", page.FormFields(Adding).With(("Text", "Sits at the front")));

        page = await client.GetPageAsync($"{pupil.Path}/disability");
        Assert.Null(page.QuerySelector(".sen-duty"));
        Assert.Contains("Sits at the front", page.QuerySelector("section[aria-labelledby='h-adj']").Words());
        var ending = page.QuerySelector("a[href$='/end']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(ending, (await client.GetPageAsync(ending)).FormFields())).StatusCode);
        Assert.Equal(TestSchool.Today, Assert.Single((await app.ReadPupilAsync(pupil.Id)).Adjustments).End);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(ending)).StatusCode);
        await client.PostAsync($"{pupil.Path}/disability", (await client.GetPageAsync($"{pupil.Path}/disability")).FormFields(Texts).With(("NoAdjustmentReason", "Hears well with aids")));
        Assert.Null((await client.GetPageAsync($"{pupil.Path}/disability")).QuerySelector(".sen-duty"));
    }

    [Theory]
    [InlineData("Text", "", "Enter the adjustment")]
    [InlineData("Text", KeepingPupils.TooLong, "The adjustment must be 20,000 characters or fewer")]
    [InlineData("Start.Year", "2150", "The date must not be in the future")]
    [InlineData("Start.Month", "smarch", "Enter a real date, such as 27 3 2027")]
    public async Task Add_WhenAFieldIsWrong_SaysWhat(string field, string value, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongadjustment");
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync($"{pupil.Path}/disability")).FormFields(Adding).With(("Text", "Kept words"));

        var answer = await client.PostAsync($"{pupil.Path}/disability/adjustments", form.With((field, value == KeepingPupils.TooLong ? KeepingPupils.Long : value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal([message], page.Errors());
        Assert.Equal(field == "Text" ? value.Length == 0 ? "" : KeepingPupils.Long : "Kept words", page.FormFields(Adding)["Text"]);
    }

    [Fact]
    public async Task Save_WhenTooLongOrChangedByBoth_KeepsWhatWasTyped()
    {
        var pupil = await app.School.AddPupilAsync("Bothdisabled");
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync($"{pupil.Path}/disability")).FormFields(Texts);
        var tooLong = await (await client.PostAsync($"{pupil.Path}/disability", form.With(("Disability", KeepingPupils.Long)))).ReadPageAsync();
        Assert.Equal(["The disability must be 20,000 characters or fewer"], tooLong.Errors());
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.DescribeDisability("Theirs", "Their reason", by));

        var answer = await client.PostAsync($"{pupil.Path}/disability", form.With(("Disability", "Mine")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.StartsWith("Anna Bell changed this to “Theirs” at", Assert.Single(page.Errors()));
        await client.PostAsync($"{pupil.Path}/disability", page.FormFields(Texts));
        var now = await app.ReadPupilAsync(pupil.Id);
        Assert.Equal(("Mine", "Their reason"), (now.Disability, now.NoAdjustmentReason));
    }

    [Fact]
    public async Task End_WhenBeforeTheStart_SaysWhy()
    {
        var pupil = await app.School.AddPupilAsync("Wrongend");
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.AddAdjustment("Large print", TestSchool.Today, by));
        var client = await app.AsAsync("senco");
        var address = $"{pupil.Path}/disability/adjustments/{(await app.ReadPupilAsync(pupil.Id)).Adjustments.Single().Id}/end";

        var answer = await client.PostAsync(address, (await client.GetPageAsync(address)).FormFields().With(("End.Year", "2001")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("The last day must be on or after", Assert.Single((await answer.ReadPageAsync()).Errors()));
    }

    [Theory]
    [InlineData("office", HttpStatusCode.NotFound)]
    [InlineData("teacher", HttpStatusCode.NotFound)]
    [InlineData("head", HttpStatusCode.OK)]
    public async Task Show_WhenTheRoleKeepsNone_ReadsItOrNot(string role, HttpStatusCode expected)
    {
        var pupil = await app.School.AddPupilAsync("Seendisability");
        var client = await app.AsAsync(role);

        Assert.Equal(expected, (await client.GetAsync($"{pupil.Path}/disability")).StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            Assert.Empty((await client.GetPageAsync($"{pupil.Path}/disability")).QuerySelectorAll("main form"));
        }
    }
}
