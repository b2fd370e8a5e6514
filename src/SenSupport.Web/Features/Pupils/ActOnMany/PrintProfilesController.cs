using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Pupils.FindPupils;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Pupils.ActOnMany;

/// <summary>The profiles of several pupils, a page each, to print.</summary>
[Authorize(Policy = Policies.KeepSenRecords)]
public sealed class PrintProfilesController(SenSupportDbContext db, BulkHandler handler) : Controller
{
    /// <summary>The pages.</summary>
    [HttpGet("/pupils/bulk/profiles")]
    public async Task<IActionResult> Show([FromQuery] BulkChoice choice, [FromQuery] RegisterAddress asked)
    {
        var staff = SignedInStaff.From(User);
        if (await handler.ChosenAsync(staff, choice, asked) is not { } pupils)
        {
            return NotFound();
        }

        if (pupils.Count == 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("NobodyChosen", BulkAddress.Of(asked));
        }

        var profiles = await Profiles(db, staff, [.. pupils.Take(BulkPage.MostPupils).Select(pupil => pupil.Id)]).ToListAsync();
        return View("PrintProfiles", new PrintProfilesPage(profiles, handler.Today, pupils.Count > BulkPage.MostPupils, BulkAddress.Of(asked)));
    }

    /// <summary>What stands on each page: the latest profile, the must-do strategies of the plan, and whom to ask.</summary>
    public static IQueryable<PrintedProfile> Profiles(SenSupportDbContext db, SignedInStaff staff, Guid[] ids) =>
        from pupil in BulkReads.Records(db, staff, ids)
        orderby pupil.SortName, pupil.Id
        select new PrintedProfile(
            pupil.Id,
            pupil.KnownAs == "" ? pupil.Forename : pupil.KnownAs,
            pupil.Surname,
            db.Classes.Where(row => row.Id == pupil.ClassId).Select(row => row.Name).FirstOrDefault(),
            pupil.NcYear,
            pupil.PhotoId,
            pupil.Profiles.OrderByDescending(profile => profile.GivenOn).FirstOrDefault(),
            db.Cycles.Where(cycle => cycle.OpenKey == pupil.Id)
                .SelectMany(cycle => cycle.Strategies.Where(strategy => strategy.MustDo))
                .OrderBy(strategy => strategy.Position)
                .Select(strategy => new PrintedStrategy(strategy.Text, strategy.For))
                .ToList(),
            db.Staff.Where(person => person.Id == pupil.ResponsibleTeacherId).Select(person => person.Name).FirstOrDefault(),
            db.Cycles.Where(cycle => cycle.OpenKey == pupil.Id).Select(cycle => cycle.ReviewOn).FirstOrDefault());
}

/// <summary>Profiles to print.</summary>
/// <param name="Profiles">The pupils.</param>
/// <param name="Today">The date in the school.</param>
/// <param name="HasMore">Whether more were chosen than are printed at once.</param>
/// <param name="Back">The list to go back to.</param>
public sealed record PrintProfilesPage(IReadOnlyList<PrintedProfile> Profiles, DateOnly Today, bool HasMore, string Back)
{
    /// <summary>Those of whom there is something to print.</summary>
    public IReadOnlyList<PrintedProfile> Printed => [.. Profiles.Where(profile => !profile.IsEmpty)];

    /// <summary>Those of whom nothing is known yet.</summary>
    public IReadOnlyList<PrintedProfile> Empty => [.. Profiles.Where(profile => profile.IsEmpty)];
}

/// <summary>What stands on a pupil's page.</summary>
public sealed record PrintedProfile(
    Guid Id, string FirstName, string Surname, string? Class, string YearCode, Guid? PhotoId, PupilProfile? Profile, IReadOnlyList<PrintedStrategy> MustDos, string? Teacher, DateOnly? ReviewOn)
{
    /// <summary>The most must-dos on a page: the few that nobody may leave out.</summary>
    public const int MostMustDos = 6;

    /// <summary>As it is said.</summary>
    public string FullName => $"{FirstName} {Surname}";

    /// <summary>Whether there is nothing to print.</summary>
    public bool IsEmpty => Profile is null && MustDos.Count == 0;

    /// <summary>The parts of the profile that say something, each under its heading.</summary>
    public IEnumerable<(string Title, string Words)> Parts => Profile is not { } profile ? [] : new[]
    {
        ("What people admire about me", profile.Admired), ("What is important to me", profile.ImportantToMe), ("How best to support me", profile.HowBestToSupport),
        ("What I find hard", profile.FindsHard), ("What I hope for", profile.Hopes),
    }.Where(part => part.Item2.Length > 0);
}

/// <summary>A must-do strategy.</summary>
public sealed record PrintedStrategy(string Text, string For);
