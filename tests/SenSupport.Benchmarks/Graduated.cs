using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;

namespace SenSupport.Benchmarks;

/// <summary>
/// How long the pages of the graduated approach take in a large school (<see cref="LargeSchool"/>): asked one after the other on one connection by the SENCo, the application
/// on one core.
/// </summary>
public static class Graduated
{
    private const int Warm = 200, Measured = 60, Changes = 20;

    /// <summary>Runs it for a school of some size.</summary>
    /// <param name="pupils">How many pupils.</param>
    /// <param name="onRegister">How many of them are on the register.</param>
    public static async Task RunAsync(int pupils, int onRegister)
    {
        var began = Stopwatch.GetTimestamp();
        await using var server = await RunningServer.StartAsync(string.Create(CultureInfo.InvariantCulture, $"{pupils} {onRegister}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pupils} pupils, {onRegister} on the register, made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        server.UseOneCore();
        using var client = server.Client(await server.SignInAsync("senco@demo.example"));
        var register = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync("/pupils?search=Benchfield"));
        var pupil = register.QuerySelector("tbody a[href^='/pupils/']")!.GetAttribute("href")!;
        Console.WriteLine("| Page | HTML KB | SQL commands | median ms | slowest ms | processor ms | first ms | commands after a change | median ms after a change |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, path) in new[] { ("Home", "/"), ("Register", "/pupils"), ("Register by outstanding", "/pupils?sort=outstanding"), ("Pupil", pupil), ("Impact over time", $"{pupil}/impact"), ("Duties", "/duties"), ("Reviews", "/reviews") })
        {
            var first = Stopwatch.GetTimestamp();
            var size = (await client.GetByteArrayAsync(path)).Length / 1024;
            var once = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
            for (var index = 0; index < Warm; index++)
            {
                await client.GetByteArrayAsync(path);
            }

            await server.AskAsync("commands");
            await client.GetByteArrayAsync(path);
            var commands = await server.AskAsync("commands");
            List<double> times = [], changed = [];
            var processor = server.Processor;
            for (var index = 0; index < Measured; index++)
            {
                times.Add(await AskAsync());
            }

            var each = (server.Processor - processor).TotalMilliseconds / Measured;
            var more = "";
            for (var index = 0; index < Changes; index++)
            {
                await server.AskAsync("change");
                await server.AskAsync("commands");
                changed.Add(await AskAsync());
                more = await server.AskAsync("commands");
            }

            times.Sort();
            changed.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {size} | {commands} | {times[Measured / 2]:0.0} | {times[^1]:0.0} | {each:0.0} | {once:0} | {more} | {changed[Changes / 2]:0.0} |"));

            async Task<double> AskAsync()
            {
                var asked = Stopwatch.GetTimestamp();
                await client.GetByteArrayAsync(path);
                return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
            }
        }

        Console.WriteLine($"Memory of the application: {await server.AskAsync("memory")} MB");
    }
}
