using SenSupport.Domain.Records;

namespace SenSupport.Web.Features.Shared.Forms;

/// <summary>What is wrong with a form whose rows are posted under keys: each finding belongs to a field by its posted name.</summary>
/// <param name="add">Takes a field and a message.</param>
public sealed class Findings(Action<string, string> add)
{
    /// <summary>A condition that must hold.</summary>
    public void Hold(string field, bool condition, string message)
    {
        if (!condition)
        {
            add(field, message);
        }
    }

    /// <summary>A text that must not be empty.</summary>
    public void Require(string field, string text, string message) => Hold(field, !string.IsNullOrWhiteSpace(text), message);

    /// <summary>The most characters of a text, once white space at its ends is gone.</summary>
    public void Limit(string field, string text, int limit, string what) => Hold(field, text.Trim().Length <= limit, $"{what} must be {limit:N0} characters or fewer");

    /// <summary>What the domain itself checks, in its own words.</summary>
    public void Rule(string field, Action check)
    {
        try
        {
            check();
        }
        catch (DomainRuleException problem)
        {
            add(field, problem.Message);
        }
    }

    /// <summary>A date on one line, which may be empty.</summary>
    public void DateLine(string field, string text, string message) => Hold(field, string.IsNullOrWhiteSpace(text) || DateText.TryRead(text, out _), message);

    /// <summary>A date in three fields, which may be empty; null then, and when it is none.</summary>
    public DateOnly? Date(string field, DateParts parts, string message)
    {
        if (parts.TryRead(out var date))
        {
            return date;
        }

        Hold(field, parts.IsEmpty, message);
        return null;
    }
}
