using System.Text;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Ctf;
using SenSupport.Web.Exchange.Pupils;

namespace SenSupport.Web.Tests.Exchange;

public sealed class CtfTests
{
    /// <summary>A pupil as another system writes them, with what SenSupport has no use for.</summary>
    internal const string Sample = """
        <?xml version="1.0" encoding="utf-8"?>
        <CTfile>
          <Header><DocumentName>Common Transfer File</DocumentName><CTFversion>24.0</CTFversion><DateTime>2026-09-01T10:00:00</DateTime>
            <SourceSchool><LEA>801</LEA><Estab>2000</Estab><SchoolName>Hill School</SchoolName></SourceSchool><DestSchool><LEA>802</LEA><Estab>2001</Estab></DestSchool></Header>
          <CTFpupilData>
            <Pupil>
              <UPN>B801200005001</UPN><Surname>Wiśniewska</Surname><Forename>Zofia</Forename><DOB>2017-09-03</DOB><Gender>F</Gender>
              <BasicDetails><FormerUPN>E80720012501A</FormerUPN><PreferredForename>Zosia</PreferredForename><NCyearActual>4</NCyearActual><Ethnicity>WEEU</Ethnicity>
                <Languages><Type><LanguageType>H</LanguageType><Language>ENG</Language></Type><Type><LanguageType>F</LanguageType><Language>POL</Language></Type></Languages></BasicDetails>
              <FSMhistory><FSMinstance><FSMstartDate>2024-09-01</FSMstartDate><UKcountry>ENG</UKcountry></FSMinstance></FSMhistory>
              <LookedAfter><InCare>false</InCare></LookedAfter>
              <SENhistory>
                <SEN><StartDate>2024-01-08</StartDate><SENprovision>K</SENprovision></SEN><SEN><StartDate>2022-09-01</StartDate><SENprovision>N</SENprovision></SEN>
                <SENneeds>
                  <SENneed><NeedStartDate>2024-01-08</NeedStartDate><SENtypeRank>2</SENtypeRank><SENtype>SEMH</SENtype></SENneed>
                  <SENneed><NeedStartDate>2024-01-08</NeedStartDate><NeedEndDate>2025-07-01</NeedEndDate><SENtypeRank>1</SENtypeRank><SENtype>SLCN</SENtype></SENneed>
                </SENneeds>
              </SENhistory>
              <Address><AddressLine1>1 High Street</AddressLine1><PostCode>AB1 2CD</PostCode></Address>
              <Phones><Phone><TelephoneType>H</TelephoneType><PhoneNo>01632 960001</PhoneNo></Phone></Phones>
              <Contacts>
                <Contact><Order>2</Order><Surname>Wiśniewski</Surname><Forename>Jan</Forename><Relationship>PAF</Relationship></Contact>
                <Contact><Order>1</Order><Title>Ms</Title><Surname>Wiśniewska</Surname><Forename>Ewa</Forename><Relationship>PAM</Relationship><Responsibility>Y</Responsibility>
                  <Phones><Phone><PhoneNo>01632 960002</PhoneNo></Phone></Phones><Email>ewa@example.org</Email></Contact>
              </Contacts>
              <StageAssessments><KeyStage><Stage>KS1</Stage></KeyStage></StageAssessments>
            </Pupil>
          </CTFpupilData>
        </CTfile>
        """;

    private static readonly DateOnly Today = MisFiles.Today;

