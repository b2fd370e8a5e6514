using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>A national curriculum year as the school census codes it: E1, E2, N1, N2, R, 1 to 14, or X (not following the curriculum by year).</summary>
public readonly record struct NcYear : IComparable<NcYear>
{
    private static readonly string[] InOrder = ["E1", "E2", "N1", "N2", "R", .. Enumerable.Range(1, 14).Select(year => year.ToString(System.Globalization.CultureInfo.InvariantCulture)), "X"];

    private NcYear(string code) => Code = code;

    /// <summary>Every code, youngest first.</summary>
    public static IReadOnlyList<string> Codes => InOrder;

    /// <summary>The census code.</summary>
    public string Code { get; }

    /// <summary>The place in the order from youngest to oldest, for sorting.</summary>
    public int Order => Array.IndexOf(InOrder, Code);

    /// <summary>The key stage; null for X, which has none.</summary>
    public KeyStage? KeyStage => Order switch
    {
        <= 4 => Schools.KeyStage.EarlyYears,
        <= 6 => Schools.KeyStage.KeyStage1,
        <= 10 => Schools.KeyStage.KeyStage2,
        <= 13 => Schools.KeyStage.KeyStage3,
        <= 15 => Schools.KeyStage.KeyStage4,
        <= 18 => Schools.KeyStage.KeyStage5,
        _ => null,
    };

    /// <summary>As it is said: "Reception", "Year 4", "Nursery".</summary>
    public string Name => Code switch
    {
        "R" => "Reception",
        "X" => "No year group",
        ['E' or 'N', ..] => "Nursery",
        _ => $"Year {Code}",
    };

    /// <summary>The year after this one; null after the last. X, which is no year, stays X.</summary>
    public NcYear? Next => Code == "X" ? this : Code == "14" ? null : new NcYear(InOrder[Order + 1]);

    /// <summary>Reads a code, whatever its case or spaces; "0" and "Reception" are not codes.</summary>
    public static bool TryParse(string? text, out NcYear year)
    {
        var code = (text ?? "").Trim().ToUpperInvariant();
        var known = InOrder.Contains(code);
        year = known ? new NcYear(code) : default;
        return known;
    }

    /// <summary>Reads a code.</summary>
    /// <exception cref="DomainRuleException">The code is unknown.</exception>
    public static NcYear Parse(string? text)
    {
        DomainRuleException.Require(TryParse(text, out var year), "Enter a year group: E1, E2, N1, N2, R, 1 to 14, or X");
        return year;
    }

    /// <inheritdoc/>
    public int CompareTo(NcYear other) => Order.CompareTo(other.Order);

    /// <inheritdoc/>
    public override string ToString() => Code;
}

/// <summary>A key stage; the early years foundation stage comes before the first.</summary>
public enum KeyStage
{
    /// <summary>Early years foundation stage: nursery and reception.</summary>
    EarlyYears,

    /// <summary>Years 1 and 2.</summary>
    KeyStage1,

    /// <summary>Years 3 to 6.</summary>
    KeyStage2,

    /// <summary>Years 7 to 9.</summary>
    KeyStage3,

    /// <summary>Years 10 and 11.</summary>
    KeyStage4,

    /// <summary>Years 12 to 14.</summary>
    KeyStage5,
}
