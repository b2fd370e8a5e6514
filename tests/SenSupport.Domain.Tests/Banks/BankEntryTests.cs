using SenSupport.Domain.Banks;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Banks;

public sealed class BankEntryTests
{
    private static readonly Acting By = new(Guid.NewGuid(), "Ruth Adeyemi", new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 11, 24));

    private static readonly TargetEntryContent Words = new(AreaOfNeed.CognitionAndLearning, "SPLD MLD", "KS1 KS2", "Reads by herself", "{name} will read 30 words", "12 words", "Cards", "30 words twice", 8);

    [Fact]
    public void Add_WhenATargetIsWhole_KeepsItsWordsAndLeavesATrace()
    {
        var entry = BankEntry.Add(Guid.NewGuid(), Words, By);

        Assert.Equal(Words, entry.Target());
        Assert.True(entry is { IsOwn: true, IsHidden: false, Key.Length: 32 });
        Assert.Equal(RecordEventKind.BankEntryAdded, Assert.Single(entry.PendingEvents).Kind);
    }

    [Fact]
    public void Write_WhenAStartingEntryGetsItsOwnWordsAndItsFirstOnesAgain_HasNoneOfItsOwn()
    {
        var entry = BankEntry.StandInFor(Guid.NewGuid(), BankKind.Target, "read-30-words");
        entry.Write(Words with { Weeks = 12 }, Words, By);
        Assert.Equal(12, entry.Target().Weeks);
        Assert.Equal(new FieldChange("weeks", "8", "12"), Assert.Single(Assert.Single(entry.TakePendingEvents()).Changes));

        entry.Write(Words, Words, By);

        Assert.False(entry.HasWords);
        Assert.Single(entry.PendingEvents);
    }

    [Fact]
    public void Write_WhenNothingIsDifferent_ChangesNothing()
    {
        var entry = BankEntry.StandInFor(Guid.NewGuid(), BankKind.Target, "read-30-words");
        entry.Write(Words, Words, By);
        entry.Hide(false, "Read", By);
        entry.PutBack("Read", By);

        Assert.Empty(entry.PendingEvents);
    }

    [Theory]
    [InlineData("", "KS1", 8, "Enter what the pupil will do")]
    [InlineData("{name} will read", "KS9", 8, "Choose phases from the list")]
    [InlineData("{name} will read", "KS1", 0, "Weeks: enter 1 to 52")]
    [InlineData("{name} will read", "KS1", 53, "Weeks: enter 1 to 52")]
    public void Add_WhenItCannotBeStored_SaysWhy(string statement, string phases, int weeks, string message) =>
        Assert.Equal(message, Assert.Throws<DomainRuleException>(() => BankEntry.Add(Guid.NewGuid(), Words with { Statement = statement, Phases = phases, Weeks = weeks }, By)).Message);

    [Fact]
    public void Add_WhenATextIsTooLong_SaysTheLimit()
    {
        BankEntry.Add(Guid.NewGuid(), Words with { Measure = new string('x', 2_000) }, By);
        Assert.Equal("The measure must be 2,000 characters or fewer", Assert.Throws<DomainRuleException>(() => BankEntry.Add(Guid.NewGuid(), Words with { Measure = new string('x', 2_001) }, By)).Message);
    }

    [Fact]
    public void PutBack_WhenTheEntryIsTheSchoolsOwn_IsRefused() =>
        Assert.Throws<DomainRuleException>(() => BankEntry.Add(Guid.NewGuid(), Words, By).PutBack("Read", By));

    [Theory]
    [InlineData(Sex.Female, "She will show her card when adults ask her: Zofia")]
    [InlineData(Sex.Male, "He will show his card when adults ask him: Zofia")]
    [InlineData(null, "They will show their card when adults ask them: Zofia")]
    public void Fill_WhateverTheSex_UsesItsPronouns(Sex? sex, string text) =>
        Assert.Equal(text, Pronouns.For(sex).Fill("{They} will show {their} card when adults ask {them}: {name}", "Zofia"));
}
