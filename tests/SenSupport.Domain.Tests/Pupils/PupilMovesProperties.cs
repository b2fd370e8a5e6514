using FsCheck;
using FsCheck.Fluent;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Pupils;

/// <summary>What holds of a pupil's record after any sequence of changes, and of UPNs and ages of any kind.</summary>
public sealed class PupilMovesProperties
{
    private static readonly (string Code, AreaOfNeed Area)[] SomeNeeds =
    [
        ("SLCN", AreaOfNeed.CommunicationAndInteraction), ("MLD", AreaOfNeed.CognitionAndLearning), ("SEMH", AreaOfNeed.SocialEmotionalMentalHealth),
        ("OTH", AreaOfNeed.SensoryPhysical), ("OTH", AreaOfNeed.CognitionAndLearning), ("NSA", AreaOfNeed.CognitionAndLearning), ("BESD", AreaOfNeed.SocialEmotionalMentalHealth),
    ];

    private static readonly Action<Pupil, int, Acting>[] Moves =
    [
        (pupil, n, by) => pupil.ChangeDetails(Given.Details() with { KnownAs = $"Zo {n % 4}", NcYear = $"{n % 17}" }, by),
        (pupil, n, by) => pupil.ChangeStatus((SenStatus)(n % 4), by.Today.AddDays((n % 5) - 3), n % 6 == 0 ? new string('a', TextLimits.Narrative + 1) : "", by, n % 7 == 0 ? by.Today.AddDays(30) : null),
        (pupil, n, by) => pupil.ChangeStatus((SenStatus)(n % 4), by.Today, "Decided", by),
        (pupil, n, by) => pupil.RecordNeeds([.. SomeNeeds.Where((_, index) => ((n >> index) & 1) == 1).OrderBy(need => (need.Code[0] + n) % 5)], by.Today.AddDays((n % 9) - 7), by),
        (pupil, n, by) => pupil.RecordNeeds([.. SomeNeeds.Take(n % 4).OrderBy(need => (need.Code[0] + n) % 3)], by.Today, by),
        (pupil, n, by) => pupil.WriteBackground(n % 5 == 0 ? new string('a', TextLimits.Narrative + 1) : $"{n % 2}", by),
        (pupil, n, by) => pupil.RecordDiagnosis(new DiagnosisDetails(n % 4 == 0 ? "" : "Dyslexia", "", by.Today.AddDays((n % 3) - 1)), by),
        (pupil, n, by) => pupil.AddContact(new(n % 4 == 0 ? "" : "Ewa", "Mother", true, true), by),
        (pupil, n, by) => pupil.NameResponsibleTeacher(n % 3 == 0 ? null : new Guid(n % 3, 0, 0, new byte[8]), by),
        (pupil, n, by) => pupil.AddSupporter(new Guid(n % 4, 0, 0, new byte[8]), by),
        (pupil, n, by) => pupil.RemoveSupporter(new Guid(n % 4, 0, 0, new byte[8]), by),
        (pupil, n, by) => pupil.ChangeDetails(Given.Details() with { Upn = n % 3 == 0 ? "G802200118001" : "B801200005001", Flags = (PupilFlags)(n % 256), Attendance = n % 130 }, by),
        (pupil, n, by) => pupil.KeepFormerUpn(n % 3 == 0 ? "A801200005001" : "E80720012501A", by),
        (pupil, n, by) => pupil.DateFlag((PupilFlags)(n % 9), by.Today.AddDays((n % 7) - 5), n % 2 == 0 ? null : by.Today.AddDays((n % 5) - 3), by),
        (pupil, n, by) => pupil.Leave(by.Today.AddDays((n % 5) - 3), n % 2 == 0 ? "" : "8012001", "", by),
        (pupil, _, by) => pupil.Return(by),
        (pupil, n, by) => pupil.ChangePhoto(n % 3 == 0 ? null : new Guid(n % 3, 0, 0, new byte[8]), by),
        (pupil, n, by) => pupil.ChangeContact(pupil.Contacts.Count == 0 ? Guid.Empty : pupil.Contacts[n % pupil.Contacts.Count].Id, new(n % 5 == 0 ? " " : "Ewa", n % 2 == 0 ? "Mother" : "Aunt", n % 3 == 0, true), by),
        (pupil, n, by) => pupil.RemoveContact(pupil.Contacts.Count == 0 ? Guid.Empty : pupil.Contacts[n % pupil.Contacts.Count].Id, by),
        (pupil, n, by) => pupil.OrderContacts([.. pupil.Contacts.Select(contact => contact.Id).OrderBy(id => (id.GetHashCode() + n) % 7).Take(n % 5 == 0 ? 1 : 9)], by),
        (pupil, n, by) => pupil.DescribeDisability(n % 2 == 0 ? "" : "Uses a wheelchair", n % 3 == 0 ? "" : "None is needed", by),
        (pupil, n, by) => pupil.AddAdjustment(n % 4 == 0 ? " " : "Ramp", by.Today.AddDays((n % 3) - 1), by),
        (pupil, n, by) => pupil.EndAdjustment(pupil.Adjustments.Count == 0 ? Guid.Empty : pupil.Adjustments[n % pupil.Adjustments.Count].Id, by.Today.AddDays((n % 3) - 1), by),
        (pupil, n, by) => pupil.RecordDuty((DutyRecordKind)(n % 12), by.Today.AddDays((n % 5) - 3), "", "", "", by),
    ];

