namespace SenSupport.Web.Data;

/// <summary>One data-protection key, as the framework wrote it.</summary>
public sealed class ProtectionKey
{
    /// <summary>The row's key.</summary>
    public Guid Id { get; set; }

    /// <summary>The framework's name for it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The key as XML.</summary>
    public string Xml { get; set; } = "";
}
