using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SenSupport.Web.Exchange;
using SenSupport.Web.Exchange.Ctf;
using SenSupport.Web.Exchange.Plans;
using SenSupport.Web.Exchange.Progress;
using SenSupport.Web.Exchange.Pupils;
using SenSupport.Web.Exchange.Tables;
using SenSupport.Web.Exchange.Writing;

namespace SenSupport.Web.Tests.Exchange;

/// <summary>Files damaged at random, always in the same way: each ends in pupils or in a refusal. SENSUPPORT_FUZZ multiplies their number.</summary>
public sealed class FuzzTests
{
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("SENSUPPORT_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;

    // Damage to a value leaves the file readable.
    private static readonly byte[] Harmless = "0123456789ABCDEFGHIKNPSabcdefghiknps"u8.ToArray();

    private static readonly byte[][] Morsels =
    [
        .. new[] { "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "\0", "=1+1", "'", "sep=;\n", "UPN", "Surname", "31/02/2017", "99999999999999999999", "-1", "1e308", "NaN", "\uFEFF", "\uD7FF", "é", "👧", "K", "✓" }.Select(Encoding.UTF8.GetBytes),
        .. new[] { "<", ">", "</", "/>", "<a>", "</Pupil>", "<Pupil>", "<SENneed>", "<SENtype>", "&", "&amp;", "&#0;", "&#x10FFFF;", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY e \"e\">]>", "&e;", "<?xml version=\"1.0\" encoding=\"utf-7\"?>", " xmlns=\"\"", " xmlns:a=\"b\"", "_x0000_", "_xD800_" }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xFE, 0xFF], [0x80], [0xC0, 0x80], [0x50, 0x4B, 0x03, 0x04], [0xFF], [0xED, 0xA0, 0x80],
    ];

    [Fact]
    public void Csv_WhenDamaged_EndsInATableOrARefusal()
    {
        var pupils = MisFiles.Pupils(6);
        byte[][] seeds =
        [
            MisFiles.File(MisFiles.Sims(pupils)).ToArray(), MisFiles.File(MisFiles.Arbor(pupils), new UTF8Encoding(false)).ToArray(), MisFiles.File(MisFiles.Arbor(pupils), Encoding.Unicode).ToArray(),
            Encoding.UTF8.GetBytes("Surname,Forename,DOB\r\n\"O'Reilly, \"\"Bo\"\"\",\"Zoë\nAnn\",1/9/2017\r\n"),
        ];

        var (read, refused) = Run(14_000, 1, seeds, ReadTable);

        Assert.True(read > 1_000 && refused > 1_000, $"{read} read, {refused} refused: the damage is too little or too much");
    }

    [Fact]
    public async Task PlansCsv_WhenDamaged_EndsInPlansOrARefusal()
    {
        var seed = new MemoryStream();
        var pupils = MisFiles.Pupils(3).Select(pupil => new PlanSamplePupil(pupil.Upn, pupil.Surname, pupil.Forename, pupil.BirthDate, pupil.Class, "Tom Whitaker"));
        await CsvExport.WriteAsync(seed, PlanSample.Columns, pupils.SelectMany(_ => PlanSample.Examples(MisFiles.Today), (pupil, row) => row with { Pupil = pupil }));

        var (read, refused) = Run(6_000, 6, [seed.ToArray()], ReadTable);

        Assert.True(read > 500 && refused > 100, $"{read} read, {refused} refused: the damage is too little or too much");
    }

    [Fact]
    public async Task PointsCsv_WhenDamaged_EndsInPointsOrARefusal()
    {
        var seed = new MemoryStream();
        await CsvExport.WriteAsync(seed, PointSample.Columns, MisFiles.Pupils(3).SelectMany(_ => PointSample.Examples(MisFiles.Today), (pupil, row) =>
            row with { Cells = new Dictionary<PointField, object>(row.Cells) { [PointField.Upn] = pupil.Upn, [PointField.Surname] = pupil.Surname, [PointField.BirthDate] = pupil.BirthDate } }));

        var (read, refused) = Run(6_000, 7, [seed.ToArray()], ReadTable);

        Assert.True(read > 500 && refused > 100, $"{read} read, {refused} refused: the damage is too little or too much");
    }

    [Fact]
    public void Ctf_WhenDamaged_EndsInPupilsOrARefusal()
    {
        byte[][] seeds = [Encoding.UTF8.GetBytes(CtfTests.Sample), MisFiles.File(CtfTests.Sample.Replace("utf-8", "utf-16", StringComparison.Ordinal), Encoding.Unicode).ToArray()];

        var (read, refused) = Run(7_000, 2, seeds, (stream, cancel) => !CtfReader.Read(stream, MisFiles.Today, cancel).IsRefused);

        Assert.True(read > 300 && refused > 1_000, $"{read} read, {refused} refused: the damage is too little or too much");
    }

    [Fact]
    public void Ctf_WhenElementsAreMoved_EndsInPupilsOrARefusal()
    {
        var number = 0;

        // The file stays well-formed, so that the damage reaches the reader of pupils.
        var (read, _) = Run(3_000, 5, [[0]], (_, cancel) =>
        {
            var random = new Random(number++);
            var document = XDocument.Parse(CtfTests.Sample);
            for (var blow = random.Next(1, 5); blow > 0; blow--)
            {
                Move(random, [.. document.Root!.Descendants()]);
            }

            using var stream = new MemoryStream();
            document.Save(stream);
            return !CtfReader.Read(stream, MisFiles.Today, cancel).IsRefused;
        });

        Assert.True(read > 1_000, $"{read} read: the damage is too much");
    }

    [Fact]
    public void Workbook_WhenDamaged_EndsInATableOrARefusal()
    {
        byte[][] seeds = [WorkbookExport.Write<MisFiles.MisPupil>("Pupils", [new("UPN", pupil => pupil.Upn), new("Surname", pupil => pupil.Surname), new("Forename", pupil => pupil.Forename), new("DOB", pupil => pupil.BirthDate)], MisFiles.Pupils(6)).ToArray()];

        var (read, refused) = Run(1_000, 3, seeds, ReadTable);

        Assert.True(read > 0 && refused > 100, $"{read} read, {refused} refused: the damage is too little or too much");
    }

    [Fact]
    public void WorkbookParts_WhenDamaged_EndInATableOrARefusal()
    {
        var parts = Unpack(WorkbookExport.Write<MisFiles.MisPupil>("Pupils", [new("Surname", pupil => pupil.Surname), new("Forename", pupil => pupil.Forename), new("DOB", pupil => pupil.BirthDate)], MisFiles.Pupils(4)));
        var part = 0;

        // The archive stays whole; what is inside it is damaged.
        var (read, refused) = Run(1_000, 4, [.. parts.Select(entry => entry.Content)], (damaged, cancel) =>
        {
            var chosen = part++ % parts.Count;
            return ReadTable(Pack(parts.Select((entry, place) => place == chosen ? (entry.Name, damaged.ToArray()) : entry)), cancel);
        }, inOrder: true);

        Assert.True(read > 20 && refused > 100, $"{read} read, {refused} refused: the damage is too little or too much");
    }

    private static bool ReadTable(MemoryStream stream, CancellationToken cancel)
    {
        var reading = TableReader.Read(stream, cancel);
        if (reading.Table is { } table)
        {
            Assert.All(PupilRows.Read(table, PupilFields.All.Match(table.Header), MisFiles.Today).Problems, Clean);
            Assert.All(PlanRows.Read(table, PlanFields.All.Match(table.Header), MisFiles.Today).Problems.ToList(), Clean);
            Assert.All(PointRows.Read(table, PointFields.All.Match(table.Header), new PointDefaults("Reading", MisFiles.Today), MisFiles.Today).Problems.ToList(), Clean);
        }

        Assert.All(reading.Problems, Clean);
        Assert.True(reading.Table is not null || reading.Problems.Count == 1);
        return reading.Table is not null;
    }

    private static void Clean(ExchangeProblem problem) => Assert.True(problem.What.Length is > 0 and < 600 && problem.Mend.Length > 0);

    private static (int Read, int Refused) Run(int count, int seed, byte[][] seeds, Func<MemoryStream, CancellationToken, bool> read, bool inOrder = false)
    {
        var results = new int[2];
        for (var number = 0; number < count * Times; number++)
        {
            var random = new Random((seed * 1_000_000) + number);
            var file = Damage(random, inOrder ? seeds[number % seeds.Length] : seeds[random.Next(seeds.Length)]);
            // No measure of speed: a reader that does not come to its end fails instead of hanging.
            using var stuck = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                results[read(new MemoryStream(file, 0, file.Length, writable: false, publiclyVisible: true), stuck.Token) ? 0 : 1]++;
            }
            catch (Exception problem)
            {
                Assert.Fail($"File {number} of series {seed}: {problem}\n{Convert.ToBase64String(file)}");
            }
        }

        return (results[0], results[1]);
    }

