using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duplicates.MergePupils;

/// <summary>Unites two records of the same pupil, and takes that back: all of it in one transaction.</summary>
public sealed class MergeHandler(SenSupportDbContext db, TimeProvider clock)
{
    /// <summary>Both records side by side; null when one is not there.</summary>
    public async Task<MergePage?> CompareAsync(Guid keptId, Guid otherId)
    {
        if (keptId == otherId || await Whole(db, keptId).AsNoTracking().FirstOrDefaultAsync() is not { } kept || await Whole(db, otherId).AsNoTracking().FirstOrDefaultAsync() is not { } other)
        {
            return null;
        }

        var cycles = await CyclesOf(db, keptId, otherId).AsNoTracking().Select(cycle => new { cycle.PupilId, cycle.Stage }).ToListAsync();
        var events = await db.Events.Where(row => row.PupilId == keptId || row.PupilId == otherId).GroupBy(row => row.PupilId).Select(rows => new { rows.Key, Count = rows.Count() }).ToListAsync();
        var groups = await db.GroupPupils.Where(time => time.PupilId == keptId || time.PupilId == otherId).GroupBy(time => time.PupilId).Select(rows => new { rows.Key, Count = rows.Count() }).ToListAsync();
        var names = await Names(db).ToDictionaryAsync(row => row.Id, row => row.Name);
        return new MergePage(
            kept.FullName,
            Side(kept),
            Side(other),
            Details(kept.ToMerge(), other.ToMerge(), names),
            [
                Count("Support cycles", pupil => cycles.Count(cycle => cycle.PupilId == pupil.Id), "All of both, numbered by date"),
                Count("Contacts", pupil => pupil.Contacts.Count, "Those of both; one that adds nothing is left out"),
                Count("Current needs", pupil => pupil.CurrentNeeds.Count(), "The kept ones first, then the others that are not among them"),
                Count("Closed needs", pupil => pupil.Needs.Count(need => need.End is not null), "All of both"),
                Count("Diagnoses", pupil => pupil.Diagnoses.Count, "All of both"),
                Count("Documents", pupil => pupil.Documents.Count, "All of both"),
                Count("Earlier plans and records received", pupil => pupil.PastPlans.Count + pupil.ReceivedRecords.Count, "All of both"),
                Count("What was done for duties", pupil => pupil.DutyRecords.Count, "All of both"),
                Count("Pupil’s own profiles", pupil => pupil.Profiles.Count, "All of both"),
                Count("Supporting staff", pupil => pupil.Supporters.Count, "All of both"),
                Count("Times in teaching groups", pupil => groups.FirstOrDefault(row => row.Key == pupil.Id)?.Count ?? 0, "All of both"),
                Count("Lines of history", pupil => events.FirstOrDefault(row => row.Key == pupil.Id)?.Count ?? 0, "All of both, in one timeline"),
            ],
            cycles.Where(cycle => cycle.Stage != CycleStage.Closed).Select(cycle => cycle.PupilId).Distinct().Count() > 1);

        static MergeSide Side(Pupil pupil) => new(pupil.Id, pupil.Version, $"{pupil.Surname}, {pupil.FirstName}", pupil.Status.Name(), pupil.Status.IsOnRegister(), pupil.PhotoId);

        MergeCount Count(string what, Func<Pupil, int> count, string after) => new(what, $"{count(kept)}", $"{count(other)}", after);
    }

