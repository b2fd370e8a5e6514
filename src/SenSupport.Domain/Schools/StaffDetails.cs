using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>Who a member of staff is.</summary>
/// <param name="Name">Name as colleagues and parents know it.</param>
/// <param name="Email">E-mail address, with which they sign in; empty for someone who never does. Kept in small letters.</param>
/// <param name="JobTitle">What they do, in the school's words.</param>
/// <param name="StartedOn">First day at the school, which may be to come; null where it is not known.</param>
public sealed record StaffDetails(string Name, string Email = "", string JobTitle = "", DateOnly? StartedOn = null)
{
    /// <summary>Whether a text can be an e-mail address. Whether somebody reads what is sent there, only sending tells.</summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && text[^1] is not '.'
            && text.Length <= TextLimits.Line && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or ',' or ';' or '"' or '(' or ')');
    }

    internal StaffDetails Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Name), "Enter the person's name");
        var kept = new StaffDetails(
            TextLimits.Keep(Name, TextLimits.Name, "The name"),
            TextLimits.Keep(Email, TextLimits.Line, "The email address").ToLowerInvariant(),
            TextLimits.Keep(JobTitle, TextLimits.Name, "The job title"),
            StartedOn);
        DomainRuleException.Require(kept.Email.Length == 0 || IsEmail(kept.Email), "Enter an email address in the right form, like name@school.sch.uk");
        return kept;
    }
}
