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
            NoReviewDate = places.Sum(line => line.HasNoDate ? 1 : 0),
        };

    /// <summary>A key for each pupil that a filter finds, to be counted.</summary>
    public static IQueryable<Guid> Found(SenSupportDbContext db, SignedInStaff staff, RegisterFilter filter, DateOnly today, DateOnly? termEnds, Guid[] outstanding) =>
        Narrow(Lines(db, staff, today), filter, today, termEnds, outstanding).Select(line => line.Pupil.Id);

    /// <summary>Those of the pupils whom the person may see in the register.</summary>
    public static IQueryable<Guid> Seen(SenSupportDbContext db, SignedInStaff staff, Guid[] pupils) =>
        db.PupilsListedFor(staff).OnRoll().Where(pupil => EF.Parameter(pupils).Contains(pupil.Id)).Select(pupil => pupil.Id);

    /// <summary>The keys that a filter finds, in its order.</summary>
    public static IQueryable<Guid> Keys(SenSupportDbContext db, SignedInStaff staff, RegisterFilter filter, DateOnly today, DateOnly? termEnds, Guid[] outstanding) =>
        InOrder(Places(db, staff, filter, today, termEnds, outstanding), filter).Select(place => place.Line.Pupil.Id);

    /// <summary>The rows of given pupils.</summary>
    public static IQueryable<RegisterRow> Rows(SenSupportDbContext db, SignedInStaff staff, DateOnly today, Guid[] pupils) =>
        Rows(db, staff, new RegisterFilter { View = RegisterView.Everyone }, today, null, []).Where(row => EF.Parameter(pupils).Contains(row.Id));

    /// <summary>The rows that a filter finds, in its order; all of its pages.</summary>
    public static IQueryable<RegisterRow> Rows(SenSupportDbContext db, SignedInStaff staff, RegisterFilter filter, DateOnly today, DateOnly? termEnds, Guid[] outstanding) =>
        from place in InOrder(Places(db, staff, filter, today, termEnds, outstanding), filter)
        select new RegisterRow
        {
            Id = place.Line.Pupil.Id,
            Surname = place.Line.Pupil.Surname,
            Forename = place.Line.Pupil.Forename,
            KnownAs = place.Line.Pupil.KnownAs,
            Class = place.Line.Class!.Name,
            Status = place.Line.Pupil.Status,
            Need = place.Need!.Code,
            Area = (AreaOfNeed?)place.Need.Area,
            NeedCount = place.Line.Pupil.Needs.Count(other => other.End == null),
            Stage = (CycleStage?)place.Line.Cycle!.Stage,
            Cycle = (int?)place.Line.Cycle.Number,
            NextOn = place.NextOn,
        };

    /// <summary>The same pupils in the same order, with what a file of them holds.</summary>
    public static IQueryable<RegisterFileRow> FileRows(SenSupportDbContext db, SignedInStaff staff, RegisterFilter filter, DateOnly today, DateOnly? termEnds, Guid[] outstanding) =>
        from place in InOrder(Places(db, staff, filter, today, termEnds, outstanding), filter)
        select new RegisterFileRow
        {
            Id = place.Line.Pupil.Id,
            Upn = place.Line.Pupil.Upn,
            Surname = place.Line.Pupil.Surname,
            Forename = place.Line.Pupil.Forename,
            KnownAs = place.Line.Pupil.KnownAs,
            BirthDate = place.Line.Pupil.BirthDate,
            Sex = place.Line.Pupil.Sex,
            NcYear = place.Line.Pupil.NcYear,
            Class = place.Line.Class!.Name,
            Status = place.Line.Pupil.Status,
            StatusSince = (DateOnly?)place.Period!.Start,
            Needs = place.Line.Pupil.Needs.Where(need => need.End == null).OrderBy(need => need.Rank).Select(need => need.Code).ToList(),
            InSenUnit = place.Line.Pupil.InSenUnit,
            InResourcedProvision = place.Line.Pupil.InResourcedProvision,
            ResponsibleTeacher = db.Staff.Where(person => person.Id == place.Line.Pupil.ResponsibleTeacherId).Select(person => person.Name).FirstOrDefault(),
            Stage = (CycleStage?)place.Line.Cycle!.Stage,
            Cycle = (int?)place.Line.Cycle.Number,
            NextOn = place.NextOn,
        };

    private static IQueryable<Place> Places(SenSupportDbContext db, SignedInStaff staff, RegisterFilter filter, DateOnly today, DateOnly? termEnds, Guid[] outstanding) =>
        from line in Narrow(Lines(db, staff, today), filter, today, termEnds, outstanding)
        from need in line.Pupil.Needs.Where(need => need.End == null && need.Rank == 1).DefaultIfEmpty()
        from period in line.Pupil.StatusPeriods.Where(period => period.End == null).DefaultIfEmpty()
        select new Place { Line = line, Need = need, Period = period, NextOn = line.Cycle == null ? period!.MonitorUntil : line.Cycle.ReviewOn };

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
            };
    }

    private static IQueryable<Line> Narrow(IQueryable<Line> lines, RegisterFilter filter, DateOnly today, DateOnly? termEnds, Guid[] outstanding)
    {
        lines = filter.View switch
        {
            RegisterView.OnRegister => lines.Where(line => line.Pupil.Status == SenStatus.SenSupport || line.Pupil.Status == SenStatus.EhcPlan),
            RegisterView.ReviewOverdue => lines.Where(line => line.IsLate),
            RegisterView.ReviewSoon => lines.Where(line => line.IsSoon),
            RegisterView.Outstanding => lines.Where(line => EF.Parameter(outstanding).Contains(line.Pupil.Id)),
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

    // Rows without a value stand last, whichever way round; names decide between equals. How much is outstanding is no column: see RegisterQuestion.ByOutstanding.
    private static IQueryable<Place> InOrder(IQueryable<Place> places, RegisterFilter filter)
    {
        var sorted = (filter.Sort, filter.Descending) switch
        {
            (RegisterColumn.Class, false) => places.OrderBy(place => place.Line.Pupil.NcYearOrder).ThenBy(place => place.Line.Class!.Name),
            (RegisterColumn.Class, true) => places.OrderByDescending(place => place.Line.Pupil.NcYearOrder).ThenByDescending(place => place.Line.Class!.Name),
            (RegisterColumn.Status, false) => places.OrderBy(place => place.Line.Pupil.Status == SenStatus.EhcPlan ? 0 : place.Line.Pupil.Status == SenStatus.Monitoring ? 1 : place.Line.Pupil.Status == SenStatus.None ? 2 : 3),
            (RegisterColumn.Status, true) => places.OrderByDescending(place => place.Line.Pupil.Status == SenStatus.EhcPlan ? 0 : place.Line.Pupil.Status == SenStatus.Monitoring ? 1 : place.Line.Pupil.Status == SenStatus.None ? 2 : 3),
            (RegisterColumn.Need, false) => places.OrderBy(place => place.Need == null ? 1 : 0).ThenBy(place => place.Need!.Code),
            (RegisterColumn.Need, true) => places.OrderBy(place => place.Need == null ? 1 : 0).ThenByDescending(place => place.Need!.Code),
            (RegisterColumn.Stage, false) => places.OrderBy(place => place.Line.Cycle == null ? 1 : 0).ThenBy(place => place.Line.Cycle!.Stage).ThenBy(place => place.Line.Cycle!.Number),
            (RegisterColumn.Stage, true) => places.OrderBy(place => place.Line.Cycle == null ? 1 : 0).ThenByDescending(place => place.Line.Cycle!.Stage).ThenByDescending(place => place.Line.Cycle!.Number),
            (RegisterColumn.Review, false) => places.OrderBy(place => place.NextOn == null ? 1 : 0).ThenBy(place => place.NextOn),
            (RegisterColumn.Review, true) => places.OrderBy(place => place.NextOn == null ? 1 : 0).ThenByDescending(place => place.NextOn),
            (RegisterColumn.Name, true) => places.OrderByDescending(place => place.Line.Pupil.SortName),
            _ => null,
        };
        return (sorted is null ? places.OrderBy(place => place.Line.Pupil.SortName) : sorted.ThenBy(place => place.Line.Pupil.SortName)).ThenBy(place => place.Line.Pupil.Id);
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
    }

    // A line with what rows are sorted by.
    private sealed class Place
    {
        public Line Line { get; init; } = null!;

        public Need? Need { get; init; }

        public SenStatusPeriod? Period { get; init; }

        public DateOnly? NextOn { get; init; }
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

    public int NoReviewDate { get; init; }
}

/// <summary>One pupil in the register.</summary>
public sealed record RegisterRow
{
    public Guid Id { get; init; }

    public string Surname { get; init; } = "";

    public string Forename { get; init; } = "";

    public string KnownAs { get; init; } = "";

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

    /// <summary>How much is outstanding, as the person sees it: not part of the read.</summary>
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

/// <summary>One pupil in a file of the register.</summary>
public sealed record RegisterFileRow
{
    public Guid Id { get; init; }

    public string Upn { get; init; } = "";

    public string Surname { get; init; } = "";

    public string Forename { get; init; } = "";

    public string KnownAs { get; init; } = "";

    public DateOnly BirthDate { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>National curriculum year.</summary>
    public string NcYear { get; init; } = "";

    /// <summary>The class; null without one.</summary>
    public string? Class { get; init; }

    public SenStatus Status { get; init; }

    /// <summary>First day of the status; null where none was ever recorded.</summary>
    public DateOnly? StatusSince { get; init; }

    /// <summary>Codes of the current needs by rank.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    public bool InSenUnit { get; init; }

    public bool InResourcedProvision { get; init; }

    public string? ResponsibleTeacher { get; init; }

    /// <summary>Stage of the open cycle; null when none is open.</summary>
    public CycleStage? Stage { get; init; }

    /// <summary>Number of the open cycle.</summary>
    public int? Cycle { get; init; }

    /// <summary>The review date of the open cycle; without one open, the day on which a monitored pupil is looked at again.</summary>
    public DateOnly? NextOn { get; init; }

    /// <summary>How much is outstanding, as the person sees it: not part of the read.</summary>
    public int Outstanding { get; init; }
}
