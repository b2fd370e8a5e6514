using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Features.Shared.Exports;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.ImportStaff;

/// <summary>Takes a file of staff and shows what it would do; nothing is changed by it.</summary>
[Authorize(Policy = Policies.ManageStaff)]
[Route("staff/import")]
public sealed class ImportStaffController(ImportStaffHandler handler, IValidator<ImportStaffForm> validator) : Controller
{
    private static readonly ExportColumn<SamplePerson>[] Sample =
    [
        new("Title", person => person.Title), new("Forename", person => person.Forename), new("Surname", person => person.Surname), new("Work e-mail", person => person.Email), new("Job title", person => person.Job),
        new("Role", person => person.Role), new("Class", person => person.Class), new("Start date", person => person.Start),
    ];

    private static readonly SamplePerson[] People =
    [
        new("Mrs", "Asha", "Patel", "asha.patel@school.example", "Year 4 teacher", "Class teacher", "4W", new(2024, 9, 2)),
        new("Mr", "Gareth", "O’Neill", "gareth.oneill@school.example", "Teaching assistant, KS2", "Teaching assistant", "", new(2025, 1, 6)),
        new("Dr", "Zoë", "Lindqvist", "zoe.lindqvist@school.example", "Deputy head and SENCo", "Deputy headteacher / SENCo", "", new(2019, 9, 3)),
        new("Ms", "Noor", "Haddad", "noor.haddad@school.example", "School office", "Office manager", "", null),
    ];

    /// <summary>The page that asks for a file.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show() => View("ImportStaff", await handler.EarlierAsync());

    /// <summary>A file to fill in.</summary>
    [HttpGet("sample.csv")]
    public IActionResult GetSample() => new CsvDownload<SamplePerson>("staff-sample.csv", Sample, People.ToAsyncEnumerable());

    /// <summary>Reads the file. One that cannot be used is refused with its reasons.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Take(ImportStaffForm form, CancellationToken cancel)
    {
        if (this.Check(validator, form))
        {
            var (import, problems) = await handler.TakeAsync(form.File!, SignedInStaff.From(User), cancel);
            if (import is { } id)
            {
                return LocalRedirect($"/staff/import/{id}");
            }

            foreach (var problem in problems)
            {
                ModelState.AddModelError(nameof(form.File), problem.ToString());
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("ImportStaff", await handler.EarlierAsync());
    }

    private sealed record SamplePerson(string Title, string Forename, string Surname, string Email, string Job, string Role, string Class, DateOnly? Start);
}
