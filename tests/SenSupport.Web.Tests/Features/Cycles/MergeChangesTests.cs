using System.Net;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Cycles;

/// <summary>Two people at the same plan: Tom, the teacher, saves first; Ruth, the SENCo, had opened the page before.</summary>
[Collection(nameof(TestApp))]
public sealed class MergeChangesTests(TestApp app)
{
    private const string Form = "form[data-sen-draft]", Choices = "form[action$='/merge']";

    [Fact]
    public async Task Save_WhenAColleagueChangedOtherFields_KeepsBothAndSaysSo()
    {
        var (pupil, mine) = await BothOpenAsync("Ambler", fields => [("AtHome", "Tom’s"), (fields.Field("Targets", 0, "Measure"), "Tom’s measure")]);
        var senco = await app.AsAsync("senco");
        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan", mine.With(("PupilsPart", "Ruth’s"), (mine.Field("Targets", 0, "Baseline"), "Ruth’s baseline")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal(("Tom’s", "Ruth’s"), (cycle.AtHome, cycle.PupilsPart));
        Assert.Equal(("Tom’s measure", "Ruth’s baseline"), (cycle.Targets[0].Measure, cycle.Targets[0].Baseline));
        Assert.Contains("Tom’s changes and yours are both kept", (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhenBothAddedRows_KeepsAll()
    {
        var pupil = await app.School.AddPupilAsync("Bostock", stage: CycleStage.Plan);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var address = $"{pupil.CyclePath}/plan";
        var (theirs, mine) = (await WithTargetAsync(teacher, "Tom’s target"), await WithTargetAsync(senco, "Ruth’s target"));
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync(address, theirs)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync(address, mine)).StatusCode);
        Assert.Equal(["Retells a short story in order", "Tom’s target", "Ruth’s target"], (await app.ReadCycleAsync(pupil)).Targets.OrderBy(target => target.Position).Select(target => target.Statement));

        async Task<FormFields> WithTargetAsync(HttpClient client, string statement)
        {
            var fields = (await client.GetPageAsync(address)).FormFields(Form);
            fields = (await (await client.PostAsync(address, fields.With(("add", "target")))).ReadPageAsync()).FormFields(Form);
            return fields.With((fields.Field("Targets", 1, "Statement"), statement));
        }
    }

    [Theory]
    [InlineData("mine", "Ruth’s words")]
    [InlineData("theirs", "Tom’s words")]
    [InlineData("both", "Ruth’s words\n\nTom’s words")]
    [InlineData("again", "Agreed words")]
    public async Task Save_WhenBothChangedTheSameText_AsksAndKeepsWhatWasChosen(string keep, string expected)
    {
        var (pupil, mine) = await BothOpenAsync("Crane", _ => [("AtHome", "Tom’s words"), ("ExpectedImpact", "Only Tom changed this")]);
        var senco = await app.AsAsync("senco");
        var answer = await senco.PostAsync($"{pupil.CyclePath}/plan", mine.With(("AtHome", "Ruth’s words"), ("PupilsPart", "Only Ruth changed this")));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal("Tom Whitaker saved this plan while you were writing", page.QuerySelector("h1").Words());
        var words = page.QuerySelector(".sen-diff").Words();
        Assert.Contains("At home", words, StringComparison.Ordinal);
        Assert.Contains("Tom’s words", words, StringComparison.Ordinal);
        Assert.Contains("Ruth’s words", words, StringComparison.Ordinal);
        Assert.Equal("both", page.FormFields(Choices)["Choices[0].Keep"]);
        Assert.Equal("Tom’s words", (await app.ReadCycleAsync(pupil)).AtHome);

        // Until the choice is made, what was typed is a draft.
        Assert.Equal("Ruth’s words", (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form)["AtHome"]);
        var chosen = page.FormFields(Choices).With(("Choices[0].Keep", keep), ("Choices[0].Again", "Agreed words"));
        var saved = await senco.PostAsync($"{pupil.CyclePath}/plan/merge", chosen);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal((expected, "Only Tom changed this", "Only Ruth changed this"), (cycle.AtHome, cycle.ExpectedImpact, cycle.PupilsPart));
        Assert.Equal(expected, (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form)["AtHome"]);
    }

    [Theory]
    [InlineData("mine", 1, "Ruth’s statement")]
    [InlineData("theirs", 0, "")]
    public async Task Save_WhenAColleagueRemovedARowThatOneChanged_AsksWhetherItStays(string keep, int left, string statement)
    {
        var pupil = await app.School.AddPupilAsync("Dobson", stage: CycleStage.Plan);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var address = $"{pupil.CyclePath}/plan";
        var mine = (await senco.GetPageAsync(address)).FormFields(Form);
        var theirs = (await teacher.GetPageAsync(address)).FormFields(Form);
        var key = theirs[theirs.Field("Targets", 0, "Key")];
        var removed = (await (await teacher.PostAsync(address, theirs.With(("remove", $"target-{key}")))).ReadPageAsync()).FormFields(Form);
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync(address, removed)).StatusCode);

