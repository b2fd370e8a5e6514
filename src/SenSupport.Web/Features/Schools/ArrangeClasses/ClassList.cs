using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Schools.ArrangeClasses;

/// <summary>Which classes are listed, and in which order: all of it stands in the address.</summary>
public sealed class ClassFilter
{
    /// <summary>Part of a class's or a teacher's name.</summary>
    public string Search { get; set; } = "";

    /// <summary>Census code of a year; empty for all.</summary>
    public string Year { get; set; } = "";

    /// <summary>"name", "year" or "pupils"; with "-" in front the other way round.</summary>
    public string Sort { get; set; } = "year";

    /// <summary>The address of the list in another order.</summary>
    public string SortedBy(string column) =>
        $"/school/classes{QueryString.Create(new Dictionary<string, string?> { ["search"] = Search, ["year"] = Year, ["sort"] = Sort == column ? $"-{column}" : column })}";

    /// <summary>What a column's heading says of its order; null when the list is not ordered by it.</summary>
    public string? Order(string column) => Sort == column ? "ascending" : Sort == $"-{column}" ? "descending" : null;
}

/// <summary>The list of classes.</summary>
/// <param name="Filter">What is asked for.</param>
/// <param name="Rows">The classes that fit.</param>
/// <param name="All">How many there are altogether.</param>
public sealed record ClassList(ClassFilter Filter, IReadOnlyList<ClassRow> Rows, int All)
{
    /// <summary>Every class with its teachers and how many pupils on roll are in it.</summary>
    public static IQueryable<ClassRow> Classes(SenSupportDbContext db) => db.Classes.AsNoTracking().OrderBy(row => row.Name).Select(row => new ClassRow(
        row.Id,
        row.Name,
        row.NcYear,
        (from teacher in row.Teachers join person in db.Staff on teacher.StaffId equals person.Id orderby person.Name select person.Name).ToList(),
        db.Pupils.Count(pupil => pupil.ClassId == row.Id && pupil.LeftOn == null)));

    /// <summary>The staff who can teach a class: whoever works with pupils.</summary>
    public static IQueryable<StaffMember> Teachers(SenSupportDbContext db) => db.Staff.AsNoTracking()
        .Where(person => person.LeftOn == null && (person.Roles & (StaffRoles.Teacher | StaffRoles.Senco | StaffRoles.SenAssistant | StaffRoles.Head)) != 0);

    /// <summary>The same to choose from.</summary>
    public static IQueryable<ClassTeacherChoice> Choices(SenSupportDbContext db) => Teachers(db)
        .OrderBy(person => person.Name)
        .Select(person => new ClassTeacherChoice(person.Id, person.Name, person.JobTitle));

    /// <summary>The list for what is asked. A school has some dozens of classes, so they are sorted here and by the order of years, which no database knows.</summary>
    public static async Task<ClassList> ReadAsync(SenSupportDbContext db, ClassFilter filter)
    {
        var all = await Classes(db).ToListAsync();
        var search = SearchText.Fold(filter.Search);
        var found = all.Where(row => (filter.Year.Length == 0 || row.NcYear == filter.Year) && SearchText.Fold($"{row.Name} {string.Join(' ', row.Teachers)}").Contains(search, StringComparison.Ordinal));
        var sorted = filter.Sort.TrimStart('-') switch
        {
            "name" => found.OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase),
            "pupils" => found.OrderBy(row => row.Pupils).ThenBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase),
            _ => found.OrderBy(row => NcYear.Parse(row.NcYear).Order).ThenBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase),
        };
        return new ClassList(filter, filter.Sort.StartsWith('-') ? [.. sorted.Reverse()] : [.. sorted], all.Count);
    }
}

/// <summary>A class in the list.</summary>
public sealed record ClassRow(Guid Id, string Name, string NcYear, IReadOnlyList<string> Teachers, int Pupils);

/// <summary>Someone who can teach a class.</summary>
public sealed record ClassTeacherChoice(Guid Id, string Name, string JobTitle);
