using System.Security.Cryptography;
using System.Text;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Staff;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>A value that a file changes.</summary>
public sealed record StaffValue(string Field, string Old, string New);

/// <summary>A word for what people are, and the role that it is taken as.</summary>
/// <param name="Key">As it is compared.</param>
/// <param name="Word">As the file has it first.</param>
/// <param name="People">How many people of the file have it.</param>
/// <param name="Role">What it is taken as.</param>
/// <param name="IsDecided">Whether it is known or was chosen; otherwise the people who have no other role wait.</param>
public sealed record RoleWord(string Key, string Word, int People, StaffRoles Role, bool IsDecided);

/// <summary>What is to be done with one person of the file.</summary>
/// <param name="Row">The person in the file.</param>
/// <param name="Person">The person here; null for one to add.</param>
/// <param name="Details">Who they are afterwards.</param>
/// <param name="Roles">Their roles afterwards.</param>
/// <param name="Classes">Classes that they are given.</param>
/// <param name="Changes">What changes, to show.</param>
public sealed record PlannedStaff(StaffRow Row, KnownStaff? Person, StaffDetails Details, StaffRoles Roles, IReadOnlyList<KnownClass> Classes, IReadOnlyList<StaffValue> Changes);

/// <summary>A row that may be somebody of the staff: the name is the same, the address is not.</summary>
public sealed record LikelyMatch(StaffRow Row, KnownStaff Person, LikelyStaff Choice);

/// <summary>A role that the file names and the person does not have here.</summary>
public sealed record RoleDifference(StaffRow Row, KnownStaff Person, StaffRoles InFile, RoleChoice Choice);

/// <summary>What importing a file of staff would do. Nobody is ever taken from the staff by it, and no role or class from anybody unless that is chosen.</summary>
public sealed class StaffPlan
{
    private readonly StaffFile file;
    private readonly StaffNow now;
    private readonly StaffChoices choices;
    private readonly SignedInStaff by;
    private readonly ProblemList problems = new();
    private readonly Dictionary<string, KnownClass> classes;
    private readonly Dictionary<string, KnownStaff> byEmail;
    private readonly ILookup<string, KnownStaff> byName;
    private readonly Dictionary<string, RoleWord> words;
    private readonly HashSet<string> emails, asked = [];
    private readonly HashSet<Guid> met = [];
    private int workingSencos;

    private StaffPlan(StaffFile file, StaffNow now, StaffChoices choices, SignedInStaff by)
    {
        (this.file, this.now, this.choices, this.by) = (file, now, choices, by);
        classes = now.Classes.GroupBy(row => SearchText.Fold(row.Name)).ToDictionary(same => same.Key, same => same.First());
        byEmail = now.Staff.Where(person => person.Email.Length > 0).GroupBy(person => person.Email).ToDictionary(same => same.Key, same => same.OrderBy(person => person.LeftOn is not null).First());
        byName = now.Staff.Where(person => person.LeftOn is null).ToLookup(person => SearchText.Fold(StaffRows.Untitled(person.Name)));
        emails = [.. file.People.Select(row => row.Email)];
        workingSencos = now.Staff.Count(person => person.IsWorkingSenco);
        foreach (var problem in file.Problems)
        {
            problems.Add(problem);
        }

        Words = [.. file.People.SelectMany(row => row.Roles).GroupBy(RoleWords.Key).Select(same => Meaning(same.Key, same.First(), same.Count()))];
        words = Words.ToDictionary(word => word.Key);
        foreach (var row in file.People)
        {
            Take(row);
        }

        Missing = [.. now.Staff.Where(person => person.LeftOn is null && !met.Contains(person.Id))];
        Problems = problems.ToList();
    }

    /// <summary>People to add.</summary>
    public List<PlannedStaff> Added { get; } = [];

    /// <summary>People to change.</summary>
    public List<PlannedStaff> Changed { get; } = [];

    /// <summary>People who may be on the staff already.</summary>
    public List<LikelyMatch> Likely { get; } = [];

    /// <summary>Roles that differ.</summary>
    public List<RoleDifference> Differences { get; } = [];

    /// <summary>Words for roles.</summary>
    public IReadOnlyList<RoleWord> Words { get; }

    /// <summary>Words that somebody has to say a role for: nobody can be added without one.</summary>
    public IReadOnlyList<RoleWord> Asked => [.. Words.Where(word => asked.Contains(word.Key))];

    /// <summary>People on the staff who are not in the file.</summary>
    public IReadOnlyList<KnownStaff> Missing { get; }

    /// <summary>People who are the same here.</summary>
    public int Same { get; private set; }

    /// <summary>What is wrong, by line and column.</summary>
    public IReadOnlyList<ExchangeProblem> Problems { get; }

    /// <summary>People whom nobody decided on.</summary>
    public int Undecided => Likely.Count(match => match.Choice == LikelyStaff.Undecided);

    /// <summary>Whether anything would be done.</summary>
    public bool DoesSomething => Added.Count + Changed.Count > 0;

