using System.Diagnostics;

namespace SenSupport.Pdf.Tests.Infrastructure;

/// <summary>Programs that read PDF files and share no code with the library: found on the path, or on Debian as root installed.</summary>
internal static class DebianTools
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Found = [];

    /// <summary>Runs <c>qpdf</c>.</summary>
    public static string Qpdf(params string[] arguments) => Run("qpdf", "qpdf", arguments);

    /// <summary>Runs <c>pdftotext</c>.</summary>
    public static string PdfToText(params string[] arguments) => Run("pdftotext", "poppler-utils", arguments);

    /// <summary>Runs <c>pdftoppm</c>.</summary>
    public static string PdfToPpm(params string[] arguments) => Run("pdftoppm", "poppler-utils", arguments);

    /// <summary>Calls with a document written to a file, which is removed afterwards.</summary>
    public static T With<T>(byte[] document, Func<string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("pdf");
        try
        {
            var file = Path.Combine(folder.FullName, "document.pdf");
            File.WriteAllBytes(file, document);
            return use(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <exception cref="InvalidOperationException">The program is not there and could not be installed, or says that something is wrong.</exception>
    private static string Run(string program, string package, string[] arguments)
    {
        lock (Gate)
        {
            if (!Found.Contains(program) && !Starts(program))
            {
                if (!IsDebianAsRoot() || !Start("apt-get", ["update"], out _) || !Start("apt-get", ["install", "-y", "--no-install-recommends", package], out _) || !Starts(program))
                {
                    throw new InvalidOperationException($"These tests read documents with '{program}'. Install it (on Debian: apt-get install {package}) and run them again.");
                }
            }

            Found.Add(program);
        }

        return Start(program, arguments, out var said) ? said : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {said}");
    }

    private static bool Starts(string program) => Start(program, [program == "qpdf" ? "--version" : "-v"], out _);

    private static bool IsDebianAsRoot() => OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/etc/debian_version");

    private static bool Start(string program, string[] arguments, out string said)
    {
        said = "";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var problems = process.StandardError.ReadToEndAsync();
            said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            said += problems.Result;
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
