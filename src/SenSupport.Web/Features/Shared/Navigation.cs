using SenSupport.Domain.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared;

/// <summary>One item of the service navigation.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it goes.</param>
/// <param name="Covers">Beginnings of the addresses on which it is marked as current, besides its own.</param>
public sealed record NavigationItem(string Text, string Href, params string[] Covers);

/// <summary>Which pages a person's roles offer. What a role may not see is absent.</summary>
public static class Navigation
{
    private const StaffRoles InClass = StaffRoles.Teacher | StaffRoles.TeachingAssistant;
    private const StaffRoles Figures = StaffRoles.Senco | StaffRoles.Head | StaffRoles.Governor | StaffRoles.BusinessManager;

    /// <summary>The items for a person, in the order of the bar; a person with several roles has them all.</summary>
    public static IReadOnlyList<NavigationItem> For(SignedInStaff staff)
    {
        var items = new List<NavigationItem>();
        if (staff.SeesWholeSchool)
        {
            items.Add(new NavigationItem("Home", "/"));
            items.Add(new NavigationItem("Register", "/pupils", "/pupils"));
        }
        else if (staff.Has(StaffRoles.Office))
        {
            items.Add(new NavigationItem("Pupils", "/pupils", "/pupils"));
        }

        if (staff.Has(StaffRoles.Office) && !staff.IsSenco)
        {
            items.Add(new NavigationItem("Classes", "/school/classes", "/school"));
        }

        if (staff.Has(InClass))
        {
            items.Add(new NavigationItem("My pupils", "/my-pupils", "/my-pupils", "/pupils"));
        }

        if (staff.ReadsRecords)
        {
            items.Add(new NavigationItem("Reviews", "/reviews", "/reviews"));
            items.Add(staff.SeesWholeSchool ? new NavigationItem("Concerns", "/concerns", "/concerns", "/asked") : new NavigationItem("Concerns", "/concerns/mine", "/concerns", "/asked"));
        }

        if (staff.SeesWholeSchool)
        {
            items.Add(new NavigationItem("Duties", "/duties", "/duties"));
        }

        if (staff.ReadsBanks)
        {
            items.Add(new NavigationItem("Banks", "/banks/targets", "/banks"));
        }

        if (staff.Has(StaffRoles.Senco | StaffRoles.Head))
        {
            items.Add(new NavigationItem("School", "/school/settings", "/school", "/staff", "/imports", "/exports"));
        }
        else if (staff.SeesStaff)
        {
            items.Add(new NavigationItem("Staff", "/staff", "/staff"));
        }

        if (staff.KeepsPupils && !staff.IsSenco)
        {
            items.Add(new NavigationItem("Imports and exports", "/imports", "/imports", "/exports", "/school/done-before", "/school/earlier-plans"));
        }

        if (staff.Has(Figures))
        {
            items.Add(new NavigationItem("Reports", "/reports", "/reports"));
        }

        return items;
    }

    /// <summary>The sub navigation of the school's own pages.</summary>
    public static IReadOnlyList<NavigationItem> OfSchool(SignedInStaff staff)
    {
        var items = new List<NavigationItem>();
        if (staff.ReadsSchool)
        {
            items.Add(new NavigationItem("Settings", "/school/settings"));
        }

        if (staff.ArrangesSchool)
        {
            items.Add(new NavigationItem("Classes", "/school/classes"));
        }

        if (staff.SeesStaff)
        {
            items.Add(new NavigationItem("Staff", "/staff"));
        }

        if (staff.ReadsSchool)
        {
            items.Add(new NavigationItem("Teaching groups", "/school/groups"));
        }

        if (staff.KeepsGroups)
        {
            items.Add(new NavigationItem("Year roll-over", "/school/roll-over"));
        }

        if (staff.IsSenco)
        {
            items.Add(new NavigationItem("Types of plan", "/school/plan-types"));
            items.Add(new NavigationItem("Duplicates", "/school/duplicates"));
        }

        if (staff.KeepsPupils)
        {
            items.Add(new NavigationItem("Imports", "/imports"));
        }

        if (staff.Exports)
        {
            items.Add(new NavigationItem("Exports", "/exports"));
        }

        if (staff.KeepsSenRecords)
        {
            items.Add(new NavigationItem("Done before", "/school/done-before"));
            items.Add(new NavigationItem("Earlier plans", "/school/earlier-plans"));
        }

        return items;
    }

    /// <summary>The item that an address belongs to; null when it belongs to none.</summary>
    public static NavigationItem? Current(IReadOnlyList<NavigationItem> items, PathString path) =>
        items.FirstOrDefault(item => path.Equals(item.Href)) ?? items.FirstOrDefault(item => item.Covers.Any(start => path.StartsWithSegments(start)));
}
