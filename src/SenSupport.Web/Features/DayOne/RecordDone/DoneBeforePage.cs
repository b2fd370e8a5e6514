using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.DayOne.RecordDone;

/// <summary>Something that is recorded as done already.</summary>
public sealed record DoneOn(DutyRecordKind Kind, DateOnly On);

/// <summary>A pupil for whom something can be recorded.</summary>
public sealed record DoneBeforePupil(Guid Id, string Surname, string FirstName, string YearCode, string? ClassName, SenStatus Status, DateOnly BirthDate, IReadOnlyList<DoneOn> Done)
{
    /// <summary>As lists have it.</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>The class; the year where there is none.</summary>
    public string Class => ClassName ?? NcYear.Parse(YearCode).Name;

    /// <summary>The latest day on which something of a kind is recorded already.</summary>
    public DateOnly? LatestOf(DutyRecordKind kind) => Done.Where(done => done.Kind == kind).Max(done => (DateOnly?)done.On);

    /// <summary>What the date of a kind begins with: empty where it is recorded already, or does not concern a pupil of this status.</summary>
    public string DateFor(DutyRecordKind kind, DoneBeforeChoice choice)
    {
        // For an EHC plan the authority's plan stands in the place of the school's notification; annual reviews are held of EHC plans only.
        var concerns = kind switch
        {
            DutyRecordKind.ParentsNotified => Status != SenStatus.EhcPlan,
            DutyRecordKind.AnnualReview => Status == SenStatus.EhcPlan,
            _ => true,
        };
        return concerns && LatestOf(kind) is null ? choice.DateOf(kind) : "";
    }
}

/// <summary>The page: what is chosen, and the table of pupils once it is.</summary>
/// <param name="Choice">What is chosen.</param>
/// <param name="Kinds">The kinds that have a column.</param>
/// <param name="Pupils">The pupils; empty until they are asked for.</param>
/// <param name="Form">The table as it is typed; null until the pupils are asked for.</param>
/// <param name="Years">Codes of the years there are.</param>
/// <param name="Classes">Names of the classes.</param>
public sealed record DoneBeforePage(
    DoneBeforeChoice Choice, IReadOnlyList<DutyRecordKind> Kinds, IReadOnlyList<DoneBeforePupil> Pupils, DoneBeforeForm? Form, IReadOnlyList<string> Years, IReadOnlyList<string> Classes)
{
    /// <summary>The most pupils in one table.</summary>
    public const int MostPupils = 300;

    /// <summary>Whether there are more than one table holds.</summary>
    public bool HasMore { get; init; }
}

/// <summary>What would be recorded.</summary>
public sealed record DoneBeforeCheck(DoneBeforeForm Form, IReadOnlyList<DoneBeforePupil> Pupils)
{
    private readonly Dictionary<Guid, DoneBeforePupil> byId = Pupils.ToDictionary(pupil => pupil.Id);

    /// <summary>What is new, by pupil in the order of the table.</summary>
    public IReadOnlyList<(DoneBeforePupil Pupil, DoneOn Done)> New => [.. Entries.Where(entry => !entry.Pupil.Done.Contains(entry.Done))];

    /// <summary>How much of it is recorded already, to the day.</summary>
    public int Known => Entries.Count() - New.Count;

    /// <summary>How many pupils it concerns.</summary>
    public int PupilCount => New.Select(entry => entry.Pupil.Id).Distinct().Count();

    /// <summary>Ticked pupils for whom no date was entered.</summary>
    public int WithoutDate => Form.Rows.Values.Count(row => row.Take && row.Dates.Values.All(string.IsNullOrWhiteSpace));

    /// <summary>By kind: how many pupils, and the dates in words.</summary>
    public IEnumerable<(DutyRecordKind Kind, int Count, string Dates)> ByKind() =>
        New.GroupBy(entry => entry.Done.Kind).OrderBy(group => group.Key).Select(group => (group.Key, group.Count(), Span(group.Select(entry => entry.Done.On))));

    private IEnumerable<(DoneBeforePupil Pupil, DoneOn Done)> Entries =>
        Form.Entries().Where(entry => byId.ContainsKey(entry.PupilId)).Select(entry => (byId[entry.PupilId], new DoneOn(entry.Kind, entry.On)))
            .OrderBy(entry => entry.Item1.ListName, StringComparer.CurrentCulture).ThenBy(entry => entry.Item2.Kind);

    private static string Span(IEnumerable<DateOnly> dates)
    {
        var (first, last) = (dates.Min(), dates.Max());
        return first == last ? UkDate.Long(first) : $"{UkDate.Long(first)} to {UkDate.Long(last)}";
    }
}

/// <summary>Reads for the page.</summary>
public static class DoneBeforeReads
{
    /// <summary>Pupils on the register (or of one status) whose records the person keeps, by year, class and name.</summary>
    public static IQueryable<DoneBeforePupil> Asked(SenSupportDbContext db, SignedInStaff staff, string year, string className, SenStatus? status) =>
        Rows(db, db.PupilsWrittenBy(staff).OnRoll().Where(pupil =>
            (status == null ? pupil.Status == SenStatus.SenSupport || pupil.Status == SenStatus.EhcPlan : pupil.Status == status)
            && (year == "" || pupil.NcYear == year)
            && (className == "" || db.Classes.Any(row => row.Id == pupil.ClassId && row.Name == className))));

    /// <summary>Given pupils, if the person keeps their records.</summary>
    public static IQueryable<DoneBeforePupil> Given(SenSupportDbContext db, SignedInStaff staff, Guid[] ids) =>
        Rows(db, db.PupilsWrittenBy(staff).OnRoll().Where(pupil => ids.Contains(pupil.Id)));

    /// <summary>The same pupils with what is recorded of them, to change.</summary>
    public static IQueryable<Pupil> ToChange(SenSupportDbContext db, SignedInStaff staff, Guid[] ids) =>
        db.PupilsWrittenBy(staff).Where(pupil => ids.Contains(pupil.Id)).Include(pupil => pupil.DutyRecords).AsTracking().AsSplitQuery();

    /// <summary>Codes of the years in which there are pupils on roll, youngest first.</summary>
    public static IQueryable<string> Years(SenSupportDbContext db, SignedInStaff staff) =>
        db.PupilsWrittenBy(staff).OnRoll().GroupBy(pupil => new { pupil.NcYearOrder, pupil.NcYear }).OrderBy(year => year.Key.NcYearOrder).Select(year => year.Key.NcYear);

    /// <summary>Names of the classes.</summary>
    public static IQueryable<string> Classes(SenSupportDbContext db) => db.Classes.OrderBy(row => row.Name).Select(row => row.Name);

    private static IQueryable<DoneBeforePupil> Rows(SenSupportDbContext db, IQueryable<Pupil> pupils) =>
        from pupil in pupils
        orderby pupil.NcYearOrder, db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(), pupil.SortName, pupil.Id
        select new DoneBeforePupil(
            pupil.Id,
            pupil.Surname,
            pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
            pupil.NcYear,
            db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
            pupil.Status,
            pupil.BirthDate,
            pupil.DutyRecords.Select(record => new DoneOn(record.Kind, record.On)).ToList());
}
