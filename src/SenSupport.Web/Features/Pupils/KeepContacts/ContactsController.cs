using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.KeepContacts;

/// <summary>A pupil's contacts in the order in which they are called. The head reads them.</summary>
[Authorize(Policy = Policies.ReadDetails)]
[Route("pupils/{pupilId:guid}/contacts")]
public sealed class ContactsController(
    SenSupportDbContext db, PupilSaver saver, IValidator<ContactForm> contacts, IValidator<MoveContactForm> moves, TimeProvider clock) : KeepPupilController(db, saver, clock)
{
    /// <summary>The list.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid pupilId) => await OpenAsync(pupilId) is null ? NotFound() : View("Contacts", await ReadAsync(pupilId));

    /// <summary>An empty form.</summary>
    [HttpGet("add")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> ShowNew(Guid pupilId) => await OpenAsync(pupilId) is null ? NotFound() : View("Contact", new ContactForm());

    /// <summary>Adds a contact.</summary>
    [HttpPost("add")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Add(Guid pupilId, ContactForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        if (!this.Check(contacts, form))
        {
            ShowErrors();
            return View("Contact", form);
        }

        return Done(pupilId, await ActAsync(pupilId, (pupil, by) => pupil.AddContact(form.Read(), by)), $"{form.Name.Trim()} is added.");
    }

    /// <summary>The form of a contact.</summary>
    [HttpGet("{contactId:guid}")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> ShowOne(Guid pupilId, Guid contactId)
    {
        var (page, row) = await FindAsync(pupilId, contactId);
        return row is null ? NotFound() : View("Contact", ContactForm.Of(row.Details, page!.Version));
    }

    /// <summary>Changes a contact.</summary>
    [HttpPost("{contactId:guid}")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Change(Guid pupilId, Guid contactId, ContactForm form)
    {
        if (await OpenAsync(pupilId) is null)
        {
            return NotFound();
        }

        if (!this.Check(contacts, form))
        {
            ShowErrors();
            return View("Contact", form);
        }

        var outcome = await Saver.SaveAsync(Person, pupilId, form.Version, form.Read(), ContactsPage.Part(contactId));
        if (outcome.Conflict is { } conflict)
        {
            ShowConflict(conflict, path => $"{char.ToUpperInvariant(path[0])}{path[1..]}", new Dictionary<string, string>());
            return View("Contact", ContactForm.Of(RecordFields.Read<ContactDetails>(conflict.Merge.Fields), conflict.Version));
        }

        if (outcome.Kind != SaveKind.Saved)
        {
            return NotFound();
        }

        SaySaved("Contact saved.", outcome.MergedWith);
        return Redirect($"/pupils/{pupilId}/contacts");
    }

    /// <summary>Asks before a contact is taken off the list.</summary>
    [HttpGet("{contactId:guid}/remove")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> AskToRemove(Guid pupilId, Guid contactId)
    {
        var (_, row) = await FindAsync(pupilId, contactId);
        return row is null ? NotFound() : View("RemoveContact", row);
    }

    /// <summary>Takes a contact off the list.</summary>
    [HttpPost("{contactId:guid}/remove")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Remove(Guid pupilId, Guid contactId)
    {
        var (_, row) = await FindAsync(pupilId, contactId);
        return row is null ? NotFound() : Done(pupilId, await ActAsync(pupilId, (pupil, by) => pupil.RemoveContact(contactId, by)), $"{row.Details.Name} is removed from the contacts.");
    }

    /// <summary>Moves a contact up or down in the order of calling.</summary>
    [HttpPost("{contactId:guid}/move")]
    [Authorize(Policy = Policies.KeepPupils)]
    public async Task<IActionResult> Move(Guid pupilId, Guid contactId, MoveContactForm form)
    {
        var (_, row) = await FindAsync(pupilId, contactId);
        if (row is null || !this.Check(moves, form))
        {
            return NotFound();
        }

        return Done(pupilId, await ActAsync(pupilId, (pupil, by) => Shift(pupil, contactId, form.Move == "up" ? -1 : 1, by)), $"{row.Details.Name} is moved {form.Move}.");
    }

    private static void Shift(Pupil pupil, Guid contactId, int by, Acting acting)
    {
        var order = pupil.Contacts.OrderBy(contact => contact.Order).Select(contact => contact.Id).ToList();
        var from = order.IndexOf(contactId);
        var to = Math.Clamp(from + by, 0, order.Count - 1);
        order.RemoveAt(from);
        order.Insert(to, contactId);
        pupil.OrderContacts(order, acting);
    }

    private Task<ActOutcome> ActAsync(Guid pupilId, Action<Pupil, Acting> act) => Saver.ActAsync(Person, pupilId, null, _ => false, ContactsPage.With, act);

    private IActionResult Done(Guid pupilId, ActOutcome outcome, string sentence)
    {
        if (!outcome.IsDone)
        {
            return NotFound();
        }

        SaySaved(sentence, null);
        return Redirect($"/pupils/{pupilId}/contacts");
    }

    private Task<ContactsPage> ReadAsync(Guid pupilId) => ContactsPage.Of(Db, pupilId).FirstAsync();

    private async Task<(ContactsPage? Page, ContactRow? Row)> FindAsync(Guid pupilId, Guid contactId)
    {
        var page = await OpenAsync(pupilId) is null ? null : await ReadAsync(pupilId);
        return (page, page?.Contacts.FirstOrDefault(contact => contact.Id == contactId));
    }
}
