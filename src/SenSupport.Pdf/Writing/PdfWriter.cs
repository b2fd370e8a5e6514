using System.IO.Compression;
using System.Security.Cryptography;

namespace SenSupport.Pdf.Writing;

/// <summary>
/// Writes the objects of one file: streams as they come, everything else packed into compressed object streams
/// (ISO 32000-1, 7.5.7), and at the end the cross-reference stream (7.5.8). What is written waits in <see cref="Pending"/> until
/// it is flushed; of an object that was flushed only its place is kept.
/// </summary>
internal sealed class PdfWriter : IDisposable
{
    private const int ObjectsInAStream = 200;
    private const int KeptBuffer = 1 << 20;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ByteBuilder _scratch = new(4096);
    private readonly ByteBuilder _packed = new(16384);
    private readonly List<(int Id, int Offset)> _packedObjects = [];

    // Kind in the two highest bits, then the place, then in sixteen bits the index: a long table has half a million of them.
    private readonly List<ulong> _entries = [65535];
    private ByteBuilder _pending = new(65536);
    private MemoryStream _deflated = new(16384);
    private long _position;
    private int _currentPack;

    public PdfWriter()
    {
        // Four bytes above 127 tell programs that move files about that this one is binary (7.5.2).
        Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>What was written since the last flush.</summary>
    public ReadOnlyMemory<byte> Pending => _pending.Memory;

    /// <summary>Forgets what was written: it has been passed on.</summary>
    public void Flushed()
    {
        _pending.Clear();
        if (_pending.Capacity > KeptBuffer)
        {
            _pending = new ByteBuilder(65536);
        }
    }

    /// <summary>Sets a number aside for an object that others refer to before it is written.</summary>
    public int Reserve()
    {
        _entries.Add(0);
        return _entries.Count - 1;
    }

    /// <summary>Adds an object that is not a stream.</summary>
    public void Add(int id, ByteBuilder body)
    {
        if (_packedObjects.Count == 0)
        {
            _currentPack = Reserve();
        }

        _entries[id] = Entry(2, _currentPack, _packedObjects.Count);
        _packedObjects.Add((id, _packed.Length));
        _packed.Append(body.Span).Append((byte)'\n');
        if (_packedObjects.Count == ObjectsInAStream || _packed.Length > KeptBuffer)
        {
            FlushPack();
        }
    }

    /// <summary>Adds an object that is not a stream, under a number of its own, which is the answer.</summary>
    public int Add(ByteBuilder body)
    {
        var id = Reserve();
        Add(id, body);
        return id;
    }

    /// <summary>Adds a stream; <paramref name="entries"/> are the dictionary's own entries beside Length and Filter.</summary>
    /// <exception cref="InvalidOperationException">The file has grown beyond what its table can tell: four gigabytes.</exception>
    public void AddStream(int id, string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        _entries[id] = _position <= uint.MaxValue
            ? Entry(1, _position, 0)
            : throw new InvalidOperationException("The document is larger than four gigabytes: divide it.");
        var content = compress ? Deflate(data) : data;
        _scratch.Clear();
        _scratch.Append(id).Append(" 0 obj\n<<"u8).Append(entries).Append("/Length "u8).Append(content.Length);
        if (compress)
        {
            _scratch.Append("/Filter/FlateDecode"u8);
        }

        Write(_scratch.Append(">>\nstream\n"u8).Span);
        Write(content);
        Write("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes the cross-reference.</summary>
    /// <param name="catalogue">Number of the document's root.</param>
    /// <param name="info">Number of its description.</param>
    /// <param name="identifier">The file identifier; without one it is made from the content, so that equal input gives equal bytes.</param>
    public void Finish(int catalogue, int info, Guid? identifier = null)
    {
        FlushPack();
        var id = Reserve();
        var start = _position;
        _entries[id] = Entry(1, start, 0);
        var table = new ByteBuilder(_entries.Count * 7);
        foreach (var entry in _entries)
        {
            table.Append((byte)(entry >> 62));
            for (var shift = 40; shift >= 0; shift -= 8)
            {
                table.Append((byte)(entry >> shift));
            }
        }

        var name = identifier is { } given ? given.ToString("N").ToUpperInvariant() : Convert.ToHexString(_hash.GetHashAndReset().AsSpan(0, 16));
        AddStream(id, $"/Type/XRef/Size {_entries.Count}/W[1 4 2]/Root {catalogue} 0 R/Info {info} 0 R/ID[<{name}><{name}>]", table.Span);
        Write("startxref\n"u8);
        _scratch.Clear();
        Write(_scratch.Append(start.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append("\n%%EOF\n"u8).Span);
    }

    public void Dispose()
    {
        _hash.Dispose();
        _deflated.Dispose();
    }

    private static ulong Entry(int kind, long place, int index) => ((ulong)kind << 62) | ((ulong)place << 16) | (ushort)index;

    private ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> data)
    {
        if (_deflated.Capacity > KeptBuffer)
        {
            _deflated.Dispose();
            _deflated = new MemoryStream(16384);
        }

        _deflated.SetLength(0);
        using (var zlib = new ZLibStream(_deflated, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return _deflated.GetBuffer().AsSpan(0, (int)_deflated.Length);
    }

    private void FlushPack()
    {
        if (_packedObjects.Count == 0)
        {
            return;
        }

        var whole = new ByteBuilder(_packed.Length + (_packedObjects.Count * 12));
        foreach (var (id, offset) in _packedObjects)
        {
            whole.Append(id).Append((byte)' ').Append(offset).Append((byte)' ');
        }

        var first = whole.Length;
        whole.Append(_packed.Span);
        AddStream(_currentPack, $"/Type/ObjStm/N {_packedObjects.Count}/First {first}", whole.Span);
        _packed.Clear();
        _packedObjects.Clear();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _pending.Append(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
    }
}
