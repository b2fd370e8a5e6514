using SenSupport.Web.Exchange;

namespace SenSupport.Web.Tests.Exchange;

public sealed class ValuesTests
{
    private static readonly DateOnly Today = MisFiles.Today;

    [Theory]
    [InlineData("03/09/2017", "2017-09-03")]
    [InlineData("3/9/17", "2017-09-03")]
    [InlineData("2017-09-03", "2017-09-03")]
    [InlineData("2017-09-03T00:00:00", "2017-09-03")]
    [InlineData("03/09/2017 00:00:00", "2017-09-03")]
    [InlineData("42981", "2017-09-03")]
    [InlineData("42981.5", "2017-09-03")]
    [InlineData("3 September 2017", "2017-09-03")]
    [InlineData("03-Sep-17", "2017-09-03")]
    [InlineData("29/02/2016", "2016-02-29")]
    public void Date_WhateverItsSpelling_IsRead(string text, string iso) => Assert.Equal(DateOnly.Parse(iso, null), Values.Date(text, out _));

    [Theory]
    [InlineData("31/02/2017")]
    [InlineData("9/13/2017")]
    [InlineData("29/02/2017")]
    [InlineData("2017")]
    [InlineData("soon")]
    [InlineData("01/01/0001")]
    public void Date_WhenItIsNone_SaysWhatToWrite(string text)
    {
        Assert.Null(Values.Date(text, out var problem));
        Assert.Equal($"{text} is no date: write day/month/year, for example 3/9/2017", $"{problem!.What}: {problem.Mend}");
    }

    [Theory]
    [InlineData("4", "4")]
    [InlineData("Year 4", "4")]
    [InlineData("Y4", "4")]
    [InlineData("Yr 04", "4")]
    [InlineData("NC Year 11", "11")]
    [InlineData("R", "R")]
    [InlineData("reception", "R")]
    [InlineData("Year R", "R")]
    [InlineData("N1", "N1")]
    [InlineData("Nursery 2", "N2")]
    [InlineData("x", "X")]
    public void Year_WhateverItsSpelling_IsRead(string text, string code) => Assert.Equal(code, Values.Year(text, out _)?.Code);

    [Theory]
    [InlineData("15")]
    [InlineData("0")]
    [InlineData("Nursery")]
    [InlineData("Year")]
    [InlineData("four")]
    public void Year_WhenItIsNone_SaysSo(string text)
    {
        Assert.Null(Values.Year(text, out var problem));
        Assert.Contains("is no year group", problem!.What);
    }

    [Theory]
    [InlineData("Y", true)]
    [InlineData("yes", true)]
    [InlineData("TRUE", true)]
    [InlineData("T", true)]
    [InlineData("1", true)]
    [InlineData("✓", true)]
    [InlineData("x", true)]
    [InlineData("n", false)]
    [InlineData("No", false)]
    [InlineData("False", false)]
    [InlineData("f", false)]
    [InlineData("0", false)]
    [InlineData("", null)]
    [InlineData("unknown", null)]
    public void Flag_WhateverItsSpelling_IsRead(string text, bool? flag)
    {
        Assert.Equal(flag, Values.Flag(text, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("K", "K")]
    [InlineData("sen support", "K")]
    [InlineData("K - SEN Support", "K")]
    [InlineData("SEN Support (K)", "K")]
    [InlineData("EHCP", "E")]
    [InlineData("Education, Health and Care Plan", "E")]
    [InlineData("No SEN", "N")]
    [InlineData("", "")]
    public void Provision_ByCodeOrWords_IsRead(string text, string code)
    {
        Assert.Equal(code, Values.Provision(text, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("A", "A (School Action or Early Years Action) was retired on 31 August 2015")]
    [InlineData("School Action Plus", "P (School Action Plus or Early Years Action Plus) was retired on 31 August 2015")]
    [InlineData("Statement", "S (Statement) was retired on 31 March 2018")]
    [InlineData("Z", "Z is no SEN provision")]
    public void Provision_WhenRetiredOrUnknown_SaysSo(string text, string what)
    {
        Assert.Equal("", Values.Provision(text, out var problem));
        Assert.Equal(what, problem!.What);
        Assert.Contains("N (no SEN), K (SEN Support) or E (EHC plan)", problem.Mend);
    }

    [Theory]
    [InlineData("SLCN", "SLCN")]
    [InlineData("SpLD", "SPLD")]
    [InlineData("Social, Emotional and Mental Health", "SEMH")]
    [InlineData("SEMH - Social, emotional and mental health", "SEMH")]
    [InlineData("Autism", "ASD")]
    [InlineData("Down’s Syndrome", "DS")]
    [InlineData("OTHER DIFFICULTY/DISABILITY", "OTH")]
    public void Need_ByCodeOrName_IsRead(string text, string code)
    {
        Assert.Equal(code, Values.NeedOn(Today)(text, out var problem));
        Assert.Null(problem);
    }

    [Fact]
    public void Need_WhenNotValidOnTheDate_SaysSince()
    {
        Assert.Equal("", Values.NeedOn(Today)("BESD", out var retired));
        Assert.Contains("was retired on 31 August 2014", retired!.What);
        Assert.Equal("", Values.NeedOn(new DateOnly(2024, 1, 1))("DS", out var early));
        Assert.Contains("may be used from 1 September 2025", early!.What);
        Assert.Equal("BESD", Values.NeedOn(new DateOnly(2013, 1, 1))("BESD", out _));
        Assert.Equal("", Values.NeedOn(Today)("dyslexia", out var unknown));
        Assert.Contains("is no type of need", unknown!.What);
    }

    [Theory]
    [InlineData("B801200005001", true)]
    [InlineData(" b801 2000 05001 ", true)]
    [InlineData("E80720012501A", true)]
    [InlineData("A801200005001", false)]
    [InlineData("B8012", false)]
    public void Upn_WithItsCheckLetter_IsRead(string text, bool valid)
    {
        Assert.Equal(valid, Values.UpnOf(text, out var problem).Length == 13);
        Assert.Equal(valid, problem is null);
    }

    [Theory]
    [InlineData("95.3", 95.3)]
    [InlineData("95.3%", 95.3)]
    [InlineData("100 %", 100)]
    [InlineData("0", 0)]
    public void Percentage_WithOrWithoutItsSign_IsRead(string text, double value) => Assert.Equal((decimal)value, Values.Percentage(text, out _));

    [Theory]
    [InlineData("0.953")]
    [InlineData("101")]
    [InlineData("-3")]
    [InlineData("often")]
    public void Percentage_WhenItIsNone_SaysSo(string text)
    {
        Assert.Null(Values.Percentage(text, out var problem));
        Assert.Contains("is no percentage", problem!.What);
    }

    [Fact]
    public void BirthDate_WhenInTheFuture_IsRefused()
    {
        Assert.Null(Values.BirthDateBy(Today)("11/11/2026", out var problem));
        Assert.Equal("11/11/2026 is in the future", problem!.What);
    }

    [Fact]
    public void Shown_WhenTheTextIsLong_IsShort() => Assert.Equal(40, Values.Shown(new string('x', 500)).Length);
}
