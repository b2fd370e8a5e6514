using System.Globalization;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Pupils;

namespace SenSupport.Web.Exchange.Ctf;

/// <summary>A pupil of a common transfer file while the elements come in. Paths are in capitals, below the pupil.</summary>
internal sealed class CtfPupilDraft(int line, DateOnly today, ProblemList problems)
{
    private const int Most = 200;

    private readonly List<string> formerUpns = [];
    private readonly List<SenPeriod> provisions = [];
    private readonly List<(int Line, RankedNeed Need)> needs = [];
    private readonly List<ImportedPeriod> meals = [];
    private readonly List<(int Order, ImportedContact Contact)> contacts = [];
    private readonly Stack<Dictionary<string, string>> groups = [];
    private readonly List<string> address = [];
    private Dictionary<string, string> open = [];
    private ImportedPupil pupil = new() { Line = line, Surname = "", Forename = "" };
    private int groupLine;
    private bool isSound = true;

    /// <summary>An element begins.</summary>
    public void Begin(string path, int at)
    {
        if (GroupOf(path) == path)
        {
            groups.Push(open);
            open = [];
            address.Clear();
            groupLine = at;
        }
    }

    /// <summary>Takes a leaf's value; false when there is no use for it.</summary>
    public bool Take(string path, string name, string value, int at)
    {
        if (GroupOf(path) is { } group)
        {
            return TakeInGroup(group, path.Length == group.Length ? "" : path[(group.Length + 1)..], name, value, at);
        }

        switch (Strip(path, "BASICDETAILS/"))
        {
            case "UPN": pupil = pupil with { Upn = Code(Values.UpnOf, name, value, at) }; return true;
            case "SURNAME": pupil = pupil with { Surname = Text(name, value, at, TextLimits.Name) }; return true;
            case "FORENAME": pupil = pupil with { Forename = Text(name, value, at, TextLimits.Name) }; return true;
            case "DOB": pupil = pupil with { BirthDate = Value(Values.BirthDateBy(today), name, value, at) }; return true;
            case "SEX" or "GENDER": pupil = pupil with { Sex = Value<Sex>(Values.SexOf, name, value, at) }; return true;
            case "FORMERUPN":
                var former = Code(Values.UpnOf, name, value, at);
                if (former.Length > 0 && formerUpns.Count < Most && !formerUpns.Contains(former))
                {
                    formerUpns.Add(former);
                }

                return true;
            case "PREFERREDFORENAME": pupil = pupil with { KnownAs = Text(name, value, at, TextLimits.Name) }; return true;
            case "NCYEARACTUAL": pupil = pupil with { NcYear = Value<NcYear>(Values.Year, name, value, at) }; return true;
            case "SERVICECHILD": pupil = pupil with { ServiceChild = YesOnly(value) }; return true;
            case "LOOKEDAFTER/INCARE": pupil = pupil with { LookedAfter = Value<bool>(Values.Flag, name, value, at) }; return true;
            case "FSMELIGIBLE" or "FSMHISTORY/FSMELIGIBLE": pupil = pupil with { FreeSchoolMeals = Value<bool>(Values.Flag, name, value, at) }; return true;
            case "PUPILPREMIUM" or "PUPILPREMIUM/PPINDICATOR" or "PPINDICATOR": pupil = pupil with { PupilPremium = Value<bool>(Values.Flag, name, value, at) }; return true;
            case "SENUNITINDICATOR": pupil = pupil with { SenUnit = Value<bool>(Values.Flag, name, value, at) }; return true;
            case "RESOURCEDPROVISIONINDICATOR": pupil = pupil with { ResourcedProvision = Value<bool>(Values.Flag, name, value, at) }; return true;
            case "PHONES/PHONE/PHONENO" or "PHONES/PHONE" or "PHONE": pupil = pupil with { Phone = pupil.Phone.Length > 0 ? pupil.Phone : Text(name, value, at, TextLimits.Name) }; return true;
            case "EMAIL": pupil = pupil with { Email = Code(Values.Email, name, value, at) }; return true;
            default: return false;
        }
    }

    /// <summary>An element ends.</summary>
    public void End(string path)
    {
        if (GroupOf(path) != path)
        {
            return;
        }

        if (open.Count > 0 || address.Count > 0)
        {
            Keep(path);
        }

        open = groups.Pop();
        address.Clear();
    }

