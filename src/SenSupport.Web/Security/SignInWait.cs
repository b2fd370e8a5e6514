namespace SenSupport.Web.Security;

/// <summary>How long an account waits after wrong passwords in a row: nothing at first, then a minute, doubling up to an hour.</summary>
public static class SignInWait
{
    /// <summary>Wrong passwords in a row before the first wait.</summary>
    public const int FreeTries = 5;

    // Someone who comes back after a day is not the one who was guessing.
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>The wait after so many wrong passwords in a row; null when the next try may come at once.</summary>
    public static TimeSpan? After(int wrongInARow) =>
        wrongInARow < FreeTries ? null : TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, wrongInARow - FreeTries)));

    /// <summary>How many wrong passwords in a row still count.</summary>
    public static int StillCounted(int wrongInARow, DateTimeOffset? waitsUntil, DateTimeOffset now) =>
        waitsUntil is { } until && now - until > Forgotten ? 0 : wrongInARow;
}
