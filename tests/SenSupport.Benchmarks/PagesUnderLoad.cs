using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using AngleSharp.Html.Parser;

namespace SenSupport.Benchmarks;

/// <summary>
/// Starts the application on a full demonstration school in a process of its own, drives its main pages with concurrent signed-in clients, and prints requests
/// a second and how long they took, each page beside the same page without its queries.
/// </summary>
public static class PagesUnderLoad
{
    private const int Clients = 8;

    /// <summary>Runs each page for a while.</summary>
    /// <param name="each">How long.</param>
    /// <param name="only">Part of the name of the pages to run; empty for all.</param>
    /// <returns>0 when every page kept at least a third of its static rate.</returns>
    public static async Task<int> RunAsync(TimeSpan each, string only)
    {
        await using var server = await RunningServer.StartAsync();
        var address = server.Address;
        Console.WriteLine($"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {Clients} connections, {each.TotalSeconds:0} s each");
        var senco = (await server.SignInAsync("senco@demo.example")).GetCookieHeader(address);
        var teacher = (await server.SignInAsync("teacher@demo.example")).GetCookieHeader(address);
        using var reader = Client(address, senco);
        var register = await reader.GetStringAsync("/pupils");
        var pupil = (await new HtmlParser().ParseDocumentAsync(register)).QuerySelector("tbody a[href^='/pupils/']")!.GetAttribute("href")!;
        Console.WriteLine("| Page | HTML | SQL commands | requests/s | p50 ms | p99 ms | CPU ms | static page/s | p50 ms | p99 ms | CPU ms | of static |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        var slowest = 1.0;
        foreach (var (name, path, cookie) in new[] { ("Register", "/pupils", senco), ("Pupil", pupil, senco), ("My pupils", "/my-pupils", teacher) }.Where(page => page.Item1.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            using var client = Client(address, cookie);
            var size = (await client.GetByteArrayAsync(path)).Length;
            await server.AskAsync("commands");
            await client.GetByteArrayAsync(path);
            var commands = await server.AskAsync("commands");
            var fixedPath = $"/static?of={path}";
            await LoadAsync(server, path, cookie, 3);
            await LoadAsync(server, fixedPath, cookie, 3);

            // Turn by turn, so that whatever else the machine does weighs on both alike.
            var (real, still) = (new Load(), new Load());
            for (var second = 0; second < each.TotalSeconds; second++)
            {
                real += await LoadAsync(server, path, cookie, 1);
                still += await LoadAsync(server, fixedPath, cookie, 1);
            }

            slowest = Math.Min(slowest, real.Rate / still.Rate);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {size / 1024} KB | {commands} | {real.Rate:0} | {real.P50:0.0} | {real.P99:0.0} | {real.Cpu:0.00} | {still.Rate:0} | {still.P50:0.0} | {still.P99:0.0} | {still.Cpu:0.00} | {real.Rate / still.Rate:0.00} |"));
        }

        await PrintPlanAsync(reader, pupil);
        var memory = await server.AskAsync("memory");
        Console.WriteLine($"Memory of the application after the load: {memory} MB");
        return slowest >= 1.0 / 3 ? 0 : 1;
    }

    private static async Task PrintPlanAsync(HttpClient client, string pupil)
    {
        var cycles = (await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync($"{pupil}/cycles"))).QuerySelectorAll("a[href*='/cycles/']");
        foreach (var path in cycles.Select(link => new Uri(client.BaseAddress!, link.GetAttribute("href")).AbsolutePath).Where(path => char.IsAsciiDigit(path[^1])).Distinct().Select(path => $"{path}/plan.pdf"))
        {
            using var first = await client.GetAsync(path);
            if (first.IsSuccessStatusCode)
            {
                var times = new List<double>();
                for (var index = 0; index < 60; index++)
                {
                    var began = Stopwatch.GetTimestamp();
                    await client.GetByteArrayAsync(path);
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }

                times.Sort();
                var size = (await first.Content.ReadAsByteArrayAsync()).Length / 1024;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Plan as PDF, whole request: p50 {times[30]:0.0} ms, p99 {times[59]:0.0} ms, {size} KB"));
                return;
            }
        }

        Console.WriteLine("Plan as PDF: this pupil has no shared plan");
    }

    private static async Task<Load> LoadAsync(RunningServer server, string path, string cookie, int seconds)
    {
        var processor = server.Processor;
        var began = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => RawClient.RunAsync(server.Address, path, cookie, TimeSpan.FromSeconds(seconds)))));
        var elapsed = Stopwatch.GetElapsedTime(began);
        IReadOnlyList<double> times = [.. each.SelectMany(list => list).Order()];
        return new Load { Time = elapsed, Cpu = (server.Processor - processor).TotalMilliseconds / times.Count, Times = times };
    }

    private static HttpClient Client(Uri address, string cookie)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    /// <summary>What came of a load. Processor time of the application is told beside the rate: it says nearly the same however busy the machine is otherwise.</summary>
    private sealed record Load
    {
        public TimeSpan Time { get; init; }

        /// <summary>The application's processor time for one request in milliseconds, of the turn that was disturbed least.</summary>
        public double Cpu { get; init; } = double.MaxValue;

        /// <summary>Milliseconds of each answer, the quickest first.</summary>
        public IReadOnlyList<double> Times { get; init; } = [];

        public double Rate => Times.Count / Time.TotalSeconds;

        public double P50 => Times[Times.Count / 2];

        public double P99 => Times[(int)(Times.Count * 0.99)];

        public static Load operator +(Load one, Load other) =>
            new() { Time = one.Time + other.Time, Cpu = Math.Min(one.Cpu, other.Cpu), Times = [.. one.Times.Concat(other.Times).Order()] };
    }
}
