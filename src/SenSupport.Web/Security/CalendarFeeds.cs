using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>Secret addresses of calendars. What one of them shows is asked anew at each fetch.</summary>
public sealed class CalendarFeeds(SenSupportDbContext db, SchoolScope scope, TimeProvider clock)
{
    /// <summary>The address that a person has; null when there is none. Its token is not known any more.</summary>
    public Task<CalendarFeed?> OfAsync(SignedInStaff staff) => db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(feed => feed.StaffId == staff.StaffId);

    /// <summary>Makes an address; the one that the person had before is good no longer.</summary>
    /// <returns>The path with the token, which is nowhere else; null when the person is not on the staff any more.</returns>
    public async Task<string?> MakeAsync(SignedInStaff staff, bool namesPupils)
    {
        if (await db.Staff.SingleOrDefaultAsync(known => known.Id == staff.StaffId) is not { } person)
        {
            return null;
        }

        var token = SecretToken.Make();
        var feed = await db.CalendarFeeds.SingleOrDefaultAsync(known => known.StaffId == staff.StaffId);
        if (feed is null)
        {
            db.Add(feed = new CalendarFeed { StaffId = staff.StaffId });
        }

        (feed.TokenHash, feed.NamesPupils, feed.CreatedAt) = (SecretToken.Hash(token), namesPupils, clock.GetUtcNow().UtcDateTime);
        person.TakeCalendar(namesPupils, staff.Acting(clock));
        await db.SaveChangesAsync();
        return $"/calendar/{token}.ics";
    }

    /// <summary>Ends a person's address at once. One that there is not changes nothing.</summary>
    public async Task EndAsync(SignedInStaff staff)
    {
        if (await db.CalendarFeeds.SingleOrDefaultAsync(known => known.StaffId == staff.StaffId) is { } feed
            && await db.Staff.SingleOrDefaultAsync(known => known.Id == staff.StaffId) is { } person)
        {
            db.Remove(feed);
            person.EndCalendar(staff.Acting(clock));
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Takes away the address of somebody who leaves, with the change that says so: should they come back, they make a new one.</summary>
    public async Task EndOfLeaverAsync(StaffMember leaver, Acting by)
    {
        if (await db.CalendarFeeds.SingleOrDefaultAsync(known => known.StaffId == leaver.Id) is { } feed)
        {
            db.Remove(feed);
            leaver.EndCalendar(by);
        }
    }

    /// <summary>
    /// Whose address a token belongs to, with the roles that they have now; from then on the request is in their school. Null when there is none, or they cannot
    /// sign in or read no record any more. A token of any shape takes the same work.
    /// </summary>
    public async Task<(SignedInStaff Staff, bool NamesPupils)?> OpenAsync(string token)
    {
        var hash = SecretToken.Hash(token);
        var found = await (
            from feed in db.CalendarFeeds
            where feed.TokenHash == hash
            join person in db.Staff.IgnoreQueryFilters() on feed.StaffId equals person.Id
            where person.AccountId != null && person.LeftOn == null && person.Roles != StaffRoles.None
            select new { person.Id, person.SchoolId, person.Name, person.Roles, feed.NamesPupils }).SingleOrDefaultAsync();
        if (found is null || new SignedInStaff(found.Id, found.SchoolId, found.Name, "", found.Roles) is not { ReadsRecords: true } staff)
        {
            return null;
        }

        scope.SchoolId = staff.SchoolId;
        return (staff, found.NamesPupils);
    }
}
