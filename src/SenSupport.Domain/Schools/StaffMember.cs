using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>A person who works at one school. A person who works at two has a row in each, under one account. Someone who left stays, because the records name them.</summary>
public sealed class StaffMember : AggregateRoot
{
    private const string LastSenco = "A school always has a SENCo who can sign in. Give the role to a colleague first; once they have accepted their invitation, this can be done";

    private StaffMember()
    {
    }

    /// <summary>The account that they sign in with; null for someone who never did.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>Name as colleagues and parents know it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>E-mail address in small letters; empty where there is none.</summary>
    public string Email { get; private set; } = "";

    /// <summary>What they do, in the school's words: "Teaching assistant", "PE".</summary>
    public string JobTitle { get; private set; } = "";

    /// <summary>What they may see and do while they are on the staff.</summary>
    public StaffRoles Roles { get; private set; }

    /// <summary>First day at the school, which may be to come; null where it is not known.</summary>
    public DateOnly? StartedOn { get; private set; }

    /// <summary>The day on which they left; null while they are on the staff.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>When they last signed in to this school, in UTC. It is noted beside the record's history.</summary>
    public DateTime? LastSignInAt { get; private set; }

    /// <summary>Name, e-mail address and job title folded for searching: see <see cref="Pupils.SearchText"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The last word of the name before the others, folded for sorting.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Whether they can sign in.</summary>
    public bool CanSignIn => AccountId is not null && LeftOn is null && Roles != StaffRoles.None;

    /// <summary>Whether they are a SENCo who can sign in.</summary>
    public bool IsWorkingSenco => CanSignIn && (Roles & StaffRoles.Senco) != 0;

    /// <summary>Adds a person to a school's staff.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="details">Who they are.</param>
    /// <param name="roles">What they may see and do.</param>
    /// <param name="by">Who adds them.</param>
    /// <param name="accountId">Their account, where they have one.</param>
    /// <exception cref="DomainRuleException">There is no name, or something of it cannot be stored.</exception>
    public static StaffMember Add(Guid schoolId, StaffDetails details, StaffRoles roles, Acting by, Guid? accountId = null) =>
        New(schoolId, details, roles, accountId).Added(by);

    /// <summary>Adds the person with whom a school begins: nobody was there to add them, so history says that they did.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="details">Who they are.</param>
    /// <param name="roles">What they may see and do.</param>
    /// <param name="at">The moment, in UTC.</param>
    /// <param name="today">The date in the school.</param>
    /// <param name="accountId">Their account.</param>
    /// <exception cref="DomainRuleException">There is no name, or something of it cannot be stored.</exception>
    public static StaffMember AddFirst(Guid schoolId, StaffDetails details, StaffRoles roles, DateTime at, DateOnly today, Guid? accountId = null)
    {
        var first = New(schoolId, details, roles, accountId);
        return first.Added(new Acting(first.Id, first.Name, at, today));
    }

    /// <summary>Who they are now.</summary>
    public StaffDetails Details() => new(Name, Email, JobTitle, StartedOn);

    /// <summary>Changes who they are. Writing what is there already changes nothing.</summary>
    /// <exception cref="DomainRuleException">There is no name, or something of it cannot be stored.</exception>
    public void ChangeDetails(StaffDetails details, Acting by)
    {
        var written = details.Checked();
        var changes = RecordFields.Compare(RecordFields.Of(Details()), RecordFields.Of(written));
        if (changes.Count > 0)
        {
            Take(written);
            Record(RecordEventKind.StaffDetailsChanged, by, changes);
        }
    }

    /// <summary>Changes what they may see and do. The roles that they have already change nothing.</summary>
    /// <param name="roles">All of their roles from now on.</param>
    /// <param name="otherSencos">How many other SENCos of the school can sign in.</param>
    /// <param name="by">Who decides it.</param>
    /// <exception cref="DomainRuleException">They are the school's only SENCo, and would be none.</exception>
    public void ChangeRoles(StaffRoles roles, int otherSencos, Acting by)
    {
        if (roles == Roles)
        {
            return;
        }

        DomainRuleException.Require(!IsWorkingSenco || (roles & StaffRoles.Senco) != 0 || otherSencos > 0, LastSenco);
        var before = Roles;
        Roles = roles;
        Record(RecordEventKind.StaffRolesChanged, by, [new("roles", before.InWords(), Roles.InWords())]);
    }

