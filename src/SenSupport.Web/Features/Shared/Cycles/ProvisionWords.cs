namespace SenSupport.Web.Features.Shared.Cycles;

/// <summary>How much support is given, as it is said.</summary>
public static class ProvisionWords
{
    /// <summary>Minutes in hours and minutes: "2 hours 15 minutes".</summary>
    public static string Duration(int minutes)
    {
        var (hours, rest) = (minutes / 60, minutes % 60);
        return string.Join(' ', new[] { hours == 0 ? "" : hours == 1 ? "1 hour" : $"{hours} hours", rest == 0 ? "" : rest == 1 ? "1 minute" : $"{rest} minutes" }.Where(part => part.Length > 0));
    }

    /// <summary>How often: "3 times a week", "once a week", "every 4 weeks".</summary>
    public static string HowOften(decimal timesAWeek) => timesAWeek switch
    {
        1 => "once a week",
        2 => "twice a week",
        > 0 and < 1 when 1 / timesAWeek is var weeks && Math.Abs(weeks - Math.Round(weeks)) < 0.01m => Math.Round(weeks) == 2 ? "every other week" : $"every {Math.Round(weeks):0} weeks",
        _ => $"{timesAWeek:0.##} times a week",
    };
}