    /// <summary>The pupil; null, with a problem, where the name is missing.</summary>
    public ImportedPupil? Finish()
    {
        foreach (var (name, value) in new[] { ("Surname", pupil.Surname), ("Forename", pupil.Forename) })
        {
            if (value.Length == 0 && isSound)
            {
                Problem(line, name, $"{name} is missing", "the pupil cannot be read without it");
            }
        }

        if (pupil.Surname.Length == 0 || pupil.Forename.Length == 0)
        {
            return null;
        }

        if (pupil.Upn.Length == 0 && pupil.BirthDate is null && isSound)
        {
            Problem(line, "DOB", "Neither a UPN nor a date of birth is given", "it is not clear who is meant");
        }

        var history = provisions.OrderBy(period => period.Start ?? DateOnly.MinValue).ToList();
        var current = history.LastOrDefault();
        return pupil with
        {
            FormerUpns = formerUpns,
            SenHistory = history,
            SenProvision = current?.Code is "N" or "K" or "E" ? current.Code : "",
            SenStart = current?.Start,
            Needs = Ranked(),
            FreeSchoolMealsHistory = meals,
            FreeSchoolMeals = meals.Count == 0 ? pupil.FreeSchoolMeals : meals.Exists(period => period.Start <= today && !(period.End < today)),
            Contacts = [.. contacts.OrderBy(contact => contact.Order).Select(contact => contact.Contact)],
            IsSound = isSound,
        };
    }

    // The elements that are read as a whole, by the beginning of the path.
    private static string? GroupOf(string path)
    {
        foreach (var group in new[]
        {
            "SENHISTORY/SENNEEDS/SENNEED", "SENHISTORY/SEN/SENNEEDS/SENNEED", "SENNEEDS/SENNEED", "SENHISTORY/SEN", "FSMHISTORY/FSMINSTANCE", "CONTACTS/CONTACT", "ADDRESS", "BASICDETAILS/LANGUAGES/TYPE", "LANGUAGES/TYPE",
        })
        {
            if (path.StartsWith(group, StringComparison.Ordinal) && (path.Length == group.Length || path[group.Length] == '/'))
            {
                return group;
            }
        }

        return null;
    }

    private void Keep(string group)
    {
        switch (group)
        {
            case "SENHISTORY/SEN" when open.GetValueOrDefault("SENPROVISION") is { Length: > 0 } code && provisions.Count < Most:
                provisions.Add(new SenPeriod(code, Date("STARTDATE")));
                break;
            case "FSMHISTORY/FSMINSTANCE" when meals.Count < Most:
                meals.Add(new ImportedPeriod(Date("FSMSTARTDATE"), Date("FSMENDDATE")));
                break;
            case "CONTACTS/CONTACT" when contacts.Count < Most:
                AddContact();
                break;
            case "ADDRESS":
                pupil = pupil with { Address = Text("Address", string.Join('\n', address), groupLine, TextLimits.Line) };
                break;
            case "BASICDETAILS/LANGUAGES/TYPE" or "LANGUAGES/TYPE" when open.GetValueOrDefault("LANGUAGE") is { } language && (pupil.FirstLanguage.Length == 0 || open.GetValueOrDefault("LANGUAGETYPE") == "F"):
                pupil = pupil with { FirstLanguage = Text("Language", language, groupLine, TextLimits.Name) };
                break;
            default:
                if (group.EndsWith("SENNEEDS/SENNEED", StringComparison.Ordinal) && needs.Count < Most)
                {
                    AddNeed();
                }

                break;
        }
    }

    private static string Strip(string path, string before) => path.StartsWith(before, StringComparison.Ordinal) ? path[before.Length..] : path;

    private bool TakeInGroup(string group, string below, string name, string value, int at)
    {
        switch (group)
        {
            case "SENHISTORY/SEN" when below == "SENPROVISION":
                var code = Values.ProvisionOrRetired(value);
                if (code.Length == 0)
                {
                    Problem(at, name, $"{Values.Shown(value)} is no SEN provision", "the codes are N, K and E, and before September 2014 A, P and S");
                }

                open[below] = code;
                return true;
            case "SENHISTORY/SEN" when below is "STARTDATE":
            case "FSMHISTORY/FSMINSTANCE" when below is "FSMSTARTDATE" or "FSMENDDATE":
            case { } when group.EndsWith("SENNEED", StringComparison.Ordinal) && below is "NEEDSTARTDATE" or "NEEDENDDATE":
                open[below] = Value<DateOnly>(Values.Date, name, value, at)?.ToString("O", CultureInfo.InvariantCulture) ?? "";
                return true;
            case { } when group.EndsWith("SENNEED", StringComparison.Ordinal) && below is "SENTYPERANK" or "SENTYPE":
            case { } when group.EndsWith("LANGUAGES/TYPE", StringComparison.Ordinal) && below is "LANGUAGE" or "LANGUAGETYPE":
            case "CONTACTS/CONTACT" when below is "SURNAME" or "FORENAME" or "TITLE" or "ORDER" or "RELATIONSHIP" or "RESPONSIBILITY" or "PARENTALRESPONSIBILITY" or "EMAIL":
                open[below] = value;
                return true;
            case "CONTACTS/CONTACT" when below is "PHONES/PHONE/PHONENO" or "PHONES/PHONE" or "PHONE":
                open.TryAdd("PHONE", value);
                return true;
            case "CONTACTS/CONTACT" when below.StartsWith("ADDRESS/", StringComparison.Ordinal):
            case "ADDRESS":
                if (address.Count < 12)
                {
                    address.Add(value);
                }

                return true;
            default:
                return false;
        }
    }

