using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace SenSupport.Web.Exchange.Tables;

/// <summary>
/// Reads the first visible sheet of a workbook. The package is the Open XML SDK's; the parts are read forward only by our own guarded reader, because the SDK's
/// element tree recurses and a deeply nested part would end the process.
/// </summary>
internal static partial class WorkbookTable
{
    private const long SmallPart = 16 * 1024 * 1024;

    /// <summary>Reads every row into the table. Dates become ISO texts, percentages keep their sign.</summary>
    /// <exception cref="FileRefusedException">The file is no workbook, is damaged, or would unpack to too much.</exception>
    public static void Read(Stream stream, TableBuilder table, CancellationToken cancel)
    {
        try
        {
            Weigh(stream);
            stream.Position = 0;
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            var workbook = document.WorkbookPart ?? throw NoWorkbook();
            var (sheet, starts1904) = FirstSheet(workbook, cancel);
            var styles = Formats(workbook.WorkbookStylesPart, cancel);
            var shared = SharedStrings(workbook.SharedStringTablePart, cancel);
            using var part = sheet.GetStream(FileMode.Open, FileAccess.Read);
            new Sheet(styles, shared, starts1904).Read(part, table, cancel);
        }
        catch (XmlException broken)
        {
            throw new FileRefusedException(null, null, $"The workbook is damaged ({broken.LineNumber.ToString(CultureInfo.InvariantCulture)}:{broken.LinePosition.ToString(CultureInfo.InvariantCulture)})", "open it in Excel and save it again");
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException or IOException or FormatException or ArgumentException
            or InvalidOperationException or NotSupportedException or KeyNotFoundException or OverflowException)
        {
            // What the package readers throw for a broken package is nowhere listed; to the reader it is all one.
            throw new FileRefusedException(null, null, "The file is a zip archive but no workbook that can be read", "open it in Excel and save it as .xlsx");
        }
    }

    // Before anything is unpacked. The lengths are the archive's own words, to which the framework holds it when it inflates.
    private static void Weigh(Stream stream)
    {
        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var unpacked = zip.Entries.Count > ExchangeLimits.PackedFiles ? long.MaxValue : zip.Entries.Sum(entry => entry.Length);
        if (unpacked > ExchangeLimits.UnpackedBytes || unpacked / Math.Max(stream.Length, 16 * 1024) > ExchangeLimits.UnpackedRatio)
        {
            throw new FileRefusedException(null, null, "The workbook would unpack to far more than a table needs", "copy the rows into a new workbook and save that");
        }
    }

