using SenSupport.EndToEnd.Tests.Infrastructure;

namespace SenSupport.EndToEnd.Tests;

/// <summary>The office's own pages: without what only those see who read the records.</summary>
[Collection(nameof(SharedBrowser))]
public sealed class OfficeJourneyTests(SharedBrowser shared)
{
    [Theory]
    [InlineData("/pupils", "Pupils")]
    [InlineData("/staff", "Staff")]
    [InlineData("/school/groups", "Teaching groups")]
    [InlineData("/imports", "Imports")]
    [InlineData("/exports", "Exports")]
    [InlineData("/exports/mis-changes", "Changes to key into the MIS")]
    public async Task Page_ForTheOffice_WorksWithoutAScriptError(string address, string heading)
    {
        await using var office = await shared.OpenAsAsync("office");

        await office.GoAsync(address);

        await office.SeesHeadingAsync(heading);
        await office.CheckPageAsync();
    }
}
