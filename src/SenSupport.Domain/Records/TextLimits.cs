namespace SenSupport.Domain.Records;

/// <summary>How long a text may be, in characters. The limits hold in forms, in the domain and in both databases.</summary>
public static class TextLimits
{
    /// <summary>A narrative: views, evidence, notes.</summary>
    public const int Narrative = 20_000;

    /// <summary>A name of a person, a class or a place.</summary>
    public const int Name = 100;

    /// <summary>A line: a title, an e-mail address, what a row of provision is called.</summary>
    public const int Line = 250;

    internal static string Keep(string? text, int limit, string what)
    {
        var kept = (text ?? "").Trim();
        DomainRuleException.Require(kept.Length <= limit, $"{what} must be {limit:N0} characters or fewer");
        return kept;
    }

    /// <summary>Why something is put right: it must be said, and the history keeps it.</summary>
    internal static string Reason(string reason)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(reason), "Enter the reason");
        return Keep(reason, Line, "The reason");
    }
}
