using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>Writes into the cookie who the account is in its school, so that a page asks the database for nothing but its own content.</summary>
public sealed class StaffClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, SenSupportDbContext db)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);

        // Nobody is signed in yet, so there is no school to filter by. Who works at two schools comes back to where they were last.
        var person = await (
            from staff in db.Staff.IgnoreQueryFilters()
            join school in db.Schools.IgnoreQueryFilters() on staff.SchoolId equals school.Id
            where staff.AccountId == user.Id && staff.Roles != StaffRoles.None && staff.LeftOn == null
            orderby staff.LastSignInAt descending, school.Name
            select new SignedInStaff(staff.Id, staff.SchoolId, staff.Name, school.Name, staff.Roles)).FirstOrDefaultAsync();
        if (person is not null)
        {
            identity.AddClaims(person.ToClaims());
        }

        return identity;
    }
}
