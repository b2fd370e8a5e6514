using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Features.Accounts;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Staff;

[Collection(nameof(TestApp))]
public sealed class StaffTests(TestApp app)
{
    private const string Chosen = "Nine-quiet-Otters-paddle";

    [Theory]
    [InlineData("senco", 200, 200)]
    [InlineData("office", 200, 200)]
    [InlineData("head", 200, 404)]
    [InlineData("assistant", 404, 404)]
    [InlineData("teacher", 404, 404)]
    [InlineData("ta", 404, 404)]
    [InlineData("finance", 404, 404)]
    [InlineData("governor", 404, 404)]
    public async Task Pages_WhoeverAsks_AreForThoseWhoseTheyAre(string role, int see, int change)
    {
        var client = await app.AsAsync(role);
        var person = app.School.Staff["ta"];

        foreach (var path in new[] { "/staff", $"/staff/{person}" })
        {
            Assert.Equal(see, (int)(await client.GetAsync(path)).StatusCode);
        }

        foreach (var path in new[] { "/staff/add", $"/staff/{person}/edit", $"/staff/{person}/pupils", $"/staff/{person}/leave" })
        {
            Assert.Equal(change, (int)(await client.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task List_WhenSearchedFilteredAndSorted_FindsThem()
    {
        var (email, _) = await app.AddStaffAsync(StaffRoles.Teacher | StaffRoles.Governor, "Ślawa Żółkiewska");
        var client = await app.AsAsync("office");

        Assert.Equal(["Ślawa Żółkiewska"], await NamesAsync(client, "/staff?search=zolk"));
        Assert.Equal(["Ślawa Żółkiewska"], await NamesAsync(client, $"/staff?search={email[..12]}"));
        Assert.Contains("Ślawa Żółkiewska", await NamesAsync(client, "/staff?role=governor"));
        Assert.DoesNotContain("Ślawa Żółkiewska", await NamesAsync(client, "/staff?role=office"));
        Assert.DoesNotContain("Ślawa Żółkiewska", await NamesAsync(client, "/staff?view=left&sort=signin&order=desc&page=99999999999"));
        Assert.Equal("Adeyemi", (await NamesAsync(client, "/staff?role=senco"))[0].Split(' ')[^1]);
        Assert.Contains("Nobody matches", (await client.GetPageAsync("/staff?search=%25")).QuerySelector("main").Words());
        await client.GetPageAsync("/staff?view=<script>&role=9&sort=x&order=y&page=-1");
    }

    [Fact]
    public async Task List_WhenSomebodyHasPupilsAndClasses_CountsThem()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.Teacher, "Quintus Countwell");
        await app.School.AddPupilAsync("Countone", responsible: null);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var pupil = await db.Pupils.Include(known => known.Supporters).SingleAsync(known => known.Surname == "Countone");
            pupil.NameResponsibleTeacher(staff.StaffId, app.School.Senco());
            pupil.AddSupporter(staff.StaffId, app.School.Senco());
            return await db.SaveChangesAsync();
        });
        await app.SignInAsync(email);

        var row = (await (await app.AsAsync("senco")).GetPageAsync("/staff?search=countwell")).QuerySelector(".sen-staff tbody tr");

        Assert.StartsWith("Quintus Countwell Test Teacher – 1 pupils, Quintus Countwell 1 pupils, Quintus Countwell", row.Words());
        Assert.Contains($"{TestSchool.Today.Day} ", row!.LastElementChild.Words());
        Assert.Contains("4W", (await (await app.AsAsync("senco")).GetPageAsync("/staff?search=whitaker")).QuerySelector(".sen-staff tbody tr").Words());
    }

