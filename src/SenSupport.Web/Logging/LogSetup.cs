using Serilog;
using Serilog.Extensions.Logging;

namespace SenSupport.Web.Logging;

/// <summary>
/// What is logged, and where: the console, and a file a day under <c>Logs:Folder</c> (from the content root; <c>logs</c> unless set), kept for 31 days.
/// Levels are in the settings under <c>Serilog:MinimumLevel</c>.
/// </summary>
public static class LogSetup
{
    private const int DaysKept = 31;

    /// <summary>Makes this the only log.</summary>
    public static void AddSenSupportLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();

        // Made when the application is built, so that settings given late (a test's, a host's) count.
        builder.Services.AddSingleton<ILoggerProvider>(services =>
        {
            var settings = services.GetRequiredService<IConfiguration>();
            var folder = Path.GetFullPath(settings["Logs:Folder"] ?? "logs", services.GetRequiredService<IHostEnvironment>().ContentRootPath);
            var text = new LogText();
            var log = new LoggerConfiguration()
                .ReadFrom.Configuration(settings)
                .WriteTo.Console(text)
                .WriteTo.File(text, Path.Combine(folder, "sensupport-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept)
                .CreateLogger();
            return new SerilogLoggerProvider(log, dispose: true);
        });
    }
}
