using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SenSupport.Web.Exchange.Tables;

/// <summary>Reads CSV as spreadsheets and management information systems write it: comma, semicolon or tab, in the usual encodings.</summary>
internal static class CsvTable
{
    private const string Separators = "\t;,";

    /// <summary>Reads every line into the table.</summary>
    /// <exception cref="FileRefusedException">The file cannot be read to its end.</exception>
    public static void Read(Stream stream, TableBuilder table, CancellationToken cancel)
    {
        var encoding = TextEncodings.Of(stream, cancel);
        var separator = SeparatorOf(stream, encoding);
        stream.Position = 0;
        using var text = new CsvText(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true), separator);
        var badQuotes = false;
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = ExchangeLimits.CellCharacters,
            // A quotation mark inside a cell that has none around it is just a character: 5" pipe.
            BadDataFound = bad => badQuotes |= bad.Field.TrimStart().StartsWith('"'),
        });
        var line = 1;
        try
        {
            while (parser.Read())
            {
                cancel.ThrowIfCancellationRequested();
                badQuotes = false;
                var cells = parser.Record ?? [];
                var begins = line;
                line = parser.RawRow + 1;
                if (begins == 1 && cells is [['s' or 'S', 'e' or 'E', 'p' or 'P', '=', ..], ..])
                {
                    continue;
                }

                if (badQuotes)
                {
                    table.LeaveOut(new(begins, null, "The quotation marks do not match", "write a quotation mark inside a value twice, and close each one"));
                    continue;
                }

                table.Add(begins, Array.ConvertAll(cells, FormulaSafety.Undo));
            }
        }
        catch (MaxFieldSizeException) when (text.OpenQuoteLine is null || text.OpenQuoteLine == text.Line)
        {
            throw TableBuilder.TooLong(line);
        }
        catch (MaxFieldSizeException)
        {
        }

        if (text.OpenQuoteLine is { } never)
        {
            throw new FileRefusedException(never, null, "A quotation mark is opened here and never closed", "close it, or delete it");
        }
    }

    // The separator that is most frequent in the first line that holds anything, outside quotation marks.
    private static char SeparatorOf(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var sample = new char[32 * 1024];
        var read = reader.ReadBlock(sample);
        var counts = new int[Separators.Length];
        var quoted = false;
        var content = false;
        foreach (var character in sample.AsSpan(0, read))
        {
            quoted ^= character == '"';
            var separator = Separators.IndexOf(character);
            if (!quoted && separator >= 0)
            {
                counts[separator]++;
            }

            content |= !char.IsWhiteSpace(character);
            if (!quoted && content && character is '\r' or '\n')
            {
                break;
            }
        }

        return counts.Max() == 0 ? ',' : Separators[Array.IndexOf(counts, counts.Max())];
    }
}
