using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Domain.Tests.Schools;

public sealed class StaffMemberTests
{
    private static readonly string LongestName = new('a', TextLimits.Name);

    [Fact]
    public void Add_WhenNamed_IsOnTheStaffWithAnEvent()
    {
        var account = Guid.CreateVersion7();

        var person = StaffMember.Add(Given.SchoolId, new StaffDetails(" Zofia Wiśniewska ", " Zofia@School.Example ", " PE "), StaffRoles.Teacher | StaffRoles.Head, Given.Senco, account);

        Assert.Equal((Given.SchoolId, account, "Zofia Wiśniewska", "zofia@school.example", "PE"), (person.SchoolId, person.AccountId!.Value, person.Name, person.Email, person.JobTitle));
        Assert.Equal(("zofia wisniewska zofia school example pe", "wisniewska zofia"), (person.SearchText, person.SortName));
        Assert.True(person.CanSignIn);
        var added = Assert.Single(person.PendingEvents);
        Assert.Equal((RecordEventKind.StaffAdded, null, person.Id, "Amina Rahman"), (added.Kind, added.PupilId, added.RecordId, added.StaffName));
        Assert.Contains(new FieldChange("roles", "", "Headteacher or senior leader, Teacher"), added.Changes);
    }

    [Fact]
    public void AddFirst_WhenNobodyIsThereYet_IsTheirOwnDoing()
    {
        var first = StaffMember.AddFirst(Given.SchoolId, new StaffDetails("Ruth Adeyemi"), StaffRoles.Senco, DateTime.UnixEpoch, Given.Today);

        Assert.Equal((first.Id, "Ruth Adeyemi", DateTime.UnixEpoch), (first.PendingEvents[0].StaffId, first.PendingEvents[0].StaffName, first.PendingEvents[0].At));
    }

    [Theory]
    [InlineData(" ", "", "")]
    [InlineData("A", "no address", "")]
    [InlineData("A", "two@at@school.example", "")]
    [InlineData("A", "@school.example", "")]
    [InlineData("A", "a@school", "")]
    [InlineData("A", "a@b.example\nBcc: c@d.example", "")]
    public void Add_WhenItCannotBe_Refuses(string name, string email, string title) =>
        Assert.Throws<DomainRuleException>(() => StaffMember.Add(Given.SchoolId, new StaffDetails(name, email, title), StaffRoles.Teacher, Given.Senco));

    [Fact]
    public void Add_WhenATextIsTooLong_Refuses()
    {
        Assert.Equal(LongestName, Person(name: LongestName).Name);
        Assert.Throws<DomainRuleException>(() => Person(name: LongestName + "a"));
        Assert.Throws<DomainRuleException>(() => StaffMember.Add(Given.SchoolId, new StaffDetails("A", JobTitle: LongestName + "a"), StaffRoles.Teacher, Given.Senco));
    }

    [Fact]
    public void ChangeDetails_WhenSomethingDiffers_KeepsOldAndNew()
    {
        var person = Person();

        var change = Given.Changes(person, () => person.ChangeDetails(new StaffDetails("Tom Reed", "tom@school.example", "Year 4", new(2026, 9, 1)), Given.Senco));
        Assert.Equal(new DateOnly(2026, 9, 1), person.StartedOn);

        Assert.Equal(RecordEventKind.StaffDetailsChanged, change.Kind);
        Assert.Contains(new FieldChange("name", "Tom Whitaker", "Tom Reed"), change.Changes);
        Given.ChangesNothing(person, () => person.ChangeDetails(new StaffDetails(" Tom Reed", "TOM@school.example", "Year 4", new(2026, 9, 1)), Given.Senco));
        Given.Refuses(person, () => person.ChangeDetails(new StaffDetails(""), Given.Senco));
    }

