using System.Globalization;
using System.Text;
using System.Xml;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Exchange.Pupils;

namespace SenSupport.Web.Exchange.Ctf;

/// <summary>A school as files between schools name it.</summary>
/// <param name="Lea">Three-digit local authority number; <c>XXX</c> or <c>MMM</c> where there is none.</param>
/// <param name="Estab">Four-digit establishment number; <c>XXXX</c> or <c>MMMM</c> where there is none.</param>
/// <param name="Name">Its name; empty where it is not known.</param>
public sealed record CtfSchool(string Lea, string Estab, string Name = "")
{
    /// <summary>The destination of a pupil whose next school is not known.</summary>
    public static CtfSchool Unknown { get; } = new("XXX", "XXXX");

    /// <summary>A destination outside the state sector of England and Wales.</summary>
    public static CtfSchool OutsideStateSector { get; } = new("MMM", "MMMM");

    /// <summary>Whether the numbers have the right shape for a sending or receiving school.</summary>
    public bool IsValid => this == Unknown || this == OutsideStateSector
        || (Lea.Length == 3 && Estab.Length == 4 && (Lea + Estab).All(char.IsAsciiDigit));
}

/// <summary>A pupil of a SEN extract.</summary>
public sealed record CtfPupil(
    string Upn,
    string Surname,
    string Forename,
    DateOnly BirthDate,
    Sex? Sex,
    NcYear? NcYear,
    IReadOnlyList<string> FormerUpns,
    IReadOnlyList<SenPeriod> SenHistory,
    IReadOnlyList<RankedNeed> Needs);

/// <summary>
/// Writes the SEN part of a common transfer file, version 25, beside the one that the school's own system writes. Our reader reads it back without difference.
/// </summary>
public static class CtfExtract
{
    /// <summary>The version that is written.</summary>
    public const string Version = "25.0";

    /// <summary>The file's name: sending and receiving school and a number from 1 to 999, <c>LLLEEEE_CTF_LLLEEEE_nnn.xml</c>.</summary>
    /// <exception cref="ArgumentException">A school's numbers have not the right shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 to 999.</exception>
    public static string FileName(CtfSchool from, CtfSchool to, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999);
        Require(from, to);
        return string.Create(CultureInfo.InvariantCulture, $"{from.Lea}{from.Estab}_CTF_{to.Lea}{to.Estab}_{number:000}.xml");
    }

    /// <summary>Writes the file. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="from">The sending school.</param>
    /// <param name="to">The receiving school, or <see cref="CtfSchool.Unknown"/>, or <see cref="CtfSchool.OutsideStateSector"/>.</param>
    /// <param name="pupils">The pupils; in a pupil's needs and history the retired codes stand as they were.</param>
    /// <param name="now">Local time of writing.</param>
    /// <exception cref="ArgumentException">A school's numbers have not the right shape.</exception>
    public static void Write(Stream stream, CtfSchool from, CtfSchool to, IEnumerable<CtfPupil> pupils, DateTime now)
    {
        Require(from, to);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("CTfile");
        xml.WriteStartElement("Header");
        xml.Element("DocumentName", "Common Transfer File");
        xml.Element("CTFversion", Version);
        xml.Element("DateTime", now.ToString("s", CultureInfo.InvariantCulture));
        xml.Element("DocumentQualifier", "partial");
        xml.Element("DataDescriptor", "SEN extract");
        xml.Element("SupplierID", "SenSupport");
        WriteSchool(xml, "SourceSchool", from);
        WriteSchool(xml, "DestSchool", to);
        xml.WriteEndElement();
        xml.WriteStartElement("CTFpupilData");
        foreach (var pupil in pupils)
        {
            WritePupil(xml, pupil);
        }

        xml.WriteEndDocument();
    }

    private static void Require(CtfSchool from, CtfSchool to)
    {
        foreach (var school in new[] { from, to })
        {
            if (!school.IsValid)
            {
                throw new ArgumentException($"{school.Lea}{school.Estab} is no school number", school == from ? nameof(from) : nameof(to));
            }
        }
    }

    private static void WriteSchool(XmlWriter xml, string element, CtfSchool school)
    {
        xml.WriteStartElement(element);
        xml.Element("LEA", school.Lea);
        xml.Element("Estab", school.Estab);
        xml.Element("SchoolName", school.Name);
        xml.WriteEndElement();
    }

    private static void WritePupil(XmlWriter xml, CtfPupil pupil)
    {
        xml.WriteStartElement("Pupil");
        xml.Element("UPN", pupil.Upn);
        xml.Element("Surname", pupil.Surname);
        xml.Element("Forename", pupil.Forename);
        xml.Element("DOB", Iso(pupil.BirthDate));
        xml.Element("Sex", pupil.Sex switch { Sex.Male => "M", Sex.Female => "F", _ => "" });
        if (pupil.FormerUpns.Count > 0 || pupil.NcYear is not null)
        {
            xml.WriteStartElement("BasicDetails");
            foreach (var upn in pupil.FormerUpns)
            {
                xml.Element("FormerUPN", upn);
            }

            xml.Element("NCyearActual", pupil.NcYear?.Code ?? "");
            xml.WriteEndElement();
        }

        if (pupil.SenHistory.Count > 0 || pupil.Needs.Count > 0)
        {
            xml.WriteStartElement("SENhistory");
            foreach (var period in pupil.SenHistory)
            {
                xml.WriteStartElement("SEN");
                xml.Element("StartDate", Iso(period.Start));
                xml.Element("SENprovision", period.Code);
                xml.WriteEndElement();
            }

            WriteNeeds(xml, pupil.Needs);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteNeeds(XmlWriter xml, IReadOnlyList<RankedNeed> needs)
    {
        if (needs.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("SENneeds");
        foreach (var need in needs)
        {
            xml.WriteStartElement("SENneed");
            xml.Element("NeedStartDate", Iso(need.Start));
            xml.Element("NeedEndDate", Iso(need.End));
            xml.Element("SENtypeRank", need.Rank.ToString(CultureInfo.InvariantCulture));
            xml.Element("SENtype", need.Code);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
