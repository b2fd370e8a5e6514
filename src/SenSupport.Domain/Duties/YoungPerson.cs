using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Duties;

/// <summary>
/// When the rights under SEND law pass from the parents to the young person, and what was recorded of it (Children and Families Act 2014, sections 80 and 83; CoP 8.13 to
/// 8.20). The day is <see cref="Age.EndOfCompulsorySchoolAge"/>.
/// </summary>
public static class YoungPerson
{
    /// <summary>The answer of a young person who wants the parents told and asked.</summary>
    public const string ParentsTold = "Parents are told";

    /// <summary>The answer of one who does not.</summary>
    public const string ParentsNotTold = "Parents are not told";

    /// <summary>Whether parents are told and asked: by the latest wish that was recorded; without one, not as of right.</summary>
    public static bool ParentsAreTold(IEnumerable<DoneFact> done) => Latest(done, DutyRecordKind.YoungPersonsWish)?.Outcome == ParentsTold;

    /// <summary>The name of the representative of a young person who lacks capacity for these decisions; null without one.</summary>
    public static string? Representative(IEnumerable<DoneFact> done) => Latest(done, DutyRecordKind.RepresentativeNamed)?.Who is { Length: > 0 } name ? name : null;

    /// <summary>The day from which the change is announced: the first of the term before the one in which the rights pass.</summary>
    public static DateOnly AnnouncedFrom(DateOnly birthDate, DutySchool school)
    {
        var day = Age.EndOfCompulsorySchoolAge(birthDate);
        var terms = school.TermsIn(AcademicYear.Of(day));
        var own = terms.Count(term => term.Starts <= day) - 1;
        return own >= 1 ? terms[own - 1].Starts : AcademicYear.Of(day).Starts;
    }

    private static DoneFact? Latest(IEnumerable<DoneFact> done, DutyRecordKind kind) => done.Where(row => row.Kind == kind).MaxBy(row => row.On);
}
