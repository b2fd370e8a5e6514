namespace SenSupport.Web.Data;

/// <summary>What is in a stored file: a photo, a logo, a document. The record that the file belongs to holds its key and its name, and decides who may read it.</summary>
public sealed class FileContent
{
    /// <summary>The file's key.</summary>
    public Guid Id { get; init; }

    /// <summary>The school that it belongs to.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>Its media type, as the server found it by looking inside.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; init; } = [];
}
