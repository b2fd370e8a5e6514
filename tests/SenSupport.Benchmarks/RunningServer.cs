using System.Diagnostics;
using System.Net;
using System.Threading.Channels;
using AngleSharp.Html.Parser;

namespace SenSupport.Benchmarks;

/// <summary>The application in a process of its own, on a new database with the demonstration school.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly ChannelReader<string> answers;

    private RunningServer(Process process)
    {
        this.process = process;
        answers = Listen(process);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The processor time that it took so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Leaves it one processor core.</summary>
    public void UseOneCore()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = 1;
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="size">How many pupils and how many on the register, "2000 400"; empty for the demonstration school as it is.</param>
    public static async Task<RunningServer> StartAsync(string size = "")
    {
        var server = new RunningServer(Process.Start(new ProcessStartInfo(Environment.ProcessPath!, $"server {size}") { RedirectStandardOutput = true, RedirectStandardInput = true })!);
        server.Address = new Uri(await server.AnswerAsync("address"));
        return server;
    }

    /// <summary>Asks it for a number: see <see cref="BenchmarkServer.RunAsync"/>.</summary>
    public async Task<string> AskAsync(string what)
    {
        await process.StandardInput.WriteLineAsync(what);
        return await AnswerAsync(what);
    }

    /// <summary>The cookies of somebody of the demonstration school who is signed in.</summary>
    public async Task<CookieContainer> SignInAsync(string email)
    {
        var cookies = new CookieContainer();
        using var client = Client(cookies);
        using var answer = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = email,
            ["Password"] = "Demo-School-2026",
            ["__RequestVerificationToken"] = await TokenAsync(client, "/account/sign-in"),
        }));
        return answer.StatusCode == HttpStatusCode.Redirect ? cookies : throw new InvalidOperationException($"{email} cannot sign in: {(int)answer.StatusCode}");
    }

    /// <summary>A client with these cookies. Redirects are not followed.</summary>
    public HttpClient Client(CookieContainer cookies) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>What a page's forms post so that they are known to be the application's.</summary>
    public static async Task<string> TokenAsync(HttpClient client, string path) =>
        (await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(path))).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<string> AnswerAsync(string what)
    {
        await foreach (var line in answers.ReadAllAsync())
        {
            if (line.StartsWith($"{what} ", StringComparison.Ordinal))
            {
                return line[(what.Length + 1)..];
            }
        }

        throw new InvalidOperationException("The application did not start");
    }

    // The application logs to its console: what nobody reads would stop it once the pipe is full.
    private static ChannelReader<string> Listen(Process server)
    {
        var answers = Channel.CreateUnbounded<string>();
        _ = Task.Run(async () =>
        {
            while (await server.StandardOutput.ReadLineAsync() is { } line)
            {
                if (char.IsAsciiLetterLower(line.FirstOrDefault()))
                {
                    answers.Writer.TryWrite(line);
                }
            }

            answers.Writer.Complete();
        });
        return answers.Reader;
    }
}
