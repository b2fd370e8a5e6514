namespace SenSupport.Web.Features.Shared.Records;

/// <summary>The version of a record, by the pupil whom it is about; with an empty key where it is about no one pupil.</summary>
public sealed record RecordVersion
{
    public Guid PupilId { get; init; }

    public Guid Version { get; init; }

    /// <summary>
    /// One number that stands for some versions, whatever their order. Versions are made in the order of time, with chance in the rest: two different sets have the same
    /// sum as good as never.
    /// </summary>
    public static UInt128 Sum(IEnumerable<RecordVersion> versions) => versions.Aggregate(UInt128.Zero, (sum, row) => unchecked(sum + row.Number));

    /// <summary>The version as a number.</summary>
    public UInt128 Number
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            Version.TryWriteBytes(bytes);
            return new UInt128(BitConverter.ToUInt64(bytes[8..]), BitConverter.ToUInt64(bytes));
        }
    }
}
