using System.Runtime.CompilerServices;

namespace SenSupport.Pdf.Writing;

/// <summary>A growing run of bytes with the few notations that PDF is written in.</summary>
internal sealed class ByteBuilder(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public int Capacity => _bytes.Length;

    public void Clear() => Length = 0;

    public ByteBuilder Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public ByteBuilder Append(byte value)
    {
        Room(1)[0] = value;
        Length++;
        return this;
    }

    /// <summary>Appends text of the ASCII range.</summary>
    public ByteBuilder Append(string ascii)
    {
        var room = Room(ascii.Length);
        for (var i = 0; i < ascii.Length; i++)
        {
            room[i] = (byte)ascii[i];
        }

        Length += ascii.Length;
        return this;
    }

    public ByteBuilder Append(int value)
    {
        value.TryFormat(Room(11), out var written);
        Length += written;
        return this;
    }

    /// <summary>Appends a number with at most three decimals, which is finer than any printer.</summary>
    public ByteBuilder Append(double value)
    {
        var thousandths = (long)Math.Round(value * 1000);
        if (thousandths < 0)
        {
            Append((byte)'-');
            thousandths = -thousandths;
        }

        var whole = thousandths / 1000;
        whole.TryFormat(Room(20), out var written);
        Length += written;
        var rest = (int)(thousandths % 1000);
        if (rest != 0)
        {
            var room = Room(4);
            room[0] = (byte)'.';
            room[1] = (byte)('0' + (rest / 100));
            room[2] = (byte)('0' + (rest / 10 % 10));
            room[3] = (byte)('0' + (rest % 10));
            Length += rest % 100 == 0 ? 2 : rest % 10 == 0 ? 3 : 4;
        }

        return this;
    }

    /// <summary>Appends numbers each followed by a space, then an operator and a line end.</summary>
    public ByteBuilder Operator(ReadOnlySpan<double> operands, ReadOnlySpan<byte> name)
    {
        foreach (var operand in operands)
        {
            Append(operand).Append((byte)' ');
        }

        return Append(name).Append((byte)'\n');
    }

    /// <summary>Appends four hexadecimal digits.</summary>
    public ByteBuilder AppendHex(ushort value)
    {
        var room = Room(4);
        for (var i = 0; i < 4; i++)
        {
            room[i] = "0123456789ABCDEF"u8[(value >> (12 - (4 * i))) & 15];
        }

        Length += 4;
        return this;
    }

    /// <summary>Appends the colour as the operands of <c>rg</c> or <c>RG</c>.</summary>
    public ByteBuilder Colour(Colour colour, bool stroke = false) =>
        Operator([colour.Red / 255.0, colour.Green / 255.0, colour.Blue / 255.0], stroke ? "RG"u8 : "rg"u8);

    /// <summary>Appends <c>12 0 R</c>.</summary>
    public ByteBuilder Reference(int id) => Append(id).Append(" 0 R"u8);

    public byte[] ToArray() => Span.ToArray();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        return _bytes.AsSpan(Length);
    }
}
