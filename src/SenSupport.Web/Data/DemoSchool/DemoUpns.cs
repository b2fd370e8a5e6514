using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Numbers the pupils of the school: valid UPNs, a few of them temporary.</summary>
internal sealed class DemoUpns(School school)
{
    private int given;

    /// <summary>The next UPN for a pupil who started school in a year.</summary>
    public string Next(AcademicYear started)
    {
        given++;
        var digits = $"{school.LocalAuthorityNumber}{school.EstablishmentNumber}{started.StartYear % 100:00}{given % 1000:000}";
        var rest = given % 90 == 7 ? $"{digits[..^1]}{"ABCDEFGH"[given % 8]}" : digits;
        return Enumerable.Range('A', 26).Select(letter => $"{(char)letter}{rest}").First(Upn.IsValid);
    }
}
