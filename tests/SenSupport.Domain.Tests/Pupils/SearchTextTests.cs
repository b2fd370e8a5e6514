using SenSupport.Domain.Pupils;

namespace SenSupport.Domain.Tests.Pupils;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Wiśniewska", "wisniewska")]
    [InlineData("Łukasz Żółć", "lukasz zolc")]
    [InlineData("Nguyễn Thị", "nguyen thi")]
    [InlineData("Demirtaş", "demirtas")]
    [InlineData("IĞDIR", "igdir")]
    [InlineData("İpek Yıldız", "ipek yildiz")]
    [InlineData("Đorđe", "dorde")]
    [InlineData("Søren Ærø", "soren aero")]
    [InlineData("Weiß", "weiss")]
    [InlineData("Œuvray", "oeuvray")]
    [InlineData("Guðrún Þórsdóttir", "gudrun thorsdottir")]
    [InlineData("Zoë", "zoe")]
    [InlineData("Zoe\u0308", "zoe")]
    public void Fold_WhenNameHasMarks_LeavesPlainLetters(string name, string expected) => Assert.Equal(expected, SearchText.Fold(name));

    [Theory]
    [InlineData("O’Reilly", "oreilly")]
    [InlineData("O'Reilly", "oreilly")]
    [InlineData("Oʼreilly", "oreilly")]
    [InlineData("Smith-Jones", "smith jones")]
    [InlineData("  Anne   Marie  ", "anne marie")]
    [InlineData("St. John", "st john")]
    [InlineData("--", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("B801200005001", "b801200005001")]
    public void Fold_WhenNameHasSigns_LeavesSingleSpaces(string? name, string expected) => Assert.Equal(expected, SearchText.Fold(name));

    [Fact]
    public void Fold_WhenTextIsNotWhole_DoesNotFail()
    {
        Assert.Equal("a b", SearchText.Fold("a\uD83D b"));
        Assert.Equal("a b", SearchText.Fold("a\uFFFE b"));
        Assert.Equal("a b", SearchText.Fold("a 😀 b"));
        Assert.Equal("a b", SearchText.Fold("a\0b"));
    }

    [Fact]
    public void Fold_WhenFoldedAgain_StaysAsItIs()
    {
        var folded = SearchText.Fold("Nguyễn-O’Reilly, Żaneta 😀");

        Assert.Equal(folded, SearchText.Fold(folded));
    }
}
