using System.Diagnostics;

namespace SenSupport.EndToEnd.Tests.Infrastructure;

/// <summary>Finds a Chromium to drive, or installs one.</summary>
public static class BrowserInstall
{
    /// <summary>The environment variable that names the browser's program file.</summary>
    public const string Variable = "SENSUPPORT_TEST_BROWSER";

    private static readonly string[] UsualNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    /// <summary>The program file of a browser that starts; null for the one that Playwright keeps itself.</summary>
    /// <exception cref="InvalidOperationException">There is none, and none could be installed; the message says how to mend it.</exception>
    public static string? Executable()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Starts(named) ? named : throw new InvalidOperationException($"{Variable} names {named}, which does not start. Set it to the program file of Chromium or Chrome, or remove it.");
        }

        if (OnThePath() is { } found)
        {
            return found;
        }

        if (IsDebianAsRoot() && Run("apt-get", "update") && Run("apt-get", "install", "-y", "--no-install-recommends", "chromium") && OnThePath() is { } installed)
        {
            return installed;
        }

        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
        {
            return null;
        }

        throw new InvalidOperationException(
            $"The browser tests need Chromium or Chrome. None of {string.Join(", ", UsualNames)} is on the path, and none could be installed. "
            + $"Install one, or set {Variable} to the browser's program file, and run the tests again.");
    }

    private static string? OnThePath() => (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in UsualNames
        let file = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)
        where File.Exists(file) && Starts(file)
        select file).FirstOrDefault();

    // Some systems put a script in the browser's place that only says how to install it. On Windows asking for the version opens a window.
    private static bool Starts(string file) => File.Exists(file) && (OperatingSystem.IsWindows() || Run(file, "--version"));

    private static bool IsDebianAsRoot() => OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/etc/debian_version");

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
            process!.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
