using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Features.Accounts;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Drafts;

[Collection(nameof(TestApp))]
public sealed class DraftsTests(TestApp app)
{
    [Fact]
    public async Task Keep_WhenTyped_KeepsTheFieldsWithoutTheTokenAndSaysWhen()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);
        var page = $"{pupil.CyclePath}/plan";

        var answer = await KeepAsync(await app.AsAsync("teacher"), page, ("Targets[0].Statement", "Asks & waits = “good”\nNguyễn"), ("Also", "1"), ("Also", "2"));
        var draft = await DraftAsync("teacher", page);

        Assert.Matches(new Regex("^\\{\"savedAt\":\"\\d{1,2}\\.\\d\\d[ap]m\"\\}$"), await answer.Content.ReadAsStringAsync());
        Assert.NotNull(draft);
        var fields = DraftFields.Read(draft.Fields);
        Assert.Equal("Asks & waits = “good”\nNguyễn", fields["Targets[0].Statement"]);
        Assert.Equal("1,2", fields["Also"].ToString());
        Assert.DoesNotContain("__RequestVerificationToken", draft.Fields);
        Assert.Equal(pupil.Id, draft.PupilId);
    }

    [Fact]
    public async Task Keep_WhenTypedAgain_ReplacesTheDraft()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);
        var page = $"{pupil.CyclePath}/plan";
        var client = await app.AsAsync("teacher");

        await KeepAsync(client, page, ("AtHome", "First"), ("Pupil", "x"));
        await KeepAsync(client, page.ToUpperInvariant(), ("AtHome", "Second"));

        Assert.Equal("AtHome=Second", (await DraftAsync("teacher", page))!.Fields);
    }

    [Theory]
    [InlineData("assistant", true)]
    [InlineData("ta", false)]
    [InlineData("other-teacher", false)]
    [InlineData("head", false)]
    [InlineData("office", false)]
    [InlineData("governor", false)]
    public async Task Keep_WhenPupilMayOrMayNotBeSeen_AnswersAccordingly(string role, bool kept)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);

        var answer = await KeepAsync(await app.AsAsync(role), $"{pupil.CyclePath}/plan", ("AtHome", "Story talk"));

        Assert.Equal(kept ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(kept, await DraftAsync(role, $"{pupil.CyclePath}/plan") is not null);
    }

    [Fact]
    public async Task Keep_WhenPupilIsOfAnotherSchool_IsNotFound()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);

        var answer = await KeepAsync(await app.AsOtherSchoolAsync("senco"), $"{pupil.CyclePath}/plan", ("AtHome", "Story talk"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/pupils")]
    [InlineData("/pupils/{0}/cycles/1/share")]
    [InlineData("/pupils/{0}/cycles/1/plan/merge")]
    [InlineData("https://elsewhere.example/pupils/{0}/cycles/1/plan")]
    public async Task Keep_WhenThePageIsNotOneOfDrafts_IsNotFound(string page)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);

        var answer = await KeepAsync(await app.AsAsync("senco"), string.Format(CultureInfo.InvariantCulture, page, pupil.Id), ("AtHome", "Story talk"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Keep_WhenManyRequestsOfOnePersonComeAtOnce_KeepsOneDraft()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);
        var (_, staff) = await app.AddStaffAsync(StaffRoles.Senco);
        var page = $"{pupil.CyclePath}/plan";

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => WithStoreAsync(staff, store =>
            store.KeepAsync(staff, page, [new("AtHome", new StringValues($"{number}"))])))));

        var drafts = await app.InSchoolAsync(app.School.Id, db => db.Drafts.Where(draft => draft.StaffId == staff.StaffId).ToListAsync());
        Assert.Matches("^AtHome=\\d+$", Assert.Single(drafts).Fields);
    }

    [Fact]
    public async Task Discard_WhenAsked_RemovesOnlyOnesOwnAndShowsThePage()
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);
        var page = $"{pupil.CyclePath}/plan";
        var (senco, teacher) = (await app.AsAsync("senco"), await app.AsAsync("teacher"));
        await KeepAsync(senco, page, ("AtHome", "Hers"));
        await KeepAsync(teacher, page, ("AtHome", "His"));

        var answer = await PostAsync(teacher, $"/drafts/discard?page={page}");

        Assert.Equal(page, answer.Headers.Location!.OriginalString);
        Assert.Null(await DraftAsync("teacher", page));
        Assert.NotNull(await DraftAsync("senco", page));
    }

    [Fact]
    public async Task List_WhenThePupilIsNoLongerTheirs_LeavesTheDraftOut()
    {
        var (own, lost) = (await app.School.AddPupilAsync(stage: CycleStage.Plan), await app.School.AddPupilAsync(stage: CycleStage.Plan, classId: app.School.OtherClassId));
        var (_, staff) = await app.AddStaffAsync(StaffRoles.Teacher);
        var senco = app.School.Senco();
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            (await db.Pupils.SingleAsync(pupil => pupil.Id == own.Id)).NameResponsibleTeacher(staff.StaffId, senco);
            return await db.SaveChangesAsync();
        });
        await WithStoreAsync(staff, store => store.KeepAsync(staff, $"{own.CyclePath}/plan", [new("AtHome", "Own")]));
        await WithStoreAsync(staff, store => store.KeepAsync(staff, $"{lost.CyclePath}/plan", [new("AtHome", "Lost")]));

        var drafts = await WithStoreAsync(staff, store => store.ListAsync(staff));

        Assert.Equal(own.Id, Assert.Single(drafts).PupilId);
    }

    [Fact]
    public async Task Apply_WhenFieldsCannotBeRead_FillsTheFormWithoutErrorsAndKeepsWhatWasTyped()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var controller = new AnyController { ControllerContext = new ControllerContext { HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider } } };
        var form = new AnyForm();

        await controller.ApplyAsync(form, new Draft { Fields = "Title=Talk%20time&Minutes=many&Rows%5B0%5D.Text=One&Rows%5B1%5D.Text=Two&Unknown=x" });

        Assert.Equal("Talk time", form.Title);
        Assert.Equal(["One", "Two"], form.Rows.Select(row => row.Text));
        Assert.True(controller.ModelState.IsValid);
        Assert.Equal("many", controller.ModelState["Minutes"]!.AttemptedValue);
    }

    private static async Task<HttpResponseMessage> KeepAsync(HttpClient client, string page, params (string Name, string Value)[] fields) =>
        await PostAsync(client, $"/drafts?page={Uri.EscapeDataString(page)}", fields);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var token = (await client.GetPageAsync("/account/password")).FormFields()["__RequestVerificationToken"]!;
        return await client.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]));
    }

    private Task<Draft?> DraftAsync(string role, string page) => app.InSchoolAsync(app.School.Id, db =>
        db.Drafts.SingleOrDefaultAsync(draft => draft.StaffId == app.School.Staff[role] && draft.Page == page));

    private async Task<T> WithStoreAsync<T>(SignedInStaff staff, Func<DraftStore, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = staff.SchoolId;
        return await act(scope.ServiceProvider.GetRequiredService<DraftStore>());
    }

    public sealed class AnyController : ControllerBase;

    public sealed class AnyForm
    {
        public string Title { get; set; } = "";

        public int? Minutes { get; set; }

        public List<AnyRow> Rows { get; set; } = [];
    }

    public sealed class AnyRow
    {
        public string Text { get; set; } = "";
    }
}
