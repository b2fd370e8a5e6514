using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Duties;

/// <summary>What is outstanding for a pupil.</summary>
public sealed record PupilDuties
{
    public Guid PupilId { get; init; }

    public string Surname { get; init; } = "";

    public string FirstName { get; init; } = "";

    /// <summary>Surname and first name folded for sorting.</summary>
    public string SortName { get; init; } = "";

    /// <summary>National curriculum year.</summary>
    public string NcYear { get; init; } = "";

    /// <summary>Its place from youngest to oldest.</summary>
    public int NcYearOrder { get; init; }

    /// <summary>The class; null without one.</summary>
    public string? Class { get; init; }

    /// <summary>What is outstanding today.</summary>
    public IReadOnlyList<OutstandingDuty> Outstanding { get; init; } = [];

    /// <summary>What the SENCo found not to apply.</summary>
    public IReadOnlyList<SetAsideRow> SetAside { get; init; } = [];

    /// <summary>When the annual review of the EHC plan is due; null without a plan, and where nothing is known to count from.</summary>
    public DateOnly? AnnualReviewOn { get; init; }

    /// <summary>The young person's rights; null until they are announced.</summary>
    public YoungPersonRights? Rights { get; init; }

    /// <summary>As lists have it: "Wiśniewska, Zofia".</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>What of it a person sees: those who see the whole school all, others what is part of their work with the pupil.</summary>
    public IEnumerable<OutstandingDuty> For(SignedInStaff staff) => staff.SeesWholeSchool ? Outstanding : Outstanding.Where(duty => duty.Kind.ConcernsTeachers());

    /// <summary>The address of the page that puts a duty right.</summary>
    public string Address(DutyAct act) => $"/pupils/{PupilId}/{act.Page}";
}

/// <summary>What is outstanding in a school.</summary>
/// <param name="Pupils">Every pupil for whom something could be, by name.</param>
public sealed record SchoolDuties(IReadOnlyList<PupilDuties> Pupils)
{
    /// <summary>How much is outstanding for each pupil for whom anything is, as a person sees it.</summary>
    public IReadOnlyDictionary<Guid, int> CountsFor(SignedInStaff staff) =>
        Pupils.Select(pupil => (pupil.PupilId, Count: pupil.For(staff).Count())).Where(pupil => pupil.Count > 0).ToDictionary(pupil => pupil.PupilId, pupil => pupil.Count);
}

/// <summary>When the rights under SEND law become the young person's own, and what was recorded of it.</summary>
/// <param name="From">The last day of compulsory school age.</param>
/// <param name="HavePassed">Whether that day has come.</param>
/// <param name="Wish">What the young person wishes about their parents being told; null where it was not recorded.</param>
/// <param name="Representative">Who decides with or for them; null without one.</param>
public sealed record YoungPersonRights(DateOnly From, bool HavePassed, DoneFact? Wish, DoneFact? Representative)
{
    internal static YoungPersonRights? Of(DutyFacts facts, DutySchool school, DateOnly today) =>
        today < YoungPerson.AnnouncedFrom(facts.BirthDate, school) ? null : new YoungPersonRights(
            Age.EndOfCompulsorySchoolAge(facts.BirthDate),
            Age.IsYoungPerson(today, facts.BirthDate),
            facts.Done.Where(done => done.Kind == DutyRecordKind.YoungPersonsWish).MaxBy(done => done.On),
            facts.Done.Where(done => done.Kind == DutyRecordKind.RepresentativeNamed).MaxBy(done => done.On));
}