    private void AddNeed()
    {
        var start = Date("NEEDSTARTDATE");
        var end = Date("NEEDENDDATE");
        // Whether the type was right when it was recorded; a need without dates is judged by today.
        var type = Code(Values.NeedOn(end ?? start ?? today), "SENtype", open.GetValueOrDefault("SENTYPE", ""), groupLine);
        if (type.Length == 0)
        {
            return;
        }

        if (!int.TryParse(open.GetValueOrDefault("SENTYPERANK", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) || rank is < 1 or > 99)
        {
            Problem(groupLine, "SENtypeRank", $"{type} has no rank", "it is put last; check the order", isWarning: true);
            rank = 100;
        }

        needs.Add((groupLine, new RankedNeed(rank, type, start, end)));
    }

    private List<RankedNeed> Ranked()
    {
        var ranked = needs.OrderBy(need => need.Need.Rank).ThenBy(need => need.Need.Start).ToList();
        for (var place = 0; place < ranked.Count; place++)
        {
            if (ranked[place].Need.Rank == 100)
            {
                ranked[place] = ranked[place] with { Need = ranked[place].Need with { Rank = (place == 0 ? 0 : ranked[place - 1].Need.Rank) + 1 } };
            }
        }

        return [.. ranked.Select(need => need.Need)];
    }

    private void AddContact()
    {
        var name = string.Join(' ', new[] { "TITLE", "FORENAME", "SURNAME" }.Select(part => open.GetValueOrDefault(part, "")).Where(part => part.Length > 0));
        if (name.Length == 0)
        {
            return;
        }

        var order = int.TryParse(open.GetValueOrDefault("ORDER"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        contacts.Add((order, new ImportedContact(
            Text("Contact", name, groupLine, TextLimits.Name),
            Relation(open.GetValueOrDefault("RELATIONSHIP", "")),
            Code(Values.Email, "Email", open.GetValueOrDefault("EMAIL", ""), groupLine),
            Text("Phone", open.GetValueOrDefault("PHONE", ""), groupLine, TextLimits.Name),
            Text("Address", string.Join('\n', address), groupLine, TextLimits.Line),
            Value<bool>(Values.Flag, "Responsibility", open.GetValueOrDefault("RESPONSIBILITY") ?? open.GetValueOrDefault("PARENTALRESPONSIBILITY", ""), groupLine))));
    }

    private static string Relation(string code) => code.ToUpperInvariant() switch
    {
        "PAM" => "Mother",
        "PAF" => "Father",
        "PAR" => "Parent",
        "STP" or "PAS" => "Step-parent",
        "FOP" or "FOM" or "FOF" => "Foster parent",
        "CAR" or "GUA" => "Carer",
        "REL" or "FAM" => "Relative",
        "SWR" => "Social worker",
        "OTH" => "Other",
        _ => Values.Shown(code),
    };

    // The service child code of the census has more than two values; only Y says yes.
    private static bool? YesOnly(string value) => value.ToUpperInvariant() switch { "Y" or "TRUE" or "1" => true, "N" or "FALSE" or "0" => false, _ => null };

    private DateOnly? Date(string name) => DateOnly.TryParseExact(open.GetValueOrDefault(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private string Text(string name, string value, int at, int limit)
    {
        if (value.Length <= limit)
        {
            return value;
        }

        Problem(at, name, string.Create(CultureInfo.InvariantCulture, $"“{Values.Shown(value)}” has {value.Length:N0} characters"), string.Create(CultureInfo.InvariantCulture, $"{limit:N0} is the most that can be kept"));
        return "";
    }

    private T? Value<T>(ReadValue<T> read, string name, string value, int at)
        where T : struct
    {
        var result = read(value, out var problem);
        Note(at, name, problem);
        return result;
    }

    private string Code(ReadCode read, string name, string value, int at)
    {
        var result = read(value, out var problem);
        Note(at, name, problem);
        return result;
    }

    private void Note(int at, string name, ValueProblem? problem)
    {
        if (problem is not null)
        {
            Problem(at, name, problem.What, problem.Mend, problem.IsWarning);
        }
    }

    private void Problem(int at, string name, string what, string mend, bool isWarning = false)
    {
        problems.Add(new(at, name, what, mend, isWarning));
        isSound &= isWarning;
    }
}
