using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Shared.Assessments;

/// <summary>Somebody who was invited to a review or asked for a view, and the view once it is there (CoP 6.54).</summary>
public sealed record CollectedView
{
    /// <summary>The row.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose view it is; null for a colleague's, who is asked and answers by the round robin.</summary>
    public ViewOf? Of { get; init; }

    /// <summary>Their name; may be empty.</summary>
    public string Who { get; init; } = "";

    /// <summary>The colleague who is asked.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>The day they were invited or asked.</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>How they were invited.</summary>
    public InvitedHow? AskedHow { get; init; }

    /// <summary>The day by which a colleague is to answer.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The day of the latest reminder.</summary>
    public DateOnly? RemindedOn { get; init; }

    /// <summary>The day of the view.</summary>
    public DateOnly? GivenOn { get; init; }

    /// <summary>How it was given.</summary>
    public ViewHow? How { get; init; }

    /// <summary>Who gathered it.</summary>
    public string GatheredBy { get; init; } = "";

    /// <summary>Answers on five steps.</summary>
    public IReadOnlyList<StatementAnswer> Statements { get; init; } = [];

    /// <summary>What goes well.</summary>
    public string GoesWell { get; init; } = "";

    /// <summary>What is hard.</summary>
    public string IsHard { get; init; } = "";

    /// <summary>What would help.</summary>
    public string Helps { get; init; } = "";

    /// <summary>The field of the review that it belongs to.</summary>
    public string Field => Of switch { ViewOf.Pupil => "PupilView", ViewOf.Parents => "ParentView", _ => "StaffView" };

    /// <summary>Invitations and views of the pupil, the parents and others for a cycle; whether the person may read the record has been asked before.</summary>
    public static IQueryable<CollectedView> OfFamily(SenSupportDbContext db, Guid pupilId, int number) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId && cycle.Number == number
        join view in db.ReviewViews.AsNoTracking() on cycle.Id equals view.CycleId
        orderby view.Of, view.Id
        select new CollectedView
        {
            Id = view.Id,
            Of = view.Of,
            Who = view.Who,
            AskedOn = view.InvitedOn,
            AskedHow = view.InvitedHow,
            GivenOn = view.GivenOn,
            How = view.How,
            GatheredBy = view.GatheredBy,
            Statements = view.Statements,
            GoesWell = view.GoesWell,
            IsHard = view.IsHard,
            Helps = view.Helps,
        };

    /// <summary>Views that colleagues were asked for, for the review of a cycle.</summary>
    public static IQueryable<CollectedView> OfColleagues(SenSupportDbContext db, Guid pupilId, int number) =>
        from cycle in db.Cycles
        where cycle.PupilId == pupilId && cycle.Number == number
        join request in db.AssessmentRequests.AsNoTracking() on (Guid?)cycle.Id equals request.CycleId
        where request.WithdrawnOn == null
        orderby request.AskedOn, request.Id
        select new CollectedView
        {
            Id = request.Id,
            Who = db.Staff.Where(person => person.Id == request.AskedId).Select(person => person.Name).First(),
            StaffId = request.AskedId,
            AskedOn = request.AskedOn,
            DueOn = request.DueOn,
            RemindedOn = request.RemindedOn,
            GivenOn = request.AnsweredOn,
            Statements = request.Statements,
            GoesWell = request.GoesWell,
            IsHard = request.IsHard,
            Helps = request.Helps,
        };

    /// <summary>All of them: the pupil's, the parents', others', and then colleagues'.</summary>
    public static async Task<IReadOnlyList<CollectedView>> ReadAsync(SenSupportDbContext db, Guid pupilId, int number) =>
        [.. (await OfFamily(db, pupilId, number).ToListAsync()).OrderBy(view => view.Of), .. await OfColleagues(db, pupilId, number).ToListAsync()];

    /// <summary>Whose it is, in words.</summary>
    public string Name(string firstName) => Who.Length > 0 ? Who : Of?.Name(firstName) ?? "";

    /// <summary>The view in one text, as it goes into the review: who, when and how, then what was said.</summary>
    public string Words(string firstName)
    {
        var how = How is { } way ? $", {char.ToLowerInvariant(way.Name()[0])}{way.Name()[1..]}" : "";
        var said = new[] { (Of == ViewOf.Pupil ? "What goes well" : "Goes well", GoesWell), ("Hard", IsHard), ("Would help", Helps) }
            .Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1}: {part.Item2}");
        var faces = Statements.Where(row => row.Step is not null).Select(row => $"{row.Text} {ViewWords.Face(row.Step!.Value)}.");
        return string.Join("\n", [$"{Name(firstName)}, {(GivenOn is { } on ? UkDate.Long(on) : "")}{how}{(GatheredBy.Length > 0 ? $", gathered by {GatheredBy}" : "")}:", .. faces, .. said]);
    }
}
