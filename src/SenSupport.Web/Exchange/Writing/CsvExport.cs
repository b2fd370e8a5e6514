using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SenSupport.Web.Exchange.Writing;

/// <summary>Writes CSV by RFC 4180: commas, UTF-8 with mark so that Excel reads it, and no cell that a spreadsheet would run as a formula.</summary>
public static class CsvExport
{
    /// <summary>What such a file is called on the web.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvConfiguration Settings = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = field => field.Field is { Length: > 0 } text && (text.AsSpan().ContainsAny(",\"\r\n") || text[0] == ' ' || text[^1] == ' '),
    };

    /// <summary>Writes headings and rows; dates as dd/MM/yyyy. The stream stays open.</summary>
    public static Task WriteAsync<T>(Stream stream, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows, CancellationToken cancel = default) =>
        WriteAsync(stream, columns, rows.ToAsyncEnumerable(), cancel);

    /// <summary>The same with rows as they come, none of them kept.</summary>
    public static async Task WriteAsync<T>(Stream stream, IReadOnlyList<ExportColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken cancel = default)
    {
        var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (text.ConfigureAwait(false))
        {
            var csv = new CsvWriter(text, Settings, leaveOpen: true);
            await using (csv.ConfigureAwait(false))
            {
                foreach (var column in columns)
                {
                    csv.WriteField(FormulaSafety.Make(column.Name));
                }

                await csv.NextRecordAsync().ConfigureAwait(false);
                await foreach (var row in rows.WithCancellation(cancel).ConfigureAwait(false))
                {
                    cancel.ThrowIfCancellationRequested();
                    foreach (var column in columns)
                    {
                        csv.WriteField(TextOf(column.Value(row)));
                    }

                    await csv.NextRecordAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => FormulaSafety.Make(text),
        DateOnly date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        bool flag => flag ? "Yes" : "No",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => FormulaSafety.Make(value.ToString() ?? ""),
    };
}