    /// <summary>Unites them.</summary>
    /// <returns>False when one is not there.</returns>
    /// <exception cref="DomainRuleException">Both have an open cycle, or what was chosen cannot be stored.</exception>
    public async Task<bool> MergeAsync(SignedInStaff staff, Guid keptId, Guid otherId, MergeForm form)
    {
        await using var all = await db.Database.BeginTransactionAsync();
        if (keptId == otherId || await Whole(db, keptId).FirstOrDefaultAsync() is not { } kept || await Whole(db, otherId).FirstOrDefaultAsync() is not { } other)
        {
            return false;
        }

        db.Entry(kept).Property(pupil => pupil.Version).OriginalValue = form.KeptVersion;
        db.Entry(other).Property(pupil => pupil.Version).OriginalValue = form.OtherVersion;
        var acting = staff.Acting(clock);
        var cycles = await CyclesOf(db, keptId, otherId).ToListAsync();
        DomainRuleException.Require(cycles.Count(cycle => cycle.IsOpen) < 2, $"Both records of {kept.FullName} have an open support cycle. Close one of them first, then merge the records");
        var rows = kept.TakeIn(other, Chosen(kept.ToMerge(), other.ToMerge(), form), acting);
        await db.Events.Where(row => row.PupilId == otherId).ExecuteUpdateAsync(set => set.SetProperty(row => row.PupilId, keptId));
        var moves = cycles.OrderBy(cycle => cycle.OpenedOn).ThenBy(cycle => cycle.Number).ThenBy(cycle => cycle.Id)
            .Select((cycle, index) => new MergedCycle(cycle.Id, cycle.PupilId, cycle.Number, index + 1)).Where(move => move.PupilId != keptId || move.Number != move.NumberAfter).ToList();
        await NumberAsync(cycles, [.. moves.Select(move => (move.Id, keptId, move.NumberAfter))], RecordEventKind.PupilsMerged, acting);
        var groups = new List<MergedTimes>();
        foreach (var group in await GroupsOf(db, otherId).ToListAsync())
        {
            if (group.HandOver(otherId, keptId, acting) is { Count: > 0 } times)
            {
                groups.Add(new MergedTimes(group.Id, times));
            }
        }

        var following = await BesideAsync(otherId);
        following.ForEach(record => record.BelongTo(keptId, RecordEventKind.PupilsMerged, acting));
        db.Add(PupilMerge.Of(kept, other, rows with { Cycles = moves, Groups = groups, Followed = [.. following.Select(record => record.Id)] }, acting));
        await db.SaveChangesAsync();
        await all.CommitAsync();
        return true;
    }

    /// <summary>Takes a merge back.</summary>
    /// <returns>The pupil whose record was kept; null when there is no such merge.</returns>
    /// <exception cref="DomainRuleException">Its time is over, or a later merge stands in the way.</exception>
    public async Task<Guid?> UndoAsync(SignedInStaff staff, Guid mergeId, Guid version)
    {
        await using var all = await db.Database.BeginTransactionAsync();
        if (await db.PupilMerges.FirstOrDefaultAsync(row => row.Id == mergeId) is not { } merge)
        {
            return null;
        }

        db.Entry(merge).Property(row => row.Version).OriginalValue = version;
        var acting = staff.Acting(clock);
        merge.Undo(acting);
        DomainRuleException.Require(
            !await db.PupilMerges.AnyAsync(later => later.UndoneAt == null && later.MergedAt > merge.MergedAt && (later.KeptId == merge.KeptId || later.MergedId == merge.KeptId)),
            "The kept record was merged again later. Undo that merge first");
        var (keptId, otherId) = (merge.KeptId, merge.MergedId);
        var kept = await Whole(db, keptId).FirstAsync();
        var other = await Including(db.Pupils.IgnoreQueryFilters().Where(pupil => pupil.Id == otherId && pupil.SchoolId == staff.SchoolId)).FirstAsync();
        kept.GiveBack(other, merge.Rows, acting);
        var cycles = await CyclesOf(db, keptId, otherId).ToListAsync();
        await NumberAsync(cycles, Apart(cycles, merge), RecordEventKind.MergeUndone, acting);
        var back = merge.Rows.Cycles.Where(move => move.PupilId == otherId).Select(move => move.Id).ToList();
        foreach (var record in (await BesideAsync(keptId)).Where(record => merge.Rows.Followed.Contains(record.Id)))
        {
            record.BelongTo(otherId, RecordEventKind.MergeUndone, acting);
            back.Add(record.Id);
        }

        await db.Events.Where(row => row.PupilId == keptId && (row.RecordId == otherId || back.Contains(row.RecordId))).ExecuteUpdateAsync(set => set.SetProperty(row => row.PupilId, otherId));
        var groupIds = merge.Rows.Groups.Select(row => row.GroupId).ToList();
        foreach (var group in await db.TeachingGroups.Where(row => groupIds.Contains(row.Id)).Include(row => row.Pupils).ToListAsync())
        {
            group.Give([.. merge.Rows.Groups.First(row => row.GroupId == group.Id).Times], otherId, acting);
        }

        await db.SaveChangesAsync();
        await all.CommitAsync();
        return keptId;
    }

