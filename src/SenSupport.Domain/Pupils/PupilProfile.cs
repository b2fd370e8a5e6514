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

    internal static PupilProfile Of(DateOnly givenOn, PupilVoice voice) => new()
    {
        Id = Guid.CreateVersion7(),
        GivenOn = givenOn,
        HowGathered = voice.HowGathered,
        Admired = voice.Admired,
        ImportantToMe = voice.ImportantToMe,
        HowBestToSupport = voice.HowBestToSupport,
        FindsHard = voice.FindsHard,
        Hopes = voice.Hopes,
    };
}

/// <summary>What a profile says: see <see cref="PupilProfile"/>.</summary>
public sealed record PupilVoice(string HowGathered, string Admired, string ImportantToMe, string HowBestToSupport, string FindsHard, string Hopes = "");