        var answer = await senco.PostAsync(address, mine.With((mine.Field("Targets", 0, "Statement"), "Ruth’s statement")));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal(["Keep mine", "Remove it"], page.QuerySelectorAll(".sen-diff .govuk-radios__label").Select(label => label.Words()));
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{address}/merge", page.FormFields(Choices).With(("Choices[0].Keep", keep)))).StatusCode);
        var targets = (await app.ReadCycleAsync(pupil)).Targets;
        Assert.Equal(left, targets.Count);
        Assert.Equal(statement, targets.Select(target => target.Statement).FirstOrDefault() ?? "");
    }

    [Theory]
    [InlineData("mine", 0)]
    [InlineData("theirs", 1)]
    public async Task Save_WhenOneRemovedARowThatAColleagueChanged_AsksWhetherItStays(string keep, int left)
    {
        var pupil = await app.School.AddPupilAsync("Egerton", stage: CycleStage.Plan);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var address = $"{pupil.CyclePath}/plan";
        var mine = (await senco.GetPageAsync(address)).FormFields(Form);
        var theirs = (await teacher.GetPageAsync(address)).FormFields(Form);
        await teacher.PostAsync(address, theirs.With((theirs.Field("Strategies", 0, "Text"), "Tom’s strategy")));
        var key = mine[mine.Field("Strategies", 0, "Key")];
        var without = (await (await senco.PostAsync(address, mine.With(("remove", $"strategy-{key}")))).ReadPageAsync()).FormFields(Form);
        var answer = await senco.PostAsync(address, without);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal(["Remove it", "Keep Tom’s"], page.QuerySelectorAll(".sen-diff .govuk-radios__label").Select(label => label.Words()));
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{address}/merge", page.FormFields(Choices).With(("Choices[0].Keep", keep)))).StatusCode);
        Assert.Equal(left, (await app.ReadCycleAsync(pupil)).Strategies.Count(strategy => strategy.Text == "Tom’s strategy"));
    }

    [Fact]
    public async Task Save_WhenSomeoneSavesAgainBeforeTheChoice_AsksAgain()
    {
        var (pupil, mine) = await BothOpenAsync("Fisk", _ => [("AtHome", "Tom one")]);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var address = $"{pupil.CyclePath}/plan";
        var first = await (await senco.PostAsync(address, mine.With(("AtHome", "Ruth")))).ReadPageAsync();
        await teacher.PostAsync(address, (await teacher.GetPageAsync(address)).FormFields(Form).With(("AtHome", "Tom two")));
        var second = await senco.PostAsync($"{address}/merge", first.FormFields(Choices).With(("Choices[0].Keep", "mine")));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.ReadPageAsync();
        Assert.Contains("Tom two", page.QuerySelector(".sen-diff").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{address}/merge", page.FormFields(Choices).With(("Choices[0].Keep", "mine")))).StatusCode);
        Assert.Equal("Ruth", (await app.ReadCycleAsync(pupil)).AtHome);
    }

    [Fact]
    public async Task Drop_WhenOnePrefersTheSavedPlan_ShowsItWithoutTheDraft()
    {
        var (pupil, mine) = await BothOpenAsync("Grundy", _ => [("AtHome", "Tom’s")]);
        var senco = await app.AsAsync("senco");
        var page = await (await senco.PostAsync($"{pupil.CyclePath}/plan", mine.With(("AtHome", "Ruth’s")))).ReadPageAsync();
        var drop = page.QuerySelectorAll("button").Single(button => button.TextContent.StartsWith("Drop mine", StringComparison.Ordinal));
        var answer = await senco.PostAsync(drop.GetAttribute("formaction"), page.FormFields(Choices));
        Assert.Equal($"{pupil.CyclePath}/plan", answer.Headers.Location?.ToString());
        Assert.Equal("Tom’s", (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form)["AtHome"]);
    }

    [Fact]
    public async Task Merge_WhenTheFormIsForged_Answers404OrRefusesAndChangesNothing()
    {
        var (pupil, _) = await BothOpenAsync("Hobson", _ => [("AtHome", "Ours")]);
        var stranger = await app.School.AddPupilAsync("Ibbot", stage: CycleStage.Plan);
        var teacher = await app.AsAsync("teacher");
        var page = await teacher.GetPageAsync($"{pupil.CyclePath}/plan");
        var version = page.FormFields(Form)["Version"]!;
        var token = page.FormFields(Form)["__RequestVerificationToken"]!;
        foreach (var (field, value) in new[]
        {
            ("Fields[responsibleTeacherId]", $"{app.School.Staff["other-teacher"]}"),
            ("Fields[responsibleTeacherId]", "nobody"),
            ("Fields[startsOn]", "31 February"),
            ("Fields[nonsense/x]", "y"),
            ($"Fields[targets/{stranger.TargetIds[0]}/id]", $"{stranger.TargetIds[0]}"),
            ("Fields[targets/zero/id]", "zero"),
        })
        {
            var form = new FormFields().With(("__RequestVerificationToken", token), ("Version", version), (field, value));
            var answer = await teacher.PostAsync($"{pupil.CyclePath}/plan/merge", form);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict, $"{field} answered {(int)answer.StatusCode}");
        }

        var other = await app.AsAsync("other-teacher");
        var theirToken = (await other.GetPageAsync("/help")).FormFields("form[action*='sign-out']")["__RequestVerificationToken"]!;
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{pupil.CyclePath}/plan/merge", new FormFields().With(("__RequestVerificationToken", theirToken), ("Version", version)))).StatusCode);
        Assert.Equal("Ours", (await app.ReadCycleAsync(pupil)).AtHome);
        Assert.Equal("Retells a short story in order", (await app.ReadCycleAsync(stranger)).Targets[0].Statement);
    }

    [Fact]
    public async Task Merge_WhenAssessmentsDiffer_WorksTheSame()
    {
        var pupil = await app.School.AddPupilAsync("Jagger", stage: CycleStage.Assess);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var address = $"{pupil.CyclePath}/assess";
        var mine = (await senco.GetPageAsync(address)).FormFields(Form);
        await teacher.PostAsync(address, (await teacher.GetPageAsync(address)).FormFields(Form).With(("Strands[Behaviour].Text", "Tom’s view"), ("Strengths", "Tom’s")));
        var answer = await senco.PostAsync(address, mine.With(("Strands[Behaviour].Text", "Ruth’s view"), ("Difficulties", "Ruth’s")));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal("Behaviour", page.QuerySelector(".sen-diff h2").Words());
        Assert.Equal(HttpStatusCode.Redirect, (await senco.PostAsync($"{address}/merge", page.FormFields(Choices).With(("Choices[0].Keep", "both")))).StatusCode);
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal(("Tom’s", "Ruth’s", "Ruth’s view\n\nTom’s view"), (cycle.Strengths, cycle.Difficulties, Assert.Single(cycle.Strands).Text));
    }

    [Theory]
    [InlineData("other-school", HttpStatusCode.Conflict)]
    [InlineData("no-access", HttpStatusCode.Conflict)]
    [InlineData("nobody", HttpStatusCode.Conflict)]
    [InlineData("no-key", HttpStatusCode.NotFound)]
    [InlineData("reader", HttpStatusCode.Redirect)]
    public async Task Merge_WhenTheOwnerOfANextStepIsForged_IsRefusedAndChangesNothing(string who, HttpStatusCode expected)
    {
        var pupil = await app.School.AddPupilAsync("Owned", stage: CycleStage.Review);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var address = $"{pupil.CyclePath}/review";
        var mine = (await senco.GetPageAsync(address)).FormFields(Form);
        await teacher.PostAsync(address, (await teacher.GetPageAsync(address)).FormFields(Form).With(("Impact", "Tom’s")));
        var key = mine["Steps.Index"]!;
        var page = await (await senco.PostAsync(address, mine.With(($"Steps[{key}].What", "Ring the therapist"), ($"Steps[{key}].Who", "Tom Whitaker"), ("Impact", "Ruth’s")))).ReadPageAsync();
        var choices = page.FormFields(Choices);
        var owner = choices.Names.Single(name => name.EndsWith("ownerId]", StringComparison.OrdinalIgnoreCase));
        Assert.Equal($"{app.School.Staff["teacher"]}", choices[owner]);
        var forged = who switch
        {
            "other-school" => $"{app.OtherSchool.Staff["teacher"]}",
            "no-access" => $"{app.School.Staff["other-teacher"]}",
            "nobody" => $"{Guid.NewGuid()}",
            "no-key" => "Tom",
            _ => choices[owner]!,
        };

        var answer = await senco.PostAsync($"{address}/merge", choices.With((owner, forged)));

        Assert.Equal(expected, answer.StatusCode);
        var cycle = await app.ReadCycleAsync(pupil);
        Assert.Equal(who == "reader" ? "Ruth’s\n\nTom’s" : "Tom’s", cycle.Review.Impact);
        Assert.Equal(who == "reader" ? [app.School.Staff["teacher"]] : [], cycle.NextSteps.Select(step => step.OwnerId!.Value));
        if (expected == HttpStatusCode.Conflict)
        {
            Assert.Contains("may not see this pupil’s record", (await answer.ReadPageAsync()).Body.Words(), StringComparison.Ordinal);
        }
    }

    // The SENCo opens the page, then the teacher opens it, changes fields and saves; returned is what the SENCo's page holds.
    private async Task<(TestPupil Pupil, FormFields Mine)> BothOpenAsync(string surname, Func<FormFields, (string, string)[]> theirs)
    {
        var pupil = await app.School.AddPupilAsync(surname, stage: CycleStage.Plan);
        var (teacher, senco) = (await app.AsAsync("teacher"), await app.AsAsync("senco"));
        var mine = (await senco.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        var fields = (await teacher.GetPageAsync($"{pupil.CyclePath}/plan")).FormFields(Form);
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.PostAsync($"{pupil.CyclePath}/plan", fields.With(theirs(fields)))).StatusCode);
        return (pupil, mine);
    }
}
