using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.LeaveStaff;

/// <summary>Lets a person leave: what they had goes to others, their links stop, and they are signed out, all in one transaction.</summary>
public sealed class LeaveStaffHandler(ChangeStaffHandler staff, AccountLinks links, CalendarFeeds calendars, SenSupportDbContext db)
{
    /// <summary>The page for a person.</summary>
    public async Task<LeaveStaffPage> ReadAsync(SignedInStaff by, StaffMember member) => new(
        member,
        LeaveStaffPage.ChargesOf(await StaffReads.PupilsOf(db, member.Id).ToListAsync(), await StaffReads.ClassesOf(db, member.Id).ToListAsync()),
        await LeaveStaffPage.ColleaguesOf(db, member.Id).ToListAsync(),
        by.SeesWholeSchool ? await LeaveStaffPage.WritingOf(db, member.Id).ToListAsync() : [],
        await LeaveStaffPage.DraftsOf(db, member.Id).CountAsync(),
        by.SeesWholeSchool);

    /// <summary>Hands over and closes the sign-in. Null when the person is not <paramref name="by"/>'s to look after.</summary>
    /// <param name="by">Who says so.</param>
    /// <param name="page">The page as it is now; what came since it was shown goes to nobody.</param>
    /// <param name="version">The version that the page was made from.</param>
    /// <param name="on">The day.</param>
    /// <param name="to">Who takes over, by <see cref="Charge.Key"/>.</param>
    public Task<StaffMember?> LeaveAsync(SignedInStaff by, LeaveStaffPage page, Guid version, DateOnly on, IReadOnlyDictionary<string, Guid> to)
    {
        var staffId = page.Member.Id;
        return staff.ChangeAsync(by, staffId, version, async change =>
        {
            change.Member.Leave(on, change.OtherSencos, change.By);
            var pupils = await db.Pupils.Include(pupil => pupil.Supporters).AsSplitQuery()
                .Where(pupil => pupil.ResponsibleTeacherId == staffId || pupil.Supporters.Any(supporter => supporter.StaffId == staffId)).ToListAsync();
            foreach (var pupil in pupils.Where(pupil => pupil.LeftOn is null))
            {
                if (pupil.ResponsibleTeacherId == staffId)
                {
                    pupil.NameResponsibleTeacher(Next(ChargeKind.Responsible, pupil.Id), change.By);
                }

                if (pupil.Supporters.Any(supporter => supporter.StaffId == staffId))
                {
                    pupil.RemoveSupporter(staffId, change.By);
                    if (Next(ChargeKind.Supports, pupil.Id) is { } next)
                    {
                        pupil.AddSupporter(next, change.By);
                    }
                }
            }

            foreach (var taught in await db.Classes.Include(named => named.Teachers).Where(named => named.Teachers.Any(teacher => teacher.StaffId == staffId)).ToListAsync())
            {
                taught.RemoveTeacher(staffId, change.By);
                if (page.Charges.FirstOrDefault(charge => charge.Kind == ChargeKind.Class && charge.ClassId == taught.Id) is { } charge && to.TryGetValue(charge.Key, out var next))
                {
                    taught.NameTeacher(next, change.By);
                }
            }

            await calendars.EndOfLeaverAsync(change.Member, change.By);
            await links.WithdrawInvitationsAsync(staffId);
            if (change.Member.AccountId is { } account && !await StaffReads.ElsewhereWith(db, account, by.SchoolId).AnyAsync())
            {
                await links.WithdrawResetsAsync(account);
            }
        });

        Guid? Next(ChargeKind kind, Guid pupilId) =>
            page.Charges.FirstOrDefault(charge => charge.Kind == kind && charge.PupilIds.Contains(pupilId)) is { } charge && to.TryGetValue(charge.Key, out var next) ? next : null;
    }
}
