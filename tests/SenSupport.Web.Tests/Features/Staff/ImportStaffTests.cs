using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Tests.Features.Accounts;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Staff;

/// <summary>A school's staff list as a file: looked at first, then all of it at once.</summary>
[Collection(nameof(TestApp))]
public sealed class ImportStaffTests(TestApp app)
{
    private const string Form = "main form:not([action$=discard])";

    [Fact]
    public async Task File_WhenChecked_ChangesNothing_AndWhenAppliedAllOfItOnce()
    {
        var client = await app.AsAsync("office");
        var csv = "Title,Legal Forename,Legal Surname,Work Email,Post,Reg Group\nMrs,Ingrid,Impworth,ingrid.impworth@ash.example,Class Teacher,4W\nMr,Ivo,Impworth,IVO.Impworth@ash.example,LSA,\nMiss,Una,Upload,una.upload@ash.example,Wellbeing wizard,9Q\n";

        var path = await UploadAsync(client, csv);
        var page = await client.GetPageAsync(path);

        Assert.Contains("“Wellbeing wizard”", page.QuerySelector("main").Words());
        Assert.Contains("Line 4, Post “Wellbeing wizard” is no role that SenSupport knows", page.QuerySelector("main").Words());
        Assert.Equal("Add 2 people", page.QuerySelector("button[value=Apply]").Words());
        Assert.Null(await FindAsync("ingrid.impworth@ash.example"));

        // One answer for each word; the page is read again with it.
        var index = IndexOf(page, "wellbeing wizard");
        await PostAsync(client, path, page.FormFields(Form).With(("Do", "Save"), ($"Words[{index}].Role", "TeachingAssistant")));
        page = await client.GetPageAsync(path);
        Assert.Equal("Add 3 people", page.QuerySelector("button[value=Apply]").Words());
        Assert.Contains("Line 4, Reg Group There is no class called 9Q", page.QuerySelector("main").Words());

        var fields = page.FormFields(Form).With(("Do", "Apply"));
        Assert.Equal($"{path}/report", (await PostAsync(client, path, fields)).Headers.Location!.OriginalString);
        var ingrid = (await FindAsync("ingrid.impworth@ash.example"))!;
        Assert.Equal(("Ingrid Impworth", StaffRoles.Teacher, "Class Teacher"), (ingrid.Name, ingrid.Roles, ingrid.JobTitle));
        Assert.Equal(StaffRoles.TeachingAssistant, (await FindAsync("ivo.impworth@ash.example"))!.Roles);
        Assert.Contains(ingrid.Id, await app.InSchoolAsync(app.School.Id, db => db.ClassTeachers.Where(row => row.ClassId == app.School.ClassId).Select(row => row.StaffId).ToListAsync()));
        Assert.Equal(["StaffAdded"], await EventsAsync(ingrid.Id));
        Assert.Equal(0, await app.InSchoolAsync(app.School.Id, db => db.FileContents.CountAsync(content => db.Imports.Any(import => import.FileId == content.Id && import.FileName == "staff.csv" && import.State == ImportState.Applied))));

        // A second click finds it done.
        Assert.Equal(path, (await PostAsync(client, path, fields)).Headers.Location!.OriginalString);
        Assert.Equal(1, await app.InSchoolAsync(app.School.Id, db => db.Staff.CountAsync(staff => staff.Email == "ingrid.impworth@ash.example")));
        Assert.Contains("3 added", (await client.GetPageAsync($"{path}/report")).QuerySelector("main").Words());

        // The next file finds them, and what was answered is remembered.
        page = await client.GetPageAsync(await UploadAsync(client, csv));
        Assert.Null(page.QuerySelector("button[value=Apply]"));
        Assert.Contains("3 people of the file are the same here", page.QuerySelector("main").Words());
        Assert.Contains("Ruth Adeyemi", page.QuerySelector("section[aria-labelledby=missing]").Words());
        Assert.Null(page.QuerySelector($"a[href='/staff/{app.School.Staff["senco"]}/leave']"));
        Assert.NotNull(page.QuerySelector($"a[href='/staff/{app.School.Staff["ta"]}/leave']"));
    }

