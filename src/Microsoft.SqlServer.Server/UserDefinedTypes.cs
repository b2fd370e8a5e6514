namespace Microsoft.SqlServer.Server;

/// <summary>How a SQL CLR user-defined type is stored. SqlClient names it; this product has no such types.</summary>
public enum Format
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>Laid out by SQL Server.</summary>
    Native = 1,

    /// <summary>Laid out by the type itself.</summary>
    UserDefined = 2,
}

/// <summary>Implemented by user-defined types that lay out their own bytes.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Marks a SQL CLR user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How the value is stored.</summary>
    public Format Format { get; } = format;

    /// <summary>The most bytes a value takes.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether every value takes the same number of bytes.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether values sort as their bytes do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that checks a value.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The type's name in SQL.</summary>
    public string? Name { get; set; }
}

/// <summary>Thrown for a type that SQL Server cannot use as a user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception for one type and the name of a resource that says why.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType.FullName}' is an invalid user defined type: {resourceReason}.");
}
