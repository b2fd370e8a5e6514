using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Exchange.Ctf;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Tests.Exchange;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Imports;

/// <summary>Pupils from a file: shown, applied, undone.</summary>
public sealed class ImportPupilsTests(ImportApp imports) : IClassFixture<ImportApp>
{
    private const string Headings = "UPN,Surname,Forename,Preferred forename,DOB,Sex,Year group,Reg group,SEN status,SEN start date,SEN need 1,SEN need 2,FSM,First language,% Attendance,Leaving date,Contact 1 name,Contact 1 relationship\n";

    private static readonly string[] Upns = [.. Enumerable.Range(1, 20).Select(MisFiles.UpnOf)];

    [Fact]
    public async Task FirstImport_WhenTheSchoolIsEmpty_AddsEveryPupilWithClassSenFlagsAndContacts()
    {
        var school = await imports.NewSchoolAsync("office");
        var pupils = MisFiles.Pupils(420);

        var import = await school.PreviewAsync(MisFiles.Sims(pupils));
        var preview = await school.PageAsync(import);
        Assert.Equal(0, await school.CountAsync());
        Assert.Contains("420 to add", preview.QuerySelector(".sen-figures").Words());
        Assert.Contains("21 classes are new", preview.QuerySelector("#classes").Words());
        Assert.Equal("Add 420", preview.QuerySelector("button[value=Apply]").Words());
        Assert.Contains("2 columns were not understood", preview.QuerySelector("#columns").Words());

        var report = await school.ApplyAsync(import);

        Assert.Contains("Import applied", report.QuerySelector("h1").Words());
        Assert.Contains("420 added 0 changed 0 left 0 not taken", report.QuerySelector(".sen-figures").Words());
        Assert.Equal(420, await school.CountAsync());
        var sample = pupils.First(pupil => pupil is { Sen: "K", Need2.Length: > 0 });
        var added = await school.PupilAsync(sample.Upn);
        Assert.Equal((sample.Surname, sample.Forename, "", sample.BirthDate), (added.Surname, added.Forename, added.KnownAs, added.BirthDate));
        Assert.Equal(SenStatus.SenSupport, added.Status);
        Assert.Equal(new DateOnly(2025, 9, 3), Assert.Single(added.StatusPeriods).Start);
        Assert.Equal([sample.Need1, sample.Need2], added.CurrentNeeds.Select(need => need.Code));
        Assert.Equal((sample.FreeMeals ? PupilFlags.FreeSchoolMeals | PupilFlags.PupilPremium : PupilFlags.None) | (sample.Eal ? PupilFlags.Eal : PupilFlags.None), added.Flags);
        Assert.Equal(sample.Eal ? "Polish" : "", added.FirstLanguage);
        Assert.Equal(sample.Attendance, added.Attendance);
        Assert.Equal(2, added.Contacts.Count);
        Assert.True(added.Contacts.All(contact => contact is { IsParentInLaw: true, HasParentalResponsibility: false }));
        Assert.Equal(sample.Class, await school.AskAsync(db => db.Classes.Where(row => row.Id == added.ClassId).Select(row => row.Name).SingleAsync()));
        Assert.Equal("from an import", await school.AskAsync(db => db.Events.Where(row => row.RecordId == added.Id && row.Kind == RecordEventKind.PupilAdded).Select(row => row.Summary).SingleAsync()));
    }

    [Fact]
    public async Task Workbook_WhenItIsGood_IsPreviewedAndAppliedLikeCsv()
    {
        var school = await imports.NewSchoolAsync("office");
        var pupils = MisFiles.Pupils(12);
        ExportColumn<MisFiles.MisPupil>[] columns =
        [
            new("UPN", pupil => pupil.Upn), new("Legal Surname", pupil => pupil.Surname), new("Legal Forename", pupil => pupil.Forename), new("DOB", pupil => pupil.BirthDate), new("Sex", pupil => pupil.IsGirl ? "F" : "M"),
            new("Year group", pupil => pupil.Year == 0 ? "R" : pupil.Year), new("Reg Group", pupil => pupil.Class), new("SEN Status", pupil => pupil.Sen), new("% Attendance", pupil => pupil.Attendance), new("House", _ => "Red"),
        ];

        var import = await school.PreviewAsync(WorkbookExport.Write("Pupils", columns, pupils).ToArray(), "pupils.xlsx");

        var preview = await school.PageAsync(import);
        Assert.Contains("pupils.xlsx, 12 rows, read as Excel workbook", preview.QuerySelector("main").Words());
        Assert.Contains("12 to add 0 to change 0 refused", preview.QuerySelector(".sen-figures").Words());
        Assert.Equal("One column was not understood", preview.QuerySelector("#columns").Words());
        await school.ApplyAsync(import);
        var added = await school.PupilAsync(pupils[3].Upn);
        Assert.Equal((pupils[3].Surname, pupils[3].BirthDate, pupils[3].Attendance), (added.Surname, added.BirthDate, added.Attendance));
    }

