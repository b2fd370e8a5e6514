using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.FindPupils;

/// <summary>What the register reads.</summary>
public static class RegisterQueries
{
    /// <summary>Pupils of each year and class by view: every count on the page, and the years and classes to filter by.</summary>
    public static IQueryable<RegisterCount> Counts(SenSupportDbContext db, SignedInStaff staff, DateOnly today) =>
        from line in Lines(db, staff, today)
        group line by new { line.Pupil.NcYearOrder, line.Pupil.NcYear, Class = line.Class!.Name } into places
        orderby places.Key.NcYearOrder, places.Key.Class
        select new RegisterCount
        {
            Year = places.Key.NcYear,
            Class = places.Key.Class,
            Everyone = places.Count(),
            All = places.Sum(line => line.IsFollowed ? 1 : 0),
            SenSupport = places.Sum(line => line.Pupil.Status == SenStatus.SenSupport ? 1 : 0),
            EhcPlan = places.Sum(line => line.Pupil.Status == SenStatus.EhcPlan ? 1 : 0),
            Monitoring = places.Sum(line => line.Pupil.Status == SenStatus.Monitoring ? 1 : 0),
            ReviewOverdue = places.Sum(line => line.IsLate ? 1 : 0),
            ReviewSoon = places.Sum(line => line.IsSoon ? 1 : 0),
            Outstanding = places.Sum(line => line.Outstanding > 0 ? 1 : 0),
            NoReviewDate = places.Sum(line => line.HasNoDate ? 1 : 0),
        };

    /// <summary>A key for each pupil that a filter finds, to be counted.</summary>
    public static IQueryable<Guid> Found(SenSupportDbContext db, SignedInStaff staff, RegisterFilter filter, DateOnly today, DateOnly? termEnds) =>
        Narrow(Lines(db, staff, today), filter, today, termEnds).Select(line => line.Pupil.Id);

    /// <summary>The rows that a filter finds, in its order; all of its pages.</summary>
    public static IQueryable<RegisterRow> Rows(SenSupportDbContext db, SignedInStaff staff, RegisterFilter filter, DateOnly today, DateOnly? termEnds) =>
        InOrder(
            from line in Narrow(Lines(db, staff, today), filter, today, termEnds)
            from need in line.Pupil.Needs.Where(need => need.End == null && need.Rank == 1).DefaultIfEmpty()
            from period in line.Pupil.StatusPeriods.Where(period => period.End == null).DefaultIfEmpty()
            select new RegisterRow
            {
                Id = line.Pupil.Id,
                Surname = line.Pupil.Surname,
                Forename = line.Pupil.Forename,
                KnownAs = line.Pupil.KnownAs,
                SortName = line.Pupil.SortName,
                YearOrder = line.Pupil.NcYearOrder,
                Class = line.Class!.Name,
                Status = line.Pupil.Status,
                Need = need!.Code,
                Area = (AreaOfNeed?)need.Area,
                NeedCount = line.Pupil.Needs.Count(other => other.End == null),
                Stage = (CycleStage?)line.Cycle!.Stage,
                Cycle = (int?)line.Cycle.Number,
                NextOn = line.Cycle == null ? period!.MonitorUntil : line.Cycle.ReviewOn,
                Outstanding = line.Outstanding,
            },
            filter);

    private static IQueryable<Line> Lines(SenSupportDbContext db, SignedInStaff staff, DateOnly today)
    {
        var soon = today.AddDays(ReviewDate.SoonDays);
        return
            from pupil in db.PupilsListedFor(staff).OnRoll()
            join open in db.Cycles on pupil.Id equals open.OpenKey into cycles
            from cycle in cycles.DefaultIfEmpty()
            join named in db.Classes on pupil.ClassId equals (Guid?)named.Id into classes
            from schoolClass in classes.DefaultIfEmpty()
            select new Line
            {
                Pupil = pupil,
                Cycle = cycle,
                Class = schoolClass,
                IsFollowed = pupil.Status != SenStatus.None || cycle != null,
                IsLate = cycle!.ReviewOn < today,
                IsSoon = cycle.ReviewOn >= today && cycle.ReviewOn <= soon,
                HasNoDate = cycle.ReviewOn == null && (cycle != null || pupil.Status == SenStatus.SenSupport || pupil.Status == SenStatus.EhcPlan),
                Outstanding = cycle == null ? 0 : cycle.GapCount + (cycle.ReviewOn < today ? 1 : 0),
            };
    }

