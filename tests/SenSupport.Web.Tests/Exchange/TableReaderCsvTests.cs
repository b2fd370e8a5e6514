using System.Text;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Tests.Exchange;

public sealed class TableReaderCsvTests
{
    public static TheoryData<string> Encodings => ["utf-8", "utf-8-no-mark", "utf-16", "utf-16BE", "utf-16-no-mark", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_WhateverTheEncoding_GivesTheSameText(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding encoding = name switch
        {
            "utf-8-no-mark" => new UTF8Encoding(false),
            "utf-16-no-mark" => new UnicodeEncoding(false, false),
            _ => Encoding.GetEncoding(name),
        };

        var table = TableReader.Read(MisFiles.File("Surname,Forename\r\nMüller,Zoë\r\nO’Reilly,Siân\r\n", encoding)).Table!;

        Assert.Equal(["Surname", "Forename"], table.Header);
        Assert.Equal([2, 3], table.Rows.Select(row => row.Line));
        Assert.Equal(["Müller", "Zoë"], table.Rows[0].Cells);
        Assert.Equal("O’Reilly", table.Rows[1][0]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\r\n1;2")]
    [InlineData("a\tb\r1\t2\r")]
    [InlineData("sep=;\na;b\n1;2\n")]
    [InlineData("\n\n\"a\";\"b\"\n\n1;2;;\n;\n")]
    [InlineData("\"a\",b\n1,\"2\"\n")]
    public void Read_WhateverTheSeparator_GivesTheSameCells(string text)
    {
        var table = TableReader.Read(MisFiles.File(text)).Table!;

        Assert.Equal(["a", "b"], table.Header);
        Assert.Equal(["1", "2"], Assert.Single(table.Rows).Cells.Take(2));
    }

    [Fact]
    public void Read_WhenCellsHoldLinesAndQuotes_KeepsThemAndCountsLines()
    {
        var table = TableReader.Read(MisFiles.File("a,b\n\"one\ntwo, \"\"three\"\"\",x\n5\" pipe,y\n'=1+1,'hello\n")).Table!;

        Assert.Equal([2, 4, 5], table.Rows.Select(row => row.Line));
        Assert.Equal("one\ntwo, \"three\"", table.Rows[0][0]);
        Assert.Equal("5\" pipe", table.Rows[1][0]);
        Assert.Equal(["=1+1", "'hello"], table.Rows[2].Cells);
    }

    [Theory]
    [InlineData("", null, "The file is empty")]
    [InlineData("  \r\n\r\n", null, "The file is empty")]
    [InlineData("a,b\r\n", 1, "headings but no rows")]
    [InlineData("a,b,A \n1,2,3\n", 1, "Two columns are called A")]
    [InlineData("a,b\n1,2\n3,\"4\n5,6\n7,8\n", 3, "opened here and never closed")]
    [InlineData("a,b\n1,2\n3,4\0\n", 3, "NUL")]
    [InlineData("%PDF-1.7\n%âãÏÓ", null, "This is a PDF")]
    [InlineData("<?xml version=\"1.0\"?><CTfile/>", null, "This is an XML file")]
    [InlineData("<html><table></table></html>", null, "This is a web page")]
    [InlineData("PK\u0003\u0004", null, "")]
    public void Read_WhenTheFileIsNoTable_RefusesItWithItsReason(string text, int? line, string what)
    {
        var reading = TableReader.Read(MisFiles.File(text, new UTF8Encoding(false)));

        Assert.True(reading.IsRefused);
        var problem = Assert.Single(reading.Problems);
        Assert.Contains(what, problem.What);
        Assert.Equal(line, problem.Line);
        Assert.NotEmpty(problem.Mend);
    }

    [Fact]
    public void Read_WhenALineIsTenMegabytes_RefusesItThere()
    {
        Refused("longer than 20,000 characters", 3, "a,b\n1,2\n" + new string('x', 10_000_000) + "\n");
        Refused("line is longer than 1,000,000", 3, "a,b\n1,2\n" + string.Concat(Enumerable.Repeat("x,", 5_000_000)) + "\n");
        Refused("opened here and never closed", 2, "a,b\n\"1,2\n" + string.Concat(Enumerable.Repeat("3,4\n", 50_000)));
    }

    [Fact]
    public void Read_WhenALimitIsPassed_RefusesIt()
    {
        Refused("more than 200 columns", 1, string.Join(',', Enumerable.Range(0, 201).Select(number => $"c{number}")) + "\n1\n");
        Refused("more than 20,000 rows", 20_002, "a\n" + string.Concat(Enumerable.Repeat("1\n", 20_001)));
    }

    [Fact]
    public void Read_WhenARowIsLongerThanTheHeader_LeavesItOutAndSaysSo()
    {
        var reading = TableReader.Read(MisFiles.File("a,b\n1,2,,\n1,2,3\n4,\"5\"x\n"));

        Assert.Equal(2, Assert.Single(reading.Table!.Rows).Line);
        Assert.Equal(["Line 3: There are 3 cells where the headings are 2", "Line 4: The quotation marks do not match"], reading.Problems.Select(problem => $"{problem.Where}: {problem.What}"));
    }

    private static void Refused(string what, int line, string text)
    {
        var problem = Assert.Single(TableReader.Read(MisFiles.File(text)).Problems);
        Assert.Contains(what, problem.What);
        Assert.Equal(line, problem.Line);
    }
}
