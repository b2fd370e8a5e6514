using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Imports.Running;
using SenSupport.Web.Tests.Exchange;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Imports;

/// <summary>What happens to imports when a server ends, and when a month has passed.</summary>
public sealed class ImportWorkerTests(ImportApp imports) : IClassFixture<ImportApp>
{
    [Fact]
    public async Task Start_WhenAServerEndedInTheMiddle_PutsTheImportBack()
    {
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync(MisFiles.Sims(MisFiles.Pupils(3)));
        await SetAsync(school, import, ImportState.Applying, DateTime.UtcNow);
        var running = await school.PageAsync(import);
        Assert.Equal("Applying the import", running.QuerySelector("h1").Words());
        Assert.NotNull(running.QuerySelector("progress"));
        Assert.Contains("\"state\":\"Applying\"", await (await school.Client.GetAsync($"/imports/{import}/progress")).Content.ReadAsStringAsync());

        await school.AskAsync(db => ImportKeeping.PutBackAsync(db, DateTime.UtcNow));

        var page = await school.PageAsync(import);
        Assert.Contains("SenSupport was stopped in the middle of it, so nothing was changed", page.QuerySelector("main").Words());
        await school.ApplyAsync(import);
        Assert.Equal(3, await school.CountAsync());
    }

    [Fact]
    public async Task LongSilence_WhenAnotherServerWorksOnIt_IsWaitedFor()
    {
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync(MisFiles.Sims(MisFiles.Pupils(3)));

        await SetAsync(school, import, ImportState.Undoing, DateTime.UtcNow);
        await school.AskAsync(db => ImportKeeping.PutBackAsync(db, DateTime.UtcNow - ImportKeeping.Silence));
        Assert.Equal(ImportState.Undoing, await StateAsync(school, import));

        await school.AskAsync(db => ImportKeeping.PutBackAsync(db, DateTime.UtcNow.AddSeconds(1)));
        Assert.Equal(ImportState.Applied, await StateAsync(school, import));
    }

    [Fact]
    public async Task Files_WhenAMonthHasPassed_AreDeletedAndTheHistoryStays()
    {
        var school = await imports.NewSchoolAsync();
        var applied = await school.PreviewAsync(MisFiles.Sims(MisFiles.Pupils(3)));
        await school.ApplyAsync(applied);
        var previewed = await school.PreviewAsync(MisFiles.Sims(MisFiles.Pupils(4)));

        await school.AskAsync(async db => { await ImportKeeping.KeepAsync(db, DateTime.UtcNow.AddDays(29)); return 0; });
        Assert.Equal(2, await school.AskAsync(db => db.FileContents.CountAsync()));
        await school.AskAsync(async db => { await ImportKeeping.KeepAsync(db, DateTime.UtcNow.AddDays(31)); return 0; });

        Assert.Equal(0, await school.AskAsync(db => db.FileContents.CountAsync()));
        Assert.Equal("Import discarded", (await school.PageAsync(previewed)).QuerySelector("h1").Words());
        Assert.Contains("file deleted", (await school.Client.GetPageAsync("/imports")).QuerySelector("main table").Words());
        var report = await school.UndoAsync(applied);
        Assert.Equal("Import undone", report.QuerySelector("h1").Words());
        Assert.Equal(0, await school.CountAsync());
    }

    private static Task<int> SetAsync(ImportSchool school, Guid import, ImportState state, DateTime at) => school.AskAsync(db =>
        db.Imports.Where(row => row.Id == import).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.ProgressAt, at)));

    private static Task<ImportState> StateAsync(ImportSchool school, Guid import) => school.AskAsync(db => db.Imports.Where(row => row.Id == import).Select(row => row.State).SingleAsync());
}
