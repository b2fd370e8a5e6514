using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Tests.Pupils;

public sealed class PupilDetailsTests
{
    [Fact]
    public void Add_WhenDetailsAreGood_KeepsThemFoldedForSearch()
    {
        var classId = Guid.CreateVersion7();

        var pupil = Pupil.Add(Given.SchoolId, Given.Details() with { Upn = " b801200005001 ", Surname = " Wiśniewska ", NcYear = "r", ClassId = classId, FirstLanguage = " Polish ", Flags = PupilFlags.Eal }, Given.Senco);

        Assert.Equal(("B801200005001", "Wiśniewska", "Zofia", "Zosia"), (pupil.Upn, pupil.Surname, pupil.Forename, pupil.KnownAs));
        Assert.Equal(("R", 4, classId, "Polish", PupilFlags.Eal), (pupil.NcYear, pupil.NcYearOrder, pupil.ClassId!.Value, pupil.FirstLanguage, pupil.Flags));
        Assert.Equal((Given.SchoolId, SenStatus.None, Sex.Female), (pupil.SchoolId, pupil.Status, pupil.Sex));
        Assert.Equal("zofia zosia wisniewska b801200005001", pupil.SearchText);
        Assert.Equal("wisniewska zosia", pupil.SortName);
        Assert.Equal("Zosia Wiśniewska", pupil.FullName);
        var added = Assert.Single(pupil.PendingEvents);
        Assert.Equal((RecordEventKind.PupilAdded, Guid.Empty, pupil.Version), (added.Kind, added.VersionBefore, added.VersionAfter));
    }

    [Fact]
    public void FirstName_WhenNoOtherNameIsUsed_IsTheForename() =>
        Assert.Equal("Zofia", Pupil.Add(Given.SchoolId, Given.Details() with { KnownAs = " " }, Given.Senco).FirstName);

    [Theory]
    [InlineData("")]
    [InlineData("E80720012501A")]
    public void Add_WhenUpnIsEmptyOrTemporary_Succeeds(string upn) => Assert.Equal(upn, Pupil.Add(Given.SchoolId, Given.Details() with { Upn = upn }, Given.Senco).Upn);

    [Fact]
    public void Add_WhenUpnIsWrong_IsRefused() => Refused(Given.Details() with { Upn = "A801200005001" });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Add_WhenANameIsMissing_IsRefused(string? name)
    {
        Refused(Given.Details() with { Surname = name! });
        Refused(Given.Details() with { Forename = name! });
    }

    [Fact]
    public void Add_WhenNamesReachTheLimit_TakesThemToItsEdge()
    {
        string longest = new('a', TextLimits.Name), tooLong = longest + "a";

        var pupil = Pupil.Add(Given.SchoolId, Given.Details() with { Surname = longest, Forename = longest, KnownAs = longest, FirstLanguage = longest + " " }, Given.Senco);

        Assert.Equal((longest, longest, longest, longest), (pupil.Surname, pupil.Forename, pupil.KnownAs, pupil.FirstLanguage));
        Refused(Given.Details() with { Surname = tooLong });
        Refused(Given.Details() with { Forename = tooLong });
        Refused(Given.Details() with { KnownAs = tooLong });
        Refused(Given.Details() with { FirstLanguage = tooLong });
    }

    [Fact]
    public void Add_WhenBirthDateIsTodayOrTomorrow_RefusesTomorrow()
    {
        Assert.Equal(Given.Today, Pupil.Add(Given.SchoolId, Given.Details() with { BirthDate = Given.Today }, Given.Senco).BirthDate);
        Refused(Given.Details() with { BirthDate = Given.Today.AddDays(1) });
    }

    [Theory]
    [InlineData("0")]
    [InlineData("15")]
    [InlineData("")]
    public void Add_WhenYearIsUnknown_IsRefused(string year) => Refused(Given.Details() with { NcYear = year });

    [Fact]
    public void ChangeDetails_WhenOneDiffers_SaysOldAndNew()
    {
        var pupil = Given.Pupil();

        var change = Given.Changes(pupil, () => pupil.ChangeDetails(Given.Details() with { Surname = "Nowak" }, Given.Senco));

        Assert.Equal(RecordEventKind.PupilDetailsChanged, change.Kind);
        Assert.Equal(new FieldChange("surname", "Wiśniewska", "Nowak"), Assert.Single(change.Changes));
        Assert.Equal("nowak zosia", pupil.SortName);
    }

    [Fact]
    public void ChangeDetails_WhenNothingDiffers_ChangesNothing()
    {
        var pupil = Given.Pupil();

        Given.ChangesNothing(pupil, () => pupil.ChangeDetails(Given.Details() with { Surname = "Wiśniewska " }, Given.Senco));
    }

    [Fact]
    public void ChangeDetails_WhenRefused_ChangesNothing()
    {
        var pupil = Given.Pupil();

        Given.Refuses(pupil, () => pupil.ChangeDetails(Given.Details() with { Surname = "Nowak", NcYear = "22" }, Given.Senco));
        Given.Refuses(pupil, () => pupil.ChangeDetails(Given.Details() with { Surname = "Nowak", BirthDate = Given.Today.AddDays(1) }, Given.Senco));
    }

    private static void Refused(PupilDetails details) => Assert.Throws<DomainRuleException>(() => Pupil.Add(Given.SchoolId, details, Given.Senco));
}
