using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.KeepProfile;

/// <summary>A pupil's profile as it is typed.</summary>
public sealed class ProfileForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>Name of a <see cref="ProfileWords"/>.</summary>
    public string GivenBy { get; set; } = nameof(ProfileWords.Pupil);

    /// <summary>How the words were gathered, and by whom.</summary>
    public string HowGathered { get; set; } = "";

    /// <summary>The day.</summary>
    public DateParts GivenOn { get; set; } = new();

    /// <summary>What people admire.</summary>
    public string Admired { get; set; } = "";

    /// <summary>What is important.</summary>
    public string ImportantToMe { get; set; } = "";

    /// <summary>How best to support.</summary>
    public string HowBestToSupport { get; set; } = "";

    /// <summary>What is hard.</summary>
    public string FindsHard { get; set; } = "";

    /// <summary>Hopes.</summary>
    public string Hopes { get; set; } = "";

    /// <summary>Whose words they may be.</summary>
    public static IReadOnlyList<SelectListItem> Givers { get; } = [.. Enum.GetValues<ProfileWords>().Select(words => new SelectListItem(words.Name(), $"{words}"))];

    /// <summary>The form for a new profile of today, which begins with what the latest one says.</summary>
    public static ProfileForm After(PupilVoice? latest, Guid version, DateOnly today) => new()
    {
        Version = version,
        GivenOn = DateParts.From(today),
        GivenBy = $"{latest?.GivenBy ?? ProfileWords.Pupil}",
        Admired = latest?.Admired ?? "",
        ImportantToMe = latest?.ImportantToMe ?? "",
        HowBestToSupport = latest?.HowBestToSupport ?? "",
        FindsHard = latest?.FindsHard ?? "",
        Hopes = latest?.Hopes ?? "",
    };

    /// <summary>What was typed, once the form is valid.</summary>
    public PupilVoice Voice() => new(HowGathered, Admired, ImportantToMe, HowBestToSupport, FindsHard, Hopes, Enum.Parse<ProfileWords>(GivenBy));

    /// <summary>The day, once the form is valid.</summary>
    public DateOnly On => GivenOn.TryRead(out var date) ? date : default;

    /// <summary>What can be asked without knowing the pupil.</summary>
    public sealed class Validator : AbstractValidator<ProfileForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(ProfileForm form, Findings find, DateOnly today)
        {
            var all = form.Admired + form.ImportantToMe + form.HowBestToSupport + form.FindsHard + form.Hopes;
            find.Hold(nameof(Admired), !string.IsNullOrWhiteSpace(all), "Write something in at least one of the fields");
            find.Limit(nameof(Admired), form.Admired, TextLimits.Narrative, "What people admire");
            find.Limit(nameof(ImportantToMe), form.ImportantToMe, TextLimits.Narrative, "What is important");
            find.Limit(nameof(HowBestToSupport), form.HowBestToSupport, TextLimits.Narrative, "How best to support");
            find.Limit(nameof(FindsHard), form.FindsHard, TextLimits.Narrative, "What is hard");
            find.Limit(nameof(Hopes), form.Hopes, TextLimits.Narrative, "Hopes");
            find.Hold(nameof(GivenBy), Enum.GetNames<ProfileWords>().Contains(form.GivenBy), "Choose whose words they are");
            find.Limit(nameof(HowGathered), form.HowGathered, TextLimits.Line, "How the words were gathered");
            find.Hold(nameof(GivenOn), !form.GivenOn.IsEmpty, "Enter the day on which it was given");
            find.Hold(nameof(GivenOn), !(find.Date(nameof(GivenOn), form.GivenOn, "Enter a real date, such as 27 3 2027") > today), "The date must not be in the future");
        }
    }
}