    private static (OpenXmlPart Sheet, bool Starts1904) FirstSheet(WorkbookPart workbook, CancellationToken cancel)
    {
        var starts1904 = false;
        string? visible = null;
        using var part = workbook.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = SafeXml.Open(part, SmallPart);
        while (reader.Next(cancel))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                starts1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && visible is null && reader.GetAttribute("state") is null or "visible")
            {
                visible = Relation(reader);
            }
        }

        return (visible is not null && workbook.GetPartById(visible) is WorksheetPart sheet ? sheet : throw NoWorkbook(), starts1904);
    }

    // The attribute id of whichever relationships namespace: there are two, strict and transitional.
    private static string? Relation(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            id = reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }

    // By cell style: what its number format shows.
    private static List<NumberKind> Formats(WorkbookStylesPart? styles, CancellationToken cancel)
    {
        var kinds = new List<NumberKind>();
        if (styles is null)
        {
            return kinds;
        }

        var own = new Dictionary<int, NumberKind>();
        using var part = styles.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = SafeXml.Open(part, SmallPart);
        var inCellStyles = false;
        while (reader.Next(cancel))
        {
            if (reader.LocalName == "cellXfs")
            {
                inCellStyles = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt" && Whole(reader.GetAttribute("numFmtId")) is { } id)
            {
                own[id] = KindOf(reader.GetAttribute("formatCode") ?? "");
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf" && inCellStyles)
            {
                var format = Whole(reader.GetAttribute("numFmtId")) ?? 0;
                kinds.Add(own.TryGetValue(format, out var kind) ? kind : format switch
                {
                    >= 14 and <= 17 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => NumberKind.Date,
                    9 or 10 => NumberKind.Percentage,
                    _ => NumberKind.Number,
                });
            }
        }

        return kinds;
    }

    private static NumberKind KindOf(string code)
    {
        var bare = Literals().Replace(code.Length > 255 ? "" : code, "");
        return bare.Contains('%', StringComparison.Ordinal) ? NumberKind.Percentage
            : bare.IndexOfAny(['d', 'D', 'y', 'Y']) >= 0 || bare.Contains("mmm", StringComparison.OrdinalIgnoreCase) ? NumberKind.Date
            : NumberKind.Number;
    }

    private static List<string> SharedStrings(SharedStringTablePart? strings, CancellationToken cancel)
    {
        var texts = new List<string>();
        if (strings is null)
        {
            return texts;
        }

        var characters = 0L;
        using var part = strings.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = SafeXml.Open(part);
        while (reader.Next(cancel))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(RichText(reader, "si", 0, cancel));
                characters += texts[^1].Length + 8;
                if (characters > ExchangeLimits.TableCharacters)
                {
                    throw new FileRefusedException(null, null, "The workbook is too large", "copy the rows that are needed into a new workbook and save that");
                }
            }
        }

        return texts;
    }

    // The text of an element with its runs, without the readings that stand above East Asian writing.
    private static string RichText(XmlReader reader, string end, int line, CancellationToken cancel)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var inText = false;
        var inReading = false;
        while (reader.Next(cancel) && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == end))
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element or XmlNodeType.EndElement when reader.LocalName is "t" or "rPh":
                    var begins = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                    (inText, inReading) = reader.LocalName == "t" ? (begins, inReading) : (inText, begins);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText && !inReading:
                    text.Append(reader.Value);
                    break;
            }

            if (text.Length > ExchangeLimits.CellCharacters)
            {
                throw TableBuilder.TooLong(line);
            }
        }

        return WorkbookText.Decode(text.ToString());
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FileRefusedException NoWorkbook() => new(null, null, "The file is a zip archive but no workbook with a sheet", "choose the .xlsx file that your system exported");

    [GeneratedRegex("""\\.|"[^"]*"|\[[^\]]*\]|_.|\*.""", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();

    private enum NumberKind
    {
        Number,
        Date,
        Percentage,
    }

    private sealed class Sheet(List<NumberKind> styles, List<string> shared, bool starts1904)
    {
        private readonly string?[] row = new string?[ExchangeLimits.Columns + 1];
        private int width;

        public void Read(Stream part, TableBuilder table, CancellationToken cancel)
        {
            using var reader = SafeXml.Open(part);
            var line = 0;
            while (reader.Next(cancel))
            {
                if (reader.LocalName != "row" && reader.LocalName != "c")
                {
                    continue;
                }

                if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
                {
                    ReadCell(reader, line, cancel);
                }
                else if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    line = Whole(reader.GetAttribute("r")) ?? line + 1;
                    width = 0;
                    Array.Clear(row);
                }
                else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" } && width > 0)
                {
                    table.Add(line, Array.ConvertAll(row[..width], cell => cell ?? ""));
                }
            }
        }

        private void ReadCell(XmlReader reader, int line, CancellationToken cancel)
        {
            var column = ColumnOf(reader.GetAttribute("r")) ?? width;
            var type = reader.GetAttribute("t") ?? "n";
            var style = Whole(reader.GetAttribute("s")) ?? 0;
            var text = "";
            if (!reader.IsEmptyElement)
            {
                while (reader.Next(cancel) && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "c"))
                {
                    if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
                    {
                        text = RichText(reader, "is", line, cancel);
                    }
                    else if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" })
                    {
                        text = ValueText(reader, line, cancel);
                    }
                }
            }

            text = type switch
            {
                "s" => Whole(text) is { } index && index < shared.Count ? shared[index] : "",
                "b" => text == "1" ? "TRUE" : "FALSE",
                "n" => NumberText(text, style < styles.Count ? styles[style] : NumberKind.Number),
                _ => text,
            };
            if (text.Length == 0)
            {
                return;
            }

            // One more than may be, for the table to refuse.
            column = Math.Min(column, ExchangeLimits.Columns);
            row[column] = text;
            width = Math.Max(width, column + 1);
        }

        private static string ValueText(XmlReader reader, int line, CancellationToken cancel)
        {
            var text = new StringBuilder();
            while (!reader.IsEmptyElement && reader.Next(cancel) && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "v"))
            {
                text.Append(reader.NodeType == XmlNodeType.Element ? "" : reader.Value);
                if (text.Length > ExchangeLimits.CellCharacters)
                {
                    throw TableBuilder.TooLong(line);
                }
            }

            return WorkbookText.Decode(text.ToString());
        }

        private string NumberText(string text, NumberKind kind)
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1e15)
            {
                return text;
            }

            if (kind == NumberKind.Date && number is >= 1 and < 110_000)
            {
                // In the 1900 system, day 60 is a 29 February 1900 that never was: FromOADate is right from day 61.
                var date = starts1904 ? new DateTime(1904, 1, 1).AddDays(number) : DateTime.FromOADate(number);
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }

            return kind == NumberKind.Percentage
                ? Math.Round((decimal)number * 100, 6).ToString("0.######", CultureInfo.InvariantCulture) + "%"
                : Math.Round((decimal)number, 10).ToString("0.##########", CultureInfo.InvariantCulture);
        }

        // "AB12" is column 27, from 0.
        private static int? ColumnOf(string? reference)
        {
            var column = 0;
            foreach (var character in reference ?? "")
            {
                if (character is < 'A' or > 'Z')
                {
                    break;
                }

                column = Math.Min((column * 26) + character - 'A' + 1, 1_000_000);
            }

            return column == 0 ? null : column - 1;
        }
    }
}
