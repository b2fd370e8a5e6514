using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using SenSupport.Pdf;
using SenSupport.Web.Documents;

namespace SenSupport.Benchmarks;

/// <summary>Documents of this library beside what others need for the same plan, in one run; and how much memory a very long table takes.</summary>
internal static class PdfSideBySide
{
    private const int Warm = 40, Rounds = 200;

    /// <summary>Prints a table of times, allocations and throughput.</summary>
    public static async Task RunAsync()
    {
        var benchmark = new PlanPdfBenchmark();
        benchmark.Setup();
        var html = Html(benchmark.Plan);
        Console.WriteLine("| Document | Made by | Pages | KB | ms (median) | ms (p99) | allocated MB | documents/s on two cores |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        Ours("SEN Support Plan", benchmark.Compose);
        Ours("One-page profile", Profile);
        Ours("Plan for keeping (PDF/A-2a)", () => Archived(benchmark.Plan));
        await ChromiumAsync(html);
        Command("WeasyPrint, a process each", "weasyprint", html, "html");
        Command("Typst, a process each", "typst", Typst(benchmark.Plan), "typ", "compile");
    }

    /// <summary>Writes one table of many rows and prints the most memory that it took.</summary>
    public static void Rows(int count)
    {
        using var self = Process.GetCurrentProcess();
        using var output = new Counting();
        var most = 0L;
        var watch = Stopwatch.StartNew();
        Document.Create(d => d.Info(new DocumentInfo { Title = "Register", Created = new DateTime(2027, 3, 3, 9, 30, 0, DateTimeKind.Utc) }).Page(p => p
            .Content(c => c.Heading(1, "Register").Table(t => t
                .Columns(x => x.Fixed(60).Relative(2).Relative(1).Relative(3)).Header("No", "Name", "Class", "Note")
                .Rows(Enumerable.Range(1, count), (row, i) =>
                {
                    if (i % 500 == 0)
                    {
                        most = Math.Max(most, GC.GetTotalMemory(false));
                    }

                    row.Header($"{i}").Cell($"Zofia Wiśniewska {i}").Cell("4 Oak").Cell("Works with a partner for ten minutes when the task is shown first.");
                })))
            .Footer(f => f.PageNumber()))).Generate(output);
        watch.Stop();
        self.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} rows: {watch.Elapsed.TotalSeconds:0.0} s, file {output.Written / 1048576.0:0.0} MB, most on the heap {most / 1048576.0:0} MB, most of the process {self.PeakWorkingSet64 / 1048576.0:0} MB"));
    }

    private static void Ours(string name, Func<byte[]> make)
    {
        var file = make();
        for (var i = 0; i < Warm; i++)
        {
            make();
        }

        var times = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            make();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Rounds;
        var all = Stopwatch.StartNew();
        Parallel.For(0, Rounds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => make());
        Row(name, "SenSupport.Pdf", file, times, allocated, Rounds / all.Elapsed.TotalSeconds);
    }

    private static byte[] Profile() => Document.Create(d => d
        .Info(new DocumentInfo { Title = "One-page profile: Zofia Wiśniewska", Created = new DateTime(2027, 3, 3, 9, 30, 0, DateTimeKind.Utc) })
        .Page(p => p.Content(c =>
        {
            c.Heading(1, "Zofia Wiśniewska").Paragraph("Year 4, Oak class");
            foreach (var part in (string[])["What people admire about me", "What is important to me", "What helps me", "What I find hard"])
            {
                c.Box(new BoxLook { PaddingX = 9, PaddingY = 6, Border = "#d5d9d3", Radius = 4 }, b => b.Heading(2, part).List(
                    ["Works with a partner for ten minutes when the task is shown first.", "Likes to draw what she means.", "Tells a grown-up when it is too loud."]));
            }
        }).Footer(f => f.PageNumber()))).Generate();

    private static byte[] Archived(SupportPlan plan) => Document.Create(d => d
        .Info(new DocumentInfo { Title = "Plan", Created = plan.At, IsForKeeping = true })
        .Page(p => p.Content(c => Lines(plan).ForEach(line => _ = line.IsHeading ? c.Heading(2, line.Text) : c.Paragraph(line.Text))).Footer(f => f.PageNumber()))).Generate();

