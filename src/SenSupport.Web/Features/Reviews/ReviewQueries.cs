using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Reviews.ListReviews;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Reviews;

/// <summary>What the pages of reviews read. All of it begins at the pupils whom the person may see now.</summary>
public static class ReviewQueries
{
    /// <summary>Reviews of each class and responsible teacher by state: every count on the page, and what to filter by.</summary>
    public static IQueryable<ReviewCount> Counts(SenSupportDbContext db, SignedInStaff staff, ReviewDays days) =>
        from line in Open(db, staff)
        group line by new { line.Pupil.NcYearOrder, Class = line.Class!.Name, TeacherId = (Guid?)line.Teacher!.Id, Teacher = line.Teacher.Name } into places
        orderby places.Key.NcYearOrder, places.Key.Class
        select new ReviewCount
        {
            Class = places.Key.Class,
            TeacherId = places.Key.TeacherId,
            Teacher = places.Key.Teacher,
            Overdue = places.Sum(line => line.On < days.Today ? 1 : 0),
            Soon = places.Sum(line => line.On >= days.Today && line.On <= days.Soon ? 1 : 0),
            ThisTerm = places.Sum(line => line.On > days.Soon && line.On <= days.TermEnds ? 1 : 0),
            Later = places.Sum(line => line.On > days.TermEnds ? 1 : 0),
            NoDate = places.Sum(line => line.On == null ? 1 : 0),
        };

    /// <summary>A key for each cycle that was closed lately, to be counted.</summary>
    public static IQueryable<Guid> ClosedLately(SenSupportDbContext db, SignedInStaff staff, ReviewDays days) =>
        Closed(db, staff, days).Select(line => line.Cycle!.Id);

    /// <summary>A key for each review that a filter finds, to be counted.</summary>
    public static IQueryable<Guid> Found(SenSupportDbContext db, SignedInStaff staff, ReviewsFilter filter, ReviewDays days) =>
        Narrow(db, staff, filter, days).Select(line => line.Pupil.Id);

    /// <summary>The rows that a filter finds, in its order; all of its pages.</summary>
    public static IQueryable<ReviewRow> Rows(SenSupportDbContext db, SignedInStaff staff, ReviewsFilter filter, ReviewDays days) =>
        from line in InOrder(Narrow(db, staff, filter, days), filter)
        select new ReviewRow
        {
            PupilId = line.Pupil.Id,
            Surname = line.Pupil.Surname,
            Forename = line.Pupil.Forename,
            KnownAs = line.Pupil.KnownAs,
            Class = line.Class!.Name,
            Stage = (CycleStage?)line.Cycle!.Stage,
            Cycle = (int?)line.Cycle.Number,
            On = line.On,
            WriterId = line.Pupil.ResponsibleTeacherId,
            Teacher = line.Teacher!.Name,
            HasPupilView = line.PupilView == 1,
            HasParentView = line.ParentView == 1,
            HasStaffView = line.StaffView == 1,
            PupilViewIsIn = line.Cycle!.Review.PupilView != "",
            ParentViewIsIn = line.Cycle.Review.ParentView != "",
            StaffViewIsIn = line.Cycle.Review.StaffView != "",
            Asked = db.AssessmentRequests.Count(request => request.CycleId == line.Cycle.Id && request.WithdrawnOn == null),
            Answered = db.AssessmentRequests.Count(request => request.CycleId == line.Cycle.Id && request.AnsweredOn != null),
            HasEhcPlan = line.Pupil.Status == SenStatus.EhcPlan,
            NcYear = line.Pupil.NcYear,
            PlanSince = line.Pupil.StatusPeriods.Where(period => period.End == null).Select(period => (DateOnly?)period.Start).FirstOrDefault(),
            LastAnnualReview = line.Pupil.DutyRecords.Where(record => record.Kind == DutyRecordKind.AnnualReview).Max(record => (DateOnly?)record.On),
        };

    /// <summary>Pupils with an EHC plan, with what says when its annual review is due.</summary>
    public static IQueryable<ReviewRow> EhcPlans(SenSupportDbContext db, SignedInStaff staff) =>
        from pupil in db.PupilsReadBy(staff).OnRoll()
        where pupil.Status == SenStatus.EhcPlan
        orderby pupil.SortName, pupil.Id
        select new ReviewRow
        {
            PupilId = pupil.Id,
            Surname = pupil.Surname,
            Forename = pupil.Forename,
            KnownAs = pupil.KnownAs,
            Class = db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
            WriterId = pupil.ResponsibleTeacherId,
            HasEhcPlan = true,
            NcYear = pupil.NcYear,
            PlanSince = pupil.StatusPeriods.Where(period => period.End == null).Select(period => (DateOnly?)period.Start).FirstOrDefault(),
            LastAnnualReview = pupil.DutyRecords.Where(record => record.Kind == DutyRecordKind.AnnualReview).Max(record => (DateOnly?)record.On),
        };