    private static readonly Gen<(int Move, int Seed)[]> Sequence =
        from length in Gen.Choose(0, 40)
        from moves in Gen.ArrayOf(
            from move in Gen.Choose(0, Moves.Length - 1)
            from seed in Gen.Choose(0, 1000)
            select (move, seed),
            length)
        select moves;

    [Fact]
    public void Change_WhenAnyAreMade_IsAnEventAndAVersionOrNothing() => ForAll((before, events, pupil, refused) =>
    {
        var changed = Given.State(pupil) != before;
        var added = pupil.PendingEvents.Count - events;
        Assert.False(refused && changed);
        Assert.Equal(changed ? 1 : 0, added);
        for (var index = 1; index < pupil.PendingEvents.Count; index++)
        {
            Assert.Equal(pupil.PendingEvents[index - 1].VersionAfter, pupil.PendingEvents[index].VersionBefore);
        }

        Assert.Equal(pupil.Version, pupil.PendingEvents[^1].VersionAfter);
        if (changed)
        {
            Assert.All(pupil.PendingEvents[^1].Changes, change => Assert.NotEqual(change.Old, change.New));
        }
    }, Given.State);

    [Fact]
    public void StatusPeriods_WhenAnyChangesAreMade_FollowEachOtherWithOneOpen() => ForAll((_, _, pupil, _) =>
    {
        var periods = pupil.StatusPeriods;
        for (var index = 0; index < periods.Count - 1; index++)
        {
            Assert.Equal(periods[index + 1].Start.AddDays(-1), periods[index].End);
            Assert.True(periods[index].End >= periods[index].Start);
        }

        if (periods.Count > 0)
        {
            Assert.Null(periods[^1].End);
            Assert.Equal(pupil.Status, periods[^1].Status);
        }
    });

    [Fact]
    public void CurrentNeeds_WhenAnyChangesAreMade_AreRankedFromOneWithEachCodeOnce() => ForAll((_, _, pupil, _) =>
    {
        var current = pupil.CurrentNeeds.ToList();
        Assert.Equal(Enumerable.Range(1, current.Count), current.Select(need => need.Rank));
        Assert.Equal(current.Count, current.Select(need => need.Code).Distinct().Count());
        Assert.DoesNotContain(current, need => need.Code == "BESD");
        Assert.All(pupil.Needs, need => Assert.False(need.End < need.Start));
    });

    [Fact]
    public void IsValid_WhenOneCharacterOfAUpnChanges_IsFalse()
    {
        // The weights run from 2 to 13 and the modulus is the prime 23, so no single wrong digit goes unnoticed.
        const string letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
        var upns =
            from digits in Gen.ArrayOf(Gen.Choose(0, 9), 12)
            from place in Gen.Choose(0, 11)
            from shift in Gen.Choose(1, 9)
            select (digits, place, shift);
        Run(upns, sample =>
        {
            var sum = sample.digits.Select((digit, index) => digit * (index + 2)).Sum();
            var upn = letters[sum % 23] + string.Concat(sample.digits);
            var other = upn.ToCharArray();
            other[sample.place + 1] = (char)('0' + ((sample.digits[sample.place] + sample.shift) % 10));

            Assert.True(Upn.IsValid(upn));
            Assert.False(Upn.IsValid(new string(other)));
        });
    }

    [Fact]
    public void EndOfCompulsorySchoolAge_WhenBornOnAnyDay_IsTheLastFridayOfAJuneAround16()
    {
        var first = new DateOnly(1990, 1, 1).DayNumber;
        Run(Gen.Choose(first, new DateOnly(2040, 12, 31).DayNumber).Select(DateOnly.FromDayNumber), birth =>
        {
            var end = Age.EndOfCompulsorySchoolAge(birth);

            Assert.Equal((DayOfWeek.Friday, 6, true), (end.DayOfWeek, end.Month, end.Day >= 24));
            Assert.InRange(Age.On(new DateOnly(end.Year, 8, 31), birth), 16, 16);
        });
    }

    private static void ForAll(Action<string, int, Pupil, bool> check, Func<Pupil, string>? state = null) => Run(Sequence, moves =>
    {
        var pupil = Given.Pupil();
        var day = Given.Today;
        foreach (var (move, seed) in moves)
        {
            var by = Given.On(day = day.AddDays(seed % 3));
            var (before, events, refused) = (state?.Invoke(pupil) ?? "", pupil.PendingEvents.Count, false);
            try
            {
                Moves[move](pupil, seed, by);
            }
            catch (DomainRuleException)
            {
                refused = true;
            }

            check(before, events, pupil, refused);
        }
    });

    private static void Run<T>(Gen<T> samples, Action<T> check) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(samples.ToArbitrary(), check));
}
