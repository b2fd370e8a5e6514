using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class SchoolTests
{
    private static readonly DateOnly Starts = new(2026, 9, 2);
    private static readonly DateOnly Ends = new(2026, 12, 18);
    private static readonly SchoolDetails Details = new("Hollin Beck Primary", "380", "2001");
    private static readonly string Line = new('a', TextLimits.Line), Name = new('a', TextLimits.Name);

    [Fact]
    public void SetUp_WhenTextsReachTheirLimits_TakesThemToTheEdge()
    {
        var details = new SchoolDetails(Line, "380", "2001", Line, SchoolPhase.Primary, "R", "6", Name, Line, "01632 960 418", "https://example.org");
        var support = new LocalSupport(Line, "01632 960 418", "a@b.org", "https://example.org/a", "https://example.org/b");

        var school = School.SetUp(Given.SchoolId, details, support, [], Given.Senco);

        Assert.Equal((details, support), (school.Details(), school.Support()));
        Assert.Equal((Given.SchoolId, Given.SchoolId), (school.Id, school.SchoolId));
        Assert.Equal((12, 12, StrandKinds.Required), (school.ReviewWeeks, school.MonitoringWeeks, school.RequiredStrands));
        var happened = Assert.Single(school.PendingEvents);
        Assert.Equal((RecordEventKind.SchoolSetUp, null, Given.SchoolId, Given.SchoolId), (happened.Kind, happened.PupilId, happened.SchoolId, happened.RecordId));
        Assert.NotEqual(Guid.Empty, school.Version);
    }

    public static TheoryData<SchoolDetails> WrongDetails =>
    [
        Details with { Name = " " },
        Details with { Name = Line + "a" },
        Details with { LocalAuthorityNumber = "38" },
        Details with { LocalAuthorityNumber = "3801" },
        Details with { LocalAuthorityNumber = "38a" },
        Details with { LocalAuthorityNumber = "٣٨٠" },
        Details with { LocalAuthorityNumber = null! },
        Details with { EstablishmentNumber = "200" },
        Details with { EstablishmentNumber = "20011" },
        Details with { EstablishmentNumber = "" },
        Details with { LocalAuthorityName = Line + "a" },
        Details with { Phase = (SchoolPhase)99 },
        Details with { LowestYear = "15" },
        Details with { HighestYear = "" },
        Details with { LowestYear = "7", HighestYear = "6" },
        Details with { HeadName = Name + "a" },
        Details with { Address = Line + "a" },
        Details with { Telephone = "ring us" },
        Details with { Website = "ftp://example.org" },
    ];

    [Theory]
    [MemberData(nameof(WrongDetails))]
    public void ChangeDetails_WhenSomethingCannotBeStored_ChangesNothing(SchoolDetails wrong)
    {
        var school = Hollin();

        Given.Refuses(school, () => school.ChangeDetails(wrong, Given.Senco));
        Assert.Throws<DomainRuleException>(() => School.SetUp(Given.SchoolId, wrong, new(), [], Given.Senco));
    }

    [Theory]
    [InlineData("6", "6")]
    [InlineData("E1", "X")]
    [InlineData(" r ", "14")]
    public void ChangeDetails_WhenYearsAreInOrder_AreKept(string lowest, string highest)
    {
        var school = Hollin();

        school.ChangeDetails(Details with { LowestYear = lowest, HighestYear = highest }, Given.Senco);

        Assert.Equal((lowest.Trim().ToUpperInvariant(), highest), (school.LowestYear, school.HighestYear));
    }

    [Fact]
    public void ChangeDetails_WhenSomethingDiffers_IsOneEventWithOldAndNew()
    {
        var school = Hollin();

        var change = Given.Changes(school, () => school.ChangeDetails(Details with { Name = "Hollin Beck", Website = "www.hollin.sch.uk", Phase = SchoolPhase.AllThrough }, Given.Senco));

        Assert.Equal((RecordEventKind.SchoolChanged, null), (change.Kind, change.PupilId));
        Assert.Equal([new("name", "Hollin Beck Primary", "Hollin Beck"), new("phase", "Primary", "AllThrough"), new FieldChange("website", "", "https://www.hollin.sch.uk")], change.Changes);
        Given.ChangesNothing(school, () => school.ChangeDetails(school.Details(), Given.Senco));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("01632 960 418", true)]
    [InlineData("+44 (0)1632-960418 ext. 12", true)]
    [InlineData("123456", true)]
    [InlineData("12345", false)]
    [InlineData("01632 96041O", false)]
    [InlineData("++44 1632 960418", false)]
    public void Phone_WhenTyped_IsANumber(string typed, bool allowed) => Takes(allowed, typed, () => ContactText.Phone($" {typed} ", "It"));

    [Theory]
    [InlineData("", true)]
    [InlineData("advice@town.gov.uk", true)]
    [InlineData("a.b+c@x.org", true)]
    [InlineData("advice", false)]
    [InlineData("advice@town", false)]
    [InlineData("a@b@c.org", false)]
    [InlineData("a b@c.org", false)]
    [InlineData("a@c.", false)]
    public void Email_WhenTyped_IsAnAddress(string typed, bool allowed) => Takes(allowed, typed, () => ContactText.Email($" {typed} ", "It"));

    [Theory]
    [InlineData("", "")]
    [InlineData("www.town.gov.uk/local-offer", "https://www.town.gov.uk/local-offer")]
    [InlineData("http://town.gov.uk", "http://town.gov.uk")]
    [InlineData("town", null)]
    [InlineData("javascript://a.b/%0aalert(1)", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("https://user:word@town.gov.uk", null)]
    [InlineData("https://town.gov.uk/a b", null)]
    public void Web_WhenTyped_IsAWebAddress(string typed, string? expected) => Takes(expected is not null, expected ?? "", () => ContactText.Web($" {typed} ", "It"));

    [Fact]
    public void Web_WhenLong_TakesItToTheEdge()
    {
        var longest = "https://town.gov.uk/".PadRight(TextLimits.Line, 'a');

        Assert.Equal(longest, ContactText.Web(longest, "It"));
        Refused(() => ContactText.Web(longest + "a", "It"));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(SchoolTerm.MostDays - 1, true)]
    [InlineData(SchoolTerm.MostDays, false)]
    public void ChangeTerms_WhenEndIsAroundStart_NeedsALaterEndWithinReason(int days, bool allowed) =>
        TakesTerms(allowed, new SchoolTerm("Autumn", Starts, Starts.AddDays(days)));

    [Theory]
    [InlineData(0, 10, false)] // begins on the last day of the other
    [InlineData(1, 10, true)]
    [InlineData(-107, -90, false)] // inside it
    [InlineData(-130, -107, false)] // ends on its first day
    [InlineData(-130, -108, true)]
    [InlineData(-130, 10, false)] // around it
    public void ChangeTerms_WhenNearAnother_MustNotOverlap(int from, int to, bool allowed) =>
        TakesTerms(allowed, new SchoolTerm("Autumn", Starts, Ends), new SchoolTerm("Other", Ends.AddDays(from), Ends.AddDays(to)));

    [Theory]
    [InlineData("1999-12-31", "2000-04-01", false)]
    [InlineData("2000-01-01", "2000-04-01", true)]
    [InlineData("2099-09-01", "2099-12-31", true)]
    [InlineData("2099-09-01", "2100-01-01", false)]
    public void ChangeTerms_WhenNotOfThisTime_IsRefused(string starts, string ends, bool allowed) =>
        TakesTerms(allowed, new SchoolTerm("Autumn", DateOnly.Parse(starts, null), DateOnly.Parse(ends, null)));

    [Fact]
    public void ChangeTerms_WhenNamesOrNumbersAreAtTheirLimits_TakesThemToTheEdge()
    {
        SchoolTerm[] most = [.. Enumerable.Range(0, School.MostTerms).Select(number => new SchoolTerm(Name, Starts.AddDays(number * 20), Starts.AddDays((number * 20) + 19)))];

        TakesTerms(true, most);
        TakesTerms(false, [.. most, new SchoolTerm("One more", Starts.AddDays(-20), Starts.AddDays(-1))]);
        TakesTerms(false, new SchoolTerm(Name + "a", Starts, Ends));
        TakesTerms(false, new SchoolTerm(" ", Starts, Ends));
    }

    [Fact]
    public void ChangeTerms_WhenInsetDaysAreGiven_AreInOrderAndOnce()
    {
        var school = Hollin();
        DateOnly[] most = [.. Enumerable.Range(0, School.MostInsetDays).Select(number => Ends.AddDays(-number))];

        var change = Given.Changes(school, () => school.ChangeTerms([new("Autumn 2026", Starts, Ends)], [Starts.AddDays(-1), Starts.AddDays(-2)], Given.Senco));

        Assert.Equal([Starts.AddDays(-2), Starts.AddDays(-1)], school.InsetDays);
        Assert.Equal([new("terms", "", "Autumn 2026: 2 September 2026 to 18 December 2026"), new FieldChange("insetDays", "", "31 August 2026\n1 September 2026")], change.Changes);
        Given.ChangesNothing(school, () => school.ChangeTerms(school.Terms, school.InsetDays, Given.Senco));
        Given.Refuses(school, () => school.ChangeTerms([], [Starts, Starts], Given.Senco));
        Given.Refuses(school, () => school.ChangeTerms([], [new(1999, 12, 31)], Given.Senco));
        Given.Refuses(school, () => school.ChangeTerms([], [.. most, Starts.AddYears(1)], Given.Senco));
        school.ChangeTerms([], most, Given.Senco);
        Assert.Equal(School.MostInsetDays, school.InsetDays.Count);
    }

    [Fact]
    public void TermOf_WhenInTermOrHoliday_IsTheTermOrTheOneBefore()
    {
        var school = Hollin();
        school.ChangeTerms([new("Spring 2027", new DateOnly(2027, 1, 5), new DateOnly(2027, 3, 26)), new("Autumn 2026", Starts, Ends)], [], Given.Senco);

        Assert.Null(school.TermOf(Starts.AddDays(-1)));
        Assert.Equal("Autumn 2026", school.TermOf(Starts)!.Name);
        Assert.Equal("Autumn 2026", school.TermOf(Ends)!.Name);
        Assert.Equal("Autumn 2026", school.TermOf(new DateOnly(2027, 1, 4))!.Name);
        Assert.Equal("Spring 2027", school.TermOf(new DateOnly(2027, 1, 5))!.Name);
        Assert.Equal("Spring 2027", school.TermOf(new DateOnly(2027, 7, 1))!.Name);
    }

    [Fact]
    public void Usual_WhateverTheYear_HasThreeTermsThatASchoolTakes()
    {
        for (var year = 2010; year < 2090; year++)
        {
            var usual = SchoolTerm.Usual(new AcademicYear(year));
            TakesTerms(true, [.. usual]);
            Assert.Equal(3, usual.Count);
            Assert.All(usual, term => Assert.DoesNotContain(term.Starts.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday }));
            Assert.All(usual, term => Assert.DoesNotContain(term.Ends.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday }));
            Assert.All(usual, term => Assert.Equal(new AcademicYear(year), AcademicYear.Of(term.Ends)));
        }

        Assert.Equal(new SchoolTerm("Autumn 2026", new(2026, 9, 2), new(2026, 12, 18)), SchoolTerm.Usual(new AcademicYear(2026))[0]);
    }

    [Theory]
    [InlineData(0, 12, false)]
    [InlineData(1, 1, true)]
    [InlineData(52, 52, true)]
    [InlineData(53, 12, false)]
    [InlineData(12, 0, false)]
    [InlineData(12, 53, false)]
    public void ChangeRhythm_WhenWeeksAreAroundTheirLimits_TakesOneToAYear(int review, int monitoring, bool allowed)
    {
        var school = Hollin();
        void Move() => school.ChangeRhythm(new SchoolRhythm(review, monitoring, StrandKinds.Required), Given.Senco);

        if (allowed)
        {
            Move();
            Assert.Equal((review, monitoring), (school.ReviewWeeks, school.MonitoringWeeks));
        }
        else
        {
            Given.Refuses(school, Move);
        }
    }

    [Fact]
    public void ChangeRhythm_WhenStrandsAreChosen_KeepsThemInTheOrderOfTheCode()
    {
        var school = Hollin();

        var change = Given.Changes(school, () => school.ChangeRhythm(new SchoolRhythm(12, 12, [StrandKind.PupilsViews, StrandKind.Behaviour]), Given.Senco));

        Assert.Equal([StrandKind.Behaviour, StrandKind.PupilsViews], school.RequiredStrands);
        Assert.Equal("Behaviour\nPupil’s own views", Assert.Single(change.Changes).New);
        Given.ChangesNothing(school, () => school.ChangeRhythm(school.Rhythm(), Given.Senco));
        Given.Refuses(school, () => school.ChangeRhythm(new SchoolRhythm(12, 12, [StrandKind.Behaviour, StrandKind.Behaviour]), Given.Senco));
        Given.Refuses(school, () => school.ChangeRhythm(new SchoolRhythm(12, 12, [(StrandKind)8]), Given.Senco));
        Given.Refuses(school, () => school.ChangeRhythm(new SchoolRhythm(12, 12, [], 0), Given.Senco));
        Given.Refuses(school, () => school.ChangeRhythm(new SchoolRhythm(12, 12, [], 5), Given.Senco));
        Assert.Contains(Given.Changes(school, () => school.ChangeRhythm(school.Rhythm() with { ReviewsBeforeSpecialist = 4 }, Given.Senco)).Changes, change => change is { Path: "reviewsBeforeSpecialist", Old: "2", New: "4" });
        school.ChangeRhythm(new SchoolRhythm(12, 12, []), Given.Senco);
        Assert.Empty(school.RequiredStrands);
    }

    [Fact]
    public void ChangeLogo_WhenOfASizeThatIsKept_TakesThePlaceOfTheOneBefore()
    {
        var school = Hollin();

        var logo = school.ChangeLogo("image/png", new byte[SchoolLogo.MostBytes], Given.Senco);

        Assert.Equal((logo.Id, school.Id, "image/png"), (school.LogoId, logo.SchoolId, logo.ContentType));
        Assert.NotEqual(logo.Id, school.ChangeLogo("image/jpeg", [1], Given.Senco).Id);
        Given.Refuses(school, () => school.ChangeLogo("image/png", new byte[SchoolLogo.MostBytes + 1], Given.Senco));
        Given.Refuses(school, () => school.ChangeLogo("image/png", [], Given.Senco));
        Given.Refuses(school, () => school.ChangeLogo("image/svg+xml", [1], Given.Senco));
        Given.Changes(school, () => school.RemoveLogo(Given.Senco));
        Assert.Null(school.LogoId);
        Given.ChangesNothing(school, () => school.RemoveLogo(Given.Senco));
    }

    [Fact]
    public void Name_WhateverThePhase_IsInWords() => Assert.Equal(
        ["Nursery", "Primary", "Middle", "Secondary", "All-through", "16 to 19", "Special school", "Alternative provision"], SchoolPhases.All.Select(phase => phase.Name()));

    private static School Hollin()
    {
        var school = School.SetUp(Given.SchoolId, Details, new(), [], Given.Senco);
        school.TakePendingEvents();
        return school;
    }

    private static void TakesTerms(bool allowed, params SchoolTerm[] terms)
    {
        var school = Hollin();
        if (allowed)
        {
            school.ChangeTerms(terms, [], Given.Senco);
            Assert.Equal(terms.OrderBy(term => term.Starts), school.Terms);
        }
        else
        {
            Given.Refuses(school, () => school.ChangeTerms(terms, [], Given.Senco));
        }
    }

    private static void Takes(bool allowed, string expected, Func<string> read)
    {
        if (allowed)
        {
            Assert.Equal(expected, read());
        }
        else
        {
            Refused(() => read());
        }
    }

    private static void Refused(Action move) => Assert.Throws<DomainRuleException>(move);
}
