using SenSupport.Domain.Pupils;

namespace SenSupport.Domain.Tests.Pupils;

public sealed class UpnTests
{
    [Theory]
    [InlineData("B801200005001")]
    [InlineData("G802200118001")]
    [InlineData("E80720012501A")]
    [InlineData("E802200221014")]
    public void IsValid_WhenCheckLetterFits_IsTrue(string upn) => Assert.True(Upn.IsValid(upn));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A801200005001")] // another check letter
    [InlineData("H802200221061")]
    [InlineData("B801200005002")] // another digit
    [InlineData("B801200050001")] // two digits changed places
    [InlineData("E80720012501B")] // another last letter
    [InlineData("E80720012501I")] // letters that are not used
    [InlineData("E80720012501O")]
    [InlineData("E80720012501S")]
    [InlineData("E8072001250AA")] // a letter before the last place
    [InlineData("B80120000500")]
    [InlineData("B8012000050010")]
    [InlineData("b801200005001")]
    [InlineData(" B801200005001")]
    [InlineData("8801200005001")]
    [InlineData("B80120000500١")] // a digit, but not an ASCII one
    public void IsValid_WhenAnythingIsWrong_IsFalse(string? upn) => Assert.False(Upn.IsValid(upn));

    [Fact]
    public void IsValid_WhenCheckLetterVaries_TakesExactlyOne()
    {
        for (var letter = 'A'; letter <= 'Z'; letter++)
        {
            Assert.Equal(letter == 'B', Upn.IsValid($"{letter}801200005001"));
        }
    }

    [Theory]
    [InlineData("E80720012501A", true)]
    [InlineData("B801200005001", false)]
    [InlineData("E80720012501B", false)]
    public void IsTemporary_WhenLastIsLetter_IsTrueForValidOnly(string upn, bool expected) => Assert.Equal(expected, Upn.IsTemporary(upn));

    [Theory]
    [InlineData(" b801 2000\t05001 ", "B801200005001")]
    [InlineData("e80720012501a", "E80720012501A")]
    [InlineData("B80120\u00A00005001", "B801200005001")]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    public void Normalise_WhenTypedWithSpacesOrSmall_IsAsStored(string? typed, string expected) => Assert.Equal(expected, Upn.Normalise(typed));
}
