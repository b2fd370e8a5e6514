using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange.Pupils;

/// <summary>What a table may say of a pupil: see <see cref="ImportedPupil"/>.</summary>
public enum PupilField
{
    /// <summary>Unique pupil number.</summary>
    Upn,

    /// <summary>A UPN that the pupil had before.</summary>
    FormerUpn,

    /// <summary>Surname.</summary>
    Surname,

    /// <summary>Forename.</summary>
    Forename,

    /// <summary>Known-as name.</summary>
    KnownAs,

    /// <summary>Date of birth.</summary>
    BirthDate,

    /// <summary>Sex.</summary>
    Sex,

    /// <summary>National curriculum year.</summary>
    NcYear,

    /// <summary>Class or registration group.</summary>
    Class,

    /// <summary>SEN provision code.</summary>
    SenProvision,

    /// <summary>First day of the SEN provision.</summary>
    SenStart,

    /// <summary>Primary need.</summary>
    Need1,

    /// <summary>Secondary need.</summary>
    Need2,

    /// <summary>A further need.</summary>
    Need3,

    /// <summary>Member of a SEN unit.</summary>
    SenUnit,

    /// <summary>In resourced provision.</summary>
    ResourcedProvision,

    /// <summary>Free school meals.</summary>
    FreeSchoolMeals,

    /// <summary>Pupil premium.</summary>
    PupilPremium,

    /// <summary>Looked after.</summary>
    LookedAfter,

    /// <summary>Previously looked after.</summary>
    PreviouslyLookedAfter,

    /// <summary>Service child.</summary>
    ServiceChild,

    /// <summary>Young carer.</summary>
    YoungCarer,

    /// <summary>English as an additional language.</summary>
    Eal,

    /// <summary>First language.</summary>
    FirstLanguage,

    /// <summary>Attendance in per cent.</summary>
    Attendance,

    /// <summary>Day of leaving.</summary>
    LeavingDate,

    /// <summary>The pupil's postal address.</summary>
    Address,

    /// <summary>First contact's name.</summary>
    Contact1Name,

    /// <summary>First contact's relation to the pupil.</summary>
    Contact1Relation,

    /// <summary>First contact's e-mail address.</summary>
    Contact1Email,

    /// <summary>First contact's telephone number.</summary>
    Contact1Phone,

    /// <summary>First contact's postal address.</summary>
    Contact1Address,

    /// <summary>Whether the first contact has parental responsibility.</summary>
    Contact1Responsibility,

    /// <summary>Second contact's name.</summary>
    Contact2Name,

    /// <summary>Second contact's relation to the pupil.</summary>
    Contact2Relation,

    /// <summary>Second contact's e-mail address.</summary>
    Contact2Email,

    /// <summary>Second contact's telephone number.</summary>
    Contact2Phone,

    /// <summary>Second contact's postal address.</summary>
    Contact2Address,

    /// <summary>Whether the second contact has parental responsibility.</summary>
    Contact2Responsibility,
}