    [Theory]
    [InlineData("")]
    [InlineData("case")]
    [InlineData("namespace")]
    [InlineData("sex")]
    [InlineData("utf-16")]
    public void Read_WhateverTheCaseNamespaceOrEncoding_GivesThePupil(string how)
    {
        var text = how switch
        {
            "case" => Sample.Replace("SENneed", "SenNeed", StringComparison.Ordinal).Replace("<CTfile>", "<CTFILE>", StringComparison.Ordinal).Replace("</CTfile>", "</CTFILE>", StringComparison.Ordinal).Replace("UPN>", "Upn>", StringComparison.Ordinal),
            "namespace" => Sample.Replace("<CTfile>", "<CTfile xmlns=\"urn:ctf\">", StringComparison.Ordinal),
            "sex" => Sample.Replace("Gender>", "Sex>", StringComparison.Ordinal),
            "utf-16" => Sample.Replace("utf-8", "utf-16", StringComparison.Ordinal),
            _ => Sample,
        };

        var reading = CtfReader.Read(MisFiles.File(text, how == "utf-16" ? Encoding.Unicode : Encoding.UTF8), Today);

        Assert.Empty(reading.Problems);
        Assert.Equal(new CtfHeader("24.0", "801", "2000", "Hill School", "2026-09-01T10:00:00"), reading.Header);
        var pupil = Assert.Single(reading.Pupils);
        Assert.Equal(("B801200005001", "Wiśniewska", "Zofia", "Zosia", Sex.Female, "4", "POL"), (pupil.Upn, pupil.Surname, pupil.Forename, pupil.KnownAs, pupil.Sex, pupil.NcYear?.Code, pupil.FirstLanguage));
        Assert.Equal(["E80720012501A"], pupil.FormerUpns);
        Assert.Equal([new SenPeriod("N", new(2022, 9, 1)), new SenPeriod("K", new(2024, 1, 8))], pupil.SenHistory);
        Assert.Equal(("K", new DateOnly(2024, 1, 8)), (pupil.SenProvision, pupil.SenStart));
        Assert.Equal([new RankedNeed(1, "SLCN", new(2024, 1, 8), new(2025, 7, 1)), new RankedNeed(2, "SEMH", new(2024, 1, 8))], pupil.Needs);
        Assert.True(pupil is { FreeSchoolMeals: true, LookedAfter: false, Address: "1 High Street\nAB1 2CD", Phone: "01632 960001", IsSound: true, Line: 6 });
        Assert.Equal(
            [new ImportedContact("Ms Ewa Wiśniewska", "Mother", "ewa@example.org", "01632 960002", "", true), new ImportedContact("Jan Wiśniewski", "Father")], pupil.Contacts);
    }

    [Fact]
    public void Read_WhateverItDoesNotUse_ListsIt()
    {
        var notUsed = CtfReader.Read(MisFiles.File(Sample), Today).NotUsed;

        Assert.Equal(
            ["BasicDetails/Ethnicity", "FSMhistory/FSMinstance/UKcountry", "Phones/Phone/TelephoneType", "StageAssessments/KeyStage/Stage"], notUsed.Select(element => element.Path).Order());
        Assert.All(notUsed, element => Assert.Equal(1, element.Count));
    }

    [Fact]
    public void Read_WhenValuesAreWrong_SaysLineAndElement()
    {
        var text = Sample.Replace("2017-09-03", "2027-09-03", StringComparison.Ordinal).Replace("<SENtype>SEMH", "<SENtype>BESD", StringComparison.Ordinal)
            .Replace("B801200005001", "A801200005001", StringComparison.Ordinal).Replace("24.0", "19.0", StringComparison.Ordinal);

        var reading = CtfReader.Read(MisFiles.File(text), Today);

        Assert.Equal(
            ["CTFversion: The file is of version 19.0", "Line 7, UPN: A801200005001 is no valid UPN", "Line 7, DOB: 2027-09-03 is in the future", "Line 15, SENtype: BESD (Behavioural, emotional and social difficulties) was retired on 31 August 2014"],
            reading.Problems.Select(problem => $"{problem.Where}: {problem.What}"));
        Assert.False(Assert.Single(reading.Pupils).IsSound);
    }

