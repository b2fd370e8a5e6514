using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Assessments;

/// <summary>A colleague's answer to a request for a short assessment.</summary>
public sealed record ShortAssessment(Guid Id, string By, DateOnly On, IReadOnlyList<StatementAnswer> Statements, string GoesWell, string IsHard, string Helps)
{
    /// <summary>What was answered about a pupil since a day, the latest first; whether the person may read the record has been asked before.</summary>
    public static IQueryable<ShortAssessment> Of(SenSupportDbContext db, Guid pupilId, DateOnly since) =>
        from request in db.AssessmentRequests.AsNoTracking()
        where request.PupilId == pupilId && request.CycleId == null && request.AnsweredOn >= since
        orderby request.AnsweredOn descending, request.Id
        select new ShortAssessment(request.Id, request.AnsweredBy, request.AnsweredOn!.Value, request.Statements, request.GoesWell, request.IsHard, request.Helps);
}
