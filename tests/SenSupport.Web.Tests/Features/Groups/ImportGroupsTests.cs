using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Groups.ImportGroups;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Groups;

[Collection(nameof(TestApp))]
public sealed class ImportGroupsTests(TestApp app)
{
    [Fact]
    public async Task File_WhenChecked_ChangesNothing_AndWhenAppliedAllOfItOnce()
    {
        var client = await app.AsAsync("office");
        var pupil = await app.School.AddPupilAsync("Ńowak", "Jan");
        var born = await app.InSchoolAsync(app.School.Id, db => db.Pupils.Where(row => row.Id == pupil.Id).Select(row => row.BirthDate).FirstAsync());
        var csv = $"Class;Course;Last name;First name;DOB;Teacher e-mail\n10a/Hi1;History;Nowak;Jan;{born:dd/MM/yyyy};TEACHER@ash.example\n10a/Hi1;History;;;;Olga Reyes\n10a/Hi1;History;Nobody;Nick;1/1/2012;\n;;Nowak;Jan;{born:dd/MM/yyyy};\n";

        var page = await UploadAsync(client, csv);

        Assert.Contains("Line 4", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No pupil on roll is called Nick Nobody", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Line 5", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("Import 1 new group, 1 pupil and 2 teachers", page.QuerySelector("form[action$=apply] .sen-actions button").Words());
        Assert.Null(await FindAsync("10a/Hi1"));

        var fields = page.FormFields("form[action$=apply]");
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/school/groups/import/apply", fields)).StatusCode);
        var group = await FindAsync("10a/Hi1");
        Assert.Equal(("History", pupil.Id, 2), (group!.Subject, group.Pupils.Single().PupilId, group.Teachers.Count));

        var again = await client.PostAsync("/school/groups/import/apply", fields);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Single((await FindAsync("10a/Hi1"))!.Pupils);
        Assert.Contains("all of it is here already", (await UploadAsync(client, csv)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("Group,Teacher\n", "headings but no rows")]
    [InlineData("%PDF-1.7\n1 0 obj", "This is a PDF")]
    [InlineData("Group,Teacher,group\na,b,c\n", "Two columns are called")]
    [InlineData("Group,Teacher\nx,\"never closed\n", "opened here and never closed")]
    [InlineData("Group,Teacher\nx,Tom\0Whitaker\n", "There is a NUL character")]
    [InlineData("Name,Teacher\nx,y\n", "No column holds Group")]
    [InlineData("Group,Teacher\nx,Somebody Unknown\n", "No teacher of this school")]
    [InlineData("Group,UPN\nx,A801200005001\n", "is no valid UPN")]
    [InlineData("Group,UPN\nx,B801200005001\n", "No pupil on roll has the UPN")]
    [InlineData("Group,Teacher,From,Until\nx,Tom Whitaker,3/9/2026,31/2/2027\n", "is no date")]
    [InlineData("Group,Teacher,From,Until\nx,Tom Whitaker,3/9/2026,1/9/2026\n", "The last day is before the first")]
    [InlineData("Group,Lehrer\nx,y\n", "No column holds a UPN, a surname or a teacher")]
    [InlineData("Group,Teacher,From\nx,,1/9/2026\n", "Line 2, UPN The row names neither a pupil nor a teacher")]
    [InlineData("Group,Surname\nx,Nowak\n", "not clear which pupil is meant")]
    public async Task File_WhenSomethingIsWrong_SaysWhereAndOffersNothingOfIt(string csv, string message)
    {
        var answer = await PostFileAsync(await app.AsAsync("senco"), csv);
        var page = await answer.ReadPageAsync();

        Assert.Contains(message, page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$=apply]"));
    }

    [Fact]
    public async Task Columns_WhenCorrected_AreReadAgain_AndRememberedForTheNextFile()
    {
        var client = await app.AsAsync("office");
        const string Csv = "Teaching set code,Lead\n11x/Ma9,Tom Whitaker\n";
        var page = await UploadAsync(client, Csv);
        Assert.Contains("Which column holds group?", page.Body!.TextContent, StringComparison.Ordinal);

        page = await (await client.PostAsync("/school/groups/import/columns", page.FormFields("form[action$=columns]").With(("Columns[0]", "Group"), ("Columns[1]", "Teacher")))).ReadPageAsync();
        Assert.Equal("Import 1 new group, 0 pupils and 1 teacher", page.QuerySelector("form[action$=apply] .sen-actions button").Words());
        Assert.Null(await FindAsync("11x/Ma9"));

        var again = await UploadAsync(client, Csv);
        Assert.Contains("Every column was understood", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/school/groups/import/apply", again.FormFields("form[action$=apply]"))).StatusCode);
        Assert.Single((await FindAsync("11x/Ma9"))!.Teachers);
    }

    [Fact]
    public async Task File_WhenNone_AsksForOne() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostFileAsync(await app.AsAsync("senco"), null)).StatusCode);

    [Fact]
    public async Task Apply_WithDamagedContent_ChangesNothing()
    {
        var client = await app.AsAsync("senco");
        var token = (await client.GetPageAsync("/school/groups/import")).FormFields("main form.sen-panel");

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/school/groups/import/apply", token.With(("Content", "%%%")))).StatusCode);
    }

    private Task<TeachingGroup?> FindAsync(string name) =>
        app.InSchoolAsync(app.School.Id, db => ImportGroupsHandler.WithTimes(db).AsNoTracking().FirstOrDefaultAsync(group => group.Name == name));

    private static async Task<IHtmlDocument> UploadAsync(HttpClient client, string csv)
    {
        var answer = await PostFileAsync(client, csv);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadPageAsync();
    }

    private static async Task<HttpResponseMessage> PostFileAsync(HttpClient client, string? csv)
    {
        var token = (await client.GetPageAsync("/school/groups/import")).FormFields("main form.sen-panel")["__RequestVerificationToken"]!;
        var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (csv is not null)
        {
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "File", "groups.csv");
        }

        return await client.PostAsync("/school/groups/import", content);
    }
}
