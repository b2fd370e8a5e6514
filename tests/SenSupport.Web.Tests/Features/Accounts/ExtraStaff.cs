using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Accounts;

/// <summary>Adds people whose account a test may change without disturbing the others.</summary>
internal static class ExtraStaff
{
    /// <summary>Adds a member of the first school's staff.</summary>
    public static async Task<(string Email, SignedInStaff Staff)> AddStaffAsync(this TestApp app, StaffRoles roles, string name = "Petra Novak")
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = app.School.Id;
        var email = $"{Guid.NewGuid():N}@ash.example";
        var account = new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, TestSchool.Password)).Succeeded);
        var staff = StaffMember.Add(app.School.Id, new StaffDetails(name, email, "Test"), roles, app.School.Senco(), account.Id);
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        db.Add(staff);
        await db.SaveChangesAsync();
        return (email, new SignedInStaff(staff.Id, app.School.Id, name, "Ash Lane Primary School", roles));
    }
}
