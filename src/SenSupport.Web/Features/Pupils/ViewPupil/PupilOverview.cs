using SenSupport.Domain.Needs;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ViewPupil;

/// <summary>Who the pupil is, what the needs are, and who to talk to.</summary>
/// <param name="Pupil">The header.</param>
/// <param name="ResponsibleTeacher">The name of the teacher who is responsible; null for none.</param>
/// <param name="MonitorUntil">For a monitored pupil, when the school looks again.</param>
/// <param name="Needs">Current needs by rank.</param>
/// <param name="Diagnoses">Diagnoses.</param>
/// <param name="ClassTeachers">Names of those who teach the class.</param>
/// <param name="Supporters">Names of those who support the pupil.</param>
/// <param name="Contacts">Contacts in the order in which they are called.</param>
/// <param name="LastCycleNumber">The highest number that a cycle of the pupil ever had, one that was taken back among them; null before the first.</param>
public sealed record PupilOverview(
    PupilHeaderRow Pupil,
    string? ResponsibleTeacher,
    DateOnly? MonitorUntil,
    IReadOnlyList<NeedRow> Needs,
    IReadOnlyList<DiagnosisRow> Diagnoses,
    IReadOnlyList<string> ClassTeachers,
    IReadOnlyList<string> Supporters,
    IReadOnlyList<ContactRow> Contacts,
    int? LastCycleNumber)
{
    /// <summary>Names of those who work with the pupil beside the responsible teacher.</summary>
    public IEnumerable<string> WorkWith => ClassTeachers.Concat(Supporters).Where(name => name != ResponsibleTeacher).Distinct().Order(StringComparer.CurrentCulture);

    /// <summary>The same as <see cref="Find"/>, compiled.</summary>
    public static readonly CompiledPersonRead<PupilOverview> OfPupil = new(Find);

    /// <summary>Of a pupil whose record the person may read. A handful of short rows each: one command costs less than four.</summary>
    public static IQueryable<PupilOverview> Find(SenSupportDbContext db, SignedInStaff staff, Guid pupilId) =>
        from found in PupilHeaderReader.WithHeader(db, db.PupilsReadBy(staff).Where(pupil => pupil.Id == pupilId))
        let pupil = found.Pupil
        select new PupilOverview(
            found.Header,
            db.Staff.Where(person => person.Id == pupil.ResponsibleTeacherId).Select(person => person.Name).FirstOrDefault(),
            pupil.StatusPeriods.Where(period => period.End == null).Select(period => period.MonitorUntil).FirstOrDefault(),
            pupil.Needs.Where(need => need.End == null).OrderBy(need => need.Rank).Select(need => new NeedRow(need.Code, need.Area, need.Rank)).ToList(),
            pupil.Diagnoses.OrderBy(diagnosis => diagnosis.MadeOn).Select(diagnosis => new DiagnosisRow(diagnosis.Name, diagnosis.MadeBy, diagnosis.MadeOn)).ToList(),
            db.ClassTeachers
                .Where(teacher => teacher.ClassId == pupil.ClassId)
                .Select(teacher => db.Staff.Where(person => person.Id == teacher.StaffId).Select(person => person.Name).FirstOrDefault()!)
                .ToList(),
            pupil.Supporters.Select(supporter => db.Staff.Where(person => person.Id == supporter.StaffId).Select(person => person.Name).FirstOrDefault()!).ToList(),
            pupil.Contacts
                .OrderBy(contact => contact.Order)
                .Select(contact => new ContactRow(contact.Name, contact.Relation, contact.IsParentInLaw || contact.HasParentalResponsibility, contact.IsRestrictedByCourt, contact.Language, contact.CommunicationNeeds))
                .ToList(),
            db.Events.Where(change => change.PupilId == pupil.Id).Max(change => change.CycleNumber));
}

/// <summary>A current need.</summary>
public sealed record NeedRow(string Code, AreaOfNeed Area, int Rank)
{
    /// <summary>The type in full.</summary>
    public string Name => NeedType.Find(Code)?.Name ?? "";
}

/// <summary>A diagnosis.</summary>
public sealed record DiagnosisRow(string Name, string MadeBy, DateOnly? MadeOn);

/// <summary>Someone at home. A parent here is one in law, or someone with parental responsibility.</summary>
public sealed record ContactRow(string Name, string Relation, bool IsParent, bool IsRestricted, string Language, string CommunicationNeeds)
{
    /// <summary>Language and interpreter, such as "Polish, interpreter needed"; empty when there is nothing to know.</summary>
    public string Speaks => string.Join(", ", new[] { Language, CommunicationNeeds }.Where(part => part.Length > 0));
}
