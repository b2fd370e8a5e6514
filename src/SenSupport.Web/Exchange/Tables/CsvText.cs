using System.Globalization;

namespace SenSupport.Web.Exchange.Tables;

/// <summary>The text of a CSV file on its way to the parser: refuses NUL and endless lines before they take memory, and knows where a quotation mark is open.</summary>
internal sealed class CsvText(TextReader inner, char separator) : TextReader
{
    private bool atCellStart = true;
    private bool inQuotedCell;
    private bool inQuotes;
    private bool afterReturn;
    private int lineLength;
    private int quoteLine;

    /// <summary>The line that was read last, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Where the quotation mark stands that is open at the moment; null when none is.</summary>
    public int? OpenQuoteLine => inQuotes ? quoteLine : null;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        foreach (var character in buffer.AsSpan(index, read))
        {
            Follow(character);
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Follow(char character)
    {
        if (character == '\0')
        {
            throw new FileRefusedException(Line, null, "There is a NUL character, which no text has", "export the file again; it may be damaged, or no CSV file");
        }

        var endsLine = character is '\n' or '\r';
        if (endsLine)
        {
            Line += character == '\n' && afterReturn ? 0 : 1;
            lineLength = 0;
        }
        else if (++lineLength > ExchangeLimits.LineCharacters)
        {
            throw new FileRefusedException(Line, null, string.Create(CultureInfo.InvariantCulture, $"The line is longer than {ExchangeLimits.LineCharacters:N0} characters"), "check that it is a CSV file with one pupil on each line");
        }

        afterReturn = character == '\r';
        if (character == '"' && (atCellStart || inQuotedCell))
        {
            quoteLine = inQuotes ? quoteLine : Line;
            inQuotes = !inQuotes;
            inQuotedCell = true;
            atCellStart = false;
        }
        else if (!inQuotes)
        {
            atCellStart = endsLine || character == separator;
            inQuotedCell &= !atCellStart;
        }
    }
}
