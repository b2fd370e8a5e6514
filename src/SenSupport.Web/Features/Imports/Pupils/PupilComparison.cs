using System.Globalization;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>Compares a row of a file with what the school has: what the file does not say changes nothing, and what the school entered itself stays.</summary>
internal sealed class PupilComparison(PlannedClasses classes, DateOnly today)
{
    private static readonly (PupilFlags Flag, string Name, Func<ImportedPupil, bool?> InFile)[] Flags =
    [
        (PupilFlags.PupilPremium, "Pupil premium", row => row.PupilPremium),
        (PupilFlags.FreeSchoolMeals, "Free school meals", row => row.FreeSchoolMeals),
        (PupilFlags.LookedAfter, "Looked after", row => row.LookedAfter),
        (PupilFlags.PreviouslyLookedAfter, "Previously looked after", row => row.PreviouslyLookedAfter),
        (PupilFlags.Eal, "English as an additional language", row => row.Eal),
        (PupilFlags.ServiceChild, "Service child", row => row.ServiceChild),
        (PupilFlags.YoungCarer, "Young carer", row => row.YoungCarer),
    ];

    /// <summary>The year group of a new pupil: as the file says, else by the date of birth; null when neither tells.</summary>
    public static string? YearOf(ImportedPupil row, DateOnly today)
    {
        if (row.NcYear is { } year)
        {
            return year.Code;
        }

        if (row.BirthDate is not { } birth)
        {
            return null;
        }

        // Age on the day before the school year began: who was 4 then is in Reception.
        var septemberYear = today.Month >= 9 ? today.Year : today.Year - 1;
        var age = septemberYear - birth.Year - (birth.Month >= 9 ? 1 : 0);
        return age switch
        {
            2 => "N1",
            3 => "N2",
            4 => "R",
            >= 5 and <= 18 => (age - 4).ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    /// <summary>A first language as it is kept: English is not written.</summary>
    public static string Language(string inFile) => inFile.ToUpperInvariant() is "ENGLISH" or "ENG" or "ENB" ? "" : inFile;

    /// <summary>The details of a pupil with what the file says of them.</summary>
    /// <param name="details">As they are.</param>
    /// <param name="row">What the file says.</param>
    /// <param name="classId">The class of the file; null when it does not say one.</param>
    /// <param name="today">The day on which an attendance figure counts.</param>
    public static PupilDetails Merge(PupilDetails details, ImportedPupil row, Guid? classId, DateOnly today)
    {
        var attendance = row.Attendance is { } percent ? Math.Round(percent, 1) : (decimal?)null;
        var merged = details with
        {
            Upn = Or(row.Upn, details.Upn),
            Surname = row.Surname,
            Forename = row.Forename,
            // Once somebody has written how the pupil is called, a file does not know better.
            KnownAs = details.KnownAs.Length > 0 || SearchText.Fold(row.KnownAs) == SearchText.Fold(row.Forename) ? details.KnownAs : row.KnownAs,
            BirthDate = row.BirthDate ?? details.BirthDate,
            Sex = row.Sex ?? details.Sex,
            NcYear = row.NcYear?.Code ?? details.NcYear,
            ClassId = classId ?? details.ClassId,
            FirstLanguage = row.FirstLanguage.Length > 0 ? Language(row.FirstLanguage) : details.FirstLanguage,
            InSenUnit = row.SenUnit ?? details.InSenUnit,
            InResourcedProvision = row.ResourcedProvision ?? details.InResourcedProvision,
        };
        merged = attendance is null || attendance == details.Attendance ? merged : merged with { Attendance = attendance, AttendanceOn = today };
        foreach (var (flag, _, inFile) in Flags)
        {
            merged = inFile(row) is { } set ? merged with { Flags = set ? merged.Flags | flag : merged.Flags & ~flag } : merged;
        }

        return merged;
    }

    /// <summary>Every value that the row would change, SEN apart, in the order of the form.</summary>
    public IReadOnlyList<PlannedChange> Between(ImportedPupil row, KnownPupil pupil)
    {
        var (old, written) = (pupil.Details, Merge(pupil.Details, row, null, today));
        var changes = new List<PlannedChange>();
        Add("UPN", old.Upn, written.Upn);
        foreach (var upn in NewFormerUpns(row, pupil.FormerUpns, written.Upn))
        {
            Add("Former UPN", "", upn);
        }

        Add("Surname", old.Surname, written.Surname);
        Add("Forename", old.Forename, written.Forename);
        Add("Known as", old.KnownAs, written.KnownAs);
        Add("Date of birth", UkDate.Long(old.BirthDate), UkDate.Long(written.BirthDate));
        Add("Sex", $"{old.Sex}", $"{written.Sex}");
        Add("Year group", NcYear.Parse(old.NcYear).Name, NcYear.Parse(written.NcYear).Name);
        if (classes.WillExist(row.Class) && classes.Find(row.Class) != old.ClassId)
        {
            Add("Class", classes.NameOf(old.ClassId), classes.Find(row.Class) is { } id ? classes.NameOf(id) : row.Class);
        }

        Add("First language", EnglishOr(old.FirstLanguage), EnglishOr(written.FirstLanguage));
        foreach (var (flag, name, _) in Flags)
        {
            Add(name, YesNo(old.Flags.HasFlag(flag)), YesNo(written.Flags.HasFlag(flag)));
        }

        Add("Attendance", Percent(old.Attendance), Percent(written.Attendance));
        Add("SEN unit", YesNo(old.InSenUnit), YesNo(written.InSenUnit));
        Add("Resourced provision", YesNo(old.InResourcedProvision), YesNo(written.InResourcedProvision));
        Add("On roll", pupil.LeftOn is { } left ? $"left {UkDate.Long(left)}" : "on roll", Leaving(row, pupil) is { } leaving ? $"left {UkDate.Long(leaving)}" : Returns(row, pupil) || pupil.LeftOn is null ? "on roll" : $"left {UkDate.Long(pupil.LeftOn.Value)}");
        foreach (var contact in NewContacts(row, pupil.Contacts))
        {
            Add("Contact", "", contact.Name);
        }

        return changes;

        void Add(string field, string before, string after)
        {
            if (before != after)
            {
                changes.Add(new PlannedChange(field, before, after));
            }
        }
    }

    /// <summary>The last day that the file says and the school does not know of; null for none.</summary>
    public DateOnly? Leaving(ImportedPupil row, KnownPupil pupil) =>
        row.LeavingDate is { } left && left <= today && left > pupil.Details.BirthDate && pupil.LeftOn is null ? left : null;

    /// <summary>Whether a former pupil is back.</summary>
    public bool Returns(ImportedPupil row, KnownPupil pupil) => pupil.LeftOn is not null && !(row.LeavingDate <= today);

    /// <summary>Contacts of the file whom the pupil does not have: another of the same name is the same person.</summary>
    public static IEnumerable<ImportedContact> NewContacts(ImportedPupil row, IReadOnlyCollection<string> known) =>
        row.Contacts.DistinctBy(contact => SearchText.Fold(contact.Name)).Where(contact => !known.Contains(SearchText.Fold(contact.Name)));

    /// <summary>Former UPNs of the file that are not known.</summary>
    public static IEnumerable<string> NewFormerUpns(ImportedPupil row, IReadOnlyCollection<string> known, string current) =>
        row.FormerUpns.Distinct().Where(upn => upn != current && !known.Contains(upn));

    /// <summary>Where the file and the school disagree on SEN; null where they do not, or the file says nothing.</summary>
    public static SenDifference? Sen(ImportedPupil row, KnownPupil pupil, DateOnly today)
    {
        var (here, inFile) = (pupil.Status.ProvisionCode(), row.SenProvision);
        var status = inFile.Length > 0 && inFile != here;
        var needs = CurrentNeeds(row, StatusOf(inFile) ?? pupil.Status, today);
        var differ = needs.Count > 0 && (status ? inFile : here) != "N" && !pupil.Needs.Take(needs.Count).SequenceEqual(needs);
        return status || differ
            ? new SenDifference(status ? here : "", status ? inFile : "", differ ? string.Join(", ", pupil.Needs) : "", differ ? string.Join(", ", needs) : "")
            : null;
    }

    /// <summary>The codes of the needs that the file has as current, by rank. "No specialist assessment" goes with SEN Support only.</summary>
    public static IReadOnlyList<string> CurrentNeeds(ImportedPupil row, SenStatus status, DateOnly today) =>
    [
        .. row.Needs.Where(need => (need.End is null || need.End > today) && (need.Code != "NSA" || status == SenStatus.SenSupport) && NeedType.Find(need.Code)?.IsValidOn(today) == true)
            .OrderBy(need => need.Rank).Select(need => need.Code).Distinct(),
    ];

    /// <summary>The status that a provision code stands for; null for one that is not in use.</summary>
    public static SenStatus? StatusOf(string code) => code switch
    {
        "K" => SenStatus.SenSupport,
        "E" => SenStatus.EhcPlan,
        "N" => SenStatus.None,
        _ => null,
    };

    private static string Or(string first, string second) => first.Length > 0 ? first : second;

    private static string EnglishOr(string language) => language.Length > 0 ? language : "English";

    private static string YesNo(bool set) => set ? "Yes" : "No";

    private static string Percent(decimal? value) => value is { } percent ? percent.ToString("0.#", CultureInfo.InvariantCulture) + "%" : "";
}
