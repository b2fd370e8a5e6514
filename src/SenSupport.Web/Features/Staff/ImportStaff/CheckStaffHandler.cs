using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Imports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>What became of applying an import.</summary>
public enum StaffApplied
{
    /// <summary>It is done, now or by another click.</summary>
    Done,

    /// <summary>There was nothing to do.</summary>
    Nothing,

    /// <summary>Somebody changed the staff or the classes since it was shown; nothing was done.</summary>
    Stale,
}

/// <summary>Shows what a file of staff would do, keeps the answers that are given, and does it in one transaction.</summary>
public sealed class CheckStaffHandler(SenSupportDbContext db, MoveAddressHandler addresses, SecurityStamps stamps, TimeProvider clock)
{
    /// <summary>The import; null when the school has none of staff with this key.</summary>
    public Task<Import?> FindAsync(Guid importId) => db.Imports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == importId && import.Kind == ImportKind.Staff);

    /// <summary>The preview as it is now; null when the file is gone.</summary>
    public async Task<CheckStaffPage?> PageAsync(Import import, SignedInStaff by)
    {
        if (await FileAsync(import) is not { } file)
        {
            return null;
        }

        var now = await StaffNow.ReadAsync(db, by.SchoolId, [.. file.People.Select(row => row.Email).Where(email => email.Length > 0)]);
        return new CheckStaffPage(import, by, file, StaffPlan.For(file, now, StaffChoices.Read(import.Choices), by), StaffPlan.Fingerprint(file, now));
    }

    /// <summary>Keeps answers, the meaning of words for the school's next file too; false when somebody else kept others at the same moment.</summary>
    public async Task<bool> KeepAsync(Import import, StaffChoices choices, SignedInStaff by)
    {
        var (version, written) = (Guid.CreateVersion7(), choices.Write());
        if (written == import.Choices)
        {
            return true;
        }

        if (await Open(import).ExecuteUpdateAsync(set => set.SetProperty(row => row.Choices, written).SetProperty(row => row.Version, version)) != 1)
        {
            return false;
        }

        (import.Version, import.Choices) = (version, written);
        await db.RememberAsync(by.SchoolId, ImportKind.StaffRoles, ImportStaffHandler.WordsKey, new StaffChoices { Words = choices.Words }.Write());
        return true;
    }

    /// <summary>Gives columns another meaning, and remembers it for the school's next file with these headings.</summary>
    public async Task RereadAsync(Import import, IReadOnlyDictionary<int, string> columns)
    {
        if ((await FileAsync(import))?.Mapping?.With(columns) is not { } mapping)
        {
            return;
        }

        var written = mapping.Write();
        if (await Open(import).ExecuteUpdateAsync(set => set.SetProperty(row => row.Mapping, written).SetProperty(row => row.Version, Guid.CreateVersion7())) == 1)
        {
            await db.RememberAsync(import.SchoolId, import.Kind, mapping.Signature, written);
        }
    }

    /// <summary>Does what was shown, an event for each member of staff, and deletes the file.</summary>
    /// <param name="import">The import with the answers as they are kept.</param>
    /// <param name="seen">What the preview showed.</param>
    /// <param name="by">Who confirms it.</param>
    public async Task<StaffApplied> ApplyAsync(Import import, string seen, SignedInStaff by)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockSchoolAsync(by.SchoolId);
        if (await PageAsync(import, by) is not { } page)
        {
            return StaffApplied.Done;
        }

        if (page.Seen != seen)
        {
            return StaffApplied.Stale;
        }

        if (!page.Plan.DoesSomething)
        {
            return StaffApplied.Nothing;
        }

        var acting = by.Acting(clock) with { Means = "from an import" };
        var report = JsonSerializer.Serialize(new StaffReport(
            page.Plan.Problems,
            page.Plan.Undecided,
            page.Plan.Added.Where(planned => planned.Row.StartsOn > acting.Today).Select(planned => planned.Row.Line).ToArray()));
        var (added, changed, skipped) = (page.Plan.Added.Count, page.Plan.Changed.Count, page.Refused + page.Plan.Undecided);
        DateTime? at = acting.At;
        Guid? actedBy = by.StaffId, none = null;
        var marked = await Open(import).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, ImportState.Applied).SetProperty(row => row.Version, Guid.CreateVersion7()).SetProperty(row => row.FileId, none)
            .SetProperty(row => row.Added, added).SetProperty(row => row.Changed, changed).SetProperty(row => row.Skipped, skipped).SetProperty(row => row.Report, report)
            .SetProperty(row => row.ActedById, actedBy).SetProperty(row => row.ActedBy, by.Name).SetProperty(row => row.AppliedAt, at).SetProperty(row => row.AppliedBy, by.Name));
        if (marked != 1)
        {
            return StaffApplied.Done;
        }

        var signedOut = await WriteAsync(import, page.Plan, acting);
        await db.SaveChangesAsync();
        await db.FileContents.Where(content => content.Id == import.FileId).ExecuteDeleteAsync();
        foreach (var account in signedOut)
        {
            await stamps.RenewAsync(account, db);
        }

        await transaction.CommitAsync();
        foreach (var account in signedOut)
        {
            stamps.Drop(account);
        }

        return StaffApplied.Done;
    }

    /// <summary>Throws the preview away, and its file with it; false when there is no preview any more.</summary>
    public async Task<bool> DiscardAsync(Import import)
    {
        Guid? none = null;
        if (await Open(import).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Discarded).SetProperty(row => row.FileId, none).SetProperty(row => row.Version, Guid.CreateVersion7())) != 1)
        {
            return false;
        }

        await db.FileContents.Where(content => content.Id == import.FileId).ExecuteDeleteAsync();
        return true;
    }

    /// <summary>The people whom an import changes.</summary>
    public static IQueryable<StaffMember> ToChange(SenSupportDbContext db, Guid[] ids) => db.Staff.Where(staff => ids.Contains(staff.Id)).AsTracking();

    /// <summary>The classes that it gives to somebody.</summary>
    public static IQueryable<SchoolClass> ToTeach(SenSupportDbContext db, Guid[] ids) => db.Classes.Where(row => ids.Contains(row.Id)).Include(row => row.Teachers).AsTracking();

    internal static IQueryable<byte[]> Bytes(SenSupportDbContext db, Guid fileId) => db.FileContents.Where(content => content.Id == fileId).Select(content => content.Bytes);

    // The accounts that have to sign in again.
    private async Task<IReadOnlyCollection<Guid>> WriteAsync(Import import, StaffPlan plan, Acting acting)
    {
        var members = await ToChange(db, [.. plan.Changed.Select(planned => planned.Person!.Id)]).ToDictionaryAsync(member => member.Id);
        var classes = await ToTeach(db, [.. plan.Added.Concat(plan.Changed).SelectMany(planned => planned.Classes).Select(known => known.Id).Distinct()]).ToDictionaryAsync(row => row.Id);
        var sencos = await WorkingSencos(db).ToListAsync();
        var signedOut = new HashSet<Guid>();
        foreach (var planned in plan.Added)
        {
            var member = StaffMember.Add(import.SchoolId, planned.Details, planned.Roles, acting);
            db.Add(member);
            db.Add(Entry(import, member, planned, ImportAct.Added, planned.Roles.InWords()));
            Teach(planned, member.Id);
        }

        // Whoever becomes SENCo goes first: afterwards another may stop being one.
        foreach (var planned in plan.Changed.OrderBy(planned => (planned.Roles & StaffRoles.Senco) == 0))
        {
            var member = members[planned.Person!.Id];
            var (email, could) = (member.Email, (member.Roles, member.CanSignIn));
            member.ChangeDetails(planned.Details, acting);
            member.ChangeRoles(planned.Roles, sencos.Count(id => id != member.Id), acting);
            sencos.Remove(member.Id);
            sencos.AddRange(member.IsWorkingSenco ? [member.Id] : []);
            if (member.Email != email && await addresses.FollowAsync(member) is { } moved)
            {
                signedOut.Add(moved.Id);
            }

            if (could.CanSignIn && could != (member.Roles, member.CanSignIn))
            {
                signedOut.Add(member.AccountId!.Value);
            }

            db.Add(Entry(import, member, planned, ImportAct.Changed, string.Join("; ", planned.Changes.Select(change => $"{change.Field}: {(change.Old.Length > 0 ? $"{change.Old} → " : "")}{change.New}"))));
            Teach(planned, member.Id);
        }

        return signedOut;

        void Teach(PlannedStaff planned, Guid staffId)
        {
            foreach (var known in planned.Classes)
            {
                classes[known.Id].NameTeacher(staffId, acting);
            }
        }
    }

    /// <summary>The SENCos who can sign in.</summary>
    public static IQueryable<Guid> WorkingSencos(SenSupportDbContext db) =>
        db.Staff.Where(staff => staff.LeftOn == null && staff.AccountId != null && (staff.Roles & StaffRoles.Senco) != 0).Select(staff => staff.Id);

    private static ImportEntry Entry(Import import, StaffMember member, PlannedStaff planned, ImportAct act, string summary) => new()
    {
        Id = Guid.CreateVersion7(),
        SchoolId = import.SchoolId,
        ImportId = import.Id,
        RecordId = member.Id,
        Line = planned.Row.Line,
        Name = member.Name,
        Act = act,
        Summary = summary.Length <= RecordEvent.LongestSummary ? summary : string.Concat(summary.AsSpan(0, RecordEvent.LongestSummary - 1), "…"),
        VersionBefore = planned.Person?.Version ?? default,
        VersionAfter = member.Version,
    };

    private async Task<StaffFile?> FileAsync(Import import)
    {
        var bytes = await Bytes(db, import.FileId ?? default).FirstOrDefaultAsync();
        return bytes is null ? null : StaffFile.Read(new MemoryStream(bytes, writable: false), SchoolClock.Today(clock), import.Mapping);
    }

    private IQueryable<Import> Open(Import import) => db.Imports.Where(row => row.Id == import.Id && row.State == ImportState.Previewed && row.Version == import.Version);
}

/// <summary>What an import did not do, for its report. Kept as JSON.</summary>
/// <param name="Problems">What was wrong.</param>
/// <param name="Undecided">How many rows nobody decided on.</param>
/// <param name="Later">The lines of people who begin on a later day.</param>
public sealed record StaffReport(IReadOnlyList<Exchange.ExchangeProblem> Problems, int Undecided, IReadOnlyList<int> Later);
