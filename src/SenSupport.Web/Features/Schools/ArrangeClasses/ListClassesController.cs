using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Schools.ArrangeClasses;

/// <summary>The school's classes: the SENCo and the office.</summary>
[Authorize(Policy = Policies.ArrangeSchool)]
public sealed class ListClassesController(SenSupportDbContext db) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("/school/classes")]
    public async Task<IActionResult> Show(ClassFilter filter) => View("ListClasses", await ClassList.ReadAsync(db, filter));
}
