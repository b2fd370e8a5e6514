using System.IO.Compression;
using System.Security.Cryptography;

namespace SenSupport.Pdf.Writing;

/// <summary>
/// Writes the objects of one file: streams as they come, everything else packed into compressed object streams
/// (ISO 32000-1, 7.5.7), and at the end the cross-reference stream (7.5.8).
/// </summary>
internal sealed class PdfWriter
{
    private const int ObjectsInAStream = 200;

    private readonly Stream _output;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<(byte Kind, long Place, int Index)> _entries = [(0, 0, 65535)];
    private readonly ByteBuilder _scratch = new(4096);
    private readonly ByteBuilder _packed = new(16384);
    private readonly List<(int Id, int Offset)> _packedObjects = [];
    private long _position;
    private int _currentPack;

    public PdfWriter(Stream output)
    {
        _output = output;
        // Four bytes above 127 tell programs that move files about that this one is binary (7.5.2).
        Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Sets a number aside for an object that others refer to before it is written.</summary>
    public int Reserve()
    {
        _entries.Add(default);
        return _entries.Count - 1;
    }

    /// <summary>Adds an object that is not a stream.</summary>
    public void Add(int id, ByteBuilder body)
    {
        if (_packedObjects.Count == 0)
        {
            _currentPack = Reserve();
        }

        _entries[id] = (2, _currentPack, _packedObjects.Count);
        _packedObjects.Add((id, _packed.Length));
        _packed.Append(body.Span).Append((byte)'\n');
        if (_packedObjects.Count == ObjectsInAStream)
        {
            FlushPack();
        }
    }

    /// <summary>Adds a stream; <paramref name="entries"/> are the dictionary's own entries beside Length and Filter.</summary>
    public void AddStream(int id, string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        _entries[id] = (1, _position, 0);
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

    /// <summary>Writes the cross-reference. The file identifier is made from the content, so equal input gives equal bytes.</summary>
    public void Finish(int catalogue, int info)
    {
        FlushPack();
        var id = Reserve();
        var start = _position;
        _entries[id] = (1, start, 0);
        var table = new ByteBuilder(_entries.Count * 7);
        foreach (var (kind, place, index) in _entries)
        {
            table.Append(kind);
            for (var shift = 24; shift >= 0; shift -= 8)
            {
                table.Append((byte)(place >> shift));
            }

            table.Append((byte)(index >> 8)).Append((byte)index);
        }

        var name = Convert.ToHexString(_hash.GetHashAndReset().AsSpan(0, 16));
        AddStream(id, $"/Type/XRef/Size {_entries.Count}/W[1 4 2]/Root {catalogue} 0 R/Info {info} 0 R/ID[<{name}><{name}>]", table.Span);
        Write("startxref\n"u8);
        _scratch.Clear();
        Write(_scratch.Append(start.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append("\n%%EOF\n"u8).Span);
        _hash.Dispose();
    }

    private static ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> data)
    {
        using var buffer = new MemoryStream(data.Length / 2);
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
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
        _output.Write(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
    }
}
