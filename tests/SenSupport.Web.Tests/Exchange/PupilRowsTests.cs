using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Tests.Exchange;

public sealed class PupilRowsTests
{
    [Fact]
    public void Match_WhenAnExportHasTheUsualHeadings_KnowsAllButWhatWeDoNotKeep()
    {
        Assert.Equal(["House", "Ethnicity"], PupilFields.All.Match(MisFiles.SimsHeadings).NotUsed);
        Assert.Equal(["Arbor ID"], PupilFields.All.Match(MisFiles.ArborHeadings).NotUsed);
    }

    [Theory]
    [InlineData("FAMILY  NAME", PupilField.Surname)]
    [InlineData("Chosen_forename", PupilField.KnownAs)]
    [InlineData("D.O.B", PupilField.BirthDate)]
    [InlineData("DOB (dd/mm/yyyy)", PupilField.BirthDate)]
    [InlineData("N.C. Year", PupilField.NcYear)]
    [InlineData("NCyearActual", PupilField.NcYear)]
    [InlineData("SENprovision", PupilField.SenProvision)]
    [InlineData("SENNeed2", PupilField.Need2)]
    [InlineData("SENunitIndicator", PupilField.SenUnit)]
    [InlineData("Registration group", PupilField.Class)]
    [InlineData("Mother tongue / First language", PupilField.FirstLanguage)]
    [InlineData("Parent/Carer 2 e-mail address", PupilField.Contact2Email)]
    [InlineData("LAC", PupilField.LookedAfter)]
    [InlineData("Shoe size", null)]
    [InlineData("", null)]
    public void Match_WhateverTheSpelling_FindsTheField(string heading, PupilField? field) => Assert.Equal(field, PupilFields.All.Match([heading]).Fields[0]);

    [Fact]
    public void Match_WhenTwoColumnsWouldDo_TakesTheMoreUsualNameAndListsTheOther()
    {
        var mapping = PupilFields.All.Match(["Preferred surname", "Surname", "Reg", "Class"]);

        Assert.Equal([null, PupilField.Surname, null, PupilField.Class], mapping.Fields);
        Assert.Equal(["Preferred surname", "Reg"], mapping.NotUsed);
    }

    [Fact]
    public void With_WhenAColumnIsChosen_MovesTheFieldAndIsRemembered()
    {
        var header = new[] { "Surname", "Forename", "Group", "Class" };
        var mapping = PupilFields.All.Match(header).With(2, PupilField.Class).With(1, null);

        Assert.Equal([PupilField.Surname, null, PupilField.Class, null], mapping.Fields);
        Assert.Equal(["No column holds Forename"], mapping.Problems().Select(problem => problem.What));
        Assert.Equal(mapping.Fields, PupilFields.All.Match(header, mapping.Remember()).Fields);
    }

    [Theory]
    [InlineData(420, true)]
    [InlineData(420, false)]
    [InlineData(5_000, true)]
    public void Read_WhenAMisWroteTheFile_GivesEveryPupilWithoutAProblem(int count, bool sims)
    {
        var written = MisFiles.Pupils(count);

        var reading = Read(sims ? MisFiles.Sims(written) : MisFiles.Arbor(written));

        Assert.DoesNotContain(reading.Problems, problem => !problem.IsWarning);
        Assert.Equal(
            written.Select(pupil => (pupil.Upn, pupil.Surname, pupil.Forename, (DateOnly?)pupil.BirthDate, pupil.Class, pupil.Sen, (bool?)pupil.FreeMeals, (decimal?)pupil.Attendance)),
            reading.Pupils.Select(pupil => (pupil.Upn, pupil.Surname, pupil.Forename, pupil.BirthDate, pupil.Class, pupil.SenProvision, pupil.FreeSchoolMeals, pupil.Attendance)));
        Assert.Equal(written.Count(pupil => pupil.Need1.Length > 0), reading.Pupils.Count(pupil => pupil.Needs.Count > 0));
        Assert.All(reading.Pupils, pupil => Assert.True(pupil is { IsSound: true, NcYear: not null, Sex: not null, Contacts.Count: > 0 }));
    }

    [Fact]
    public void Read_WhenValuesAreWrong_SaysLineColumnAndMending()
    {
        var reading = Read("UPN,Surname,Forename,DOB,Year,SEN status,Primary need,Pupil premium\n" +
            "A801200005001,Smith,Ann,31/02/2017,Year 20,A,dyslexia,maybe\n" +
            "B801200005001,,Bo,1/9/2017,4,K,SLCN,Y\n" +
            ",Green,Cy,,,,,\n" +
            "G802200118001,Brown,Di,11/11/2027,R,N,,\n");

        Assert.Equal(
        [
            "Line 2, UPN: A801200005001 is no valid UPN: check each letter and digit: its check letter does not fit the rest",
            "Line 2, DOB: 31/02/2017 is no date: write day/month/year, for example 3/9/2017",
            "Line 2, Year: Year 20 is no year group: write R, 1 to 14, N1, N2, E1, E2, or X",
            "Line 2, SEN status: A (School Action or Early Years Action) was retired on 31 August 2015: write N (no SEN), K (SEN Support) or E (EHC plan)",
            "Line 2, Primary need: dyslexia is no type of need: write its census code, for example SLCN, ASD, SPLD, MLD or SEMH",
            "Line 2, Pupil premium: maybe is neither yes nor no: write Yes or No, or leave it empty where it is not known",
            "Line 3, Surname: Surname is missing: fill it in",
            "Line 4, DOB: Neither a UPN nor a date of birth is given: fill in one of them, so that it is clear who is meant",
            "Line 5, DOB: 11/11/2027 is in the future: check the year of birth",
        ],
        reading.Problems.Select(problem => problem.ToString()));
        Assert.Equal([2, 4, 5], reading.Pupils.Select(pupil => pupil.Line));
        Assert.All(reading.Pupils, pupil => Assert.False(pupil.IsSound));
    }

    [Fact]
    public void Read_WhenAUpnStandsTwice_IsAProblemOnBothLines()
    {
        var reading = Read("UPN,Surname,Forename\nB801200005001,Smith,Ann\nG802200118001,Brown,Di\nB801200005001,Smith,Bo\n");

        Assert.Equal([2, 4], reading.Problems.Select(problem => problem.Line));
        Assert.All(reading.Problems, problem => Assert.Equal("UPN B801200005001 stands on lines 2 and 4", problem.What));
        Assert.Equal([false, true, false], reading.Pupils.Select(pupil => pupil.IsSound));
    }

    [Fact]
    public void Read_WhenNeedsHaveAGap_MovesThemUpWithAWarning()
    {
        var reading = Read("Surname,Forename,DOB,Need 1,Need 2,Need 3\nSmith,Ann,1/9/2017,,SLCN,ASD\n");

        Assert.Equal([new RankedNeed(1, "SLCN"), new RankedNeed(2, "ASD")], Assert.Single(reading.Pupils).Needs);
        Assert.All(reading.Problems, problem => Assert.True(problem.IsWarning));
    }

    private static PupilReading Read(string csv)
    {
        var table = TableReader.Read(MisFiles.File(csv)).Table!;
        return PupilRows.Read(table, PupilFields.All.Match(table.Header), MisFiles.Today);
    }
}
