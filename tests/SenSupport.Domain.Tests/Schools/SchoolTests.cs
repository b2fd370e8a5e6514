using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class SchoolTests
{
    private static readonly DateOnly Starts = new(2026, 9, 2);
    private static readonly DateOnly Ends = new(2026, 12, 18);

    [Fact]
    public void SetUp_WhenTextsReachTheirLimits_TakesThemToTheEdge()
    {
        string line = new('a', TextLimits.Line), name = new('a', TextLimits.Name);

        var school = School.SetUp(line, "380", "2001", line, line, name);

        Assert.Equal((line, "380", "2001", line, line, name), (school.Name, school.LocalAuthorityNumber, school.EstablishmentNumber, school.Address, school.SendiassName, school.SendiassPhone));
        Assert.Equal(12, school.ReviewWeeks);
        Refused(() => School.SetUp(" ", "380", "2001", "", "", ""));
        Refused(() => School.SetUp(line + "a", "380", "2001", "", "", ""));
        Refused(() => School.SetUp("A", "3801", "2001", "", "", ""));
        Refused(() => School.SetUp("A", "380", "20011", "", "", ""));
        Refused(() => School.SetUp("A", "380", "2001", line + "a", "", ""));
        Refused(() => School.SetUp("A", "380", "2001", "", line + "a", ""));
        Refused(() => School.SetUp("A", "380", "2001", "", "", name + "a"));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void AddTerm_WhenEndIsAroundStart_NeedsALaterEnd(int days, bool allowed)
    {
        var school = Hollin();

        if (allowed)
        {
            school.AddTerm("Autumn", Starts, Starts.AddDays(days));
        }
        else
        {
            Refused(() => school.AddTerm("Autumn", Starts, Starts.AddDays(days)));
        }

        Assert.Equal(allowed ? 1 : 0, school.Terms.Count);
    }

    [Theory]
    [InlineData(0, 10, false)] // begins on the last day of the other
    [InlineData(1, 10, true)]
    [InlineData(-107, -90, false)] // inside it
    [InlineData(-130, -107, false)] // ends on its first day
    [InlineData(-130, -108, true)]
    [InlineData(-130, 10, false)] // around it
    public void AddTerm_WhenNearAnother_MustNotOverlap(int from, int to, bool allowed)
    {
        var school = Hollin();
        school.AddTerm("Autumn", Starts, Ends);
        void Add() => school.AddTerm("Other", Ends.AddDays(from), Ends.AddDays(to));

        if (allowed)
        {
            Add();
        }
        else
        {
            Refused(Add);
        }

        Assert.Equal(allowed ? 2 : 1, school.Terms.Count);
        Assert.Equal(school.Terms.OrderBy(term => term.Starts), school.Terms);
    }

    [Fact]
    public void AddTerm_WhenNameIsTooLong_IsRefused() => Refused(() => Hollin().AddTerm(new string('a', TextLimits.Name + 1), Starts, Ends));

    [Fact]
    public void TermOf_WhenInTermOrHoliday_IsTheTermOrTheOneBefore()
    {
        var school = Hollin();
        school.AddTerm("Spring 2027", new DateOnly(2027, 1, 5), new DateOnly(2027, 3, 26));
        school.AddTerm("Autumn 2026", Starts, Ends);

        Assert.Null(school.TermOf(Starts.AddDays(-1)));
        Assert.Equal("Autumn 2026", school.TermOf(Starts)!.Name);
        Assert.Equal("Autumn 2026", school.TermOf(Ends)!.Name);
        Assert.Equal("Autumn 2026", school.TermOf(new DateOnly(2027, 1, 4))!.Name);
        Assert.Equal("Spring 2027", school.TermOf(new DateOnly(2027, 1, 5))!.Name);
        Assert.Equal("Spring 2027", school.TermOf(new DateOnly(2027, 7, 1))!.Name);
    }

    private static School Hollin() => School.SetUp("Hollin Beck Primary", "380", "2001", "", "", "");

    private static void Refused(Action move) => Assert.Throws<DomainRuleException>(move);
}
