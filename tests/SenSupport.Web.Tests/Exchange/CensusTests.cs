using System.Xml.Linq;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Census;
using SenSupport.Web.Exchange.Pupils;

namespace SenSupport.Web.Tests.Exchange;

public sealed class CensusTests
{
    private static readonly SchoolCensus Spring = new(CensusTerm.Spring, 2027);

    private static readonly CensusPupil Sound = new(
        Guid.NewGuid(), "B801200005001", "Smith", "Ann", new DateOnly(2017, 9, 3), Sex.Female, NcYear.Parse("4"), "K", [new RankedNeed(1, "SLCN"), new RankedNeed(2, "ASD")]);

    public static TheoryData<CensusCheck, string, CensusPupil> Wrong => new()
    {
        { CensusCheck.Upn, "The UPN is missing.", Sound with { Upn = "" } },
        { CensusCheck.Upn, "UPN A801200005001 is not valid: its check letter does not fit.", Sound with { Upn = "A801200005001" } },
        { CensusCheck.BirthDate, "The date of birth, 1 February 2027, is after census day.", Sound with { BirthDate = new(2027, 2, 1) } },
        { CensusCheck.AgeForYear, "Year 4 is for children who were 8 on 31 August; born on 3 September 2020, this pupil was 5.", Sound with { BirthDate = new(2020, 9, 3) } },
        { CensusCheck.Sex, "The sex is not recorded.", Sound with { Sex = null } },
        { CensusCheck.NcYear, "The year group is not recorded.", Sound with { NcYear = null } },
        { CensusCheck.Provision, "The SEN provision is missing.", Sound with { Provision = "" } },
        { CensusCheck.Provision, "SEN provision S (Statement) was retired on 31 March 2018.", Sound with { Provision = "S" } },
        { CensusCheck.Provision, "Z is no SEN provision code.", Sound with { Provision = "Z" } },
        { CensusCheck.Needs, "SEN provision is K, but no need is ranked first.", Sound with { Needs = [] } },
        { CensusCheck.Needs, "SEN provision is E, but no need is ranked first.", Sound with { Provision = "E", Needs = [new(2, "ASD")] } },
        { CensusCheck.Needs, "Types of need are recorded, but SEN provision is N.", Sound with { Provision = "N" } },
        { CensusCheck.Ranks, "The ranks of the needs have a gap: 1, 3.", Sound with { Needs = [new(1, "SLCN"), new(3, "ASD")] } },
        { CensusCheck.Ranks, "Rank 1 is given to more than one need.", Sound with { Needs = [new(1, "SLCN"), new(1, "ASD")] } },
        { CensusCheck.Ranks, "SLCN is ranked more than once.", Sound with { Needs = [new(1, "SLCN"), new(2, "SLCN")] } },
        { CensusCheck.NeedType, "BESD (Behavioural, emotional and social difficulties) was retired on 31 August 2014.", Sound with { Needs = [new(1, "BESD")] } },
        { CensusCheck.NeedType, "QQQ is no type of need.", Sound with { Needs = [new(1, "QQQ")] } },
        { CensusCheck.NoAssessmentWithPlan, "NSA (no specialist assessment) cannot stand beside an EHC plan: an assessment was made for it.", Sound with { Provision = "E", Needs = [new(1, "NSA")] } },
        { CensusCheck.Unit, "The pupil is in a SEN unit but has no SEN (code N).", Sound with { Provision = "N", Needs = [], SenUnit = true } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_WhenSomethingIsWrong_FindsThatAlone(CensusCheck check, string sentence, CensusPupil pupil)
    {
        var finding = Assert.Single(CensusChecks.Check(Spring, [pupil]));

        Assert.Equal((check, sentence, pupil.Id), (finding.Check, finding.Sentence, finding.PupilId));
        Assert.Equal(check is CensusCheck.AgeForYear or CensusCheck.Unit, finding.IsWarning);
    }

    [Fact]
    public void Check_WhenAllIsRight_FindsNothing() => Assert.Empty(CensusChecks.Check(Spring, [Sound, Sound with { Upn = "G802200118001", Provision = "N", Needs = [] }]));

    [Fact]
    public void Check_WhenTwoShareAUpn_FindsBoth() => Assert.Equal(2, CensusChecks.Check(Spring, [Sound, Sound]).Count(finding => finding.Check == CensusCheck.Upn));

    [Fact]
    public void Check_WhenTheCensusTakesNoNeeds_LeavesThemAlone() => Assert.Empty(CensusChecks.Check(new SchoolCensus(CensusTerm.Autumn, 2026), [Sound with { Needs = [] }]));

    [Theory]
    [InlineData(CensusTerm.Spring, "SLCN,ASD")]
    [InlineData(CensusTerm.Summer, "")]
    public void Write_ForATerm_HasWhatItTakes(CensusTerm term, string types)
    {
        using var stream = new MemoryStream();
        CensusExtract.Write(stream, new SchoolCensus(term, 2027), "801", "2000", [Sound with { Needs = [.. Sound.Needs, new RankedNeed(3, "HI")] }, Sound with { Provision = "N", SenUnit = true }]);

        stream.Position = 0;
        var pupils = XDocument.Load(stream).Descendants("Pupil").ToList();
        Assert.Equal(["K", "N"], pupils.Select(pupil => pupil.Element("SENprovision")!.Value));
        Assert.Equal(types, string.Join(',', pupils[0].Descendants("SENtype").Select(type => type.Value)));
        Assert.Empty(pupils[1].Descendants("SENneed"));
        Assert.Equal(["false", "true"], pupils.Select(pupil => pupil.Element("SENunitIndicator")!.Value));
        Assert.Equal("false", pupils[0].Element("ResourcedProvisionIndicator")!.Value);
    }
}