    [Fact]
    public void ChangeRoles_WhenTheyDiffer_AreInTheHistory()
    {
        var person = Person();

        var change = Given.Changes(person, () => person.ChangeRoles(StaffRoles.Teacher | StaffRoles.Office, 0, Given.Senco));

        Assert.Equal([new FieldChange("roles", "Teacher", "Teacher, Office or data manager")], change.Changes);
        Given.ChangesNothing(person, () => person.ChangeRoles(StaffRoles.Teacher | StaffRoles.Office, 0, Given.Senco));
    }

    [Fact]
    public void LastSenco_WhateverIsTried_StaysUntilAnotherCanSignIn()
    {
        var senco = Person(roles: StaffRoles.Senco | StaffRoles.Teacher, account: Guid.CreateVersion7());

        Given.Refuses(senco, () => senco.ChangeRoles(StaffRoles.Teacher, 0, Given.Senco));
        Given.Refuses(senco, () => senco.ChangeRoles(StaffRoles.None, 0, Given.Senco));
        Given.Refuses(senco, () => senco.Leave(Given.Today, 0, Given.Senco));
        Given.Changes(senco, () => senco.ChangeRoles(StaffRoles.Senco, 0, Given.Senco));
        Given.Changes(senco, () => senco.ChangeRoles(StaffRoles.Teacher, 1, Given.Senco));
        Given.Changes(senco, () => senco.Leave(Given.Today, 0, Given.Senco));
    }

    [Fact]
    public void LastSenco_WhenTheyNeverSignedIn_MayGo()
    {
        var invited = Person(roles: StaffRoles.Senco);

        Given.Changes(invited, () => invited.Leave(Given.Today, 0, Given.Senco));
    }

    [Fact]
    public void Leave_WhenTheyGo_CannotSignInAndMayComeBack()
    {
        var person = Person(account: Guid.CreateVersion7());
        Given.Refuses(person, () => person.ComeBack(Given.Senco));
        Given.Refuses(person, () => person.Leave(Given.Today.AddDays(1), 0, Given.Senco));

        var left = Given.Changes(person, () => person.Leave(Given.Today.AddDays(-3), 0, Given.Senco));

        Assert.Equal(RecordEventKind.StaffLeft, left.Kind);
        Assert.Equal((false, StaffRoles.Teacher), (person.CanSignIn, person.Roles));
        Given.Refuses(person, () => person.Leave(Given.Today, 0, Given.Senco));
        Given.Refuses(person, () => person.GivePasswordLink(Given.Senco));
        Given.Changes(person, () => person.ComeBack(Given.Senco));
        Assert.True(person.CanSignIn);
    }

    [Fact]
    public void Invite_WhenSomethingIsMissing_Refuses()
    {
        var person = Person();

        Assert.Equal(RecordEventKind.StaffInvited, Given.Changes(person, () => person.Invite(Given.Senco)).Kind);
        Given.Refuses(person, () => person.GivePasswordLink(Given.Senco));
        Assert.Equal(RecordEventKind.StaffJoined, Given.Changes(person, () => person.Join(Guid.CreateVersion7(), Given.Senco)).Kind);
        Given.Refuses(person, () => person.Join(Guid.CreateVersion7(), Given.Senco));
        Given.Refuses(person, () => person.Invite(Given.Senco));
        var without = StaffMember.Add(Given.SchoolId, new StaffDetails("A"), StaffRoles.Teacher, Given.Senco);
        Given.Refuses(without, () => without.Invite(Given.Senco));
        var roleless = Person(roles: StaffRoles.None);
        Given.Refuses(roleless, () => roleless.Invite(Given.Senco));
    }

    [Fact]
    public void Roles_WhateverThereIs_HaveANameEach() =>
        Assert.Equal(Enum.GetValues<StaffRoles>().Where(role => role != StaffRoles.None).Order(), StaffRoleNames.All.Order());

    private static StaffMember Person(string name = "Tom Whitaker", StaffRoles roles = StaffRoles.Teacher, Guid? account = null) =>
        StaffMember.Add(Given.SchoolId, new StaffDetails(name, "tom@school.example"), roles, Given.Senco, account);
}
