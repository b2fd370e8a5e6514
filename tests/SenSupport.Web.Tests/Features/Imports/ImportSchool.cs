using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Imports;

/// <summary>The application by itself, with schools that a test can fill.</summary>
public sealed class ImportApp : IAsyncLifetime
{
    private int schools;

    public TestApp App { get; } = new();

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)App).DisposeAsync();

    /// <summary>A new school without pupils, seen by one of its people.</summary>
    public async Task<ImportSchool> NewSchoolAsync(string role = "senco")
    {
        var domain = $"imports{Interlocked.Increment(ref schools)}";
        var school = await TestSchool.CreateAsync(App, $"School {domain}", domain);
        return new ImportSchool(App, school, domain, await App.SignInAsync($"{role}@{domain}.example"));
    }
}

/// <summary>A school that imports files, through its pages.</summary>
public sealed class ImportSchool(TestApp app, TestSchool school, string domain, HttpClient client)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public TestSchool School => school;

    public HttpClient Client => client;

    /// <summary>The same school seen by another of its people.</summary>
    public async Task<ImportSchool> AsAsync(string role) => new(app, school, domain, await app.SignInAsync($"{role}@{domain}.example"));

    public Task<HttpResponseMessage> UploadAsync(string text, string name = "pupils.csv") => UploadAsync(Encoding.UTF8.GetBytes(text), name);

    public async Task<HttpResponseMessage> UploadAsync(byte[] bytes, string name = "pupils.csv", string to = "/imports/new")
    {
        var page = await client.GetPageAsync(to);
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"File\"", FileName = $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"" };
        var form = new MultipartFormDataContent { { new StringContent(page.FormFields("form[enctype]")["__RequestVerificationToken"]!), "__RequestVerificationToken" } };
        form.Add(file);
        return await client.PostAsync(to, form);
    }

    /// <summary>Uploads a file that can be used, and gives the import's key.</summary>
    public Task<Guid> PreviewAsync(string text, string name = "pupils.csv") => PreviewAsync(Encoding.UTF8.GetBytes(text), name);

    /// <summary>Uploads a file that can be used, and gives the import's key.</summary>
    public async Task<Guid> PreviewAsync(byte[] bytes, string name, string to = "/imports/new")
    {
        using var answer = await UploadAsync(bytes, name, to);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"The upload answered {(int)answer.StatusCode}: {(answer.StatusCode == HttpStatusCode.Redirect ? "" : (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words())}");
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[2]);
    }

    /// <summary>The same for a table of plans.</summary>
    public Task<Guid> PreviewPlansAsync(string text, string name = "plans.csv") => PreviewAsync(Encoding.UTF8.GetBytes(text), name, "/imports/plans");

    public Task<IHtmlDocument> PageAsync(Guid import, string query = "") => client.GetPageAsync($"/imports/{import}{query}");

    /// <summary>Presses a button of the preview with what the page shows, and with other values.</summary>
    public async Task<HttpResponseMessage> PressAsync(Guid import, string button, params (string Name, string Value)[] values)
    {
        using var shown = await client.GetAsync($"/imports/{import}");
        var address = shown.Headers.Location?.OriginalString ?? $"/imports/{import}";
        var fields = (await client.GetPageAsync(address)).FormFields("form:has(input[name=Seen])").With(values);
        fields.Add("Do", button);
        return await client.PostAsync(address, fields);
    }

    /// <summary>Applies what the preview shows, with other values, and waits for the report.</summary>
    public async Task<IHtmlDocument> ApplyAsync(Guid import, params (string Name, string Value)[] values)
    {
        using var answer = await PressAsync(import, "Apply", values);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await ReportAsync(import);
    }

    /// <summary>Undoes an import, or one pupil of it, and waits for the report.</summary>
    public async Task<IHtmlDocument> UndoAsync(Guid import, Guid? only = null)
    {
        var fields = (await client.GetPageAsync($"/imports/{import}/undo")).FormFields();
        if (only is { } pupil)
        {
            fields.Add("Pupil", $"{pupil}");
        }

        using var answer = await client.PostAsync($"/imports/{import}/undo", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await ReportAsync(import);
    }

    /// <summary>The page of an import once the worker has done with it.</summary>
    public async Task<IHtmlDocument> ReportAsync(Guid import)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await AskAsync(db => db.Imports.Where(row => row.Id == import).Select(row => row.State).SingleAsync()) is not (ImportState.Applying or ImportState.Undoing))
            {
                return await PageAsync(import);
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The import does not end");
    }

    public Task<T> AskAsync<T>(Func<SenSupportDbContext, Task<T>> ask) => app.InSchoolAsync(school.Id, ask);

    public Task<Pupil> PupilAsync(string upn) => AskAsync(db => All(db).SingleAsync(pupil => pupil.Upn == upn));

    public Task<int> CountAsync() => AskAsync(db => db.Pupils.CountAsync());

    /// <summary>Everything about every pupil but its version, to compare two moments by.</summary>
    public async Task<string> EverythingAsync() => JsonSerializer.Serialize(
        (await AskAsync(db => All(db).OrderBy(pupil => pupil.Id).ToListAsync())).Select(pupil => new
        {
            pupil.Id,
            Details = pupil.Details(),
            pupil.NcYearOrder,
            pupil.SearchText,
            pupil.SortName,
            pupil.Status,
            pupil.LeftOn,
            pupil.Destination,
            pupil.Background,
            pupil.ResponsibleTeacherId,
            Former = pupil.FormerUpns.OrderBy(row => row.Id),
            Flags = pupil.FlagPeriods.OrderBy(row => row.Id),
            Statuses = pupil.StatusPeriods.OrderBy(row => row.Id),
            Needs = pupil.Needs.OrderBy(row => row.Id),
            Contacts = pupil.Contacts.OrderBy(row => row.Id),
        }), Json);

    private static IQueryable<Pupil> All(SenSupportDbContext db) => db.Pupils.AsNoTracking().AsSplitQuery().Include(pupil => pupil.FormerUpns).Include(pupil => pupil.FlagPeriods)
        .Include(pupil => pupil.StatusPeriods).Include(pupil => pupil.Needs).Include(pupil => pupil.Contacts);
}
