using System.Xml;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange;

/// <summary>XML from strangers: no document type, no entities, nothing fetched, limits on size and depth.</summary>
internal static class SafeXml
{
    /// <summary>Opens a reader; <see cref="Next"/> moves it.</summary>
    public static XmlReader Open(Stream stream, long characters = ExchangeLimits.XmlCharacters)
    {
        // An XML file may name Windows-1252 itself: the encodings are registered with the first use.
        _ = TextEncodings.Windows;
        return XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = characters,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        });
    }

    /// <summary>Moves on; false at the end.</summary>
    /// <exception cref="FileRefusedException">The elements are nested too deeply.</exception>
    /// <exception cref="XmlException">The document is not well-formed or passes a limit.</exception>
    public static bool Next(this XmlReader reader, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!reader.Read())
        {
            return false;
        }

        if (reader.Depth > ExchangeLimits.XmlDepth)
        {
            throw new FileRefusedException(reader.Line(), null, "The elements are nested too deeply", "export the file again; no such file is nested like this");
        }

        return true;
    }

    /// <summary>The line on which the reader stands.</summary>
    public static int? Line(this XmlReader reader) => reader is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : null;
}

/// <summary>Short ways to write XML.</summary>
internal static class XmlWriting
{
    /// <summary>An element with a text; nothing where the text is empty.</summary>
    public static void Element(this XmlWriter xml, string name, string value)
    {
        if (value.Length > 0)
        {
            xml.WriteElementString(name, XmlCharacters.Clean(value));
        }
    }
}
