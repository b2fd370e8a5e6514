using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>A school, and what it says about itself on its documents.</summary>
public sealed class School
{
    private readonly List<SchoolTerm> terms = [];

    private School()
    {
    }

    /// <summary>The school's key; every record carries it.</summary>
    public Guid Id { get; private set; }

    /// <summary>The school's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Three-digit local authority number.</summary>
    public string LocalAuthorityNumber { get; private set; } = "";

    /// <summary>Four-digit establishment number.</summary>
    public string EstablishmentNumber { get; private set; } = "";

    /// <summary>Postal address, a line for each part.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The local SEND information, advice and support service, about which parents must be told.</summary>
    public string SendiassName { get; private set; } = "";

    /// <summary>The service's telephone number.</summary>
    public string SendiassPhone { get; private set; } = "";

    /// <summary>Weeks from a plan's start to its review, unless the plan says otherwise.</summary>
    public int ReviewWeeks { get; private set; } = 12;

    /// <summary>The school's terms, earliest first.</summary>
    public IReadOnlyList<SchoolTerm> Terms => terms;

    /// <summary>Sets a school up.</summary>
    /// <exception cref="DomainRuleException">There is no name, or a text is too long.</exception>
    public static School SetUp(string name, string localAuthorityNumber, string establishmentNumber, string address, string sendiassName, string sendiassPhone)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(name), "Enter the name of the school");
        return new School
        {
            Id = Guid.CreateVersion7(),
            Name = TextLimits.Keep(name, TextLimits.Line, "The name of the school"),
            LocalAuthorityNumber = TextLimits.Keep(localAuthorityNumber, 3, "The local authority number"),
            EstablishmentNumber = TextLimits.Keep(establishmentNumber, 4, "The establishment number"),
            Address = TextLimits.Keep(address, TextLimits.Line, "The address"),
            SendiassName = TextLimits.Keep(sendiassName, TextLimits.Line, "The name of the advice service"),
            SendiassPhone = TextLimits.Keep(sendiassPhone, TextLimits.Name, "The telephone number of the advice service"),
        };
    }

    /// <summary>Adds a term. Terms do not overlap.</summary>
    /// <exception cref="DomainRuleException">The term ends before it starts, or overlaps another, or its name is too long.</exception>
    public void AddTerm(string name, DateOnly starts, DateOnly ends)
    {
        DomainRuleException.Require(ends > starts, "A term must end after it starts");
        DomainRuleException.Require(terms.TrueForAll(term => ends < term.Starts || starts > term.Ends), "Terms must not overlap");
        terms.Add(new SchoolTerm(TextLimits.Keep(name, TextLimits.Name, "The name of the term"), starts, ends));
        terms.Sort((one, other) => one.Starts.CompareTo(other.Starts));
    }

    /// <summary>The term that a date falls in, or the one before it when the date is in a holiday; null before the first.</summary>
    public SchoolTerm? TermOf(DateOnly date) => terms.LastOrDefault(term => term.Starts <= date);
}

/// <summary>One of a school's terms.</summary>
/// <param name="Name">For example "Autumn 2026".</param>
/// <param name="Starts">First day.</param>
/// <param name="Ends">Last day.</param>
public sealed record SchoolTerm(string Name, DateOnly Starts, DateOnly Ends);