/// <summary>The pupil fields with the names that the usual management information systems give them.</summary>
public static class PupilFields
{
    /// <summary>Every field.</summary>
    public static FieldSet<PupilField> All { get; } = new(
    [
        new(PupilField.Upn, "UPN", "Unique pupil number", "Pupil UPN", "Current UPN", "UPN number", "Student UPN"),
        new(PupilField.FormerUpn, "Former UPN", "Previous UPN", "Old UPN", "Former unique pupil number"),
        new(PupilField.Surname, "Surname", "Legal surname", "Legal last name", "Last name", "Family name", "Pupil surname", "Student surname", "Legal family name", "Preferred surname", "Preferred last name", "Chosen surname")
            { IsRequired = true },
        new(PupilField.Forename, "Forename", "Legal forename", "Legal first name", "First name", "Given name", "Pupil forename", "Student forename", "First names", "Forenames", "Legal given name", "Christian name")
            { IsRequired = true },
        new(PupilField.KnownAs, "Known as", "Preferred forename", "Chosen forename", "Preferred first name", "Preferred name", "Chosen name", "Known as name", "Chosen first name", "Nickname"),
        new(PupilField.BirthDate, "Date of birth", "DOB", "Birth date", "D.O.B.", "Born", "Pupil DOB", "Birthday"),
        new(PupilField.Sex, "Sex", "Gender", "Legal sex", "Sex/Gender", "M/F", "Legal gender"),
        new(PupilField.NcYear, "NC year", "NC year actual", "Year group", "Year", "National curriculum year", "Year taught in", "Curriculum year", "Curriculum NC year", "Yr", "Year grp", "NC year group", "Actual NC year", "Current year group"),
        new(PupilField.Class, "Class", "Registration group", "Reg group", "Reg", "Registration form", "Form", "Tutor group", "Class name", "Registration", "Form group", "Reg class", "Current registration form", "Primary class"),
        new(PupilField.SenProvision, "SEN provision", "SEN status", "SEN code", "SEN stage", "SEND status", "SEN", "SEN provision code", "SEND provision", "SEN support", "Current SEN status", "SEN level", "SEND", "SEN status code"),
        new(PupilField.SenStart, "SEN start date", "SEN provision start date", "SEN status start date", "SEN start", "SEND start date", "Date added to SEN register"),
        new(PupilField.Need1, "Primary need", "SEN need 1", "SEN need type 1", "SEN type 1", "SEN primary need", "SEN need", "Need 1", "Primary SEN need", "Primary need type", "SEN needs", "SEN type", "Primary SEN type", "SEND need 1", "Type of need"),
        new(PupilField.Need2, "Secondary need", "SEN need 2", "SEN need type 2", "SEN type 2", "SEN secondary need", "Need 2", "Secondary SEN need", "Secondary need type", "Secondary SEN type", "SEND need 2"),
        new(PupilField.Need3, "Further need", "SEN need 3", "SEN need type 3", "SEN type 3", "Need 3", "Tertiary need", "Third need", "SEND need 3"),
        new(PupilField.SenUnit, "SEN unit", "SEN unit indicator", "Member of SEN unit", "In SEN unit"),
        new(PupilField.ResourcedProvision, "Resourced provision", "Resourced provision indicator", "In resourced provision", "Member of resourced provision"),
        new(PupilField.FreeSchoolMeals, "Free school meals", "FSM eligible", "FSM", "FSM eligibility", "Eligible for free meals", "Free meals", "Free school meal eligible", "Eligible for FSM", "FSM indicator", "Free school meals eligible"),
        new(PupilField.PupilPremium, "Pupil premium", "Pupil premium indicator", "PP", "Pupil premium eligible", "PP indicator", "Pupil premium recipient", "Eligible for pupil premium", "Is pupil premium"),
        new(PupilField.LookedAfter, "Looked after", "In care", "LAC", "Looked after child", "CLA", "Child looked after", "In LEA care", "Is in care", "In LA care", "Looked after (in care)"),
        new(PupilField.PreviouslyLookedAfter, "Previously looked after", "Previously looked after child", "PLAC", "Post LAC", "Post looked after arrangements", "Previously in care", "Ever in care", "Adopted from care", "PLA"),
        new(PupilField.ServiceChild, "Service child", "Service children indicator", "Service child in education", "Armed forces child", "Service family", "Service children in education"),
        new(PupilField.YoungCarer, "Young carer", "Young carer indicator", "Is young carer", "Carer"),
        new(PupilField.Eal, "English as an additional language", "EAL", "EAL indicator", "English additional language", "EAL status", "Is EAL"),
        new(PupilField.FirstLanguage, "First language", "Mother tongue", "Home language", "Language", "Native language", "Mother tongue/First language", "First language name", "Native languages"),
        new(PupilField.Attendance, "Attendance", "% Attendance", "Attendance %", "Percentage attendance", "Attendance percentage", "Attendance rate", "Present %", "Attendance (%)", "Overall attendance", "% Attend", "Percentage present", "Attendance this year"),
        new(PupilField.LeavingDate, "Leaving date", "Date of leaving", "DOL", "Leave date", "Left on", "Leaver date", "Enrolment end date", "Date left"),
        new(PupilField.Address, "Address", "Home address", "Full address", "Pupil address", "Postal address"),
        .. Contact(1, PupilField.Contact1Name, "Contact 1", "Priority 1 contact", "Parent 1", "Parent/carer 1", "Guardian 1", "Primary contact", "First contact", "Primary guardian"),
        .. Contact(2, PupilField.Contact2Name, "Contact 2", "Priority 2 contact", "Parent 2", "Parent/carer 2", "Guardian 2", "Secondary contact", "Second contact", "Secondary guardian"),
    ]);

    private static IEnumerable<FieldDefinition<PupilField>> Contact(int number, PupilField first, params string[] people)
    {
        (string Name, string[] Endings)[] facts =
        [
            ("name", ["", "name", "full name"]),
            ("relation", ["relation", "relationship", "relationship to pupil", "relationship to student", "relation to pupil"]),
            ("e-mail", ["e-mail", "email address", "main email", "primary email"]),
            ("phone", ["phone", "telephone", "phone number", "telephone number", "mobile", "mobile number", "main telephone", "mobile phone", "primary phone"]),
            ("address", ["address", "home address", "postal address"]),
            ("parental responsibility", ["parental responsibility", "has parental responsibility", "PR", "responsibility"]),
        ];
        return facts.Select((fact, place) => new FieldDefinition<PupilField>(
            first + place, $"Contact {number} {fact.Name}", [.. fact.Endings.SelectMany(_ => people, (ending, person) => $"{person} {ending}")]));
    }
}
