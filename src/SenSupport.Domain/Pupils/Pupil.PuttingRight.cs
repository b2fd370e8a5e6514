using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <content>Taking away what should never have been written.</content>
public sealed partial class Pupil
{
    /// <summary>Takes away a profile that should never have been written, or not here.</summary>
    /// <exception cref="DomainRuleException">There is no such profile, or no reason is given.</exception>
    /// <remarks>Needs <see cref="Profiles"/> loaded; the words leave the history by <see cref="RecordEvent.TakeAway"/>.</remarks>
    public PupilProfile RemoveProfile(Guid profileId, string reason, Acting by)
    {
        var profile = profiles.Find(known => known.Id == profileId);
        DomainRuleException.Require(profile is not null, "The profile is no longer here");
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(reason), "Enter the reason");
        profiles.Remove(profile!);
        Record(RecordEventKind.ContentRemoved, by, $"{FirstName}’s profile of {profile!.GivenOn:d MMMM yyyy}: {TextLimits.Keep(reason, TextLimits.Line, "The reason")}");
        return profile;
    }
}
