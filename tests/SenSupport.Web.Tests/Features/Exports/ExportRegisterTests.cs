using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Exchange.Tables;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Exports;

[Collection(nameof(TestApp))]
public sealed class ExportRegisterTests(TestApp app, ExportSchools schools) : IClassFixture<ExportSchools>
{
    [Fact]
    public async Task Csv_WhenSenco_HasEveryFollowedPupilWithProgress()
    {
        using var answer = await GetAsync("senco", "/exports/register.csv");

        Assert.Equal("text/csv; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
        Assert.Equal("nosniff", string.Concat(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal($"attachment; filename=sen-register-{TestSchool.Today:yyyy-MM-dd}.csv", $"{answer.Content.Headers.ContentDisposition}");
        var table = await TableAsync(answer);
        Assert.Equal(["=HYPERLINK(\"http://evil.example\")", "O’Reilly", "Wiśniewska"], table.Rows.Select(row => row[1]).Order(StringComparer.Ordinal));
        Assert.Contains("Next review", table.Header);
        var zofia = table.Rows.Single(row => row[1] == "Wiśniewska");
        Assert.Equal([ExportSchools.Upn, "Wiśniewska", "Zofia", "", "14/03/2018", "F", "4", "4W", "K", $"{TestSchool.Today.AddDays(-90):dd/MM/yyyy}", "SLCN", "SEMH", "OTH"], zofia.Cells[..13]);
    }

    [Fact]
    public async Task Csv_WhenANameIsAFormula_IsSafe()
    {
        using var answer = await GetAsync("senco", "/exports/register.csv");

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\",'@SUM(1)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_WhenOffice_HasCodesAndDatesOnly()
    {
        using var answer = await GetAsync("office", "/exports/register.csv?view=everyone&stage=do&review=overdue");

        var table = await TableAsync(answer);
        Assert.Equal(4, table.Rows.Count);
        Assert.Equal("Resourced provision", table.Header[^1]);
        Assert.DoesNotContain("secret", string.Join(' ', table.Rows.SelectMany(row => row.Cells)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("view=on-register", "O’Reilly Wiśniewska")]
    [InlineData("view=everyone&search=wisn", "Wiśniewska")]
    [InlineData("status=ehc-plan", "O’Reilly")]
    [InlineData("view=on-register&order=desc", "Wiśniewska O’Reilly")]
    [InlineData("view=on-register&size=25&page=7", "O’Reilly Wiśniewska")]
    public async Task Csv_WhenFiltered_HasThosePupilsInThatOrder(string query, string surnames)
    {
        using var answer = await GetAsync("senco", $"/exports/register.csv?{query}");

        Assert.Equal(surnames, string.Join(' ', (await TableAsync(answer)).Rows.Select(row => row[1])));
    }

    [Fact]
    public async Task Workbook_WhenOpened_HasRealDatesAndAFrozenHead()
    {
        using var answer = await GetAsync("senco", "/exports/register.xlsx?view=on-register");

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{answer.Content.Headers.ContentType}");
        using var book = SpreadsheetDocument.Open(await ReadAsync(answer), false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(15d, sheet.Descendants<Column>().First().Width!.Value);
        var born = sheet.Descendants<Cell>().Single(cell => cell.CellReference == "E3");
        Assert.Null(born.DataType);
        Assert.Equal(new DateTime(2018, 3, 14), DateTime.FromOADate(double.Parse(born.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal("Wiśniewska", sheet.Descendants<Cell>().Single(cell => cell.CellReference == "B3").InnerText);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task File_WhenTheSchoolIsEmpty_IsValidAndEmpty(string kind)
    {
        using var answer = await (await schools.EmptyClientAsync("senco")).GetAsync($"/exports/register.{kind}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(TableReader.Read(await ReadAsync(answer)).Table?.Rows ?? []);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("ta")]
    [InlineData("finance")]
    [InlineData("governor")]
    public async Task Exports_WhenTheRoleMayNot_AreNotThere(string role)
    {
        var before = (await ExportSchools.EventsAsync(app, schools.School.Id)).Count;
        foreach (var path in new[] { "/exports", "/exports/register.csv", "/exports/register.xlsx", "/exports/census", "/exports/census.xml", "/exports/ctf", "/exports/mis-changes", "/exports/mis-changes.csv", "/exports/school", "/exports/school.zip" })
        {
            using var answer = await GetAsync(role, path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path} answered {(int)answer.StatusCode} to {role}");
        }

        Assert.Equal(before, (await ExportSchools.EventsAsync(app, schools.School.Id)).Count);
    }

    [Theory]
    [InlineData("assistant")]
    [InlineData("office")]
    public async Task School_WhenTheRoleTakesListsOnly_IsNotThere(string role)
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(role, "/exports")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(role, "/exports/school")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(role, "/exports/school.zip")).StatusCode);
        Assert.DoesNotContain("/exports/school", (await (await schools.ClientAsync(role)).GetPageAsync("/exports")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WhenTaken_IsRecordedAndListed()
    {
        using var answer = await GetAsync("senco", "/exports/register.csv?view=on-register&class=4W");

        var recorded = (await ExportSchools.EventsAsync(app, schools.School.Id))[0];
        Assert.Equal(("SEN register as CSV", "Ruth Adeyemi"), (recorded.Summary, recorded.StaffName));
        Assert.Equal([("exportedPart", "on the register, Class: 4W"), ("exportedCount", "2")], recorded.Changes.Skip(1).Select(change => (change.Path, change.New)));
        var page = await (await schools.ClientAsync("head")).GetPageAsync("/exports");
        var row = page.QuerySelector("table tbody tr").Words();
        Assert.StartsWith("SEN register as CSV on the register, Class: 4W 2 ", row, StringComparison.Ordinal);
        Assert.EndsWith("Ruth Adeyemi", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/exports/register.csv")]
    [InlineData("/exports/register.xlsx")]
    [InlineData("/exports/census.xml")]
    [InlineData("/exports/school.zip")]
    public async Task Head_WhenAsked_RecordsNothing(string path)
    {
        var before = (await ExportSchools.EventsAsync(app, schools.School.Id)).Count;
        var client = await schools.ClientAsync("senco");

        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.True((int)answer.StatusCode < 500);
        Assert.Equal(before, (await ExportSchools.EventsAsync(app, schools.School.Id)).Count);
    }

    [Fact]
    public async Task Csv_WhenReadByOurImport_IsUnderstood()
    {
        using var answer = await GetAsync("office", "/exports/register.csv?view=on-register");

        var table = await TableAsync(answer);
        var mapped = PupilFields.All.Match(table.Header);
        Assert.Equal(["Further needs"], mapped.NotUsed);
        Assert.Empty(mapped.Problems());
    }

    [Fact]
    public async Task Register_WhenOpened_LinksToTheFileOfItsFilter()
    {
        var page = await (await schools.ClientAsync("senco")).GetPageAsync("/pupils?view=on-register&class=4W");

        Assert.Contains("/exports/register.csv?view=on-register&class=4W", page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        var teacher = await (await schools.ClientAsync("teacher")).GetPageAsync("/pupils");
        Assert.DoesNotContain("/exports", teacher.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_HoweverManyPupils_ReadsThemInOneCommand()
    {
        var client = await schools.ClientAsync("senco");
        using var commands = new SqlCommands(app);

        using var answer = await client.GetAsync("/exports/register.csv?view=everyone");

        Assert.InRange(commands.Texts.Count(text => text.Contains("FROM \"Pupils\"", StringComparison.Ordinal)), 1, 3);
    }

    private async Task<HttpResponseMessage> GetAsync(string role, string path) => await (await schools.ClientAsync(role)).GetAsync(path);

    private static async Task<ExchangeTable> TableAsync(HttpResponseMessage answer) => TableReader.Read(await ReadAsync(answer)).Table!;

    private static async Task<MemoryStream> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
    }
}
