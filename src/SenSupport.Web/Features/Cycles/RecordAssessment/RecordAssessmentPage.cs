using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Assessments;
using SenSupport.Web.Features.Shared.Earlier;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Cycles.RecordAssessment;

/// <summary>What the page shows beside the form.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Cycle">The cycle as it is saved.</param>
/// <param name="StaffNames">Names to suggest as those who contributed.</param>
/// <param name="DraftSavedAt">When the draft was kept from which the form is filled, in UTC; null when it is filled from what is saved.</param>
/// <param name="IsRestored">Whether the form was filled from a draft that had been left behind.</param>
public sealed record RecordAssessmentPage(PupilHeader Pupil, SupportCycle Cycle, IReadOnlyList<string> StaffNames, DateTime? DraftSavedAt, bool IsRestored)
{
    /// <summary>What previous settings sent, latest first: the first assessment starts from it (CoP 6.57). Empty in later cycles.</summary>
    public IReadOnlyList<ReceivedRow> Received { get; init; } = [];

    /// <summary>What colleagues answered who were asked for a short assessment, the latest first.</summary>
    public IReadOnlyList<ShortAssessment> Answers { get; init; } = [];

    /// <summary>What parents and the pupil were concerned about, the latest first; of those that the person may read.</summary>
    public IReadOnlyList<Concern> Concerns { get; init; } = [];

    /// <summary>Colleagues who were asked and have not answered, those due first.</summary>
    public IReadOnlyList<AskedColleague> Waiting { get; init; } = [];

    /// <summary>The pupil's documents that the person may read.</summary>
    public IReadOnlyList<ReadableDocument> Documents { get; init; } = [];

    /// <summary>Who gave consent to involve which agency, the latest first.</summary>
    public IReadOnlyList<ConsentRow> Consents { get; init; } = [];

    /// <summary>Whether the person records consent.</summary>
    public bool MayRecordConsent { get; init; }

    /// <summary>The answer that an agency's contribution rests on; null where nobody was asked.</summary>
    public DoneFact? ConsentFor(string contributor) => AgencyConsents.For(contributor, Consents.Select(row => row.Fact));

    /// <summary>The cycle's address.</summary>
    public string CycleAddress => $"/pupils/{Pupil.Id}/cycles/{Cycle.Number}";

    /// <summary>The page's address.</summary>
    public string Address => $"{CycleAddress}/assess";

    /// <summary>Concerns of parents and of the pupil: the assessment compares them with the school's view (CoP 6.45).</summary>
    public static IQueryable<Concern> ConcernsOf(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        db.ConcernsReadBy(staff).Where(concern => concern.PupilId == pupilId && concern.Source != ConcernSource.Staff).OrderByDescending(concern => concern.RaisedOn);

    /// <summary>Who was asked for a short assessment of a pupil and has not answered; whether the person may read the record has been asked before.</summary>
    public static IQueryable<AskedColleague> WaitingFor(SenSupportDbContext db, Guid pupilId) =>
        from request in db.AssessmentRequests.AsNoTracking()
        where request.PupilId == pupilId && request.AnsweredOn == null && request.WithdrawnOn == null
        join person in db.Staff on request.AskedId equals person.Id
        orderby request.DueOn, person.Name
        select new AskedColleague(person.Name, request.DueOn);

    /// <summary>What was answered when consent to involve agencies was asked for.</summary>
    public static IQueryable<ConsentRow> ConsentsOf(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        from record in pupil.DutyRecords
        where record.Kind == DutyRecordKind.AgencyConsent
        orderby record.On descending, record.Id descending
        select new ConsentRow(record.Who, record.On, record.Outcome, record.Note);

    /// <summary>Names of the staff.</summary>
    public static IQueryable<string> Names(SenSupportDbContext db) => db.Staff.Where(person => person.LeftOn == null).OrderBy(person => person.Name).Select(person => person.Name);
}

/// <summary>A colleague who was asked and has not answered.</summary>
public sealed record AskedColleague(string Name, DateOnly DueOn);

/// <summary>An answer to the question whether an agency may be involved.</summary>
public sealed record ConsentRow(string Agency, DateOnly On, string Answer, string Note)
{
    /// <summary>As the rules read it.</summary>
    public DoneFact Fact => new(DutyRecordKind.AgencyConsent, On, Agency, Answer);
}

/// <summary>Hands the page to its view, and a strand's name to its fields.</summary>
public static class AssessmentViewData
{
    /// <summary>Sets the page.</summary>
    public static void SetAssessmentPage(this ViewDataDictionary viewData, RecordAssessmentPage page) => viewData["AssessmentPage"] = page;

    /// <summary>The page.</summary>
    public static RecordAssessmentPage GetAssessmentPage(this ViewDataDictionary viewData) => (RecordAssessmentPage)viewData["AssessmentPage"]!;

    /// <summary>View data for one strand: its fields are named by it.</summary>
    public static ViewDataDictionary Strand(this ViewDataDictionary viewData, StrandEntry strand)
    {
        var inner = new ViewDataDictionary(viewData);
        inner.TemplateInfo.HtmlFieldPrefix = $"Strands[{strand.Key}]";
        return inner;
    }
}