    /// <summary>The annual reviews of EHC plans that are due from one day to another, both included, by name; none where the school is not set up.</summary>
    public static async Task<IReadOnlyList<ReviewRow>> AnnualAsync(SenSupportDbContext db, SignedInStaff staff, School? school, DateOnly first, DateOnly last, DateOnly today)
    {
        var rules = school is null ? null : DutySchool.Of(school);
        return [.. (await EhcPlans(db, staff).ToListAsync()).Select(row => row with { On = row.AnnualReviewOn(rules, today) }).Where(row => row.On >= first && row.On <= last)];
    }

    /// <summary>The reviews that are due from one day to another, both included, by day and name.</summary>
    public static IQueryable<ReviewRow> Due(SenSupportDbContext db, SignedInStaff staff, DateOnly first, DateOnly last) =>
        from line in Open(db, staff)
        where line.On >= first && line.On <= last
        orderby line.On, line.Pupil.SortName, line.Pupil.Id
        select new ReviewRow
        {
            PupilId = line.Pupil.Id,
            CycleId = line.Cycle!.Id,
            Surname = line.Pupil.Surname,
            Forename = line.Pupil.Forename,
            KnownAs = line.Pupil.KnownAs,
            Class = line.Class!.Name,
            Stage = (CycleStage?)line.Cycle!.Stage,
            Cycle = (int?)line.Cycle.Number,
            On = line.On,
            WriterId = line.Pupil.ResponsibleTeacherId,
        };

    private static IQueryable<Line> Open(SenSupportDbContext db, SignedInStaff staff) =>
        from pupil in db.PupilsReadBy(staff).OnRoll()
        join open in db.Cycles on pupil.Id equals open.OpenKey into cycles
        from cycle in cycles.DefaultIfEmpty()
        join named in db.Classes on pupil.ClassId equals (Guid?)named.Id into classes
        from schoolClass in classes.DefaultIfEmpty()
        join known in db.Staff on cycle!.ResponsibleTeacherId ?? pupil.ResponsibleTeacherId equals (Guid?)known.Id into people
        from teacher in people.DefaultIfEmpty()
        where cycle != null || pupil.Status == SenStatus.SenSupport || pupil.Status == SenStatus.EhcPlan
        select new Line
        {
            Pupil = pupil,
            Cycle = cycle,
            Class = schoolClass,
            Teacher = teacher,
            On = cycle!.ReviewOn,
            PupilView = cycle != null && (cycle.Review.PupilView != "" || db.ReviewViews.Any(view => view.CycleId == cycle.Id && view.Of == ViewOf.Pupil && view.GivenOn != null)) ? 1 : 0,
            ParentView = cycle != null && (cycle.Review.ParentView != "" || db.ReviewViews.Any(view => view.CycleId == cycle.Id && view.Of == ViewOf.Parents && view.GivenOn != null)) ? 1 : 0,
            StaffView = cycle != null && (cycle.Review.StaffView != "" || db.AssessmentRequests.Any(request => request.CycleId == cycle.Id && request.AnsweredOn != null)) ? 1 : 0,
        };

    private static IQueryable<Line> Closed(SenSupportDbContext db, SignedInStaff staff, ReviewDays days) =>
        from pupil in db.PupilsReadBy(staff).OnRoll()
        join cycle in db.Cycles on pupil.Id equals cycle.PupilId
        where cycle.Stage == CycleStage.Closed && cycle.ClosedOn >= days.LatelySince
        join named in db.Classes on pupil.ClassId equals (Guid?)named.Id into classes
        from schoolClass in classes.DefaultIfEmpty()
        join known in db.Staff on cycle.ResponsibleTeacherId ?? pupil.ResponsibleTeacherId equals (Guid?)known.Id into people
        from teacher in people.DefaultIfEmpty()
        select new Line
        {
            Pupil = pupil,
            Cycle = cycle,
            Class = schoolClass,
            Teacher = teacher,
            On = cycle.Review.HeldOn ?? cycle.ClosedOn,
            PupilView = cycle.Review.PupilView != "" ? 1 : 0,
            ParentView = cycle.Review.ParentView != "" ? 1 : 0,
            StaffView = cycle.Review.StaffView != "" ? 1 : 0,
        };

