using System.Globalization;
using System.Security;
using System.Text;
using SenSupport.Pdf.Text;

namespace SenSupport.Pdf.Writing;

/// <summary>The document's description in both of its forms: the information dictionary and the XMP packet that PDF/UA-1 asks for.</summary>
internal static class Metadata
{
    private const string Producer = "SenSupport.Pdf";

    /// <summary>PDF/A knows no PDF/UA and wants every property described that it does not know (ISO 19005-2, 6.6.2.3).</summary>
    private const string AboutUa =
        "<pdfaExtension:schemas xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
        + "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
        + "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
        + "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
        + "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>"
        + "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>";

    public static ByteBuilder Dictionary(DocumentInfo info)
    {
        var body = new ByteBuilder().Append("<</Title"u8).AppendText(TitleOf(info));
        if (!string.IsNullOrWhiteSpace(info.Author))
        {
            body.Append("/Author"u8).AppendText(info.Author);
        }

        if (!string.IsNullOrWhiteSpace(info.Subject))
        {
            body.Append("/Subject"u8).AppendText(info.Subject);
        }

        return body.Append("/Creator"u8).AppendText(info.Creator).Append("/Producer"u8).AppendText(Producer)
            .Append("/CreationDate"u8).AppendDate(info.Created).Append("/ModDate"u8).AppendDate(info.Created).Append(">>"u8);
    }

    public static byte[] Xmp(DocumentInfo info)
    {
        var date = info.Created.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var xmp = new StringBuilder()
            .Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">")
            .Append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\"")
            .Append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"")
            .Append(" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"")
            .Append(info.IsForKeeping ? " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">" : ">")
            .Append("<pdfuaid:part>1</pdfuaid:part>")
            .Append(info.IsForKeeping ? "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" : "")
            .Append("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escape(TitleOf(info))).Append("</rdf:li></rdf:Alt></dc:title>")
            .Append("<dc:language><rdf:Bag><rdf:li>").Append(Escape(info.Language)).Append("</rdf:li></rdf:Bag></dc:language>");
        if (!string.IsNullOrWhiteSpace(info.Author))
        {
            xmp.Append("<dc:creator><rdf:Seq><rdf:li>").Append(Escape(info.Author)).Append("</rdf:li></rdf:Seq></dc:creator>");
        }

        if (!string.IsNullOrWhiteSpace(info.Subject))
        {
            xmp.Append("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escape(info.Subject)).Append("</rdf:li></rdf:Alt></dc:description>");
        }

        xmp.Append("<xmp:CreatorTool>").Append(Escape(info.Creator)).Append("</xmp:CreatorTool>")
            .Append("<xmp:CreateDate>").Append(date).Append("</xmp:CreateDate><xmp:ModifyDate>").Append(date).Append("</xmp:ModifyDate>")
            .Append("<pdf:Producer>").Append(Producer).Append("</pdf:Producer>")
            .Append(info.IsForKeeping ? AboutUa : "")
            .Append("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
        return Encoding.UTF8.GetBytes(xmp.ToString());
    }

    /// <summary>PDF/UA-1 (7.1) demands a title, so a blank one is given a name.</summary>
    private static string TitleOf(DocumentInfo info)
    {
        var title = TextCleaner.Clean(info.Title).Trim();
        return title.Length == 0 ? "Untitled document" : title;
    }

    private static string Escape(string text) => SecurityElement.Escape(TextCleaner.Clean(text)) ?? "";
}
