using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.EndToEnd.Tests.Infrastructure;

namespace SenSupport.EndToEnd.Tests;

/// <summary>The log of whole journeys holds no name.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class LogPrivacyTests(SharedBrowser shared)
{
    [Fact]
    public async Task Log_AfterAJourneyThroughEveryKindOfPage_HoldsNoName()
    {
        var record = await DemoRecord.AtStageAsync(shared.App, CycleStage.Do);
        await using (var visit = await shared.OpenAsync())
        {
            visit.Expects(404);
            visit.Expects(400);
            await visit.SignInAsync("senco");
            var name = Uri.EscapeDataString(record.Name);
            foreach (var path in new[]
            {
                "/", $"/pupils?search={name}", "/pupils?search=a&sort=Class", record.Path, $"{record.Path}/timeline", $"{record.Path}/cycles", record.CyclePath, $"{record.CyclePath}/assess",
                $"{record.CyclePath}/plan", $"{record.CyclePath}/do", $"{record.CyclePath}/review", $"/pupils/{name}", "/reports", "/help",
            })
            {
                await visit.GoAsync(path);
            }

            await visit.GoAsync($"{record.CyclePath}/review");
            await visit.Page.GetByLabel("Present", new() { Exact = true }).FillAsync(record.Name);
            await visit.Page.Locator("#HeldOn").FillAsync("99");
            await visit.PressAsync("Save and come back");
            await visit.SeesAsync("Everything you typed is kept");
        }

        var names = await shared.App.InSchoolAsync(async db => (await db.Pupils.AsNoTracking().Select(pupil => new { pupil.Forename, pupil.KnownAs, pupil.Surname, pupil.Upn, Contacts = pupil.Contacts.Select(contact => contact.Name).ToList() }).ToListAsync())
            .SelectMany(pupil => new[] { pupil.Forename, pupil.KnownAs, pupil.Surname, pupil.Upn }.Concat(pupil.Contacts))
            .Concat(await db.Staff.AsNoTracking().Select(staff => staff.Name).ToListAsync())
            .Concat(await db.Users.AsNoTracking().Select(account => account.Email!).ToListAsync())
            .Where(name => name.Length > 1)
            .Distinct()
            .ToList());
        var log = shared.App.ReadLog();

        Assert.True(names.Count > 400, $"Only {names.Count} names to look for");
        Assert.Contains($"{record.PupilId}", log);
        var found = names.Where(name => Regex.IsMatch(log, $@"(?<!\w){Regex.Escape(name)}(?!\w)") || log.Contains(Uri.EscapeDataString(name) is var coded && coded.Length > 5 ? coded : "\0", StringComparison.Ordinal)).ToList();
        Assert.True(found.Count == 0, $"The log holds {string.Join(", ", found.Take(10))}");
    }
}
