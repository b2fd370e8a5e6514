namespace SenSupport.Web.Exchange;

/// <summary>How much a file may hold. A file beyond a limit is refused before it is read whole; the limits are far above what a school has.</summary>
public static class ExchangeLimits
{
    /// <summary>Bytes of an uploaded file. Whoever takes the upload holds to it.</summary>
    public const int FileBytes = 100 * 1024 * 1024;

    /// <summary>Bytes of a request that brings such a file: the form holds little besides.</summary>
    public const int RequestBytes = FileBytes + (64 * 1024);

    /// <summary>Rows of a table, and pupils of a common transfer file.</summary>
    public const int Rows = 20_000;

    /// <summary>Columns of a table.</summary>
    public const int Columns = 200;

    /// <summary>Characters of one cell or element.</summary>
    public const int CellCharacters = 20_000;

    /// <summary>Characters of one line of a CSV file.</summary>
    public const int LineCharacters = 1_000_000;

    /// <summary>Characters of all cells together, which bounds the memory that a table takes.</summary>
    public const int TableCharacters = 50_000_000;

    /// <summary>Bytes of everything in a workbook, unpacked.</summary>
    public const long UnpackedBytes = 250L * 1024 * 1024;

    /// <summary>How many times larger than the file a workbook may unpack; tables of codes reach 30.</summary>
    public const int UnpackedRatio = 150;

    /// <summary>Files inside a workbook.</summary>
    public const int PackedFiles = 1_000;

    /// <summary>Depth of XML elements; a common transfer file has 8.</summary>
    public const int XmlDepth = 32;

    /// <summary>Characters of an XML document.</summary>
    public const long XmlCharacters = UnpackedBytes;

    /// <summary>Problems that are listed one by one.</summary>
    public const int Problems = 2_000;
}
