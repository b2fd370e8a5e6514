using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>What the office sees of a pupil: details, class, contacts, codes and dates. Nothing that anybody wrote about needs and support.</summary>
/// <param name="Forename">Legal forename.</param>
/// <param name="Surname">Legal surname.</param>
/// <param name="KnownAs">The first name in use, where it is another.</param>
/// <param name="Statuses">Every status, latest first.</param>
/// <param name="Needs">Every need, current ones first, by rank.</param>
/// <param name="Contacts">Contacts in the order in which they are called.</param>
public sealed record PupilCodes(
    string Forename,
    string Surname,
    string KnownAs,
    IReadOnlyList<StatusCodeRow> Statuses,
    IReadOnlyList<NeedCodeRow> Needs,
    IReadOnlyList<ContactDetailRow> Contacts)
{
    /// <summary>The rest of the pupil beside the header, if the person may see them in a list.</summary>
    public static IQueryable<PupilCodes> Find(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        from pupil in db.PupilsListedFor(staff)
        where pupil.Id == pupilId
        select new PupilCodes(
            pupil.Forename,
            pupil.Surname,
            pupil.KnownAs,
            pupil.StatusPeriods.OrderByDescending(period => period.Start).Select(period => new StatusCodeRow(period.Status, period.Start, period.End)).ToList(),
            pupil.Needs.OrderBy(need => need.End != null).ThenBy(need => need.Rank).Select(need => new NeedCodeRow(need.Code, need.Area, need.Rank, need.Start, need.End)).ToList(),
            pupil.Contacts
                .OrderBy(contact => contact.Order)
                .Select(contact => new ContactDetailRow(
                    contact.Name, contact.Relation, contact.HasParentalResponsibility, contact.IsRestrictedByCourt, contact.Phone, contact.Email, contact.Language, contact.CommunicationNeeds))
                .ToList());
}

/// <summary>A status with its dates.</summary>
public sealed record StatusCodeRow(SenStatus Status, DateOnly Start, DateOnly? End);

/// <summary>A need's code with its dates.</summary>
public sealed record NeedCodeRow(string Code, AreaOfNeed Area, int Rank, DateOnly Start, DateOnly? End)
{
    /// <summary>The type in full.</summary>
    public string Name => NeedType.Find(Code)?.Name ?? "";
}

/// <summary>A contact with how to reach them.</summary>
public sealed record ContactDetailRow(
    string Name, string Relation, bool HasParentalResponsibility, bool IsRestricted, string Phone, string Email, string Language, string CommunicationNeeds);