    [Fact]
    public async Task Workbook_WhenApplied_KeepsTheFirstDay_AndTheNextFileChangesIt()
    {
        var client = await app.AsAsync("senco");
        byte[] Book(DateOnly start) => WorkbookExport.Write<DateOnly>(
            "Staff", [new("Name", _ => "Xandra Excel"), new("Email", _ => "xandra.excel@ash.example"), new("Job title", _ => "Class teacher"), new("Role", _ => "Teacher"), new("Start date", day => day)], [start]).ToArray();

        var path = await UploadAsync(client, Book(new DateOnly(2024, 9, 2)), "staff.xlsx");
        await PostAsync(client, path, (await client.GetPageAsync(path)).FormFields(Form).With(("Do", "Apply")));
        var added = (await FindAsync("xandra.excel@ash.example"))!;
        Assert.Equal(("Xandra Excel", new DateOnly(2024, 9, 2)), (added.Name, added.StartedOn!.Value));
        Assert.Contains("From 2 September 2024", (await client.GetPageAsync($"/staff/{added.Id}")).QuerySelector("[aria-labelledby=who]").Words());

        path = await UploadAsync(client, Book(new DateOnly(2023, 9, 1)), "staff.xlsx");
        Assert.Contains("First day from 2 September 2024 → to 1 September 2023", (await client.GetPageAsync(path)).QuerySelector("section[aria-labelledby=changed]").Words());
        await PostAsync(client, path, (await client.GetPageAsync(path)).FormFields(Form).With(("Do", "Apply")));
        Assert.Equal(new DateOnly(2023, 9, 1), (await FindAsync("xandra.excel@ash.example"))!.StartedOn);

        var edit = (await client.GetPageAsync($"/staff/{added.Id}/edit")).FormFields("main form.sen-form");
        Assert.Equal(("1", "2023"), (edit["StartedOn.Day"], edit["StartedOn.Year"]));
        using var wrong = await client.PostAsync($"/staff/{added.Id}/edit", edit.With(("StartedOn.Day", "31"), ("StartedOn.Month", "2")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("Enter the first day as a real date", (await wrong.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
        using var emptied = await client.PostAsync($"/staff/{added.Id}/edit", edit.With(("StartedOn.Day", ""), ("StartedOn.Month", ""), ("StartedOn.Year", "")));
        Assert.Null((await FindAsync("xandra.excel@ash.example"))!.StartedOn);
    }

    [Fact]
    public async Task Person_WhoIsKnown_IsShownWithOldAndNew_AndKeepsTheirRolesUnlessChosen()
    {
        var client = await app.AsAsync("senco");
        var (email, staff) = await app.AddStaffAsync(StaffRoles.TeachingAssistant, "Mrs Carla Changewell");
        var path = await UploadAsync(client, $"Name,Email,Job title,Role,Class\nCarla Changewell-Byrne,{email},Year 5 teacher,Teacher,5K\n");
        var page = await client.GetPageAsync(path);

        Assert.Equal("Change 1 person", page.QuerySelector("button[value=Apply]").Words());
        Assert.Contains("from Mrs Carla Changewell → to Carla Changewell-Byrne", page.QuerySelector("section[aria-labelledby=changed]").Words());
        Assert.DoesNotContain("Roles", page.QuerySelector("section[aria-labelledby=changed]").Words());
        Assert.Contains("5K is for those who teach it", page.QuerySelector("main").Words());

        await PostAsync(client, path, page.FormFields(Form).With(("Do", "Save"), ($"Roles[{staff.StaffId}]", "Replace")));
        page = await client.GetPageAsync(path);
        Assert.Contains("Roles from Teaching assistant → to Teacher", page.QuerySelector("section[aria-labelledby=changed]").Words());
        await app.SignInAsync(email);
        await PostAsync(client, path, (await client.GetPageAsync(path)).FormFields(Form).With(("Do", "Apply")));

        var saved = (await FindAsync(email))!;
        Assert.Equal(("Carla Changewell-Byrne", StaffRoles.Teacher, "Year 5 teacher"), (saved.Name, saved.Roles, saved.JobTitle));
        Assert.Contains("StaffDetailsChanged", await EventsAsync(saved.Id));
        Assert.Contains("StaffRolesChanged", await EventsAsync(saved.Id));
    }

    [Fact]
    public async Task Person_WithTheNameOfSomebody_WaitsForAnAnswer()
    {
        var client = await app.AsAsync("office");
        var (before, staff) = await app.AddStaffAsync(StaffRoles.Teacher, "Lionel Likely");
        var csv = "Name,Email,Role\nLikely, Lionel,lionel.likely@ash.example,Teacher\n".Replace("Likely, Lionel", "\"Likely, Mr Lionel\"", StringComparison.Ordinal);
        var path = await UploadAsync(client, csv);
        var page = await client.GetPageAsync(path);

        Assert.Contains("The same person? 1", page.QuerySelector("main").Words());
        Assert.Null(page.QuerySelector("button[value=Apply]"));
        await PostAsync(client, path, page.FormFields(Form).With(("Do", "Save"), ("Likely[2]", "Same")));
        page = await client.GetPageAsync(path);
        Assert.Contains($"Email address from {before} → to lionel.likely@ash.example", page.QuerySelector("section[aria-labelledby=changed]").Words());
        var old = await app.SignInAsync(before);
        await PostAsync(client, path, page.FormFields(Form).With(("Do", "Apply")));

        // Whoever gets another address signs in with it, and is signed out.
        Assert.Equal(HttpStatusCode.Redirect, (await old.GetAsync("/account/password")).StatusCode);
        await app.SignInAsync("lionel.likely@ash.example");
        Assert.Equal(staff.StaffId, (await FindAsync("lionel.likely@ash.example"))!.Id);

        path = await UploadAsync(client, csv.Replace("lionel.likely", "another.likely", StringComparison.Ordinal));
        page = await client.GetPageAsync(path);
        await PostAsync(client, path, page.FormFields(Form).With(("Do", "Apply"), ("Likely[2]", "New")));
        Assert.Equal("Lionel Likely", (await FindAsync("another.likely@ash.example"))!.Name);
    }

    [Theory]
    [InlineData("office", "Headteacher", "Headteacher or senior leader is a role that only the SENCo gives")]
    [InlineData("office", "SENCo / Teacher", "SENCo is a role that only the SENCo gives")]
    [InlineData("senco", "Headteacher", null)]
    public async Task Role_ThatOpensEveryRecord_IsGivenByTheSencoOnly(string role, string word, string? problem)
    {
        var client = await app.AsAsync(role);
        var email = $"{Guid.NewGuid():N}@ash.example";
        var page = await client.GetPageAsync(await UploadAsync(client, $"Name,Email,Role\nGiles Given {email[..6]},{email},{word}\n"));

        if (problem is null)
        {
            Assert.Equal("Add 1 person", page.QuerySelector("button[value=Apply]").Words());
            return;
        }

        Assert.Contains(problem, page.QuerySelector("main").Words());
        Assert.Null(page.QuerySelector("button[value=Apply]"));
    }

    [Fact]
    public async Task Word_WhenForgedToARoleThatIsNotTheirs_GivesNothing()
    {
        var client = await app.AsAsync("office");
        var path = await UploadAsync(client, "Name,Email,Role\nFrida Forger,frida.forger@ash.example,Keeper of keys\n");
        var page = await client.GetPageAsync(path);
        var index = IndexOf(page, "keeper of keys");
        var fields = page.FormFields(Form);
        await PostAsync(client, path, fields.With(("Do", "Apply"), ($"Words[{index}].Role", "Senco")));

        Assert.Null(await FindAsync("frida.forger@ash.example"));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, path, fields.With(("Do", "Apply"), ($"Words[{index}].Role", "511")))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, path, fields.With(("Do", "Apply"), ($"Words[{index}].Role", "<script>")))).StatusCode);
        Assert.Null(await FindAsync("frida.forger@ash.example"));
    }