    [Fact]
    public async Task SecondImport_AWeekLater_IsPreviewedAppliedUndoneAndAppliedAgain()
    {
        var school = await imports.NewSchoolAsync();
        var pupils = MisFiles.Pupils(425);
        await school.ApplyAsync(await school.PreviewAsync(MisFiles.Sims(pupils.Take(420))));
        var before = await school.EverythingAsync();
        var leavers = pupils.Take(3).ToList();
        var second = MisFiles.Sims(pupils.Skip(3).Select((pupil, index) => index % 30 == 7 && index < 360 ? pupil with { Surname = $"{pupil.Surname}-Dunne", Attendance = 71.5m } : pupil));

        var import = await school.PreviewAsync(second);
        var preview = await school.PageAsync(import);
        Assert.Contains("5 to add 12 to change 0 refused 0 SEN differences 3 not in the file", preview.QuerySelector(".sen-figures").Words());
        Assert.Equal("Add 5 and change 12", preview.QuerySelector("button[value=Apply]").Words());
        Assert.Contains("405 pupils are the same", preview.QuerySelector("main").Words());
        var changed = (await school.PageAsync(import, "?list=changed")).QuerySelector("main table").Words();
        Assert.Contains("Surname from Ahmed → to Ahmed-Dunne", changed, StringComparison.Ordinal);
        Assert.Equal(before, await school.EverythingAsync());
        Assert.Empty(preview.QuerySelectorAll("input[name=Left]:checked"));

        var left = await school.AskAsync(db => db.Pupils.Where(pupil => leavers.Select(leaver => leaver.Upn).Contains(pupil.Upn)).Select(pupil => pupil.Id).ToListAsync());
        await school.PressAsync(import, "Save", [.. left.Select(id => ("Left", $"{id}"))]);
        var report = await school.ApplyAsync(import);
        Assert.Contains("5 added 12 changed 3 left 0 not taken", report.QuerySelector(".sen-figures").Words());
        Assert.Equal(3, await school.AskAsync(db => db.Pupils.CountAsync(pupil => pupil.LeftOn != null)));
        Assert.Equal(12, await school.AskAsync(db => db.Pupils.CountAsync(pupil => pupil.Surname.EndsWith("-Dunne"))));
        var after = await school.EverythingAsync();
        Assert.NotEqual(before, after);

        var undo = await school.Client.GetPageAsync($"/imports/{import}/undo");
        Assert.Equal("Undo the whole import?", undo.QuerySelector("h1").Words());
        report = await school.UndoAsync(import);
        Assert.Equal("Import undone", report.QuerySelector("h1").Words());
        Assert.Equal(before, await school.EverythingAsync());
        Assert.Equal(15, await school.AskAsync(db => db.Events.CountAsync(row => row.Kind == RecordEventKind.ImportUndone)));

        var again = await school.PreviewAsync(second);
        Assert.Contains("5 to add 12 to change", (await school.PageAsync(again)).QuerySelector(".sen-figures").Words());
        await school.ApplyAsync(again);
        Assert.Equal(12, await school.AskAsync(db => db.Pupils.CountAsync(pupil => pupil.Surname.EndsWith("-Dunne"))));
        Assert.Equal(425, await school.CountAsync());
        var history = (await school.Client.GetPageAsync("/imports")).QuerySelector("main table").Words();
        Assert.Contains("Added 5, changed 15", history);
        Assert.Contains("Undone", history);
    }

