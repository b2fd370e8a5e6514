using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Groups;
using SenSupport.Web.Exchange.Tables;
using SenSupport.Web.Features.Shared.Imports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Groups.ImportGroups;

/// <summary>Finds what a file of groups asks for that is not there yet, and does it in one save.</summary>
public sealed class ImportGroupsHandler(SenSupportDbContext db, TimeProvider clock)
{
    private const string ColumnsAction = "/school/groups/import/columns";

    /// <summary>Remembers what a person says of the columns, for this file and the next with its headings.</summary>
    public async Task RememberAsync(Stream file, IReadOnlyDictionary<int, string> columns, SignedInStaff staff, CancellationToken cancel)
    {
        if (TableReader.Read(file, cancel).Table is { } table)
        {
            var mapping = (await MappingAsync(table, cancel)).With(columns);
            await db.RememberAsync(staff.SchoolId, ImportKind.Groups, mapping.Signature, mapping.Write());
        }
    }

    /// <summary>Looks at a file. Nothing is changed.</summary>
    public async Task<GroupImport> LookAsync(Stream file, SignedInStaff staff, CancellationToken cancel)
    {
        var reading = TableReader.Read(file, cancel);
        var problems = new ProblemList();
        foreach (var problem in reading.Problems)
        {
            problems.Add(problem);
        }

        if (reading.Table is not { } table)
        {
            return new GroupImport([], problems.ToList(), 0, 0, new ColumnsPanel(ColumnsAction, [], [], []));
        }

        var mapping = await MappingAsync(table, cancel);
        var rows = GroupRows.Read(table, mapping, db.Today, problems);
        var school = await SchoolNowAsync(staff, cancel);
        var groups = new Dictionary<(int Year, string Name), AskedGroup>();
        var used = 0;
        foreach (var row in rows)
        {
            used += Take(row, school, groups, problems) ? 1 : 0;
        }

        return new GroupImport(
            [.. groups.Values.OrderBy(group => group.Name, StringComparer.OrdinalIgnoreCase)], problems.ToList(), table.Rows.Count + reading.Problems.Count, table.Rows.Count + reading.Problems.Count - used,
            new ColumnsPanel(ColumnsAction, mapping.Columns(table), ColumnsPanel.FieldsOf(GroupRows.Fields), [.. mapping.Missing.Select(field => field.Name)]));
    }

