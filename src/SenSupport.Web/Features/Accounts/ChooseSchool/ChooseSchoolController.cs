using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.ChooseSchool;

/// <summary>For a person who works at several schools: in which of them they are signed in.</summary>
[Authorize(Policy = Policies.Staff)]
[Route("account/school")]
public sealed class ChooseSchoolController(
    SenSupportDbContext db, UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> claims, TimeProvider clock, IValidator<ChooseSchoolForm> validator) : Controller
{
    /// <summary>The schools at which an account's person works.</summary>
    public static IQueryable<OwnSchool> SchoolsOf(SenSupportDbContext db, Guid accountId) =>
        from staff in db.Staff.IgnoreQueryFilters()
        join school in db.Schools.IgnoreQueryFilters() on staff.SchoolId equals school.Id
        where staff.AccountId == accountId && staff.LeftOn == null && staff.Roles != StaffRoles.None
        orderby school.Name
        select new OwnSchool { StaffId = staff.Id, SchoolId = school.Id, Name = school.Name };

    private Guid AccountId => Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => View("ChooseSchool", await SchoolsOf(db, AccountId).ToListAsync());

    /// <summary>Goes to another school of the person's.</summary>
    [HttpPost]
    public async Task<IActionResult> Choose(ChooseSchoolForm form)
    {
        var schools = await SchoolsOf(db, AccountId).ToListAsync();
        if (!this.Check(validator, form) || schools.Find(school => school.SchoolId == form.SchoolId) is not { } chosen)
        {
            return NotFound();
        }

        // A person is signed in to the school where they were last.
        DateTime? now = clock.GetUtcNow().UtcDateTime;
        await db.Staff.IgnoreQueryFilters().Where(staff => staff.Id == chosen.StaffId).ExecuteUpdateAsync(set => set.SetProperty(staff => staff.LastSignInAt, now));
        var person = await claims.CreateAsync((await accounts.FindByIdAsync($"{AccountId}"))!);
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, person);
        return LocalRedirect(SignedInStaff.From(person).HomePath);
    }
}

/// <summary>A school at which the person works.</summary>
public sealed record OwnSchool
{
    public Guid StaffId { get; init; }

    public Guid SchoolId { get; init; }

    public string Name { get; init; } = "";
}

/// <summary>The school to go to.</summary>
public sealed class ChooseSchoolForm
{
    /// <summary>Its key.</summary>
    public Guid SchoolId { get; set; }

    /// <summary>One is needed.</summary>
    public sealed class Validator : AbstractValidator<ChooseSchoolForm>
    {
        /// <summary>Sets the rule.</summary>
        public Validator() => RuleFor(form => form.SchoolId).NotEmpty();
    }
}
