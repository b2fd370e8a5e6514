using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Records;

public sealed class RecordEventTests
{
    [Fact]
    public void PendingEvents_WhenACycleChanges_SayWhoWhenAndWhat()
    {
        var cycle = Given.CycleAt(CycleStage.Do);
        var by = Given.On(Given.Today.AddDays(2));

        cycle.AddNote(Given.Today, "Went well", by);

        var change = Assert.Single(cycle.PendingEvents);
        Assert.Equal((cycle.SchoolId, cycle.Id, cycle.PupilId, 2), (change.SchoolId, change.RecordId, change.PupilId, change.CycleNumber!.Value));
        Assert.Equal((by.StaffId, by.Name, by.At, "Went well"), (change.StaffId, change.StaffName, change.At, change.Summary));
    }

    [Fact]
    public void OfExport_WhenAPupilIsNamed_IsInTheTimelineAndInNoRecordsVersions()
    {
        var (pupil, export) = (Given.Pupil(), Guid.CreateVersion7());

        var line = RecordEvent.OfExport(pupil.SchoolId, export, pupil.Id, Given.Senco, "Transfer file", [new("exportedFile", "", "a.xml")]);

        Assert.Equal((pupil.SchoolId, export, (Guid?)pupil.Id, RecordEventKind.DataExported), (line.SchoolId, line.RecordId, line.PupilId, line.Kind));
        Assert.Equal((Guid.Empty, Guid.Empty), (line.VersionBefore, line.VersionAfter));
    }

    [Fact]
    public void PendingEvents_WhenAPupilChanges_BelongToNoCycle()
    {
        var pupil = Given.Pupil();

        var change = Given.Changes(pupil, () => pupil.WriteBackground("A twin", Given.Senco));

        Assert.Equal((pupil.Id, pupil.Id, (int?)null), (change.RecordId, change.PupilId, change.CycleNumber));
    }

    [Fact]
    public void TakePendingEvents_WhenTaken_LeavesNoneAndKeepsTheVersion()
    {
        var pupil = Given.Pupil();
        var version = pupil.Version;

        Assert.Single(pupil.TakePendingEvents());

        Assert.Empty(pupil.PendingEvents);
        Assert.Empty(pupil.TakePendingEvents());
        Assert.Equal(version, pupil.Version);
    }

    [Theory]
    [InlineData(399, 399)]
    [InlineData(400, 400)]
    [InlineData(401, 400)]
    public void Summary_WhenLong_IsCutAtItsLimit(int length, int kept)
    {
        var summary = Noted(new string('a', length));

        Assert.Equal(kept, summary.Length);
        Assert.Equal(length > RecordEvent.LongestSummary, summary.EndsWith('…'));
    }

    [Fact]
    public void Summary_WhenCutWithinACharacter_LeavesItOut()
    {
        var start = new string('a', 398);

        Assert.Equal(start + "…", Noted(start + "😀 and more"));
        Assert.Equal(start[1..] + "😀…", Noted(start[1..] + "😀 and more"));
    }

    private static string Noted(string text)
    {
        var cycle = Given.CycleAt(CycleStage.Do);
        cycle.AddNote(Given.Today, text, Given.Senco);
        return cycle.PendingEvents[^1].Summary;
    }
}
