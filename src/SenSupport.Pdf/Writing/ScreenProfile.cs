using System.Buffers.Binary;
using System.Text;

namespace SenSupport.Pdf.Writing;

/// <summary>
/// The colour space of screens, sRGB, as a profile (ICC.1:2001-04, version 2.1) that a file for keeping carries. Computed from the
/// figures of IEC 61966-2-1: primaries and white point adapted to D50, and the tone curve at 1,024 places.
/// </summary>
internal static class ScreenProfile
{
    private const int CurvePoints = 1024;
    private static readonly Lazy<byte[]> Made = new(Make);

    public static byte[] Bytes => Made.Value;

    private static byte[] Make()
    {
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB")),
            ("cprt", [.. "text\0\0\0\0No copyright, use freely\0"u8]),
            ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.7141)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var profile = new byte[128 + 4 + (12 * tags.Length)];
        "mntrRGB XYZ "u8.CopyTo(profile.AsSpan(12));
        "acsp"u8.CopyTo(profile.AsSpan(36));
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(8), 0x02100000);
        foreach (var (i, part) in ((short[])[2000, 1, 1]).Index())
        {
            BinaryPrimitives.WriteInt16BigEndian(profile.AsSpan(24 + (2 * i)), part);
        }

        Xyz(0.9642, 1.0, 0.8249).AsSpan(8).CopyTo(profile.AsSpan(68));
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(128), tags.Length);
        List<byte> whole = [.. profile];
        Dictionary<byte[], int> places = [];
        for (var i = 0; i < tags.Length; i++)
        {
            var (tag, data) = tags[i];
            if (!places.TryGetValue(data, out var place))
            {
                place = whole.Count;
                places.Add(data, place);
                whole.AddRange(data);
                whole.AddRange(new byte[(4 - (whole.Count % 4)) % 4]);
            }

            var entry = new byte[12];
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(4), place);
            BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(8), data.Length);
            for (var n = 0; n < entry.Length; n++)
            {
                whole[132 + (12 * i) + n] = entry[n];
            }
        }

        byte[] bytes = [.. whole];
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length);
        return bytes;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        "XYZ "u8.CopyTo(data);
        foreach (var (i, value) in ((double[])[x, y, z]).Index())
        {
            BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8 + (4 * i)), (int)Math.Round(value * 65536));
        }

        return data;
    }

    private static byte[] Curve()
    {
        var data = new byte[12 + (2 * CurvePoints)];
        "curv"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var value = i / (CurvePoints - 1.0);
            var light = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), (ushort)Math.Round(light * 65535));
        }

        return data;
    }

    // The description of version 2 holds the words three times: plain, in Unicode and for old Macintoshes; the last two are empty here.
    private static byte[] Description(string words)
    {
        var data = new byte[12 + words.Length + 1 + 8 + 3 + 67];
        "desc"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), words.Length + 1);
        Encoding.ASCII.GetBytes(words, data.AsSpan(12));
        return data;
    }
}
