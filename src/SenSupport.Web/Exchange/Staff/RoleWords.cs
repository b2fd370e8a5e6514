using System.Text.RegularExpressions;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Exchange.Staff;

/// <summary>
/// What schools call their people, as our roles. A role that opens the records of the whole school, or the staff list, is only taken from its full name;
/// what opens a few pupils also from a part of a longer title ("Year 4 teacher", "HLTA (KS2)"). Everything else is for a person to say.
/// </summary>
public static partial class RoleWords
{
    // "SEN assistant" is not among them: many schools call a teaching assistant so, and ours reads every record.
    private static readonly Dictionary<string, StaffRoles> Known = Meanings(
        (StaffRoles.Senco,
        [
            "SENCo", "SENDCo", "SEN co-ordinator", "SEN coordinator", "SEND co-ordinator", "SEND coordinator", "SEN&D coordinator", "Special educational needs co-ordinator", "Special educational needs coordinator",
            "Special educational needs and disabilities coordinator", "Special educational needs and disability coordinator", "Acting SENCo", "Interim SENCo",
        ]),
        (StaffRoles.SenAssistant, ["Assistant SENCo", "Assistant SENDCo", "Deputy SENCo", "Deputy SENDCo", "SENCo assistant", "SENDCo assistant", "SEN administrator", "SEND administrator"]),
        (StaffRoles.Head,
        [
            "Headteacher", "Head teacher", "Head", "Principal", "Executive headteacher", "Executive head teacher", "Executive principal", "Acting headteacher", "Interim headteacher", "Co-headteacher", "Head of school",
            "Deputy headteacher", "Deputy head teacher", "Deputy head", "Deputy principal", "Vice principal", "Assistant headteacher", "Assistant head teacher", "Assistant head", "Assistant principal",
            "Headteacher or senior leader", "Senior leader", "Senior leadership team", "SLT",
        ]),
        (StaffRoles.Teacher,
        [
            "Teacher", "Class teacher", "Classroom teacher", "Form teacher", "Form tutor", "Tutor", "Subject teacher", "ECT", "NQT", "Early career teacher", "Qualified teacher", "Teaching", "Teaching staff",
        ]),
        (StaffRoles.TeachingAssistant,
        [
            "Teaching assistant", "TA", "LSA", "HLTA", "Learning support assistant", "Higher level teaching assistant", "Classroom assistant", "Class assistant", "Special needs assistant", "SNA", "Support assistant",
            "Teaching support",
        ]),
        (StaffRoles.Office,
        [
            "Office", "Office or data manager", "Office manager", "Office administrator", "School administrator", "School secretary", "School office", "Data manager", "Pupil data manager", "MIS manager",
            "Data and office manager",
        ]),
        (StaffRoles.BusinessManager, ["Business manager", "School business manager", "School business leader", "SBM", "SBL", "Business director", "Bursar", "Finance manager"]),
        (StaffRoles.Governor, ["Governor", "School governor", "Chair of governors", "Vice chair of governors", "Parent governor", "Staff governor", "Co-opted governor", "SEND governor", "SEN governor", "Link governor", "Trustee"]));

    private static readonly HashSet<string> Assists = ["ta", "tas", "lsa", "hlta"];
    private static readonly HashSet<string> NotInClass = ["head", "headteacher", "deputy", "principal", "pa", "governor", "secretary", "senco", "sendco", "manager", "director", "trainer"];

    /// <summary>A word as it is compared.</summary>
    public static string Key(string word) => SearchText.Fold(word);

    /// <summary>The role that a word means; none when it is not known.</summary>
    public static StaffRoles Of(string word)
    {
        var key = Key(word);
        if (Known.TryGetValue(key, out var role))
        {
            return role;
        }

        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return true switch
        {
            _ when words.Any(NotInClass.Contains) => StaffRoles.None,
            _ when words.Any(Assists.Contains) || key.Contains("teaching assistant", StringComparison.Ordinal) || key.Contains("support assistant", StringComparison.Ordinal) => StaffRoles.TeachingAssistant,
            _ when words.Contains("teacher") && !words.Contains("assistant") => StaffRoles.Teacher,
            _ => StaffRoles.None,
        };
    }

    /// <summary>The words of a cell: all of it where it is known, otherwise "SENCo / Class teacher" is two.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var text = cell.Trim();
        return text.Length == 0 ? [] : Known.ContainsKey(Key(text)) ? [text] : [.. Between().Split(text).Select(part => part.Trim()).Where(part => Key(part).Length > 0).DistinctBy(Key)];
    }

    private static Dictionary<string, StaffRoles> Meanings(params (StaffRoles Role, string[] Words)[] roles) =>
        roles.SelectMany(role => role.Words.Select(word => (Key: Key(word), role.Role))).DistinctBy(known => known.Key).ToDictionary(known => known.Key, known => known.Role);

    [GeneratedRegex(@"[,;/&+|\r\n]|\s+and\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
