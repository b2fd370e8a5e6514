using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Groups.ListGroups;

/// <summary>The school's teaching groups.</summary>
[Authorize(Policy = Policies.SeeGroups)]
[Route("school/groups")]
public sealed class ListGroupsController(SenSupportDbContext db) : Controller
{
    /// <summary>The list, in at most three commands: subjects and years, how many a filter finds, and one page of rows.</summary>
    [HttpGet]
    public async Task<IActionResult> List([FromQuery] GroupsAddress asked)
    {
        var kinds = await GroupQueries.Kinds(db).ToListAsync();
        var filter = GroupsFilter.Read(asked, kinds, AcademicYear.Of(db.Today));
        var total = kinds.Count == 0 ? 0 : await GroupQueries.Found(db, filter).CountAsync();
        filter = filter with { Page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + GroupsFilter.Size - 1) / GroupsFilter.Size)) };
        var rows = total == 0 ? [] : await GroupQueries.Rows(db, filter).Skip((filter.Page - 1) * GroupsFilter.Size).Take(GroupsFilter.Size).ToListAsync();
        return View("ListGroups", new GroupsPage(filter, kinds, rows, total, SignedInStaff.From(User).KeepsGroups));
    }
}
