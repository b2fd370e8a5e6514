using System.Net;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class KeepContactsTests(TestApp app)
{
    [Theory]
    [InlineData("senco")]
    [InlineData("assistant")]
    [InlineData("office")]
    public async Task Add_WhenFilled_AddsThemLastWithATimelineRow(string role)
    {
        var pupil = await app.School.AddPupilAsync("Contacted");
        var client = await app.AsAsync(role);

        var answer = await client.PostAsync($"{pupil.Path}/contacts/add", (await client.GetPageAsync($"{pupil.Path}/contacts/add")).FormFields().With(
            ("Name", "Piotr <b>Wiśniewski</b>"), ("Relation", "Father"), ("IsParentInLaw", "true"), ("IsRestrictedByCourt", "true"), ("Phone", "01234 567890"), ("Email", "piotr@example.org"),
            ("Address", "1 Lane\nTown"), ("Language", "Polish"), ("CommunicationNeeds", "Interpreter")));

        Assert.Equal((HttpStatusCode.Redirect, $"{pupil.Path}/contacts"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var added = (await app.ReadPupilAsync(pupil.Id)).Contacts.Single(contact => contact.Order == 2);
        Assert.Equal(new ContactDetails("Piotr <b>Wiśniewski</b>", "Father", true, false, true, "piotr@example.org", "01234 567890", "Polish", "Interpreter", "1 Lane\nTown"), added.Details());
        var page = await client.GetPageAsync($"{pupil.Path}/contacts");
        Assert.Contains("2. Piotr <b>Wiśniewski</b>, father", page.QuerySelector("main").Words());
        Assert.Contains("Restricted by a court: tell nothing.", page.QuerySelector(".govuk-warning-text").Words());
        Assert.Contains("Contacts changed", await (await app.AsAsync("senco")).TimelineAsync(pupil));
    }

    [Theory]
    [InlineData("Name", " ", "Enter the contact’s name")]
    [InlineData("Email", "nobody", "Enter an e-mail address in the right form, such as name@example.com")]
    [InlineData("Phone", "call me", "Enter a telephone number with digits, such as 01234 567890")]
    [InlineData("Address", KeepingPupils.TooLong, "The address must be 250 characters or fewer")]
    [InlineData("Name", KeepingPupils.TooLong, "The name must be 100 characters or fewer")]
    [InlineData("CommunicationNeeds", KeepingPupils.TooLong, "Communication needs must be 250 characters or fewer")]
    public async Task Add_WhenAFieldIsWrong_SaysWhatAndKeepsWhatWasTyped(string field, string value, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongcontact");
        var client = await app.AsAsync("office");
        var form = (await client.GetPageAsync($"{pupil.Path}/contacts/add")).FormFields().With(("Name", "Kept"), ("Language", "Welsh"));

        var answer = await client.PostAsync($"{pupil.Path}/contacts/add", form.With((field, value == KeepingPupils.TooLong ? KeepingPupils.Long : value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal([message], page.Errors());
        Assert.Equal("Welsh", page.FormFields()["Language"]);
        Assert.Single((await app.ReadPupilAsync(pupil.Id)).Contacts);
    }

    [Fact]
    public async Task Change_WhenAColleagueChangedOtherFields_KeepsBothAndAsksWhereBothDid()
    {
        var (pupil, contact) = await WithOneAsync("Twohands");
        var client = await app.AsAsync("office");
        var address = $"{pupil.Path}/contacts/{contact}";
        var form = (await client.GetPageAsync(address)).FormFields();
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.ChangeContact(contact, saved.Contacts[0].Details() with { Phone = "0111", Language = "Polish" }, by));

        var answer = await client.PostAsync(address, form.With(("Phone", "0222"), ("Relation", "Mum")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.StartsWith("Anna Bell changed this to “0111” at ", Assert.Single(page.Errors()));
        Assert.Equal(("0222", "Polish", "Mum"), (page.FormFields()["Phone"], page.FormFields()["Language"], page.FormFields()["Relation"]));
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(address, page.FormFields())).StatusCode);
        var saved = (await app.ReadPupilAsync(pupil.Id)).Contacts[0];
        Assert.Equal(("0222", "Polish", "Mum"), (saved.Phone, saved.Language, saved.Relation));
    }

    [Fact]
    public async Task Change_WhenAColleagueRemovedThem_SaysSoAndKeepsWhatWasTyped()
    {
        var (pupil, contact) = await WithOneAsync("Gone");
        var client = await app.AsAsync("office");
        var form = (await client.GetPageAsync($"{pupil.Path}/contacts/{contact}")).FormFields();
        await app.ChangeAsync(pupil.Id, (saved, by) => saved.RemoveContact(contact, by));

        var answer = await client.PostAsync($"{pupil.Path}/contacts/{contact}", form.With(("CommunicationNeeds", "Large print please")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var words = (await answer.ReadPageAsync()).QuerySelector("main").Words();
        Assert.Contains("This contact was taken off the list while you were writing", words);
        Assert.Contains("Large print please", words);
    }

    [Fact]
    public async Task Remove_WhenAsked_RemovesAndKeepsTheHistory()
    {
        var (pupil, contact) = await WithOneAsync("Removed");
        var client = await app.AsAsync("office");
        var page = await client.GetPageAsync($"{pupil.Path}/contacts/{contact}/remove");
        Assert.Contains("Remove Marta Removed from Zofia’s contacts?", page.QuerySelector("h1").Words());

        var answer = await client.PostAsync($"{pupil.Path}/contacts/{contact}/remove", page.FormFields());

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty((await app.ReadPupilAsync(pupil.Id)).Contacts);
        Assert.Contains((await app.LastEventAsync(pupil.Id)).Changes, change => change == new FieldChange($"contacts/{contact}/email", "marta@example.org", ""));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{pupil.Path}/contacts/{contact}/remove", page.FormFields())).StatusCode);
        Assert.Contains("No contacts yet", (await client.GetPageAsync($"{pupil.Path}/contacts")).QuerySelector(".sen-empty").Words());
    }

    [Fact]
    public async Task Move_UpAndDown_ChangesTheOrderOfCalling()
    {
        var (pupil, _) = await WithOneAsync("Ordered");
        await app.ChangeAsync(pupil.Id, (saved, by) =>
        {
            saved.AddContact(new ContactDetails("Second", "", false, false), by);
            saved.AddContact(new ContactDetails("Third", "", false, false), by);
        });
        var client = await app.AsAsync("assistant");
        await MoveAsync("Third", "up");
        await MoveAsync("Marta Ordered", "down");
        Assert.Equal(["Third", "Marta Ordered", "Second"], await NamesAsync());
        await MoveAsync("Third", "up");
        Assert.Equal(["Third", "Marta Ordered", "Second"], await NamesAsync());
        var page = await client.GetPageAsync($"{pupil.Path}/contacts");
        Assert.Equal(["down", "up", "down", "up"], page.QuerySelectorAll("button[name='Move']").Select(button => button.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.NotFound, (await PostMoveAsync("Third", "sideways")).StatusCode);

        async Task<HttpResponseMessage> PostMoveAsync(string name, string way)
        {
            var contact = (await app.ReadPupilAsync(pupil.Id)).Contacts.Single(row => row.Name == name);
            return await client.PostAsync($"{pupil.Path}/contacts/{contact.Id}/move", (await client.GetPageAsync($"{pupil.Path}/contacts")).FormFields().With(("Move", way)));
        }

        async Task MoveAsync(string name, string way) => Assert.Equal(HttpStatusCode.Redirect, (await PostMoveAsync(name, way)).StatusCode);
        async Task<IEnumerable<string>> NamesAsync() => (await app.ReadPupilAsync(pupil.Id)).Contacts.OrderBy(contact => contact.Order).Select(contact => contact.Name);
    }

    [Fact]
    public async Task Show_WhenTheHeadReads_OffersNoChange()
    {
        var (pupil, contact) = await WithOneAsync("Headcontact");
        var client = await app.AsAsync("head");

        var page = await client.GetPageAsync($"{pupil.Path}/contacts");

        Assert.Contains("Marta Headcontact, mother", page.QuerySelector("main").Words());
        Assert.Empty(page.QuerySelectorAll("main form, main a[href$='/add'], main a[href$='/remove']"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/contacts/{contact}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/contacts/add")).StatusCode);
    }

    [Fact]
    public async Task Change_WhenTheContactIsAnotherPupils_IsNotFound()
    {
        var ((mine, _), (_, theirs)) = (await WithOneAsync("Mine"), await WithOneAsync("Theirs"));
        var client = await app.AsAsync("office");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{mine.Path}/contacts/{theirs}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{mine.Path}/contacts/{theirs}/remove")).StatusCode);
    }

    private async Task<(TestPupil Pupil, Guid Contact)> WithOneAsync(string surname)
    {
        var pupil = await app.School.AddPupilAsync(surname);
        return (pupil, (await app.ReadPupilAsync(pupil.Id)).Contacts.Single().Id);
    }
}