    /// <summary>What a file would do.</summary>
    public static StaffPlan For(StaffFile file, StaffNow now, StaffChoices choices, SignedInStaff by) => new(file, now, choices, by);

    /// <summary>The file and the school in a few characters: another one when a member of staff or a class was changed meanwhile.</summary>
    public static string Fingerprint(StaffFile file, StaffNow now)
    {
        var text = new StringBuilder(file.Mapping?.Write()).Append(file.People.Count).Append(';');
        foreach (var person in now.Staff)
        {
            text.Append(person.Id).Append(person.Version);
        }

        foreach (var row in now.Classes)
        {
            text.Append(row.Id).Append(row.Version);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private RoleWord Meaning(string key, string word, int people) =>
        choices.Words.TryGetValue(key, out var chosen) ? new(key, word, people, chosen & by.GivesRoles, true)
        : RoleWords.Of(word) is var known && known != StaffRoles.None ? new(key, word, people, known, true)
        : new(key, word, people, StaffRoles.None, false);

    private void Take(StaffRow row)
    {
        if (byEmail.GetValueOrDefault(row.Email) is { } person)
        {
            met.Add(person.Id);
            if (person.LeftOn is { } left)
            {
                Problem(row, StaffField.Email, $"{person.Name} has this e-mail address and left on {left:d MMMM yyyy}", "find them on the staff list under Left and bring them back, or delete the row");
                return;
            }

            Change(row, person);
            return;
        }

        var named = byName[row.NameKey].ToList();
        if (named.Count > 1)
        {
            named.ForEach(known => met.Add(known.Id));
            Problem(row, StaffField.Surname, $"{named.Count} people on the staff are called {row.Name}", "give the e-mail address that one of them has here");
            return;
        }

        if (named.Count == 1 && (named[0].Email.Length == 0 || !emails.Contains(named[0].Email)))
        {
            var match = new LikelyMatch(row, named[0], choices.Likely.GetValueOrDefault(row.Line));
            Likely.Add(match);
            if (match.Choice != LikelyStaff.New)
            {
                met.Add(match.Person.Id);
            }

            if (match.Choice == LikelyStaff.Same)
            {
                Change(row, match.Person);
            }

            if (match.Choice != LikelyStaff.New)
            {
                return;
            }
        }

        Add(row);
    }

    private void Add(StaffRow row)
    {
        if (row.Roles.Count == 0)
        {
            Problem(row, StaffField.Role, $"It is not said what {row.Name} does", "fill in the role or the job title");
            return;
        }

        var meant = WordsOf(row);
        asked.UnionWith(meant.Where(word => !word.IsDecided).Select(word => word.Key));
        var roles = meant.Aggregate(StaffRoles.None, (all, word) => all | word.Role);
        if (roles == StaffRoles.None)
        {
            if (meant.FirstOrDefault(word => !word.IsDecided) is { } unknown)
            {
                Problem(row, RoleField, $"“{Values.Shown(unknown.Word)}” is no role that SenSupport knows", "choose a role for these words, or leave these people out");
            }

            return;
        }

        if ((roles & ~by.GivesRoles) is var notTheirs && notTheirs != StaffRoles.None)
        {
            Problem(row, RoleField, $"{notTheirs.InWords()} is a role that only the SENCo gives", $"ask the SENCo to add {row.Name}");
            return;
        }

        if (row.Email.Length == 0)
        {
            Problem(row, StaffField.Email, $"{row.Name} has no e-mail address", "they are added all the same, and can be invited once you have entered one", isWarning: true);
        }

        var given = ClassesOf(row, roles, null);
        Added.Add(new(row, null, new StaffDetails(row.Name, row.Email, row.JobTitle, row.StartsOn), roles, given, []));
    }

    private static string Day(DateOnly? day) => day is { } known ? UkDate.Long(known) : "";

    private void Change(StaffRow row, KnownStaff person)
    {
        var details = new StaffDetails(
            StaffRows.Untitled(person.Name) == row.Name ? person.Name : row.Name,
            row.Email.Length > 0 && row.Email != person.Email && MayMove(row, person) ? row.Email : person.Email,
            row.JobTitle.Length > 0 ? row.JobTitle : person.JobTitle,
            row.StartsOn ?? person.StartedOn);
        var inFile = WordsOf(row).Aggregate(StaffRoles.None, (all, word) => all | word.Role);
        var roles = RolesOf(row, person, inFile);
        var given = ClassesOf(row, roles, person.Id);
        StaffValue[] changes =
        [
            .. Changes("Name", person.Name, details.Name),
            .. Changes("Email address", person.Email, details.Email),
            .. Changes("Job title", person.JobTitle, details.JobTitle),
            .. Changes("First day", Day(person.StartedOn), Day(details.StartedOn)),
            .. Changes("Roles", person.Roles.InWords(), roles.InWords()),
            .. given.Count == 0 ? [] : Changes("Classes", TaughtBy(person.Id), string.Join(", ", now.Classes.Where(known => known.Teachers.Contains(person.Id) || given.Contains(known)).Select(known => known.Name))),
        ];
        if (changes.Length == 0)
        {
            Same++;
        }
        else if (!by.LooksAfter(person.Roles))
        {
            Same++;
            Problem(row, null, $"{person.Name} has a role that only the SENCo looks after, so nothing of this row is changed", $"ask the SENCo to change {string.Join(", ", changes.Select(change => char.ToLowerInvariant(change.Field[0]) + change.Field[1..]))}", isWarning: true);
        }
        else
        {
            Changed.Add(new(row, person, details, roles, given, changes));
        }
    }

    // A role decides what somebody sees. The file only offers one; who keeps the staff list says whether it holds.
    private StaffRoles RolesOf(StaffRow row, KnownStaff person, StaffRoles inFile)
    {
        if ((inFile & ~person.Roles) == StaffRoles.None || !by.LooksAfter(person.Roles))
        {
            return person.Roles;
        }

        if ((inFile & ~by.GivesRoles) is var notTheirs && notTheirs != StaffRoles.None)
        {
            Problem(row, RoleField, $"{notTheirs.InWords()} is a role that only the SENCo gives", $"ask the SENCo; {person.Name} keeps the roles they have", isWarning: true);
            return person.Roles;
        }

        if (!by.MayGiveRolesTo(person.Id))
        {
            Problem(row, RoleField, "Nobody gives a role to themselves", "ask the SENCo; you keep the roles you have", isWarning: true);
            return person.Roles;
        }

        var choice = choices.Roles.GetValueOrDefault(person.Id);
        Differences.Add(new(row, person, inFile, choice));
        var roles = choice switch { RoleChoice.Add => person.Roles | inFile, RoleChoice.Replace => inFile, _ => person.Roles };
        if (person.IsWorkingSenco && (roles & StaffRoles.Senco) == 0 && --workingSencos == 0)
        {
            workingSencos++;
            Problem(row, RoleField, $"{person.Name} is the only SENCo who can sign in, and a school always has one", "give the role to a colleague first; until they have accepted their invitation it stays", isWarning: true);
            return person.Roles | inFile;
        }

        return roles;
    }

    // Whoever has an account signs in with the address.
    private bool MayMove(StaffRow row, KnownStaff person)
    {
        if (person.AccountId is not { } account)
        {
            return true;
        }

        if (now.Elsewhere.Contains(account))
        {
            Problem(row, StaffField.Email, $"{person.Name} signs in at another school, too, with {person.Email}", "the address stays as it is: it cannot be changed here", isWarning: true);
            return false;
        }

        if (now.Taken[row.Email].Any(taken => taken != account))
        {
            Problem(row, StaffField.Email, $"Somebody signs in with {row.Email} already", $"the address of {person.Name} stays as it is; check whose it is", isWarning: true);
            return false;
        }

        return true;
    }

    private List<KnownClass> ClassesOf(StaffRow row, StaffRoles roles, Guid? person)
    {
        const StaffRoles Teach = StaffRoles.Teacher | StaffRoles.Senco | StaffRoles.SenAssistant | StaffRoles.Head;
        var found = new List<KnownClass>();
        foreach (var cell in row.Classes)
        {
            foreach (var name in classes.ContainsKey(SearchText.Fold(cell)) ? [cell] : cell.Split([',', ';', '/', '&', '+', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (!classes.TryGetValue(SearchText.Fold(name), out var known) && !classes.TryGetValue(SearchText.Fold($"Class {name}"), out known))
                {
                    Problem(row, StaffField.Class, $"There is no class called {Values.Shown(name)}", "add it to the class list first, or correct the name; everything else of the row is taken", isWarning: true);
                }
                else if ((roles & Teach) == 0)
                {
                    Problem(row, StaffField.Class, $"{known.Name} is for those who teach it, and {row.Name} is here as {roles.InWords()}", "choose the pupils whom they support on their own page", isWarning: true);
                }
                else if (!found.Contains(known) && (person is null || !known.Teachers.Contains(person.Value)))
                {
                    found.Add(known);
                }
            }
        }

        return found;
    }

    private StaffField RoleField => file.Mapping?.ColumnOf(StaffField.Role) < 0 ? StaffField.JobTitle : StaffField.Role;

    private IReadOnlyList<RoleWord> WordsOf(StaffRow row) => [.. row.Roles.Select(word => words[RoleWords.Key(word)])];

    private string TaughtBy(Guid person) => string.Join(", ", now.Classes.Where(known => known.Teachers.Contains(person)).Select(known => known.Name));

    private static IEnumerable<StaffValue> Changes(string field, string old, string written) => old == written ? [] : [new(field, old, written)];

    private void Problem(StaffRow row, StaffField? field, string what, string mend, bool isWarning = false) =>
        problems.Add(new(row.Line, field is { } known ? file.HeadingOf(known) : null, what, mend, isWarning));
}