    /// <summary>A pupil with everything that a merge touches.</summary>
    public static IQueryable<Pupil> Whole(SenSupportDbContext db, Guid pupilId) => Including(db.Pupils.Where(pupil => pupil.Id == pupilId));

    /// <summary>The cycles of both.</summary>
    public static IQueryable<SupportCycle> CyclesOf(SenSupportDbContext db, Guid one, Guid other) => db.Cycles.Where(cycle => cycle.PupilId == one || cycle.PupilId == other);

    /// <summary>Concerns about a pupil.</summary>
    public static IQueryable<Concern> ConcernsOf(SenSupportDbContext db, Guid pupilId) => db.Concerns.Where(row => row.PupilId == pupilId);

    /// <summary>What a pupil reached in subjects and tests.</summary>
    public static IQueryable<AssessmentPoint> PointsOf(SenSupportDbContext db, Guid pupilId) => db.AssessmentPoints.Where(row => row.PupilId == pupilId);

    /// <summary>A pupil's contact log.</summary>
    public static IQueryable<ContactEntry> ContactsOf(SenSupportDbContext db, Guid pupilId) => db.ContactEntries.Where(row => row.PupilId == pupilId);

    /// <summary>Short assessments of a pupil that somebody was asked for.</summary>
    public static IQueryable<AssessmentRequest> RequestsOf(SenSupportDbContext db, Guid pupilId) => db.AssessmentRequests.Where(row => row.PupilId == pupilId);

    /// <summary>Invitations to a pupil's reviews, and views for them.</summary>
    public static IQueryable<ReviewView> ViewsOf(SenSupportDbContext db, Guid pupilId) => db.ReviewViews.Where(row => row.PupilId == pupilId);

    /// <summary>The teaching groups in which a pupil is or was.</summary>
    public static IQueryable<TeachingGroup> GroupsOf(SenSupportDbContext db, Guid pupilId) =>
        db.TeachingGroups.Where(group => group.Pupils.Any(time => time.PupilId == pupilId)).Include(group => group.Pupils);

    /// <summary>Names of classes and staff.</summary>
    public static IQueryable<NamedRow> Names(SenSupportDbContext db) =>
        db.Staff.Select(person => new NamedRow { Id = person.Id, Name = person.Name }).Concat(db.Classes.Select(row => new NamedRow { Id = row.Id, Name = row.Name }));

    // Cycles of the other go back with their numbers; those of the kept pupil get theirs again, and those that began since follow.
    private static List<(Guid Id, Guid PupilId, int Number)> Apart(List<SupportCycle> cycles, PupilMerge merge)
    {
        var moved = merge.Rows.Cycles.ToDictionary(move => move.Id);
        var wanted = cycles.Select(cycle => moved.TryGetValue(cycle.Id, out var move) ? (cycle.Id, move.PupilId, move.Number) : (cycle.Id, cycle.PupilId, cycle.Number)).ToList();
        return [.. wanted.GroupBy(row => row.PupilId)
            .SelectMany(own => own.OrderBy(row => row.Number).ThenBy(row => row.Id).Select((row, index) => (row.Id, row.PupilId, Number: index + 1)))
            .Where(row => cycles.First(cycle => cycle.Id == row.Id) is var now && (now.PupilId != row.PupilId || now.Number != row.Number))];
    }

    // Records of their own that are about a pupil.
    private async Task<List<PupilRecord>> BesideAsync(Guid pupilId) =>
        [.. await ConcernsOf(db, pupilId).ToListAsync(), .. await ContactsOf(db, pupilId).ToListAsync(), .. await RequestsOf(db, pupilId).ToListAsync(), .. await ViewsOf(db, pupilId).ToListAsync(), .. await PointsOf(db, pupilId).ToListAsync()];

