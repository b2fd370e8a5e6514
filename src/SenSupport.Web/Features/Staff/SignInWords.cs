using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Staff;

/// <summary>Where a person stands with signing in.</summary>
public static class SignInWords
{
    /// <summary>In a few words: "3 Nov 2026", "Invited until 4 Nov 2026, 10.15am".</summary>
    public static string Of(bool hasAccount, DateTime? lastSignInAt, DateTime? invitedUntil, DateOnly? leftOn, DateTime now) => true switch
    {
        _ when leftOn is { } left => $"Left {UkDate.Short(left)}",
        _ when hasAccount && lastSignInAt is { } at => UkDate.Short(DateOnly.FromDateTime(SchoolClock.Local(at))),
        _ when hasAccount => "Not signed in yet",
        _ when invitedUntil is null => "Not invited",
        _ when invitedUntil > now => $"Invited until {Moment(invitedUntil.Value)}",
        _ => $"Invitation ran out {Moment(invitedUntil!.Value)}",
    };

    /// <summary>A moment in the school: "4 Nov 2026, 10.15am".</summary>
    public static string Moment(DateTime utc) => $"{UkDate.Short(DateOnly.FromDateTime(SchoolClock.Local(utc)))}, {SchoolClock.TimeText(utc)}";
}
