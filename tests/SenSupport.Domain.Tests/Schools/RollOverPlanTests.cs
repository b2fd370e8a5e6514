using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class RollOverPlanTests
{
    private static readonly Guid Pupil = Guid.NewGuid(), From = Guid.NewGuid(), To = Guid.NewGuid();

    [Theory]
    [InlineData("4W", "4", "5W")]
    [InlineData("Year 4", "4", "Year 5")]
    [InlineData("9 Oak 9", "9", "10 Oak 10")]
    [InlineData("10A", "10", "11A")]
    [InlineData("1A", "1", "2A")]
    [InlineData("11A", "1", null)]
    [InlineData("RW", "R", "1W")]
    [InlineData("Reception Oak", "R", "Year 1 Oak")]
    [InlineData("Robins", "R", null)]
    [InlineData("Nursery", "N2", "Reception")]
    [InlineData("N1 Ducks", "N1", "N2 Ducks")]
    [InlineData("Owls", "3", null)]
    [InlineData("14A", "14", null)]
    [InlineData("X1", "X", null)]
    public void NextName_PutsTheNextYearInPlaceOfItsOwn(string name, string year, string? expected) =>
        Assert.Equal(expected, RollOverProposal.NextName(name, NcYear.Parse(year)));

    [Fact]
    public void Proposal_GoesByNameThenByPlaceThenAddsAClass()
    {
        var classes = new[] { Class("4W", "4"), Class("5W", "5"), Class("6W", "6"), Class("2B", "2"), Class("2M", "2"), Class("3D", "3"), Class("3F", "3"), Class("Owls", "1"), Class("Base", "X") };
        var ids = classes.ToDictionary(row => row.Name, row => row.Id);

        var moves = RollOverProposal.For(classes, NcYear.Parse("6")).ToDictionary(move => classes.First(row => row.Id == move.ClassId).Name);

        Assert.Equal((RollOverStep.ToClass, ids["5W"]), (moves["4W"].Step, moves["4W"].ToClassId));
        Assert.Equal(RollOverStep.Leaves, moves["6W"].Step);
        Assert.Equal((ids["3D"], ids["3F"]), (moves["2B"].ToClassId, moves["2M"].ToClassId));
        Assert.Equal((RollOverStep.ToNewClass, "4D"), (moves["3D"].Step, moves["3D"].NewName));
        Assert.Equal(RollOverStep.Undecided, moves["Owls"].Step);
        Assert.Equal(RollOverStep.SameClass, moves["Base"].Step);
    }

    [Theory]
    [InlineData("4", RollOverStep.ToClass, "5")]
    [InlineData("N2", RollOverStep.ToClass, "R")]
    [InlineData("R", RollOverStep.ToClass, "1")]
    [InlineData("6", RollOverStep.Leaves, "6")]
    [InlineData("X", RollOverStep.ToClass, "X")]
    public void For_WithoutAnException_GoesWithTheClassAndTheYearGoesUp(string year, RollOverStep step, string after)
    {
        var move = Plan().For(Pupil, year, From, NcYear.Parse("6"));

        Assert.Equal((step, after), (move.Step, move.NcYear));
    }

    [Theory]
    [InlineData(RollOverStep.KeptDown, "4")]
    [InlineData(RollOverStep.ToClass, "5")]
    [InlineData(RollOverStep.NoClass, "5")]
    [InlineData(RollOverStep.Leaves, "4")]
    public void For_WithAnException_DoesAsSomebodyChose(RollOverStep step, string after)
    {
        var move = Plan(new PupilMove(Pupil, step, To)).For(Pupil, "4", From, NcYear.Parse("6"));

        Assert.Equal((step, after, true), (move.Step, move.NcYear, move.ByHand));
        Assert.Equal(step switch { RollOverStep.ToClass => To, RollOverStep.NoClass => null, _ => (Guid?)From }, move.ClassId);
    }

    [Fact]
    public void For_InTheOldestYear_MayStayWhereSomebodyChoseAClass() =>
        Assert.Equal(("7", To), Plan(new PupilMove(Pupil, RollOverStep.ToClass, To)).For(Pupil, "6", From, NcYear.Parse("6")) is var move ? (move.NcYear, move.ClassId!.Value) : default);

    [Theory]
    [InlineData(1, 1, 2027, false)]
    [InlineData(4, 30, 2027, false)]
    [InlineData(5, 1, 2027, true)]
    [InlineData(8, 31, 2027, true)]
    [InlineData(9, 1, 2027, true)]
    [InlineData(9, 30, 2027, true)]
    [InlineData(10, 1, 2028, false)]
    [InlineData(11, 24, 2028, false)]
    [InlineData(12, 31, 2028, false)]
    public void YearAt_OnAnyDay_IsTheYearThatComesAndInSeptemberTheOneThatBegan(int month, int day, int startYear, bool isSeason) =>
        Assert.Equal((startYear, isSeason), (RollOver.YearAt(new DateOnly(2027, month, day)).StartYear, RollOver.IsSeason(new DateOnly(2027, month, day))));

    private static RollOverPlan Plan(params PupilMove[] exceptions) =>
        new([new ClassMove(From, RollOverStep.ToClass, To)], exceptions, new DateOnly(2027, 7, 21), false, false);

    private static ClassToMove Class(string name, string year) => new(Guid.NewGuid(), name, year);
}
