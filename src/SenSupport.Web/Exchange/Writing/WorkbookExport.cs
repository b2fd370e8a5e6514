using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange.Writing;

/// <summary>Writes a workbook with one sheet: real dates, a frozen heading with a filter, column widths, and never a formula.</summary>
public static class WorkbookExport
{
    /// <summary>What such a file is called on the web.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint PlainStyle = 0;
    private const uint HeadingStyle = 1;
    private const uint DateStyle = 2;

    // The writer takes an element's name alone; one of each is enough for a hundred thousand cells.
    private static readonly Row RowElement = new();
    private static readonly Cell CellElement = new();
    private static readonly CellValue ValueElement = new();
    private static readonly InlineString InlineElement = new();
    private static readonly Text TextElement = new();

    /// <summary>Writes headings and rows.</summary>
    /// <param name="sheetName">At most 31 characters; what Excel forbids in a name is left out.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, read once.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <returns>The file, from its beginning.</returns>
    public static MemoryStream Write<T>(string sheetName, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows, CancellationToken cancel = default)
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var count = WriteSheet(sheet, columns, rows, cancel);
            var name = SafeName(sheetName);
            workbook.Workbook = new Workbook(
                new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = name }),
                new DefinedNames(new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$A$1:${Letters(columns.Count)}${count.ToString(CultureInfo.InvariantCulture)}")
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = 0,
                    Hidden = true,
                }));
        }

        stream.Position = 0;
        return stream;
    }

    private static int WriteSheet<T>(WorksheetPart part, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows, CancellationToken cancel)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(columns.Select((column, place) => new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        var count = 1;
        WriteRow(writer, count, columns.Select(column => column.Name), HeadingStyle);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            WriteRow(writer, ++count, columns.Select(column => column.Value(row)), PlainStyle);
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Letters(columns.Count)}{count.ToString(CultureInfo.InvariantCulture)}" });
        writer.WriteEndElement();
        return count;
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<object?> values, uint textStyle)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement(RowElement, [new OpenXmlAttribute("r", "", row)]);
        var column = 0;
        foreach (var value in values)
        {
            WriteCell(writer, Letters(++column) + row, value, textStyle);
        }

        writer.WriteEndElement();
    }

    private static void WriteCell(OpenXmlWriter writer, string reference, object? value, uint textStyle)
    {
        switch (value)
        {
            case null or "":
                break;
            // Excel knows no day before 1 March 1900 rightly; an earlier one is written out.
            case DateOnly date when date >= new DateOnly(1900, 3, 1):
                WriteNumber(writer, reference, date.ToDateTime(TimeOnly.MinValue).ToOADate(), DateStyle);
                break;
            case DateOnly date:
                WriteText(writer, reference, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), textStyle);
                break;
            case bool flag:
                WriteText(writer, reference, flag ? "Yes" : "No", textStyle);
                break;
            case int or long or decimal or double:
                WriteNumber(writer, reference, (IFormattable)value, PlainStyle);
                break;
            default:
                WriteText(writer, reference, value.ToString() ?? "", textStyle);
                break;
        }
    }

    private static void WriteNumber(OpenXmlWriter writer, string reference, IFormattable number, uint style)
    {
        writer.WriteStartElement(CellElement, [new OpenXmlAttribute("r", "", reference), Style(style)]);
        writer.WriteStartElement(ValueElement);
        writer.WriteString(number.ToString(null, CultureInfo.InvariantCulture));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteText(OpenXmlWriter writer, string reference, string text, uint style)
    {
        writer.WriteStartElement(CellElement, [new OpenXmlAttribute("r", "", reference), Style(style), new OpenXmlAttribute("t", "", "inlineStr")]);
        writer.WriteStartElement(InlineElement);
        writer.WriteStartElement(TextElement, [new OpenXmlAttribute("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")]);
        writer.WriteString(WorkbookText.Encode(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static OpenXmlAttribute Style(uint style) => new("s", "", style.ToString(CultureInfo.InvariantCulture));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat { Alignment = new Alignment { Vertical = VerticalAlignmentValues.Top }, ApplyAlignment = true },
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true, Alignment = new Alignment { Vertical = VerticalAlignmentValues.Top, Horizontal = HorizontalAlignmentValues.Left }, ApplyAlignment = true }));

    private static string SafeName(string name)
    {
        var safe = string.Concat(XmlCharacters.Clean(name).Where(character => !"[]:*?/\\".Contains(character, StringComparison.Ordinal))).Trim('\'', ' ');
        return safe.Length switch { 0 => "Sheet1", > 31 => safe[..31], _ => safe };
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }
}
