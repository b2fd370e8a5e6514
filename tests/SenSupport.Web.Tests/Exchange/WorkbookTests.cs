using System.IO.Compression;
using System.Text;
using SenSupport.Web.Exchange.Tables;
using SenSupport.Web.Exchange.Writing;

namespace SenSupport.Web.Tests.Exchange;

public sealed class WorkbookTests
{
    private static readonly ExportColumn<(string Name, DateOnly? Born, decimal Attendance, bool Flag)>[] Columns =
        [new("Name", row => row.Name), new("Born", row => row.Born), new("Attendance", row => row.Attendance), new("Free meals", row => row.Flag)];

    [Fact]
    public void Write_WhenReadBack_GivesTheSameValues()
    {
        var names = new[] { "Müller", "=HYPERLINK(\"x\")", "'quoted", "two\nlines", "_x0041_", "  spaced  ", "<&>\"]]>", "👧🏽" };

        var table = TableReader.Read(WorkbookExport.Write("Register", Columns, names.Select(name => (name, (DateOnly?)new DateOnly(2017, 9, 3), 95.25m, true)))).Table!;

        Assert.Equal(["Name", "Born", "Attendance", "Free meals"], table.Header);
        Assert.Equal(names, table.Rows.Select(row => row[0]));
        Assert.All(table.Rows, row => Assert.Equal(["2017-09-03", "95.25", "Yes"], row.Cells[1..]));
        Assert.Equal(Enumerable.Range(2, names.Length), table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Write_WhateverTheCells_HasFrozenHeadFilterWidthsAndNoFormula()
    {
        using var zip = new ZipArchive(WorkbookExport.Write("A/B:C", Columns, [("=1+1", null, 1, false)]));
        var sheet = Text(zip, "xl/worksheets/sheet.xml", "xl/worksheets/sheet1.xml");

        Assert.Contains("state=\"frozen\"", sheet);
        Assert.Contains("ref=\"A1:D2\"", sheet);
        Assert.Contains("width=\"16\"", sheet);
        Assert.DoesNotContain(":f>", sheet);
        Assert.DoesNotContain("<f>", sheet);
        Assert.Contains("name=\"ABC\"", Text(zip, "xl/workbook.xml", "workbook.xml"));
    }

    [Theory]
    [InlineData(false, "42981", "2017-09-03")]
    [InlineData(true, "41519", "2017-09-03")]
    public void Read_WhenADateIsANumber_FollowsItsFormatAndTheWorkbooksCalendar(bool starts1904, string number, string date)
    {
        var table = TableReader.Read(Workbook($"""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>Sh</t></r><r><t>are</t></r></is></c><c r="D1" t="str"><v>Own</v></c></row>
            <row r="5"><c r="A5" s="1"><v>{number}</v></c><c r="B5" s="2"><v>0.953</v></c><c r="C5"><v>7.0</v></c><c r="D5" s="3"><v>{number}</v></c></row>
            """, starts1904)).Table!;

        Assert.Equal(["Born", "Share", "", "Own"], table.Header);
        Assert.Equal(5, Assert.Single(table.Rows).Line);
        Assert.Equal([date, "95.3%", "7", date], table.Rows[0].Cells);
    }

    [Fact]
    public void Read_WhenTheZipIsABomb_RefusesItBeforeUnpacking()
    {
        var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 40; megabyte++)
            {
                entry.Write(zeros);
            }
        }

        Refused("unpack to far more", bomb);
    }

    [Fact]
    public void Read_WhenNestedOrWithEntities_RefusesIt()
    {
        Refused("nested too deeply", Workbook(string.Concat(Enumerable.Repeat("<x>", 10_000)) + string.Concat(Enumerable.Repeat("</x>", 10_000)), false));
        Refused("is damaged", Workbook("<row r=\"1\"><c><v>&e;</v></c></row>", false, "<!DOCTYPE x [<!ENTITY e \"1\">]>"));
    }

    [Fact]
    public void Read_WhenAZipIsNoWorkbook_SaysSo()
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("letter.txt").Open().Dispose();
        }

        Refused("zip archive but no workbook", archive);
        Refused("zip archive but no workbook", new MemoryStream([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]));
    }

    private static void Refused(string what, Stream stream)
    {
        var reading = TableReader.Read(stream);
        Assert.True(reading.IsRefused);
        Assert.Contains(what, Assert.Single(reading.Problems).What);
    }

    private static string Text(ZipArchive zip, params string[] names)
    {
        using var reader = new StreamReader(zip.Entries.First(entry => names.Contains(entry.FullName)).Open());
        return reader.ReadToEnd();
    }

    // As other programs write it: shared strings, own number formats, 1904 where asked.
    private static MemoryStream Workbook(string rows, bool starts1904, string docType = "")
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="{content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{content}.worksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="{content}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{content}.sharedStrings+xml"/></Types>
                """);
            Add("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{type}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{type}/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="r2" Type="{type}/styles" Target="styles.xml"/><Relationship Id="r3" Type="{type}/sharedStrings" Target="sharedStrings.xml"/></Relationships>
                """);
            Add("xl/workbook.xml", $"""
                <workbook {main} xmlns:r="{type}"><workbookPr date1904="{(starts1904 ? 1 : 0)}"/><sheets><sheet name="Hidden" sheetId="2" state="hidden" r:id="r9"/><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>
                """);
            Add("xl/styles.xml", $"""
                <styleSheet {main}><numFmts><numFmt numFmtId="164" formatCode="dd\ mmm\ yyyy"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>
                """);
            Add("xl/sharedStrings.xml", $"<sst {main}><si><t>Born</t><rPh><t>reading</t></rPh></si></sst>");
            Add("xl/worksheets/sheet1.xml", $"{docType}<worksheet {main}><sheetData>{rows}</sheetData></worksheet>");

            void Add(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }

        return stream;
    }
}
