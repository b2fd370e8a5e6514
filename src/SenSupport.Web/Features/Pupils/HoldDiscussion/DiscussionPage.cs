using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Pupils.HoldDiscussion;

/// <summary>An early discussion with what followed it.</summary>
/// <param name="Id">The record.</param>
/// <param name="On">The day.</param>
/// <param name="Present">Who was there.</param>
/// <param name="Kept">What was talked over; null where only the day is known.</param>
/// <param name="NoteGivenOn">When the parents got the note.</param>
/// <param name="SendiassOn">When the advice service was explained.</param>
public sealed record DiscussionRow(Guid Id, DateOnly On, string Present, EarlyDiscussion? Kept, DateOnly? NoteGivenOn, DateOnly? SendiassOn)
{
    /// <summary>What was talked over; empty where only the day is known.</summary>
    public EarlyDiscussion Words => Kept ?? new EarlyDiscussion();

    /// <summary>The words under their titles, without those that are empty.</summary>
    public IEnumerable<(string Title, string Text)> Parts => new[]
    {
        ("Strengths", Words.Strengths), ("Difficulties", Words.Difficulties), ("What the parents said, and their concerns", Words.ParentConcerns),
        ("What the pupil said", Words.PupilViews), ("Agreed outcomes", Words.Outcomes), ("Next steps", Words.NextSteps),
    }.Where(part => part.Item2.Length > 0);
}

/// <summary>The early discussions of a pupil.</summary>
/// <param name="Rows">The latest first.</param>
/// <param name="MayWrite">Whether the person writes them down.</param>
/// <param name="ReadsLetters">Whether the person reads letters.</param>
public sealed record DiscussionPage(IReadOnlyList<DiscussionRow> Rows, bool MayWrite, bool ReadsLetters)
{
    /// <summary>The early discussions of a pupil, the latest first; whether the person may read the pupil's record has been asked before.</summary>
    public static IQueryable<DiscussionRow> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        from record in pupil.DutyRecords
        where record.Kind == DutyRecordKind.EarlyDiscussion
        orderby record.On descending
        select new DiscussionRow(
            record.Id,
            record.On,
            record.Who,
            record.Discussion,
            pupil.DutyRecords.Where(other => other.Kind == DutyRecordKind.DiscussionNoteGiven && other.OfId == record.Id).Select(other => (DateOnly?)other.On).FirstOrDefault(),
            pupil.DutyRecords.Where(other => other.Kind == DutyRecordKind.SendiassExplained && other.OfId == record.Id).Select(other => (DateOnly?)other.On).FirstOrDefault());
}
