using SenSupport.Web.Security;

namespace SenSupport.Web.Tests.Security;

public sealed class SignInWaitTests
{
    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 1.0)]
    [InlineData(6, 2.0)]
    [InlineData(10, 32.0)]
    [InlineData(11, 60.0)]
    [InlineData(5000, 60.0)]
    public void After_WhenWrongInARow_Doubles(int wrong, double? minutes) =>
        Assert.Equal(minutes is { } known ? TimeSpan.FromMinutes(known) : null, SignInWait.After(wrong));

    [Fact]
    public void StillCounted_WhenADayHasPassed_BeginsAgain()
    {
        var now = DateTimeOffset.UtcNow;

        Assert.Equal(7, SignInWait.StillCounted(7, now.AddHours(-23), now));
        Assert.Equal(0, SignInWait.StillCounted(7, now.AddHours(-25), now));
        Assert.Equal(3, SignInWait.StillCounted(3, null, now));
    }
}