    [Fact]
    public void Read_WhenElementsStandOtherwise_LosesNothing()
    {
        var pupil = Assert.Single(CtfReader.Read(MisFiles.File("""
            <CTfile><Header><CTFversion>20</CTFversion></Header><CTFpupilData><Pupil><UPN>B801200005001</UPN><Surname>Smith</Surname><Forename>Ann</Forename>
            <SENhistory><SEN><StartDate>2024-01-08</StartDate><SENprovision>K</SENprovision><SENneeds><SENneed><SENtypeRank>1</SENtypeRank><SENtype>SLCN</SENtype></SENneed></SENneeds></SEN><SEN>E</SEN></SENhistory>
            <Address>1 High Street</Address></Pupil></CTFpupilData></CTfile>
            """), Today).Pupils);

        Assert.Equal([new SenPeriod("K", new(2024, 1, 8))], pupil.SenHistory);
        Assert.Equal([new RankedNeed(1, "SLCN")], pupil.Needs);
        Assert.Equal("1 High Street", pupil.Address);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "no XML file")]
    [InlineData("<html/>", "no XML file")]
    [InlineData("<CTfile><Header/></CTfile>", "holds no pupil")]
    [InlineData("<Message/>", "begins with Message")]
    [InlineData("<CTfile><Header>", "no well-formed XML")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://example.org/x.dtd\"><CTfile/>", "document type definition")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><CTfile>&a;</CTfile>", "document type definition")]
    [InlineData("<CTfile>&a;</CTfile>", "no well-formed XML")]
    public void Read_WhenTheFileIsNoTransferFile_RefusesItWithItsReason(string text, string what)
    {
        var reading = CtfReader.Read(MisFiles.File(text, new UTF8Encoding(false)), Today);

        Assert.True(reading.IsRefused);
        Assert.Contains(what, Assert.Single(reading.Problems).What);
    }

    [Fact]
    public void Read_WhenABomb_EndsAtItsFirstSteps()
    {
        var entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (var level = 1; level < 30; level++)
        {
            entities.Append($"<!ENTITY e{level} \"&e{level - 1};&e{level - 1};\">");
        }

        // Counted, not timed: neither bomb is read beyond the reader's first buffers.
        foreach (var bomb in new[] { entities.Append("]><CTfile>&e29;</CTfile>").Append(' ', 2_000_000).ToString(), "<CTfile>" + string.Concat(Enumerable.Repeat("<a>", 1_000_000)) })
        {
            using var stream = MisFiles.File(bomb, new UTF8Encoding(false));
            Assert.True(CtfReader.Read(stream, Today).IsRefused);
            Assert.InRange(stream.Position, 0, 200_000);
        }
    }

    [Fact]
    public void Write_WhateverThePupils_IsReadBackWithoutDifference()
    {
        var random = new Random(25);
        var pupils = Enumerable.Range(0, 1_000).Select(number => Pupil(random, number)).ToList();
        using var stream = new MemoryStream();

        CtfExtract.Write(stream, new CtfSchool("801", "2000", "Hill & Dale"), CtfSchool.Unknown, pupils, new DateTime(2026, 7, 1, 12, 0, 0));
        var reading = CtfReader.Read(stream, Today);

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.NotUsed);
        Assert.Equal(new CtfHeader("25.0", "801", "2000", "Hill & Dale", "2026-07-01T12:00:00"), reading.Header);
        Assert.Equal(pupils.Count, reading.Pupils.Count);
        foreach (var (written, read) in pupils.Zip(reading.Pupils))
        {
            Assert.Equal(
                (written.Upn, written.Surname, written.Forename, (DateOnly?)written.BirthDate, written.Sex, written.NcYear), (read.Upn, read.Surname, read.Forename, read.BirthDate, read.Sex, read.NcYear));
            Assert.Equal(written.FormerUpns, read.FormerUpns);
            Assert.Equal(written.SenHistory, read.SenHistory);
            Assert.Equal(written.Needs, read.Needs);
        }
    }

    [Fact]
    public void FileName_ForASchool_HasBothNumbersAndItsOwn()
    {
        var from = new CtfSchool("801", "2000");

        Assert.Equal("8012000_CTF_XXXXXXX_001.xml", CtfExtract.FileName(from, CtfSchool.Unknown, 1));
        Assert.Equal("8012000_CTF_MMMMMMM_012.xml", CtfExtract.FileName(from, CtfSchool.OutsideStateSector, 12));
        Assert.Equal("8012000_CTF_8022001_123.xml", CtfExtract.FileName(from, new CtfSchool("802", "2001"), 123));
        Assert.Throws<ArgumentException>(() => CtfExtract.FileName(from, new CtfSchool("../", "etc/"), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CtfExtract.FileName(from, CtfSchool.Unknown, 1_000));
    }

    private static CtfPupil Pupil(Random random, int number)
    {
        var runes = "abcé ’-łŻß&<>\"'👧".EnumerateRunes().ToArray();
        var start = new DateOnly(2020, 1, 1);
        var codes = random.GetItems(["N", "K", "E"], random.Next(4));
        var types = new[] { "SLCN", "ASD", "SPLD", "MLD", "SEMH", "HI" };
        random.Shuffle(types);
        var years = NcYear.Codes.Select(NcYear.Parse).ToArray();
        return new CtfPupil(
            random.Next(10) == 0 ? "" : MisFiles.UpnOf(number), Name(), Name(), new DateOnly(2008, 1, 1).AddDays(random.Next(5_000)), random.Next(3) switch { 0 => Sex.Male, 1 => Sex.Female, _ => null },
            random.Next(5) == 0 ? null : years[random.Next(years.Length)], random.Next(4) == 0 ? [MisFiles.UpnOf(50_000 + number)] : [],
            [.. codes.Select((code, place) => new SenPeriod(code, start.AddDays((place * 400) + random.Next(300))))],
            [.. types.Take(random.Next(5)).Select((type, place) => new RankedNeed(place + 1, type, random.Next(3) == 0 ? null : start.AddDays(random.Next(900)), random.Next(3) == 0 ? start.AddDays(1_000) : null))]);

        string Name() => ("N" + string.Concat(random.GetItems(runes, random.Next(20))) + "n").Trim();
    }
}
