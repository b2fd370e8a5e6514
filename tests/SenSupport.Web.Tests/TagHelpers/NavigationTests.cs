using SenSupport.Domain.Schools;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Tests.TagHelpers;

public sealed class NavigationTests
{
    [Theory]
    [InlineData(StaffRoles.Senco, "Home,Register,Reviews,Concerns,Duties,Banks,School,Reports")]
    [InlineData(StaffRoles.SenAssistant, "Home,Register,Reviews,Concerns,Duties,Banks,Imports and exports")]
    [InlineData(StaffRoles.Head, "Home,Register,Reviews,Concerns,Duties,Banks,School,Reports")]
    [InlineData(StaffRoles.Teacher, "My pupils,Reviews,Concerns,Banks")]
    [InlineData(StaffRoles.TeachingAssistant, "My pupils,Reviews,Concerns")]
    [InlineData(StaffRoles.Office, "Pupils,Classes,Staff,Imports and exports")]
    [InlineData(StaffRoles.Governor, "Reports")]
    [InlineData(StaffRoles.BusinessManager, "Reports")]
    [InlineData(StaffRoles.Senco | StaffRoles.Teacher, "Home,Register,My pupils,Reviews,Concerns,Duties,Banks,School,Reports")]
    [InlineData(StaffRoles.Teacher | StaffRoles.Governor, "My pupils,Reviews,Concerns,Banks,Reports")]
    public void For_WhenRoles_OffersOnlyTheirPages(StaffRoles roles, string items) =>
        Assert.Equal(items, string.Join(',', Navigation.For(Person(roles)).Select(item => item.Text)));

    [Theory]
    [InlineData(StaffRoles.Senco, "/", "Home")]
    [InlineData(StaffRoles.Senco, "/pupils/1/cycles/2/plan", "Register")]
    [InlineData(StaffRoles.Senco, "/pupilsandmore", null)]
    [InlineData(StaffRoles.Senco, "/help", null)]
    [InlineData(StaffRoles.Senco, "/school/classes/1", "School")]
    [InlineData(StaffRoles.Senco, "/staff/1", "School")]
    [InlineData(StaffRoles.Office, "/school/settings", "Classes")]
    [InlineData(StaffRoles.Office, "/staff/1", "Staff")]
    [InlineData(StaffRoles.Teacher, "/pupils/1", "My pupils")]
    [InlineData(StaffRoles.Teacher, "/concerns/new", "Concerns")]
    [InlineData(StaffRoles.Senco, "/asked/sent", "Concerns")]
    [InlineData(StaffRoles.Teacher, "/reviews/calendar", "Reviews")]
    [InlineData(StaffRoles.Senco | StaffRoles.Teacher, "/my-pupils", "My pupils")]
    public void Current_WhenAddress_MarksItsItem(StaffRoles roles, string path, string? item) =>
        Assert.Equal(item, Navigation.Current(Navigation.For(Person(roles)), path)?.Text);

    private static SignedInStaff Person(StaffRoles roles) => new(Guid.Empty, Guid.Empty, "Ruth Adeyemi", "Hollin Beck Primary School", roles);
}