    private async Task NumberAsync(List<SupportCycle> cycles, IReadOnlyList<(Guid Id, Guid PupilId, int Number)> wanted, RecordEventKind kind, Acting acting)
    {
        var ids = wanted.Select(row => row.Id).ToList();
        await MoveDraftsAsync(cycles, wanted);

        // Out of the way first: two cycles of a pupil never have one number, not for a moment.
        await db.Cycles.Where(cycle => ids.Contains(cycle.Id)).ExecuteUpdateAsync(set => set.SetProperty(cycle => cycle.Number, cycle => -cycle.Number));
        foreach (var (id, pupilId, number) in wanted)
        {
            var moving = cycles.First(cycle => cycle.Id == id);
            moving.BelongTo(pupilId, number, kind, acting);

            // The database holds it out of the way, also where the number stays what it was.
            db.Entry(moving).Property(cycle => cycle.Number).IsModified = true;
            await db.Events.Where(row => row.RecordId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.CycleNumber, number));
        }
    }

    // What somebody typed and has not saved follows the cycle to its new address.
    private async Task MoveDraftsAsync(List<SupportCycle> cycles, IReadOnlyList<(Guid Id, Guid PupilId, int Number)> wanted)
    {
        var pupils = cycles.Select(cycle => cycle.PupilId).Distinct().ToList();
        var drafts = await db.Drafts.AsNoTracking().Where(draft => draft.PupilId != null && pupils.Contains(draft.PupilId.Value)).ToListAsync();
        var moved = new List<Draft>();
        foreach (var draft in drafts)
        {
            if (DraftPage.TryRead(draft.Page, out var page)
                && cycles.Find(cycle => cycle.PupilId == page.PupilId && cycle.Number == page.CycleNumber) is { } cycle
                && wanted.FirstOrDefault(row => row.Id == cycle.Id) is { Number: > 0 } to)
            {
                await db.Drafts.Where(row => row.StaffId == draft.StaffId && row.Page == draft.Page).ExecuteDeleteAsync();
                moved.Add(new Draft { SchoolId = draft.SchoolId, StaffId = draft.StaffId, Page = $"/pupils/{to.PupilId}/cycles/{to.Number}/{page.Part}", PupilId = to.PupilId, Fields = draft.Fields, SavedAt = draft.SavedAt });
            }
        }

        db.AddRange(moved);
    }

    private static IQueryable<Pupil> Including(IQueryable<Pupil> pupils) => pupils
        .Include(pupil => pupil.StatusPeriods).Include(pupil => pupil.Needs).Include(pupil => pupil.Diagnoses).Include(pupil => pupil.Contacts).Include(pupil => pupil.Profiles).Include(pupil => pupil.Letters)
        .Include(pupil => pupil.Supporters).Include(pupil => pupil.FormerUpns).Include(pupil => pupil.FlagPeriods).Include(pupil => pupil.Adjustments).Include(pupil => pupil.Documents)
        .Include(pupil => pupil.PastPlans).Include(pupil => pupil.ReceivedRecords).Include(pupil => pupil.DutyRecords).Include(pupil => pupil.DutiesSetAside).AsSplitQuery();

    private static List<MergeDetail> Details(MergedDetails kept, MergedDetails other, Dictionary<Guid, string> names)
    {
        var details = new List<MergeDetail>();
        var (one, two) = (kept.Details, other.Details);
        Add("upn", "UPN", one.Upn, two.Upn);
        Add("surname", "Surname", one.Surname, two.Surname);
        Add("forename", "Forename", one.Forename, two.Forename);
        Add("knownAs", "Known as", one.KnownAs, two.KnownAs);
        Add("birthDate", "Date of birth", UkDate.Long(one.BirthDate), UkDate.Long(two.BirthDate));
        Add("sex", "Sex", $"{one.Sex}", $"{two.Sex}");
        Add("ncYear", "Year group", NcYear.Parse(one.NcYear).Name, NcYear.Parse(two.NcYear).Name);
        Add("classId", "Class", NameOf(one.ClassId), NameOf(two.ClassId));
        Add("leftOn", "On roll", Roll(kept), Roll(other), kept.LeftOn is not null && other.LeftOn is null);
        Add("firstLanguage", "First language", Language(one), Language(two), one.FirstLanguage.Length == 0 && two.FirstLanguage.Length > 0);
        Add("attendance", "Attendance", Percent(one), Percent(two));
        Add("inSenUnit", "Place in a SEN unit", one.InSenUnit ? "Yes" : "No", two.InSenUnit ? "Yes" : "No", !one.InSenUnit && two.InSenUnit);
        Add("inResourcedProvision", "Place in resourced provision", one.InResourcedProvision ? "Yes" : "No", two.InResourcedProvision ? "Yes" : "No", !one.InResourcedProvision && two.InResourcedProvision);
        Add("responsibleTeacher", "Responsible teacher", NameOf(kept.ResponsibleTeacherId), NameOf(other.ResponsibleTeacherId));
        Add("background", "Background", kept.Background, other.Background);
        Add("disability", "Disability", kept.Disability, other.Disability);
        Add("noAdjustmentReason", "Why no adjustment is needed", kept.NoAdjustmentReason, other.NoAdjustmentReason);
        Add("photo", "Photo", kept.PhotoId is null ? "" : "Photo of the kept record", other.PhotoId is null ? "" : "Photo of the other record");
        return details;

        void Add(string key, string label, string ours, string theirs, bool? takeOther = null) => details.Add(new MergeDetail(key, label, ours, theirs, takeOther ?? (ours.Length == 0 && theirs.Length > 0)));

        string NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known, "") : "";

        // Nothing stands for English, as in the form.
        static string Language(PupilDetails details) => details.FirstLanguage.Length > 0 ? details.FirstLanguage : "English";

        static string Roll(MergedDetails details) => details.LeftOn is { } left ? $"Left on {UkDate.Long(left)}" : "On roll";

        static string Percent(PupilDetails details) => details.Attendance is { } percent ? $"{percent:0.#} per cent{(details.AttendanceOn is { } on ? $" up to {UkDate.Long(on)}" : "")}" : "";
    }

    private static MergedDetails Chosen(MergedDetails kept, MergedDetails other, MergeForm form)
    {
        var (one, two) = (kept.Details, other.Details);
        return new MergedDetails(
            one with
            {
                Upn = Pick("upn", one.Upn, two.Upn),
                Surname = Pick("surname", one.Surname, two.Surname),
                Forename = Pick("forename", one.Forename, two.Forename),
                KnownAs = Pick("knownAs", one.KnownAs, two.KnownAs),
                BirthDate = Pick("birthDate", one.BirthDate, two.BirthDate),
                Sex = Pick("sex", one.Sex, two.Sex),
                NcYear = Pick("ncYear", one.NcYear, two.NcYear),
                ClassId = Pick("classId", one.ClassId, two.ClassId),
                FirstLanguage = Pick("firstLanguage", one.FirstLanguage, two.FirstLanguage),
                Attendance = Pick("attendance", one.Attendance, two.Attendance),
                AttendanceOn = Pick("attendance", one.AttendanceOn, two.AttendanceOn),
                InSenUnit = Pick("inSenUnit", one.InSenUnit, two.InSenUnit),
                InResourcedProvision = Pick("inResourcedProvision", one.InResourcedProvision, two.InResourcedProvision),
            },
            Pick("background", kept.Background, other.Background),
            Pick("disability", kept.Disability, other.Disability),
            Pick("noAdjustmentReason", kept.NoAdjustmentReason, other.NoAdjustmentReason),
            Pick("responsibleTeacher", kept.ResponsibleTeacherId, other.ResponsibleTeacherId),
            Pick("photo", kept.PhotoId, other.PhotoId),
            Pick("leftOn", kept.LeftOn, other.LeftOn),
            Pick("leftOn", kept.Destination, other.Destination));

        T Pick<T>(string key, T ours, T theirs) => form.Take.GetValueOrDefault(key) == "other" ? theirs : ours;
    }
}

/// <summary>The name behind a key.</summary>
public sealed record NamedRow
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";
}
