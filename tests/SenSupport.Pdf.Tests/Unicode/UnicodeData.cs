using System.Diagnostics;
using System.Globalization;

namespace SenSupport.Pdf.Tests.Unicode;

/// <summary>The Unicode Character Database and its test files, from Debian's package <c>unicode-data</c>.</summary>
internal static class UnicodeData
{
    /// <summary>The environment variable that names a folder with the database's files, where it is not Debian's.</summary>
    private const string Variable = "SENSUPPORT_TEST_UNICODE";
    private const string DebianFolder = "/usr/share/unicode";

    private static readonly Lazy<string> Root = new(Find);

    /// <summary>Lines of a file without comments and blank lines.</summary>
    public static IEnumerable<string> Lines(string file) =>
        from line in RawLines(file)
        let content = line.Split('#')[0].Trim()
        where content.Length > 0
        select content;

    /// <summary>Lines of a file with their comments.</summary>
    public static IEnumerable<string> RawLines(string file) => File.ReadLines(Path.Combine(Root.Value, file));

    /// <summary>Values that a file gives to ranges of code points, with the defaults it states for those it does not list first.</summary>
    public static IEnumerable<(int First, int Last, string Value)> Ranges(string file, bool withDefaults = true)
    {
        const string missing = "# @missing: ";
        var defaults = RawLines(file).Where(l => withDefaults && l.StartsWith(missing, StringComparison.Ordinal)).Select(l => l[missing.Length..]);
        foreach (var line in defaults.Concat(Lines(file)))
        {
            var fields = line.Split(';', StringSplitOptions.TrimEntries);
            var ends = fields[0].Split("..");
            yield return (Hex(ends[0]), Hex(ends[^1]), fields[1]);
        }
    }

    public static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static string Text(IEnumerable<string> codePoints) => string.Concat(codePoints.Select(c => char.ConvertFromUtf32(Hex(c))));

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        if (!Directory.Exists(DebianFolder) && File.Exists("/etc/debian_version") && Environment.UserName == "root")
        {
            using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "(apt-get update && apt-get install -y --no-install-recommends unicode-data) >/dev/null 2>&1"]));
            process!.WaitForExit();
        }

        return Directory.Exists(DebianFolder)
            ? DebianFolder
            : throw new InvalidOperationException(
                $"The text tests need the Unicode Character Database, version {Pdf.Text.Unicode.UnicodeTables.Version}. Install Debian's package unicode-data, or set {Variable} to a folder laid out like it, and run the tests again.");
    }
}
