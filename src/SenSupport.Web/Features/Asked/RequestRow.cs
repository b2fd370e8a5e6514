using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Asked;

/// <summary>A request for a short assessment in a list.</summary>
public sealed record RequestRow
{
    public Guid Id { get; init; }

    public Guid PupilId { get; init; }

    public string Surname { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string SortName { get; init; } = "";

    public string PupilSearch { get; init; } = "";

    public string StaffSearch { get; init; } = "";

    public string? Class { get; init; }

    public Guid AskedId { get; init; }

    /// <summary>The cycle for whose review a view is asked; null for a short assessment.</summary>
    public int? ReviewOf { get; init; }

    public string Asked { get; init; } = "";

    public string AskedBy { get; init; } = "";

    public DateOnly AskedOn { get; init; }

    public DateOnly DueOn { get; init; }

    public DateOnly? RemindedOn { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>As lists have it.</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>What is asked, in words.</summary>
    public string What => ReviewOf is { } cycle ? $"View for the review of cycle {cycle}" : "Short assessment";

    /// <summary>Whether an answer is waited for.</summary>
    public bool IsWaiting => AnsweredOn is null && WithdrawnOn is null;

    /// <summary>Requests about pupils whom the person may see.</summary>
    public static IQueryable<RequestRow> Of(SenSupportDbContext db, SignedInStaff staff) =>
        from request in db.AssessmentRequests
        join pupil in db.PupilsReadBy(staff) on request.PupilId equals pupil.Id
        join asked in db.Staff on request.AskedId equals asked.Id
        select new RequestRow
        {
            Id = request.Id,
            PupilId = pupil.Id,
            Surname = pupil.Surname,
            FirstName = pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
            SortName = pupil.SortName,
            PupilSearch = pupil.SearchText,
            StaffSearch = asked.SearchText,
            Class = db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
            AskedId = request.AskedId,
            ReviewOf = db.Cycles.Where(cycle => cycle.Id == request.CycleId).Select(cycle => (int?)cycle.Number).FirstOrDefault(),
            Asked = asked.Name,
            AskedBy = request.AskedBy,
            AskedOn = request.AskedOn,
            DueOn = request.DueOn,
            RemindedOn = request.RemindedOn,
            AnsweredOn = request.AnsweredOn,
            WithdrawnOn = request.WithdrawnOn,
        };
}
