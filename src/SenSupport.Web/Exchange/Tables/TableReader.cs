namespace SenSupport.Web.Exchange.Tables;

/// <summary>Reads a table from a CSV file or a workbook, whichever it is by its content.</summary>
public static class TableReader
{
    /// <summary>Reads the file. It never throws for what the file holds: a file that cannot be used is refused with its reason.</summary>
    /// <param name="stream">The file; it must be able to seek, and stays open.</param>
    /// <param name="cancel">Ends the reading of a long file.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static TableReading Read(Stream stream, CancellationToken cancel = default)
    {
        try
        {
            var kind = FileKinds.Of(stream);
            if (kind.WhyNoTable() is { } problem)
            {
                throw new FileRefusedException(problem);
            }

            var table = new TableBuilder();
            if (kind == FileKind.Zip)
            {
                WorkbookTable.Read(stream, table, cancel);
            }
            else
            {
                CsvTable.Read(stream, table, cancel);
            }

            return table.Finish();
        }
        catch (FileRefusedException refused)
        {
            return new TableReading(null, [refused.Problem]);
        }
    }
}
