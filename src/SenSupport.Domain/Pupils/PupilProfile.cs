namespace SenSupport.Domain.Pupils;

/// <summary>The pupil's own voice, as it was given on one day. Earlier profiles are kept.</summary>
public sealed class PupilProfile
{
    private PupilProfile()
    {
    }

    /// <summary>The profile's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The day on which the views were given.</summary>
    public DateOnly GivenOn { get; private set; }

    /// <summary>Whose words they are.</summary>
    public ProfileWords GivenBy { get; private set; }

    /// <summary>Who recorded them, by the name at the time; empty where it was not noted.</summary>
    public string RecordedBy { get; private set; } = "";

    /// <summary>How they were gathered: "Talking mat with Harjit Kaur".</summary>
    public string HowGathered { get; private set; } = "";

    /// <summary>What people admire.</summary>
    public string Admired { get; private set; } = "";

    /// <summary>What is important to the pupil.</summary>
    public string ImportantToMe { get; private set; } = "";

    /// <summary>How adults best support the pupil.</summary>
    public string HowBestToSupport { get; private set; } = "";

    /// <summary>What the pupil finds hard.</summary>
    public string FindsHard { get; private set; } = "";

    /// <summary>What the pupil hopes for.</summary>
    public string Hopes { get; private set; } = "";

    /// <summary>What it says.</summary>
    public PupilVoice Voice() => new(HowGathered, Admired, ImportantToMe, HowBestToSupport, FindsHard, Hopes, GivenBy);

    internal static PupilProfile Of(DateOnly givenOn, PupilVoice voice, string recordedBy)
    {
        var profile = new PupilProfile { Id = Guid.CreateVersion7(), GivenOn = givenOn };
        profile.Take(voice, recordedBy);
        return profile;
    }

    internal void Take(PupilVoice voice, string recordedBy)
    {
        (GivenBy, RecordedBy, HowGathered, Admired) = (voice.GivenBy, recordedBy, voice.HowGathered, voice.Admired);
        (ImportantToMe, HowBestToSupport, FindsHard, Hopes) = (voice.ImportantToMe, voice.HowBestToSupport, voice.FindsHard, voice.Hopes);
    }
}

/// <summary>Whose words a profile is in. Stored by name.</summary>
public enum ProfileWords
{
    /// <summary>The pupil's own.</summary>
    Pupil,

    /// <summary>The family's, for the pupil.</summary>
    Family,

    /// <summary>The pupil's and the family's together.</summary>
    Both,
}

/// <summary>The names of whose words they are.</summary>
public static class ProfileWordsNames
{
    /// <summary>As it is written on screen.</summary>
    public static string Name(this ProfileWords words) => words switch
    {
        ProfileWords.Family => "The family",
        ProfileWords.Both => "The pupil and the family together",
        _ => "The pupil",
    };
}

/// <summary>What a profile says: see <see cref="PupilProfile"/>.</summary>
public sealed record PupilVoice(
    string HowGathered, string Admired, string ImportantToMe, string HowBestToSupport, string FindsHard, string Hopes = "", ProfileWords GivenBy = ProfileWords.Pupil);