    private static IQueryable<Line> Narrow(IQueryable<Line> lines, RegisterFilter filter, DateOnly today, DateOnly? termEnds)
    {
        lines = filter.View switch
        {
            RegisterView.OnRegister => lines.Where(line => line.Pupil.Status == SenStatus.SenSupport || line.Pupil.Status == SenStatus.EhcPlan),
            RegisterView.ReviewOverdue => lines.Where(line => line.IsLate),
            RegisterView.ReviewSoon => lines.Where(line => line.IsSoon),
            RegisterView.Outstanding => lines.Where(line => line.Outstanding > 0),
            RegisterView.NoReviewDate => lines.Where(line => line.HasNoDate),
            RegisterView.Monitoring => lines.Where(line => line.Pupil.Status == SenStatus.Monitoring),
            RegisterView.Everyone => lines,
            _ => lines.Where(line => line.IsFollowed),
        };
        lines = filter.Review switch
        {
            ReviewWhen.Overdue => lines.Where(line => line.IsLate),
            ReviewWhen.Soon => lines.Where(line => line.IsSoon),
            ReviewWhen.ThisTerm => lines.Where(line => line.Cycle!.ReviewOn >= today && line.Cycle.ReviewOn <= termEnds),
            ReviewWhen.NoDate => lines.Where(line => line.HasNoDate),
            _ => lines,
        };
        foreach (var word in filter.Words)
        {
            // Folded words hold letters and digits only, so that no % or _ of the search is a wildcard.
            var pattern = $"%{word}%";
            lines = lines.Where(line => EF.Functions.Like(line.Pupil.SearchText, pattern));
        }

        if (filter.Search.Length > 0 && filter.Words.Count == 0)
        {
            lines = lines.Where(line => false);
        }

        if (filter.Year.Length > 0)
        {
            lines = lines.Where(line => line.Pupil.NcYear == filter.Year);
        }

        if (filter.Class.Length > 0)
        {
            lines = lines.Where(line => line.Class!.Name == filter.Class);
        }

        if (filter.Area is { } area)
        {
            lines = lines.Where(line => line.Pupil.Needs.Any(need => need.End == null && need.Area == area));
        }

        if (filter.Need.Length > 0)
        {
            lines = lines.Where(line => line.Pupil.Needs.Any(need => need.End == null && need.Code == filter.Need));
        }

        if (filter.Status is { } status)
        {
            lines = lines.Where(line => line.Pupil.Status == status);
        }

        if (filter.Stage is { } stage)
        {
            lines = lines.Where(line => line.Cycle!.Stage == stage);
        }

        return lines;
    }

    // Rows without a value stand last, whichever way round; names decide between equals.
    private static IQueryable<RegisterRow> InOrder(IQueryable<RegisterRow> rows, RegisterFilter filter)
    {
        var sorted = (filter.Sort, filter.Descending) switch
        {
            (RegisterColumn.Class, false) => rows.OrderBy(row => row.YearOrder).ThenBy(row => row.Class),
            (RegisterColumn.Class, true) => rows.OrderByDescending(row => row.YearOrder).ThenByDescending(row => row.Class),
            (RegisterColumn.Status, false) => rows.OrderBy(row => row.Status == SenStatus.EhcPlan ? 0 : row.Status == SenStatus.Monitoring ? 1 : row.Status == SenStatus.None ? 2 : 3),
            (RegisterColumn.Status, true) => rows.OrderByDescending(row => row.Status == SenStatus.EhcPlan ? 0 : row.Status == SenStatus.Monitoring ? 1 : row.Status == SenStatus.None ? 2 : 3),
            (RegisterColumn.Need, false) => rows.OrderBy(row => row.Need == null ? 1 : 0).ThenBy(row => row.Need),
            (RegisterColumn.Need, true) => rows.OrderBy(row => row.Need == null ? 1 : 0).ThenByDescending(row => row.Need),
            (RegisterColumn.Stage, false) => rows.OrderBy(row => row.Stage == null ? 1 : 0).ThenBy(row => row.Stage).ThenBy(row => row.Cycle),
            (RegisterColumn.Stage, true) => rows.OrderBy(row => row.Stage == null ? 1 : 0).ThenByDescending(row => row.Stage).ThenByDescending(row => row.Cycle),
            (RegisterColumn.Review, false) => rows.OrderBy(row => row.NextOn == null ? 1 : 0).ThenBy(row => row.NextOn),
            (RegisterColumn.Review, true) => rows.OrderBy(row => row.NextOn == null ? 1 : 0).ThenByDescending(row => row.NextOn),
            (RegisterColumn.Outstanding, false) => rows.OrderBy(row => row.Outstanding),
            (RegisterColumn.Outstanding, true) => rows.OrderByDescending(row => row.Outstanding),
            (_, false) => null,
            _ => rows.OrderByDescending(row => row.SortName),
        };
        return (sorted is null ? rows.OrderBy(row => row.SortName) : sorted.ThenBy(row => row.SortName)).ThenBy(row => row.Id);
    }

