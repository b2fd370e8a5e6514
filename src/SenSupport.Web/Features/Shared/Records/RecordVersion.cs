namespace SenSupport.Web.Features.Shared.Records;

/// <summary>The version of a record, by the pupil whom it is about; with an empty key where it is about no one pupil.</summary>
public sealed record RecordVersion
{
    public Guid PupilId { get; init; }

    public Guid Version { get; init; }

    /// <summary>The version as a number.</summary>
    public UInt128 Number => NumberOf(Version);

    /// <summary>A version as a number.</summary>
    /// <remarks>
    /// The sum of such numbers stands for several versions, whatever their order: versions are made in the order of time, with chance in the rest, so that two different sets
    /// have the same sum as good as never.
    /// </remarks>
    public static UInt128 NumberOf(Guid version)
    {
        Span<byte> bytes = stackalloc byte[16];
        version.TryWriteBytes(bytes);
        return new UInt128(BitConverter.ToUInt64(bytes[8..]), BitConverter.ToUInt64(bytes));
    }

    /// <summary>One number that stands for some versions.</summary>
    public static UInt128 Sum(IEnumerable<RecordVersion> versions) => versions.Aggregate(UInt128.Zero, (sum, row) => unchecked(sum + row.Number));
}