    [Theory]
    [InlineData("Same", "Change 1", 1)]
    [InlineData("New", "Add 1", 2)]
    public async Task LikelyMatch_WhenDecided_IsTheSamePupilOrAnother(string answer, string button, int pupils)
    {
        var school = await imports.NewSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync($"{Headings}{Upns[0]},Żak,Ola,,1/5/2017,F,5,,,,,,,,,,,\n"));

        var import = await school.PreviewAsync($"{Headings}{Upns[1]},Zak,OLA,,2017-05-01,F,6,,,,,,,,,,,\n");
        var preview = await school.PageAsync(import);
        Assert.Contains("The same pupil? 1", preview.QuerySelector("#likely").Words());
        Assert.Null(preview.QuerySelector("button[value=Apply]"));
        Assert.Contains("0 not in the file", preview.QuerySelector(".sen-figures").Words());

        await school.PressAsync(import, "Save", ("Likely[2]", answer));
        Assert.Equal(button, (await school.PageAsync(import)).QuerySelector("button[value=Apply]").Words());
        await school.ApplyAsync(import);

        Assert.Equal(pupils, await school.CountAsync());
        var pupil = await school.PupilAsync(Upns[1]);
        Assert.Equal("6", pupil.NcYear);
        Assert.Equal(answer == "Same" ? [Upns[0]] : [], pupil.FormerUpns.Select(former => former.Upn));
    }

    [Fact]
    public async Task LikelyMatches_WhenAllAreConfirmedAtOnce_AreChanged()
    {
        var school = await imports.NewSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync(MisFiles.Sims(MisFiles.Pupils(60))));
        var import = await school.PreviewAsync(string.Join('\n', MisFiles.Arbor(MisFiles.Pupils(60).Select(pupil => pupil with { Upn = "", Attendance = 55.5m })).Split('\n')));
        Assert.Contains("The same pupil? 60", (await school.PageAsync(import)).QuerySelector("#likely").Words());

        await school.PressAsync(import, "AllSame");
        await school.ApplyAsync(import);

        Assert.Equal(60, await school.AskAsync(db => db.Pupils.CountAsync(pupil => pupil.Attendance == 55.5m)));
        Assert.Equal(60, await school.CountAsync());
    }

    [Fact]
    public async Task SenDifference_WhenNobodyDecides_StaysAsItIsHere_AndTheSencoMayTakeTheFile()
    {
        var school = await imports.NewSchoolAsync();
        var office = await school.AsAsync("office");
        await school.ApplyAsync(await school.PreviewAsync($"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,5,,K,3/9/2025,SPLD,SEMH,,,,,,\n{Upns[1]},Roe,Ann,,1/6/2017,F,5,,N,,,,,,,,,\n"));
        var file = $"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,5,,E,2/10/2026,MLD,,,,90,,,\n{Upns[1]},Roe,Ann,,1/6/2017,F,5,,K,,SLCN,,,,,,,\n";

        // The office sees the difference and decides nothing: what it posts for it counts for nothing.
        var import = await office.PreviewAsync(file);
        var page = await office.PageAsync(import);
        Assert.Contains("SEN provision: here K, in the file E", page.QuerySelector("main").Words());
        Assert.Contains("Needs: here SPLD, SEMH, in the file MLD", page.QuerySelector("main").Words());
        Assert.Contains("Ruth Adeyemi decides", page.QuerySelector("main").Words());
        Assert.Null(page.QuerySelector("input[name^=SenFromFile]"));
        var fox = await school.PupilAsync(Upns[0]);
        var roe = await school.PupilAsync(Upns[1]);
        var report = await office.ApplyAsync(import, ($"SenFromFile[{fox.Id}]", "true"));
        Assert.Contains("SEN left as it is here; in the file E, MLD", report.QuerySelector("main").Words());
        fox = await school.PupilAsync(Upns[0]);
        Assert.Equal((SenStatus.SenSupport, 90m), (fox.Status, fox.Attendance));

        import = await school.PreviewAsync(file);
        page = await school.PageAsync(import);
        Assert.Equal(2, page.QuerySelectorAll("input[name^=SenFromFile][value=false]:checked").Length);
        await school.ApplyAsync(import, ($"SenFromFile[{fox.Id}]", "true"));
        fox = await school.PupilAsync(Upns[0]);
        Assert.Equal(SenStatus.EhcPlan, fox.Status);
        Assert.Equal(new DateOnly(2026, 10, 2), fox.StatusPeriods.Single(period => period.End is null).Start);
        Assert.Equal(["MLD", "SPLD", "SEMH"], fox.CurrentNeeds.Select(need => need.Code));
        Assert.Equal(SenStatus.None, (await school.PupilAsync(roe.Upn)).Status);

        await school.UndoAsync(import);
        fox = await school.PupilAsync(Upns[0]);
        Assert.Equal((SenStatus.SenSupport, 1), (fox.Status, fox.StatusPeriods.Count));
        Assert.Equal(["SPLD", "SEMH"], fox.CurrentNeeds.Select(need => need.Code));
    }

    [Fact]
    public async Task Import_WhateverTheFileSays_OverwritesNothingThatTheSchoolWrote()
    {
        var school = await imports.NewSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync($"{Headings}{Upns[0]},Smith,William,Bill,1/5/2017,M,5,5K,K,3/9/2025,SLCN,,Y,Polish,91.2,,Jo Smith,Mother\n"));
        await school.AskAsync(async db =>
        {
            var pupil = await db.Pupils.Include(row => row.Contacts).SingleAsync();
            pupil.ChangeDetails(pupil.Details() with { KnownAs = "Will" }, school.School.Senco());
            pupil.ChangeContact(pupil.Contacts[0].Id, pupil.Contacts[0].Details() with { Phone = "01632 960000" }, school.School.Senco());
            pupil.WriteBackground("Likes trains", school.School.Senco());
            return await db.SaveChangesAsync();
        });
        var before = await school.EverythingAsync();

        // Empty cells, another known-as name and the same contact with another relation.
        var import = await school.PreviewAsync($"{Headings}{Upns[0]},Smith,William,Billy,,,,,,,,,,,,,JO SMITH,Step-mother\n");

        Assert.Contains("1 pupil is the same", (await school.PageAsync(import)).QuerySelector("main").Words());
        using var answer = await school.PressAsync(import, "Apply");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, await school.EverythingAsync());
    }

    [Fact]
    public async Task Import_WhenAFormerUpnOrALeaverComesBack_FindsThePupil()
    {
        var school = await imports.NewSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync($"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,5,,,,,,,,,,,\n{Upns[2]},Roe,Ann,,1/6/2017,F,5,,,,,,,,,,,\n"));
        await school.ApplyAsync(await school.PreviewAsync($"{Headings.Replace("UPN,", "Former UPN,UPN,", StringComparison.Ordinal)}{Upns[0]},{Upns[1]},Fox,Teddy,,1/5/2017,M,5,,,,,,,,,,,\n,{Upns[2]},Roe,Ann,,1/6/2017,F,5,,,,,,,,,20/7/2026,,\n"));
        var fox = await school.PupilAsync(Upns[1]);
        Assert.Equal([Upns[0]], fox.FormerUpns.Select(former => former.Upn));
        Assert.Equal(new DateOnly(2026, 7, 20), (await school.PupilAsync(Upns[2])).LeftOn);

        var import = await school.PreviewAsync($"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,6,,,,,,,,,,,\n{Upns[2]},Roe,Ann,,1/6/2017,F,5,,,,,,,,,,,\n");
        Assert.Contains("0 to add 2 to change", (await school.PageAsync(import)).QuerySelector(".sen-figures").Words());
        await school.ApplyAsync(import);

        Assert.Equal(2, await school.CountAsync());
        Assert.Null((await school.PupilAsync(Upns[2])).LeftOn);
    }

    [Fact]
    public async Task Classes_WhenNotTicked_AreNotCreated()
    {
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync($"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,5,Owls,,,,,,,,,,\n{Upns[1]},Roe,Ann,,1/6/2017,F,3,Wrens,,,,,,,,,,\n");

        await school.ApplyAsync(import, ("Classes", "owls"));

        Assert.Equal(["4W", "5K", "Owls"], await school.AskAsync(db => db.Classes.OrderBy(row => row.Name).Select(row => row.Name).ToListAsync()));
        Assert.Null((await school.PupilAsync(Upns[1])).ClassId);
    }

    [Fact]
    public async Task Columns_WhenCorrected_AreReadAgainAndRememberedForTheSchool()
    {
        var school = await imports.NewSchoolAsync();
        var file = $"UPN,Surname,Forename,DOB,Y,Keyworker Grp\n{Upns[0]},Fox,Teddy,1/5/2017,5,Blue\n";
        var import = await school.PreviewAsync(file);
        var page = await school.PageAsync(import);
        Assert.Equal("2 columns were not understood", page.QuerySelector("#columns").Words());

        var fields = page.FormFields("form:has(select[name^=Columns])").With(("Columns[5]", "Class"), ("Columns[4]", "NcYear"));
        fields.Add("Do", "Reread");
        await school.Client.PostAsync($"/imports/{import}", fields);
        Assert.Equal("Every column was understood", (await school.PageAsync(import)).QuerySelector("#columns").Words());
        await school.ApplyAsync(import);
        Assert.Equal("5", (await school.PupilAsync(Upns[0])).NcYear);

        Assert.Equal("Every column was understood", (await school.PageAsync(await school.PreviewAsync(file))).QuerySelector("#columns").Words());
        var other = await imports.NewSchoolAsync();
        Assert.Equal("2 columns were not understood", (await other.PageAsync(await other.PreviewAsync(file))).QuerySelector("#columns").Words());
    }

    [Fact]
    public async Task Columns_WhenANameIsMissing_AreAskedBeforeAnythingIsRead()
    {
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync($"UPN,Pupil's second name,Forename,DOB\n{Upns[0]},Fox,Teddy,1/5/2017\n");

        var page = await school.PageAsync(import);

        Assert.Contains("Which column holds surname?", page.QuerySelector("#columns").Words());
        Assert.Null(page.QuerySelector("button[value=Apply]"));
    }

    [Fact]
    public async Task Apply_WhenPressedTwice_AppliesOnce()
    {
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync(MisFiles.Sims(MisFiles.Pupils(50)));
        var fields = (await school.PageAsync(import)).FormFields("form:has(input[name=Seen])");
        fields.Add("Do", "Apply");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => school.Client.PostAsync($"/imports/{import}", fields)));
        await school.ReportAsync(import);

        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Conflict }));
        Assert.Equal(50, await school.CountAsync());
        Assert.Equal(50, await school.AskAsync(db => db.ImportEntries.CountAsync()));
    }

    [Theory]
    [InlineData("senco", true)]
    [InlineData("assistant", true)]
    [InlineData("office", false)]
    public async Task Report_WhenNewPupilsAreOnTheRegister_SaysWhatComesNext_ToThoseWhoRecordIt(string role, bool isTheirs)
    {
        var school = await imports.NewSchoolAsync(role);

        var report = await school.ApplyAsync(await school.PreviewAsync($"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,5,,K,3/9/2025,SLCN,,,,,,,\n{Upns[1]},Roe,Ann,,1/5/2017,F,5,,N,,,,,,,,,\n"));

        Assert.Equal(isTheirs, report.QuerySelector("section[aria-labelledby=next]").Words().Contains("1 new pupil is on the SEN register", StringComparison.Ordinal));
        Assert.Equal(isTheirs, report.QuerySelector("a[href='/school/done-before']") is not null && report.QuerySelector("a[href='/imports/plans']") is not null);
        await school.UndoAsync(await school.AskAsync(db => db.Imports.Select(row => row.Id).SingleAsync()));
        Assert.Null((await school.PageAsync(await school.AskAsync(db => db.Imports.Select(row => row.Id).SingleAsync()))).QuerySelector("#next"));
    }

    [Theory]
    [InlineData("Yes", "Free school meals from No → to Yes", true)]
    [InlineData("No", "", false)]
    public async Task Flag_WhenItsLastDayHasPassed_IsComparedAsItHoldsToday(string inFile, string change, bool holds)
    {
        var school = await imports.NewSchoolAsync();
        var pupil = await school.School.AddPupilAsync("Fox", "Teddy");
        await school.AskAsync(async db =>
        {
            var known = await db.Pupils.AsTracking().Include(row => row.FlagPeriods).Include(row => row.FormerUpns).SingleAsync(row => row.Id == pupil.Id);
            var then = school.School.Senco(20);
            known.ChangeDetails(known.Details() with { Upn = Upns[0] }, then);
            known.DateFlag(PupilFlags.FreeSchoolMeals, then.Today.AddDays(-10), then.Today.AddDays(5), then);
            return await db.SaveChangesAsync();
        });
        var born = (await school.PupilAsync(Upns[0])).BirthDate;
        Assert.Equal((PupilFlags.FreeSchoolMeals, PupilFlags.None), ((await school.PupilAsync(Upns[0])).Flags, (await school.PupilAsync(Upns[0])).FlagsOn(TestSchool.Today)));

        var import = await school.PreviewAsync($"UPN,Surname,Forename,DOB,FSM\n{Upns[0]},Fox,Teddy,{born:dd/MM/yyyy},{inFile}\n");

        var page = await school.PageAsync(import);
        Assert.Equal(change, page.QuerySelector("section[aria-labelledby=changed] tbody li")?.Words() ?? "");
        if (holds)
        {
            await school.ApplyAsync(import);
            var now = await school.PupilAsync(Upns[0]);
            Assert.Equal((PupilFlags.FreeSchoolMeals, 2), (now.FlagsOn(TestSchool.Today), now.FlagPeriods.Count));
            await school.UndoAsync(import);
            Assert.Equal(PupilFlags.None, (await school.PupilAsync(Upns[0])).FlagsOn(TestSchool.Today));
        }
    }

    [Fact]
    public async Task Apply_WhenPupilsChangedSinceThePreview_ShowsItAgain()
    {
        var school = await imports.NewSchoolAsync();
        var file = $"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,5,,,,,,,,80,,,\n";
        await school.ApplyAsync(await school.PreviewAsync(file));
        var import = await school.PreviewAsync(file.Replace(",80,", ",85,", StringComparison.Ordinal));
        var fields = (await school.PageAsync(import)).FormFields("form:has(input[name=Seen])");
        fields.Add("Do", "Apply");
        await school.AskAsync(async db =>
        {
            var pupil = await db.Pupils.SingleAsync();
            pupil.ChangeDetails(pupil.Details() with { Surname = "Foxx" }, school.School.Senco());
            return await db.SaveChangesAsync();
        });

        using var answer = await school.Client.PostAsync($"/imports/{import}", fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("changed since you looked", page.QuerySelector("main").Words());
        Assert.Contains("from Foxx → to Fox", page.QuerySelector("main").Words());
        Assert.Equal(80, (await school.PupilAsync(Upns[0])).Attendance);
        await school.ApplyAsync(import);
        Assert.Equal(85, (await school.PupilAsync(Upns[0])).Attendance);
    }

    [Fact]
    public async Task Undo_WhenSomeWereChangedSince_LeavesThoseAndSaysWhy()
    {
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync(MisFiles.Sims(MisFiles.Pupils(4)));
        await school.ApplyAsync(import);
        var pupils = MisFiles.Pupils(4);
        await school.AskAsync(async db =>
        {
            var pupil = await db.Pupils.SingleAsync(row => row.Upn == pupils[0].Upn);
            pupil.WriteBackground("New here", school.School.Senco());
            var other = await db.Pupils.Include(row => row.StatusPeriods).SingleAsync(row => row.Upn == pupils[1].Upn);
            db.Add(SenSupport.Domain.Cycles.SupportCycle.Open(other, [], school.School.Senco()));
            return await db.SaveChangesAsync();
        });

        var page = await school.Client.GetPageAsync($"/imports/{import}/undo");
        Assert.Equal("Undo what can be undone?", page.QuerySelector("h1").Words());
        Assert.Contains($"{pupils[0].Surname}, {pupils[0].Forename} was changed by Ruth Adeyemi on", page.QuerySelector("main").Words());
        Assert.Contains($"{pupils[1].Surname}, {pupils[1].Forename} has records that were made since", page.QuerySelector("main").Words());

        Assert.Equal(4, await ListedAsync());
        await school.UndoAsync(import, (await school.PupilAsync(pupils[2].Upn)).Id);
        Assert.Equal(3, await school.CountAsync());
        Assert.Equal(3, await ListedAsync());
        var report = await school.UndoAsync(import);
        Assert.Equal(2, await school.CountAsync());
        Assert.Equal("Import partly undone", report.QuerySelector("h1").Words());
        Assert.Contains("can no longer be undone", (await school.Client.GetPageAsync($"/imports/{import}/undo")).QuerySelector("h1").Words());

        async Task<int> ListedAsync() => (await school.Client.GetPageAsync("/pupils?view=everyone")).QuerySelectorAll("tbody tr").Length;
    }

    [Fact]
    public async Task RowProblems_WhenARowCannotBeUsed_SayLineColumnAndMending_AndTheOthersGoIn()
    {
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync($"""
            {Headings.Trim()}
            A802200221060,Wrong,Letter,,1/5/2017,M,5,,,,,,,,,,,
            {Upns[0]},Future,Born,,1/5/2091,M,5,,,,,,,,,,,
            {Upns[1]},Old,Code,,1/5/2017,M,5,,K,,BESD,,,,,,,
            {Upns[2]},Twice,Here,,1/5/2017,M,5,,,,,,,,,,,
            {Upns[2]},Twice,There,,1/5/2017,M,5,,,,,,,,,,,
            {Upns[3]},Good,Row,,1/5/2017,M,5,,,,,,,,,,,
            {Upns[4]},No,Birthday,,,M,5,,,,,,,,,,,
            {Upns[5]},Gone,Already,,1/5/2017,M,5,,,,,,,,,20/7/2025,,
            """);

        var refused = (await school.PageAsync(import, "?list=refused")).QuerySelector("main table").Words();

        foreach (var expected in new[] { "2 Wrong, Letter UPN", "3 Future, Born DOB", "is in the future Check the year of birth", "4 Old, Code SEN need 1 BESD", "retired", "5 Twice, Here UPN", "lines 5 and 6", "A new pupil needs a date of birth" })
        {
            Assert.Contains(expected, refused, StringComparison.Ordinal);
        }

        var page = await school.PageAsync(import);
        Assert.Equal("Add 1", page.QuerySelector("button[value=Apply]").Words());
        Assert.Contains("Left on 20 July 2025, so not added", page.QuerySelector("main").Words());
        var csv = await (await school.Client.GetAsync($"/imports/{import}/refused.csv")).Content.ReadAsStringAsync();
        Assert.Contains("4,\"Old, Code\",SEN need 1,", csv);
        var report = await school.ApplyAsync(import);
        Assert.Contains("1 added 0 changed 0 left 7 not taken", report.QuerySelector(".sen-figures").Words());
        Assert.Equal("Good", (await school.PupilAsync(Upns[3])).Surname);
    }

    [Fact]
    public async Task Cells_WhenTheyLookLikeFormulas_ArePlainText()
    {
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync($"{Headings}{Upns[0]},=2+3,@SUM(A1),,1/5/2017,M,5,<script>alert(1)</script>,,,,,,,,,,\n");

        var html = await (await school.Client.GetAsync($"/imports/{import}")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", html);
        await school.ApplyAsync(import);

        Assert.Equal(("=2+3", "@SUM(A1)"), (await school.PupilAsync(Upns[0]) is var pupil ? (pupil.Surname, pupil.Forename) : default));
    }

    [Theory]
    [InlineData("../../etc/passwd.csv", "passwd.csv")]
    [InlineData(@"C:\Users\office\pupils.csv", "pupils.csv")]
    [InlineData("..", "file")]
    [InlineData("pu\u202Epils.csv", "pupils.csv")]
    [InlineData("<b>x</b>.csv", "b>.csv")]
    public async Task FileName_WhateverItIs_IsShownWithoutFolders(string name, string shown)
    {
        Assert.Equal(shown, SenSupport.Web.Features.Shared.Files.FileNames.Clean(name));
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync($"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,5,,,,,,,,,,,\n", name.Replace("\u202E", "", StringComparison.Ordinal));
        Assert.Contains($"{shown}, 1 row, read as CSV", (await school.PageAsync(import)).QuerySelector("main").Words());
    }

    [Fact]
    public async Task TransferFile_WhenOursIsReadBack_ChangesNothing()
    {
        var school = await imports.NewSchoolAsync();
        var file = new MemoryStream();
        CtfExtract.Write(file, new CtfSchool("301", "2001"), CtfSchool.Unknown, [Of(Upns[0], "K"), Of(Upns[1], "N")], DateTime.UtcNow);
        var import = await school.PreviewAsync(System.Text.Encoding.UTF8.GetString(file.ToArray()), "3012001_CTF_XXXXXXX_001.xml");
        Assert.Contains("read as common transfer file", (await school.PageAsync(import)).QuerySelector("main").Words());
        await school.ApplyAsync(import);
        var pupil = await school.PupilAsync(Upns[0]);
        Assert.Equal((SenStatus.SenSupport, "F", "5"), (pupil.Status, pupil.Sex == Sex.Female ? "F" : "", pupil.NcYear));
        Assert.Equal([("SLCN", new DateOnly(2024, 9, 4)), ("ASD", new DateOnly(2025, 1, 8))], pupil.CurrentNeeds.Select(need => (need.Code, need.Start)));
        Assert.Equal(new DateOnly(2024, 9, 4), Assert.Single(pupil.StatusPeriods).Start);

        var again = await school.PreviewAsync(System.Text.Encoding.UTF8.GetString(file.ToArray()), "again.xml");

        var page = await school.PageAsync(again);
        Assert.Contains("0 to add 0 to change 0 refused 0 SEN differences 0 not in the file", page.QuerySelector(".sen-figures").Words());
        Assert.Contains("2 pupils are the same", page.QuerySelector("main").Words());

        static CtfPupil Of(string upn, string code) => new(
            upn, "Wiśniewska", $"Zofia {code}", new DateOnly(2017, 5, 1), Sex.Female, SenSupport.Domain.Schools.NcYear.Parse("5"), [],
            code == "N" ? [] : [new SenPeriod(code, new DateOnly(2024, 9, 4))],
            code == "N" ? [] : [new RankedNeed(1, "SLCN", new DateOnly(2024, 9, 4)), new RankedNeed(2, "ASD", new DateOnly(2025, 1, 8))]);
    }

    [Fact]
    public async Task Import_WhenItIsOfAnotherSchool_IsNotThere()
    {
        var (school, other) = (await imports.NewSchoolAsync(), await imports.NewSchoolAsync());
        var import = await school.PreviewAsync($"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,5,,,,,,,,,,,\n");
        var token = (await other.Client.GetPageAsync("/imports/new")).FormFields("form[enctype]")["__RequestVerificationToken"]!;

        foreach (var path in new[] { "", "/undo", "/progress", "/refused.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/imports/{import}{path}")).StatusCode);
        }

        foreach (var path in new[] { "", "/undo", "/discard" })
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Do", "Apply")]);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Client.PostAsync($"/imports/{import}{path}", form)).StatusCode);
        }

        Assert.DoesNotContain("pupils.csv", (await other.Client.GetPageAsync("/imports")).QuerySelector("main").Words());
    }

    [Theory]
    [InlineData("senco", true)]
    [InlineData("assistant", true)]
    [InlineData("office", true)]
    [InlineData("head", false)]
    [InlineData("teacher", false)]
    [InlineData("ta", false)]
    [InlineData("finance", false)]
    [InlineData("governor", false)]
    public async Task Imports_AreForThoseWhoKeepPupils(string role, bool may)
    {
        var client = await imports.App.AsAsync(role);

        foreach (var path in new[] { "/imports", "/imports/new" })
        {
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Discard_WhenPressed_DeletesTheFileAndKeepsTheHistory()
    {
        var school = await imports.NewSchoolAsync();
        var import = await school.PreviewAsync($"{Headings}{Upns[0]},Fox,Teddy,,1/5/2017,M,5,,,,,,,,,,,\n");

        using var answer = await school.Client.PostAsync($"/imports/{import}/discard", (await school.PageAsync(import)).FormFields("form[action$=discard]"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(0, await school.AskAsync(db => db.FileContents.CountAsync()));
        Assert.Equal("Import discarded", (await school.PageAsync(import)).QuerySelector("h1").Words());
        Assert.Equal(0, await school.CountAsync());
    }

    [Fact]
    public async Task Log_WhateverIsImported_HoldsNoNames()
    {
        var school = await imports.NewSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync($"{Headings}{Upns[0]},Quillfeather,Quentin,,1/5/2017,M,5,,,,,,,,,,,\n{Upns[1]},Quillfeather,,,1/5/2017,M,5,,,,,,,,,,,\n", "quillfeather.csv"));
        using var refused = await school.UploadAsync("Quillfeather\0", "quillfeather.csv");

        var log = await LogText.ReadAsync(Path.Combine(imports.App.Folder, "logs"));

        Assert.Contains("POST imports/new 302", log);
        Assert.DoesNotContain("quill", log, StringComparison.OrdinalIgnoreCase);
    }
}
