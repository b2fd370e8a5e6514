using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features;
using SenSupport.Web.Security;

namespace SenSupport.Benchmarks;

/// <summary>
/// The application on the demonstration school, with one page more: <c>/static?of=/pupils</c> shows the same view with the same model, kept in memory. It is what
/// a page costs without its queries, so the difference to the real page is what they cost.
/// </summary>
public sealed class BenchmarkServer : WebApplicationFactory<FeatureFolders>
{
    private int changes;

    private readonly string folder = Directory.CreateTempSubdirectory("sensupport-benchmark-").FullName;

    /// <summary>Runs until standard input ends. Says its address first; answers "commands", "memory" and "peak" (both in MB) on standard input;
    /// "change" changes the record of one pupil on the register.</summary>
    /// <param name="size">How many pupils and how many of them on the register a <see cref="LargeSchool"/> has; null for the demonstration school as it is.</param>
    public static async Task RunAsync((int Pupils, int OnRegister)? size)
    {
        var commands = new SqlCommandCounter();
        using var listening = DiagnosticListener.AllListeners.Subscribe(commands);
        await using var server = new BenchmarkServer();
        server.UseKestrel(0);
        server.StartServer();
        if (size is { } large)
        {
            await LargeSchool.FillAsync(server.Services, large.Pupils, large.OnRegister);
        }

        Console.WriteLine($"address {server.ClientOptions.BaseAddress}");
        while (await Console.In.ReadLineAsync() is { } asked)
        {
            Console.WriteLine(asked switch
            {
                "commands" => $"commands {commands.Take()}",
                "change" => $"change {await server.ChangeAsync()}",
                "peak" => $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024}",
                _ => $"memory {Environment.WorkingSet / 1024 / 1024}",
            });
        }

        Directory.Delete(server.folder, recursive: true);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseContentRoot(Path.Combine(Repository(), "src", "SenSupport.Web"));
        builder.UseSetting("ConnectionStrings:SenSupport", $"Data Source={Path.Combine(folder, "benchmark.db")}");
        builder.UseSetting("Logs:Folder", Path.Combine(folder, "logs"));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<KeptPages>();
            services.AddControllersWithViews(mvc => mvc.Filters.Add<KeepPages>()).AddApplicationPart(typeof(BenchmarkServer).Assembly);
        });
    }

    private async Task<int> ChangeAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        var school = await db.Schools.IgnoreQueryFilters().FirstAsync();
        scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = school.Id;
        var pupil = await db.Pupils.AsTracking().Where(row => row.Status == SenStatus.SenSupport).OrderBy(row => row.Version).FirstAsync();
        pupil.WriteBackground($"Changed {changes + 1} times", new Acting(Guid.Empty, "Benchmark", DateTime.UtcNow, DateOnly.FromDateTime(DateTime.UtcNow)));
        await db.SaveChangesAsync();
        return ++changes;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SenSupport.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run the benchmarks from within the repository");
        }

        return folder.FullName;
    }
}

/// <summary>Pages that were shown once, by their path.</summary>
public sealed class KeptPages : ConcurrentDictionary<string, (ControllerActionDescriptor Action, string View, ViewDataDictionary Data)>;

/// <summary>Keeps each page the first time it is shown.</summary>
public sealed class KeepPages(KeptPages kept, ICompositeViewEngine views) : IResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var path = context.HttpContext.Request.Path.Value!;
        if (context.Result is ViewResult page && path != "/static" && !kept.ContainsKey(path))
        {
            var name = page.ViewName ?? context.ActionDescriptor.RouteValues["action"]!;
            var view = name.StartsWith('/') ? views.GetView(null, name, true) : views.FindView(context, name, true);
            kept[path] = ((ControllerActionDescriptor)context.ActionDescriptor, view.View!.Path, new ViewDataDictionary(page.ViewData));
        }
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

/// <summary>Shows kept pages.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class StaticPageController(KeptPages kept) : Controller
{
    /// <summary>Shows the page that was kept for a path.</summary>
    [HttpGet("/static")]
    public IActionResult Show(string of)
    {
        var (action, view, data) = kept[of];

        // Partial views are found beside the controller of the page.
        ControllerContext.ActionDescriptor = action;
        return new ViewResult { ViewName = view, ViewData = new ViewDataDictionary(data), TempData = TempData };
    }
}

/// <summary>Counts the SQL commands that Entity Framework sends.</summary>
internal sealed class SqlCommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private int count;

    /// <summary>The count since the last call.</summary>
    public int Take() => Interlocked.Exchange(ref count, 0);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this, name => name == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting");
        }
    }

    public void OnNext(KeyValuePair<string, object?> value) => Interlocked.Increment(ref count);

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
