using System.Globalization;
using System.Text;
using System.Xml;
using SenSupport.Web.Exchange.Pupils;

namespace SenSupport.Web.Exchange.Ctf;

/// <summary>Reads common transfer files, versions 20 to 25: forward only, element names without regard to case or namespace.</summary>
public static class CtfReader
{
    private const int OldestVersion = 20;
    private const int NewestVersion = 25;
    private const int NotUsedPaths = 500;

    /// <summary>Reads the file. It never throws for what the file holds: a file that cannot be used is refused with its reason.</summary>
    /// <param name="stream">The file; it must be able to seek, and stays open.</param>
    /// <param name="today">Births are not after it.</param>
    /// <param name="cancel">Ends the reading of a long file.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static CtfReading Read(Stream stream, DateOnly today, CancellationToken cancel = default)
    {
        try
        {
            if (FileKinds.Of(stream) != FileKind.Xml)
            {
                throw NoCtf("This is no XML file");
            }

            return new Reading(today).Read(stream, cancel);
        }
        catch (FileRefusedException refused)
        {
            return new CtfReading(null, [], [], [refused.Problem]);
        }
        catch (XmlException broken)
        {
            return new CtfReading(null, [], [], [Explain(broken)]);
        }
    }

    private static ExchangeProblem Explain(XmlException broken) => broken.Message.Contains("DTD", StringComparison.Ordinal)
        ? new(Line(broken), null, "The file has a document type definition, which no common transfer file has", "export it again from your system")
        : new(Line(broken), null, string.Create(CultureInfo.InvariantCulture, $"The file is no well-formed XML from character {broken.LinePosition} on, or is too large"), "export it again; it may be damaged or cut off");

    private static int? Line(XmlException broken) => broken.LineNumber > 0 ? broken.LineNumber : null;

    private static FileRefusedException NoCtf(string what) => new(null, null, what, "choose the common transfer file (CTF) that the other school's system wrote");

    private sealed class Reading(DateOnly today)
    {
        private readonly List<(string Name, string Folded)> path = [];
        private readonly StringBuilder text = new();
        private readonly Dictionary<string, (string Path, int Count)> notUsed = [];
        private readonly Dictionary<string, string> header = [];
        private readonly ProblemList problems = new();
        private readonly List<ImportedPupil> pupils = [];
        private CtfPupilDraft? pupil;
        private int pupilDepth;
        private bool hasChildren;

        public CtfReading Read(Stream stream, CancellationToken cancel)
        {
            using var reader = SafeXml.Open(stream);
            while (reader.Next(cancel))
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        var empty = reader.IsEmptyElement;
                        Begin(reader);
                        if (empty)
                        {
                            End(reader.Line());
                        }

                        break;
                    case XmlNodeType.EndElement:
                        End(reader.Line());
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                        text.Append(reader.Value);
                        if (text.Length > ExchangeLimits.CellCharacters)
                        {
                            throw new FileRefusedException(reader.Line(), path[^1].Name, string.Create(CultureInfo.InvariantCulture, $"The text is longer than {ExchangeLimits.CellCharacters:N0} characters"), "export the file again; it may be damaged");
                        }

                        break;
                }
            }

            return Finish();
        }

        private void Begin(XmlReader reader)
        {
            path.Add((reader.LocalName, reader.LocalName.ToUpperInvariant()));
            text.Clear();
            hasChildren = false;
            if (path.Count == 1 && path[0].Folded != "CTFILE")
            {
                throw NoCtf($"This XML file begins with {Values.Shown(reader.LocalName)}, not with CTfile");
            }

            if (pupil is not null)
            {
                pupil.Begin(Below(pupilDepth), reader.Line() ?? 0);
            }
            else if (path is [_, { Folded: "CTFPUPILDATA" }, { Folded: "PUPIL" }])
            {
                if (pupils.Count == ExchangeLimits.Rows)
                {
                    throw new FileRefusedException(reader.Line(), null, string.Create(CultureInfo.InvariantCulture, $"There are more than {ExchangeLimits.Rows:N0} pupils"), "import the file in parts");
                }

                pupil = new CtfPupilDraft(reader.Line() ?? 0, today, problems);
                pupilDepth = path.Count;
            }
        }

        private void End(int? line)
        {
            var value = text.ToString().Trim();
            text.Clear();
            var isLeaf = !hasChildren;
            hasChildren = true;
            if (pupil is not null && path.Count == pupilDepth)
            {
                if (pupil.Finish() is { } finished)
                {
                    pupils.Add(finished);
                }

                pupil = null;
            }
            else if (pupil is not null)
            {
                var below = Below(pupilDepth);
                if (isLeaf && value.Length > 0 && !pupil.Take(below, path[^1].Name, value, line ?? 0))
                {
                    Skip(below, pupilDepth);
                }

                pupil.End(below);
            }
            else if (isLeaf && value.Length > 0)
            {
                var below = Below(1);
                if (below.StartsWith("HEADER/", StringComparison.Ordinal))
                {
                    header.TryAdd(below, value.Length > 250 ? value[..250] : value);
                }
                else
                {
                    Skip(below, 1);
                }
            }

            path.RemoveAt(path.Count - 1);
        }

        private void Skip(string below, int depth)
        {
            if (notUsed.TryGetValue(below, out var before))
            {
                notUsed[below] = before with { Count = before.Count + 1 };
            }
            else if (notUsed.Count < NotUsedPaths)
            {
                notUsed[below] = (string.Join('/', path.Skip(depth).Select(element => Values.Shown(element.Name))), 1);
            }
            else
            {
                notUsed["…"] = ("…", notUsed.GetValueOrDefault("…").Count + 1);
            }
        }

        private string Below(int depth) => string.Join('/', path.Skip(depth).Select(element => element.Folded));

        private CtfReading Finish()
        {
            var about = new CtfHeader(
                header.GetValueOrDefault("HEADER/CTFVERSION", ""), header.GetValueOrDefault("HEADER/SOURCESCHOOL/LEA", ""), header.GetValueOrDefault("HEADER/SOURCESCHOOL/ESTAB", ""),
                header.GetValueOrDefault("HEADER/SOURCESCHOOL/SCHOOLNAME", ""), header.GetValueOrDefault("HEADER/DATETIME", ""));
            if (pupils.Count == 0 && problems.Count == 0)
            {
                throw NoCtf("The file holds no pupil");
            }

            if (!decimal.TryParse(about.Version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) || version < OldestVersion || version >= NewestVersion + 1)
            {
                problems.Add(new(
                    null, "CTFversion", about.Version.Length == 0 ? "The file does not say its version" : $"The file is of version {Values.Shown(about.Version)}",
                    string.Create(CultureInfo.InvariantCulture, $"versions {OldestVersion} to {NewestVersion} are known; look closely at what was read"), IsWarning: true));
            }

            return new CtfReading(
                about, PupilTwins.Mark(pupils, problems, "UPN"), [.. notUsed.Values.OrderByDescending(element => element.Count).Select(element => new NotUsedElement(element.Path, element.Count))], problems.ToList());
        }
    }
}
