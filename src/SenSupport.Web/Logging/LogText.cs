using System.Diagnostics;
using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace SenSupport.Web.Logging;

/// <summary>
/// Writes a log event as text. Of an exception it writes the type and where it was thrown, never its message: a database's message quotes the values that
/// it could not store, and those are about children.
/// </summary>
public sealed class LogText : ITextFormatter
{
    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        output.Write($" {Short(logEvent.Level)} ");
        if (logEvent.Exception is null)
        {
            logEvent.RenderMessage(output, CultureInfo.InvariantCulture);
        }
        else
        {
            // With its values the sentence often holds the exception's message once more.
            output.Write(logEvent.MessageTemplate.Text);
        }

        if (logEvent.Exception is not null && logEvent.Properties.TryGetValue("RequestId", out var request))
        {
            output.Write($" request {request:l}");
        }

        output.WriteLine();
        for (var (exception, depth) = (logEvent.Exception, 0); exception is not null && depth < 10; (exception, depth) = (exception.InnerException, depth + 1))
        {
            Write(exception, output);
        }
    }

    private static void Write(Exception exception, TextWriter output)
    {
        output.WriteLine($"  {exception.GetType().FullName}{Number(exception)}");
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is { } method && method.DeclaringType?.Namespace?.StartsWith("System.Runtime", StringComparison.Ordinal) != true)
            {
                var line = frame.GetFileLineNumber();
                output.WriteLine($"    at {method.DeclaringType?.FullName}.{method.Name}{(line > 0 ? $" line {line}" : "")}");
            }
        }
    }

    // The database's own number tells what went wrong without saying to whom.
    private static string Number(Exception exception) => exception switch
    {
        Microsoft.Data.Sqlite.SqliteException problem => $" (SQLite error {problem.SqliteExtendedErrorCode})",
        Microsoft.Data.SqlClient.SqlException problem => $" (SQL Server error {problem.Number})",
        _ => "",
    };

    private static string Short(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => "TRC",
        LogEventLevel.Debug => "DBG",
        LogEventLevel.Information => "INF",
        LogEventLevel.Warning => "WRN",
        LogEventLevel.Error => "ERR",
        _ => "FTL",
    };
}
