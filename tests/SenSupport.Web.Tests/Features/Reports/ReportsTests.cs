using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Reports;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Reports;

/// <summary>A school whose every figure is known: 16 pupils at SEN Support, 2 with an EHC plan, 2 monitored, 3 without SEN.</summary>
public sealed class ReportsSchool(TestApp app) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        var school = await TestSchool.CreateAsync(app, "Rowan Primary School", "rowan");
        await app.InSchoolAsync(school.Id, async db =>
        {
            var by = school.Senco(30);
            foreach (var (year, status, need, area, count) in new[]
            {
                ("3", SenStatus.SenSupport, "SLCN", AreaOfNeed.CommunicationAndInteraction, 6), ("3", SenStatus.SenSupport, "ASD", AreaOfNeed.CommunicationAndInteraction, 2),
                ("4", SenStatus.SenSupport, "MLD", AreaOfNeed.CognitionAndLearning, 3), ("5", SenStatus.SenSupport, "SEMH", AreaOfNeed.SocialEmotionalMentalHealth, 5),
                ("5", SenStatus.EhcPlan, "SLD", AreaOfNeed.CognitionAndLearning, 2), ("5", SenStatus.Monitoring, "SLCN", AreaOfNeed.CommunicationAndInteraction, 2), ("3", SenStatus.None, "", default, 3),
            })
            {
                foreach (var number in Enumerable.Range(1, count))
                {
                    var pupil = Pupil.Add(school.Id, new PupilDetails("", $"Hidden{need}", $"Name{number}", "", by.Today.AddYears(-8), Sex.Female, year, school.ClassId), by);
                    if (status != SenStatus.None)
                    {
                        pupil.ChangeStatus(status, by.Today, "", by);
                        pupil.RecordNeeds([(need, area)], by.Today, by);
                    }

                    db.Add(pupil);
                }
            }

            return await db.SaveChangesAsync();
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(nameof(TestApp))]
public sealed class ReportsTests(TestApp app) : IClassFixture<ReportsSchool>
{
    [Theory]
    [InlineData("senco")]
    [InlineData("head")]
    public async Task Show_WhenSencoOrHead_ShowsTrueFigures(string role)
    {
        var page = await OpenAsync(role);

        Assert.Equal(["SEN Support 16 69.6%", "EHC plan 2 8.7%", "On the register 18 78.3%", "Monitored, not on the register 2 8.7%"], Rows(page, "by-status"));
        Assert.Equal(["Year 3 8 0 8", "Year 4 3 0 3", "Year 5 5 2 7", "All years 16 2 18"], Rows(page, "by-year"));
        Assert.Equal(
            [
                "Communication and interaction 8 0 8", "SLCN – Speech, language and communication needs 6 0 6", "ASD – Autistic spectrum disorder 2 0 2",
                "Cognition and learning 3 2 5", "MLD – Moderate learning difficulty 3 0 3", "SLD – Severe learning difficulty 0 2 2",
                "Social, emotional and mental health 5 0 5", "SEMH – Social, emotional and mental health 5 0 5",
                "Sensory and/or physical 0 0 0", "No need recorded 0 0 0", "All needs 16 2 18",
            ],
            Rows(page, "by-need"));
        Assert.Contains("Year 4 3", page.QuerySelector("#chart-years").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("governor")]
    [InlineData("finance")]
    public async Task Show_WhenGovernorOrBusinessManager_HidesSmallCountsAndWhatGivesThemAway(string role)
    {
        var page = await OpenAsync(role);

        Assert.Equal(["SEN Support not shown", "EHC plan not shown", "On the register 18 78.3%", "Monitored, not on the register not shown"], Rows(page, "by-status"));
        Assert.Equal(["Year 3 8", "Year 4 not shown", "Year 5 not shown", "All years 18"], Rows(page, "by-year"));
        var needs = Rows(page, "by-need");
        Assert.Equal("Communication and interaction 8", needs[0]);
        Assert.Equal(["SLCN – Speech, language and communication needs not shown", "ASD – Autistic spectrum disorder not shown", "Other types, or no specialist assessment not shown"], needs.Skip(1).Take(3));
        Assert.Contains("fewer than 5 pupils", page.QuerySelector(".govuk-inset-text").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            page.QuerySelectorAll("td, svg text:last-child").Select(cell => int.TryParse(cell.Words(), CultureInfo.InvariantCulture, out var count) ? count : 5),
            count => count < 5);
        Assert.Contains("Year 4 not shown", page.QuerySelector("#chart-years").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assistant")]
    [InlineData("teacher")]
    [InlineData("ta")]
    [InlineData("office")]
    public async Task Show_WhenRoleReadsNoFigures_IsNotFound(string role)
    {
        using var answer = await (await app.SignInAsync($"{role}@rowan.example")).GetAsync("/reports");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Show_WhenTheSchoolHasNoPupils_ShowsNoughts()
    {
        var empty = await TestSchool.CreateAsync(app, "Empty Primary School", $"empty-{Guid.NewGuid():N}");
        var page = ReportPage.Of(await app.InSchoolAsync(empty.Id, db => ReportQueries.Figures(db).ToListAsync()), isExact: true, "Empty Primary School", TestSchool.Today);

        Assert.Equal(0, page.Total.OnRegister);
        Assert.Equal("", page.ShareOf(0));
        Assert.Empty(page.ByYear);
    }

    [Fact]
    public void Queries_WhenOnSqlServer_Translate()
    {
        using var db = new SqlServerSenSupportDbContext(new DbContextOptionsBuilder<SqlServerSenSupportDbContext>().UseSqlServer("Server=none").Options, new SchoolScope());

        Assert.Contains("GROUP BY", ReportQueries.Figures(db).ToQueryString(), StringComparison.Ordinal);
    }

    private static List<string> Rows(IHtmlDocument page, string section) =>
        [.. page.QuerySelectorAll($"section[aria-labelledby={section}] tbody tr").Select(row => row.Words())];

    private async Task<IHtmlDocument> OpenAsync(string role) => await (await app.SignInAsync($"{role}@rowan.example")).GetPageAsync("/reports");
}