    [Fact]
    public async Task Add_WhenSomethingIsWrong_SaysWhatAndKeepsIt()
    {
        var client = await app.AsAsync("office");

        var answer = await PostAsync(client, "/staff/add", ("Name", " "), ("Email", "no address"), ("JobTitle", new string('x', 101)), ("Invite", "true"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var words = page.QuerySelector(".govuk-error-summary").Words();
        foreach (var message in new[] { "Enter the person’s name", "Enter an email address in the right form", "The job title must be 100 characters or fewer", "Choose at least one role" })
        {
            Assert.Contains(message, words);
        }

        Assert.Equal("no address", page.FormFields()["Email"]);
        Assert.Contains("is on the staff already", (await (await PostAsync(client, "/staff/add", ("Name", "A"), ("Email", "TA@ash.example"), ("Roles", "Teacher"))).ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
    }

    [Theory]
    [InlineData("Senco")]
    [InlineData("SenAssistant")]
    [InlineData("Head")]
    [InlineData("999")]
    [InlineData("<script>")]
    public async Task Add_WhenTheOfficeForgesARole_IsRefused(string role)
    {
        var answer = await PostAsync(await app.AsAsync("office"), "/staff/add", ("Name", "Forged Role"), ("Roles", role));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await app.InSchoolAsync(app.School.Id, db => db.Staff.AnyAsync(staff => staff.Name == "Forged Role")));
    }

    [Fact]
    public async Task Office_WhenSomebodySeesEveryRecord_ChangesNothingOfThem()
    {
        var client = await app.AsAsync("office");
        foreach (var role in new[] { "senco", "assistant", "head" })
        {
            var path = $"/staff/{app.School.Staff[role]}";
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{path}/edit")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{path}/leave")).StatusCode);
            foreach (var act in new[] { "password-link", "invite", "leave", "edit", "come-back", "withdraw-invitation" })
            {
                var answer = await PostAsync(client, $"{path}/{act}", ("Version", $"{Guid.NewGuid()}"));
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{act} answered {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(await app.InSchoolAsync(app.School.Id, db => db.AccountLinks.Where(link => link.StaffId == app.School.Staff["head"]).ToListAsync()));
    }

    [Fact]
    public async Task Office_WhenItChangesItsOwnRoles_KeepsThem()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.Office);
        var client = await app.SignInAsync(email);
        var form = (await client.GetPageAsync($"/staff/{staff.StaffId}/edit")).FormFields();
        form.Add("Roles", "Teacher");

        await client.PostAsync($"/staff/{staff.StaffId}/edit", form.With(("JobTitle", "Front desk")));

        var saved = await FindAsync(staff.StaffId);
        Assert.Equal((StaffRoles.Office, "Front desk"), (saved.Roles, saved.JobTitle));
    }

    [Fact]
    public async Task Edit_WhenRolesChange_SignsOutAndIsInTheHistory()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.Teacher, "Rolf Rolechange");
        var theirs = await app.SignInAsync(email);
        await theirs.GetPageAsync("/my-pupils");
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync($"/staff/{staff.StaffId}/edit")).FormFields();
        form.Add("Roles", "SenAssistant");

        var answer = await client.PostAsync($"/staff/{staff.StaffId}/edit", form.With(("Name", "Rolf Neuer")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await theirs.GetAsync("/my-pupils")).StatusCode);
        Assert.Equal("/", (await (await app.SignInAsync(email)).GetAsync("/")).RequestMessage!.RequestUri!.AbsolutePath);
        var words = (await client.GetPageAsync($"/staff/{staff.StaffId}")).QuerySelector("main").Words();
        Assert.Contains("Name: Rolf Neuer, before Rolf Rolechange", words);
        Assert.Contains("Roles: SEN assistant, Teacher, before Teacher", words);
    }

    [Fact]
    public async Task Edit_WhenTheEmailChanges_ItIsWhatTheySignInWith()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.Teacher);
        var client = await app.AsAsync("senco");

        Assert.Contains("has this email address", await ErrorAsync(client, staff.StaffId, ("Email", "ta@ash.example")));
        Assert.Contains("signs in with this email address already", await ErrorAsync(client, staff.StaffId, ("Email", "senco@birch.example")));
        Assert.Contains("they sign in with it", (await ErrorAsync(client, staff.StaffId, ("Email", ""))).Replace("the person signs", "they sign", StringComparison.Ordinal));
        await SaveAsync(client, staff.StaffId, ("Email", $"NEW-{email}"));

        await app.SignInAsync($"new-{email}");
        await Assert.ThrowsAnyAsync<Exception>(() => app.SignInAsync(email));
    }

    [Fact]
    public async Task Edit_WhenStale_IsRefusedAndChangesNothing()
    {
        var (_, staff) = await app.AddStaffAsync(StaffRoles.Teacher, "Stella Stale");
        var client = await app.AsAsync("senco");
        var stale = (await client.GetPageAsync($"/staff/{staff.StaffId}/edit")).FormFields();
        await SaveAsync(client, staff.StaffId, ("JobTitle", "Theirs"));

        var answer = await client.PostAsync($"/staff/{staff.StaffId}/edit", stale.With(("JobTitle", "My own words")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("My own words", (await answer.ReadPageAsync()).QuerySelector("main").Words());
        Assert.Equal("Theirs", (await FindAsync(staff.StaffId)).JobTitle);
    }

    [Fact]
    public async Task OtherSchool_WhateverItAsks_IsNotFound()
    {
        var token = (await (await app.AsOtherSchoolAsync("senco")).GetPageAsync("/staff/add")).FormFields()["__RequestVerificationToken"]!;
        var client = await app.AsOtherSchoolAsync("senco");
        var path = $"/staff/{app.School.Staff["ta"]}";

        foreach (var page in new[] { path, $"{path}/edit", $"{path}/pupils", $"{path}/leave" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(page)).StatusCode);
        }

        foreach (var act in new[] { "edit", "invite", "withdraw-invitation", "password-link", "pupils", "leave", "come-back" })
        {
            var answer = await client.PostAsync($"{path}/{act}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Version", $"{Guid.NewGuid()}")]));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{act} answered {(int)answer.StatusCode}");
        }

        Assert.DoesNotContain("Harjit", (await client.GetPageAsync("/staff?search=Kaur")).QuerySelector("tbody").Words().Replace("Harjit Kaur ta", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invite_WhenThereIsNoEmail_ShowsTheLinkOnceAndItWorksOnce()
    {
        var client = await app.SignInAsync("senco@ash.example");
        var person = await AddAsync(client, "Nadia Newcomer", ("Roles", "Teacher"), ("Invite", "true"));

        var page = await client.GetPageAsync($"/staff/{person.Id}");
        var path = new Uri(page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        Assert.Null((await client.GetPageAsync($"/staff/{person.Id}")).QuerySelector("#link"));
        Assert.Contains("Invited until", page.QuerySelector("main").Words());
        Assert.Contains("Nadia Newcomer", await NamesAsync(client, "/staff?view=invited"));
        var theirs = app.Anonymous();
        var welcome = await theirs.GetPageAsync(path);
        Assert.Contains("Welcome to SenSupport, Nadia Newcomer Ash Lane Primary School invites you", welcome.QuerySelector("main").Words());
        foreach (var (poor, message) in new[] { ("", "Enter a password"), ("short", "12 characters or more"), ("newcomer-nadia-1", "without your name") })
        {
            var refused = await theirs.PostAsync(path, welcome.FormFields().With(("Password", poor)));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(message, (await refused.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
        }

        var accepted = await theirs.PostAsync(path, welcome.FormFields().With(("Password", Chosen)));

        Assert.Equal("/my-pupils", accepted.Headers.Location!.OriginalString);
        await theirs.GetPageAsync("/my-pupils");
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().GetAsync(path)).StatusCode);
        await app.SignInAsync(person.Email, Chosen);
        var words = (await client.GetPageAsync($"/staff/{person.Id}")).QuerySelector("main").Words();
        Assert.Contains("Invitation accepted", words);
        Assert.Contains("Last signed in", words);
    }

    [Fact]
    public async Task Invite_WhenReplacedWithdrawnOldOrLeft_TheLinkIsNoGoodAndSaysNothing()
    {
        var client = await app.SignInAsync("senco@ash.example");
        var person = await AddAsync(client, "Wilma Withdrawn", ("Roles", "Teacher"), ("Invite", "true"));
        var replaced = await TakeLinkAsync(client, person.Id);
        await ActAsync(client, person.Id, "invite");
        var withdrawn = await TakeLinkAsync(client, person.Id);
        await ActAsync(client, person.Id, "withdraw-invitation");
        Assert.Contains("Not invited", (await client.GetPageAsync($"/staff/{person.Id}")).QuerySelector("main").Words());
        await ActAsync(client, person.Id, "invite");
        var old = await TakeLinkAsync(client, person.Id);
        await app.InSchoolAsync(app.School.Id, db => db.AccountLinks.Where(link => link.StaffId == person.Id && link.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, DateTime.UtcNow.AddSeconds(-1))));
        Assert.Contains("Invitation ran out", (await client.GetPageAsync($"/staff/{person.Id}")).QuerySelector("main").Words());

        var pages = new List<string>();
        foreach (var path in new[] { replaced, withdrawn, old, "/account/invitation/AAAA", "/account/invitation/" + new string('a', 3000) })
        {
            var answer = await app.Anonymous().GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add((await answer.ReadPageAsync()).QuerySelector("main").Words());
        }

        Assert.DoesNotContain("Wilma", Assert.Single(pages.Distinct()));
    }

    [Fact]
    public async Task Invite_WhenTheyWorkAtAnotherSchoolToo_TheySignInWithTheirAccount()
    {
        var client = await app.SignInAsync("senco@ash.example");
        var (email, _) = await app.AddStaffAsync(StaffRoles.Teacher, "Doppel Zwei");
        var other = await app.SignInAsync("senco@birch.example");
        var there = await AddAsync(other, "Doppel Zwei", email, ("Roles", "TeachingAssistant"), ("Invite", "true"));
        var path = await TakeLinkAsync(other, there.Id);
        var theirs = app.Anonymous();
        var welcome = await theirs.GetPageAsync(path);
        Assert.Contains("at another school already", welcome.QuerySelector("main").Words());

        Assert.Equal(HttpStatusCode.BadRequest, (await theirs.PostAsync(path, welcome.FormFields().With(("Password", Chosen)))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await theirs.PostAsync(path, welcome.FormFields().With(("Password", TestSchool.Password)))).StatusCode);

        Assert.Contains("Birch Road", (await theirs.GetPageAsync("/my-pupils")).QuerySelector("header").Words());
        var schools = await theirs.GetPageAsync("/account/school");
        Assert.Equal("Go to Ash Lane Primary School", schools.QuerySelector("main button").Words());
        await theirs.PostAsync("/account/school", schools.FormFields());
        Assert.Contains("Ash Lane", (await theirs.GetPageAsync("/my-pupils")).QuerySelector("header").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.PostAsync("/account/school", schools.FormFields().With(("SchoolId", $"{Guid.NewGuid()}")))).StatusCode);
        var link = await PostAsync(other, $"/staff/{there.Id}/password-link");
        Assert.Equal(HttpStatusCode.Conflict, link.StatusCode);
        Assert.Contains("at another school", (await link.ReadPageAsync()).QuerySelector("main").Words());
        Assert.Contains("at another school, too", await ErrorAsync(other, there.Id, ("Email", "elsewhere@birch.example")));
        Assert.NotNull(client);
    }

    [Fact]
    public async Task Invite_WhenEmailFails_SaysSoAndShowsTheLink()
    {
        var (mailing, email) = FakeEmail.In(app);
        await using var _ = mailing;
        using var client = mailing.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await client.PostAsync("/account/sign-in", (await client.GetPageAsync("/account/sign-in")).FormFields().With(("Email", "senco@ash.example"), ("Password", TestSchool.Password)));
        var person = await AddAsync(client, "Emil Elektronisch", ("Roles", "Teacher"), ("Invite", "true"));

        var message = await email.WaitAsync(person.Email);
        Assert.Null((await client.GetPageAsync($"/staff/{person.Id}")).QuerySelector("#link"));
        email.Fails = true;
        await ActAsync(client, person.Id, "invite");
        var page = await client.GetPageAsync($"/staff/{person.Id}");

        Assert.Contains("Ruth Adeyemi invites you", message.Text);
        Assert.Contains("could not be sent", page.QuerySelector("main").Words());
        var path = new Uri(page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        await app.Anonymous().GetPageAsync(path);
        var log = await LogText.ReadAsync(mailing.Services.GetRequiredService<IConfiguration>()["Logs:Folder"]!);
        Assert.DoesNotContain(path[(path.LastIndexOf('/') + 1)..], log);
        Assert.DoesNotContain("Elektronisch", log);
        Assert.DoesNotContain(person.Email, log);
    }

    [Fact]
    public async Task PasswordLink_WhenMade_SetsAnotherPassword()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.TeachingAssistant);
        var office = await app.SignInAsync("office@ash.example");
        await ActAsync(office, staff.StaffId, "password-link");
        var path = await TakeLinkAsync(office, staff.StaffId);
        var theirs = app.Anonymous();

        await theirs.PostAsync(path, (await theirs.GetPageAsync(path)).FormFields().With(("NewPassword", Chosen)));

        await app.SignInAsync(email, Chosen);
        Assert.Contains("Link to a new password made", (await office.GetPageAsync($"/staff/{staff.StaffId}")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task Pupils_WhenAddedAndTakenAway_AreInTheirHistories()
    {
        var (_, staff) = await app.AddStaffAsync(StaffRoles.Teacher | StaffRoles.TeachingAssistant, "Asta Assign");
        var free = await app.School.AddPupilAsync("Assignfree", classId: app.School.OtherClassId, responsible: null);
        var taken = await app.School.AddPupilAsync("Assigntaken", classId: app.School.OtherClassId, responsible: "other-teacher");
        var client = await app.AsAsync("office");
        var path = $"/staff/{staff.StaffId}/pupils";

        Assert.Contains("Assigntaken, Zofia 5K Olga Reyes", (await client.GetPageAsync($"{path}?search=assignt")).QuerySelector("main table").Words());
        await PostAsync(client, path, ("Care", "Responsible"), ("ClassId", $"{app.School.OtherClassId}"));
        Assert.Equal((staff.StaffId, app.School.Staff["other-teacher"]), (await ResponsibleAsync(free.Id), await ResponsibleAsync(taken.Id)));
        await PostAsync(client, path, ("Care", "Responsible"), ("PupilId", $"{taken.Id}"));
        await PostAsync(client, path, ("Care", "Supports"), ("PupilId", $"{taken.Id}"));
        Assert.Equal(staff.StaffId, await ResponsibleAsync(taken.Id));
        await PostAsync(client, path, ("Care", "Responsible"), ("Remove", $"{taken.Id}"));
        await PostAsync(client, path, ("Care", "Supports"), ("Remove", $"{taken.Id}"));

        Assert.Null(await ResponsibleAsync(taken.Id));
        var kinds = await app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.PupilId == taken.Id && row.StaffId == app.School.Staff["office"]).OrderBy(row => row.At).Select(row => row.Kind).ToListAsync());
        Assert.Equal([RecordEventKind.ResponsibleTeacherNamed, RecordEventKind.SupportersChanged, RecordEventKind.ResponsibleTeacherNamed, RecordEventKind.SupportersChanged], kinds);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, path, ("Care", "Responsible"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, path, ("PupilId", $"{taken.Id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, $"/staff/{app.School.Staff["governor"]}/pupils", ("Care", "Responsible"), ("PupilId", $"{taken.Id}"))).StatusCode);
    }

    [Fact]
    public async Task Leave_WhenHandedOver_ClosesTheSignInAtOnceAndKeepsTheName()
    {
        var (email, staff) = await app.AddStaffAsync(StaffRoles.Teacher | StaffRoles.TeachingAssistant, "Levi Leaver");
        var one = await app.School.AddPupilAsync("Leaverone", responsible: null);
        var two = await app.School.AddPupilAsync("Leavertwo", responsible: null, classId: app.School.OtherClassId);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            foreach (var pupil in await db.Pupils.Include(known => known.Supporters).Where(known => known.Id == one.Id || known.Id == two.Id).ToListAsync())
            {
                pupil.NameResponsibleTeacher(staff.StaffId, app.School.Senco());
                pupil.AddSupporter(staff.StaffId, app.School.Senco());
            }

            db.Add(SchoolClass.Add(app.School.Id, "Leavers", "6", app.School.Senco(), staff.StaffId));
            return await db.SaveChangesAsync();
        });
        var theirs = await app.SignInAsync(email);
        await theirs.GetPageAsync("/my-pupils");
        var client = await app.AsAsync("office");
        var page = await client.GetPageAsync($"/staff/{staff.StaffId}/leave");
        var form = page.FormFields("main form");
        Assert.Contains("Teaches Leavers", page.QuerySelector("main").Words());
        Assert.Contains("Responsible for 1 pupil of 4W", page.QuerySelector("main").Words());

        var wrong = await client.PostAsync($"/staff/{staff.StaffId}/leave", form.With(($"To[Responsible-{app.School.ClassId:N}]", $"{app.School.Staff["governor"]}")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/staff/{staff.StaffId}/leave", form.With(("LeftOn.Day", "31"), ("LeftOn.Month", "2")))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/staff/{staff.StaffId}/leave", form.With(("LeftOn.Year", $"{TestSchool.Today.Year + 1}")))).StatusCode);
        await theirs.GetPageAsync("/my-pupils");
        var answer = await client.PostAsync($"/staff/{staff.StaffId}/leave", form.With(
            ($"To[Responsible-{app.School.ClassId:N}]", $"{app.School.Staff["teacher"]}"), ($"To[Supports-{app.School.ClassId:N}]", $"{app.School.Staff["ta"]}")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await theirs.GetAsync("/my-pupils")).StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => app.SignInAsync(email));
        Assert.Equal((app.School.Staff["teacher"], null), (await ResponsibleAsync(one.Id), await ResponsibleAsync(two.Id)));
        Assert.Equal([app.School.Staff["ta"]], await app.InSchoolAsync(app.School.Id, db => db.Pupils.Where(known => known.Id == one.Id || known.Id == two.Id).SelectMany(known => known.Supporters).Select(known => known.StaffId).ToListAsync()));
        Assert.False(await app.InSchoolAsync(app.School.Id, db => db.ClassTeachers.AnyAsync(teacher => teacher.StaffId == staff.StaffId)));
        Assert.Contains("Levi Leaver", await NamesAsync(client, "/staff?view=left"));
        Assert.DoesNotContain("Levi Leaver", await NamesAsync(client, "/staff"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/staff/{staff.StaffId}/edit")).StatusCode);
        await ActAsync(client, staff.StaffId, "come-back");
        await app.SignInAsync(email);
    }

    [Fact]
    public async Task LastSenco_WhenTheyWouldGo_IsRefused()
    {
        var client = await app.AsOtherSchoolAsync("senco");
        var senco = app.OtherSchool.Staff["senco"];
        var edit = (await client.GetPageAsync($"/staff/{senco}/edit")).FormFields();

        var roles = await client.PostAsync($"/staff/{senco}/edit", edit.With(("Roles", "Teacher")));
        var leave = await client.PostAsync($"/staff/{senco}/leave", (await client.GetPageAsync($"/staff/{senco}/leave")).FormFields("main form"));

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict], [roles.StatusCode, leave.StatusCode]);
        Assert.Contains("A school always has a SENCo who can sign in", (await leave.ReadPageAsync()).QuerySelector("main").Words());
        await client.GetPageAsync("/staff");
    }

    [Fact]
    public async Task LastSenco_WhenTwoLeaveAtTheSameMoment_OneStays()
    {
        // Each may go, as long as the other stays: the second has to wait for the first, and then sees what it did.
        var school = await TestSchool.CreateAsync(app, "Elm Court School", $"elm{Guid.NewGuid():N}"[..12]);
        var one = school.Staff["senco"];
        var (email, two) = await AddSencoAsync(school);
        var client = await app.SignInAsync(email);
        var form = (await client.GetPageAsync($"/staff/{two}/leave")).FormFields("main form");
        var posted = await app.InSchoolAsync(school.Id, async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.LockSchoolAsync(school.Id);
            var member = await db.Staff.SingleAsync(staff => staff.Id == one);
            var others = await SchoolLock.OtherSencos(db, one).CountAsync();
            var second = Task.Run(() => client.PostAsync($"/staff/{two}/leave", form));
            await Task.Delay(700);
            Assert.False(second.IsCompleted);
            member.Leave(TestSchool.Today, others, school.Senco());
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return second;
        });
        var answer = await posted;

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal([two], await app.InSchoolAsync(school.Id, db => db.Staff.Where(staff => staff.LeftOn == null && (staff.Roles & StaffRoles.Senco) != 0).Select(staff => staff.Id).ToListAsync()));
    }

    private static async Task<List<string>> NamesAsync(HttpClient client, string path) =>
        [.. (await client.GetPageAsync(path)).QuerySelectorAll(".sen-staff tbody th a").Select(link => link.Words())];

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var token = (await client.GetPageAsync("/account/password")).FormFields("main form")["__RequestVerificationToken"]!;
        return await client.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]));
    }

    private static async Task ActAsync(HttpClient client, Guid person, string act) => Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(client, $"/staff/{person}/{act}")).StatusCode);

    private static async Task<string> TakeLinkAsync(HttpClient client, Guid person) =>
        new Uri((await client.GetPageAsync($"/staff/{person}")).QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;

    private static async Task<string> ErrorAsync(HttpClient client, Guid person, params (string, string)[] fields)
    {
        var answer = await client.PostAsync($"/staff/{person}/edit", (await client.GetPageAsync($"/staff/{person}/edit")).FormFields().With(fields));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words();
    }

    private static async Task SaveAsync(HttpClient client, Guid person, params (string, string)[] fields) =>
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"/staff/{person}/edit", (await client.GetPageAsync($"/staff/{person}/edit")).FormFields().With(fields))).StatusCode);

    private static Task<(Guid Id, string Email)> AddAsync(HttpClient client, string name, params (string, string)[] fields) => AddAsync(client, name, $"{Guid.NewGuid():N}@ash.example", fields);

    private static async Task<(Guid Id, string Email)> AddAsync(HttpClient client, string name, string email, params (string, string)[] fields)
    {
        var form = (await client.GetPageAsync("/staff/add")).FormFields().With([("Name", name), ("Email", email), .. fields]);
        var answer = await client.PostAsync("/staff/add", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]), email);
    }

    private Task<StaffMember> FindAsync(Guid id) => app.InSchoolAsync(app.School.Id, db => db.Staff.SingleAsync(staff => staff.Id == id));

    private Task<Guid?> ResponsibleAsync(Guid pupil) => app.InSchoolAsync(app.School.Id, db => db.Pupils.Where(known => known.Id == pupil).Select(known => known.ResponsibleTeacherId).SingleAsync());

    private async Task<(string Email, Guid Id)> AddSencoAsync(TestSchool school)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = school.Id;
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        var email = $"{Guid.NewGuid():N}@elm.example";
        var account = new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email };
        Assert.True((await scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>().CreateAsync(account, TestSchool.Password)).Succeeded);
        var staff = StaffMember.Add(school.Id, new StaffDetails("Second Senco", email), StaffRoles.Senco, school.Senco(), account.Id);
        db.Add(staff);
        await db.SaveChangesAsync();
        return (email, staff.Id);
    }
}
