namespace SenSupport.Domain.Records;

/// <summary>A move that the school's rules do not allow. The message is written for the person who made it.</summary>
public sealed class DomainRuleException(string message) : Exception(message)
{
    /// <summary>Throws unless <paramref name="condition"/> holds.</summary>
    /// <exception cref="DomainRuleException">The condition does not hold.</exception>
    public static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new DomainRuleException(message);
        }
    }
}