    [Fact]
    public async Task Office_WhenTheFileChangesTheSenco_ChangesNothingOfThem()
    {
        var page = await (await app.AsAsync("office")).GetPageAsync(await UploadAsync(await app.AsAsync("office"), "Name,Email,Job title,Role\nSomebody Else,senco@ash.example,Cleaner,Teacher\n"));

        Assert.Contains("Ruth Adeyemi has a role that only the SENCo looks after, so nothing of this row is changed", page.QuerySelector("main").Words());
        Assert.Null(page.QuerySelector("button[value=Apply]"));
    }

    [Fact]
    public async Task LastSenco_WhenTheFileTakesTheRole_StaysOne()
    {
        var client = await app.AsAsync("senco");
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            // Other tests add SENCos; here there is one.
            foreach (var other in await db.Staff.Where(staff => staff.Id != app.School.Staff["senco"] && (staff.Roles & StaffRoles.Senco) != 0 && staff.LeftOn == null).ToListAsync())
            {
                other.ChangeRoles(StaffRoles.Teacher, 1, app.School.Senco());
            }

            return await db.SaveChangesAsync();
        });
        var path = await UploadAsync(client, "Name,Email,Role\nRuth Adeyemi,senco@ash.example,Teacher\n");
        var fields = (await client.GetPageAsync(path)).FormFields(Form);
        await PostAsync(client, path, fields.With(("Do", "Save"), ($"Roles[{app.School.Staff["senco"]}]", "Replace")));
        var page = await client.GetPageAsync(path);

        Assert.Contains("Ruth Adeyemi is the only SENCo who can sign in", page.QuerySelector("main").Words());
        Assert.Contains("Roles from SENCo → to SENCo, Teacher", page.QuerySelector("section[aria-labelledby=changed]").Words());
        await client.PostAsync($"{path}/discard", page.FormFields("main form[action$=discard]"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Preview_WhenSomebodyChangedTheStaffMeanwhile_IsShownAgain()
    {
        var client = await app.AsAsync("office");
        var path = await UploadAsync(client, "Name,Email,Role\nTamsin Outdated,tamsin.outdated@ash.example,Teacher\n");
        var fields = (await client.GetPageAsync(path)).FormFields(Form).With(("Do", "Apply"));
        await app.AddStaffAsync(StaffRoles.Teacher, "Mia Meanwhile");

        var answer = await PostAsync(client, path, fields);
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Staff or classes have changed since you looked", page.QuerySelector("main").Words());
        Assert.Null(await FindAsync("tamsin.outdated@ash.example"));
        await PostAsync(client, path, page.FormFields(Form).With(("Do", "Apply")));
        Assert.NotNull(await FindAsync("tamsin.outdated@ash.example"));
    }

    [Fact]
    public async Task Columns_WhenCorrected_AreRememberedForTheNextFile()
    {
        var client = await app.AsAsync("office");
        const string Csv = "Who,Post,Contact\nMarta Mapping,Teacher,marta.mapping@ash.example\n";
        var path = await UploadAsync(client, Csv);
        var page = await client.GetPageAsync(path);
        Assert.Contains("Which column holds the name", page.QuerySelector("main").Words());

        await PostAsync(client, path, page.FormFields(Form).With(("Do", "Reread"), ("Columns[0]", "FullName"), ("Columns[2]", "Email")));

        Assert.Equal("Add 1 person", (await client.GetPageAsync(path)).QuerySelector("button[value=Apply]").Words());
        page = await client.GetPageAsync(await UploadAsync(client, Csv));
        Assert.Contains("marta.mapping@ash.example", page.QuerySelector("section[aria-labelledby=added]").Words());
        Assert.Contains("Every column was understood", page.QuerySelector("main").Words());
    }

    [Fact]
    public async Task Added_WhenInvited_GetALinkEachThatIsShownOnce()
    {
        var client = await app.AsAsync("office");
        var later = TestSchool.Today.AddDays(30);
        var path = await UploadAsync(client, $"Name,Email,Role,Start date\nIona Invite,iona.invite@ash.example,Teacher,\nIan Invite,ian.invite@ash.example,TA,\nLena Later,lena.later@ash.example,TA,{later:dd/MM/yyyy}\nNed Nomail,,TA,\n");
        var page = await client.GetPageAsync(path);
        Assert.Contains("Ned Nomail has no e-mail address", page.QuerySelector("main").Words());
        await PostAsync(client, path, page.FormFields(Form).With(("Do", "Apply")));

        page = await client.GetPageAsync($"{path}/report");
        Assert.Equal(["Iona Invite", "Ian Invite", "Lena Later, starts later"], page.QuerySelectorAll("input[name=Staff] + label").Select(label => label.Words()));
        var answer = await client.PostAsync($"{path}/report", page.FormFields("main form"));
        var links = (await answer.ReadPageAsync()).QuerySelectorAll("input[id^=link-]").Cast<IHtmlInputElement>().Select(input => input.Value).ToList();

        Assert.Equal(2, links.Distinct().Count());
        Assert.All(links, link => Assert.Contains("/account/invitation/", link, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync(new Uri(links[0]).PathAndQuery)).StatusCode);
        page = await client.GetPageAsync($"{path}/report");
        Assert.DoesNotContain("/account/invitation/", page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(["Lena Later, starts later"], page.QuerySelectorAll("input[name=Staff] + label").Select(label => label.Words()));

        // The links that were given stay good when the form is sent again.
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"{path}/report", page.FormFields("main form"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync(new Uri(links[0]).PathAndQuery)).StatusCode);
    }

    [Fact]
    public async Task Added_WithARoleThatOnlyTheSencoGives_AreInvitedByTheSencoOnly()
    {
        var senco = await app.AsAsync("senco");
        var path = await UploadAsync(senco, "Name,Email,Role\nHedda Headwell,hedda.headwell@ash.example,Headteacher\n");
        await PostAsync(senco, path, (await senco.GetPageAsync(path)).FormFields(Form).With(("Do", "Apply")));
        var office = await app.AsAsync("office");
        var token = (await office.GetPageAsync("/staff/import")).FormFields("main form")["__RequestVerificationToken"]!;
        var hedda = (await FindAsync("hedda.headwell@ash.example"))!;

        Assert.Null((await office.GetPageAsync($"{path}/report")).QuerySelector("input[name=Staff]"));
        var forged = await office.PostAsync($"{path}/report", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Staff", $"{hedda.Id}")]));
        Assert.DoesNotContain("/account/invitation/", await forged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("StaffInvited", await EventsAsync(hedda.Id));
        Assert.NotNull((await senco.GetPageAsync($"{path}/report")).QuerySelector("input[name=Staff]"));
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj", "This is a PDF")]
    [InlineData("", "The file is empty")]
    [InlineData("Name,Email,Role\n", "no rows below")]
    [InlineData("Name,Email,email\na,b,c\n", "Two columns are called")]
    [InlineData("Name,Email\nA B,\"never closed\n", "Line 2: A quotation mark is opened here and never closed")]
    [InlineData("Name,Email\nA \0B,a@ash.example\n", "Line 2: There is a NUL character")]
    [InlineData("<html><table><tr><td>Name</td></tr></table></html>", "web page")]
    public async Task File_WhenItCannotBeUsed_IsRefusedInWords(string content, string words)
    {
        var answer = await PostFileAsync(await app.AsAsync("senco"), Encoding.Latin1.GetBytes(content));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, (await answer.ReadPageAsync()).QuerySelector("#File-error").Words());
    }

    [Fact]
    public async Task File_WhenTooLargeOrNone_IsRefusedInWords()
    {
        var client = await app.AsAsync("senco");

        Assert.Contains("larger than 2 MB", (await (await PostFileAsync(client, new byte[(2 * 1024 * 1024) + 1])).ReadPageAsync()).QuerySelector("#File-error").Words());
        Assert.Contains("Choose a CSV or Excel file", (await (await PostFileAsync(client, null)).ReadPageAsync()).QuerySelector("#File-error").Words());
    }

    [Fact]
    public async Task Sample_WhenImported_NeedsNoCorrection()
    {
        var client = await app.AsAsync("senco");
        var sample = await client.GetByteArrayAsync("/staff/import/sample.csv");
        var page = await client.GetPageAsync((await PostFileAsync(client, sample)).Headers.Location!.OriginalString);

        Assert.Contains("Every column was understood", page.QuerySelector("main").Words());
        Assert.Contains("Every role was understood", page.QuerySelector("main").Words());
        Assert.Equal("Add 4 people", page.QuerySelector("button[value=Apply]").Words());
    }

    [Theory]
    [InlineData("head")]
    [InlineData("assistant")]
    [InlineData("teacher")]
    [InlineData("governor")]
    public async Task Pages_WhoeverKeepsNoStaff_AreNotFound(string role)
    {
        var path = await UploadAsync(await app.AsAsync("senco"), "Name,Email,Role\nPrue Private,prue.private@ash.example,Teacher\n");
        foreach (var address in new[] { "/staff/import", "/staff/import/sample.csv", path, $"{path}/report" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync("senco")).GetAsync(path.Replace("/staff/import", "/imports", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task Email_OfAnAccountThatAnotherSchoolUses_StaysAsItIs()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.Teacher, "Tilda Twoschools");
        var account = await app.InSchoolAsync(app.School.Id, db => db.Staff.Where(row => row.Id == staff.StaffId).Select(row => row.AccountId).SingleAsync());
        await app.InSchoolAsync(app.OtherSchool.Id, async db =>
        {
            db.Add(StaffMember.Add(app.OtherSchool.Id, new StaffDetails("Tilda Twoschools", email), StaffRoles.Teacher, app.OtherSchool.Senco(), account));
            return await db.SaveChangesAsync();
        });
        var client = await app.AsAsync("office");
        var path = await UploadAsync(client, "Name,Email,Role\nTilda Twoschools,tilda.new@ash.example,Teacher\n");
        await PostAsync(client, path, (await client.GetPageAsync(path)).FormFields(Form).With(("Do", "Save"), ("Likely[2]", "Same")));
        var page = await client.GetPageAsync(path);

        Assert.Contains("signs in at another school, too", page.QuerySelector("main").Words());
        Assert.Null(page.QuerySelector("button[value=Apply]"));
    }

    private static string IndexOf(IHtmlDocument page, string key) =>
        page.QuerySelectorAll("input[name^=Words]").Cast<IHtmlInputElement>().Single(input => input.Value == key).Name![6..].Split(']')[0];

    private Task<StaffMember?> FindAsync(string email) => app.InSchoolAsync(app.School.Id, db => db.Staff.AsNoTracking().FirstOrDefaultAsync(staff => staff.Email == email));

    private Task<List<string>> EventsAsync(Guid staffId) => app.InSchoolAsync(app.School.Id, async db =>
        (await db.Events.Where(row => row.RecordId == staffId).OrderBy(row => row.At).ToListAsync()).Select(row => $"{row.Kind}").ToList());

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, FormFields fields) => client.PostAsync(path, fields);

    private static Task<string> UploadAsync(HttpClient client, string csv) => UploadAsync(client, Encoding.UTF8.GetBytes(csv), "staff.csv");

    private static async Task<string> UploadAsync(HttpClient client, byte[] file, string name)
    {
        var answer = await PostFileAsync(client, file, name);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.ReadPageAsync()).QuerySelector("main").Words());
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> PostFileAsync(HttpClient client, byte[]? file, string name = "staff.csv")
    {
        var token = (await client.GetPageAsync("/staff/import")).FormFields("main form")["__RequestVerificationToken"]!;
        var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (file is not null)
        {
            content.Add(new ByteArrayContent(file), "File", name);
        }

        return await client.PostAsync("/staff/import", content);
    }
}
