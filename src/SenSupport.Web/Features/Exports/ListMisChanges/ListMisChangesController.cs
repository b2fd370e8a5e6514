using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Writing;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Exports;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.ListMisChanges;

/// <summary>What changed here and is to be keyed into the management information system too, to be ticked off.</summary>
[Authorize(Policy = Policies.Export)]
public sealed class ListMisChangesController(SenSupportDbContext db, TimeProvider clock) : Controller
{
    private static readonly ExportColumn<(MisChangeRow Row, MisLine Line)>[] Columns =
    [
        new("Changed on", one => DateOnly.FromDateTime(SchoolClock.Local(one.Row.At))),
        new("UPN", one => one.Row.Upn),
        new("Surname", one => one.Row.Surname),
        new("Forename", one => one.Row.Forename),
        new("Class", one => one.Row.Class),
        new("What", one => MisFields.KindOf(one.Row.Kind).Name()),
        new("Field", one => one.Line.Field),
        new("Before", one => one.Line.Old),
        new("Now", one => one.Line.New),
        new("Changed by", one => one.Row.StaffName),
        new("Keyed in by", one => one.Row.TickedBy),
        new("Keyed in on", one => one.Row.TickedAt is { } at ? DateOnly.FromDateTime(SchoolClock.Local(at)) : null),
    ];

    /// <summary>The list.</summary>
    [HttpGet("/exports/mis-changes")]
    public async Task<IActionResult> Show([FromQuery] MisAddress asked)
    {
        var filter = MisFilter.Read(asked, SchoolClock.Today(clock));
        var unread = asked.Since.Length > 0 && !DateText.TryRead(asked.Since, out _) ? asked.Since : null;
        if (unread is not null)
        {
            ModelState.AddModelError("Since", "Enter a date, for example 1 September 2026");
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        var counts = await MisChangeReads.Counts(db, filter.SinceUtc, filter.Kind).FirstOrDefaultAsync() ?? new MisCount(0, 0);
        var page = new ListMisChangesPage(filter, [], counts, await ClassNamesAsync(), unread);
        filter = filter with { Page = Math.Min(filter.Page, page.Pages) };
        var rows = page.Total == 0 ? [] : await MisChangeReads.Rows(db, filter).Skip((filter.Page - 1) * ListMisChangesPage.PageSize).Take(ListMisChangesPage.PageSize).ToListAsync();
        return View("ListMisChanges", page with { Filter = filter, Rows = rows });
    }

    /// <summary>The list as CSV, a line for each value.</summary>
    [HttpGet("/exports/mis-changes.csv")]
    public async Task<IActionResult> Csv([FromQuery] MisAddress asked)
    {
        var (staff, today) = (SignedInStaff.From(User), SchoolClock.Today(clock));
        var filter = MisFilter.Read(asked, today);
        var classes = await ClassNamesAsync();
        var fileName = Download.Name("changes-for-the-mis", today, "csv");
        var part = $"since {UkDate.Long(filter.Since)}, {filter.Show switch { MisShow.Open => "to key in", MisShow.Done => "keyed in", _ => "all" }}{(filter.Kind is { } kind ? $", {kind.Name()}" : "")}";
        db.AddExport(staff, clock, "Changes to key into the MIS", fileName, part, await MisChangeReads.Rows(db, filter).CountAsync());
        await db.SaveChangesAsync();
        return new CsvDownload<(MisChangeRow, MisLine)>(
            fileName, Columns, MisChangeReads.Rows(db, filter).AsAsyncEnumerable().SelectMany(row => MisFields.Lines(row, classes).Select(line => (row, line))));
    }

    /// <summary>Ticks changes off.</summary>
    /// <param name="changes">The events that were chosen.</param>
    /// <param name="back">The list's address.</param>
    [HttpPost("/exports/mis-changes/tick")]
    public async Task<IActionResult> Tick(List<Guid> changes, MisAddress back)
    {
        var staff = SignedInStaff.From(User);
        var open = await MisChangeReads.Open(db, changes).ToListAsync();
        var by = staff.Acting(clock);
        db.AddRange(open.Select(change => new MisTick { EventId = change.EventId, SchoolId = staff.SchoolId, StaffName = staff.Name, At = by.At }));
        db.AddRange(open.Select(change => RecordEvent.OfKeyingIn(staff.SchoolId, change.EventId, change.PupilId, true, by, MisFields.KindOf(change.Kind).Name())));
        try
        {
            await db.SaveChangesAsync();
            TempData.SetNotice(open.Count switch
            {
                0 when changes.Count == 0 => "Choose the changes that you have keyed in, then tick them off.",
                0 => "These were ticked off already.",
                1 => "1 change ticked off.",
                _ => $"{open.Count} changes ticked off.",
            });
        }
        catch (DbUpdateException)
        {
            TempData.SetNotice("A colleague ticked some of these off at the same moment. Look again at what is left.");
        }

        return LocalRedirect(MisFilter.Read(back, SchoolClock.Today(clock)).Address());
    }

    /// <summary>Takes a tick back.</summary>
    [HttpPost("/exports/mis-changes/untick")]
    public async Task<IActionResult> Untick(Guid change, MisAddress back)
    {
        var staff = SignedInStaff.From(User);
        if (await db.MisTicks.AsTracking().FirstOrDefaultAsync(tick => tick.EventId == change) is { } ticked && await MisChangeReads.Ticked(db, change).FirstOrDefaultAsync() is { } known)
        {
            db.Remove(ticked);
            db.Add(RecordEvent.OfKeyingIn(staff.SchoolId, change, known.PupilId, false, staff.Acting(clock), MisFields.KindOf(known.Kind).Name()));
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                // A colleague took it back at the same moment: it is back, and theirs is the event.
            }
        }

        TempData.SetNotice("The change is back on the list of what is to be keyed in.");
        return LocalRedirect(MisFilter.Read(back, SchoolClock.Today(clock)).Address());
    }

    private async Task<IReadOnlyDictionary<string, string>> ClassNamesAsync() => await MisChangeReads.ClassNames(db).ToDictionaryAsync(row => $"{row.Key}", row => row.Value);
}
