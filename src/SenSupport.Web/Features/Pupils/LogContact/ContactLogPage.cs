using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Pupils.LogContact;

/// <summary>A line of the contact log.</summary>
public sealed record ContactEntryRow(Guid Id, DateOnly On, ContactKind Kind, string What, string With, Guid StaffId, string StaffName, DateTime? CorrectedAt);

/// <summary>A pupil's contact log.</summary>
/// <param name="Search">Words to look for.</param>
/// <param name="Kind">Which kind; null for all.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Total">How many entries the filter finds.</param>
/// <param name="Rows">Those of this page, latest first.</param>
/// <param name="Contacts">Names to suggest.</param>
/// <param name="StaffId">Who looks.</param>
public sealed record ContactLogPage(string Search, ContactKind? Kind, int Page, int Total, IReadOnlyList<ContactEntryRow> Rows, IReadOnlyList<string> Contacts, Guid StaffId)
{
    /// <summary>Entries on a page.</summary>
    public const int Size = 50;

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>Whether anything narrows the log.</summary>
    public bool IsNarrowed => Search.Length > 0 || Kind is not null;

    /// <summary>The entries of a pupil that a filter finds, latest first; whether the person may read the pupil's record has been asked before.</summary>
    public static IQueryable<ContactEntryRow> Found(SenSupportDbContext db, Guid pupilId, string search, ContactKind? kind)
    {
        var entries = db.ContactEntries.AsNoTracking().Where(entry => entry.PupilId == pupilId && (kind == null || entry.Kind == kind));
        foreach (var word in SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // Folded words hold letters and digits only, so that no % or _ of the search is a wildcard.
            var pattern = $"%{word}%";
            entries = entries.Where(entry => EF.Functions.Like(entry.SearchText, pattern));
        }

        return entries.OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.WrittenAt)
            .Select(entry => new ContactEntryRow(entry.Id, entry.On, entry.Kind, entry.What, entry.With, entry.StaffId, entry.StaffName, entry.CorrectedAt));
    }

    /// <summary>Names of the pupil's contacts, with who they are.</summary>
    public static IQueryable<string> ContactNames(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils
        where pupil.Id == pupilId
        from contact in pupil.Contacts
        orderby contact.Order
        select contact.Relation == "" ? contact.Name : contact.Name + ", " + contact.Relation;
}