    // What filters, counts and rows share. The flags are part of the query: nothing of it is ever made in memory.
    private sealed class Line
    {
        public Pupil Pupil { get; init; } = null!;

        public SupportCycle? Cycle { get; init; }

        public SchoolClass? Class { get; init; }

        public bool IsFollowed { get; init; }

        public bool IsLate { get; init; }

        public bool IsSoon { get; init; }

        public bool HasNoDate { get; init; }

        public int Outstanding { get; init; }
    }
}

/// <summary>How many pupils of one class and year there are in each view.</summary>
public sealed record RegisterCount
{
    /// <summary>National curriculum year.</summary>
    public string Year { get; init; } = "";

    /// <summary>The class; null for pupils without one.</summary>
    public string? Class { get; init; }

    public int Everyone { get; init; }

    public int All { get; init; }

    public int SenSupport { get; init; }

    public int EhcPlan { get; init; }

    public int Monitoring { get; init; }

    public int ReviewOverdue { get; init; }

    public int ReviewSoon { get; init; }

    public int Outstanding { get; init; }

    public int NoReviewDate { get; init; }
}

/// <summary>One pupil in the register.</summary>
public sealed record RegisterRow
{
    public Guid Id { get; init; }

    public string Surname { get; init; } = "";

    public string Forename { get; init; } = "";

    public string KnownAs { get; init; } = "";

    /// <summary>The name folded for sorting.</summary>
    public string SortName { get; init; } = "";

    /// <summary>The place of the year from youngest to oldest.</summary>
    public int YearOrder { get; init; }

    /// <summary>The class; null without one.</summary>
    public string? Class { get; init; }

    public SenStatus Status { get; init; }

    /// <summary>Code of the primary need; null without one.</summary>
    public string? Need { get; init; }

    /// <summary>Area of the primary need.</summary>
    public AreaOfNeed? Area { get; init; }

    /// <summary>How many current needs there are.</summary>
    public int NeedCount { get; init; }

    /// <summary>Stage of the open cycle; null when none is open.</summary>
    public CycleStage? Stage { get; init; }

    /// <summary>Number of the open cycle.</summary>
    public int? Cycle { get; init; }

    /// <summary>The review date of the open cycle; without one open, the day on which a monitored pupil is looked at again.</summary>
    public DateOnly? NextOn { get; init; }

    /// <summary>How much is outstanding in the open cycle.</summary>
    public int Outstanding { get; init; }

    /// <summary>The first name in use.</summary>
    public string FirstName => KnownAs.Length > 0 ? KnownAs : Forename;

    /// <summary>As lists have it: "Wiśniewska, Zofia".</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>As it is said: "Zofia Wiśniewska".</summary>
    public string FullName => $"{FirstName} {Surname}";

    /// <summary>The name of the primary need, short enough for a row.</summary>
    public string? NeedName => Need switch
    {
        null => null,
        "SLCN" => "Speech, language and communication",
        "NSA" => "No specialist assessment",
        _ => NeedType.Find(Need)?.Name,
    };

    /// <summary>Whether the next date is a check-in of a monitored pupil and no review.</summary>
    public bool IsCheckIn => Stage is null && NextOn is not null;

    /// <summary>Whether a review date is missing, as the view "No review date" has it.</summary>
    public bool LacksReviewDate => NextOn is null && (Stage is not null || Status.IsOnRegister());
}
