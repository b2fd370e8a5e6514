using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Earlier;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Files;

/// <summary>A document of a pupil that a person may read.</summary>
public sealed record ReadableDocument(Guid Id, string Title, string FileName, int Size, DateOnly? DatedOn)
{
    /// <summary>What it is called: its title, otherwise its file's name.</summary>
    public string Name => Title.Length > 0 ? Title : FileName;

    /// <summary>Its date and size: "3 Sep 2026, 84 KB".</summary>
    public string About => string.Join(", ", new[] { DatedOn is { } on ? UkDate.Short(on) : "", FileSize.InWords(Size) }.Where(part => part.Length > 0));

    /// <summary>The documents of a pupil that a person may read. What a clinic wrote about a diagnosis is for those who read the whole school's records.</summary>
    public static IQueryable<PupilDocument> Documents(SenSupportDbContext db, SignedInStaff staff, Guid pupilId)
    {
        var (reads, readsAll) = (staff.ReadsDocuments, staff.SeesWholeSchool);
        return
            from pupil in db.PupilsReadBy(staff)
            where pupil.Id == pupilId && reads
            from document in pupil.Documents
            where readsAll || !pupil.Diagnoses.Any(diagnosis => diagnosis.DocumentId == document.Id)
            select document;
    }

    /// <summary>The same as they are listed, latest first.</summary>
    public static IQueryable<ReadableDocument> Of(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        from document in Documents(db, staff, pupilId)
        orderby document.DatedOn descending, document.AddedAt descending, document.Id
        select new ReadableDocument(document.Id, document.Title, document.FileName, document.Size, document.DatedOn);
}
