using SenSupport.Web.Security;

namespace SenSupport.Web.Tests.Security;

public sealed class HardToGuessTests
{
    private const string About = "t.whitaker Tom Whitaker Ash Lane Primary School";

    [Theory]
    [InlineData("otter lamp seventeen gravel")]
    [InlineData("Demo-School-2026")]
    [InlineData("A-primary-colour-9")]
    [InlineData("xK9#vT2!qLm8")]
    [InlineData("Nguyễn đọc sách mỗi tối")]
    public void Problem_WhenPasswordIsHardToGuess_FindsNothing(string password) => Assert.Null(HardToGuess.Problem(password, About));

    [Theory]
    [InlineData("aaaaaaaaaaaa", "variety")]
    [InlineData("121212121212", "variety")]
    [InlineData("abcdabcdabcd", "variety")]
    [InlineData("abcdefghijklm", "variety")]
    [InlineData("987654321098", "variety")]
    [InlineData("014582039917", "numbers alone")]
    [InlineData("passwordpassword", "well-known")]
    [InlineData("P@55w0rd2026!!", "well-known")]
    [InlineData("Summer2026Autumn", "well-known")]
    [InlineData("Qwertyuiop123", "well-known")]
    [InlineData("teacher.welcome.1", "well-known")]
    [InlineData("whitaker-otter-9", "without your name")]
    [InlineData("Wh1taker otter lamp", "without your name")]
    public void Problem_WhenPasswordIsGuessedEarly_SaysWhy(string password, string words) => Assert.Contains(words, HardToGuess.Problem(password, About));
}
