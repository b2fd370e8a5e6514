using SenSupport.Domain.Banks;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Banks;

public sealed class ChecklistTests
{
    private static readonly ChecklistContent Words = new(
        AreaOfNeed.CommunicationAndInteraction,
        ["KS2"],
        "Talking",
        "Watch three times",
        "No pass mark",
        [new(0, "Not yet"), new(1, "Sometimes"), new(null, "No chance to observe")],
        [new("a1", "Listening", "Looks up"), new("a2", "Listening", "Waits"), new("b1", "Speaking", "Asks")]);

    [Fact]
    public void Write_WhenTheWordsAreOthers_AddsAVersionAndKeepsTheFirst()
    {
        var checklist = Checklist.StandInFor(Given.SchoolId, "talking");
        Assert.Equal(1, checklist.LatestVersion);
        checklist.Write(Words, Words, Given.Senco);
        Assert.Empty(checklist.PendingEvents);

        checklist.Write(Words with { Title = "Talking and listening" }, Words, Given.Senco);
        checklist.Write(Words, Words with { Title = "Talking and listening" }, Given.Senco);

        Assert.Equal([2, 3], checklist.Versions.Select(version => version.Number));
        Assert.Equal("Talking and listening", checklist.Versions[0].Content.Title);
    }

    [Fact]
    public void Write_WhenItCannotBeStored_SaysWhy()
    {
        var checklist = Checklist.StandInFor(Given.SchoolId, "talking");
        void Refused(ChecklistContent content, string message) => Assert.Equal(message, Assert.Throws<DomainRuleException>(() => checklist.Write(content, Words, Given.Senco)).Message);

        Refused(Words with { Note = " " }, "Enter the note: it says what the checklist is not");
        Refused(Words with { Statements = [] }, "A checklist has 1 to 60 statements");
        Refused(Words with { Statements = [.. Enumerable.Range(0, 61).Select(row => new ChecklistStatement($"{row}", "S", "T"))] }, "A checklist has 1 to 60 statements");
        Refused(Words with { Statements = [new("a", "", "Looks")] }, "Every statement needs its words and a strand");
        Refused(Words with { Statements = [new("a", "S", "One"), new("a", "S", "Two")] }, "The same statement was given twice");
    }

    [Fact]
    public void ByStrand_WhenSomethingCouldNotBeObserved_LeavesItOutOfTheCounts()
    {
        var strands = Answer(new() { ["a1"] = 1, ["a2"] = null }).ByStrand();

        Assert.Equal(("Listening", 1, 1, 0), (strands[0].Strand, strands[0].Seen, strands[0].NoChance, strands[0].Unanswered));
        Assert.Equal([0, 1], strands[0].Counts);
        Assert.Equal((0, 0, 1), (strands[1].Seen, strands[1].NoChance, strands[1].Unanswered));
    }

    [Fact]
    public void Record_WhenItCannotBe_SaysWhy()
    {
        void Refused(Dictionary<string, int?> values, string message, int daysAhead = 0) =>
            Assert.Equal(message, Assert.Throws<DomainRuleException>(() => Answer(values, daysAhead)).Message);

        Refused([], "Answer at least one statement");
        Refused(new() { ["a1"] = 7 }, "Choose an answer from the scale");
        Refused(new() { ["zz"] = 1 }, "Choose an answer from the scale");
        Refused(new() { ["a1"] = 1 }, "The day of the observation must be today or earlier", 1);
    }

    private static ChecklistAnswers Answer(Dictionary<string, int?> values, int daysAhead = 0)
    {
        var cycle = SupportCycle.Open(Given.Pupil(), [], Given.Senco);
        return ChecklistAnswers.Record(cycle, "talking", 1, Words, values, "", Given.Today.AddDays(daysAhead), Given.Senco);
    }
}