    private static async Task ChromiumAsync(string html)
    {
        if (Find(Environment.GetEnvironmentVariable("SENSUPPORT_TEST_BROWSER"), "chromium", "chromium-browser", "google-chrome") is not { } program)
        {
            Console.WriteLine("Chromium is not installed: no line for it.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("browser");
        using var browser = Process.Start(new ProcessStartInfo(program, ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", $"--user-data-dir={folder.FullName}", "about:blank"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            string? address = null;
            while (address is null && await browser.StandardError.ReadLineAsync() is { } line)
            {
                address = line.StartsWith("DevTools listening on ", StringComparison.Ordinal) ? line["DevTools listening on ".Length..] : null;
            }

            _ = browser.StandardError.ReadToEndAsync();
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri(address!), CancellationToken.None);
            var target = (string)(await CallAsync(socket, null, "Target.createTarget", new JsonObject { ["url"] = "about:blank" }))["targetId"]!;
            var session = (string)(await CallAsync(socket, null, "Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!;
            var frame = (string)(await CallAsync(socket, session, "Page.getFrameTree", []))["frameTree"]!["frame"]!["id"]!;
            async Task<byte[]> Print()
            {
                await CallAsync(socket, session, "Page.setDocumentContent", new JsonObject { ["frameId"] = frame, ["html"] = html });
                return Convert.FromBase64String((string)(await CallAsync(socket, session, "Page.printToPDF", new JsonObject { ["generateTaggedPDF"] = true, ["paperWidth"] = 8.27, ["paperHeight"] = 11.69 }))["data"]!);
            }

            var file = await Print();
            List<double> times = [];
            for (var i = 0; i < 5 + 20; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await Print();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            Row("The same plan as HTML", "Chromium, kept running", file, [.. times.Skip(5)], null, null);
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<JsonObject> CallAsync(ClientWebSocket socket, string? session, string method, JsonObject parameters)
    {
        var id = Random.Shared.Next();
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            call["sessionId"] = session;
        }

        await socket.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        var buffer = new byte[65536];
        while (true)
        {
            using var message = new MemoryStream();
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            var answer = JsonNode.Parse(message.ToArray())!.AsObject();
            if ((int?)answer["id"] == id)
            {
                return answer["result"]?.AsObject() ?? throw new InvalidOperationException(answer["error"]?.ToJsonString());
            }
        }
    }

    private static void Command(string name, string program, string source, string extension, params string[] first)
    {
        if (Find(program) is not { } found)
        {
            Console.WriteLine($"{program} is not installed: no line for it.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("print");
        var (input, output) = (Path.Combine(folder.FullName, $"plan.{extension}"), Path.Combine(folder.FullName, "plan.pdf"));
        File.WriteAllText(input, source);
        List<double> times = [];
        for (var i = 0; i < 5; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(found, [.. first, input, output]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Row("The same plan", name, File.ReadAllBytes(output), [.. times], null, null);
        folder.Delete(recursive: true);
    }

    private static void Row(string name, string by, byte[] file, double[] times, double? allocated, double? throughput)
    {
        Array.Sort(times);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {by} | {PagesOf(file)} | {file.Length / 1024.0:0} | {times[times.Length / 2]:0.0} | {times[(int)(times.Length * 0.99)]:0.0} | {allocated / 1048576:0.0} | {throughput:0} |"));
    }

    // By a program that reads any file; none where it is not installed.
    private static int? PagesOf(byte[] file)
    {
        if (Find("pdfinfo") is not { } program)
        {
            return null;
        }

        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, file);
        using var process = Process.Start(new ProcessStartInfo(program, [path]) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd().Split('\n').FirstOrDefault(l => l.StartsWith("Pages:", StringComparison.Ordinal));
        process.WaitForExit();
        File.Delete(path);
        return line is null ? null : int.Parse(line["Pages:".Length..], CultureInfo.InvariantCulture);
    }

    private static string? Find(params string?[] names) => (
        from name in names
        where !string.IsNullOrEmpty(name)
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Prepend("")
        let file = Path.Combine(folder, name)
        where File.Exists(file)
        select file).FirstOrDefault();

    /// <summary>The plan's words in the order of the page, for programs that set them from HTML or markup.</summary>
    private static List<(bool IsHeading, string Text)> Lines(SupportPlan plan) =>
    [
        (true, $"SEN Support Plan: {plan.FirstName} {plan.Surname}"),
        (false, plan.School),
        .. plan.Needs.Select(n => (false, n.Name)),
        (true, "Assess: what we know"),
        (false, plan.Strengths),
        (false, plan.Difficulties),
        .. plan.Strands.Select(s => (false, $"{s.Text} {s.By}")),
        (true, "Plan: outcomes and targets"),
        .. plan.Outcomes.SelectMany(o => o.Targets.SelectMany(t => new[] { (true, $"Target {t.Number}: {t.Statement}"), (false, t.Baseline), (false, t.Measure), (false, t.SuccessCriterion) })),
        (true, "Strategies and adjustments"),
        .. plan.Strategies.Select(s => (false, s.Text)),
        (true, "Provision"),
        .. plan.Provision.Select(p => (false, $"{p.What}, {p.DeliveredBy}, {p.Where}")),
        (true, "Do: how the support went"),
        .. plan.Notes.Select(n => (false, $"{n.On:d MMMM yyyy} {n.Text} {n.By}")),
    ];

    private static string Html(SupportPlan plan) => "<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>SEN Support Plan</title>"
        + "<style>body{font:10.5pt/1.36 sans-serif}h2{font-size:14pt}</style><body>"
        + string.Concat(Lines(plan).Select(l => l.IsHeading ? $"<h2>{System.Net.WebUtility.HtmlEncode(l.Text)}</h2>" : $"<p>{System.Net.WebUtility.HtmlEncode(l.Text)}</p>")) + "</body></html>";

    private static string Typst(SupportPlan plan) => "#set page(paper: \"a4\")\n#set text(10.5pt)\n\n"
        + string.Concat(Lines(plan).Select(l => (l.IsHeading ? "== " : "") + l.Text.Replace("#", "\\#", StringComparison.Ordinal) + "\n\n"));

    /// <summary>Counts what is written and keeps nothing.</summary>
    private sealed class Counting : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Written += count;
    }
}
