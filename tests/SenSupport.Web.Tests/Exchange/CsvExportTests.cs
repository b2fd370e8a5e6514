using System.Text;
using SenSupport.Web.Exchange.Tables;
using SenSupport.Web.Exchange.Writing;

namespace SenSupport.Web.Tests.Exchange;

public sealed class CsvExportTests
{
    [Fact]
    public async Task Write_WhenCellsLookLikeFormulas_MakesThemSafe()
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(["=1+1", "+44 1632 960123", "-2", "@x", "\tx", "\rx", "'=1", "O'Reilly, \"Bo\"", "plain"]));

        Assert.Equal(
            "\uFEFFText,Date,Number,Flag\r\n" + string.Concat(new[] { "'=1+1", "'+44 1632 960123", "'-2", "'@x", "'\tx", "\"'\rx\"", "''=1", "\"O'Reilly, \"\"Bo\"\"\"", "plain" }.Select(cell => $"{cell},03/09/2017,95.25,Yes\r\n")),
            text);
    }

    [Fact]
    public async Task Write_WhateverTheTexts_IsReadBackEqual()
    {
        var random = new Random(4711);
        const string characters = "aZé👧=+-@\t\r\n'\"',; <&ł";
        var runes = characters.EnumerateRunes().ToArray();
        var texts = Enumerable.Range(0, 2_000).Select(_ => "x" + string.Concat(random.GetItems(runes, random.Next(12))))
            .Concat(Enumerable.Range(0, 2_000).Select(_ => string.Concat(random.GetItems(runes, 1 + random.Next(12))))).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();

        var table = TableReader.Read(new MemoryStream(await WriteAsync(texts))).Table!;

        Assert.Equal(texts, table.Rows.Select(row => row[0]));
    }

    private static async Task<byte[]> WriteAsync(IEnumerable<string> texts)
    {
        using var stream = new MemoryStream();
        await CsvExport.WriteAsync<string>(
            stream, [new("Text", text => text), new("Date", _ => new DateOnly(2017, 9, 3)), new("Number", _ => 95.25m), new("Flag", _ => true)], texts);
        return stream.ToArray();
    }
}