    /// <summary>Does what the file asks for.</summary>
    public async Task ApplyAsync(GroupImport import, SignedInStaff staff, CancellationToken cancel)
    {
        var acting = staff.Acting(clock);
        var there = await WithTimes(db).Where(group => group.ClosedOn == null).ToDictionaryAsync(group => group.Id, cancel);
        foreach (var asked in import.Groups.Where(group => group.Changes))
        {
            TeachingGroup group;
            if (asked.GroupId is { } id)
            {
                group = there[id];
            }
            else
            {
                group = TeachingGroup.Add(staff.SchoolId, asked.Name, asked.Subject, asked.Year, acting);
                db.Add(group);
            }

            foreach (var same in asked.Pupils.GroupBy(time => (time.From, time.Until)))
            {
                group.AddPupils(same.Select(time => time.PersonId), same.Key.From, same.Key.Until, acting);
            }

            foreach (var time in asked.Teachers)
            {
                group.AddTeacher(time.PersonId, time.From, time.Until, acting);
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Groups with everyone in them.</summary>
    public static IQueryable<TeachingGroup> WithTimes(SenSupportDbContext db) =>
        db.TeachingGroups.Include(group => group.Pupils).Include(group => group.Teachers).AsSplitQuery();

    /// <summary>Pupils on roll, by what a file may name them.</summary>
    public static IQueryable<KnownPupil> Pupils(SenSupportDbContext db, SignedInStaff staff) =>
        db.PupilsListedFor(staff).OnRoll().Select(pupil => new KnownPupil(
            pupil.Id, pupil.Upn, pupil.Surname, pupil.Forename, pupil.KnownAs, pupil.BirthDate, pupil.FormerUpns.Select(former => former.Upn).ToList()));

    /// <summary>Teachers with the address that they sign in with.</summary>
    public static IQueryable<KnownTeacher> Teachers(SenSupportDbContext db) =>
        from staff in db.Staff.AsNoTracking()
        where (staff.Roles & StaffRoles.Teacher) != 0
        select new KnownTeacher(staff.Id, staff.Name, db.Users.Where(account => account.Id == staff.AccountId).Select(account => account.Email).FirstOrDefault());

    private async Task<ColumnMapping<GroupField>> MappingAsync(ExchangeTable table, CancellationToken cancel)
    {
        var suggested = GroupRows.Fields.Match(table.Header);
        return GroupRows.Fields.Restore(table.Header, await RememberedColumns.Of(db, ImportKind.Groups, suggested.Signature).FirstOrDefaultAsync(cancel) ?? "");
    }

    private async Task<SchoolNow> SchoolNowAsync(SignedInStaff staff, CancellationToken cancel) => new(
        await Pupils(db, staff).ToListAsync(cancel), await Teachers(db).ToListAsync(cancel), await WithTimes(db).AsNoTracking().ToListAsync(cancel), db.Today);

    private static bool Take(GroupRow row, SchoolNow school, Dictionary<(int Year, string Name), AskedGroup> groups, ProblemList problems)
    {
        var from = row.From ?? school.Today;
        if (row.Until < from)
        {
            problems.Add(new(row.Line, "Until", "The last day is over already, and no first day is given", "fill in the first day too"));
            return false;
        }

        var pupil = Guid.Empty;
        if (row.NamesPupil && !school.TryFind(row, problems, out pupil))
        {
            return false;
        }

        KnownTeacher? teacher = null;
        if (row.Teacher.Length > 0 && (teacher = school.TeacherOf(row, problems)) is null)
        {
            return false;
        }

        var year = AcademicYear.Of(from);
        var key = (year.StartYear, row.Group.ToLowerInvariant());
        if (!groups.TryGetValue(key, out var group))
        {
            var known = school.GroupOf(year, row.Group);
            if (known?.ClosedOn is not null)
            {
                problems.Add(new(row.Line, "Group", $"{row.Group} is closed", "open it again first, or give the group another name"));
                return false;
            }

            groups[key] = group = new AskedGroup(known?.Name ?? row.Group, known?.Subject ?? row.Subject, year, known?.Id);
        }

        var now = group.GroupId is null ? null : school.GroupOf(year, row.Group);
        var asks = 0;
        if (row.NamesPupil)
        {
            asks += Ask(group.Pupils, now?.Pupils.Where(time => time.PupilId == pupil), new AskedTime(pupil, from, row.Until));
        }

        if (teacher is not null)
        {
            var added = Ask(group.Teachers, now?.Teachers.Where(time => time.StaffId == teacher.Id), new AskedTime(teacher.Id, from, row.Until));
            asks += added;
            if (!group.TeacherNames.Contains(teacher.Name))
            {
                group.TeacherNames.Add(teacher.Name);
            }
        }

        group.There += asks == 0 ? 1 : 0;
        return true;
    }

    private static int Ask(List<AskedTime> asked, IEnumerable<GroupTime>? there, AskedTime time)
    {
        if (there?.Any(known => !(known.Until < time.From) && !(time.Until < known.From)) == true || asked.Exists(known => known.PersonId == time.PersonId && !(known.Until < time.From) && !(time.Until < known.From)))
        {
            return 0;
        }

        asked.Add(time);
        return 1;
    }
}

/// <summary>A pupil as a file may name them.</summary>
public sealed record KnownPupil(Guid Id, string Upn, string Surname, string Forename, string KnownAs, DateOnly BirthDate, IReadOnlyList<string> FormerUpns);

/// <summary>A teacher as a file may name them.</summary>
public sealed record KnownTeacher(Guid Id, string Name, string? Email);

/// <summary>The school as it is while a file is looked at.</summary>
internal sealed class SchoolNow
{
    private readonly Dictionary<string, Guid> byUpn;
    private readonly ILookup<(string Name, DateOnly Born), Guid> byName;
    private readonly ILookup<string, KnownTeacher> teachers;
    private readonly Dictionary<(int Year, string Name), TeachingGroup> groups;

    public SchoolNow(IReadOnlyList<KnownPupil> pupils, IReadOnlyList<KnownTeacher> staff, IReadOnlyList<TeachingGroup> known, DateOnly today)
    {
        Today = today;

        // A UPN in use goes before one that somebody had before.
        byUpn = pupils.SelectMany(pupil => pupil.FormerUpns.Select(upn => (upn, pupil.Id))).Concat(pupils.Where(pupil => pupil.Upn.Length > 0).Select(pupil => (pupil.Upn, pupil.Id)))
            .GroupBy(pair => pair.Item1).ToDictionary(same => same.Key, same => same.Last().Id);
        byName = pupils.SelectMany(pupil => new[] { pupil.Forename, pupil.KnownAs }.Where(name => name.Length > 0)
            .Select(name => (Key: (SearchText.Fold($"{name} {pupil.Surname}"), pupil.BirthDate), pupil.Id)).Distinct()).ToLookup(pair => pair.Key, pair => pair.Id);
        teachers = staff.SelectMany(person => new[] { SearchText.Fold(person.Name), (person.Email ?? "").ToLowerInvariant() }.Where(name => name.Length > 0).Distinct().Select(name => (name, person)))
            .ToLookup(pair => pair.name, pair => pair.person);
        groups = known.ToDictionary(group => (group.StartYear, group.Name.ToLowerInvariant()));
    }

    public DateOnly Today { get; }

    public TeachingGroup? GroupOf(AcademicYear year, string name) => groups.GetValueOrDefault((year.StartYear, name.ToLowerInvariant()));

    public bool TryFind(GroupRow row, ProblemList problems, out Guid pupil)
    {
        if (row.Upn.Length > 0)
        {
            if (byUpn.TryGetValue(row.Upn, out pupil))
            {
                return true;
            }

            problems.Add(new(row.Line, "UPN", $"No pupil on roll has the UPN {row.Upn}", "add the pupil first, or correct the UPN"));
            return false;
        }

        var found = byName[(SearchText.Fold($"{row.Forename} {row.Surname}"), row.BirthDate!.Value)].Distinct().ToList();
        pupil = found.FirstOrDefault();
        if (found.Count != 1)
        {
            problems.Add(new(
                row.Line,
                "Surname",
                found.Count == 0 ? $"No pupil on roll is called {row.Forename} {row.Surname} and was born on {row.BirthDate:d MMMM yyyy}" : $"{found.Count} pupils are called {row.Forename} {row.Surname} and have this birth date",
                found.Count == 0 ? "add the pupil first, or correct the row" : "give the UPN"));
        }

        return found.Count == 1;
    }

    public KnownTeacher? TeacherOf(GroupRow row, ProblemList problems)
    {
        var found = teachers[row.Teacher.ToLowerInvariant()].Concat(teachers[SearchText.Fold(row.Teacher)]).DistinctBy(person => person.Id).ToList();
        if (found.Count == 1)
        {
            return found[0];
        }

        problems.Add(new(
            row.Line,
            "Teacher",
            found.Count == 0 ? $"No teacher of this school has the name or e-mail address {Values.Shown(row.Teacher)}" : $"{found.Count} teachers are called {Values.Shown(row.Teacher)}",
            found.Count == 0 ? "add the person to the staff first, with the role of a teacher, or correct the row" : "give the e-mail address"));
        return null;
    }
}
