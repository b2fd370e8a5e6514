using System.Globalization;
using System.Text;
using System.Xml;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Exchange.Census;

/// <summary>Writes the SEN part of a school census as XML, for the data manager to compare. The return itself comes from the school's own system.</summary>
public static class CensusExtract
{
    private const int NeedsTaken = 2;

    /// <summary>Writes every pupil's provision, and in spring the first two types of need. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="census">Which census.</param>
    /// <param name="localAuthority">Three-digit number.</param>
    /// <param name="establishment">Four-digit number.</param>
    /// <param name="pupils">The pupils on roll.</param>
    public static void Write(Stream stream, SchoolCensus census, string localAuthority, string establishment, IEnumerable<CensusPupil> pupils)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("SchoolCensusSENextract");
        xml.WriteStartElement("Header");
        xml.Element("Term", census.Term.ToString());
        xml.Element("Year", census.Year.ToString(CultureInfo.InvariantCulture));
        xml.Element("ReferenceDate", Iso(census.Day));
        xml.Element("LEA", localAuthority);
        xml.Element("Estab", establishment);
        xml.WriteEndElement();
        xml.WriteStartElement("Pupils");
        foreach (var pupil in pupils)
        {
            WritePupil(xml, census, pupil);
        }

        xml.WriteEndDocument();
    }

    private static void WritePupil(XmlWriter xml, SchoolCensus census, CensusPupil pupil)
    {
        xml.WriteStartElement("Pupil");
        xml.Element("UPN", pupil.Upn);
        xml.Element("Surname", pupil.Surname);
        xml.Element("Forename", pupil.Forename);
        xml.Element("DOB", Iso(pupil.BirthDate));
        xml.Element("SENprovision", pupil.Provision);
        if (census.TakesNeeds && pupil.Provision != "N" && pupil.Needs.Count > 0)
        {
            xml.WriteStartElement("SENneeds");
            foreach (var need in pupil.Needs.OrderBy(need => need.Rank).Take(NeedsTaken))
            {
                xml.WriteStartElement("SENneed");
                xml.Element("SENtypeRank", need.Rank.ToString(CultureInfo.InvariantCulture));
                xml.Element("SENtype", need.Code);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.Element("SENunitIndicator", pupil.SenUnit ? "true" : "false");
        xml.Element("ResourcedProvisionIndicator", pupil.ResourcedProvision ? "true" : "false");
        xml.WriteEndElement();
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
