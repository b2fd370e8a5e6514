using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SenSupport.EndToEnd.Tests.Infrastructure;
using SenSupport.Web.Tests.Exchange;
using static Microsoft.Playwright.Assertions;

namespace SenSupport.EndToEnd.Tests;

/// <summary>A school starts with an empty server: its first day, from the code in the log to the first cycle, and the office's second import a week later.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class FirstDayTests(SharedBrowser shared)
{
    private const string SencoPassword = "Copper-Lantern-Tuesday-9", TeacherPassword = "Walnut-Harbour-Sunrise-4";

    private const int Colleagues = 30;

    private static readonly IReadOnlyList<MisFiles.MisPupil> School = MisFiles.Pupils(425);

    [Fact]
    public async Task EmptyServer_OnALaptop_BecomesAWorkingSchoolThatKeepsInStepWithItsMis()
    {
        await using var app = new AppUnderTest("Production");
        await using var senco = await shared.OpenAsync(app: app);
        await SetUpAsync(senco);
        await senco.CheckPageAsync();

        await ImportAsync(senco, "school.csv", MisFiles.Sims(School.Take(420)));
        await senco.CheckPageAsync();
        await ApplyAsync(senco, "Add 420");
        Assert.Equal((420, School.Take(420).Select(pupil => pupil.Class).Distinct().Count()), await CountAsync(app));

        var links = await ImportStaffAsync(senco);
        await AcceptInvitationAsync(app, links[0], await app.InSchoolAsync(db => db.Staff.Where(staff => staff.Email == "staff0@ashdown.example").Select(staff => staff.Name).SingleAsync()));
        await AddTeacherAsync(senco);
        await OpenFirstCycleAsync(senco);

        await SecondImportAsync(senco, app);
    }

    // Five join, three leave, twelve change their class: previewed, applied, undone, applied again.
    private static async Task SecondImportAsync(Visit senco, AppUnderTest app)
    {
        var later = MisFiles.Sims(School.Skip(3).Select((pupil, index) => index is >= 100 and < 112 ? pupil with { FreeMeals = !pupil.FreeMeals } : pupil));
        await ImportAsync(senco, "a-week-later.csv", later);
        await senco.SeesAsync("On roll here, not in the file: 3");
        foreach (var box in await senco.Page.Locator("input[name=Left]").AllAsync())
        {
            await box.CheckAsync();
        }

        await senco.PressAsync("Keep the ticks");
        await senco.CheckPageAsync();
        var before = await StateAsync(app);
        await ApplyAsync(senco, "Add 5, change 12 and record 3 leavers");
        await senco.CheckPageAsync();
        var after = await StateAsync(app);
        Assert.NotEqual(before, after);
        Assert.Equal(422, await app.InSchoolAsync(db => db.Pupils.CountAsync(pupil => pupil.LeftOn == null)));

        await senco.FollowAsync("Undo this import");
        await senco.CheckPageAsync();
        await senco.PressAsync("Undo for 20 pupils");
        await Expect(senco.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Import undone", new() { Timeout = 60_000 });
        Assert.Equal(before, await StateAsync(app));

        await ImportAsync(senco, "a-week-later.csv", later);
        foreach (var box in await senco.Page.Locator("input[name=Left]").AllAsync())
        {
            await box.CheckAsync();
        }

        await senco.PressAsync("Keep the ticks");
        await ApplyAsync(senco, "Add 5, change 12 and record 3 leavers");
        Assert.Equal(after, await StateAsync(app));
    }

    private static async Task SetUpAsync(Visit visit)
    {
        visit.Expects(400);
        await visit.GoAsync("/pupils");
        await visit.SeesHeadingAsync("Set up your school");
        await visit.CheckPageAsync();
        var code = Regex.Match(visit.App.ReadLog(), "[A-Z2-9]{4}(-[A-Z2-9]{4}){3}").Value;
        await visit.Page.GetByLabel("Code", new() { Exact = true }).FillAsync("WRON-GWRO-NGWR-ONGW");
        await visit.Page.GetByLabel("Name of the school").FillAsync("Ashdown Primary School");
        await visit.PressAsync("Set up the school");
        await visit.SeesAsync("Enter the code that SenSupport wrote to its log");

        await visit.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await Expect(visit.Page.GetByLabel("Name of the school")).ToHaveValueAsync("Ashdown Primary School");
        await visit.Page.GetByLabel("Local authority number").FillAsync("801");
        await visit.Page.GetByLabel("Establishment number").FillAsync("2001");
        await visit.Page.GetByLabel("SENCo’s name").FillAsync("Amina Rahman");
        await visit.Page.GetByLabel("SENCo’s email address").FillAsync("amina@ashdown.example");
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(SencoPassword);
        await visit.PressAsync("Set up the school");
        await visit.SeesAsync("is set up, and you are signed in");
        await visit.GoAsync("/");
        await visit.SeesAsync("Get started");
    }

    private static async Task ImportAsync(Visit visit, string name, string text)
    {
        await visit.GoAsync("/imports/new");
        await visit.CheckPageAsync();
        await visit.Page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text)).ToArray() });
        await visit.PressAsync("Read the file");
        await visit.SeesHeadingAsync("Check before anything changes");
    }

    private static async Task ApplyAsync(Visit visit, string button)
    {
        await visit.PressAsync(button);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Import applied", new() { Timeout = 60_000 });
    }

    // Thirty colleagues as the management information system lists them, with their classes; one word of theirs is asked about once.
    private static async Task<IReadOnlyList<string>> ImportStaffAsync(Visit senco)
    {
        var classes = School.Take(420).Select(pupil => pupil.Class).Distinct().Order(StringComparer.Ordinal).ToList();
        await senco.GoAsync("/school/classes");
        await senco.SeesAsync(classes[^1]);
        await senco.GoAsync("/staff");
        await senco.FollowAsync("Import staff");
        await senco.CheckPageAsync();
        await senco.Page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = "staff.csv", MimeType = "text/csv", Buffer = Encoding.Latin1.GetBytes(MisFiles.Staff(classes, Colleagues).Replace("Ł", "L", StringComparison.Ordinal).Replace('ś', 's').Replace('’', '\'')) });
        await senco.PressAsync("Read the file");
        await senco.SeesHeadingAsync("Check before anything changes");
        await senco.SeesAsync("“Breakfast Club Leader” is no role that SenSupport knows");
        await senco.CheckPageAsync();
        await senco.Page.GetByLabel("“Breakfast Club Leader”").SelectOptionAsync("Teaching assistant");
        await senco.PressAsync("Read again with these roles");
        await senco.PressAsync($"Add {Colleagues} people");
        await senco.SeesHeadingAsync("Staff imported");
        await senco.CheckPageAsync();
        await senco.PressAsync("Invite all who are ticked");
        await senco.SeesAsync($"{Colleagues} people are invited");
        await senco.CheckPageAsync();
        var links = await senco.Page.Locator("input[id^=link-]").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
        Assert.Equal(Colleagues, links.Distinct().Count());
        Assert.Equal(classes.Count, await senco.App.InSchoolAsync(db => db.ClassTeachers.CountAsync(teacher => db.Staff.Any(staff => staff.Id == teacher.StaffId))));
        return links;
    }

    private static async Task AddTeacherAsync(Visit senco)
    {
        await senco.GoAsync("/staff");
        await senco.CheckPageAsync();
        await senco.FollowAsync("Add a person");
        await senco.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Tom Barker");
        await senco.Page.GetByLabel("Email address").FillAsync("tom@ashdown.example");
        await senco.Page.GetByLabel(new Regex("^Teacher:")).CheckAsync();
        await senco.Page.GetByLabel("Invite them to sign in now").CheckAsync();
        await senco.CheckPageAsync();
        await senco.PressAsync("Add to the staff");
        Assert.NotEmpty(await senco.Page.Locator("#link").InputValueAsync());
    }

    private async Task AcceptInvitationAsync(AppUnderTest app, string link, string name)
    {
        await using var teacher = await shared.OpenAsync(Screen.Phone, app: app);
        await teacher.GoAsync(new Uri(link).PathAndQuery);
        await teacher.SeesHeadingAsync($"Welcome to SenSupport, {name}");
        await teacher.CheckPageAsync();
        await teacher.Page.GetByLabel("Choose a password").FillAsync(TeacherPassword);
        await teacher.PressAsync("Set password and sign in");
        await teacher.SeesHeadingAsync("My pupils");
        Assert.NotEqual(0, await teacher.Page.Locator("main a[href^='/pupils/']").CountAsync());
    }

    private static async Task OpenFirstCycleAsync(Visit senco)
    {
        var pupil = await senco.App.InSchoolAsync(db => db.Pupils.Where(row => row.Status == Domain.Pupils.SenStatus.SenSupport).OrderBy(row => row.SortName).Select(row => row.Id).FirstAsync());
        await senco.GoAsync($"/pupils/{pupil}/cycles");
        await senco.PressAsync("Start cycle 1");
        await senco.SeesHeadingAsync("Cycle 1");
    }

    private static Task<(int Pupils, int Classes)> CountAsync(AppUnderTest app) =>
        app.InSchoolAsync(async db => (await db.Pupils.CountAsync(), await db.Classes.CountAsync()));

    // What an import touches, of every pupil.
    private static Task<string> StateAsync(AppUnderTest app) => app.InSchoolAsync(async db => string.Join(
        '\n', (await db.Pupils.AsNoTracking().OrderBy(pupil => pupil.Upn).ToListAsync()).Select(pupil => $"{pupil.Details() with { AttendanceOn = null }} {pupil.LeftOn} {pupil.Status}")));
}
