using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Exchange.Pupils;

/// <summary>A pupil as a file has them. Null and empty mean that the file does not say, never that the value is to be emptied.</summary>
public sealed record ImportedPupil
{
    /// <summary>The line on which the pupil begins.</summary>
    public required int Line { get; init; }

    /// <summary>Surname.</summary>
    public required string Surname { get; init; }

    /// <summary>Forename.</summary>
    public required string Forename { get; init; }

    /// <summary>Whether nothing on the pupil's line is wrong; a pupil who is not sound is not to be applied.</summary>
    public bool IsSound { get; init; } = true;

    /// <summary>Valid UPN.</summary>
    public string Upn { get; init; } = "";

    /// <summary>Valid UPNs that the pupil had before.</summary>
    public IReadOnlyList<string> FormerUpns { get; init; } = [];

    /// <summary>The name by which the pupil is called.</summary>
    public string KnownAs { get; init; } = "";

    /// <summary>Date of birth; never in the future.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Sex as it is recorded for the census.</summary>
    public Sex? Sex { get; init; }

    /// <summary>National curriculum year.</summary>
    public NcYear? NcYear { get; init; }

    /// <summary>Class or registration group.</summary>
    public string Class { get; init; } = "";

    /// <summary>Current SEN provision: N, K or E.</summary>
    public string SenProvision { get; init; } = "";

    /// <summary>First day of the current SEN provision.</summary>
    public DateOnly? SenStart { get; init; }

    /// <summary>SEN provision with its dates, earliest first; retired codes stand as they are. Only from a common transfer file.</summary>
    public IReadOnlyList<SenPeriod> SenHistory { get; init; } = [];

    /// <summary>Types of need by rank.</summary>
    public IReadOnlyList<RankedNeed> Needs { get; init; } = [];

    /// <summary>Member of a SEN unit.</summary>
    public bool? SenUnit { get; init; }

    /// <summary>In resourced provision.</summary>
    public bool? ResourcedProvision { get; init; }

    /// <summary>Free school meals at present.</summary>
    public bool? FreeSchoolMeals { get; init; }

    /// <summary>Times of free school meals. Only from a common transfer file.</summary>
    public IReadOnlyList<ImportedPeriod> FreeSchoolMealsHistory { get; init; } = [];

    /// <summary>Pupil premium.</summary>
    public bool? PupilPremium { get; init; }

    /// <summary>Looked after by a local authority.</summary>
    public bool? LookedAfter { get; init; }

    /// <summary>Previously looked after.</summary>
    public bool? PreviouslyLookedAfter { get; init; }

    /// <summary>Service child.</summary>
    public bool? ServiceChild { get; init; }

    /// <summary>Young carer.</summary>
    public bool? YoungCarer { get; init; }

    /// <summary>English as an additional language.</summary>
    public bool? Eal { get; init; }

    /// <summary>First language: its name, or a census code as it stands.</summary>
    public string FirstLanguage { get; init; } = "";

    /// <summary>Attendance this year in per cent.</summary>
    public decimal? Attendance { get; init; }

    /// <summary>The day of leaving the school.</summary>
    public DateOnly? LeavingDate { get; init; }

    /// <summary>Postal address, a line for each part.</summary>
    public string Address { get; init; } = "";

    /// <summary>The pupil's own telephone number.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The pupil's own e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>People to contact, in their order.</summary>
    public IReadOnlyList<ImportedContact> Contacts { get; init; } = [];
}

/// <summary>A SEN provision and its first day.</summary>
/// <param name="Code">The census code: see <see cref="Domain.Needs.SenProvisionCode"/>.</param>
/// <param name="Start">First day; null where it is not known.</param>
public sealed record SenPeriod(string Code, DateOnly? Start);

/// <summary>A type of need and its rank.</summary>
/// <param name="Rank">1 for the primary need.</param>
/// <param name="Code">The census code: see <see cref="Domain.Needs.NeedType"/>.</param>
/// <param name="Start">First day; null where it is not known.</param>
/// <param name="End">Last day; null while it is current.</param>
public sealed record RankedNeed(int Rank, string Code, DateOnly? Start = null, DateOnly? End = null);

/// <summary>A time; both days are in it, and the last is null while it is open.</summary>
public sealed record ImportedPeriod(DateOnly? Start, DateOnly? End);

/// <summary>Someone to contact about a pupil.</summary>
public sealed record ImportedContact(string Name, string Relation = "", string Email = "", string Phone = "", string Address = "", bool? HasParentalResponsibility = null);

/// <summary>The pupils of a file.</summary>
/// <param name="Pupils">Those with a name, those with problems among them: see <see cref="ImportedPupil.IsSound"/>.</param>
/// <param name="Problems">What is wrong, by line.</param>
public sealed record PupilReading(IReadOnlyList<ImportedPupil> Pupils, IReadOnlyList<ExchangeProblem> Problems);
