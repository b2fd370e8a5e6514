using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SenSupport.Pdf.Tests;

/// <summary>A reference to an indirect object.</summary>
internal readonly record struct Ref(int Id);

/// <summary>A stream object: its dictionary and its content, unpacked unless it is a picture in a format of its own.</summary>
internal sealed record PdfStream(Dictionary<string, object?> Entries, byte[] Content);

/// <summary>
/// Reads a file back from its cross-reference stream, strictly: an object that is not exactly where the table says fails the
/// test. Names are strings with a leading slash; strings are byte arrays.
/// </summary>
internal sealed class PdfFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<int, (int Kind, int Place, int Index)> _entries = [];
    private readonly Dictionary<int, object?> _objects = [];
    private IReadOnlyList<Dictionary<string, object?>>? _pages;
    private IReadOnlyList<Ref>? _pageRefs;
    private HashSet<int>? _ids;

    public PdfFile(byte[] bytes)
    {
        _bytes = bytes;
        var text = Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("%PDF-1.7\n", text, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", text, StringComparison.Ordinal);
        var start = text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10;
        var place = int.Parse(text[start..text.IndexOf('\n', start)], CultureInfo.InvariantCulture);
        var table = (PdfStream)ReadAt(place, null)!;
        Trailer = table.Entries;
        for (var i = 0; i < Integer(Trailer["Size"]); i++)
        {
            var row = table.Content.AsSpan(i * 7, 7);
            _entries[i] = (row[0], (row[1] << 24) | (row[2] << 16) | (row[3] << 8) | row[4], (row[5] << 8) | row[6]);
        }

        Assert.Equal((1, place, 0), _entries[_entries.Count - 1]);
    }

    public Dictionary<string, object?> Trailer { get; }

    public Dictionary<string, object?> Catalogue => Dictionary(Trailer["Root"]);

    public IReadOnlyList<Dictionary<string, object?>> Pages => _pages ??= [.. PageRefs.Select(page => Dictionary(page))];

    /// <summary>The pages' references in order, through all nodes of their tree.</summary>
    public IReadOnlyList<Ref> PageRefs => _pageRefs ??= [.. Leaves(Catalogue["Pages"])];

    /// <summary>What a name or number tree says of each key, in order, through all its leaves.</summary>
    public List<(object? Key, object? Value)> Tree(object? root, string entries)
    {
        var node = Dictionary(root);
        if (node.TryGetValue("Kids", out var kids))
        {
            return [.. Array(kids).SelectMany(kid => Tree(kid, entries))];
        }

        var list = Array(node[entries]);
        return [.. Enumerable.Range(0, list.Count / 2).Select(i => (list[2 * i], list[(2 * i) + 1]))];
    }

    public IReadOnlySet<int> Ids => _ids ??= [.. _entries.Keys.Where(id => _entries[id].Kind != 0)];

    public object? Resolve(object? value)
    {
        while (value is Ref reference)
        {
            if (!_objects.TryGetValue(reference.Id, out var found))
            {
                var (kind, place, index) = _entries[reference.Id];
                found = kind == 1 ? ReadAt(place, reference.Id) : ReadPacked(place, index, reference.Id);
                _objects[reference.Id] = found;
            }

            value = found;
        }

        return value;
    }

    public Dictionary<string, object?> Dictionary(object? value) => Resolve(value) switch
    {
        PdfStream stream => stream.Entries,
        var other => Assert.IsType<Dictionary<string, object?>>(other),
    };

    public List<object?> Array(object? value) => Assert.IsType<List<object?>>(Resolve(value));

    public PdfStream Stream(object? value) => Assert.IsType<PdfStream>(Resolve(value));

    public static int Integer(object? value) => (int)Assert.IsType<double>(value);

    public static string Text(object? value)
    {
        var bytes = Assert.IsType<byte[]>(value);
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : Encoding.Latin1.GetString(bytes);
    }

    private IEnumerable<Ref> Leaves(object? node) => Equals(Dictionary(node)["Type"], "/Page")
        ? [(Ref)node!]
        : Array(Dictionary(node)["Kids"]).SelectMany(kid =>
        {
            Assert.Same(Dictionary(node), Dictionary(Dictionary(kid)["Parent"]));
            return Leaves(kid);
        });

    private object? ReadAt(int place, int? id)
    {
        var reader = new PdfTokens(_bytes, place);
        var number = Integer(reader.Next());
        if (id is not null)
        {
            Assert.Equal(id, number);
        }

        Assert.Equal(0.0, reader.Next());
        Assert.Equal("obj", reader.Next());
        var entries = (Dictionary<string, object?>)reader.Next()!;
        Assert.Equal("stream", reader.Next());
        var content = _bytes.AsSpan(reader.Position + 1, Integer(entries["Length"]));
        Assert.Equal("\nendstream\nendobj\n", Encoding.Latin1.GetString(_bytes, reader.Position + 1 + content.Length, 18));
        if (!Equals(entries.GetValueOrDefault("Filter"), "/FlateDecode"))
        {
            return new PdfStream(entries, content.ToArray());
        }

        using var zlib = new ZLibStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return new PdfStream(entries, plain.ToArray());
    }

    private object? ReadPacked(int stream, int index, int id)
    {
        var pack = Stream(new Ref(stream));
        var header = new PdfTokens(pack.Content, 0);
        var offset = 0;
        for (var i = 0; i <= index; i++)
        {
            var number = Integer(header.Next());
            offset = Integer(header.Next());
            if (i == index)
            {
                Assert.Equal(id, number);
            }
        }

        return new PdfTokens(pack.Content, Integer(pack.Entries["First"]) + offset).Next();
    }
}
