using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.SendLetters;

/// <summary>Somebody to write to.</summary>
public sealed record LetterContact(string Name, bool IsParentInLaw, bool HasParentalResponsibility, bool IsRestricted)
{
    /// <summary>Whether they get letters by default: a parent, whom no court restricts.</summary>
    public bool GetsLetters => (IsParentInLaw || HasParentalResponsibility) && !IsRestricted;
}

/// <summary>A need, for the words of a letter.</summary>
public sealed record LetterNeed(string Code, AreaOfNeed Area);

/// <summary>What the record knows for a letter about a pupil.</summary>
public sealed record LetterFacts(
    IReadOnlyList<LetterContact> Contacts,
    IReadOnlyList<LetterNeed> Needs,
    string? Teacher,
    DateOnly? SupportFrom,
    string? Reason,
    DateOnly? MonitorUntil,
    DateOnly? ReviewOn,
    string? Admired,
    DateOnly? DiscussionOn,
    string? DiscussionPresent,
    EarlyDiscussion? Discussion,
    DateOnly? ConcernOn,
    string? Concern,
    string? ConcernTried,
    string? SchoolView,
    string SchoolName,
    string SchoolPhone,
    string SchoolWebsite,
    string HeadName,
    string Authority,
    string Sendiass,
    string SendiassPhone,
    string SendiassEmail,
    string SendiassWebsite,
    string? Senco,
    string? SencoEmail)
{
    /// <summary>What is known of a pupil; whether the person may read the record has been asked before.</summary>
    public static IQueryable<LetterFacts> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        from school in db.Schools
        select new LetterFacts(
            pupil.Contacts.OrderBy(contact => contact.Order).Select(contact => new LetterContact(contact.Name, contact.IsParentInLaw, contact.HasParentalResponsibility, contact.IsRestrictedByCourt)).ToList(),
            pupil.Needs.Where(need => need.End == null).OrderBy(need => need.Rank).Select(need => new LetterNeed(need.Code, need.Area)).ToList(),
            db.Staff.Where(person => person.Id == pupil.ResponsibleTeacherId).Select(person => person.Name).FirstOrDefault(),
            pupil.StatusPeriods.Where(period => period.End == null && period.Status == SenStatus.SenSupport).Select(period => (DateOnly?)period.Start).FirstOrDefault(),
            pupil.StatusPeriods.Where(period => period.End == null).Select(period => period.Reason).FirstOrDefault(),
            pupil.StatusPeriods.Where(period => period.End == null).Select(period => period.MonitorUntil).FirstOrDefault(),
            db.Cycles.Where(cycle => cycle.OpenKey == pupil.Id).Select(cycle => cycle.ReviewOn).FirstOrDefault(),
            pupil.Profiles.OrderByDescending(profile => profile.GivenOn).Select(profile => profile.Admired).FirstOrDefault(),
            pupil.DutyRecords.Where(record => record.Kind == DutyRecordKind.EarlyDiscussion).OrderByDescending(record => record.On).Select(record => (DateOnly?)record.On).FirstOrDefault(),
            pupil.DutyRecords.Where(record => record.Kind == DutyRecordKind.EarlyDiscussion).OrderByDescending(record => record.On).Select(record => record.Who).FirstOrDefault(),
            pupil.DutyRecords.Where(record => record.Kind == DutyRecordKind.EarlyDiscussion).OrderByDescending(record => record.On).Select(record => record.Discussion).FirstOrDefault(),
            db.Concerns.Where(concern => concern.PupilId == pupil.Id && concern.Source == ConcernSource.Parent).OrderByDescending(concern => concern.RaisedOn).Select(concern => (DateOnly?)concern.RaisedOn).FirstOrDefault(),
            db.Concerns.Where(concern => concern.PupilId == pupil.Id && concern.Source == ConcernSource.Parent).OrderByDescending(concern => concern.RaisedOn).Select(concern => concern.Seen).FirstOrDefault(),
            db.Concerns.Where(concern => concern.PupilId == pupil.Id && concern.Source == ConcernSource.Parent).OrderByDescending(concern => concern.RaisedOn).Select(concern => concern.Tried).FirstOrDefault(),
            db.Concerns.Where(concern => concern.PupilId == pupil.Id && concern.Source == ConcernSource.Parent).OrderByDescending(concern => concern.RaisedOn).Select(concern => concern.SchoolView).FirstOrDefault(),
            school.Name,
            school.Telephone,
            school.Website,
            school.HeadName,
            school.LocalAuthorityName,
            school.SendiassName,
            school.SendiassPhone,
            school.SendiassEmail,
            school.SendiassWebsite,
            db.Staff.Where(person => person.LeftOn == null && (person.Roles & StaffRoles.Senco) != 0).OrderBy(person => person.SortName).Select(person => person.Name).FirstOrDefault(),
            db.Staff.Where(person => person.LeftOn == null && (person.Roles & StaffRoles.Senco) != 0).OrderBy(person => person.SortName).Select(person => person.Email).FirstOrDefault());

    /// <summary>To whom a letter goes by default: the parents whom no court restricts; the young person once rights have passed.</summary>
    public string Recipient(PupilHeader pupil, DateOnly today) =>
        Age.IsYoungPerson(today, pupil.BirthDate) ? pupil.FullName : string.Join(" and ", Contacts.Where(contact => contact.GetsLetters).Select(contact => contact.Name).Take(2));

    /// <summary>The fields of letters that are known.</summary>
    public IReadOnlyDictionary<string, string> Fields(PupilHeader pupil, SignedInStaff sender, DateOnly today)
    {
        var year = pupil.YearAndClass.Split(", ");
        return new Dictionary<string, string>
        {
            ["letter.date"] = UkDate.Long(today),
            ["recipient.salutation"] = Recipient(pupil, today),
            ["sender.name"] = sender.Name,
            ["sender.role"] = sender.RoleName,
            ["school.name"] = SchoolName,
            ["school.website"] = SchoolWebsite,
            ["headteacher.name"] = HeadName,
            ["teacher.name"] = Teacher ?? "",
            ["senco.name"] = sender.IsSenco ? sender.Name : Senco ?? "",
            ["senco.phone"] = SchoolPhone,
            ["senco.email"] = SencoEmail ?? "",
            ["sendiass.name"] = Sendiass,
            ["sendiass.phone"] = SendiassPhone,
            ["sendiass.email"] = SendiassEmail,
            ["sendiass.website"] = SendiassWebsite,
            ["localAuthority.name"] = Authority,
            ["pupil.firstName"] = pupil.FirstName,
            ["pupil.fullName"] = pupil.FullName,
            ["pupil.yearGroup"] = year[0],
            ["pupil.class"] = year.Length > 1 ? $"class {year[1]}" : "",
            ["pupil.strengths"] = Discussion?.Strengths is { Length: > 0 } strengths ? strengths : Admired ?? "",
            ["needs.summary"] = string.Join(", ", Needs.Select(need => (NeedType.Find(need.Code)?.Area is null ? need.Area.Name() : NeedType.Find(need.Code)!.Name).ToLowerInvariant()).Distinct()),
            ["concern.summary"] = Concern ?? "",
            ["concern.dateReceived"] = Date(ConcernOn),
            ["concern.actions"] = ConcernTried ?? "",
            ["concern.schoolView"] = SchoolView ?? "",
            ["discussion.date"] = Date(DiscussionOn),
            ["discussion.attendees"] = DiscussionPresent ?? "",
            ["discussion.strengths"] = Discussion?.Strengths ?? "",
            ["discussion.difficulties"] = Discussion?.Difficulties ?? "",
            ["discussion.parentConcerns"] = Discussion?.ParentConcerns ?? "",
            ["discussion.pupilViews"] = Discussion?.PupilViews ?? "",
            ["discussion.outcomes"] = Discussion?.Outcomes ?? "",
            ["discussion.nextSteps"] = Discussion?.NextSteps ?? "",
            ["decision.date"] = Date(SupportFrom),
            ["decision.reason"] = Reason ?? "",
            ["support.startDate"] = Date(SupportFrom),
            ["plan.reviewDate"] = Date(ReviewOn),
            ["monitoring.endDate"] = Date(MonitorUntil),
        };
    }

    private static string Date(DateOnly? date) => date is { } day ? UkDate.Long(day) : "";
}