    private static void Move(Random random, XElement[] elements)
    {
        if (elements.Length == 0)
        {
            return;
        }

        var (one, other) = (elements[random.Next(elements.Length)], elements[random.Next(elements.Length)]);
        switch (random.Next(7))
        {
            case 0: one.Remove(); break;
            case 1: one.Value = "K"; break;
            case 2: one.Value = ""; break;
            case 3: one.Name = other.Name; break;
            case 4: other.Add(new XElement(one)); break;
            case 5: one.AddAfterSelf(new XElement(one)); break;
            default: one.ReplaceNodes(other.Nodes().Select(node => node is XElement element ? (object)new XElement(element) : new XText(node.ToString()))); break;
        }
    }

    private static byte[] Damage(Random random, byte[] seed)
    {
        var bytes = new List<byte>(seed);
        for (var blow = random.Next(2) == 0 ? 1 : random.Next(2, 6); blow > 0 && bytes.Count > 1; blow--)
        {
            var place = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - place);
            switch (random.Next(7))
            {
                case 0: bytes[place] = (byte)random.Next(256); break;
                case 1 or 2 when char.IsAsciiLetterOrDigit((char)bytes[place]): bytes[place] = Harmless[random.Next(Harmless.Length)]; break;
                case 1: bytes.RemoveRange(place, length); break;
                case 2: bytes.InsertRange(place, bytes.GetRange(place, length)); break;
                case 3: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, length)); break;
                case 4 when random.Next(4) == 0: bytes.RemoveRange(place, bytes.Count - place); break;
                case 5: bytes.InsertRange(place, Enumerable.Repeat(Morsels[random.Next(Morsels.Length)], random.Next(20) == 0 ? 300 : 1).SelectMany(morsel => morsel)); break;
                default: bytes.InsertRange(place, Morsels[random.Next(Morsels.Length)]); break;
            }
        }

        return [.. bytes];
    }

    private static List<(string Name, byte[] Content)> Unpack(Stream stream)
    {
        using var zip = new System.IO.Compression.ZipArchive(stream);
        return [.. zip.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using var part = entry.Open();
            part.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    private static MemoryStream Pack(IEnumerable<(string Name, byte[] Content)> parts)
    {
        var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, System.IO.Compression.CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return stream;
    }
}