    private static IQueryable<Line> Narrow(SenSupportDbContext db, SignedInStaff staff, ReviewsFilter filter, ReviewDays days)
    {
        var lines = filter.State switch
        {
            ReviewState.Overdue => Open(db, staff).Where(line => line.On < days.Today),
            ReviewState.Soon => Open(db, staff).Where(line => line.On >= days.Today && line.On <= days.Soon),
            ReviewState.ThisTerm => Open(db, staff).Where(line => line.On > days.Soon && line.On <= days.TermEnds),
            ReviewState.Later => Open(db, staff).Where(line => line.On > days.TermEnds),
            ReviewState.NoDate => Open(db, staff).Where(line => line.On == null),
            ReviewState.Lately => Closed(db, staff, days),
            _ => Open(db, staff),
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

        if (filter.Class.Length > 0)
        {
            lines = lines.Where(line => line.Class!.Name == filter.Class);
        }

        if (filter.Teacher is { } teacherId)
        {
            lines = lines.Where(line => line.Teacher!.Id == teacherId);
        }

        return lines;
    }

    // Rows without a value stand last, whichever way round; names decide between equals.
    private static IQueryable<Line> InOrder(IQueryable<Line> lines, ReviewsFilter filter)
    {
        var sorted = (filter.Sort, filter.Descending) switch
        {
            (ReviewColumn.Review, false) => lines.OrderBy(line => line.On == null ? 1 : 0).ThenBy(line => line.On),
            (ReviewColumn.Review, true) => lines.OrderBy(line => line.On == null ? 1 : 0).ThenByDescending(line => line.On),
            (ReviewColumn.Class, false) => lines.OrderBy(line => line.Pupil.NcYearOrder).ThenBy(line => line.Class!.Name),
            (ReviewColumn.Class, true) => lines.OrderByDescending(line => line.Pupil.NcYearOrder).ThenByDescending(line => line.Class!.Name),
            (ReviewColumn.Stage, false) => lines.OrderBy(line => line.Cycle == null ? 1 : 0).ThenBy(line => line.Cycle!.Stage).ThenBy(line => line.Cycle!.Number),
            (ReviewColumn.Stage, true) => lines.OrderBy(line => line.Cycle == null ? 1 : 0).ThenByDescending(line => line.Cycle!.Stage).ThenByDescending(line => line.Cycle!.Number),
            (ReviewColumn.Teacher, false) => lines.OrderBy(line => line.Teacher == null ? 1 : 0).ThenBy(line => line.Teacher!.SortName),
            (ReviewColumn.Teacher, true) => lines.OrderBy(line => line.Teacher == null ? 1 : 0).ThenByDescending(line => line.Teacher!.SortName),
            (ReviewColumn.Views, false) => lines.OrderBy(line => line.PupilView + line.ParentView + line.StaffView),
            (ReviewColumn.Views, true) => lines.OrderByDescending(line => line.PupilView + line.ParentView + line.StaffView),
            (_, false) => null,
            _ => lines.OrderByDescending(line => line.Pupil.SortName),
        };
        return (sorted is null ? lines.OrderBy(line => line.Pupil.SortName) : sorted.ThenBy(line => line.Pupil.SortName)).ThenBy(line => line.Pupil.Id).ThenByDescending(line => line.Cycle!.Number);
    }

    // What filters, counts and rows share: part of the query, never made in memory.
    private sealed class Line
    {
        public Pupil Pupil { get; init; } = null!;

        public SupportCycle? Cycle { get; init; }

        public SchoolClass? Class { get; init; }

        public StaffMember? Teacher { get; init; }

        public DateOnly? On { get; init; }

        public int PupilView { get; init; }

        public int ParentView { get; init; }

        public int StaffView { get; init; }
    }
}

/// <summary>How many reviews of one class and responsible teacher there are in each state.</summary>
public sealed record ReviewCount
{
    /// <summary>The class; null for pupils without one.</summary>
    public string? Class { get; init; }

    /// <summary>The responsible teacher; null for none.</summary>
    public Guid? TeacherId { get; init; }

    /// <summary>Their name.</summary>
    public string? Teacher { get; init; }

    /// <summary>Reviews whose date has passed.</summary>
    public int Overdue { get; init; }

    /// <summary>Reviews of today and the next 14 days.</summary>
    public int Soon { get; init; }

    /// <summary>Reviews after that to the end of the term.</summary>
    public int ThisTerm { get; init; }

    /// <summary>Reviews after the term.</summary>
    public int Later { get; init; }

