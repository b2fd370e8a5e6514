using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SenSupport.Benchmarks;

/// <summary>
/// Brings files of thousands of pupils in through the pages, as the SENCo of the demonstration school: preview, apply, a second file that changes a fifth of them,
/// and undoing both. Prints how long each took, and the most memory that the application has used until then.
/// </summary>
public static class Imports
{
    private const int LargestFile = 100 * 1024 * 1024;

    /// <summary>Runs each kind of file on a new database.</summary>
    /// <param name="pupils">How many pupils.</param>
    /// <param name="only">Part of the kind's name; empty for all.</param>
    public static async Task RunAsync(int pupils, string only)
    {
        var (rows, changed) = (PupilFiles.Rows(pupils, 0), PupilFiles.Rows(pupils, pupils / 5));
        var kinds = new (string Name, Func<IReadOnlyList<string[]>, byte[]> Write)[] { ("pupils.csv", PupilFiles.Csv), ("pupils.xlsx", PupilFiles.Workbook), ("pupils.xml", PupilFiles.Ctf) };
        Console.WriteLine("| File | Step | s | processor s | most memory so far MB |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, write) in kinds.Where(kind => kind.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            await using var server = await RunningServer.StartAsync();
            using var client = server.Client(await server.SignInAsync("senco@demo.example"));
            var first = await PreviewAsync(server, client, name, "preview", write(rows));
            await RunAsync(server, client, name, $"apply {pupils}", first, "", "Apply");
            var second = await PreviewAsync(server, client, name, "preview of changes", write(changed));
            await RunAsync(server, client, name, $"apply {pupils / 5} changes", second, "", "Apply");
            await RunAsync(server, client, name, "undo the changes", second, "/undo", null);
            await RunAsync(server, client, name, "undo the first, but for what changed since", first, "/undo", null);
        }

        await using var refusing = await RunningServer.StartAsync();
        using var sender = refusing.Client(await refusing.SignInAsync("senco@demo.example"));
        foreach (var isChunked in new[] { false, true })
        {
            using var form = await FormAsync(sender, "large.csv", new byte[LargestFile + (1024 * 1024)]);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/imports/new") { Content = form };
            request.Headers.TransferEncodingChunked = isChunked;
            request.Headers.ExpectContinue = true;
            await TimedAsync(refusing, "large.csv", isChunked ? "refused, of unknown length" : "refused by its length", async () =>
            {
                using var answer = await sender.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                return (int)answer.StatusCode == 413 ? 0 : throw new InvalidOperationException($"A file that is too large answered {(int)answer.StatusCode}");
            });
        }
    }

    private static async Task<string> PreviewAsync(RunningServer server, HttpClient client, string name, string step, byte[] file)
    {
        using var form = await FormAsync(client, name, file);
        return await TimedAsync(server, name, $"{step} ({file.Length / 1024} KB)", async () =>
        {
            using var answer = await client.PostAsync("/imports/new", form);
            var path = answer.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"The upload of {name} answered {(int)answer.StatusCode}");
            await client.GetByteArrayAsync(path);
            return path;
        });
    }

    // Presses the button of a page with what the page shows, and waits until the worker has done.
    private static async Task RunAsync(RunningServer server, HttpClient client, string name, string step, string import, string page, string? button)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync($"{import}{page}"));
        var form = (IHtmlFormElement)document.QuerySelector(button is null ? $"main form[action$='{page}']" : "main form:has(input[name=Seen])")!;
        var fields = form.Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Name is { Length: > 0 } && input.Type is not ("submit" or "button" or "file") && (input.IsChecked || input.Type is not ("checkbox" or "radio")))
            .Select(input => new KeyValuePair<string, string>(input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Where(select => select.Name is { Length: > 0 }).Select(select => new KeyValuePair<string, string>(select.Name!, select.Value ?? "")))
            .Concat(button is null ? [] : [new KeyValuePair<string, string>("Do", button)]);
        await TimedAsync(server, name, step, async () =>
        {
            using var answer = await client.PostAsync($"{import}{page}", new FormUrlEncodedContent(fields));
            var state = "";
            do
            {
                await Task.Delay(100);
                state = JsonDocument.Parse(await client.GetStringAsync($"{import}/progress")).RootElement.GetProperty("state").GetString();
            }
            while (state is "Applying" or "Undoing");
            return state == "Applied" || (button is null && state == "Undone") ? 0 : throw new InvalidOperationException($"{name}: {step} came to {state}, answered {(int)answer.StatusCode}");
        });
    }

    private static async Task<MultipartFormDataContent> FormAsync(HttpClient client, string name, byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"File\"", FileName = $"\"{name}\"" };
        return new MultipartFormDataContent { { new StringContent(await RunningServer.TokenAsync(client, "/imports/new")), "__RequestVerificationToken" }, content };
    }

    private static async Task<T> TimedAsync<T>(RunningServer server, string name, string step, Func<Task<T>> act)
    {
        var (began, processor) = (Stopwatch.GetTimestamp(), server.Processor);
        var result = await act();
        var (took, worked) = (Stopwatch.GetElapsedTime(began).TotalSeconds, (server.Processor - processor).TotalSeconds);
        var peak = await server.AskAsync("peak");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {step} | {took:0.0} | {worked:0.0} | {peak} |"));
        return result;
    }
}
