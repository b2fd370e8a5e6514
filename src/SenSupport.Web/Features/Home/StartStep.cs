using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Home;

/// <summary>One step of getting started, on the start page of a school that has no pupils yet.</summary>
/// <param name="Title">What it brings.</param>
/// <param name="What">Why, in a sentence.</param>
/// <param name="Action">The words of its link.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="Done">How far it is, such as "14 classes"; empty when it is not begun.</param>
public sealed record StartStep(string Title, string What, string Action, string Address, string Done)
{
    /// <summary>What the school has so far; its pupils are none when this page is shown.</summary>
    public static IQueryable<StartCounts> Counts(SenSupportDbContext db, Guid schoolId) => db.Schools.AsNoTracking()
        .Where(school => school.Id == schoolId)
        .Select(school => new StartCounts(db.Pupils.Any(row => row.SchoolId == school.Id), db.Classes.Count(row => row.SchoolId == school.Id), db.Staff.Count(row => row.SchoolId == school.Id)));

    /// <summary>The steps whose pages there are, in the order in which they go best.</summary>
    public static IReadOnlyList<StartStep> For(StartCounts counts, KnownPages pages) =>
    [
        .. new StartStep[]
        {
            new(
                "Pupils and classes from a file",
                "The file that your management information system exports: names, classes, UPN, SEN provision and needs come in together, and you see every row before anything is saved.",
                "Import pupils",
                "/imports/new",
                ""),
            new("Classes", "A teacher sees the pupils of their classes. Classes also come in with a file of pupils.", "Arrange the classes", "/school/classes", counts.Classes switch { 0 => "", 1 => "1 class", var number => $"{number} classes" }),
            new("Staff", "Teachers and assistants, from the list that your management information system exports, or one by one on the staff list. Each then gets an invitation.", "Import staff", "/staff/import", counts.Staff <= 1 ? "" : $"{counts.Staff} people"),
            new("Pupils one by one", "For a small school, or to try it out.", "Add a pupil", "/pupils/add", ""),
            new("Settings", "Inset days, the review rhythm, your logo, and what an assessment needs.", "Look through the settings", "/school/settings", ""),
        }.Where(step => pages.Has(step.Address)),
    ];
}

/// <summary>What a school has so far.</summary>
public sealed record StartCounts(bool HasPupils, int Classes, int Staff);
