using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Features.Pupils.FindPupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ExportRegister;

/// <summary>The columns of a file of the register, under names that our own import knows again.</summary>
public static class RegisterColumns
{
    private static readonly ExportColumn<RegisterFileRow>[] Codes =
    [
        new("UPN", row => row.Upn, 15),
        new("Surname", row => row.Surname, 20),
        new("Forename", row => row.Forename, 18),
        new("Known as", row => row.KnownAs, 14),
        new("Date of birth", row => row.BirthDate, 13),
        new("Sex", row => row.Sex switch { Sex.Female => "F", Sex.Male => "M", _ => "" }, 6),
        new("NC year", row => row.NcYear, 8),
        new("Class", row => row.Class, 10),
        new("SEN provision", row => row.Status.ProvisionCode(), 13),
        new("SEN start date", row => row.Status.IsOnRegister() ? row.StatusSince : null, 14),
        new("Primary need", row => row.Needs.ElementAtOrDefault(0), 13),
        new("Secondary need", row => row.Needs.ElementAtOrDefault(1), 15),
        new("Further needs", row => string.Join(", ", row.Needs.Skip(2)), 15),
        new("SEN unit", row => row.InSenUnit, 9),
        new("Resourced provision", row => row.InResourcedProvision, 19),
    ];

    private static readonly ExportColumn<RegisterFileRow>[] Progress =
    [
        new("Register status", row => row.Status.Name(), 14),
        new("Status since", row => row.StatusSince, 13),
        new("Responsible teacher", row => row.ResponsibleTeacher, 22),
        new("Cycle", row => row.Cycle, 7),
        new("Stage", row => row.Stage?.ToString(), 9),
        new("Next review", row => row.Stage is null ? null : row.NextOn, 13),
        new("Monitored until", row => row.Stage is null ? row.NextOn : null, 15),
        new("Outstanding", row => row.Stage is null ? null : row.Outstanding, 12),
    ];

    private static readonly ExportColumn<RegisterFileRow>[] Everything = [.. Codes, .. Progress];

    /// <summary>What a person's file holds: codes and dates for the office, where each pupil's support stands for those who read every record.</summary>
    public static IReadOnlyList<ExportColumn<RegisterFileRow>> For(SignedInStaff staff) => staff.SeesWholeSchool ? Everything : Codes;
}