    /// <summary>They leave: they cannot sign in any more, and are offered nowhere. What they wrote stays, under their name.</summary>
    /// <param name="on">The day, today or earlier.</param>
    /// <param name="otherSencos">How many other SENCos of the school can sign in.</param>
    /// <param name="by">Who says so.</param>
    /// <exception cref="DomainRuleException">They left already, the day is in the future, or they are the school's only SENCo.</exception>
    public void Leave(DateOnly on, int otherSencos, Acting by)
    {
        DomainRuleException.Require(LeftOn is null, $"{Name} has left already");
        DomainRuleException.Require(on <= by.Today, "The day of leaving must be today or in the past");
        DomainRuleException.Require(!IsWorkingSenco || otherSencos > 0, LastSenco);
        LeftOn = on;
        Record(RecordEventKind.StaffLeft, by, [new("leftOn", "", $"{on:yyyy-MM-dd}")]);
    }

    /// <summary>They come back, with the roles and the account that they had.</summary>
    /// <exception cref="DomainRuleException">They have not left.</exception>
    public void ComeBack(Acting by)
    {
        DomainRuleException.Require(LeftOn is not null, $"{Name} has not left");
        var before = LeftOn;
        LeftOn = null;
        Record(RecordEventKind.StaffCameBack, by, [new("leftOn", $"{before:yyyy-MM-dd}", "")]);
    }

    /// <summary>They are invited to sign in.</summary>
    /// <exception cref="DomainRuleException">They sign in already, have left, or have no e-mail address or role.</exception>
    public void Invite(Acting by)
    {
        DomainRuleException.Require(AccountId is null, $"{Name} signs in already");
        DomainRuleException.Require(LeftOn is null, $"{Name} has left");
        DomainRuleException.Require(Email.Length > 0, "Enter the person's email address before you invite them");
        DomainRuleException.Require(Roles != StaffRoles.None, "Give the person a role before you invite them");
        Record(RecordEventKind.StaffInvited, by);
    }

    /// <summary>Their invitation is taken back.</summary>
    public void WithdrawInvitation(Acting by) => Record(RecordEventKind.StaffInvitationWithdrawn, by);

    /// <summary>They accept the invitation; from now on they sign in with this account.</summary>
    /// <exception cref="DomainRuleException">They sign in already, or have left.</exception>
    public void Join(Guid accountId, Acting by)
    {
        DomainRuleException.Require(AccountId is null && LeftOn is null, "This invitation is good no longer");
        AccountId = accountId;
        Record(RecordEventKind.StaffJoined, by);
    }

    /// <summary>Somebody makes a link for them with which they choose another password.</summary>
    /// <exception cref="DomainRuleException">They cannot sign in.</exception>
    public void GivePasswordLink(Acting by)
    {
        DomainRuleException.Require(CanSignIn, $"{Name} does not sign in");
        Record(RecordEventKind.StaffPasswordLinkMade, by);
    }

    /// <summary>They make a secret address at which a calendar program fetches the reviews, in place of any that there was.</summary>
    /// <param name="namesPupils">Whether the calendar names pupils.</param>
    /// <param name="by">Who makes it.</param>
    public void TakeCalendar(bool namesPupils, Acting by) => Record(RecordEventKind.StaffCalendarMade, by, [new("namesPupils", "", namesPupils ? "Yes" : "No")]);

    /// <summary>They end that address.</summary>
    public void EndCalendar(Acting by) => Record(RecordEventKind.StaffCalendarEnded, by);

    private static StaffMember New(Guid schoolId, StaffDetails details, StaffRoles roles, Guid? accountId)
    {
        var added = new StaffMember { Id = Guid.CreateVersion7(), SchoolId = schoolId, Roles = roles, AccountId = accountId };
        added.Take(details.Checked());
        return added;
    }

    private StaffMember Added(Acting by)
    {
        Record(RecordEventKind.StaffAdded, by, [new("name", "", Name), new("roles", "", Roles.InWords())]);
        return this;
    }

    private void Take(StaffDetails details)
    {
        (Name, Email, JobTitle, StartedOn) = (details.Name, details.Email, details.JobTitle, details.StartedOn);
        SearchText = Pupils.SearchText.Fold($"{Name} {Email} {JobTitle}");
        SortName = Pupils.SearchText.Fold(Name.LastIndexOf(' ') is var space and > 0 ? $"{Name[(space + 1)..]} {Name[..space]}" : Name);
    }

    private void Record(RecordEventKind kind, Acting by, IReadOnlyList<FieldChange>? changes = null) => Record(null, null, kind, by, Name, changes);
}
