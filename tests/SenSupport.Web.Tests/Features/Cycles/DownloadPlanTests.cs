using System.Net;
using SenSupport.Domain.Cycles;
using SenSupport.Pdf.Tests;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Cycles.DownloadPlan;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

[Collection(nameof(TestApp))]
public sealed class DownloadPlanTests(TestApp app)
{
    [Fact]
    public async Task Download_WhenNothingIsShared_GivesWritersADraftAndReadersNothing()
    {
        var pupil = await app.School.AddPupilAsync("Nguyễn", "Kai", CycleStage.Plan);

        using var answer = await (await app.AsAsync("senco")).GetAsync($"{pupil.CyclePath}/plan.pdf");
        using var refused = await (await app.AsAsync("head")).GetAsync($"{pupil.CyclePath}/plan.pdf");

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("SEN-Support-Plan-Nguyễn-Kai-cycle-1-draft.pdf", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Contains("Draft", PageText.Whole(new PdfFile(await answer.Content.ReadAsByteArrayAsync())), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Download_WhenThePlanChangedAfterItWasShared_GivesWhatWasShared()
    {
        var pupil = await app.School.AddPupilAsync("O’Reilly", "Callum", CycleStage.Plan);
        await ShareAsync(pupil, "Retells a story");
        await ChangeAsync(pupil, "Something else");
        var client = await app.AsAsync("teacher");

        var latest = await TextAsync(client, $"{pupil.CyclePath}/plan.pdf");
        await ShareAsync(pupil, null);

        Assert.Contains("Retells", latest, StringComparison.Ordinal);
        Assert.DoesNotContain("Something", latest, StringComparison.Ordinal);
        Assert.Equal(latest, await TextAsync(client, $"{pupil.CyclePath}/plan.pdf?version=1"));
        Assert.Contains("Something", await TextAsync(client, $"{pupil.CyclePath}/plan.pdf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_WhenTheSchoolHasALogo_ShowsItOnceAtTheHead()
    {
        var pupil = await app.School.AddPupilAsync("Logo", "Lena", CycleStage.Plan);
        var client = await app.AsAsync("senco");
        var before = new PdfFile(await client.GetByteArrayAsync($"{pupil.CyclePath}/plan.pdf"));
        Assert.Empty(Images(before));
        await LogoAsync((school, by) => school.ChangeLogo("image/png", Exchange.Images.Pictures.Png(6, 4), by));
        try
        {
            var file = new PdfFile(await client.GetByteArrayAsync($"{pupil.CyclePath}/plan.pdf"));

            var logo = Assert.Single(Images(file));
            Assert.Equal((6, 4), (PdfFile.Integer(logo.Entries["Width"]), PdfFile.Integer(logo.Entries["Height"])));
            Assert.Equal(PageText.Whole(before), PageText.Whole(file));
        }
        finally
        {
            await LogoAsync((school, by) =>
            {
                school.RemoveLogo(by);
                return null;
            });
        }

        // Footers that name the number of pages are objects of the same list.
        static IEnumerable<PdfStream> Images(PdfFile file) =>
            file.Dictionary(file.Dictionary(file.Pages[0]["Resources"])["XObject"]).Values.Select(file.Stream).Where(found => Equals(found.Entries["Subtype"], "/Image"));
    }

    [Theory]
    [InlineData("?version=9")]
    [InlineData("?version=0")]
    [InlineData("?version=-1")]
    [InlineData("?version=two")]
    public async Task Download_WhenThereIsNoSuchVersion_Answers404(string query)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Plan);
        await ShareAsync(pupil, "Retells a story");

        using var answer = await (await app.AsAsync("senco")).GetAsync($"{pupil.CyclePath}/plan.pdf{query}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("O’Reilly", "Callum", "O’Reilly Callum → SEN-Support-Plan-OReilly-Callum-cycle-3-v2.pdf")]
    [InlineData("Fernández Ortega", "Lucía", "SEN-Support-Plan-Fernández-Ortega-Lucía-cycle-3-v2.pdf")]
    [InlineData("../etc\"\r\n", "<b>", "SEN-Support-Plan-etc-b-cycle-3-v2.pdf")]
    [InlineData("🙂", "", "SEN-Support-Plan-pupil-pupil-cycle-3-v2.pdf")]
    public void FileName_WhenNamesHoldAnything_IsAFileName(string surname, string forename, string expected) => Assert.Equal(
        expected.Split("→ ")[^1],
        DownloadPlanController.FileName(new SupportPlan { School = "", FirstName = forename, Forename = forename, Surname = surname, CycleNumber = 3, Version = 2 }));

    private static async Task<string> TextAsync(HttpClient client, string path) => PageText.Whole(new PdfFile(await client.GetByteArrayAsync(path)));

    private Task ChangeAsync(TestPupil pupil, string statement) => app.InSchoolAsync(app.School.Id, async db =>
    {
        var cycle = Web.Features.Shared.Saving.CycleSaver.Whole(db, db.Pupils, pupil.Id, pupil.CycleNumber).AsEnumerable().Single();
        var plan = cycle.Plan();
        cycle.WritePlan(plan with { Targets = [plan.Targets[0] with { Statement = statement }] }, app.School.Senco());
        return await db.SaveChangesAsync();
    });

    private Task LogoAsync(Func<Domain.Schools.School, Domain.Records.Acting, Domain.Schools.SchoolLogo?> change) => app.InSchoolAsync(app.School.Id, async db =>
    {
        db.SchoolLogos.RemoveRange(db.SchoolLogos);
        if (change(db.Schools.Single(), app.School.Senco()) is { } logo)
        {
            db.Add(logo);
        }

        return await db.SaveChangesAsync();
    });

    private async Task ShareAsync(TestPupil pupil, string? statement)
    {
        if (statement is not null)
        {
            await ChangeAsync(pupil, statement);
        }

        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var cycle = Web.Features.Shared.Saving.CycleSaver.Whole(db, db.Pupils, pupil.Id, pupil.CycleNumber).AsEnumerable().Single();
            var plan = await SupportPlanReader.ReadAsync(db, pupil.Id, pupil.CycleNumber, "Ruth Adeyemi", DateTime.UtcNow);
            cycle.SharePlan(plan!.Freeze(), app.School.Senco());
            return await db.SaveChangesAsync();
        });
    }
}
