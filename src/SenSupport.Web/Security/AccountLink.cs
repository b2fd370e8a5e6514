namespace SenSupport.Web.Security;

/// <summary>What a link to an account is for. Stored by name.</summary>
public enum AccountLinkKind
{
    /// <summary>Choose a password and sign in for the first time.</summary>
    Invitation,

    /// <summary>Choose another password.</summary>
    PasswordReset,
}

/// <summary>A link that was given to a person, who opens it without being signed in. Of its token only a hash is kept: whoever reads the database cannot use it.</summary>
public sealed class AccountLink
{
    /// <summary>The row's key.</summary>
    public Guid Id { get; init; }

    /// <summary>What it is for.</summary>
    public AccountLinkKind Kind { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal digits.</summary>
    public string TokenHash { get; init; } = "";

    /// <summary>The school that invites; none where a password is reset.</summary>
    public Guid? SchoolId { get; init; }

    /// <summary>The person who is invited.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>The account whose password is reset.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it stops, in UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>When it was used or taken back, in UTC.</summary>
    public DateTime? ClosedAt { get; init; }
}