    /// <summary>Reviews without a date.</summary>
    public int NoDate { get; init; }
}

/// <summary>One review.</summary>
public sealed record ReviewRow
{
    /// <summary>The pupil.</summary>
    public Guid PupilId { get; init; }

    /// <summary>The cycle, where the page needs it.</summary>
    public Guid CycleId { get; init; }

    /// <summary>The surname.</summary>
    public string Surname { get; init; } = "";

    /// <summary>The first name in the records.</summary>
    public string Forename { get; init; } = "";

    /// <summary>The first name in use; empty where it is the same.</summary>
    public string KnownAs { get; init; } = "";

    /// <summary>The class; null without one.</summary>
    public string? Class { get; init; }

    /// <summary>Stage of the cycle; null when none is open.</summary>
    public CycleStage? Stage { get; init; }

    /// <summary>Number of the cycle.</summary>
    public int? Cycle { get; init; }

    /// <summary>The day for which the review is agreed; for a closed cycle, on which it was held.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The teacher who writes the pupil's reviews.</summary>
    public Guid? WriterId { get; init; }

    /// <summary>The responsible teacher's name; null for none.</summary>
    public string? Teacher { get; init; }

    /// <summary>Whether the pupil's view is in the review.</summary>
    public bool HasPupilView { get; init; }

    /// <summary>Whether the parents' view is in the review.</summary>
    public bool HasParentView { get; init; }

    /// <summary>Whether the staff's view is in the review.</summary>
    public bool HasStaffView { get; init; }

    /// <summary>Whether the pupil's view stands in the review itself.</summary>
    public bool PupilViewIsIn { get; init; }

    /// <summary>Whether the parents' view stands in the review itself.</summary>
    public bool ParentViewIsIn { get; init; }

    /// <summary>Whether the staff's view stands in the review itself.</summary>
    public bool StaffViewIsIn { get; init; }

    /// <summary>How many colleagues are asked for their view.</summary>
    public int Asked { get; init; }

    /// <summary>How many of them have answered.</summary>
    public int Answered { get; init; }

    /// <summary>Whether the pupil has an EHC plan.</summary>
    public bool HasEhcPlan { get; init; }

    /// <summary>Census code of the pupil's year.</summary>
    public string NcYear { get; init; } = "";

    /// <summary>Since when the pupil has the present status.</summary>
    public DateOnly? PlanSince { get; init; }

    /// <summary>The day of the last annual review.</summary>
    public DateOnly? LastAnnualReview { get; init; }

    /// <summary>When the annual review of the EHC plan is due; null without one.</summary>
    public DateOnly? AnnualReviewOn(DutySchool? school, DateOnly today) => HasEhcPlan && school is not null ? DutyRules.AnnualReviewDue(PlanSince, LastAnnualReview, NcYear, school, today).Due : null;

    /// <summary>As lists have it: "Wiśniewska, Zofia".</summary>
    public string ListName => $"{Surname}, {FirstName}";

    /// <summary>As it is said: "Zofia Wiśniewska".</summary>
    public string FullName => $"{FirstName} {Surname}";

    private string FirstName => KnownAs.Length > 0 ? KnownAs : Forename;

    /// <summary>What there is to do next, in words, and the address that ends on the field for it.</summary>
    public (string Text, string Href) NextAct(SignedInStaff staff)
    {
        var pupil = $"/pupils/{PupilId}";
        var cycle = $"{pupil}/cycles/{Cycle}";
        if (Stage is not { } stage)
        {
            return (staff.MayWrite(WriterId) ? "Start a cycle" : "See the record", pupil);
        }

        if (stage == CycleStage.Closed)
        {
            return ("Read the review", $"{cycle}/review");
        }

        return (staff.MayWrite(WriterId), stage) switch
        {
            (false, _) => ("See the cycle", cycle),
            (true, CycleStage.Assess) => ("Finish the assessment", $"{cycle}/assess"),
            (true, _) when On is null => ("Set the date", $"{cycle}/plan#ReviewOn"),
            (true, CycleStage.Plan) => ("Go on with the plan", $"{cycle}/plan"),
            _ when (HasPupilView && !PupilViewIsIn) || (HasParentView && !ParentViewIsIn) || (HasStaffView && !StaffViewIsIn) => ("Put the views into the review", $"{cycle}/review#r-views"),
            _ when !HasPupilView => ("Record the pupil’s view", $"{cycle}/review#PupilView"),
            _ when !HasParentView => ("Record the parents’ view", $"{cycle}/review#ParentView"),
            _ when !HasStaffView => ("Record the staff’s view", $"{cycle}/review#StaffView"),
            _ => ("Decide what happens now", $"{cycle}/review#Decision"),
        };
    }
}
