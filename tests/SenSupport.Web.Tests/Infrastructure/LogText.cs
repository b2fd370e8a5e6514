namespace SenSupport.Web.Tests.Infrastructure;

/// <summary>Reads a log while the application writes it.</summary>
public static class LogText
{
    /// <summary>Everything in the log files of a folder.</summary>
    public static async Task<string> ReadAsync(string folder)
    {
        var text = "";
        foreach (var file in Directory.GetFiles(folder, "sensupport-*.log"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            text += await reader.ReadToEndAsync();
        }

        return text;
    }
}
